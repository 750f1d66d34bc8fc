"""English quotations."""

import pytest

from tests.reading.reading import Words, quotations, reading


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Mayor Jane Roe said the bridge was safe.", "the bridge was safe", "Mayor Jane Roe"),
        ("The council said on Monday that money was short.", "that money was short", "The council"),
        ("According to the police, nobody was hurt.", "nobody was hurt", "the police"),
        ("Nobody was hurt, according to the police.", "Nobody was hurt", "the police"),
        ("The bridge is closed, the spokeswoman said.", "The bridge is closed", "the spokeswoman"),
        ("The engineer told the paper that the steel was old.", "that the steel was old", "The engineer"),
    ],
)
def test_indirect(text: str, content: str, speaker: str) -> None:
    assert quotations(text, "en") == [Words("indirect", (content,), speaker)]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("“The bridge is safe,” Roe said on Monday.", ("The bridge is safe,",), "Roe"),
        (
            '"We are done," said John Hale, a spokesman for the city.',
            ("We are done,",),
            "John Hale, a spokesman for the city",
        ),
        ("Roe said: ‘It’s the workers’ bridge.’", ("It’s the workers’ bridge.",), "Roe"),
        ("“The bridge,” said Roe, “is safe.”", ("The bridge,", "is safe."), "Roe"),
        ("Roe called the plan “a bad joke”.", ("a bad joke",), "Roe"),
        ("Roe said: “One.\n\n“Two.”", ("One.", "Two."), "Roe"),
    ],
)
def test_direct(text: str, quote: tuple[str, ...], speaker: str) -> None:
    assert quotations(text, "en") == [Words("direct", quote, speaker)]


def test_a_pronoun_names_whom_it_stands_for() -> None:
    text = "“We are done,” said John Hale. He told reporters that it was over."
    assert [q.speaker for q in quotations(text, "en")] == ["John Hale", "John Hale"]


def test_remarks_are_english() -> None:
    assert "has no partner" in reading("“It is open, he said.", "en").undecided[0]
