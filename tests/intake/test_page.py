from datetime import UTC, datetime, timedelta, timezone

import pytest

from beleg.intake.formats.page import Page
from beleg.intake.item import Item
from beleg.intake.pages.headline import headline, without_site
from beleg.terms.refusal import Error

LEAD = (
    "Die Stadt Kohlhausen reißt ihre alte Lennebrücke ab, und die Händler fürchten um das Weihnachtsgeschäft."
)
FIRST = (
    "Seit dem Morgen stehen die Bagger am Ufer. Das Bauamt rechnet mit elf Wochen Arbeit und mit Kosten von rund 2,4 "
    "Millionen Euro, die zur Hälfte das Land trägt."
)
SECOND = (
    "„Wer hier wohnt, hat lange genug über Schlaglöcher geschimpft“, sagte Bürgermeisterin Hanne Ottersbach. Der Verkehr "
    "wird bis Februar über Niederlohe geleitet."
)
LAST = (
    "Der Handelsverband verlangt einen kostenlosen Pendelbus. Die Stadt will darüber am Donnerstag entscheiden, wenn der "
    "Haushalt beraten wird."
)


def page(
    *, head: str = "", before: str = "", article: str = "", after: str = "", html: str = '<html lang="de-DE">'
) -> Item:
    body = article or f"<p>{FIRST}</p><h2>Umleitung</h2><p>{SECOND}</p><p>{LAST}</p>"
    raw = f"""<!DOCTYPE html>{html}<head><meta charset="utf-8">{head}</head><body>
      <nav><ul><li><a href="/">Start</a></li><li><a href="/lokales">Lokales</a></li></ul></nav>
      <main><article><h1>Abriss der Brücke beginnt mit Streit</h1>{before}<div class="text">{body}</div>{after}</article></main>
      <footer><p>© 2026 Lenne-Bote. Alle Rechte vorbehalten.</p></footer></body></html>"""
    (item,) = Page().items(raw.encode(), "bruecke.html")
    return item


def test_an_article_is_its_paragraphs_and_subheads() -> None:
    item = page()
    assert item.text == f"{FIRST}\n\n## Umleitung\n\n{SECOND}\n\n{LAST}"
    assert item.title == "Abriss der Brücke beginnt mit Streit"
    assert item.language == "de"


@pytest.mark.parametrize(
    "before",
    [
        f'<p class="lead">{LEAD}</p>',
        f'<div class="article-intro"><p>{LEAD}</p></div>',
        f'<p class="teaser-text"><strong>{LEAD}</strong></p>',
        f'<span class="date">3.3.2026</span><p>Von Rike Albers</p><p class="subline">{LEAD}</p>',
        f'<figure><img src="a.jpg"><figcaption>Die Brücke am Montag. Foto: Albers</figcaption></figure><h2>{LEAD}</h2>',
    ],
)
def test_the_lead_between_headline_and_text_belongs_to_the_article(before: str) -> None:
    text = page(before=before).text.replace("## ", "")
    assert text.startswith(f"{LEAD}\n\n{FIRST}")


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="share-buttons"><a href="#">Teilen</a> <a href="#">Twittern</a></div>',
        '<section class="related"><h3>Mehr zum Thema</h3><ul><li><a href="/a">Brücke gesperrt</a></li></ul></section>',
        '<h3>Lesen Sie auch:</h3><ul><li><a href="/a">Wie die Brücke entstand</a></li><li><a href="/b">Was sie kostet</a></li></ul>',
        '<p><strong>Lesen Sie auch:</strong></p><p><a href="/a">Wie die Brücke entstand</a></p><p><a href="/b">Noch eine</a></p>',
        '<p>Mehr dazu: <a href="/a">Die Geschichte der Brücke in Bildern und Zahlen</a></p>',
        '<div><h6>Mehr zum Thema</h6><p><a href="/a">Verkehr</a> So fährt der Bus</p><p><a href="/b">Handel</a> Angst vor Leere</p></div>',
        '<div class="authorBox"><p>Rike Albers schreibt seit zehn Jahren über Kohlhausen und seine Brücken am Fluss.</p></div>',
        '<div id="cookie-banner"><p>Wir verwenden Cookies, damit diese Seite funktioniert und Werbung zeigt.</p></div>',
        '<div class="newsletter-box"><h4>Newsletter</h4><p>Jeden Morgen das Wichtigste aus der Region in Ihrem Postfach.</p></div>',
        "<p>© Lenne-Bote 2026</p>",
        '<p class="copyright">Alle Rechte vorbehalten. Vervielfältigung nur mit Genehmigung des Verlages.</p>',
        '<div class="embed"><iframe src="https://video.example/1"></iframe><p>Mit dem Abspielen erfolgt eine Datenübertragung an Video.</p></div>',
        '<div class="comments"><h3>Kommentare</h3><p>Endlich passiert einmal etwas in dieser Stadt, wurde auch Zeit!</p></div>',
        '<div class="c-image"><img src="b.jpg"><span>Die Bürgermeisterin am Montag beim Ortstermin. Foto: Albers</span></div>',
        "<p>Foto: Rike Albers</p>",
        '<h3>Schlagworte</h3><p><a href="/t/1">Brücke</a> <a href="/t/2">Verkehr</a></p>',
    ],
)
def test_the_text_ends_where_the_article_does(furniture: str) -> None:
    item = page(after=furniture)
    assert item.text.endswith(LAST)
    assert item.text.startswith(FIRST)
    inside = page(article=f"<p>{FIRST}</p><p>{SECOND}</p>{furniture}<p>{LAST}</p>").text
    assert inside.startswith(FIRST)
    assert inside.endswith(LAST)


def test_scripts_are_never_text() -> None:
    text = page(
        article=f"<p>{FIRST}</p><script>document.write('<p>böse</p>')</script><p onclick='x()'>{LAST}</p>"
    ).text
    assert text == f"{FIRST}\n\n{LAST}"


def test_a_sentence_with_a_link_stays() -> None:
    linked = '<p>Mehr zu der Umleitung <a href="/plan">steht im Plan der Stadt</a>, den das Bauamt am Montag vorgestellt hat.</p>'
    assert (
        "Mehr zu der Umleitung steht im Plan der Stadt, den"
        in page(article=f"<p>{FIRST}</p>{linked}<p>{LAST}</p>").text
    )


def test_quotations_inside_a_sentence_do_not_break_it() -> None:
    text = page(
        article=f"<p>{FIRST}</p><p>Sie sagte: „<q>Es geht <b>los</b></q>“, und ging.</p><p>{LAST}</p>"
    ).text
    assert "Sie sagte: „Es geht los“, und ging." in text


def test_line_breaks_after_a_sentence_start_a_paragraph() -> None:
    text = page(article=f"<p><strong>Wird es teurer?</strong><br>{FIRST}</p><p>{LAST}</p>").text
    assert text == f"Wird es teurer?\n\n{FIRST}\n\n{LAST}"


def test_lists_are_lines() -> None:
    listed = "<ul><li>Die Brücke wird breiter.</li><li>Sie bekommt einen Radweg.</li></ul>"
    assert (
        "- Die Brücke wird breiter.\n- Sie bekommt einen Radweg."
        in page(article=f"<p>{FIRST}</p>{listed}<p>{LAST}</p>").text
    )


def test_soft_hyphens_are_gone() -> None:
    assert (
        "Pen\xaddel"
        not in page(
            article=f"<p>{FIRST}</p><p>Der Pen\xaddelbus fährt, und alle steigen ein.</p><p>{LAST}</p>"
        ).text
    )


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
  {"@type": "NewsArticle", "headline": "Abriss der Br\\u00fccke beginnt mit Streit", "datePublished": "2026-03-02T17:05:00+01:00",
   "author": [{"@type": "Person", "name": "Rike Albers"}, {"@type": "Person", "name": "Ole Dahm"}],
   "publisher": {"@type": "Organization", "name": "Lenne-Bote"}}]}</script>"""


def test_json_ld() -> None:
    item = page(head=JSON_LD + '<link rel="canonical" href="https://lenne-bote.example/bruecke">')
    assert (item.author, item.publisher) == ("Rike Albers, Ole Dahm", "Lenne-Bote")
    assert item.published == datetime(2026, 3, 2, 17, 5, tzinfo=timezone(timedelta(hours=1)))
    assert item.address == "https://lenne-bote.example/bruecke"


def test_open_graph_and_meta() -> None:
    item = page(
        head='<meta property="og:title" content="Abriss der Brücke beginnt mit Streit | Lenne-Bote">'
        '<meta property="og:site_name" content="Lenne-Bote"><meta name="author" content="RIKE ALBERS">'
        '<meta property="article:published_time" content="2026-03-02"><meta property="og:url" content="https://lenne-bote.example/b">'
    )
    assert (item.title, item.author) == ("Abriss der Brücke beginnt mit Streit", "Rike Albers")
    assert item.published == datetime(2026, 3, 2, tzinfo=UTC)
    assert item.address == "https://lenne-bote.example/b"


def test_the_byline_beats_an_author_that_is_the_publisher() -> None:
    item = page(
        head='<meta name="author" content="Lenne-Bote"><meta property="og:site_name" content="Lenne-Bote">',
        before='<p class="info">Von <a href="/albers">Rike Albers</a> | Mo, 2. März 2026</p>',
    )
    assert item.author == "Rike Albers"


def test_without_metadata_nothing_is_invented() -> None:
    item = page(html="<html>")
    assert (item.author, item.publisher, item.published, item.language, item.address) == (
        "",
        "",
        None,
        "",
        "",
    )


@pytest.mark.parametrize(
    ("declared", "on_page", "document", "chosen"),
    [
        (
            ["Rat sagt Ja zum Bad"],
            ["Rat sagt Ja zum Bad"],
            "Rat sagt Ja zum Bad - Bote",
            "Rat sagt Ja zum Bad",
        ),
        (["Rat sagt Ja zum Bad | Bote"], [], "", "Rat sagt Ja zum Bad"),
        ([], ["Der Bote", "Rat sagt Ja zum Bad"], "Rat sagt Ja zum Bad – Der Bote", "Rat sagt Ja zum Bad"),
        ([], [], "Der Bote - Rat sagt Ja zum Bad", "Rat sagt Ja zum Bad"),
        (["Oberwied - Rat sagt Ja"], ["OberwiedRat sagt Ja"], "", "Oberwied - Rat sagt Ja"),
        (["Rat sagt Ja zum Bad"], ["Oberwied Rat sagt Ja zum Bad"], "", "Rat sagt Ja zum Bad"),
        (["Listenseite - Rat sagt Ja zum Bad"], ["Rat sagt Ja zum Bad"], "", "Rat sagt Ja zum Bad"),
        (
            ["Schwimmen: Alles Wichtige"],
            ["Rat sagt Ja zum Bad in Oberwied"],
            "",
            "Rat sagt Ja zum Bad in Oberwied",
        ),
        (["Rat sagt Ja zum..."], ["Rat sagt Ja zum Bad"], "", "Rat sagt Ja zum Bad"),
        (["Ein Titel"], ["Der Bote"], "", "Ein Titel"),
        ([], [], "", ""),
    ],
)
def test_headlines(declared: list[str], on_page: list[str], document: str, chosen: str) -> None:
    assert (
        headline(declared=declared, on_page=on_page, document_title=document, publisher="Der Bote") == chosen
    )


def test_the_sites_name_alone_stays() -> None:
    assert without_site("Der Bote", "Der Bote") == "Der Bote"


@pytest.mark.parametrize(
    "raw",
    [
        b"<!DOCTYPE html><html><body></body></html>",
        b"<html><body><script>x()</script></body></html>",
        b"<html>",
    ],
)
def test_a_page_without_text_is_refused(raw: bytes) -> None:
    with pytest.raises(Error, match=r"^leer\.html: no (article )?text in (it|this page)\.$"):
        Page().items(raw, "leer.html")


@pytest.mark.parametrize(
    ("raw", "name", "known"),
    [
        (b"<!DOCTYPE html><p>a", "a.pdf", True),
        (b"\xef\xbb\xbf\n<!-- saved from url --><HTML><body>", "a.txt", True),
        (
            b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>',
            "a",
            True,
        ),
        (b"<p>Ein St\xfcck</p>", "a.html", True),
        (b"<p>Ein St\xfcck</p>", "a.txt", False),
        (b"kein HTML", "a.html", False),
        (b"<rss></rss>", "a.html", False),
    ],
)
def test_pages_are_recognised_by_content_first(raw: bytes, name: str, known: bool) -> None:
    assert Page().recognises(raw, name) is known


def test_a_page_saved_with_its_pictures_in_one_file_is_read_to_its_end() -> None:
    picture = "<img src=data:image/png;base64," + "A" * (12 << 20) + ">"
    assert page(article=f"<p>{FIRST}</p>{picture}<p>{LAST}</p>").text == f"{FIRST}\n\n{LAST}"


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(Error, match=r"^a\.html: more than 30,000 elements, which is the limit for a page\.$"):
        Page().items(b"<!DOCTYPE html><body>" + b"<i>a</i>" * 30_001, "a.html")


def test_a_page_with_a_piece_too_large_is_refused_rather_than_cut_off() -> None:
    raw = f"<!DOCTYPE html><body><p>{FIRST}</p><p>{'a' * (12 << 20)}</p><p>{LAST}</p>".encode()
    with pytest.raises(Error, match=r"^a\.html: "):
        Page().items(raw, "a.html")


@pytest.mark.parametrize("layout", ["paywall", "social-wrapper", "ad-container", "podcast"])
def test_an_article_in_a_box_named_like_furniture_stays(layout: str) -> None:
    menu = "".join(
        f'<li><a href="/{n}">Ressort Nummer {n} mit Meldungen aus dem ganzen Land</a></li>' for n in range(80)
    )
    article = f'<div class="{layout}"><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></div><div class="menue"><ul>{menu}</ul></div>'
    assert page(article=article).text == f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def test_comments_longer_than_the_article_are_no_article() -> None:
    comments = "".join(f'<div class="comment"><p>{SECOND} Nummer {n}.</p></div>' for n in range(12))
    item = page(
        article=f"<p>{FIRST}</p><p>{LAST}</p>", after=f'<section class="comments">{comments}</section>'
    )
    assert item.text == f"{FIRST}\n\n{LAST}"
