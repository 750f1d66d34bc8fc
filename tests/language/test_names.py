"""Names in German and English."""

import pytest

from beleg.language.de.names import names as german
from beleg.language.en.names import names as english
from beleg.text.tokens import tokenize

KNOWN = frozenset("der die das am im in mit und nach the on a".split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bürgermeisterin Anna Weber eröffnete die Sitzung.", ["Anna Weber"]),
        ("Am Montag sprach Oberbürgermeister Hansen im Rathaus.", ["Hansen"]),
        ("Die Polizeisprecherin Dr. Maria von der Heide schwieg.", ["Maria von der Heide"]),
        ("Annas Brief lag im Rathaus.", ["Annas"]),
        ("Die Brücke bleibt gesperrt.", []),
        ("Am Montag kostete es zwölf Millionen Euro.", []),
        ("Der Stadtrat tagte Ende März.", []),
    ],
)
def test_german(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in german(tokenize(text), KNOWN)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Anna Weber opened the session.", ["Anna Weber"]),
        ("The bridge is closed.", []),
        ("Mayor Weber met the Bank of Lindenau.", ["Weber", "Bank of Lindenau"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in english(tokenize(text), KNOWN)] == expected
