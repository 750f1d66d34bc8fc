"""The tour of the page "Getting started" can be followed at the desk, step by step, with the people and passwords it
names.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from beleg.newsroom.example import ACCOUNTS, AUTHOR, CHIEF, EDITOR, corrected_draft, draft, planted_faults
from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.terms.finding import Severity
from beleg.terms.review import FindingState, ReviewedFinding, SentenceState
from tests.desk.conftest import Desk, Visit, field

PAGE = (Path(__file__).parents[2] / "docs" / "getting-started.md").read_text(encoding="utf-8")
STEPS = re.findall(
    r"^(\d)\. (.*?)(?=^\d\. |^#)", PAGE.partition("## A review in ten minutes")[2], re.MULTILINE | re.DOTALL
)
SIGNED_IN = re.findall(r"`([a-z]+)` \(password `([^`]+)`\)", PAGE)
NOTE = "In einer früheren Fassung hieß es, die Kosten stiegen. Gemeint waren die Kosten des Neubaus."


@pytest.fixture
def people(desk: Desk) -> Iterator[dict[str, Visit]]:
    """Whoever the page has sign in, with the password it names, by login."""
    accounts = {who.login: who for who in ACCOUNTS}
    with ExitStack() as open_visits:
        visits = {}
        for login, password in SIGNED_IN:
            assert accounts[login].password == password
            visit = Visit(desk.address)
            open_visits.enter_context(visit.client)
            visits[login] = visit.sign_in(accounts[login])
        yield visits


def test_the_page_has_whoever_the_tour_needs_in_seven_steps() -> None:
    assert [number for number, _ in STEPS] == list("1234567")
    assert [login for login, _ in SIGNED_IN] == [AUTHOR.login, EDITOR.login, CHIEF.login]
    words = {number: " ".join(step.split()) for number, step in STEPS}
    assert AUTHOR.login in words["1"] and EDITOR.login in words["5"] and CHIEF.login in words["7"]
    assert "judge" in words["5"] and "Publish" in words["6"] and "correction note" in words["7"]


def test_the_tour_can_be_followed(desk: Desk, people: dict[str, Visit]) -> None:
    mara, jonas, ines = (people[login] for login, _ in SIGNED_IN)

    # 1 to 3: the faults are there; they are mended, and what is left is decided by the author.
    found = {(f.finding.check, draft()[f.finding.start : f.finding.end]) for f in _findings(desk)}
    assert {(fault.check, fault.words) for fault in planted_faults()} <= found
    _save(desk, mara, corrected_draft())
    _decide_what_is_open(desk, mara)

    # 4: who wrote cannot sign.
    refused = mara.get(desk.path("/sign-off")).text
    assert "somebody else has to sign it" in refused and "Sign as" not in refused

    # 5: who did not judges first, as the page Sign says, and then signs with a password.
    before = jonas.get(desk.path("/sign-off")).text
    assert "Judge first" in before and "Sign as" not in before
    _judge(desk, jonas)
    _sign(desk, jonas)

    # 6: published, and the bundle verified without the newsroom.
    assert jonas.post(desk.path("/publish")).status_code == 303
    assert verify(jonas.get(desk.path("/bundle")).content).passed

    # 7: one word of his makes him an author, and the third person signs the next version.
    _save(desk, jonas, corrected_draft().replace("täglich rund", "am Tag rund"))
    assert "is void" in jonas.get(desk.path()).text
    _decide_what_is_open(desk, jonas)
    assert jonas.post(desk.path("/correction"), note=NOTE).status_code == 303
    own = jonas.get(desk.path("/sign-off")).text
    assert "You wrote or changed some of this text" in own and f"Can sign: {CHIEF.name}." in own
    _judge(desk, ines)
    _sign(desk, ines)
    assert ines.post(desk.path("/publish")).status_code == 303


def _findings(desk: Desk) -> tuple[ReviewedFinding, ...]:
    with Newsroom.open(desk.folder) as newsroom:
        return newsroom.review(desk.dossier).findings


def _save(desk: Desk, who: Visit, content: str) -> None:
    base = field(who.get(desk.path("/text")).text, "base")
    assert who.post(desk.path("/text"), content=content, base=base).status_code == 303


def _decide_what_is_open(desk: Desk, who: Visit) -> None:
    """Dismiss the findings that block the signature and confirm the sentences that are open, each with a reason."""
    for found in _findings(desk):
        if found.state is FindingState.OPEN and found.finding.severity is not Severity.NOTICE:
            path = desk.path(f"/findings/{found.key}/dismiss")
            assert who.post(path, reason="Mit der Quelle verglichen.").status_code == 303
    with Newsroom.open(desk.folder) as newsroom:
        sentences = newsroom.review(desk.dossier).sentences
    for one in sentences:
        if one.state in {SentenceState.OPEN, SentenceState.REOPENED}:
            path = desk.path(f"/sentences/{one.key}/confirm")
            assert (
                who.post(path, reason="In den Akten gelesen.", evidence=one.evidence_key).status_code == 303
            )


def _judge(desk: Desk, who: Visit) -> None:
    """Say of every sentence that the page *Sign* lists what the sources say."""
    listed = who.get(desk.path("/sign-off")).text.partition('<ol class="to-judge">')[2].partition("</ol>")[0]
    places = re.findall(r"\?at=(s\d+)#", listed)
    for place in places:
        html = who.get(desk.path(f"?at={place}")).text
        path = re.search(r'action="([^"]+/judge)"', html)
        assert path, place
        fields = {"answer": "yes", "evidence": field(html, "evidence"), "at": place}
        assert who.post(path[1], **fields).status_code == 303


def _sign(desk: Desk, who: Visit) -> None:
    read = field(who.get(desk.path("/sign-off")).text, "content_sha256")
    refused = who.post(desk.path("/sign-off"), content_sha256=read, password="nicht dieses")
    assert refused.status_code != 303
    assert who.post(desk.path("/sign-off"), content_sha256=read).status_code == 303
