"""Who vouches for a sentence."""

import pytest

from tests.reading.reading import voices


@pytest.mark.parametrize(
    "text",
    [
        "Der Bürgermeister kündigte den Rücktritt an.",
        "Die Polizei nahm den mutmaßlichen Täter fest.",
        "Der Mann, der angeblich krank war, ist da.",
        "Die Stadt baut die Brücke neu.",
        "Die Sonne scheint über Hagenried.",
        "Wann öffnet die Brücke?",
        "Kern nannte den Plan „einen schlechten Scherz“.",
        "Zum Wohl der Stadt wurde gespart.",
    ],
)
def test_own(text: str) -> None:
    assert voices(text) == ["own"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke soll im Mai öffnen.",
        "Angeblich fehlt das Geld.",
        "Der Bau ist offenbar teurer geworden.",
        "Dem Vernehmen nach tritt Kern zurück.",
        "Der Bau dürfte teurer werden.",
        "Das Geld scheint zu reichen.",
        "Der Täter war mutmaßlich betrunken.",
    ],
)
def test_hedged(text: str) -> None:
    assert voices(text) == ["hedged"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Bürgermeister sei zurückgetreten.",
        "„Die Brücke ist sicher.“",
        "Trotz der Vorwürfe, er werde bedroht, erwarte der Landrat eine Lösung.",
        "Laut Kern soll die Brücke im Mai öffnen.",
    ],
)
def test_attributed(text: str) -> None:
    assert voices(text) == ["attributed"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The mayor resigned on Monday.", "own"),
        ("The bridge will reportedly open in May.", "hedged"),
        ("The driver is believed to be drunk.", "hedged"),
        ("The bridge is safe, the mayor said.", "attributed"),
        ("According to the council, the bridge is safe.", "attributed"),
        ("The council says that the bridge is safe.", "attributed"),
    ],
)
def test_english(text: str, voice: str) -> None:
    assert voices(text, "en") == [voice]
