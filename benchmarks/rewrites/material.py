"""Material: an article and its sentences laid out for rewriting, word by word with parts of speech."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.language.words import Words
from beleg.models.libraries import hanta
from beleg.reading import read
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import BlockKind, Reading, Sentence
from beleg.terms.span import Span
from beleg.terms.token import Token

FINITE: Final = frozenset(("VV(FIN)", "VA(FIN)", "VM(FIN)"))
"""Tags of finite verbs (STTS as HanTa writes them)."""
_QUOTED: Final = re.compile(r"„[^“”„]*[“”]|»[^«»]*«|«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_ENDS: Final = re.compile(r"[\w)%“”\"«»][.!]?[“”\"«»]?[.]?\Z")
_SHORTEST: Final = 5
_LONGEST: Final = 45


@cache
def _tagger() -> Any:
    return hanta().HanoverTagger("morphmodel_ger.pgz")


@dataclass(frozen=True)
class Line:
    """One sentence of an article. Offsets of `tokens` count in `text`, the words of this sentence alone."""

    sentence: Sentence
    language: Language
    quotations: tuple[Quotation, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks."""
        start = self.sentence.start
        return tuple(Token(t.start - start, t.end - start, t.text) for t in self.sentence.tokens)

    @cached_property
    def words(self) -> Words:
        """The tokens as the language looks at them."""
        return Words.of(self.tokens)

    @cached_property
    def _tagged(self) -> tuple[tuple[str, str, str], ...]:
        if self.language.code != "de":
            return tuple((t.text, t.text, "") for t in self.tokens)
        return tuple(_tagger().tag_sent([t.text for t in self.tokens], taglevel=1))

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The part of speech of each German token (STTS); empty strings in another language."""
        return tuple(tag for _, _, tag in self._tagged)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The dictionary form of each German token."""
        return tuple(lemma for _, lemma, _ in self._tagged)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """For each token whether it stands between quotation marks."""
        places = [match.span() for match in _QUOTED.finditer(self.text)]
        return tuple(any(start <= t.start and t.end <= end for start, end in places) for t in self.tokens)

    @cached_property
    def named(self) -> tuple[bool, ...]:
        """For each token whether it belongs to a proper name: by its tag, or by its first name or title."""
        places = self.language.names(self.tokens)
        return tuple(
            tag == "NE" or any(place.start <= t.start and t.end <= place.end for place in places)
            for tag, t in zip(self.tags, self.tokens, strict=True)
        )

    def is_name(self, at: int) -> bool:
        """Whether the token at `at` belongs to a proper name; False outside the sentence."""
        return 0 <= at < len(self.tokens) and self.named[at]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, at: int) -> str:
        """The token at `at` as it stands; empty outside the sentence."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def low(self, at: int) -> str:
        """The token at `at` in small letters; empty outside the sentence."""
        return self.words.low[at] if 0 <= at < len(self.tokens) else ""

    def tag(self, at: int) -> str:
        """The tag at `at`; empty outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tokens) else ""

    def between(self, start: int, end: int) -> str:
        """The words from token `start` to before token `end`, with the spaces between them."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""

    def with_words(self, start: int, end: int, words: str) -> str:
        """The sentence with `words` in place of the tokens `[start, end)`, spaces and first capital put right."""
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        before, after = self.text[:first], self.text[last:]
        if not words:
            before = before.rstrip(" ")
            if not before or after[:1].isalnum():
                after = after.lstrip(" ")
        return sentence_of(f"{before}{words}{after}")

    def index(self, span: Span) -> tuple[int, int]:
        """The tokens `[first, last)` that a span of the article covers; (0, 0) if it covers none here."""
        start, end = span.start - self.sentence.start, span.end - self.sentence.start
        inside = [at for at, t in enumerate(self.tokens) if start <= t.start and t.end <= end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def noun_phrase(self, at: int, end: int | None = None) -> int:
        """Where the noun phrase that begins at `at` ends; `at` if none does."""
        return self.language.noun_phrase(self.words, at, len(self) if end is None else end)

    @cached_property
    def end(self) -> int:
        """The index of the full stop that ends the sentence; its length where none does."""
        return len(self) - 1 if self.word(len(self) - 1) in {".", "!"} else len(self)

    def small(self, at: int, end: int) -> str:
        """The words `[at, end)` as they stand inside a sentence: the first with a small letter unless it is a noun or
        name.
        """
        words = self.between(at, end)
        tag = self.tag(at)
        if at or tag.startswith(("N", "FM", "CARD", "XY")) or not words or self.word(at).isupper():
            return words
        return words[0].lower() + words[1:]


@dataclass(frozen=True)
class Article:
    """An article, its reading, and another article, whose sentences it does not say."""

    text: str
    language: str = "de"
    other: "Article | None" = None

    @cached_property
    def reading(self) -> Reading:
        """What the article says and who says it."""
        return read(self.text, language_for(self.language))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its whole, readable sentences of a middling length."""
        language = language_for(self.language)
        if language is None:
            raise ValueError(f"no language {self.language!r}")
        return tuple(
            Line(sentence, language, self._quotations_of(sentence))
            for sentence in self.reading.sentences
            if _readable(sentence)
        )

    def _quotations_of(self, sentence: Sentence) -> tuple[Quotation, ...]:
        return tuple(one for one in self.reading.quotations if sentence.span.covers(one.span))

    def neighbours(self) -> Iterator[tuple[Line, Line]]:
        """Sentences that follow each other in one paragraph."""
        for first, second in zip(self.lines, self.lines[1:], strict=False):
            gap = self.text[first.sentence.end : second.sentence.start]
            if not gap.strip() and "\n" not in gap:
                yield first, second


def articles(texts: Sequence[str], language: str = "de") -> list[Article]:
    """Articles of these texts; each has the one before it as its other one."""
    made: list[Article] = []
    for text in texts:
        before = made[-1] if made else None
        made.append(Article(text, language, Article(before.text, language) if before else None))
    return made


def sentence_of(words: str) -> str:
    """Words as a sentence: a capital first, one space between words, none before a mark, one full stop."""
    words = re.sub(r"\s+", " ", words).strip()
    words = re.sub(r" +([,.;:!?)])", r"\1", words)
    words = re.sub(r",(?:\s*,)+", ",", words)
    words = re.sub(r",\s*([.;])", r"\1", words)
    return words[:1].upper() + words[1:]


def said_directly(quotation: Quotation) -> bool:
    """Whether a quotation gives the words themselves."""
    return quotation.kind is QuotationKind.DIRECT


def _readable(sentence: Sentence) -> bool:
    text = sentence.text
    return (
        sentence.block is BlockKind.PARAGRAPH
        and _SHORTEST <= len(sentence.tokens) <= _LONGEST
        and "\n" not in text
        and "++" not in text
        and "|" not in text
        and text.count("(") == text.count(")")
        and text.count("„") == text.count("“") + text.count("”")
        and text.count('"') % 2 == 0
        and (text[0].isupper() or text[0] in '„"»“' or text[0].isdigit())
        and text[-1] in '.“”"«»'
        and _ENDS.search(text) is not None
    )
