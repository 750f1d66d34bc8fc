"""The forms by which statements are reported, held against the rules of grammar for every verb that is listed."""

import pytest

from beleg.language.de.paradigm import Finite, Perfect, Tense, finite, konjunktiv, past_participle, perfect_of
from beleg.language.de.verb_forms import participles

VERBS = sorted(verb for verb in {*participles()} if past_participle(verb))


def stems(verb: str) -> tuple[str, ...]:
    """The stem or stems before the ending: "sag-", "wander-" or "wandr-", "handel-" or "handl-"."""
    if verb.endswith(("eln", "ern")):
        return verb[:-1], f"{verb[:-3]}{verb[-2]}"
    return (verb[:-2],) if verb.endswith("en") else (verb[:-1],)


def test_many_verbs_are_listed() -> None:
    assert len(VERBS) > 150


@pytest.mark.parametrize("verb", VERBS)
def test_the_konjunktiv_of_one_is_the_stem_with_e(verb: str) -> None:
    """Duden grammar, Konjugation: all verbs but "sein" form the third person of the Konjunktiv I so, the strong ones
    too.
    """
    written = konjunktiv(Finite(verb, Tense.PRESENT, several=False))
    assert written in ({"sei"} if verb == "sein" else {f"{stem}e" for stem in stems(verb)})


@pytest.mark.parametrize("verb", VERBS)
def test_the_konjunktiv_of_several_is_no_form_of_the_present(verb: str) -> None:
    """Where it were, nobody could tell that a statement is reported; then "würden" stands."""
    written = konjunktiv(Finite(verb, Tense.PRESENT, several=True))
    readings = (
        {(form.tense, form.several) for form in finite(written) if form.verb == verb} if written else set()
    )
    assert (Tense.PRESENT, True) not in readings
    assert not written or written.endswith("en")


@pytest.mark.parametrize("verb", VERBS)
def test_the_perfect_of_every_listed_verb_is_known(verb: str) -> None:
    assert perfect_of(verb) in (Perfect.HABEN, Perfect.SEIN, Perfect.BOTH)
