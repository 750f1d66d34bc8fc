"""Things asked for by place."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.terms.span import Span
from beleg.text.overlaps import Overlaps

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_it_finds_what_comparing_all_of_them_finds(spans: list[Span], asked: Span) -> None:
    found = list(Overlaps((span, number) for number, span in enumerate(spans)).at(asked))
    assert sorted(found) == [number for number, span in enumerate(spans) if span.overlaps(asked)]


def test_they_come_in_the_order_of_their_starts() -> None:
    overlaps = Overlaps([(Span(5, 9), "second"), (Span(0, 20), "first"), (Span(30, 31), "elsewhere")])
    assert list(overlaps.at(Span(6, 7))) == ["first", "second"]
