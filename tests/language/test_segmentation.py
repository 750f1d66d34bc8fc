"""Sentence boundaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.language.segmentation import segment


def sentences(text: str, code: str = "de") -> list[str]:
    return [span.of(text) for span in segment(text, code)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 10. März kam Dr. Kern mit 2.300 Leuten.",
        "Es fehlen Bretter, z. B. aus Eiche, bzw. Nägel.",
        "Die 3. Liga spielt ca. 5 Wochen lang.",
        "Sie rief „Halt! Stehen bleiben!“ und lief los.",
        "„Halt!“ rief sie.",
        "Er kam („Wirklich?“ Ja.) zu Fuß.",
        "Der Bau kostet 1,5 Mio. Euro.",
    ],
)
def test_one_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]
    assert sentences(f"{sentence} Dann war Schluss.") == [sentence, "Dann war Schluss."]


def test_sentences_of_a_quotation() -> None:
    text = "„Das ist gut. Es reicht“, sagte Kern. „Wir sind fertig.“ Dann ging sie. n-tv meldete das."
    assert sentences(text) == [
        "„Das ist gut.",
        "Es reicht“, sagte Kern.",
        "„Wir sind fertig.“",
        "Dann ging sie.",
        "n-tv meldete das.",
    ]


def test_english() -> None:
    text = 'Mr. Hale of Acme Inc. left at 5 p.m. on Monday. "Stop! Wait!" he cried. The U.S. has 3.5 million.'
    assert sentences(text, "en") == [
        "Mr. Hale of Acme Inc. left at 5 p.m. on Monday.",
        '"Stop! Wait!" he cried.',
        "The U.S. has 3.5 million.",
    ]


@pytest.mark.parametrize("code", ["de", "en"])
@given(text=st.text(alphabet='aBü\u0308 .!?„“"()\n1z,🙂', max_size=80))
def test_every_character_but_white_space_lies_in_one_sentence(code: str, text: str) -> None:
    spans = segment(text, code)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() for span in spans)


def test_a_very_long_line_is_cut_at_white_space() -> None:
    text = "Wort " * 20_000
    spans = segment(text, "de")
    assert len(spans) > 1
    assert all(span.of(text).split()[0] == "Wort" == span.of(text).split()[-1] for span in spans)
