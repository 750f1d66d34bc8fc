"""An article of some 1,200 words with twelve sources, written for measuring: invented towns, people and figures.

Every source tells of one affair; the article has a section on each, in the sources' own words, so that every sentence
has evidence to be found.
"""

from dataclasses import dataclass

from beleg.terms.source import Source

_AFFAIRS = (
    ("Tarnbrück", "Ilse Vogtmann", "das Hallenbad", "Hallenbad", "der Förderverein"),
    ("Oberfelsen", "Jost Renner", "die Bibliothek", "Bibliothek", "der Lesekreis"),
    ("Quellrode", "Marit Sand", "der Bahnhof", "Bahnhof", "der Fahrgastbeirat"),
    ("Niederau", "Till Berger", "die Sporthalle", "Sporthalle", "der Turnverein"),
    ("Steinwerder", "Hanne Ott", "das Museum", "Museum", "der Geschichtsverein"),
    ("Lindhausen", "Arne Falk", "der Wochenmarkt", "Wochenmarkt", "die Händlergemeinschaft"),
    ("Moorkirchen", "Petra Kolb", "das Klärwerk", "Klärwerk", "der Wasserverband"),
    ("Altenbrunn", "Sven Kranz", "die Musikschule", "Musikschule", "der Elternrat"),
    ("Fährdorf", "Lena Brook", "der Hafen", "Hafen", "die Seglervereinigung"),
    ("Hohentann", "Udo Weil", "das Rathaus", "Rathaus", "der Heimatbund"),
    ("Sandhagen", "Ruth Amsel", "die Feuerwache", "Feuerwache", "die Wehrführung"),
    ("Kalkmühle", "Emil Dorn", "der Stadtpark", "Stadtpark", "der Naturschutzbund"),
)


@dataclass(frozen=True, slots=True)
class Article:
    """A draft with its sources; `amounts` are the words `12,4 Millionen Euro` of its sections, in order."""

    content: str
    sources: tuple[Source, ...]
    amounts: tuple[str, ...]


def article() -> Article:
    """The article, the same at every call."""
    parts = ["# Zwölf Städte an der Tarne bauen um"]
    sources, amounts = [], []
    for number, (town, person, thing, name, body) in enumerate(_AFFAIRS):
        amount = f"{11 + 3 * number},{number % 9 + 1} Millionen Euro"
        told = _told(number, town, person, thing, name, body, amount)
        rest = _rest(number, town, person, name)
        sources.append(
            Source(
                text="\n\n".join((f"{town}: Umbau beschlossen", " ".join(told[:5]), " ".join(told[5:]), rest))
                + "\n",
                title=f"{town} baut um",
                publisher=f"{town}er Bote",
                language="de",
            )
        )
        parts += [f"## {town}", " ".join(told[:4]), " ".join(told[4:])]
        amounts.append(amount)
    return Article("\n\n".join(parts) + "\n", tuple(sources), tuple(amounts))


def _told(
    number: int, town: str, person: str, thing: str, name: str, body: str, amount: str
) -> tuple[str, ...]:
    ayes, noes, built, visits = 15 + number, 4 + number % 7, 1951 + 4 * number, 120 + 35 * number
    return (
        f"Der Stadtrat von {town} hat am Dienstag mit {ayes} zu {noes} Stimmen den Umbau beschlossen.",
        f"Umgebaut wird {thing} aus dem Jahr {built}.",
        f"Der Umbau soll nach Angaben der Stadt {amount} kosten.",
        f"Bürgermeister und Verwaltung hatten {2 + number % 5} Jahre lang darüber beraten.",
        f"„Wir haben lange genug gewartet“, sagte {person} nach der Sitzung in {town}.",
        f"An einem gewöhnlichen Tag kommen {visits} Menschen dorthin.",
        f"Das Land übernimmt {30 + number} Prozent der Kosten.",
        f"In {town} hatte {body} im Frühjahr {900 + 61 * number} Unterschriften gesammelt.",
        f"Die Sitzung dauerte {90 + 5 * number} Minuten.",
        f"Die Arbeiten am Gebäude „{name} {town}“ beginnen im März und dauern {14 + number} Monate.",
    )


def _rest(number: int, town: str, person: str, name: str) -> str:
    """What the source tells besides."""
    return (
        f"Im Haushalt von {town} waren für Planung bisher {200 + 15 * number} 000 Euro vorgesehen. {person} leitet den "
        f"Bauausschuss seit {3 + number % 6} Jahren. Ein erster Entwurf für das Vorhaben „{name}“ war an den Kosten "
        f"gescheitert. Anwohner können die Pläne bis zum {10 + number}. Januar im Bauamt einsehen."
    )
