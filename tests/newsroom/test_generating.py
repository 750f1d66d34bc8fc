"""A language model's draft in a newsroom: what is sent, what is kept, and what readers are told in the end."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.models.endpoint import Endpoint
from beleg.models.language_model import LanguageModel
from beleg.newsroom.verification import verify
from beleg.record.canonical import decode, encode
from beleg.terms.brief import Brief
from beleg.terms.generation import DraftGenerated
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin
from tests.models.chat_server import Reply, article, serving
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import DECIDED, SAID, Town, mail, report, town

KEY = "sk-nur-ein-beispiel-4711"
BRIEF = Brief(language="de", angle="Hallenbad")
CLOSED = "Das Hallenbad ist seit März geschlossen."
LIE = "Die Arbeiten sollen 6,2 Millionen Euro kosten."
ANSWER = article(
    (DECIDED, ["1.1"]), (LIE, ["1.1"]), (SAID, ["1.1"]), headline="Hallenbad Mühlried wird saniert"
)


class _Elsewhere(LanguageModel):
    """A model on another machine."""

    host = "modell.example"
    on_this_machine = False


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    """A newsroom with a dossier."""
    with town(tmp_path / "house") as founded:
        yield founded


def _take_in(place: Town) -> None:
    place.house.take_in(place.dossier, [report()], by=place.ida.id)


def test_the_record_says_how_a_draft_was_made_and_never_the_key(place: Town) -> None:
    _take_in(place)
    with serving([Reply(ANSWER)]) as server:
        model = LanguageModel(Endpoint(address=server.address), "probe-1", key=KEY)
        place.house.generate(place.dossier, model, BRIEF, by=place.ida.id)
    dossier = place.house.dossier(place.dossier)
    (generation,) = dossier.generations
    event = generation.event
    assert dossier.current is not None
    assert (event.number, event.content_sha256) == (1, dossier.current.content_sha256)
    assert (event.model, event.endpoint, event.angle) == ("probe-1", "127.0.0.1", "Hallenbad")
    assert len(event.prompts) == 2 and (event.tokens_in, event.tokens_out) == (642, 90)
    assert [one.text for one in event.struck] == [LIE]
    assert LIE not in dossier.current.content
    assert {one.engine for one in dossier.current.sentences} == {"probe-1"}
    entry = place.house.entries(place.dossier)[-1]
    assert isinstance(entry.event, DraftGenerated) and decode(encode(entry)) == entry
    for path in place.folder.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes(), path.name


def test_a_confidential_source_leaves_the_house_in_no_request(place: Town) -> None:
    _take_in(place)
    place.house.take_in(place.dossier, [mail()], by=place.ida.id, confidential=True)
    inside = place.house.sources_for_model(place.dossier, outside=False)
    outside = place.house.sources_for_model(place.dossier, outside=True)
    assert len(inside) == 2 and [source.name for source in outside] == ["meldung.txt"]
    with serving([Reply(article((DECIDED, ["1.1"])))]) as server:
        model = _Elsewhere(Endpoint(address=server.address), "probe-1")
        place.house.generate(place.dossier, model, BRIEF, by=place.ida.id)
    assert all("Schwimmverein" not in str(heard.body) for heard in server.heard)
    assert place.house.dossier(place.dossier).generations[0].event.sources == (outside[0].id,)
    assert place.house.dossier(place.dossier).generations[0].event.endpoint == "modell.example"


def test_with_nothing_to_send_nothing_is_sent(place: Town) -> None:
    place.house.take_in(place.dossier, [mail()], by=place.ida.id, confidential=True)
    with serving([Reply(ANSWER)]) as server, pytest.raises(Error, match="no sources"):
        model = _Elsewhere(Endpoint(address=server.address), "probe-1")
        place.house.generate(place.dossier, model, BRIEF, by=place.ida.id)
    assert not server.heard
    assert not place.house.dossier(place.dossier).revisions


def test_where_the_model_fails_the_draft_stays_as_it_was(place: Town) -> None:
    _take_in(place)
    place.house.save(place.dossier, f"# Hallenbad\n\n{DECIDED}\n", by=place.ida.id)
    before = place.house.entries(place.dossier)
    for bad in (Reply("kein JSON"), Reply(article((LIE, ["1.1"])))):
        with serving([bad]) as server, pytest.raises(Error):
            model = LanguageModel(Endpoint(address=server.address), "probe-1")
            place.house.generate(place.dossier, model, BRIEF, by=place.ida.id)
    assert place.house.entries(place.dossier) == before


def _published(place: Town, source_type: str, *steps: str) -> str:
    """Sign and publish what there is, and return the page; all that goes out names this digital source type and no
    other.

    C2PA tells the steps in which a text came to be, and names these types; where none are given, the one.
    """
    house, dossier = place.house, place.dossier
    house.check(dossier, by=place.ida.id)
    for sentence in house.review(dossier).sentences:
        if sentence.state.value in ("open", "reopened"):
            house.confirm(dossier, sentence.key, "Selbst nachgelesen.", by=place.ute.id)
    current = house.dossier(dossier).current
    assert current is not None
    sign_judged(house, dossier, current.content_sha256, by=place.ute.id)
    house.publish(dossier, by=place.ute.id)
    assert verify(house.bundle(dossier)).passed
    page = house.page(dossier).decode("utf-8")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert json.loads(data)["digitalSourceType"] == f"{IPTC}{source_type}"
    ninjs = json.loads(house.output(dossier, "ninjs"))
    assert ninjs["digitalSourceType"] == {"name": source_type, "uri": f"{IPTC}{source_type}"}
    newsml = house.output(dossier, "newsml_g2").decode("utf-8")
    assert re.findall(r'digitalSourceType uri="([^"]+)"', newsml) == [f"{IPTC}{source_type}"]
    manifest = house.output(dossier, "c2pa")
    named = dict.fromkeys(re.findall(rb"digitalsourcetype/(\w+)", manifest))
    assert [one.decode() for one in named] == list(steps or (source_type,))
    return page


def _generated(place: Town, *sentences: str, headline: str = "") -> None:
    answer = article(*((text, ["1.1"]) for text in sentences), headline=headline)
    with serving([Reply(answer)]) as server:
        model = LanguageModel(Endpoint(address=server.address), "probe-1")
        place.house.generate(place.dossier, model, BRIEF, by=place.ida.id)


IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def test_a_machines_draft_untouched(place: Town) -> None:
    _take_in(place)
    _generated(place, DECIDED, SAID, headline="Hallenbad Mühlried wird saniert")
    page = _published(place, "trainedAlgorithmicMedia")
    assert "Maschinell erstellt" in page and "probe-1" in page


def test_a_machines_draft_rewritten_by_a_person(place: Town) -> None:
    _take_in(place)
    _generated(place, DECIDED, SAID, headline="Hallenbad Mühlried wird saniert")
    current = place.house.dossier(place.dossier).current
    assert current is not None
    rewritten = current.content.replace(
        DECIDED, "Das Hallenbad in Mühlried wird saniert, das hat der Gemeinderat am Dienstag beschlossen."
    )
    place.house.save(place.dossier, rewritten, by=place.ida.id)
    page = _published(place, "compositeWithTrainedAlgorithmicMedia", "trainedAlgorithmicMedia", "humanEdits")
    assert "maschineller Unterstützung" in page


def test_a_persons_text_with_a_machines_headline(place: Town) -> None:
    _take_in(place)
    _generated(place, DECIDED, headline="Hallenbad Mühlried wird saniert")
    place.house.save(
        place.dossier, f"# Hallenbad Mühlried wird saniert\n\n{CLOSED} {SAID}\n", by=place.ida.id
    )
    origins = place.house.dossier(place.dossier).revisions[-1].sentences
    assert [one.origin for one in origins] == [Origin.MACHINE, Origin.PERSON, Origin.PERSON]
    page = _published(
        place,
        "compositeWithTrainedAlgorithmicMedia",
        "digitalCreation",
        "compositeWithTrainedAlgorithmicMedia",
    )
    assert "maschineller Unterstützung" in page


def test_no_machine_at_all(place: Town) -> None:
    _take_in(place)
    place.house.save(
        place.dossier, f"# Hallenbad Mühlried wird saniert\n\n{DECIDED} {SAID}\n", by=place.ida.id
    )
    page = _published(place, "digitalCreation")
    assert "maschineller Unterstützung" not in page and "Maschinell erstellt" not in page
    assert "AlgorithmicMedia" not in page
