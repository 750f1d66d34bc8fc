"""What a judge is told of candidate quotations and of those who may have said them."""

from collections.abc import Sequence

import pytest

from beleg.language.de.german import GERMAN
from beleg.models.tags import GermanTags
from beleg.reading import read
from beleg.reading.learned.decoding import Beliefs, Candidate
from beleg.reading.learned.engine import parts, with_roles
from beleg.reading.learned.facts import facts, nearest
from beleg.reading.learned.measuring import measures
from beleg.reading.learned.page import Attributed, Page, lay_out
from beleg.reading.learned.selecting import gain, targets
from beleg.reading.learned.speaking import RoleBeliefs, Speakers
from beleg.reading.learned.words import WordForms
from beleg.terms.quotation import QuotationKind

TEXT = (
    "Die Bürgermeisterin Petra Vogt sagte, die Brücke bleibe gesperrt. Sie werde erst im Mai geöffnet. "
    "Der Verein „Freie Ufer“ nannte das „einen schlechten Scherz“."
)
FORMS = WordForms(GERMAN, GermanTags())


@pytest.fixture
def page() -> Page:
    part, marked = next(parts(read(TEXT, GERMAN)))
    return lay_out(part, GERMAN, FORMS, marked)


def _words(page: Page, said: str) -> tuple[int, ...]:
    start = page.text.index(said)
    return tuple(n for n, token in enumerate(page.tokens) if start <= token.start < start + len(said))


def _layers(page: Page, likely: Sequence[int]) -> dict[bool, Beliefs]:
    """A model that believes that these words are quoted, and no others."""
    count = len(page.tokens)
    inside = [0.9 if n in likely else 0.1 for n in range(count)]
    outside = [1 - each for each in inside]
    kinds = {QuotationKind.INDIRECT: inside}
    beliefs = Beliefs(inside, inside, inside, [0.0] * count, outside, kinds, ["O"] * count)
    return {False: beliefs, True: beliefs}


class OneLabel:
    """Labels the same words as the speaker of every quotation."""

    def __init__(self, likely: float) -> None:
        self._likely = likely

    def roles(self, items: Sequence[Sequence[str]]) -> RoleBeliefs:
        speaker = [self._likely if "w=vogt" in features else 0.0 for features in items]
        return RoleBeliefs(["S" if each > 0.5 else "O" for each in speaker], speaker)


class Labelled:
    """Values those proposals most that the labels propose, and all others a little."""

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        return [0.2 + 0.6 * row[0] for row in rows]


def test_the_nearest_ruled_quotation_is_of_the_same_layer(page: Page) -> None:
    said = _words(page, "die Brücke bleibe gesperrt")
    shared, ruled = nearest(page.ruled, Candidate(QuotationKind.INDIRECT, said))
    assert ruled is not None and (shared, ruled.words, ruled.rule) == (1.0, said, "leading_frame")
    assert nearest(page.ruled, Candidate(QuotationKind.DIRECT, said)) == (0.0, None)


def test_facts_tell_frame_and_edges(page: Page) -> None:
    found = facts(page, Candidate(QuotationKind.INDIRECT, _words(page, "die Brücke bleibe gesperrt")))
    assert {"f0die", "B1,", "A1.", "r=leading_frame", f"ov={GERMAN.stem('sagte')}"} <= set(found)
    shorter = facts(page, Candidate(QuotationKind.INDIRECT, _words(page, "Brücke bleibe gesperrt")))
    assert "r~leading_frame" in shorter and "rl+leading_frame" in shorter


def test_facts_tell_a_name_in_marks_from_a_clause(page: Page) -> None:
    name = facts(page, Candidate(QuotationKind.DIRECT, _words(page, "„Freie Ufer“")))
    words = facts(page, Candidate(QuotationKind.DIRECT, _words(page, "„einen schlechten Scherz“")))
    assert "Dcap" in name and "Dmix" not in name
    assert "Dmix" in words and "Dcap" not in words


def test_measures_are_as_many_for_every_candidate(page: Page) -> None:
    said = _words(page, "die Brücke bleibe gesperrt")
    found = [
        Candidate(QuotationKind.INDIRECT, said, {"labels"}),
        Candidate(QuotationKind.INDIRECT, said[:1]),
        Candidate(QuotationKind.DIRECT, _words(page, "„Freie Ufer“")),
        Candidate(QuotationKind.REPORTED, tuple(range(len(page.tokens)))),
    ]
    rows = measures(page, _layers(page, said), found, [[0.0, 1.0]] * len(found))
    assert len({len(row) for row in rows}) == 1
    assert len({tuple(row) for row in rows}) == len(found)
    assert all(row[-2:] == [0.0, 1.0] for row in rows)


def test_targets_say_how_much_a_match_is_worth(page: Page) -> None:
    said = _words(page, "die Brücke bleibe gesperrt")
    gold = [Attributed(QuotationKind.INDIRECT, said)]
    found = [
        Candidate(QuotationKind.INDIRECT, said),
        Candidate(QuotationKind.INDIRECT, said[:2]),
        Candidate(QuotationKind.REPORTED, said),
        Candidate(QuotationKind.DIRECT, said),
    ]
    whole, half, other_kind, other_layer = targets(found, gold)
    assert (whole, half, other_layer) == (1.0, 0.75, 0.0)
    assert half < other_kind < whole
    assert gain(frozenset(said), frozenset()) == 0.0


def test_speakers_of_earlier_quotations_are_proposed_again(page: Page) -> None:
    first = Attributed(QuotationKind.INDIRECT, _words(page, "die Brücke bleibe gesperrt"))
    second = Attributed(QuotationKind.FREE_INDIRECT, _words(page, "Sie werde erst im Mai geöffnet."))
    vogt = _words(page, "Vogt")
    (one, _), (_, proposed) = with_roles(page, [first, second], OneLabel(0.9), Speakers(Labelled()))
    assert one.roles[0] == vogt
    place = proposed.words.index(vogt)
    rows = proposed.measures()
    assert len({len(row) for row in rows}) == 1
    assert rows[place][:8] == [1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]


def test_nobody_speaks_where_nobody_is_likely_enough(page: Page) -> None:
    said = Attributed(QuotationKind.INDIRECT, _words(page, "die Brücke bleibe gesperrt"))
    ((one, proposed),) = with_roles(page, [said], OneLabel(0.3), Speakers(Labelled()))
    assert _words(page, "Die Bürgermeisterin Petra Vogt") in proposed.words
    assert one.roles[0] == ()
