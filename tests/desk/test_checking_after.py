"""A text that was kept and cannot be checked afterwards: the desk says both, and never that nothing was done."""

import re
from html import unescape

import pytest

from beleg.newsroom.house import Newsroom
from beleg.terms.refusal import Error
from tests.desk.conftest import Desk, Visit, field
from tests.desk.test_drafting import ANSWER, bath, finished, models, order, send
from tests.models.chat_server import Reply
from tests.newsroom.town import DECIDED

__all__ = ["bath"]
SAID = "The text is kept, but it could not be checked. Have it checked again."


@pytest.fixture(
    params=[Error("The text or its sources were changed meanwhile."), ValueError("a fault of ours")]
)
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newsroom whose checks fail, by a refusal or by a fault."""

    def fails(self: Newsroom, dossier_id: str, *, by: str) -> None:
        raise request.param

    monkeypatch.setattr(Newsroom, "check", fails)


def _texts(desk: Desk, dossier: str = "") -> list[str]:
    with Newsroom.open(desk.folder) as house:
        return [revision.content for revision in house.dossier(dossier or desk.dossier).revisions]


@pytest.mark.usefixtures("broken")
def test_a_draft_by_the_rules(desk: Desk, author: Visit) -> None:
    answer = author.post(desk.path("/draft"), engine="rules", sentences="4", replace="yes")
    assert answer.headers["location"] == desk.path("?said=unchecked")
    page = author.get(desk.path("?said=unchecked")).text
    assert SAID in page and "This text has not been checked." in page
    assert len(_texts(desk)) == 2


@pytest.mark.usefixtures("broken")
def test_a_draft_by_a_language_model(desk: Desk, author: Visit, bath: str) -> None:
    with models(desk, [Reply(ANSWER)]):
        send(author, bath, order(author, bath))
        page = finished(author, bath)
    assert "3 sentences stand" in page and SAID in page
    assert "was not kept" not in page and "refused" not in page
    assert DECIDED in _texts(desk, bath.rpartition("/")[2])[-1]


@pytest.mark.usefixtures("broken")
def test_a_headline(desk: Desk, author: Visit) -> None:
    page = author.get(desk.path("/variants")).text
    offered = unescape(re.findall(r'name="words" value="([^"]+)"', page)[0])
    answer = author.post(desk.path("/headline"), words=offered, base=field(page, "base"))
    assert answer.headers["location"] == desk.path("?said=unchecked")
    assert _texts(desk)[-1].startswith(f"# {offered}\n\n")


@pytest.mark.usefixtures("broken")
def test_a_suggestion_that_was_put_in(desk: Desk, author: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        finding = next(f for f in newsroom.review(desk.dossier).findings if f.finding.suggestion)
        current = newsroom.dossier(desk.dossier).current
    assert current is not None
    author.client.headers["Accept"] = "application/json"
    answer = author.post(desk.path(f"/findings/{finding.key}/fix"), base=current.content_sha256)
    assert (answer.status_code, answer.json()) == (200, {"said": SAID})
    assert finding.finding.suggestion in _texts(desk)[-1] and len(_texts(desk)) == 2


@pytest.mark.usefixtures("broken")
def test_a_text_that_was_saved(desk: Desk, author: Visit) -> None:
    base = field(author.get(desk.path("/text")).text, "base")
    answer = author.post(desk.path("/text"), content="# Neu\n\nEin Satz.\n", base=base)
    assert answer.headers["location"] == desk.path("?said=unchecked")
    assert _texts(desk)[-1] == "# Neu\n\nEin Satz.\n"


@pytest.mark.usefixtures("broken")
def test_sources_that_were_taken_in(desk: Desk, author: Visit) -> None:
    note = ("notiz.txt", b"Der Rat von Grauwerder tagt am Montag um 18 Uhr.")
    files = [("files", note)]
    answer = author.post(desk.path("/sources"), files=files)
    assert answer.headers["location"] == desk.path("/sources?said=taken-in-unchecked")
    page = author.get(desk.path("/sources?said=taken-in-unchecked")).text
    assert "Taken in. But the text could not be checked" in page and "notiz.txt" in page
    other = [
        ("files", ("leer.txt", b"")),
        ("files", ("zweite.txt", b"Der Rat tagt am Dienstag noch einmal.")),
    ]
    refused = author.post(desk.path("/sources"), files=other)
    assert refused.status_code == 422
    told = refused.text.partition('role="alert"')[2].partition("</div>")[0]
    assert "1 source was taken in; the rest was refused:" in told and "leer.txt: empty" in told
    assert "The text could not be checked with the new sources" in told
    third = ("dritte.txt", b"Der Rat tagt am Mittwoch zum dritten Mal.")
    scripted = author.client.post(
        desk.path("/sources"),
        data={"token": author.token(desk.path("/sources"))},
        files=[("files", third)],
        headers={"Accept": "application/json"},
    )
    (outcome,) = scripted.json()["outcomes"]
    assert outcome["state"] == "taken" and "could not be checked with the new sources" in outcome["words"]
    with Newsroom.open(desk.folder) as house:
        names = {source.name for source in house.dossier(desk.dossier).sources}
    assert names >= {"notiz.txt", "zweite.txt", "dritte.txt"}
