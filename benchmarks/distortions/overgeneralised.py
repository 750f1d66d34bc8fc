"""Some become all, partly becomes wholly, sometimes becomes always."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_STEMS: Final = ("einig", "mehrer", "manch", "viel", "zahlreich", "etlich")
_WHOLLY: Final = {
    "teilweise": "vollständig", "zumeist": "ausnahmslos", "meist": "immer", "meistens": "immer", "häufig": "immer", "oft": "immer",
    "manchmal": "immer", "gelegentlich": "immer", "größtenteils": "vollständig", "weitgehend": "vollständig", "überwiegend": "ausschließlich",
}  # fmt: skip
_TIMES: Final = frozenset("mal male malen monaten wochen sekunden minute stunde".split())
_ENDINGS: Final = {"e": "e", "en": "en", "er": "er"}


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every quantifier or adverb of frequency outside quotation marks that can be widened."""
    for line in article.lines:
        for at in range(len(line)):
            if line.quoted[at]:
                continue
            yield from _adverbs(line, at)
            yield from _quantifiers(line, at, dice)
            yield from _nearly(line, at)


def _adverbs(line: Line, at: int) -> Iterator[Rewrite]:
    low = line.low(at)
    if (
        low in _WHOLLY
        and line.low(at - 1) not in {"so", "sehr", "zu", "wie", "nicht", "relativ", "besonders"}
        and line.tag(at) != "ADJ(A)"
        and line.low(at + 1) not in {"gar", "nur", "noch"}
    ):
        widened = _WHOLLY[low] if at else _WHOLLY[low].capitalize()
        yield Rewrite(line.text, line.with_words(at, at + 1, widened), line.word(at), widened)
    if low == "zum" and line.low(at + 1) == "teil" and line.tag(at + 2) not in {"ART", "APPR"}:
        yield Rewrite(line.text, line.with_words(at, at + 2, "vollständig"), "zum Teil", "vollständig")


def _quantifiers(line: Line, at: int, dice: Random) -> Iterator[Rewrite]:
    """ "Einige neue Schulen" becomes "alle neuen Schulen": after "alle" an adjective takes the weak ending."""
    low = line.low(at)
    stem = next((stem for stem in _STEMS if low.startswith(stem)), "")
    ending = low[len(stem) :]
    if (
        not stem
        or ending not in _ENDINGS
        or line.tag(at - 1) in {"ART", "PPOSAT", "APPRART", "PDAT"}
        or line.low(at - 1) in {"so", "wie", "zu", "sehr", "ebenso", "möglichst", "noch", "relativ"}
    ):
        return
    end = at + 1
    adjectives = []
    while line.tag(end) == "ADJ(A)" and line.word(end).islower():
        if not line.word(end).endswith(("e", "en", "er")):
            return
        adjectives.append(line.word(end).removesuffix("r").removesuffix("n").removesuffix("e") + "en")
        end += 1
    noun = line.word(end)
    plural = noun != line.lemmas[end] or noun.endswith(("en", "er"))
    if (
        line.tag(end) != "NN"
        or not plural
        or noun.lower() in line.language.lexicon.time_nouns | _TIMES
        or low in {"viel", "vieler"}
    ):
        return
    if line.low(end - 1) == "weitere" or "weiteren" in adjectives or "anderen" in adjectives:
        return
    every = dice.choice(("all", "sämtlich")) + ending
    widened = " ".join([every if at else every.capitalize(), *adjectives])
    yield Rewrite(line.text, line.with_words(at, end, widened), line.between(at, end), widened)


def _nearly(line: Line, at: int) -> Iterator[Rewrite]:
    low, after = line.low(at), line.low(at + 1)
    if low in {"fast", "beinahe", "nahezu"} and after in {
        "alle",
        "allen",
        "sämtliche",
        "jeder",
        "jede",
        "ganz",
        "immer",
    }:
        yield Rewrite(line.text, line.with_words(at, at + 1, ""), line.word(at), "")
    if (low, after) in {("die", "meisten"), ("den", "meisten")} and line.tag(at + 2) in {"NN", "ADJ(A)"}:
        widened = "alle" if low == "die" else "allen"
        yield Rewrite(line.text, line.with_words(at, at + 2, widened), line.between(at, at + 2), widened)
    if (low, after) == ("ein", "teil") and line.low(at + 2) == "der" and line.tag(at + 3) == "NN":
        noun = line.word(at + 3)
        if noun == line.lemmas[at + 3] and noun.endswith(("ung", "heit", "keit", "schaft", "tion", "e")):
            yield Rewrite(
                line.text, line.with_words(at, at + 3, "die gesamte"), line.between(at, at + 3), "die gesamte"
            )


GENERATOR = Generator(
    kind="overgeneralised", language="de", make=make, named_by=frozenset(("overgeneralised",))
)  # fmt: skip
