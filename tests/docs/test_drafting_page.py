"""The page on drafts counts the lies that there are."""

from pathlib import Path

from benchmarks.lies import CASES, UNTUNED, told

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "drafting.md").read_text("utf-8").split())


def test_the_lies_are_counted_as_the_suite_has_them() -> None:
    known, other = ([lie for one in told(cases) for lie in one.lies] for cases in (CASES, UNTUNED))
    held = [lie for lie in known if lie.kind != "untuned"]
    kinds, others = (len({lie.kind for lie in lies}) for lies in (held, other))
    assert f"| {len(held)} lies of {kinds} kinds on six invented dossiers" in PAGE
    assert f"| {len(known) - len(held)} lies about them that no rule was made for |" in PAGE
    assert f"| {len(other)} lies of {others} kinds on two other dossiers" in PAGE
    for cases, words in (
        (CASES, "true sentences |"),
        (UNTUNED, "true sentences of the two other dossiers |"),
    ):
        assert f"| {sum(len(one.true) for one in told(cases))} {words}" in PAGE
    assert (len(told(CASES)), len(told(UNTUNED))) == (6, 2)
