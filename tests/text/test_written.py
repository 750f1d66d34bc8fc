"""Drafts: teaser, block quotes and links, and the words without their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.terms.reading import BlockKind
from beleg.terms.span import Span
from beleg.text.blocks import blocks
from beleg.text.written import Written, worded, written

DRAFT = """# Rat kauft Fähre

**Das Boot ist alt. Es fährt noch.**

Der [Rat](https://rat.example/) stimmte zu. Der [Kauf wird
teuer](https://rat.example/kauf_(1)).

> „Wir fahren“,
> sagte [Kern](mailto:kern@rat.example).

- [Der Plan.](https://rat.example/plan)
"""


def block_words(content: str) -> list[tuple[str, str]]:
    return [(block.kind.value, content[block.start : block.end]) for block in written(content).blocks]


def words_of(content: str) -> list[str]:
    text = written(content)
    return [text.words[block.start : block.end] for block in text.laid_out]


def test_teaser_block_quote_and_links() -> None:
    text = written(DRAFT)
    assert [block.kind for block in text.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.TEASER,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.ITEM,
    ]
    assert words_of(DRAFT) == [
        "Rat kauft Fähre",
        "Das Boot ist alt. Es fährt noch.",
        "Der Rat stimmte zu. Der Kauf wird\nteuer.",
        "„Wir fahren“,\nsagte Kern.",
        "Der Plan.",
    ]
    assert [(link.words.of(DRAFT), link.address) for link in text.links] == [
        ("Rat", "https://rat.example/"),
        ("Kauf wird\nteuer", "https://rat.example/kauf_(1)"),
        ("Kern", "mailto:kern@rat.example"),
        ("Der Plan.", "https://rat.example/plan"),
    ]


def test_teaser_and_block_quotes_are_read_as_paragraphs() -> None:
    kinds = {block.kind for block in written(DRAFT).laid_out}
    assert kinds == {BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.ITEM}


@pytest.mark.parametrize(
    "content",
    [
        "**Kein Titel davor.**\n\nDer Rat tagte.",
        "# Titel\n\nDer Rat tagte.\n\n**Zu spät.**",
        "# Titel\n\n## Zwischentitel\n\n**Zu spät.**",
        "# Titel\n\n**Fett** und mehr.\n\nText.",
        "# Titel\n\n**Fett** und **fett**\n\nText.",
        "# Titel\n\n** Luft. **\n\nText.",
        "# Titel\n\n****\n\nText.",
        "# Titel\n\n***Drei.***\n\nText.",
    ],
)
def test_other_stars_are_words(content: str) -> None:
    assert written(content).blocks == blocks(content)
    assert written(content).words == content


@pytest.mark.parametrize(
    "content",
    ["Der Rat tagte.\n> nicht mehr\n\nEnde.", ">Ohne Luft.", "\\> Kern", "5 > 3, sagte er.", "> ", ">"],
)
def test_other_angles_are_words(content: str) -> None:
    assert written(content).blocks == blocks(content)


def test_without_blank_lines_every_line_is_its_own_block() -> None:
    assert block_words("# Titel\n**Teaser.**\nText.\n> Eins.\n> Zwei.") == [
        ("headline", "Titel"),
        ("teaser", "Teaser."),
        ("paragraph", "Text."),
        ("quote", "Eins."),
        ("quote", "Zwei."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "[1]",
        "[sic] (https://a.example)",
        "[a](ftp://a.example)",
        "[a](javascript:alert(1))",
        "[a](JavaScript:alert)",
        "[a](https://)",
        "[a](https://a.example b)",
        "[a](mailto:niemand)",
        "[ a](https://a.example)",
        "[a ](https://a.example)",
        "[](https://a.example)",
        "[a](https://a.example/\u202eb)",
        "[a](https://a.example\\b)",
        "[a](https://a.example/(b)",
        "[a](//a.example)",
    ],
)
def test_what_is_no_link_stays_words(words: str) -> None:
    text = written(f"Der Rat {words} tagte.")
    assert text.links == ()
    assert text.words == text.content
    assert worded(text.content) == text.content


def test_the_headline_and_subheads_carry_no_links() -> None:
    assert written("# [Rat](https://a.example)\n\n## [Rat](https://a.example)\n\nText.").links == ()


def at(text: Written, words: str) -> Span:
    start = text.words.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "finding", "sentence"),
    [
        ("Rat", "Rat", "[Rat](https://a.example)"),
        ("Der Rat", "Der [Rat](https://a.example)", "Der [Rat](https://a.example)"),
        ("Rat tagt", "[Rat](https://a.example) tagt", "[Rat](https://a.example) tagt"),
        ("Der Rat tagt", "Der [Rat](https://a.example) tagt", "Der [Rat](https://a.example) tagt"),
        (
            "tagt im Saal",
            "tagt im [alten Saal](https://b.example)",
            "tagt im [alten Saal](https://b.example)",
        ),
        ("im alten", "im [alten Saal](https://b.example)", "im [alten"),
        ("alten", "alten", "alten"),
        ("Saal.", "[alten Saal](https://b.example).", "Saal](https://b.example)."),
        ("Der", "Der", "Der"),
        (".", ".", "."),
    ],
)
def test_a_span_has_a_link_as_a_whole_or_words_of_it(words: str, finding: str, sentence: str) -> None:
    content = "Der [Rat](https://a.example) tagt im [alten Saal](https://b.example)."
    text = written(content)
    if words == "tagt im Saal":
        words = "tagt im alten Saal"
    span = at(text, words)
    assert text.whole(span).of(content) == finding
    assert text.whole(span, sentence=True).of(content) == sentence


def test_the_words_of_a_sentence_are_those_without_marks() -> None:
    assert worded("Der [Rat](https://a.example) tagt. [x](ftp://a)") == "Der Rat tagt. [x](ftp://a)"


def test_an_unmarked_draft_is_its_own_words() -> None:
    text = written("# Titel\n\nDer Rat tagte.\n\n- Eins")
    assert text.words == text.content
    assert text.laid_out == text.blocks == blocks(text.content)


MARKED = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "# ",
                "**",
                "> ",
                "- ",
                "\n",
                "\n\n",
                "\r\n",
                "[",
                "](https://a.example/b)",
                "[Rat](https://a.example)",
                "[Kern](mailto:k@a.example)",
                "(",
                ")",
            ]
        ),
        st.text("Ab ü🙂.\u2028", max_size=5),
    ),
    max_size=40,
).map("".join)


@given(MARKED)
def test_every_stretch_of_words_lies_in_the_draft_with_nothing_but_marks_between(content: str) -> None:
    text = written(content)
    assert len(text.blocks) == len(text.laid_out)
    for block, lying in zip(text.blocks, text.laid_out, strict=True):
        inner = content[block.start : block.end]
        assert inner == inner.strip()
        words = text.words[lying.start : lying.end]
        said = [
            content[start:end] for start, end in text.stretches() if block.start <= start <= end <= block.end
        ]
        if block.kind is not BlockKind.QUOTE:
            assert "".join(said) == words
        assert worded(inner).replace("> ", "").replace(">", "") == words.replace("> ", "").replace(
            ">", ""
        ) or (block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD))
        for start in range(lying.start, lying.end):
            assert text.original(Span(start, start + 1)).of(content) == text.words[start]


@given(MARKED, st.data())
def test_a_span_slices_back_to_its_words(content: str, data: st.DataObject) -> None:
    text = written(content)
    start = data.draw(st.integers(0, len(text.words)))
    span = Span(start, data.draw(st.integers(start, len(text.words))))
    original, whole = text.original(span), text.whole(span)
    assert whole.covers(original) or not len(span)
    kept = [text.in_words(Span(place, place)).start for place in range(whole.start, whole.end)]
    assert set(range(span.start, span.end)) <= set(kept)
    for link in text.links:
        opened = whole.start <= link.span.start < whole.end
        closed = whole.start < link.span.end <= whole.end
        assert opened == closed


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="*>["), max_size=200))
def test_a_text_without_such_marks_reads_as_it_always_did(content: str) -> None:
    assert written(content).blocks == blocks(content)
    assert written(content).words == content
