"""What names a finding across revisions."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.terms.finding import Finding, Severity
from beleg.terms.passage import Passage
from beleg.terms.revision import evidence_key, finding_key

# Short words of few letters, so that the parts of a key often run into one another.
words = st.text(st.sampled_from('a\x1f",'), max_size=2)
about = st.tuples(words, words, words, st.lists(words, max_size=2).map(tuple))


@given(about, about)
def test_two_findings_have_one_key_only_if_they_say_the_same_against_the_same(
    one: tuple[str, str, str, tuple[str, ...]], other: tuple[str, str, str, tuple[str, ...]]
) -> None:
    assert (finding_key(*one) == finding_key(*other)) is (one == other)


def test_held_against_it_are_the_words_of_its_message_and_of_its_passages() -> None:
    finding = Finding(
        check="number_changed",
        severity=Severity.ERROR,
        start=0,
        end=4,
        message="Anders.",
        evidence=(Passage("meldung", 3, 7, "fünf Euro"),),
        values=(("source_words", "fünf"), ("words", "vier")),
    )
    assert finding.against == ("fünf", "vier", "fünf Euro")


passages = st.lists(
    st.builds(Passage, words, st.integers(0, 3), st.integers(0, 3), words), max_size=3, unique=True
)


@given(passages, passages)
def test_evidence_is_the_same_only_if_the_same_sources_say_the_same(
    one: list[Passage], other: list[Passage]
) -> None:
    said = [{(passage.source, passage.text) for passage in some} for some in (one, other)]
    assert (evidence_key(one) == evidence_key(other)) is (said[0] == said[1])
    assert evidence_key([*reversed(one), *one]) == evidence_key(one)
    assert len(evidence_key(one)) == 16
