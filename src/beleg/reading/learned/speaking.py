"""Speaking: who may have said a quotation, and everything a judge is told of each.

Proposed are the words labelled as the speaker, stretches of words that may be one, whom the default engine names, and
who spoke before: in reported speech that goes on over several sentences the speaker often stands far away.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from beleg.reading.learned.labels import OUTSIDE
from beleg.reading.learned.page import Attributed, Page
from beleg.reading.learned.roles import Surroundings, Words, words_of_roles
from beleg.reading.learned.selecting import Judge, overlap
from beleg.terms.quotation import QuotationKind

_KINDS: Final = tuple(QuotationKind)
_LEAST: Final = (0.05, 0.2, 0.5)
_LEAST_VALUE: Final = 0.35
"""Cross-validated figures are the same from 0.3 to 0.45."""
_EARLIER: Final = 4
_NOBODY: Final = 9.0
_FAR: Final = 99.0
_SOURCES: Final = ("labels", "stretch", "rules", "enclosing", *(f"earlier{n}" for n in range(_EARLIER)))
_NOMINATIVE: Final = frozenset({"der", "die", "das", "ein", "eine"})
_OBLIQUE: Final = frozenset({"dem", "den", "des", "einem", "einen", "einer", "eines"})


@dataclass(frozen=True, slots=True)
class RoleBeliefs:
    """The likeliest role label of each word around a quotation, and how likely it belongs to the speaker."""

    best: Sequence[str]
    speaker: Sequence[float]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Chooses the speaker of a quotation: the one that the judge values most, nobody if all are hardly likely."""

    judge: Judge

    def choose(self, proposed: "ProposedSpeakers") -> Words:
        """The words of the speaker; empty where none is likely enough."""
        values = self.judge.values(proposed.measures())
        best = max(range(len(values)), key=lambda place: (values[place], -place), default=None)
        return proposed.words[best] if best is not None and values[best] >= _LEAST_VALUE else ()


class ProposedSpeakers:
    """Who may have said one quotation. `earlier` are the quotations before it with their roles."""

    def __init__(
        self,
        page: Page,
        around: Surroundings,
        beliefs: RoleBeliefs,
        earlier: Sequence[Attributed],
        quoted: frozenset[int],
    ) -> None:
        self._page = page
        self._one = around.one
        self._earlier = earlier
        self._quoted = quoted
        self._ruled = around.ruled
        self._likely = dict(zip(around.numbers, beliefs.speaker, strict=True))
        self._labelled = words_of_roles(around.numbers, beliefs.best)[0]
        self._frame = frozenset(
            n
            for n, label in zip(around.numbers, beliefs.best, strict=True)
            if label != OUTSIDE and "F" in label
        )
        found: dict[Words, set[str]] = {}
        for who, words in self._proposals(around):
            if words:
                found.setdefault(words, set()).add(who)
        self.words = list(found)
        """The proposals, always in the same order."""
        self._sources = list(found.values())

    def _proposals(self, around: Surroundings) -> list[tuple[str, Words]]:
        proposals = [("labels", self._labelled)]
        for least in _LEAST:
            proposals += [("stretch", words) for words in self._stretches(around.numbers, least)]
        if self._ruled:
            proposals.append(("rules", self._ruled.roles[0]))
        for place, one in enumerate(reversed(self._earlier[-_EARLIER:])):
            proposals.append((f"earlier{place}", one.roles[0]))
        if around.enclosing:
            proposals.append(("enclosing", around.enclosing.roles[0]))
        return proposals

    def _stretches(self, numbers: Sequence[int], least: float) -> list[Words]:
        """Words in a row that each belong to the speaker with this probability or a greater one."""
        found: list[list[int]] = []
        last = -2
        for n in numbers:
            if self._likely[n] >= least:
                if n == last + 1:
                    found[-1].append(n)
                else:
                    found.append([n])
                last = n
        return [tuple(words) for words in found]

    def measures(self) -> list[list[float]]:
        """The measures of each proposal, all of equal length, in the order of `words`."""
        likely, proposed = self._likely, self.words
        total = sum(likely.values())
        means = [sum(likely.get(n, 0.0) for n in words) / len(words) for words in proposed]
        spoken = Counter(form.low for form in self._page.forms)
        common = self._common(total)
        rows = []
        for place, words in enumerate(proposed):
            own, mean = frozenset(words), means[place]
            others = max(
                (means[n] for n, other in enumerate(proposed) if n != place and own.isdisjoint(other)),
                default=0.0,
            )
            rows.append(
                [
                    *(float(each in self._sources[place]) for each in _SOURCES),
                    mean,
                    max(likely.get(n, 0.0) for n in words),
                    min(likely.get(n, 0.0) for n in words),
                    *(likely.get(n, 0.0) for n in (words[0], words[-1], words[0] - 1, words[-1] + 1)),
                    2 * mean * len(words) / (len(words) + total) if total else 0.0,
                    others,
                    mean - others,
                    float(sum(other > mean for other in means)),
                    *self._where(words, own),
                    *self._what(words, spoken),
                    *common,
                ]
            )
        return rows

    def _common(self, total: float) -> list[float]:
        """What holds of all proposals for this quotation."""
        page, one, ruled = self._page, self._one, self._ruled
        first, last = page.sentence[one.words[0]], page.sentence[one.words[-1]]
        before = self._earlier[-1] if self._earlier else None
        return [
            total,
            float(len(self.words)),
            float(bool(self._labelled)),
            float(bool(ruled and ruled.roles[0])),
            float(ruled is not None),
            float(len(self._frame)),
            float(len(ruled.roles[2]) if ruled else 0),
            *(float(one.kind is kind) for kind in _KINDS),
            float(one.words[0] == page.sentences[first][0]),
            float(one.words[-1] >= page.sentences[last][1] - 2),
            float(last - first),
            float(len(one.words)),
            float(len(self._earlier)),
            float(bool(before and before.roles[0])),
            float(first - page.sentence[before.words[-1]]) if before else _FAR,
            float(_KINDS.index(before.kind) if before else -1),
        ]

    def _where(self, words: Words, own: frozenset[int]) -> list[float]:
        """Where the words stand: in the frame, in the quotation, how far away, in a sentence with others' words."""
        page, one, ruled = self._page, self._one, self._ruled
        first, last = one.words[0], one.words[-1]
        quotation = frozenset(one.words)
        begin, end = words[0], words[-1]
        distance = first - end if end < first else begin - last if begin > last else 0
        home, here = page.sentence[begin], page.sentence[first]
        return [
            overlap(own, frozenset(self._labelled)),
            overlap(own, frozenset(ruled.roles[0])) if ruled else 0.0,
            float(here - home),
            float(distance),
            float(begin > last),
            float(not quotation.isdisjoint(own)),
            float(first < begin < last and begin not in quotation),
            float(begin in self._quoted),
            len(own & self._frame) / len(own),
            len(own & frozenset(ruled.roles[2])) / len(own) if ruled else 0.0,
            float(home != here and any(n in self._quoted for n in range(*page.sentences[home]))),
        ]

    def _what(self, words: Words, spoken: Counter[str]) -> list[float]:
        """What the words are: a name, a pronoun, a noun phrase, in which case, and how often they are spoken of."""
        forms, begin, end = self._page.forms, words[0], words[-1]
        tags = [forms[n].tag for n in words]
        names = {
            forms[n].low for n in words if self._page.tokens[n].text[0].isupper() and forms[n].tag != "ART"
        }
        same = next(
            (
                float(back)
                for back, one in enumerate(reversed(self._earlier))
                if not names.isdisjoint(forms[n].low for n in one.roles[0])
            ),
            _NOBODY,
        )
        before = forms[begin - 1] if begin else None
        after = forms[end + 1] if end + 1 < len(forms) else None
        return [
            float(len(words)),
            float("NE" in tags),
            float("NN" in tags),
            float(tags[0] == "ART"),
            float(tags[0].startswith(("PP", "PD", "PI"))),
            float(len(words) == 1 and tags[0].startswith("P")),
            float(forms[begin].low in _NOMINATIVE),
            float(forms[begin].low in _OBLIQUE),
            float(forms[begin].low in {"er", "sie", "es"}),
            float(forms[begin].low in {"man", "ich", "wir"}),
            float(before is not None and before.tag.startswith("APP")),
            float(before is not None and before.finite),
            float(after is not None and after.low == ","),
            float(after is not None and after.finite),
            float(begin == self._page.sentences[self._page.sentence[begin]][0]),
            same,
            float(min(9, max((spoken[name] for name in names), default=0))),
        ]
