"""What goes out about sources and people, and at which addresses."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beleg.newsroom.verification import verify
from beleg.publishing.bundle import unpack
from beleg.publishing.disclosing import filled
from beleg.publishing.page_reading import PageAsRead, read_page
from beleg.review.disclosing import disclosure
from beleg.terms.refusal import Error
from beleg.terms.review import SentenceState
from beleg.terms.source import Source
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, Town, report, text, town

ENGLISH = Source(
    text="The council decided on Tuesday to repair the swimming pool. The work is said to cost four million euros.",
    title="Pool to be repaired",
    name="pool.txt",
    language="en",
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Town]:
    """The newsroom."""
    with town(tmp_path / "newsroom") as opened:
        yield opened


def published(here: Town, content: str = "", address: str = "") -> PageAsRead:
    """Write, confirm what is open, sign and publish; the page as it reads."""
    house, dossier = here.house, here.dossier
    sha256 = here.write(content or text(DECIDED, COSTS))
    for sentence in house.review(dossier).sentences:
        if sentence.state is SentenceState.OPEN:
            house.confirm(dossier, sentence.key, "Im Rathaus nachgefragt.", by=here.ute.id)
    sign_judged(house, dossier, sha256, by=here.ole.id)
    house.publish(dossier, by=here.ute.id, address=address)
    return read_page(house.page(dossier))


def test_nothing_is_said_to_have_been_compared_with_a_source_in_another_language(here: Town) -> None:
    here.house.take_in(here.dossier, [ENGLISH], by=here.ida.id)

    page = published(here)

    found = disclosure(here.house.dossier(here.dossier))
    assert (found.sources, found.origins, found.not_compared) == (0, 0, 1)
    assert "Der Text wurde mit keiner Quelle verglichen." in page.details
    assert "Eine Quelle wurde nicht verglichen (andere Sprache oder ohne Text)." in page.details
    assert not any("Prüfung durch Beleg" in sentence for sentence in page.details)
    assert "(nicht verglichen)" in page.around
    assert verify(here.house.bundle(here.dossier)).passed


def test_no_name_of_the_newsroom_stands_in_the_record(here: Town) -> None:
    here.prepare()

    page = published(here)

    bundle = here.house.bundle(here.dossier)
    record = b"".join(unpack(bundle).record).decode("utf-8")
    for person in (here.ida, here.ole, here.ute):
        assert person.name not in record
        assert person.function not in record
    event = here.house.dossier(here.dossier).publications[-1].event
    assert (event.disclosure, page.disclosure) == ("", "")
    assert page.signer == "Ole Hansen (Chef vom Dienst)"


def test_a_machine_s_part_is_told_with_a_pseudonym_in_the_record_and_a_name_on_the_page(here: Town) -> None:
    # A text file has no title of its own; a page does, and the machine takes its headline from there.
    here.house.take_in(here.dossier, [replace(report(), media_type="text/html")], by=here.ida.id)
    here.house.draft(here.dossier, by=here.ida.id)
    here.house.check(here.dossier, by=here.ida.id)
    current = here.house.dossier(here.dossier).current
    assert current is not None
    sign_judged(here.house, here.dossier, current.content_sha256, by=here.ole.id)
    here.house.publish(here.dossier, by=here.ute.id)
    page = read_page(here.house.page(here.dossier))
    event = here.house.dossier(here.dossier).publications[-1].event
    assert event.disclosure.endswith(f"vor der Veröffentlichung von {{{here.ole.id}}} freigegeben.")
    assert filled(event.disclosure, here.house.accounts()) == page.disclosure
    assert page.disclosure == (
        "Maschinell erstellt und vor der Veröffentlichung von Ole Hansen (Chef vom Dienst) freigegeben."
    )
    assert verify(here.house.bundle(here.dossier)).passed


@pytest.mark.parametrize(
    "address", ["https://", "http://:80/", "ftp://blatt.example/", "blatt.example", "https:// x"]
)
def test_an_address_that_is_none_of_the_web_is_refused(here: Town, address: str) -> None:
    here.prepare()

    with pytest.raises(Error, match="has to begin with https:// or http:// and name a host"):
        published(here, address=address)
    assert here.house.dossier(here.dossier).publications == ()


def test_an_address_in_capitals_is_one_and_verifies(here: Town) -> None:
    here.prepare()

    published(here, address="HTTPS://Bote.Example/Hallenbad")

    assert verify(here.house.bundle(here.dossier)).passed
