"""Sources that changed or were taken back, at the desk: what is shown, and how a wrong one is retracted."""

from dataclasses import replace

import pytest

from beleg.newsroom.example import EDITOR, corrected_draft
from beleg.newsroom.house import Newsroom
from beleg.terms.source import Source
from tests.desk.conftest import Desk, Visit, account_id
from tests.newsroom.judged import judge_all, sign_judged


def _source(desk: Desk, name: str) -> Source:
    with Newsroom.open(desk.folder) as newsroom:
        return next(source for source in newsroom.sources(desk.dossier) if source.name == name)


def _change(desk: Desk, name: str, was: str, now: str) -> Source:
    """Have the publisher of a source say something else."""
    source = _source(desk, name)
    assert was in source.text
    text = source.text.replace(was, now)
    newer = replace(source, text=text, raw=text.encode(), sha256="")
    with Newsroom.open(desk.folder) as newsroom:
        newsroom.change_source(desk.dossier, source.id, newer, by=newsroom.watching_account().id)
    return newer


def _publish(desk: Desk) -> None:
    """Publish the mended text, whatever still needs a person's word confirmed by one."""
    with Newsroom.open(desk.folder) as newsroom:
        people = {account.login: account.id for account in newsroom.accounts()}
        newsroom.save(desk.dossier, corrected_draft(), by=people["mara"])
        newsroom.check(desk.dossier, by=people["mara"])
        judge_all(newsroom, desk.dossier, by=people["jonas"])
        for finding in newsroom.review(desk.dossier).findings:
            newsroom.dismiss(desk.dossier, finding.key, "Geprüft.", by=people["jonas"])
        for sentence in newsroom.review(desk.dossier).sentences:
            if sentence.state in ("open", "reopened"):
                newsroom.confirm(desk.dossier, sentence.key, "Geprüft.", by=people["jonas"])
        current = newsroom.dossier(desk.dossier).current
        assert current is not None
        sign_judged(newsroom, desk.dossier, current.content_sha256, by=people["jonas"])
        newsroom.publish(desk.dossier, by=people["jonas"])


def test_a_changed_source_is_shown_with_what_changed_and_what_to_look_at(desk: Desk, editor: Visit) -> None:
    _publish(desk)
    assert "source-changes" not in editor.get(desk.path()).text
    _change(desk, "niederschrift.txt", "mit 15 zu 22 Stimmen", "mit 17 zu 20 Stimmen")
    html = editor.get(desk.path()).text
    assert '<details class="source-changes" open>' in html
    assert "1 source changed or was retracted" in html
    assert "changed by its publisher" in html
    assert "<mark>15</mark>" in html
    assert "<mark>17</mark>" in html
    assert "to look at:" in html
    assert "the published article needs a look" in html
    assert "In einer früheren Fassung dieses Artikels hieß es:" in html
    assert "published, needs a look" in editor.get("/").text
    with Newsroom.open(desk.folder) as newsroom:
        assert judge_all(newsroom, desk.dossier, by=account_id(newsroom, EDITOR))
        reopened = [s for s in newsroom.review(desk.dossier).sentences if s.touched]
        place = newsroom.review(desk.dossier).sentences.index(reopened[0]) + 1
    chosen = editor.get(desk.path(f"?at=s{place}")).text
    assert "Open again, because its source was changed by its publisher" in chosen
    sign_off = editor.get(desk.path("/sign-off")).text
    assert "In einer früheren Fassung dieses Artikels hieß es:" in sign_off
    # Nothing a person stands by is filled in for them.
    assert (
        'name="note" rows="4" maxlength="2000" required aria-describedby="who-signs-then" lang="de"></textarea>'
        in sign_off
    )
    record = editor.get(desk.path("/record")).text
    assert "Source changed: " in record


def test_an_older_version_says_that_a_newer_one_stands_for_it(desk: Desk, editor: Visit) -> None:
    old = _source(desk, "niederschrift.txt")
    newer = _change(desk, "niederschrift.txt", "21 Ja-Stimmen", "23 Ja-Stimmen")
    html = editor.get(desk.path(f"/sources/{old.id}")).text
    assert "A newer version stands for this source." in html
    assert f'href="{desk.path(f"/sources/{newer.id}")}"' in html
    sources = editor.get(desk.path("/sources")).text
    assert "replaced" in sources
    draft = editor.get(desk.path("/draft")).text
    assert newer.id in draft
    assert f'value="{old.id}"' not in draft


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Quelle zurückziehen"), ("en", "Retract this source")]
)
def test_a_wrong_source_is_retracted_with_a_reason(desk: Desk, language: str, words: str) -> None:
    source = _source(desk, "niederschrift.txt")
    path = desk.path(f"/sources/{source.id}")
    visit = Visit(desk.address, language)
    with visit.client:
        editor = visit.sign_in(EDITOR)
        assert words in editor.get(path).text
        refused = editor.post(f"{path}/retract", path, reason=" ")
        assert refused.status_code == 422
        assert 'role="alert"' in refused.text
        done = editor.post(f"{path}/retract", path, reason="Eine Abschrift mit falschen Zahlen.")
        assert done.headers["location"] == desk.path("?said=retracted")
        html = editor.get(path).text
        assert "Eine Abschrift mit falschen Zahlen." in html
        assert words not in html
        again = editor.post(f"{path}/retract", reason="Noch einmal.")
        assert again.status_code == 422
    with Newsroom.open(desk.folder) as newsroom:
        dossier = newsroom.dossier(desk.dossier)
        assert list(dossier.retracted) == [source.id]
        report = dossier.last_check
        assert report is not None
        assert source.id not in report.report.sources


def test_a_source_that_is_not_there_cannot_be_retracted(desk: Desk, editor: Visit) -> None:
    assert editor.post(desk.path("/sources/nothing/retract"), reason="Falsch.").status_code == 404
