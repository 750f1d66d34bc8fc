"""The live review over HTTP: looking, saving together, panes, news."""

import json
import re

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from tests.desk.conftest import Desk, Visit, account_id, judging

DATA = {"Accept": "application/json"}


def ask(visit: Visit, path: str, **fields: str) -> tuple[int, dict[str, object]]:
    answer = visit.client.post(path, data={"token": visit.token(), **fields}, headers=DATA)
    return answer.status_code, answer.json()


def test_the_page_carries_the_text_for_the_editor(desk: Desk, editor: Visit) -> None:
    page = editor.get(desk.path()).text
    found = re.search(r'<script type="application/json" id="laid">(.*?)</script>', page)
    assert found
    laid = json.loads(found[1])
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
        review = newsroom.review_for(desk.dossier, account_id(newsroom, EDITOR))
    assert current is not None
    assert (laid["content"], laid["base"]) == (current.content, current.content_sha256)
    assert [laid["content"][s["start"] : s["end"]] for s in laid["sentences"]] == [
        s.sentence.text for s in review.sentences
    ]
    assert laid["open"] == {"findings": review.open_findings, "sentences": review.open_sentences}
    assert re.search(r'<meta name="token" content="[^"]+">', page)
    assert '<meta name="language" content="en">' in page


def test_a_look_says_what_was_found_and_records_nothing(desk: Desk, editor: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        before = newsroom.entries(desk.dossier)
        content = newsroom.dossier(desk.dossier).revisions[-1].content
    status, laid = ask(editor, desk.path("/look"), content=content + "\n\nDer Eintritt ist frei.\n")
    assert status == 200
    assert laid["checked"] is True
    with Newsroom.open(desk.folder) as newsroom:
        assert newsroom.entries(desk.dossier) == before
    sentences = laid["sentences"]
    assert isinstance(sentences, list)
    assert sentences[-1]["by"] == EDITOR.name


def test_who_may_sign_is_told_before_writing_bars_them(desk: Desk, author: Visit, editor: Visit) -> None:
    told = "Whoever writes here can no longer sign this text."
    assert told in editor.get(desk.path()).text and told in editor.get(desk.path("/panes?at=s2")).text
    assert told not in author.get(desk.path()).text
    content, base = _content(desk)
    ask(editor, desk.path("/save"), content=content + "\n\nDer Eintritt ist frei.\n", base=base)
    assert told not in editor.get(desk.path()).text
    panes = editor.get(desk.path("/panes?at=s2")).text
    assert told not in panes and '<p class="hint bars" id="bars"></p>' in panes


def _content(desk: Desk) -> tuple[str, str]:
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None
    return current.content, current.content_sha256


def test_two_people_save_and_both_edits_stand(desk: Desk, author: Visit, editor: Visit) -> None:
    content, base = _content(desk)
    mine = content.rstrip() + "\n\nDer Eintritt ist frei.\n"
    first = content.splitlines()[0]
    theirs = content.replace(first, "# Ein ganz anderer Titel")
    status, saved = ask(author, desk.path("/save"), content=theirs, base=base)
    assert (status, saved["content"], saved["merged"]) == (200, theirs, False)
    status, saved = ask(editor, desk.path("/save"), content=mine, base=base)
    assert (status, saved["merged"], saved["conflicts"]) == (200, True, [])
    assert saved["others"] == [AUTHOR.name]
    now, head = _content(desk)
    assert (saved["content"], saved["base"]) == (now, head)
    assert now.startswith("# Ein ganz anderer Titel") and now.endswith("Der Eintritt ist frei.\n")


def test_what_both_changed_is_told_and_not_overwritten(desk: Desk, author: Visit, editor: Visit) -> None:
    content, base = _content(desk)
    first = content.splitlines()[0]
    ask(author, desk.path("/save"), content=content.replace(first, "# Der eine Titel"), base=base)
    status, saved = ask(
        editor, desk.path("/save"), content=content.replace(first, "# Der andere Titel"), base=base
    )
    assert status == 200
    conflicts = saved["conflicts"]
    assert isinstance(conflicts, list)
    (conflict,) = conflicts
    assert (conflict["mine"], conflict["theirs"]) == ("Der andere Titel", "Der eine Titel")
    text = saved["content"]
    assert isinstance(text, str)
    assert text[conflict["start"] : conflict["end"]] == "Der eine Titel"
    assert saved["base"] == _content(desk)[1]


def test_an_unknown_base_is_refused_in_one_sentence(desk: Desk, editor: Visit) -> None:
    status, answer = ask(editor, desk.path("/save"), content="Neu.", base="0" * 64)
    assert (status, list(answer)) == (422, ["refusal"])


def test_the_panes_are_those_of_the_page(desk: Desk, editor: Visit) -> None:
    page = editor.get(desk.path("?at=s2")).text
    panes = editor.get(desk.path("/panes?at=s2")).text
    for pane in (r'<section class="queue".*?</section>', r"<aside .*?</aside>", r'<p class="status".*?</p>'):
        (there,) = re.findall(pane, page, re.DOTALL)
        (here,) = re.findall(pane, panes, re.DOTALL)
        squeezed = [" ".join(each.split()) for each in (here, there)]
        assert squeezed[0] == squeezed[1]
    assert "<html" not in panes


def test_a_decision_answers_a_script_in_data(desk: Desk, editor: Visit, author: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        finding = next(f for f in newsroom.review(desk.dossier).findings if f.finding.suggestion)
    judging(desk, EDITOR)
    path = desk.path(f"/findings/{finding.key}/dismiss")
    status, answer = ask(editor, path, reason="")
    assert (status, list(answer)) == (422, ["refusal"])
    status, answer = ask(editor, path, reason="Mit der Stadt geklärt.")
    assert (status, answer) == (200, {"said": "The finding is dismissed; your reason is in the record."})
    status, answer = ask(editor, path, reason="Noch einmal.")
    assert (status, list(answer)) == (409, ["refusal"])
    status, answer = ask(author, desk.path(f"/findings/{finding.key}/fix"), base="0" * 64)
    assert (status, list(answer)) == (409, ["refusal"])
    status, answer = ask(author, desk.path(f"/findings/{finding.key}/fix"), base=_content(desk)[1])
    assert (status, list(answer)) == (200, ["said"])


def test_refusals_are_data_for_a_script(desk: Desk, editor: Visit, stranger: Visit) -> None:
    answer = stranger.client.post(desk.path("/save"), headers=DATA)
    assert (answer.status_code, answer.json()) == (401, {"refusal": "You are not signed in."})
    answer = stranger.client.get(desk.path("/news"), headers={"Accept": "text/event-stream"})
    assert answer.status_code == 401
    answer = editor.client.post(desk.path("/save"), data={"token": "forged"}, headers=DATA)
    assert (answer.status_code, list(answer.json())) == (400, ["refusal"])
    answer = editor.client.post("/dossiers/d-0/save", data={"token": editor.token()}, headers=DATA)
    assert (answer.status_code, list(answer.json())) == (404, ["refusal"])
    status, refused = ask(editor, desk.path("/look"), content="a" * 200_001)
    assert status == 422 and "200" in str(refused["refusal"])
