import pytest

from beleg.review.signing import obstacles, obstacles_to_publishing, sign_off_in_force
from beleg.terms.finding import Severity
from beleg.terms.review import Obstacle
from tests.review.story import DISTORTED, IDA, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

NOW = "2026-03-01T12:00:00.000000Z"
ONE = "Es kostet vier Euro."
TWO = "Es ist neu."


def _ready() -> Story:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, SUPPORTED))
    return story


def _signed() -> Story:
    story = _ready()
    story.sign(OLE)
    return story


def test_without_a_draft_there_is_nothing_to_sign() -> None:
    assert obstacles(Story().dossier, OLE) == (Obstacle.NO_DRAFT,)
    blank = Story(headline="")
    blank.save("  ", by=IDA)
    assert Obstacle.NO_DRAFT in obstacles(blank.dossier, OLE)


@pytest.mark.parametrize("headline", ["", "## Zwischentitel\n", "#\n", "#Ohne Abstand\n"])
def test_a_text_without_a_headline_cannot_be_signed(headline: str) -> None:
    story = Story(headline=headline)
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, SUPPORTED))
    assert obstacles(story.dossier, OLE) == (Obstacle.NO_HEADLINE,)
    story.sign(OLE)  # no entrance lets this through; the record does not count it either
    assert sign_off_in_force(story.dossier) is None


def test_an_unchecked_text_cannot_be_signed() -> None:
    story = Story()
    story.save(ONE, by=IDA)
    assert obstacles(story.dossier, OLE) == (Obstacle.NOT_CHECKED,)


def test_a_source_taken_in_after_the_check_asks_for_another() -> None:
    story = _ready()
    assert obstacles(story.dossier, OLE) == ()
    story.source("mail")
    assert obstacles(story.dossier, OLE) == (Obstacle.NOT_CHECKED,)
    story.check((ONE, SUPPORTED))
    assert obstacles(story.dossier, OLE) == ()


def test_what_is_open_is_in_the_way() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, TWO, by=IDA)
    story.check((ONE, DISTORTED), (TWO, UNSUPPORTED), findings=(story.finding("vier", Severity.WARNING),))
    assert obstacles(story.dossier, OLE) == (Obstacle.OPEN_FINDINGS, Obstacle.OPEN_SENTENCES)
    story.dismiss(ONE, "vier", by=OLE)
    assert obstacles(story.dossier, OLE) == (Obstacle.OPEN_SENTENCES,)
    story.confirm(TWO, by=OLE)
    assert obstacles(story.dossier, OLE) == ()


def test_who_changed_a_word_cannot_sign() -> None:
    story = _ready()
    assert obstacles(story.dossier, IDA) == (Obstacle.OWN_TEXT,)
    changed = "Es kostet nur vier Euro."
    story.save(changed, by=OLE)
    story.check((changed, SUPPORTED))
    assert obstacles(story.dossier, OLE) == (Obstacle.OWN_TEXT,)
    assert obstacles(story.dossier, UTE) == ()


def test_who_took_every_word_back_can_sign() -> None:
    story = _ready()
    story.save(TWO, by=OLE)
    story.save(ONE, by=OLE)
    assert obstacles(story.dossier, OLE) == ()


def test_deciding_about_findings_is_no_authorship() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, UNSUPPORTED))
    story.confirm(ONE, by=OLE)
    assert obstacles(story.dossier, OLE) == ()


def test_a_signature_covers_exactly_the_text_as_it_stands() -> None:
    story = _signed()
    in_force = sign_off_in_force(story.dossier)
    assert in_force is not None
    assert (in_force.by, in_force.event.content_sha256) == (OLE, story.content_sha256)
    assert obstacles_to_publishing(story.dossier, NOW) == ()


def test_without_a_signature_there_is_no_publishing() -> None:
    assert obstacles_to_publishing(_ready().dossier, NOW) == (Obstacle.NOT_SIGNED,)
    assert obstacles_to_publishing(Story().dossier, NOW) == (Obstacle.NO_DRAFT, Obstacle.NOT_SIGNED)


@pytest.mark.parametrize("content", [TWO, ONE + " ", f"{ONE}\n{TWO}"])
def test_any_edit_voids_the_signature(content: str) -> None:
    story = _signed()
    story.save(*content.split("\n"), by=UTE)
    assert sign_off_in_force(story.dossier) is None
    assert obstacles_to_publishing(story.dossier, NOW) == (Obstacle.NOT_CHECKED, Obstacle.NOT_SIGNED)


def test_a_signature_is_void_while_an_edit_is_checked_and_supported_but_not_signed_again() -> None:
    story = _signed()
    story.save(TWO, by=UTE)
    story.check((TWO, SUPPORTED))
    assert obstacles_to_publishing(story.dossier, NOW) == (Obstacle.OPEN_SENTENCES, Obstacle.NOT_SIGNED)
    story.confirm(TWO, by=UTE)
    assert obstacles_to_publishing(story.dossier, NOW) == (Obstacle.NOT_SIGNED,)
    story.sign(OLE)
    assert obstacles_to_publishing(story.dossier, NOW) == ()


def test_a_full_revert_brings_the_signature_back() -> None:
    story = _signed()
    story.save(TWO, by=OLE)
    story.save(ONE, by=UTE)
    assert sign_off_in_force(story.dossier) is not None


def test_only_the_last_signature_counts() -> None:
    story = _signed()
    story.save(TWO, by=UTE)
    story.check((TWO, SUPPORTED))
    story.confirm(TWO, by=UTE)
    story.sign(OLE)
    story.save(ONE, by=UTE)
    assert sign_off_in_force(story.dossier) is None


def test_a_later_source_ends_the_signature_for_good() -> None:
    story = _signed()
    story.source("mail")
    assert obstacles_to_publishing(story.dossier, NOW) == (Obstacle.NOT_CHECKED, Obstacle.NOT_SIGNED)
    story.check((ONE, SUPPORTED))  # nothing against it, but the signer has not seen the source
    assert obstacles_to_publishing(story.dossier, NOW) == (Obstacle.NOT_SIGNED,)
    story.sign(OLE)
    assert obstacles_to_publishing(story.dossier, NOW) == ()


def test_the_signature_of_a_publication_is_the_last_one_before_it() -> None:
    story = _signed()
    story.publish(UTE)
    story.sign(UTE)
    dossier = story.dossier
    first = dossier.sign_off_of(dossier.publications[0])
    assert first is not None
    assert (first.by, dossier.sign_offs[-1].by) == (OLE, UTE)
    story.publish(IDA)
    second = story.dossier.sign_off_of(story.dossier.publications[1])
    assert second is not None
    assert second.by == UTE


def test_a_publication_that_nobody_signed_has_no_signature() -> None:
    story = _ready()
    story.publish(UTE)  # no entrance lets this through
    story.sign(OLE)
    assert story.dossier.sign_off_of(story.dossier.publications[0]) is None


def test_a_finding_that_a_later_source_brings_voids_the_signature_for_good() -> None:
    story = _signed()
    story.source("mail")
    story.check((ONE, DISTORTED), findings=(story.finding("vier"),))
    assert obstacles_to_publishing(story.dossier, NOW) == (
        Obstacle.OPEN_FINDINGS,
        Obstacle.OPEN_SENTENCES,
        Obstacle.NOT_SIGNED,
    )
    story.dismiss(ONE, "vier", by=UTE)  # decided, but the signer has not seen it
    assert obstacles_to_publishing(story.dossier, NOW) == (Obstacle.NOT_SIGNED,)


def test_a_signature_under_ones_own_text_never_holds() -> None:
    story = _ready()
    story.sign(IDA)  # no entrance lets this through; the record does not count it either
    assert sign_off_in_force(story.dossier) is None
