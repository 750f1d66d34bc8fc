"""Each role × each act of the newsroom: what is done, what is denied, and what is kept of a denial."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.record.database import FILE
from beleg.terms.account import Account
from beleg.terms.denial import Denial, Denied
from beleg.terms.judging import Answer
from beleg.terms.refusal import Error
from beleg.terms.review import FindingState
from beleg.terms.role import ACTS, NAMES, PERMISSIONS, Permission, Role
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.town import COSTS, DECIDED, INVENTED, SUPPORTED, Town, mail, report, text, town

PASSWORD = "nur-zum-pruefen"
ALL = frozenset(Role)
WRITERS = frozenset({Role.REPORTER, Role.EDITOR, Role.DUTY_EDITOR})
EDITORS = frozenset({Role.EDITOR, Role.DUTY_EDITOR})
ON_DUTY = frozenset({Role.DUTY_EDITOR})
LEGAL = frozenset({Role.LEGAL})
ADMIN = frozenset({Role.ADMIN})


@dataclass(frozen=True)
class Pool:
    """The town, with one more account that is given every role in turn."""

    town: Town
    tried: Account

    @property
    def house(self) -> Newsroom:
        return self.town.house

    @property
    def dossier(self) -> str:
        return self.town.dossier

    @property
    def by(self) -> str:
        return self.tried.id

    @property
    def soon(self) -> datetime:
        return datetime(2026, 3, 5, tzinfo=UTC) + timedelta(days=1)

    def signed(self) -> None:
        sign_judged(self.house, self.dossier, self.town.prepare(), by=self.town.ole.id)

    def published(self) -> None:
        self.signed()
        self.house.publish(self.dossier, by=self.town.ole.id)

    def open_finding(self, state: FindingState = FindingState.OPEN) -> str:
        """A text with a finding; its key."""
        self.town.prepare(text(DECIDED, "Die Arbeiten sollen 5,2 Millionen Euro kosten."))
        key = self.house.review(self.dossier).findings[0].key
        if state is FindingState.ESCALATED:
            self.house.escalate(self.dossier, key, "Das muss jemand anderes sehen.", by=self.town.ole.id)
        return key

    def open_sentence(self, *, escalated: bool = False) -> str:
        """A text with a sentence that waits for a person; its key."""
        self.town.prepare(text(DECIDED, INVENTED))
        review = self.house.review(self.dossier)
        if escalated:
            self.house.escalate(self.dossier, review.findings[0].key, "Wer war da?", by=self.town.ole.id)
        (waiting,) = (each for each in review.sentences if each.sentence.text == INVENTED)
        return waiting.key


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    with town(tmp_path / "newsroom") as pool:
        yield Pool(pool, pool.house.add_account("eva", "Eva Kolb", "Versuch", PASSWORD))


def _withdraw(pool: Pool) -> None:
    pool.published()
    pool.house.withdraw(
        pool.dossier,
        "Der Beschluss gilt nicht.",
        note_newsroom="Bitte nicht verwenden.",
        note_short="Zurückgezogen.",
        note_readers="Wir haben den Artikel zurückgezogen.",
        by=pool.by,
    )


def _correct(pool: Pool) -> None:
    pool.published()
    pool.town.write(text(DECIDED))
    pool.house.note_correction(pool.dossier, "Die Kosten standen falsch da.", by=pool.by)


def _move_embargo(pool: Pool, hours: int) -> None:
    pool.house.set_embargo(pool.dossier, pool.soon, "Sperrfrist der Stadt.", by=pool.town.ole.id)
    end = pool.soon + timedelta(hours=hours)
    pool.house.set_embargo(pool.dossier, end, "Die Stadt hat sie verlegt.", by=pool.by)


def _lift(pool: Pool) -> None:
    pool.house.set_embargo(pool.dossier, pool.soon, "Sperrfrist der Stadt.", by=pool.town.ole.id)
    pool.house.lift_embargo(pool.dossier, "Die Stadt gibt es frei.", by=pool.by)


def _retract(pool: Pool) -> None:
    (taken,) = pool.house.take_in(pool.dossier, [mail()], by=pool.town.ida.id)
    pool.house.retract_source(taken.source, "Der Verein hat sich verzählt.", by=pool.by)


def _change(pool: Pool) -> None:
    (taken,) = pool.house.take_in(pool.dossier, [report()], by=pool.town.ida.id)
    newer = report("Der Gemeinderat von Mühlried hat nichts beschlossen.", "neu.txt")
    pool.house.change_source(pool.dossier, taken.source, newer, by=pool.by)


def _draft(pool: Pool) -> None:
    pool.house.take_in(pool.dossier, [report()], by=pool.town.ida.id)
    pool.house.draft(pool.dossier, by=pool.by)


def _sign(pool: Pool) -> None:
    pool.house.sign_off(pool.dossier, pool.town.prepare(text(DECIDED, COSTS)), by=pool.by)


def _publish(pool: Pool) -> None:
    pool.signed()
    pool.house.publish(pool.dossier, by=pool.by)


def _check(pool: Pool) -> None:
    pool.house.save(pool.dossier, SUPPORTED, by=pool.town.ida.id)
    pool.house.check(pool.dossier, by=pool.by)


def _judge(pool: Pool, permission: Permission) -> None:
    """Judge what has to be judged before anything is decided, where the role may decide it."""
    if pool.house.account(pool.by).may(permission):
        judge_all(pool.house, pool.dossier, by=pool.by)


def _judge_one(pool: Pool) -> None:
    pool.open_finding()
    risky = next(each for each in pool.house.review(pool.dossier).sentences if each.risks)
    pool.house.judge(pool.dossier, risky.key, Answer.NO, by=pool.by)


def _dismiss(pool: Pool, state: FindingState) -> None:
    finding = pool.open_finding(state)
    escalated = state is FindingState.ESCALATED
    _judge(pool, Permission.DECIDE_ESCALATED if escalated else Permission.DECIDE)
    pool.house.dismiss(pool.dossier, finding, "Stimmt so.", by=pool.by)


def _escalate(pool: Pool) -> None:
    pool.house.escalate(pool.dossier, pool.open_finding(), "Das muss jemand anderes sehen.", by=pool.by)


def _confirm(pool: Pool, *, escalated: bool) -> None:
    sentence = pool.open_sentence(escalated=escalated)
    _judge(pool, Permission.DECIDE_ESCALATED if escalated else Permission.CONFIRM)
    pool.house.confirm(pool.dossier, sentence, "Ich war dort.", by=pool.by)


Does = Callable[[Pool], object]

# What each act is, who may do it, and which permission its denial names.
ACTED: tuple[tuple[str, Does, frozenset[Role], Permission], ...] = (
    ("open", lambda p: p.house.open_dossier("Neu", "de", by=p.by), WRITERS, Permission.OPEN_DOSSIER),
    ("take in", lambda p: p.house.take_in(p.dossier, [mail()], by=p.by), WRITERS, Permission.TAKE_IN),
    ("newer version", _change, WRITERS, Permission.TAKE_IN),
    ("save", lambda p: p.house.save(p.dossier, SUPPORTED, by=p.by), WRITERS, Permission.WRITE),
    ("draft", _draft, WRITERS, Permission.DRAFT),
    ("check", _check, WRITERS | LEGAL, Permission.CHECK),
    ("confirm", lambda p: _confirm(p, escalated=False), WRITERS, Permission.CONFIRM),
    (
        "confirm escalated",
        lambda p: _confirm(p, escalated=True),
        EDITORS | LEGAL,
        Permission.DECIDE_ESCALATED,
    ),
    ("judge", _judge_one, WRITERS | LEGAL, Permission.JUDGE),
    ("dismiss", lambda p: _dismiss(p, FindingState.OPEN), WRITERS, Permission.DECIDE),
    (
        "dismiss escalated",
        lambda p: _dismiss(p, FindingState.ESCALATED),
        EDITORS | LEGAL,
        Permission.DECIDE_ESCALATED,
    ),
    ("escalate", _escalate, WRITERS, Permission.ESCALATE),
    ("sign", _sign, EDITORS, Permission.SIGN),
    ("correct", _correct, EDITORS, Permission.CORRECT),
    (
        "set embargo",
        lambda p: p.house.set_embargo(p.dossier, p.soon, "Sperrfrist.", by=p.by),
        WRITERS,
        Permission.EMBARGO,
    ),
    ("embargo later", lambda p: _move_embargo(p, 3), WRITERS, Permission.EMBARGO),
    ("embargo earlier", lambda p: _move_embargo(p, -3), ON_DUTY, Permission.LIFT_EMBARGO),
    ("lift embargo", _lift, ON_DUTY, Permission.LIFT_EMBARGO),
    ("publish", _publish, ON_DUTY, Permission.PUBLISH),
    ("withdraw", _withdraw, ON_DUTY | LEGAL, Permission.WITHDRAW),
    ("retract", _retract, EDITORS, Permission.RETRACT_SOURCE),
    ("new key", lambda p: p.house.rotate_key(by=p.by), ON_DUTY | ADMIN, Permission.ROTATE_KEY),
)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(
    ("does", "allowed", "permission"), [row[1:] for row in ACTED], ids=[r[0] for r in ACTED]
)
def test_each_act_by_each_role(
    pool: Pool, does: Does, allowed: frozenset[Role], permission: Permission, role: Role
) -> None:
    pool.house.change_role(pool.by, role)
    if role in allowed:
        does(pool)
        assert pool.house.denials() == ()
        return
    with pytest.raises(Denied) as denied:
        does(pool)
    asked = denied.value.permission
    if asked is Permission.READ and permission is not asked:  # asked first, before the dossier is looked at
        assert role is Role.ADMIN and permission in _BY_STATE
    elif (
        asked is Permission.EMBARGO and permission is not asked
    ):  # who may set none may end none early either
        assert role not in WRITERS and permission is Permission.LIFT_EMBARGO
    else:
        assert asked is permission
    assert NAMES[role] in str(denied.value) and ACTS[asked] in str(denied.value)
    assert all(entry.by != pool.by for entry in pool.house.entries(pool.dossier)), "nothing was recorded"
    (kept,) = pool.house.denials()
    about = (
        ""
        if permission in (Permission.OPEN_DOSSIER, Permission.ROTATE_KEY, Permission.RETRACT_SOURCE)
        else pool.dossier
    )
    assert kept == Denial(at=kept.at, account=pool.by, role=role, permission=asked, dossier=about)


_BY_STATE = (Permission.DECIDE, Permission.CONFIRM, Permission.DECIDE_ESCALATED)


def test_reading_is_permitted_to_everybody_but_the_administration(pool: Pool) -> None:
    for role in Role:
        pool.house.change_role(pool.by, role)
        if role is Role.ADMIN:
            with pytest.raises(Denied, match="“administration” does not include reading dossiers; nothing"):
                pool.house.permit(pool.by, Permission.READ, dossier_id=pool.dossier)
        else:
            pool.house.permit(pool.by, Permission.READ, dossier_id=pool.dossier)
    assert [denial.dossier for denial in pool.house.denials()] == [pool.dossier]


def test_the_four_eyes_rule_stands_above_every_role(pool: Pool) -> None:
    pool.house.change_role(pool.by, Role.DUTY_EDITOR)
    pool.house.take_in(pool.dossier, [report()], by=pool.by)
    content = pool.town.write(SUPPORTED, by=pool.by)
    with pytest.raises(Error, match="must not have written"):
        pool.house.sign_off(pool.dossier, content, by=pool.by)
    assert pool.house.denials() == ()


def test_an_account_without_a_chosen_role_may_do_every_act_on_an_article(pool: Pool) -> None:
    assert pool.tried.role is Role.DUTY_EDITOR
    on_articles = frozenset(Permission) - {Permission.ADMINISTER, Permission.ERASE, Permission.READ_DENIALS}
    assert PERMISSIONS[Role.DUTY_EDITOR] == on_articles


def test_every_permission_is_somebodys_and_has_words() -> None:
    assert frozenset().union(*PERMISSIONS.values()) == frozenset(Permission) == frozenset(ACTS)
    assert frozenset(PERMISSIONS) == frozenset(NAMES) == ALL


def test_whoever_makes_a_text_be_checked_again_may_check_it() -> None:
    for permission in (Permission.TAKE_IN, Permission.WRITE, Permission.DRAFT, Permission.RETRACT_SOURCE):
        for role, included in PERMISSIONS.items():
            assert permission not in included or Permission.CHECK in included, (role, permission)


def test_the_role_holds_in_a_process_that_was_open_before(pool: Pool) -> None:
    with Newsroom.open(pool.town.folder, create=False) as other:
        other.take_in(pool.dossier, [mail()], by=pool.by)
        pool.house.change_role(pool.by, Role.ADMIN)
        with pytest.raises(Denied):
            other.take_in(pool.dossier, [report()], by=pool.by)
    assert [denial.account for denial in pool.house.denials()] == [pool.by]


def test_a_closed_account_is_refused_and_may_nothing(pool: Pool) -> None:
    closed = pool.house.close_account(pool.by)
    assert not any(closed.may(permission) for permission in Permission)
    with pytest.raises(Error, match="This account is closed"):
        pool.house.save(pool.dossier, SUPPORTED, by=pool.by)


def test_a_program_records_what_it_saw_whatever_role_its_account_has(pool: Pool) -> None:
    program = pool.house.watching_account()
    assert not any(program.may(permission) for permission in Permission)
    pool.house.take_in(pool.dossier, [mail()], by=program.id)
    with pytest.raises(Error, match="a person has to do this"):
        pool.house.change_role(program.id, Role.ADMIN)


def test_denials_come_newest_first_and_only_as_many_as_asked_for(pool: Pool) -> None:
    pool.house.change_role(pool.by, Role.LEGAL)
    for permission in (Permission.WRITE, Permission.SIGN, Permission.PUBLISH):
        with pytest.raises(Denied):
            pool.house.permit(pool.by, permission)
    assert [denial.permission for denial in pool.house.denials(2)] == [Permission.PUBLISH, Permission.SIGN]
    assert [denial.at for denial in pool.house.denials()] == sorted(
        (denial.at for denial in pool.house.denials()), reverse=True
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE denials SET account = 'p-0'",
        "DELETE FROM denials",
        "INSERT OR REPLACE INTO denials VALUES (1, '', (SELECT min(id) FROM accounts), 'admin', 'read', '')",
    ],
)
def test_the_database_refuses_to_change_what_was_denied(pool: Pool, statement: str) -> None:
    pool.house.change_role(pool.by, Role.ADMIN)
    with pytest.raises(Denied):
        pool.house.permit(pool.by, Permission.READ)
    connection = sqlite3.connect(pool.town.folder / FILE)
    with pytest.raises(sqlite3.IntegrityError, match="what was denied is kept as it is"):
        connection.execute(statement)
    connection.close()


def test_a_denial_outlives_the_name_of_who_was_denied(pool: Pool) -> None:
    pool.house.change_role(pool.by, Role.REPORTER)
    with pytest.raises(Denied):
        pool.house.permit(pool.by, Permission.SIGN)
    pool.house.erase_account(pool.by)
    assert [denial.account for denial in pool.house.denials()] == [pool.by]
