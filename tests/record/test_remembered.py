"""What was read of the record is kept up to a bound, the least wanted forgotten first."""

from beleg.record.remembered import Reading, Remembered
from beleg.terms.events import DossierOpened, SignedOff
from tests.record.generated import chained

OPENED = DossierOpened(title="Fähre", language="de")
SIGNED = SignedOff(number=1, content_sha256="0" * 64)
ONE = tuple(chained([OPENED]))
TWO = tuple(chained([OPENED, SIGNED]))


def remembering(enough: int = 1000) -> Remembered:
    """A memory in which every dossier of these tests has been read once before."""
    kept = Remembered(enough)
    for dossier in ("d-1", "d-2", "d-3"):
        kept.keep(dossier, Reading(ONE, 10))
        assert kept.of(dossier) == Reading()
    return kept


def test_a_longer_reading_replaces_a_shorter_one_and_never_the_other_way_round() -> None:
    kept = remembering()
    assert kept.of("d-1") == Reading()
    kept.keep("d-1", Reading(ONE, 10))
    kept.keep("d-1", Reading(TWO, 30))
    kept.keep("d-1", Reading(ONE, 10))
    assert kept.of("d-1") == Reading(TWO, 30)


def test_beyond_the_bound_the_dossier_not_asked_for_the_longest_is_forgotten() -> None:
    kept = remembering(enough=50)
    kept.keep("d-1", Reading(ONE, 20))
    kept.keep("d-2", Reading(ONE, 20))
    assert kept.of("d-1").entries == ONE
    kept.keep("d-3", Reading(ONE, 20))
    assert [kept.of(each).size for each in ("d-1", "d-2", "d-3")] == [20, 0, 20]
    kept.keep("d-1", Reading(TWO, 45))
    assert [kept.of(each).size for each in ("d-1", "d-2", "d-3")] == [45, 0, 0]


def test_the_newest_reading_is_kept_however_large() -> None:
    kept = remembering(enough=50)
    kept.keep("d-1", Reading(ONE, 10))
    kept.keep("d-2", Reading(TWO, 500))
    assert kept.of("d-2").entries == TWO
    assert kept.of("d-1") == Reading()
