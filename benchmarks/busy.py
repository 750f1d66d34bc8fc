"""Busy: a process that takes one article after another through a newsroom and tells each act once it is done."""

import os
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from beleg.cli.main import program
from beleg.newsroom.house import Newsroom
from beleg.review.replay import replay
from beleg.terms.dossier import Dossier
from beleg.terms.judging import Answer
from beleg.terms.review import FindingState, SentenceState
from beleg.terms.source import Source

LOGINS = ("jan", "ruth", "ole")
"""Who writes, who signs and publishes, and who decides."""
_WAITING = (SentenceState.OPEN, SentenceState.REOPENED)
_MESSAGE = """Quellenbrück erneuert seine Fähre Nummer {n}. Der Umbau kostet {n} Millionen Euro und beginnt im März.
Die Überfahrt bleibt kostenlos.
"""
_DRAFT = """# Quellenbrück erneuert seine Fähre

Der Umbau kostet {n} Millionen Euro und beginnt im März. Der Rat hatte zuvor zugestimmt.
"""
_MORE = "\nDie Überfahrt bleibt kostenlos.\n"


@dataclass(frozen=True, slots=True)
class Done:
    """An act that has returned: from here on it must never be lost."""

    act: str
    dossier: str
    position: int
    head: str
    """Hash of the dossier's last entry after it."""
    state: str
    """`state_of` the dossier after it."""


def state_of(dossier: Dossier) -> str:
    """A digest of everything that a dossier's record tells."""
    return sha256(repr(dossier).encode()).hexdigest()


def founded(folder: Path) -> None:
    """Found the newsroom with its three people."""
    with Newsroom.open(folder) as newsroom:
        for login in LOGINS:
            newsroom.add_account(login, login.title(), "Redaktion", "nur-zum-messen")


def work(folder: Path, out: Path, tell: Callable[[Done | None], object]) -> None:
    """Go on where the process before was stopped, for ever; `tell` gets None once, then every act that is done."""
    with Newsroom.open(folder, create=False) as newsroom:
        ids = {account.login: account.id for account in newsroom.accounts()}
        known = newsroom.dossiers()
        dossier = known[-1].id if known else ""
        number = len(known)
        tell(None)
        while True:
            if not dossier or newsroom.dossier(dossier).publications:
                number += 1
                dossier = newsroom.open_dossier(f"Fähre {number}", "de", by=ids["jan"]).id
                act = "open"
            else:
                act = _step(newsroom, newsroom.dossier(dossier), ids, number, folder, out)
            entries = newsroom.entries(dossier)
            last = entries[-1]
            tell(Done(act, dossier, last.position, last.hash, state_of(replay(entries))))


def _step(
    newsroom: Newsroom, dossier: Dossier, ids: dict[str, str], number: int, folder: Path, out: Path
) -> str:
    """Do what comes next for a dossier; return its name."""
    jan, ruth, ole = (ids[login] for login in LOGINS)
    current = dossier.current
    if not dossier.sources:
        message = _MESSAGE.format(n=number)
        newsroom.take_in(dossier.id, [Source(text=message, title="Fähre", language="de")], by=jan)
        return "take in"
    if current is None:
        newsroom.save(dossier.id, _DRAFT.format(n=number), by=jan)
        return "save"
    if dossier.last_check is None or dossier.unchecked_sources:
        newsroom.check(dossier.id, by=jan)
        return "check"
    for who in (ole, ruth):
        seen = newsroom.review_for(dossier.id, who).sentences
        to_judge = next((s for s in seen if s.state is SentenceState.TO_JUDGE), None)
        if to_judge:
            newsroom.judge(dossier.id, to_judge.key, Answer.YES, by=who)
            return "judge"
    review = newsroom.review(dossier.id)
    waiting = next((s for s in review.sentences if s.state in _WAITING), None)
    if waiting:
        newsroom.confirm(dossier.id, waiting.key, "War in der Sitzung dabei.", by=ole)
        return "confirm"
    finding = next((f for f in review.findings if f.state is FindingState.OPEN), None)
    if finding:
        newsroom.dismiss(dossier.id, finding.key, "Mit der Stadt geklärt.", by=ole)
        return "dismiss"
    if len(dossier.revisions) == 1:
        newsroom.save(dossier.id, current.content + _MORE, by=jan)
        return "save"
    if newsroom.sign_off_in_force(dossier.id) is None:
        newsroom.sign_off(dossier.id, current.content_sha256, by=ruth)
        return "sign"
    publish = ["publish", dossier.id, "--to", str(out), "--newsroom", str(folder), "--as", "ruth"]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        if program.main(publish, standalone_mode=False):
            raise AssertionError("The terminal refused to publish what is signed.")
    return "publish"
