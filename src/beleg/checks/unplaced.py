"""Unplaced: what stands in sources for machines, where no sentence of the draft could carry a finding about it."""

from collections.abc import Iterator, Sequence

from beleg.checks.hidden_text_in_source import HiddenTextInSource, told
from beleg.checks.orders_in_source import OrdersInSource, order_of
from beleg.checks.resting_on import resting_on
from beleg.terms.evidence import Examination, ReadSource


def unplaced(sources: Sequence[ReadSource], examination: Examination, language: str) -> Iterator[str]:
    """A remark in `language` for each source with hidden text or orders that no sentence of the draft rests on."""
    placed = resting_on(examination)
    for read in sources:
        if read.source.id in placed:
            continue
        label = ("source", read.source.label)
        message, words = told(read.source)
        if words:
            yield HiddenTextInSource.messages[message].in_language(language, (label, ("words", words)))
        if ordered := order_of(read):
            yield OrdersInSource.messages["orders"].in_language(language, (label, ("words", ordered)))
