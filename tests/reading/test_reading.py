"""The reading as a whole: spans, blocks, other languages, and any text whatever."""

import gc
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.reading import BlockKind, Reading

WORDS = [
    "Jana Kern", "Er", "Sie", "die Stadt", "der Landrat", "sagte", "teilte", "mit", "sei", "habe", "hätten", "dass",
    "laut", "nach Angaben", "zufolge", "so", "wie", "demnach", "hieß es", "der Vorwurf", "nannte", "soll", "angeblich",
    "Bru\u0308cke", "🙂", "👩‍👧", "„", "“", "»", "«", '"', "‚", "‘", "’", "“", "”", ",", ":", ".", "!", "?", "(", ")", "–",
    "\n", "\r\n", "\n\n", "\r\n\r\n", "# ", "- ", "10.", "2.300", "zu", "und", "said", "told", "according to", "the", "mayor",
    "In dem Bericht", "wurde", "von", "der", "gesagt", "\u2028", "\u00a0", "z. B.",
]  # fmt: skip

UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def check_spans(reading: Reading) -> None:
    text = reading.text
    for sentence in reading.sentences:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        for token in sentence.tokens:
            # Words are given as they are seen; what is not seen is cut out, the span covers it.
            words = text[token.start : token.end]
            assert token.text in (words, words.translate(UNSEEN))
    for quotation in reading.quotations:
        assert quotation.quote
        for part in (
            *quotation.quote,
            *quotation.speaker,
            *quotation.cue,
            *quotation.frame,
            *quotation.addressee,
            *quotation.referent,
            *(span for outer in quotation.chain for span in outer),
        ):
            assert 0 <= part.start < part.end <= len(text)
            assert part.of(text).strip()
    covered = "".join("".join(sentence.text.split()) for sentence in reading.sentences)
    assert covered == "".join("".join(text[block.start : block.end].split()) for block in reading.blocks)


@pytest.mark.parametrize("code", ["de", "en", ""])
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
@settings(deadline=None)
def test_spans_of_news_like_text(code: str, words: list[str]) -> None:
    check_spans(read(" ".join(words), language_for(code)))


@pytest.mark.parametrize("code", ["de", "en", ""])
@given(text=st.text(max_size=60))
@settings(deadline=None)
def test_spans_of_any_text(code: str, text: str) -> None:
    check_spans(read(text, language_for(code)))


def test_sentences_know_their_block() -> None:
    text = "# Brücke zu\n\nDer Rat tagte. Er beriet.\n\n## Kosten\n\n- Sand\n"
    assert [sentence.block for sentence in read(text, language_for("de")).sentences] == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEAD,
        BlockKind.ITEM,
    ]


def test_another_language_has_sentences_and_no_quotations() -> None:
    reading = read("Le maire a dit : « Non ». Il est parti.", None)
    assert reading.language == ""
    assert reading.quotations == ()
    assert [sentence.tokens[0].text for sentence in reading.sentences] == ["Le", "Il"]


def test_no_text_has_no_sentences() -> None:
    assert read("", language_for("de")) == Reading(text="", language="de")


def test_a_pronoun_stays_and_its_referent_is_named() -> None:
    text = "Jana Kern kam. Sie sagte, das Geld fehle."
    (quotation,) = read(text, language_for("de")).quotations
    assert [part.of(text) for part in quotation.speaker] == ["Sie"]
    assert [part.of(text) for part in quotation.referent] == ["Jana Kern"]
    assert quotation.speaker_words(text) == "Jana Kern"


def test_a_sentence_of_thousands_of_words_is_said_not_to_be_read() -> None:
    reading = read("Kern sagte, dass " + "alles und " * 600 + "nichts bleibt.", language_for("de"))
    assert reading.quotations == ()
    assert "zu lang" in reading.undecided[0]


@pytest.mark.parametrize(
    "mark",
    ["„", '"', "»", "„Ja“ ", "sagte, ", "er sei, ", "(", "so Kern, ", "z. B. ", "| Ort | 12 |\n", "La la la\n",
     "und sagte, dass ", "Kern sagte, der Bau ruhe. ", "Er soll gehen. ", "A/B", "a.b.", "laut Kern; "],
)  # fmt: skip
def test_time_grows_with_the_length_only(mark: str) -> None:
    language = language_for("de")
    read("Eins. Zwei.", language)
    spent = []
    gc.disable()  # what a collection costs depends on what else the process holds
    try:
        for length in (40_000, 160_000):
            began = process_time()
            read(mark * (length // len(mark)), language)
            spent.append(process_time() - began)
    finally:
        gc.enable()
    assert spent[1] < 10 * spent[0] + 0.5, f"four times the text took {spent[1] / spent[0]:.0f} times as long"
