"""Several people at work on one text: what each saves is theirs, and nobody's is lost."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.newsroom.checks_apart import Checks
from beleg.newsroom.house import Newsroom
from beleg.newsroom.writing import read_in
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked, RevisionSaved
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.review import Obstacle, SentenceState
from beleg.terms.revision import Origin, content_hash
from tests.newsroom.town import (
    COSTS,
    DECIDED,
    HEADLINE,
    INVENTED,
    SAID,
    SUPPORTED,
    Town,
    mail,
    report,
    text,
    town,
)

_T = TypeVar("_T")


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as opened:
        yield opened


def _who(dossier: Dossier) -> dict[str, str]:
    current = dossier.current
    assert current is not None
    return {one.text: one.changed_by for one in current.sentences}


def _kinds(pool: Town) -> list[str]:
    return [type(entry.event).__name__ for entry in pool.house.entries(pool.dossier)]


def test_each_sentence_stays_whose_it_is(pool: Town) -> None:
    base = pool.prepare(text(DECIDED, COSTS))
    pool.house.save_merged(pool.dossier, text(DECIDED, COSTS, INVENTED), by=pool.ole.id, base=base)
    saved = pool.house.save_merged(pool.dossier, text(DECIDED, SAID, COSTS), by=pool.ute.id, base=base)
    assert saved.merged and saved.clashes == ()
    assert saved.revision.content == text(DECIDED, SAID, COSTS, INVENTED)
    assert saved.revision.by == pool.ute.id
    who = _who(pool.house.dossier(pool.dossier))
    assert (who[DECIDED], who[COSTS]) == (pool.ida.id, pool.ida.id)
    assert (who[INVENTED], who[SAID]) == (pool.ole.id, pool.ute.id)


def test_who_saved_their_part_of_a_text_cannot_sign_it(pool: Town) -> None:
    base = pool.prepare(text(DECIDED, COSTS))
    pool.house.save_merged(pool.dossier, text(DECIDED, SAID, COSTS), by=pool.ute.id, base=base)
    assert Obstacle.OWN_TEXT in pool.house.obstacles_to_signing(pool.dossier, by=pool.ute.id)
    assert Obstacle.OWN_TEXT in pool.house.obstacles_to_signing(pool.dossier, by=pool.ida.id)
    assert Obstacle.OWN_TEXT not in pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id)


def test_who_changed_nothing_becomes_no_author(pool: Town) -> None:
    base = pool.prepare(SUPPORTED)
    pool.write(text(DECIDED, COSTS), by=pool.ute.id)
    before = pool.house.entries(pool.dossier)
    saved = pool.house.save_merged(pool.dossier, SUPPORTED, by=pool.ole.id, base=base)
    assert saved.revision.content == text(DECIDED, COSTS) and saved.merged
    assert pool.house.entries(pool.dossier) == before
    assert Obstacle.OWN_TEXT not in pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id)


def test_a_machines_sentence_stays_the_machines_beside_a_persons_edit(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [report()], by=pool.ida.id)
    drafted = pool.house.draft(pool.dossier, by=pool.ida.id)
    pool.house.save_merged(
        pool.dossier, f"{drafted.content}\n\n{INVENTED}\n", by=pool.ole.id, base=drafted.content_sha256
    )
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    assert {one.origin for one in current.sentences} >= {Origin.PERSON}
    before = {one.text: one for one in drafted.sentences}
    assert all(one == before[one.text] for one in current.sentences if one.text in before)


def test_the_same_sentence_changed_by_two_is_told_with_whose_words_stand(pool: Town) -> None:
    base = pool.prepare(SUPPORTED)
    theirs, mine = COSTS.replace("4,2", "4,4"), COSTS.replace("4,2", "4,6")
    pool.write(SUPPORTED.replace(COSTS, theirs), by=pool.ole.id)
    saved = pool.house.save_merged(pool.dossier, SUPPORTED.replace(COSTS, mine), by=pool.ute.id, base=base)
    (clash,) = saved.clashes
    assert (clash.conflict.mine, clash.conflict.theirs, clash.by) == (mine, theirs, pool.ole.id)
    assert saved.revision.by == pool.ole.id, "nothing of what was typed could be taken, so nothing was saved"
    assert _kinds(pool).count("RevisionSaved") == 2


def test_who_cut_a_sentence_is_named_and_not_who_wrote_in_it(pool: Town) -> None:
    base = pool.prepare(SUPPORTED)
    pool.write(text(DECIDED, SAID), by=pool.ole.id)
    mine = COSTS.replace("4,2", "4,6")
    # Nothing of Ute's can be taken, then something: it is Ole's cut both times.
    for content in (SUPPORTED.replace(COSTS, mine), f"{SUPPORTED.replace(COSTS, mine)}\n{INVENTED}\n"):
        saved = pool.house.save_merged(pool.dossier, content, by=pool.ute.id, base=base)
        (clash,) = saved.clashes
        assert (clash.conflict.mine, clash.conflict.theirs, clash.by) == (mine, "", pool.ole.id)


def test_text_and_check_are_recorded_together(pool: Town) -> None:
    base = pool.prepare(SUPPORTED)
    saved = pool.house.save_merged(pool.dossier, text(DECIDED, INVENTED), by=pool.ida.id, base=base)
    revision, check = (entry.event for entry in pool.house.entries(pool.dossier)[-2:])
    assert isinstance(revision, RevisionSaved) and isinstance(check, DraftChecked)
    assert check.content_sha256 == revision.content_sha256 == saved.revision.content_sha256
    assert saved.review == pool.house.review(pool.dossier)
    assert saved.revision == pool.house.dossier(pool.dossier).current


class _OutOfOrder(Checks):
    """Checks in which a text can be read and none compared."""

    def work_out(self, function: Callable[..., _T], *args: Any, **kwargs: Any) -> _T:
        if function is read_in:
            return function(*args, **kwargs)
        raise OverflowError("cannot convert float infinity to integer")


def test_an_edit_is_kept_where_its_check_fails(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with town(tmp_path / "newsroom") as pool:
        base = pool.prepare(text(DECIDED, COSTS))
        with Newsroom.open(tmp_path / "newsroom", checks=_OutOfOrder()) as house:
            saved = house.save_merged(pool.dossier, text(DECIDED, INVENTED), by=pool.ole.id, base=base)
            assert saved.revision.content == text(DECIDED, INVENTED)
            assert not saved.review.sentences
        assert pool.house.dossier(pool.dossier).current == saved.revision
        assert _kinds(pool)[-1] == "RevisionSaved"
    assert [record.message for record in caplog.records] == [
        "A text that is saved could not be checked: OverflowError"
    ]


def test_a_look_says_what_saving_and_checking_would(pool: Town) -> None:
    pool.prepare(SUPPORTED)
    before = pool.house.entries(pool.dossier)
    content = text(DECIDED, COSTS.replace("4,2", "7,9"), INVENTED)
    looked = pool.house.look(pool.dossier, content, by=pool.ida.id)
    assert pool.house.entries(pool.dossier) == before
    saved = pool.house.save(pool.dossier, content, by=pool.ida.id)
    pool.house.check(pool.dossier, by=pool.ida.id)
    assert looked.review == pool.house.review(pool.dossier)
    assert looked.revision.sentences == saved.sentences


def test_a_look_shows_who_wrote_none_of_it_what_the_page_shows_them(pool: Town) -> None:
    pool.prepare(text(DECIDED, COSTS.replace("4,2", "7,9"), INVENTED))
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    for person in (pool.ida, pool.ole):
        looked = pool.house.look(pool.dossier, current.content, by=person.id)
        assert looked.review == pool.house.review_for(pool.dossier, person.id)


@pytest.mark.parametrize(
    "typed",
    [
        "Die Arbeiten sollen Millionen Euro kosten.",
        "Die Arbeiten sollen 7,9 Millionen Euro kosten. ",
        SAID[1:],
    ],
    ids=["without its number", "with a blank", "without its quotation mark"],
)
def test_typing_tells_nothing_of_a_sentence_that_is_to_be_judged(pool: Town, typed: str) -> None:
    wrong = COSTS.replace("4,2", "7,9")
    pool.prepare(text(DECIDED, wrong, SAID))
    looked = pool.house.look(pool.dossier, text(DECIDED, typed, INVENTED), by=pool.ole.id).review
    shown = {one.sentence.text: one for one in looked.sentences}
    assert shown[DECIDED].state is SentenceState.SUPPORTED
    hidden = [one for words, one in shown.items() if words not in (DECIDED, HEADLINE)]
    assert len(hidden) == 2
    for one in hidden:
        expected = SentenceState.TO_JUDGE if one.sentence.text == wrong else SentenceState.UNSAVED
        assert (one.state, one.sentence.verdict) == (expected, Verdict.NOT_CHECKABLE)
        assert not any(found.finding.span.overlaps(one.sentence.span) for found in looked.findings)
    by_author = pool.house.look(pool.dossier, text(DECIDED, typed, INVENTED), by=pool.ida.id).review
    assert all(one.state is not SentenceState.UNSAVED for one in by_author.sentences)


def test_who_begins_a_text_sees_what_is_found_in_it(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [report()], by=pool.ida.id)
    looked = pool.house.look(pool.dossier, text(DECIDED, COSTS.replace("4,2", "7,9")), by=pool.ole.id)
    assert looked.review.open_findings == 1


def test_who_saved_sees_it_and_who_saved_nothing_does_not(pool: Town) -> None:
    base = pool.prepare(text(DECIDED, COSTS.replace("4,2", "7,9")))
    content = text(DECIDED, COSTS.replace("4,2", "7,9"))
    saved = pool.house.save_merged(pool.dossier, content, by=pool.ole.id, base=base)
    assert saved.review.to_judge == 1 and saved.review.open_findings == 0
    saved = pool.house.save_merged(pool.dossier, f"{content}\n{INVENTED}\n", by=pool.ole.id, base=base)
    assert saved.review.to_judge == 0 and saved.review == pool.house.review(pool.dossier)


def test_a_look_at_the_text_as_it_stands_sees_sources_that_came_since(pool: Town) -> None:
    pool.prepare(text(DECIDED, "Der Schwimmverein Mühlried hat 312 Mitglieder."))
    assert pool.house.review(pool.dossier).open_sentences == 1
    pool.house.take_in(pool.dossier, [mail()], by=pool.ida.id)
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    looked = pool.house.look(pool.dossier, current.content, by=pool.ole.id)
    assert looked.review.open_sentences == 0
    assert pool.house.review(pool.dossier).open_sentences == 1


def test_the_first_text_of_two_people_at_once(pool: Town) -> None:
    pool.house.save_merged(pool.dossier, text(DECIDED), by=pool.ida.id, base="")
    saved = pool.house.save_merged(pool.dossier, f"{INVENTED}\n", by=pool.ole.id, base="")
    assert INVENTED in saved.revision.content and DECIDED in saved.revision.content


@pytest.mark.parametrize("content", ["", "  \n", "\0", "a" * 200_001])
def test_what_cannot_be_kept_is_refused(pool: Town, content: str) -> None:
    base = pool.prepare()
    with pytest.raises(Error):
        pool.house.save_merged(pool.dossier, content, by=pool.ida.id, base=base)
    with pytest.raises(Error):
        pool.house.look(pool.dossier, content, by=pool.ida.id)


def test_an_unknown_base_and_a_closed_account_save_nothing(pool: Town) -> None:
    pool.prepare()
    before = pool.house.entries(pool.dossier)
    with pytest.raises(Error, match="is no revision of this dossier"):
        pool.house.save_merged(pool.dossier, text(SAID), by=pool.ole.id, base=content_hash("fremd"))
    pool.house.close_account(pool.ole.id)
    with pytest.raises(Error, match="closed"):
        pool.house.save_merged(pool.dossier, text(SAID), by=pool.ole.id, base="")
    assert pool.house.entries(pool.dossier) == before


def test_the_head_tells_that_something_happened(pool: Town) -> None:
    before = pool.house.head(pool.dossier)
    pool.prepare()
    assert before != pool.house.head(pool.dossier) == pool.house.dossier(pool.dossier).head
    assert pool.house.head("d-0000000000000000") == ""


_EDITS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 3), st.sampled_from(["eins", "zwei", "drei"]), st.booleans()),
    min_size=1,
    max_size=8,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("shared") / "newsroom") as opened:
        yield opened


@settings(max_examples=15, deadline=None)
@given(edits=_EDITS)
def test_whoever_saves_when_every_sentence_is_whose_it_is(
    shared: Town, edits: list[tuple[int, int, str, bool]]
) -> None:
    """Three people, each with a text they had at some time, each writing their own name into their edits."""
    pool = shared
    people = [pool.ida, pool.ole, pool.ute]
    dossier = pool.house.open_dossier("Drei", "de", by=pool.ida.id).id
    first = pool.house.save_merged(
        dossier,
        "Erstens. Ida schreibt.\n\nZweitens. Ida fragt.\n\nDrittens. Ida ruht.\n",
        by=pool.ida.id,
        base="",
    )
    has = [first.revision] * 3
    for number, (who, at, words, sees) in enumerate(edits):
        person = people[who]
        name = person.name.split()[0]
        if sees:
            current = pool.house.dossier(dossier).current
            assert current is not None
            has[who] = current
        blocks = has[who].content.rstrip().split("\n\n")
        blocks.insert(at, f"{name} schreibt {words} als Nummer {number}.")
        content = "\n\n".join(blocks) + "\n"
        saved = pool.house.save_merged(dossier, content, by=person.id, base=has[who].content_sha256)
        told = saved.revision.content + " ".join(clash.conflict.mine for clash in saved.clashes)
        assert f"{name} schreibt {words} als Nummer {number}." in told
        has[who] = saved.revision
    ids = {person.name.split()[0]: person.id for person in people}
    for sentence, by in _who(pool.house.dossier(dossier)).items():
        if " als Nummer " in sentence:
            assert by == ids[sentence.split()[0]]


def test_saving_at_once_loses_nothing(pool: Town) -> None:
    base = pool.prepare(SUPPORTED)

    def write(number: int) -> str:
        person = (pool.ida, pool.ole, pool.ute)[number % 3]
        sentence = f"Satz {number} schrieb {person.name}."
        with Newsroom.open(Path(pool.folder), create=False) as house:
            content = f"{SUPPORTED}\n{sentence}\n"
            house.save_merged(pool.dossier, content, by=person.id, base=base)
        return sentence

    with ThreadPoolExecutor(6) as at_once:
        written = list(at_once.map(write, range(12)))
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    assert [sentence for sentence in written if sentence not in current.content] == []
    assert len(pool.house.dossier(pool.dossier).revisions) == 13
