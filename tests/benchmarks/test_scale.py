"""What is measured at scale is the same at every run and of the size it says."""

from benchmarks.scale import BYTES, QUOTATIONS, draft_of, quoting_draft, sources_of

PARTS = [
    f"Am {day}. Mai fuhr die Quellenbrücker Fähre {day + 3} Mal über den Fluss. „Wir fahren bei jedem Wetter über den Fluss“, "
    f"sagte Kapitänin Imke Rohloff am Abend des {day}. Mai im Hafen."
    for day in range(1, 29)
]


def test_sources_are_of_the_size_told_and_the_same_again() -> None:
    sources = sources_of(PARTS, 6)
    assert len(sources) == 6
    assert all(BYTES - 3 <= len(source.encode()) <= BYTES for source in sources)
    assert sources == sources_of(PARTS, 6)
    assert len(set(sources)) == 6


def test_a_draft_has_as_many_sentences_as_asked_for() -> None:
    sources = sources_of(PARTS, 4)
    draft = draft_of(sources, 20)
    assert len(draft.split("\n\n")) == 5
    assert draft == draft_of(sources, 20)


def test_every_fourth_quotation_is_altered() -> None:
    sources = sources_of(PARTS, 4)
    quotations = quoting_draft(sources).split("\n\n")
    assert len(quotations) == QUOTATIONS
    altered = [words for words in quotations if "Zuversicht" in words]
    assert len(altered) == QUOTATIONS / 4
