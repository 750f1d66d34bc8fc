"""Two people's edits put together: nobody's are overwritten, and nobody's words are lost."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.language.de.german import GERMAN
from beleg.review.aligning import hunks
from beleg.review.merging import Merged, merge
from beleg.review.sentence_units import joined, units

BASE = """# Hallenbad Mühlried wird saniert

Der Gemeinderat hat die Sanierung beschlossen. Die Arbeiten kosten 4,2 Millionen Euro.

## Was danach kommt

Das Bad öffnet im Herbst. Der Verein trainiert in Oberlauen.

- Umkleiden
- Becken
"""

_WORDS = ("Rat", "Bad", "Haus", "tagt", "ruht", "öffnet", "spät", "früh", "Lindau", "zwölf")
sentences = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=4).map(
    lambda words: " ".join(words).capitalize() + "."
)
blocks = st.one_of(
    st.lists(sentences, min_size=1, max_size=4).map(" ".join),
    sentences.map(lambda words: f"## {words}"),
    sentences.map(lambda words: f"- {words}"),
)
texts = st.lists(blocks, max_size=6).map("\n\n".join)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """The text after a few edits as people make them: a sentence written, rewritten or cut, blocks joined or moved."""
    parts = text.split("\n\n") if text else []
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(0, len(parts) - 1)))
        match draw(st.sampled_from(["write", "rewrite", "cut", "join", "move", "letters"])):
            case "write":
                parts.insert(at, draw(blocks))
            case "rewrite" if parts:
                parts[at] = draw(sentences) + parts[at][parts[at].find(".") + 1 :]
            case "cut" if parts:
                del parts[at]
            case "join" if at + 1 < len(parts):
                parts[at : at + 2] = [f"{parts[at]} {parts[at + 1].lstrip('#- ')}"]
            case "move" if parts:
                parts.insert(draw(st.integers(0, len(parts) - 1)), parts.pop(at))
            case "letters" if parts:
                place = draw(st.integers(0, len(parts[at])))
                parts[at] = parts[at][:place] + draw(st.text("ab \n", max_size=3)) + parts[at][place:]
            case _:
                pass
    return "\n\n".join(parts)


@st.composite
def three(draw: st.DrawFn) -> tuple[str, str, str]:
    base = draw(texts)
    return base, draw(edited(base)), draw(edited(base))


def _words(text: str) -> list[str]:
    return [word.strip("#-.") for word in text.split() if word.strip("#-.")]


@given(st.one_of(texts, st.text(max_size=200)))
def test_a_text_is_its_sentences_put_together(text: str) -> None:
    cut = units(text, GERMAN)
    assert joined(cut.units, cut.tail)[0] == text
    assert not any(sign.isalnum() for unit in cut.units for sign in unit.before)
    assert not any(sign.isalnum() for sign in cut.tail)


@given(three())
def test_edits_of_one_side_are_taken_whole(found: tuple[str, str, str]) -> None:
    base, mine, _ = found
    assert merge(base, mine, base, GERMAN) == Merged(mine)
    assert merge(base, base, mine, GERMAN) == Merged(mine)
    assert merge(base, mine, mine, GERMAN) == Merged(mine)


@given(three())
def test_no_word_is_lost(found: tuple[str, str, str]) -> None:
    base, mine, theirs = found
    merged = merge(base, mine, theirs, GERMAN)
    told = " ".join(conflict.mine for conflict in merged.conflicts)
    # What both had from the start may have been cut by either; what is new may not.
    mine_new = set(_words(mine)) - set(_words(base))
    theirs_new = set(_words(theirs)) - set(_words(base))
    assert mine_new <= {*_words(merged.content), *_words(told)}
    assert theirs_new <= set(_words(merged.content))
    for conflict in merged.conflicts:
        assert merged.content[conflict.start : conflict.end] == conflict.theirs
        assert conflict.mine != conflict.theirs


@given(three())
def test_every_new_sentence_stands_or_is_told(found: tuple[str, str, str]) -> None:
    base, mine, theirs = found
    merged = merge(base, mine, theirs, GERMAN)
    had = set(units(base, GERMAN).words)
    told = [conflict.mine for conflict in merged.conflicts]
    for words in units(mine, GERMAN).words:
        if words not in had:
            assert words in merged.content or any(words in one for one in told)
    for words in units(theirs, GERMAN).words:
        if words not in had:
            assert words in merged.content


@given(st.lists(sentences, min_size=4, max_size=12, unique=True), st.data())
def test_edits_of_different_sentences_both_stand(base: list[str], data: st.DataObject) -> None:
    at = data.draw(st.lists(st.integers(0, len(base) - 1), min_size=2, max_size=2, unique=True))
    mine, theirs = list(base), list(base)
    mine[at[0]], theirs[at[1]] = "Das schreibe ich.", "Das schreiben andere."
    both = list(base)
    both[at[0]], both[at[1]] = mine[at[0]], theirs[at[1]]
    assert merge(" ".join(base), " ".join(mine), " ".join(theirs), GERMAN) == Merged(" ".join(both))


def test_who_splits_a_paragraph_is_not_in_the_way_of_who_rewrites_a_sentence_in_it() -> None:
    mine = BASE.replace("beschlossen. Die", "beschlossen.\n\nDie")
    theirs = BASE.replace("Die Arbeiten kosten 4,2", "Die Arbeiten kosten 4,4")
    merged = merge(BASE, mine, theirs, GERMAN)
    assert merged == Merged(mine.replace("4,2", "4,4"))


def test_a_headline_before_everything_and_a_new_first_sentence_stay_apart() -> None:
    base = "Der Rat tagt. Es regnet.\n"
    merged = merge(base, "# Neu\n\n" + base, base.replace("Der Rat tagt", "Der Rat tagte"), GERMAN)
    assert merged == Merged("# Neu\n\nDer Rat tagte. Es regnet.\n")


def test_both_write_at_the_same_place_and_both_stand() -> None:
    mine = BASE.replace("- Becken\n", "- Becken\n- Sauna\n")
    theirs = BASE.replace("- Becken\n", "- Becken\n- Garten\n")
    assert merge(BASE, mine, theirs, GERMAN).content.endswith("- Becken\n- Garten\n- Sauna\n")


def test_a_sentence_that_goes_on_in_the_paragraph_stays_before_a_new_block() -> None:
    mine = BASE.replace(
        "im Herbst. Der Verein trainiert in Oberlauen.", "im Herbst. Der Verein trainiert in Oberlauen. Noch."
    )
    theirs = BASE.replace("Oberlauen.\n", "Oberlauen.\n\n## Kosten\n\nDas ist offen.\n")
    merged = merge(BASE, mine, theirs, GERMAN)
    assert "Oberlauen. Noch.\n\n## Kosten\n\nDas ist offen.\n\n- Umkleiden" in merged.content
    assert merged.conflicts == ()


def test_the_same_sentence_changed_by_both_is_told_and_theirs_stand() -> None:
    mine = BASE.replace("im Herbst", "im Winter")
    theirs = BASE.replace("im Herbst", "im Sommer")
    merged = merge(BASE, mine, theirs, GERMAN)
    assert merged.content == theirs
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ("Das Bad öffnet im Winter.", "Das Bad öffnet im Sommer.")
    assert theirs[conflict.start : conflict.end] == conflict.theirs


def test_who_cuts_what_another_rewrites_is_told() -> None:
    cut = BASE.replace(" Der Verein trainiert in Oberlauen.", "")
    changed = BASE.replace("in Oberlauen", "in Neustadt")
    merged = merge(BASE, cut, changed, GERMAN)
    assert merged.content == changed
    assert [(c.mine, c.theirs) for c in merged.conflicts] == [("", "Der Verein trainiert in Neustadt.")]
    merged = merge(BASE, changed, cut, GERMAN)
    assert merged.content == cut
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ("Der Verein trainiert in Neustadt.", "")
    assert cut[: conflict.start].endswith("Das Bad öffnet im Herbst.") and conflict.start == conflict.end


def test_a_save_that_is_sent_again_with_more_words_does_not_double_them() -> None:
    first, again = BASE + "\nDer Eintritt ist", BASE + "\nDer Eintritt ist frei."
    assert merge(BASE, again, first, GERMAN, one_hand=True) == Merged(again)
    assert merge(BASE, first, again, GERMAN, one_hand=True) == Merged(again)


def test_what_another_began_is_not_taken_for_the_beginning_of_mine() -> None:
    merged = merge("Es regnet.", "Es regnet nichts Neues.", "Es regnet nicht", GERMAN)
    assert merged.content == "Es regnet nicht"
    assert [conflict.mine for conflict in merged.conflicts] == ["Es regnet nichts Neues."]
    both = merge(BASE, BASE + "\nErich kommt.", BASE + "\nEr", GERMAN).content
    assert "Erich kommt." in both and "\nEr\n" in both + "\n"


def test_a_headline_of_two_sentences_stays_one_headline() -> None:
    base = "# Der Rat tagt. Das Bad bleibt zu.\n\nEs regnet."
    theirs = base.replace("Es regnet.", "Es schneit.")
    merged = merge(base, base.replace("# Der Rat tagt.", "# Der Rat tagte."), theirs, GERMAN)
    assert merged == Merged("# Der Rat tagte. Das Bad bleibt zu.\n\nEs schneit.")


def test_words_cut_off_by_another_do_not_come_back_unseen() -> None:
    base = "Der Rat tagt am Montag im Saal. Es regnet."
    theirs = base.replace(" im Saal.", "").replace("Es regnet.", "Es regnet.")
    mine = base.replace("im Saal.", "im Saal des Hauses.")
    merged = merge(base, mine, theirs, GERMAN)
    assert merged.content == theirs and len(merged.conflicts) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "# \n", "- \n- "])
def test_texts_without_a_word_merge(text: str) -> None:
    merged = merge(text, "Neu.", "", GERMAN)
    assert "Neu." in (merged.content, *(conflict.mine for conflict in merged.conflicts))
    assert merge("Alt.", text, "Alt. Neu.", GERMAN).content.strip().endswith("Neu.")


def test_what_was_changed_is_told_sentence_by_sentence() -> None:
    assert [(h.start, h.end, h.put) for h in hunks("abcd", "axyd")] == [(1, 2, 1), (2, 3, 1)]
    assert [(h.start, h.end, h.put) for h in hunks("abcd", "abxcd")] == [(2, 2, 1)]
    assert [(h.start, h.end, h.put) for h in hunks("abcd", "d")] == [(0, 3, 0)]
    assert hunks("", "") == []


def test_time_is_about_linear() -> None:
    def text(count: int) -> str:
        return "\n\n".join(f"Satz {n} steht hier. Noch einer von {n}." for n in range(count))

    def seconds(count: int) -> float:
        base = text(count)
        mine, theirs = base.replace("steht", "stand"), base.replace("Noch", "Auch")
        began = process_time()
        assert merge(base, mine, theirs, GERMAN).conflicts == ()
        return process_time() - began

    seconds(200)
    assert seconds(2_000) < 40 * seconds(200)
    repeated = "Ja. " * 20_000
    began = process_time()
    merge(
        repeated,
        "Nein. " + repeated + "Doch.",
        "Doch. " + repeated[:40_000] + "Nie. " + repeated[40_000:],
        GERMAN,
    )
    assert process_time() - began < 20
