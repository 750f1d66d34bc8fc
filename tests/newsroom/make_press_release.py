"""Makes the press release of the example story: `python -m tests.newsroom.make_press_release`.

The PDF is committed; this is how it was made, and a test makes it anew and compares the bytes.
"""

from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

WHERE = Path(__file__).parents[2] / "src" / "beleg" / "example" / "sources" / "pressemitteilung.pdf"

TITLE = "Rat beschließt Neubau der Färberbrücke"

HEAD = "Stadt Grauwerder, Pressestelle. Pressemitteilung Nr. 147/2026 vom 20. November 2026"

PARAGRAPHS = (
    "Der Rat der Stadt Grauwerder hat in seiner Sitzung am 19. November 2026 den Abriss und den Neubau der "
    "Färberbrücke beschlossen. Für die Vorlage der Verwaltung stimmten 21 Ratsmitglieder, 14 stimmten dagegen, "
    "zwei enthielten sich.",
    "Die Gesamtkosten betragen nach der Kostenschätzung der Verwaltung 23,8 Millionen Euro. Darin enthalten sind "
    "1,9 Millionen Euro für den Abriss und 2,4 Millionen Euro für eine Behelfsbrücke, auf der Fußgänger und "
    "Radfahrer während der Bauzeit die Tarne überqueren können.",
    "„Wir bauen eine Brücke für die nächsten achtzig Jahre. Das ist teuer, aber eine Reparatur wäre auf Dauer "
    "teurer“, sagt Bürgermeisterin Hanna Brodersen. Die Stadt rechnet mit einer Förderung des Landes von "
    "60 Prozent. Der Antrag wird bis zum 15. Januar 2027 gestellt.",
    "Die Behelfsbrücke wird im Februar 2027 aufgebaut, der Abriss beginnt im März 2027. „Die Behelfsbrücke steht, "
    "bevor der erste Bagger rollt“, sagt Baudezernent Ulrich Temme. Der Neubau soll Ende 2029 für den Verkehr "
    "freigegeben werden.",
    "Der Autoverkehr wird bis dahin über die Nordbrücke umgeleitet. Die Stadt bittet ortskundige Fahrerinnen und "
    "Fahrer, die Altstadt weiträumig zu umfahren. Im Parkhaus am Gerbertor entfallen die Parkgebühren bis zum "
    "31. Januar 2027. Von Dezember an wird in der Werdervorstadt ein Löschfahrzeug der Feuerwehr stationiert.",
    "Das Ingenieurbüro Ohlendorf & Kray hat sein Gutachten im Oktober vorgelegt. Es umfasst 48 Seiten und ist von "
    "Montag an auf der Internetseite der Stadt einzusehen.",
    "Rückfragen: Pressestelle der Stadt Grauwerder, presse@grauwerder.example",
)


def press_release() -> bytes:
    """The press release as a PDF; the same bytes on every call."""
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=9)
    head = ParagraphStyle("head", parent=body, fontSize=9, spaceAfter=18)
    title = ParagraphStyle(
        "title", parent=body, fontName="Helvetica-Bold", fontSize=17, leading=21, spaceAfter=14
    )
    out = BytesIO()
    SimpleDocTemplate(
        out,
        pagesize=A4,
        title=TITLE,
        author="Stadt Grauwerder",
        subject="Beispiel für Beleg: Stadt, Menschen und Ereignisse sind erfunden.",
        lang="de",
        invariant=1,
        pageCompression=0,
    ).build(
        [
            Paragraph(HEAD, head),
            Paragraph(TITLE, title),
            *(Paragraph(words.replace("&", "&amp;"), body) for words in PARAGRAPHS),
        ]
    )
    return out.getvalue()


if __name__ == "__main__":
    WHERE.write_bytes(press_release())
