"""Correcting a published article: the ways into it, what is open meanwhile, and who can sign what."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from beleg.desk.views.draft import Names
from beleg.desk.views.since_published import MOST_SHOWN, since_published
from beleg.desk.wording import wording
from beleg.newsroom.example import AUTHOR, CHIEF, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.review.describing import description
from beleg.terms.dossier import Dossier, Publication
from tests.desk.conftest import Desk, Visit
from tests.desk.test_releasing import NOTE, change, out, sign
from tests.desk.test_signing_off import TEXT, clean, signs, writes

__all__ = ["clean", "out", "signs", "writes"]


@pytest.fixture
def changed(out: Desk, writes: Visit) -> Iterator[Desk]:
    """A desk whose article is published, and whose text was changed since."""
    change(out, writes)
    yield out


def sign_page(desk: Desk, who: Visit) -> str:
    return " ".join(re.sub("<[^>]*>", " ", who.get(desk.path("/sign-off")).text).split())


def test_the_missing_note_is_open_and_led_to(changed: Desk, signs: Visit) -> None:
    html = signs.get(changed.path()).text
    assert "<span>Nothing open</span>" not in html and "Nothing is open." not in html
    assert html.count("Correction note missing") == 2
    assert html.count(f'href="{changed.path("/sign-off#correction")}"') == 2
    signs.post("/language", language="de")
    german = signs.get(changed.path()).text
    assert "<span>Nichts offen</span>" not in german and german.count("Korrekturhinweis fehlt") == 2


def test_once_the_note_is_written_nothing_is_open(changed: Desk, writes: Visit, signs: Visit) -> None:
    writes.post(changed.path("/correction"), note=NOTE)
    html = signs.get(changed.path()).text
    assert "<span>Nothing open</span>" in html and "Correction note missing" not in html


def test_a_published_article_stays_published_while_it_is_corrected(
    changed: Desk, writes: Visit, signs: Visit
) -> None:
    signs.post("/language", language="de")
    for told in (changed.path(), "/", "/published"):  # the review, the list, what went out
        assert "veröffentlicht; Änderungen noch nicht freigegeben" in signs.get(told).text
    assert "was veröffentlicht ist, ist eine frühere Version" in signs.get(changed.path("/preview")).text
    signs.post("/language", language="en")
    assert "Preview: not signed; what is published is" in signs.get(changed.path("/preview")).text
    writes.post(changed.path("/correction"), note=NOTE)
    assert "published; changes wait for a signature" in signs.get("/").text
    sign(changed, signs)
    assert "published; changes signed, not published yet" in signs.get("/").text
    assert "Preview: signed; what is published is" in signs.get(changed.path("/preview")).text
    signs.post(changed.path("/publish"))
    assert "changes" not in signs.get("/").text.partition("<tbody")[2]
    assert "Preview: published as it stands here" in signs.get(changed.path("/preview")).text


def test_the_published_tab_leads_to_a_correction(out: Desk, signs: Visit) -> None:
    html = signs.get(out.path("/published")).text
    assert 'href="#correcting"' in html and 'id="correcting"' in html
    assert f'href="{out.path("/sign-off#correction")}"' in html and f'href="{out.path()}"' in html


def test_before_the_note_is_written_the_page_says_who_could_sign_then(
    changed: Desk, writes: Visit, signs: Visit
) -> None:
    told = sign_page(changed, signs)
    assert "Whoever writes the note cannot sign: write it, and you cannot." in told
    assert "Nobody who may sign would be left." in told
    assert f"somebody who wrote the text and cannot sign it anyway: {AUTHOR.name}." in told
    theirs = sign_page(changed, writes)
    assert "write it, and you cannot" not in theirs and f"Can sign then: {EDITOR.name}." in theirs
    with Newsroom.open(changed.folder) as newsroom:
        newsroom.add_account(CHIEF.login, CHIEF.name, CHIEF.function, CHIEF.password)
    assert f"Can sign then: {CHIEF.name}." in sign_page(changed, signs)


def test_who_corrected_the_details_of_a_source_is_told_so_and_a_note_would_bar_nobody_more(
    out: Desk, writes: Visit, signs: Visit
) -> None:
    with Newsroom.open(out.folder) as newsroom:
        dossier = newsroom.dossier(out.dossier)
        said = replace(description(dossier.sources[0]), publisher="Küstenfunk")
        editor = next(one for one in newsroom.accounts() if one.login == EDITOR.login)
        source = dossier.sources[0].source
        newsroom.describe_source(out.dossier, source, said, "Impressum.", by=editor.id)
    told = sign_page(out, signs)
    assert "You pasted a source or corrected the details of one, so somebody else has to sign." in told
    assert "You wrote or changed some of this text" not in told and "Sign as" not in told
    assert "Nobody who may sign is left" in told and "write it, and you cannot" not in told
    signs.post("/language", language="de")
    assert "Sie haben eine Quelle als Text eingefügt oder Angaben zu einer berichtigt" in sign_page(
        out, signs
    )
    with Newsroom.open(out.folder) as newsroom:
        newsroom.add_account(CHIEF.login, CHIEF.name, CHIEF.function, CHIEF.password)
    assert f"Freigeben können: {CHIEF.name}." in sign_page(out, signs)


def test_who_wrote_the_note_is_told_so_and_signs_once_it_is_replaced(
    changed: Desk, writes: Visit, signs: Visit
) -> None:
    signs.post(changed.path("/correction"), note=NOTE)
    told = sign_page(changed, signs)
    assert "You wrote the correction note, so somebody else has to sign." in told
    assert "You wrote or changed some of this text" not in told and "Sign as" not in told
    assert "Nobody who may sign is left" in told
    assert f"{EDITOR.name}, whose note it replaces, can sign again if no sentence of it stays." in sign_page(
        changed, writes
    )
    writes.post(changed.path("/correction"), note="Die Fähre ist die einzige des Ortes.")
    assert f"Sign as {EDITOR.name}" in sign_page(changed, signs)
    assert sign(changed, signs) == 303


def test_a_text_that_waits_is_given_to_who_can_sign_it(clean: Desk, writes: Visit, signs: Visit) -> None:
    html = writes.get(clean.path("/sign-off")).text
    form = html.partition(f'action="{clean.path("/assignment")}"')[2].partition("</form>")[0]
    (account,) = re.findall(r'<option value="([^"]+)"', form)
    assert EDITOR.name in form and "Give it to them to sign" in form
    assert "has it now" not in writes.get(clean.path("/sign-off?said=given")).text
    (back,) = re.findall(r'name="back" value="([^"]+)"', form)
    given = writes.post(clean.path("/assignment"), account=account, due="", back=back)
    assert given.headers["location"] == clean.path("/sign-off?said=given")
    assert f"{EDITOR.name} has it now." in writes.get(given.headers["location"]).text
    writes.post("/language", language="de")
    assert f"{EDITOR.name} ist jetzt zuständig." in writes.get(given.headers["location"]).text
    assert "yours" in signs.get("/").text
    assert "Give it to them to sign" not in signs.get(clean.path("/sign-off")).text


def test_a_sentence_that_is_open_again_with_a_finding_keeps_its_mark_and_is_listed_once(
    out: Desk, writes: Visit
) -> None:
    with Newsroom.open(out.folder) as newsroom:
        current = newsroom.dossier(out.dossier).current
    assert current is not None
    wrong = TEXT.replace("21 zu 9", "31 zu 9")
    writes.post(out.path("/text"), content=wrong, base=current.content_sha256)
    html = writes.get(out.path()).text
    assert html.count('class="row error') == 1 and "Error, open again" in html
    queue = html.partition('id="queue"')[2].partition("</section>")[0]
    assert "Sentences without a finding that wait for a person" not in queue
    assert len(re.findall(r'<a [^>]*href="\?at=s2', queue)) == 1


def test_what_two_people_changed_stands_beside_the_note_and_above_the_password(
    out: Desk, writes: Visit, signs: Visit
) -> None:
    assert "since-published" not in signs.get(out.path("/sign-off")).text
    with Newsroom.open(out.folder) as newsroom:
        newsroom.add_account(CHIEF.login, CHIEF.name, CHIEF.function, CHIEF.password)
        people = {one.login: one.id for one in newsroom.accounts()}
        one = TEXT.replace("eine Fähre", "die Fähre")
        newsroom.save(out.dossier, one, by=people[AUTHOR.login])
        both = one.replace("für die neue", "für eine neue")
        newsroom.save(out.dossier, both, by=people[EDITOR.login])
        newsroom.check(out.dossier, by=people[EDITOR.login])
    html = writes.get(out.path("/sign-off")).text
    block = html.partition('class="since-published"')[2].partition("</div>")[0]
    told = f"2 sentences changed since version 1, by {AUTHOR.name} and {EDITOR.name}"
    assert told in block and html.count(told) == 1, "above the note; this person cannot sign"
    assert html.index(told) < html.index('for="correction-note"')
    first, second = block.split("<li>")[1:]
    assert "</span>eine<span" in first and "</span>die<span" in first and AUTHOR.name in first
    assert "</span>die<span" in second and "</span>eine<span" in second and EDITOR.name in second
    writes.post("/language", language="de")
    german = f"2 Sätze geändert seit Version 1, von {AUTHOR.name} und {EDITOR.name}"
    assert german in writes.get(out.path("/sign-off")).text


def test_who_signs_a_correction_sees_above_the_password_what_changed(
    changed: Desk, writes: Visit, signs: Visit
) -> None:
    writes.post(changed.path("/correction"), note=NOTE)
    html = signs.get(changed.path("/sign-off")).text
    told = f"1 sentence changed since version 1, by {AUTHOR.name}"
    assert html.count(told) == 2 and html.rindex(told) < html.index('for="password"')
    assert html.rindex(told) > html.index('name="record_head"')


def test_a_sentence_that_was_taken_out_counts_for_who_took_it_out(out: Desk, signs: Visit) -> None:
    more = f"{TEXT}\nDie Fähre ist neu. Sie ist blau.\n"
    with Newsroom.open(out.folder) as newsroom:
        dossier = newsroom.dossier(out.dossier)
        people = {one.login: one.id for one in newsroom.accounts()}
        names = Names(tuple((one.id, one.name) for one in newsroom.accounts()))
        for text, who in ((more, AUTHOR), (more.replace(" Sie ist blau.", ""), EDITOR), (more[:-1], AUTHOR)):
            newsroom.save(out.dossier, text, by=people[who.login])
        dossier = newsroom.dossier(out.dossier)
    out_with = replace(dossier, publications=(_as_of(dossier, 2),), revisions=dossier.revisions[:3])
    told = since_published(out_with, names, wording("en"))
    assert told is not None and (told.count, told.by, told.more) == (1, (EDITOR.name,), 0)
    (line,) = told.lines
    assert line.by == EDITOR.name and "Sie ist blau." in "".join(
        one.text for one in line.stretches if one.change == "removed"
    )
    many = "\n\n".join(f"Satz {number} der Reihe." for number in range(40))
    long = replace(dossier.revisions[-1], content=many, sentences=())
    told = since_published(replace(out_with, revisions=(*dossier.revisions[:2], long)), names, wording("en"))
    assert told is not None and len(told.lines) == MOST_SHOWN and told.more > 0


def _as_of(dossier: Dossier, number: int) -> Publication:
    """The publication, as if the revision with this number had gone out."""
    out = dossier.publications[-1]
    return replace(out, event=replace(out.event, number=number))
