"""The review report at the desk: for who is signed in, in the language of the desk, in a sandbox."""

import pytest

from beleg.newsroom.example import EDITOR
from beleg.newsroom.house import Newsroom
from beleg.review.judging import to_judge
from beleg.terms.judging import Answer
from tests.desk.conftest import Desk, Visit, account_id


def test_the_report_is_one_link_away_and_runs_nothing(desk: Desk, editor: Visit) -> None:
    for page in ("/sign-off", "/published"):
        html = editor.get(desk.path(page)).text
        assert "Review report" in html
        assert f'href="{desk.path("/report.html")}"' in html and f'href="{desk.path("/report.pdf")}"' in html
    report = editor.get(desk.path("/report.html"))
    assert report.headers["content-security-policy"].startswith("sandbox;")
    assert "Who is responsible" in report.text and "Mara Lindqvist (Redakteurin)" in report.text
    pdf = editor.get(desk.path("/report.pdf"))
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.headers["content-disposition"] == f'attachment; filename="{desk.dossier}-report.pdf"'
    assert pdf.content.startswith(b"%PDF-")
    editor.post("/language", language="de")
    assert "Prüfbericht" in editor.get(desk.path("/published")).text
    assert "Wer verantwortlich ist" in editor.get(desk.path("/report.html")).text


@pytest.mark.parametrize("what", ["/report.html", "/report.pdf", "/record.jsonl"])
def test_who_takes_it_out_has_been_told_the_verdicts(desk: Desk, editor: Visit, what: str) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        jonas = account_id(newsroom, EDITOR)
        first, *_ = to_judge(newsroom.dossier(desk.dossier), jonas)
    assert editor.get(desk.path(what)).status_code == 200
    with Newsroom.open(desk.folder) as newsroom:
        given = newsroom.judge(desk.dossier, first.key, Answer.NO, by=jonas)
    assert not given.event.before_verdict


def test_a_stranger_sees_no_report(desk: Desk, stranger: Visit) -> None:
    for path in ("/report.html", "/report.pdf"):
        answer = stranger.get(desk.path(path))
        assert answer.status_code == 303 and "Mara" not in answer.text
