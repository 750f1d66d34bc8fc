"""Roles: who speaks, and which words frame, announce and address a quotation.

For each quotation the sentences around it are labelled word by word: `F` frame, `S` speaker, `C` cue, `A` addressee,
and their combinations ("FS" is the speaker inside the frame).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from beleg.reading.learned.features import bucket
from beleg.reading.learned.labels import OUTSIDE
from beleg.reading.learned.page import ROLES, Attributed, Page
from beleg.reading.learned.selecting import overlap
from beleg.terms.quotation import QuotationKind

_LETTERS: Final = {"frame": "F", "speaker": "S", "cue": "C", "addressee": "A"}
_BEFORE: Final = 2
_MOST_WORDS: Final = 1_600
_ALIKE: Final = 0.3

Words = tuple[int, ...]


class Surroundings:
    """The words around one quotation in which its roles are looked for, with their features.

    `earlier` is the quotation before it with its roles, `enclosing` the one it stands in; None where there is none.
    """

    def __init__(
        self,
        page: Page,
        one: Attributed,
        earlier: Attributed | None,
        enclosing: Attributed | None,
        quoted: frozenset[int],
    ) -> None:
        self.page = page
        self.one = one
        self.enclosing = enclosing
        self._kind = one.kind.value[:3] + ("f" if one.kind is QuotationKind.INDIRECT_FREE_INDIRECT else "")
        self._words = frozenset(one.words)
        self._first, self._last = one.words[0], one.words[-1]
        self._quoted = quoted - self._words
        model = enclosing or earlier
        self._speaker = frozenset(model.roles[0]) if model else frozenset()
        self._speaker_names = {
            page.forms[n].low
            for n in self._speaker
            if page.tokens[n].text[0].isupper() and page.forms[n].tag != "ART"
        }
        self._said_as = model.kind.value[:3] if model else ""
        self._enclosing = frozenset(enclosing.words) if enclosing else frozenset()
        self.numbers = self._numbers()
        self.ruled = self._nearest()
        """What the default engine read there; None if nothing like it."""
        self._ruled = self._ruled_roles()

    def _numbers(self) -> list[int]:
        page = self.page
        first, last = page.sentence[self._first], page.sentence[self._last]
        sentences = list(range(max(0, first - _BEFORE), min(len(page.sentences), last + 2)))
        if self._speaker and (home := page.sentence[min(self._speaker)]) < sentences[0]:
            sentences.insert(0, home)
        return [n for each in sentences for n in range(*page.sentences[each])][-_MOST_WORDS:]

    def _nearest(self) -> Attributed | None:
        near = max(self.page.ruled, key=lambda one: overlap(self._words, frozenset(one.words)), default=None)
        return near if near and overlap(self._words, frozenset(near.words)) >= _ALIKE else None

    def _ruled_roles(self) -> dict[int, list[str]]:
        """What the default engine says of the roles of the quotation most like this one."""
        found: dict[int, list[str]] = {}
        if self.ruled is None:
            return found
        for name, numbers in zip(ROLES, self.ruled.roles, strict=True):
            for n in numbers:
                found.setdefault(n, []).append(f"mr={name}")
        return found

    def features(self) -> list[list[str]]:
        """For each of `numbers` its features."""
        page, forms = self.page, self.page.forms
        first, last = page.sentence[self._first], page.sentence[self._last]
        start, end = page.sentences[first][0], page.sentences[last][1]
        layout = ("S" if self._first == start else "s") + ("E" if self._last >= end - 2 else "e")
        layout += "N" if self._enclosing else ""
        layout += "k" if any(page.mood[n] == 2 for n in self._words) else ""
        has_ruled = "mr" if self._ruled else "nr"
        colon = first > 0 and forms[page.sentences[first - 1][1] - 1].low == ":"
        outer, inner = page.clause[self._first], page.clause[self._last]
        found = []
        relation_features: dict[tuple[str, int], list[str]] = {}
        for t in self.numbers:
            form = forms[t]
            number = page.sentence[t]
            relation = self._relation(t, number, first, start, end)
            clause = page.clause[t]
            near = (relation, clause)
            shared = relation_features.get(near)
            if shared is None:
                shared = relation_features[near] = self._of_clause(
                    relation, clause, number, layout, colon, outer, inner
                )
                shared.append(f"{relation}{has_ruled}")
            distance = self._first - t if t < self._first else t - self._last if t > self._last else 0
            own = [
                "b",
                *form.own,
                *shared,
                f"{relation}d{bucket(distance)}",
                f"{relation}{self._kind}d{bucket(distance)}",
            ]
            own += [f"{relation}:{each}" for each in form.own[:3]]
            own += [
                f"{relation}{self._kind}:{each}" for each in form.own[2:] if each[0] != "x" and each[0] != "s"
            ]
            b, e = page.sentences[number]
            if t > b:
                before = forms[t - 1]
                own += before.near[0]
                own.append(f"p-1={before.tag}{form.tag}")
                own.append(f"{relation}:-1:{before.tag}")
                if t > b + 1:
                    own += forms[t - 2].far[0]
            else:
                own.append("SB")
                own.append(f"{relation}SB")
            if t + 1 < e:
                after = forms[t + 1]
                own += after.near[1]
                own.append(f"p+1={form.tag}{after.tag}")
                own.append(f"{relation}:+1:{after.tag}")
                if t + 2 < e:
                    own += forms[t + 2].far[1]
            self._add_special(own, t, relation, layout)
            found.append(own)
        return found

    def _relation(self, t: int, number: int, first: int, start: int, end: int) -> str:
        """Where a word stands: in the quotation, in a gap of it, before or after it, in a sentence around."""
        if t in self._words:
            return "in"
        if self._first < t < self._last:
            return "gap"
        if start <= t < self._first:
            return "pre"
        if self._last < t < end:
            return "post"
        if number == first - 1:
            return "p1"
        return "p2" if t < start else "n1"

    def _of_clause(
        self, relation: str, clause: int, number: int, layout: str, colon: bool, outer: int, inner: int
    ) -> list[str]:
        page = self.page
        features = page.of_clause[clause]
        b, e = page.sentences[number]
        first = page.clauses[clause][0]
        distance = outer - clause if first < self._first else clause - inner
        found = [
            f"r={relation}",
            f"{relation}{self._kind}",
            f"{relation}{layout}",
            f"{relation}{self._kind}{layout}",
            f"cd={relation}{min(distance, 4)}",
        ]
        if colon:
            found.append(f"pc{relation}{self._kind}")
        if self._said_as:
            found.append(f"ps{relation}{self._kind}{self._said_as}")
        found += features
        found += [f"{relation}C:{each}" for each in features]
        found += [
            f"{relation}{min(distance, 3)}C:{each}"
            for each in features
            if each[:3] in ("cue", "acc", "rel", "fin", "nof")
        ]
        for step in (-1, 1):
            other = clause + step
            if 0 <= other < len(page.clauses) and b <= page.clauses[other][0] < e:
                found += [
                    f"{relation}C{step:+}:{each}"
                    for each in page.of_clause[other]
                    if each[:2] not in ("fv", "lv")
                ]
        found += [f"{relation}S:{each}" for each in page.of_sentence[number]]
        return found

    def _add_special(self, own: list[str], t: int, relation: str, layout: str) -> None:
        if t in self._speaker:
            own += (
                "PS",
                f"PS{relation}",
                f"PS{self._kind}{self._said_as}",
                f"PS{relation}{self._kind}{layout}",
            )
        elif self.page.forms[t].low in self._speaker_names and self.page.tokens[t].text[0].isupper():
            own += ("PN", f"PN{relation}")
        if t in self._enclosing:
            own += ("EN", f"EN{relation}")
        if t in self._quoted:
            own += ("OQ", f"OQ{relation}")
        if t == self._first - 1:
            own.append("adjL")
        if t == self._last + 1:
            own.append("adjR")
        if self.page.marked[t] >= 0:
            own.append(f"mk{relation}")
        if self.page.mood[t]:
            own.append(f"k{relation}{self.page.mood[t]}")
        for each in self._ruled.get(t, ()):
            own += (each, f"{each}{relation}", f"{each}{relation}{self._kind}")
        own += [f"{relation}{each}" for each in self.page.of_rules[t] if each[1] == "r"]


def role_labels(numbers: Sequence[int], roles: Sequence[Words]) -> list[str]:
    """One label for each of `numbers` from the words of the roles in the order of `ROLES`."""
    sets = [(letter, frozenset(roles[ROLES.index(name)])) for name, letter in _LETTERS.items()]
    return ["".join(letter for letter, words in sets if n in words) or OUTSIDE for n in numbers]


def words_of_roles(numbers: Sequence[int], found: Sequence[str]) -> tuple[Words, ...]:
    """The words of each role in the order of `ROLES`, from labels."""
    return tuple(
        tuple(
            n for n, label in zip(numbers, found, strict=True) if label != OUTSIDE and _LETTERS[name] in label
        )
        for name in ROLES
    )


def in_order(quotations: Iterable[Attributed]) -> list[Attributed]:
    """By their first word, the longer first."""
    return sorted(quotations, key=lambda one: (one.words[0], -len(one.words)))


def neighbours(quotations: Sequence[Attributed], place: int) -> tuple[Attributed | None, Attributed | None]:
    """The last quotation before this one that has a speaker, and the one it stands in."""
    one = quotations[place]
    for other in reversed(quotations[:place]):
        if other.words[0] <= one.words[0] and one.words[-1] <= other.words[-1]:
            return None, other
    earlier = next((other for other in reversed(quotations[:place]) if other.roles[0]), None)
    return earlier, None
