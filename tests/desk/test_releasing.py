"""Correcting, holding back, continuing and withdrawing an article over HTTP."""

import re
from collections.abc import Iterator
from hashlib import sha256

import pytest

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.terms.review import SentenceState
from tests.desk.conftest import Desk, Visit, field
from tests.desk.test_signing_off import TEXT, clean, signs, writes

__all__ = ["clean", "signs", "writes"]
NOTE = "Die Zahl der Stimmen war <falsch>."
WITHDRAWAL = {
    "reason": "Verwechslung",
    "note_newsroom": "Bitte nicht mehr verwenden.",
    "note_short": "Artikel zurückgezogen",
    "note_readers": "Wir haben den Artikel zurückgezogen.",
}


@pytest.fixture
def out(clean: Desk, writes: Visit, signs: Visit) -> Iterator[Desk]:
    """A desk whose article is published."""
    sign(clean, signs)
    signs.post(clean.path("/publish"), address="https://blatt.example/faehre")
    yield clean


def sign(desk: Desk, who: Visit) -> int:
    html = who.get(desk.path("/sign-off")).text
    fields = {name: field(html, name) for name in ("content_sha256", "record_head") if f'"{name}"' in html}
    return who.post(desk.path("/sign-off"), "/", None, **fields).status_code


def change(desk: Desk, who: Visit) -> None:
    """Save another text and vouch for the sentence that it opened again."""
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None
    text = TEXT.replace("# Ahrenkamp bekommt eine Fähre", "# Ahrenkamp bekommt die Fähre")
    who.post(desk.path("/text"), content=text, base=current.content_sha256)
    with Newsroom.open(desk.folder) as newsroom:
        for sentence in newsroom.review(desk.dossier).sentences:
            if sentence.state is SentenceState.REOPENED:
                path = desk.path(f"/sentences/{sentence.key}/confirm")
                who.post(path, reason="Nachgelesen.", evidence=sentence.evidence_key)


def test_a_correction_is_written_signed_and_shown(out: Desk, writes: Visit, signs: Visit) -> None:
    assert "Write a correction note" in signs.get(out.path("/sign-off")).text
    change(out, writes)
    html = signs.get(out.path("/sign-off")).text
    assert "readers have to be told what was wrong and what is right" in html and "Sign as" not in html
    refused = writes.post(out.path("/correction"), note=" ")
    assert refused.status_code == 422 and "The correction note is missing." in refused.text
    said = writes.post(out.path("/correction"), note=NOTE)
    assert said.headers["location"] == out.path("/sign-off?said=corrected")
    html = signs.get(out.path("/sign-off")).text
    assert "Die Zahl der Stimmen war &lt;falsch&gt;." in html and AUTHOR.name in html
    assert sign(out, signs) == 303
    assert signs.post(out.path("/publish")).status_code == 303
    page = signs.get(out.path("/page")).text
    assert "Die Zahl der Stimmen war &lt;falsch&gt;." in page
    assert "falsch" not in signs.get(out.path("/page?version=1")).text
    html = signs.get(out.path("/published")).text
    assert html.count("/page?version=") == 2 and "Die Zahl der Stimmen war &lt;falsch&gt;." in html
    assert "https://blatt.example/faehre" in html  # the address stays
    assert "1 earlier correction stays on the page" in signs.get(out.path("/sign-off")).text


def test_a_note_that_changed_while_it_was_read_is_not_signed(out: Desk, writes: Visit, signs: Visit) -> None:
    change(out, writes)
    writes.post(out.path("/correction"), note=NOTE)
    html = signs.get(out.path("/sign-off")).text
    shown = {name: field(html, name) for name in ("content_sha256", "record_head")}
    writes.post(out.path("/correction"), note="Etwas ganz anderes.")
    answer = signs.post(out.path("/sign-off"), "/", None, **shown)
    assert answer.status_code == 409
    assert "Something was added to the record meanwhile; nothing was signed." in answer.text


def test_what_has_changed_since_it_went_out_is_one_link_away(out: Desk, writes: Visit, signs: Visit) -> None:
    assert "What has changed since it was published" not in signs.get(out.path("/sign-off")).text
    with Newsroom.open(out.folder) as newsroom:
        published = newsroom.dossier(out.dossier).publications[-1].event.number
    with Newsroom.open(out.folder) as newsroom:
        current = newsroom.dossier(out.dossier).current
    assert current is not None
    # A word of a sentence that somebody had vouched for opens it again.
    text = TEXT.replace("# Ahrenkamp bekommt eine Fähre", "# Ahrenkamp bekommt die Fähre")
    writes.post(out.path("/text"), content=text, base=current.content_sha256)
    with Newsroom.open(out.folder) as newsroom:
        states = [one.state for one in newsroom.review(out.dossier).sentences]
    assert ("Sentences that say" in writes.get(out.path("")).text) is (SentenceState.REOPENED in states)
    assert SentenceState.REOPENED in states
    change(out, writes)
    html = signs.get(out.path("/sign-off")).text
    link = out.path(f"/revisions?older={published}&amp;only=changes")
    assert html.index(link) < html.index('name="note"')
    compared = signs.get(link.replace("&amp;", "&"))
    assert compared.status_code == 200 and "bekommt" in compared.text
    # No sentence is open again any more, so nothing is said of such sentences.
    review = signs.get(out.path("")).text
    assert "is void" in review and "Sentences that say" not in review


def test_revisions_open_with_what_is_published_beside_what_stands_now(
    out: Desk, writes: Visit, signs: Visit
) -> None:
    with Newsroom.open(out.folder) as newsroom:
        published = newsroom.dossier(out.dossier).publications[-1].event.number
        writer = next(one.id for one in newsroom.accounts() if one.login == AUTHOR.login)
        signer = next(one.id for one in newsroom.accounts() if one.login == EDITOR.login)

        def picked(query: str = "") -> list[str]:
            html = signs.get(out.path(f"/revisions{query}")).text
            return re.findall(r'<option value="(\d+)" selected>', html)

        newsroom.save(out.dossier, TEXT.replace("eine Fähre", "die Fähre"), by=writer)
        newsroom.save(out.dossier, TEXT.replace("eine Fähre", "zwei Fähren"), by=signer)
        last = len(newsroom.dossier(out.dossier).revisions)
        assert picked() == [str(published), str(last)]
        assert picked(f"?newer={last - 1}") == [str(published), str(last - 1)]
        assert picked(f"?older={last - 1}") == [str(last - 1), str(last)]
        newsroom.save(out.dossier, TEXT, by=writer)
        assert picked() == [str(last), str(last + 1)], "the text is the published one again"


def test_an_embargo_is_set_moved_and_lifted(clean: Desk, writes: Visit, signs: Visit) -> None:
    sign(clean, signs)
    for until, why in (
        ("", "a day with a time"),
        ("2020-01-01T06:00", "is past"),
        ("x", "“x” is no date"),
    ):
        refused = writes.post(clean.path("/embargo"), until=until, reason="Ministerium")
        assert refused.status_code == 422 and why in refused.text
        assert f'value="{until}"' in refused.text and "Ministerium" in refused.text
    set_ = writes.post(clean.path("/embargo"), until="2199-01-01T06:00", reason="Ministerium")
    assert set_.headers["location"] == clean.path("/sign-off?said=embargoed")
    html = signs.get(clean.path("/sign-off")).text
    assert "nothing goes out" in html and "Ministerium" in html and "Move or lift the embargo" in html
    refused = signs.post(clean.path("/publish"))
    assert refused.status_code == 409 and "The embargo has not ended yet." in refused.text
    assert writes.post(clean.path("/embargo"), act="lift").status_code == 422
    assert writes.post(clean.path("/embargo"), act="lift", reason="Aufgehoben.").status_code == 303
    assert signs.post(clean.path("/publish")).status_code == 303
    assert "Embargo lifted" in signs.get(clean.path("/record")).text


def test_an_article_is_withdrawn_for_good(out: Desk, writes: Visit, signs: Visit) -> None:
    refused = writes.post(out.path("/withdrawal"), "/", None, **{**WITHDRAWAL, "note_readers": ""})
    assert refused.status_code == 422 and "The note to readers is missing." in refused.text
    assert "Bitte nicht mehr verwenden." in refused.text  # what was typed stands there again
    done = writes.post(out.path("/withdrawal"), "/", None, **WITHDRAWAL)
    assert done.headers["location"] == out.path("/published?said=withdrawn")
    html = writes.get(out.path("/published")).text
    assert "The article was withdrawn." in html and "Take it back for good" not in html
    page = writes.get(out.path("/page"))
    assert sha256(page.content).hexdigest() in html
    assert "Artikel zurückgezogen" in page.text and "Fähre" not in page.text
    assert page.headers["content-security-policy"].startswith("sandbox;")
    assert verify(writes.get(out.path("/bundle")).content).passed
    assert verify(writes.get(out.path("/bundle?version=1")).content).passed
    for asked, name in (
        ("?version=1", "ahrenkamp.zip"),
        ("?version=2", "ahrenkamp-v2.zip"),
        ("", "ahrenkamp-v2.zip"),
    ):
        assert name in writes.get(out.path(f"/bundle{asked}")).headers["content-disposition"]
    html = signs.get(out.path("/sign-off")).text
    assert "nothing more can be published in this dossier" in html
    assert "/publish" not in html.replace("/published", "") and "Sign as" not in html
    assert "withdrawn" in signs.get("/").text
    for path, fields in (
        ("/publish", {}),
        ("/correction", {"note": NOTE}),
        ("/embargo", {"until": "2199-01-01T06:00", "reason": "x"}),
        ("/withdrawal", WITHDRAWAL),
    ):
        assert signs.post(out.path(path), "/", None, **fields).status_code in (409, 422)


def test_every_form_of_a_version_can_be_downloaded(out: Desk, signs: Visit) -> None:
    html = signs.get(out.path("/published")).text
    with Newsroom.open(out.folder) as newsroom:
        for target in ("c2pa", "ninjs", "ninjs_lower_case", "newsml_g2"):
            answer = signs.get(out.path(f"/outputs/{target}?version=1"))
            assert answer.content == newsroom.output(out.dossier, target)
            assert "attachment" in answer.headers["content-disposition"]
            assert f"/outputs/{target}?version=1" in html
    for path in ("/outputs/fax", "/outputs/ninjs?version=2", "/page?version=7", "/bundle?version=-1"):
        assert signs.get(out.path(path)).status_code == 404


def test_an_update_is_opened_from_the_published_article(out: Desk, writes: Visit) -> None:
    opened = writes.post("/dossiers", title="Fähre, zweiter Tag", language="de", updates=out.dossier)
    update = opened.headers["location"].split("?")[0]
    with Newsroom.open(out.folder) as newsroom:
        assert newsroom.dossier(update.rpartition("/")[2]).updates == out.dossier
    writes.post(f"{update}/text", content=TEXT)
    assert "This article continues" in writes.get(f"{update}/sign-off").text
    html = writes.get(out.path("/published")).text
    assert "It is continued by" in html and "Fähre, zweiter Tag" in html
    refused = writes.post("/dossiers", title="Dritter Tag", language="de", updates=update.rpartition("/")[2])
    assert refused.status_code == 422


def test_these_pages_are_german_too(out: Desk, writes: Visit, signs: Visit) -> None:
    signs.post("/language", language="de")
    change(out, writes)
    html = signs.get(out.path("/sign-off")).text
    for words in ("Korrekturhinweis schreiben", "Sperrfrist", "Der Text weicht vom veröffentlichten ab"):
        assert words in html
    assert "Artikel zurückziehen" in signs.get(out.path("/published")).text
