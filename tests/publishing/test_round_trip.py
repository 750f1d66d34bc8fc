"""What goes out comes back: our own intake reads every exported form with the same text and metadata."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.intake.formats.newsml_g2 import NewsmlG2
from beleg.intake.formats.ninjs import Ninjs
from beleg.intake.item import Item
from beleg.publishing.article import Article
from beleg.publishing.release import Release
from beleg.publishing.targets import newsml_g2, ninjs, ninjs_lower_case
from beleg.terms.account import Account
from beleg.terms.revision import content_hash
from beleg.text.written import worded
from tests.publishing.releases import released
from tests.publishing.story import signed
from tests.publishing.withdrawals import NOTICE

ARTICLE = signed().article()

RENDERED: dict[str, tuple[Callable[[Release], bytes], Callable[[bytes], list[Item]]]] = {
    "ninjs": (ninjs.render, lambda raw: Ninjs().items(raw, "ninjs.json")),
    "ninjs_lower_case": (ninjs_lower_case.render, lambda raw: Ninjs().items(raw, "ninjs.json")),
    "newsml_g2": (newsml_g2.render, lambda raw: NewsmlG2().items(raw, "item.xml")),
}

_LETTERS = st.text(
    st.one_of(st.sampled_from("äöüÄÖÜßéèçñøåłİж中"), st.characters(categories=["Ll", "Lu", "Nd"])),
    min_size=1,
    max_size=9,
)
_TYPOGRAPHY = st.sampled_from(
    "„Straße“ “Quote,” »so« ‚halb‘ ‘half’ don’t – — … 1,2 3.500 50% §12 R&D A&O x<y a>b 🚒 👩‍🚒 🇩🇪 ❤️ H₂O 20° €5,50 Nr.7 "
    "[Karte](https://karte.example/?a=1&b=2#ort) https://quellenbrück.example/fähre <b>fett</b> {x} \\n".split()
)
_WORDS = st.lists(st.one_of(_LETTERS, _LETTERS, _TYPOGRAPHY), min_size=1, max_size=12)
_SENTENCE = _WORDS.map(lambda words: f"Dann {' '.join(words)} gilt.")
_PARAGRAPH = st.lists(_SENTENCE, min_size=1, max_size=3).map(" ".join)
_LIST = st.lists(_SENTENCE, min_size=1, max_size=4).map(
    lambda items: "\n".join(f"- {item}" for item in items)
)
_QUOTE = _PARAGRAPH.map(lambda words: f"> {words}")
_SUBHEAD = _SENTENCE.map(lambda words: f"## {words}")
_BODY = st.tuples(
    st.lists(st.one_of(_PARAGRAPH, _LIST, _QUOTE, _SUBHEAD), max_size=6), st.one_of(_PARAGRAPH, _LIST)
).map(lambda parts: [*parts[0], parts[1]])
_HEADLINE = st.lists(_LETTERS, min_size=1, max_size=8).map(lambda words: f"Rat: „{' '.join(words)}“")
_NAME = st.tuples(_LETTERS, _LETTERS).map(lambda parts: f"Ina {parts[0]} {parts[1]}")


def _folded(blocks: list[str]) -> str:
    """The text as the intake keeps it: lists that follow one another are one, quotes and links are their words."""
    blocks = [block if block.startswith("## ") else worded(block).removeprefix("> ") for block in blocks]
    text = blocks[0]
    for before, block in pairwise(blocks):
        text += ("\n" if before.startswith("- ") and block.startswith("- ") else "\n\n") + block
    return text


def an_article(headline: str, blocks: list[str], writers: list[str], publisher: str, address: str) -> Article:
    content = f"# {headline}\n\n" + "\n\n".join(blocks) + "\n"
    return replace(
        ARTICLE,
        content=content,
        disclosure=replace(ARTICLE.disclosure, content_sha256=content_hash(content)),
        writers=tuple(
            Account(id=f"w{i}", login="", name=name, function="") for i, name in enumerate(writers)
        ),
        publisher=publisher,
        address=address,
    )


@pytest.mark.parametrize("target", RENDERED)
@settings(max_examples=80, deadline=None)
@given(
    headline=_HEADLINE,
    blocks=_BODY,
    writers=st.lists(_NAME, max_size=3, unique=True),
    publisher=st.one_of(st.just(""), _NAME),
    address=st.sampled_from(["", "https://zeitung.example/faehre?x=1&y=2"]),
)
def test_an_article_comes_back_with_the_same_text_and_metadata(
    target: str, headline: str, blocks: list[str], writers: list[str], publisher: str, address: str
) -> None:
    render, read = RENDERED[target]
    article = an_article(headline, blocks, writers, publisher, address)

    (item,) = read(render(released(article)))

    assert item.text == _folded(blocks)
    assert item.title == headline
    assert item.author == ", ".join(writers)
    assert item.publisher == publisher
    assert item.language == "de"
    assert item.address == address
    assert item.published == datetime.fromisoformat(article.modified_at).replace(microsecond=0)


@pytest.mark.parametrize("target", RENDERED)
def test_the_story_comes_back(target: str) -> None:
    render, read = RENDERED[target]

    (item,) = read(render(released(ARTICLE)))

    assert item == Item(
        text=(
            "Die Fähre von Quellenbrück wird für 1,2 Millionen Euro erneuert.\n\n## Was geplant ist\n\n"
            "- Der Umbau beginnt im März.\n- Die Überfahrt bleibt kostenlos.\n\n"
            "„Wir haben lange darauf gewartet“, sagte Bürgermeisterin Imke Rohloff. Der Rat stimmte zu."
        ),
        title="Quellenbrück baut die Fähre neu",
        publisher="Quellenbrücker Bote",
        author="Jan Kolk",
        published=datetime.fromisoformat("2026-11-23T10:08:00+00:00"),
        language="de",
        address="https://zeitung.example/faehre",
    )


@pytest.mark.parametrize("raw", [ninjs.withdrawal(NOTICE), ninjs_lower_case.withdrawal(NOTICE)])
def test_a_withdrawal_comes_back_as_its_note(raw: bytes) -> None:
    (item,) = Ninjs().items(raw, "ninjs.json")

    assert item.text == "Der Bericht über die Fähre war falsch.\n\nWir bitten um Entschuldigung."
    assert item.title == "Artikel zurückgezogen"
    assert item.address == "https://zeitung.example/faehre"


def test_a_withdrawal_in_newsml_comes_back_as_its_note() -> None:
    (item,) = NewsmlG2().items(newsml_g2.withdrawal(NOTICE), "item.xml")

    assert item.text == "Der Bericht über die Fähre war falsch.\n\nWir bitten um Entschuldigung."
    assert item.title == "Artikel zurückgezogen"
    assert item.published == datetime.fromisoformat("2026-11-24T08:00:00+00:00")
