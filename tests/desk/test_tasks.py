"""Tasks besides the draft at the desk: open questions, headlines, a shorter text; all without a language model."""

import re
from html import unescape

from beleg.newsroom.house import Newsroom
from beleg.terms.revision import Origin
from tests.desk.conftest import Desk, Visit, field


def test_what_the_sources_leave_open_with_their_passages(desk: Desk, author: Visit) -> None:
    page = author.get(desk.path("/questions")).text
    assert "6 sources read, 5 origins" in page
    asked = re.findall(r"<li><p>([^<]+)</p><figure", page)
    assert len(asked) > 3 and all(one.strip() for one in asked)
    links = re.findall(rf'href="({desk.path()}/sources/[^"]+)"', page)
    assert links and all(author.get(unescape(link)).status_code == 200 for link in links[:3])


def test_a_headline_of_the_machine_counts_as_the_machines(desk: Desk, author: Visit) -> None:
    page = author.get(desk.path("/variants")).text
    offered = unescape(re.findall(r'name="words" value="([^"]+)"', page)[0])
    base = field(page, "base")
    assert author.post(desk.path("/headline"), words=offered, base=base).status_code == 303
    with Newsroom.open(desk.folder) as house:
        before, after = house.dossier(desk.dossier).revisions[-2:]
    assert after.content.startswith(f"# {offered}\n\n")
    assert after.content.partition("\n\n")[2] == before.content.partition("\n\n")[2]
    assert after.sentences[0].origin in (Origin.MACHINE, Origin.SOURCE)
    assert after.sentences[0].engine.startswith("beleg-extractive/")
    assert [one.origin for one in after.sentences[1:]] == [one.origin for one in before.sentences[1:]]


def test_another_headline_or_an_older_text_is_refused(desk: Desk, author: Visit) -> None:
    page = author.get(desk.path("/variants")).text
    offered = unescape(re.findall(r'name="words" value="([^"]+)"', page)[0])
    own = author.post(desk.path("/headline"), words="Aliens in der Stadt", base=field(page, "base"))
    assert own.status_code == 422 and "not among those" in own.text
    stale = author.post(desk.path("/headline"), words=offered, base="0" * 64)
    assert stale.status_code == 422 and "changed by somebody else" in stale.text
    with Newsroom.open(desk.folder) as house:
        assert len(house.dossier(desk.dossier).revisions) == 1


def test_a_shorter_text_is_shown_before_it_is_saved(desk: Desk, author: Visit) -> None:
    page = author.get(desk.path("/variants?to=4")).text
    kept = re.findall(r"<li>([^<]+)</li>", page.partition('class="shorter"')[2].partition("</ol>")[0])
    assert 0 < len(kept) <= 4 and "<s>" in page
    content = unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[0])
    answer = author.post(desk.path("/text"), content=content, base=field(page, "base"))
    assert answer.status_code == 303
    with Newsroom.open(desk.folder) as house:
        first, second = house.dossier(desk.dossier).revisions
    assert len(second.sentences) < len(first.sentences)
    for to in ("0", "999", "-1"):
        assert author.get(desk.path(f"/variants?to={to}")).status_code == (200 if to == "0" else 422)


def test_without_a_text_there_is_nothing_to_vary(desk: Desk, author: Visit) -> None:
    with Newsroom.open(desk.folder) as house:
        dossier = house.open_dossier("Leer", "de", by=house.accounts()[0].id)
    assert "There is no text yet." in author.get(f"/dossiers/{dossier.id}/variants").text
    assert "no sources read" in author.get(f"/dossiers/{dossier.id}/questions").text.lower()
