from dataclasses import replace

import pytest

from beleg.review.replay import after, replay
from beleg.terms.dossier import Dossier
from beleg.terms.events import DossierOpened
from beleg.terms.refusal import Error
from tests.review.story import IDA, OLE, SUPPORTED, Story


def _story() -> Story:
    story = Story()
    story.source("meldung")
    story.save("Es öffnet.", by=IDA)
    story.check(("Es öffnet.", SUPPORTED))
    story.source("mail")
    story.check(("Es öffnet.", SUPPORTED))
    story.confirm("Es öffnet.", by=OLE)
    story.sign(OLE)
    story.publish(OLE)
    return story


def test_every_event_finds_its_place() -> None:
    dossier = _story().dossier
    assert (dossier.id, dossier.title, dossier.language) == ("d-1", "Das Hallenbad", "de")
    assert (dossier.opened_by, dossier.head) == (IDA, "9")
    assert [source.source for source in dossier.sources] == ["meldung", "mail"]
    assert [(r.number, r.content, r.by) for r in dossier.revisions] == [
        (1, "# Das Hallenbad\nEs öffnet.", IDA)
    ]
    assert dossier.sources_at_checks == (1, 2)
    assert [(d.by, d.position) for d in dossier.decisions] == [(OLE, 7)]
    assert [(s.by, s.position) for s in dossier.sign_offs] == [(OLE, 8)]
    assert [(p.by, p.position) for p in dossier.publications] == [(OLE, 9)]


def test_replaying_on_is_replaying_from_the_start() -> None:
    entries = _story().entries
    for stop in range(1, len(entries)):
        dossier: Dossier = replay(entries[:stop])
        for entry in entries[stop:]:
            dossier = after(dossier, entry)
        assert dossier == replay(entries)


def test_what_is_no_dossier_is_refused() -> None:
    entries = _story().entries
    with pytest.raises(Error, match="no entries to replay"):
        replay([])
    with pytest.raises(Error, match="does not open the dossier"):
        replay(entries[1:])
    with pytest.raises(Error, match="Entry 2 opens the dossier a second time"):
        replay([entries[0], replace(entries[0], position=2, event=DossierOpened(title="", language=""))])
    with pytest.raises(Error, match="Entry 2 belongs to another dossier"):
        replay([entries[0], replace(entries[1], dossier="d-2")])


def _unchecked(story: Story) -> list[str]:
    return [source.source for source in story.dossier.unchecked_sources]


def test_a_source_taken_in_later_was_not_seen_by_the_check() -> None:
    story = Story()
    story.source("meldung")
    story.save("Es öffnet.", by=IDA)
    assert _unchecked(story) == ["meldung"]
    story.check(("Es öffnet.", SUPPORTED))
    assert _unchecked(story) == []
    story.source("mail")
    assert _unchecked(story) == ["mail"]
    story.save("Es schließt.", by=IDA)
    story.check(("Es schließt.", SUPPORTED))
    story.save("Es öffnet.", by=IDA)
    assert _unchecked(story) == ["mail"]
