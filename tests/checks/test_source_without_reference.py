"""A medium whose article was taken in as a source has its reference: the source."""

from beleg.pipeline import check_draft
from beleg.terms.source import Source

DRAFT = Source(text="Die Brücke bleibt zu, wie die „Lindenauer Rundschau“ berichtet.")


def _reported(publisher: str) -> bool:
    source = Source(text="Die Brücke bleibt zu. Das Gutachten liegt vor.", publisher=publisher)
    return "source_without_reference" in {finding.check for finding in check_draft(DRAFT, [source]).findings}


def test_a_medium_among_the_sources_is_not_reported() -> None:
    assert not _reported("Lindenauer Rundschau")


def test_another_medium_is() -> None:
    assert _reported("Altenbrucker Anzeiger")
    assert _reported("")
