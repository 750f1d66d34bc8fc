"""Drafts of our own cut to a few sentences: what stays together, what goes, and what is refused."""

from itertools import pairwise

import pytest

from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.pipeline import check_draft, reading_of
from beleg.shortening import Shortened, shortened
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.source import Source

TEXT = (
    "Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt. Das Gesundheitsamt fand im Wasser Spuren von Ammoniak. „Niemand soll ein "
    "Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag. Die Pächter der Imbisse rechnen mit Verlusten von 40.000 Euro. Hollmann "
    "kündigte weitere Proben an. Sie sollen Ende Mai vorliegen. Der Tankwagen war am Mittwoch in einer Kurve umgestürzt. Verletzt wurde "
    "niemand."
)


def cut(text: str, to: int, source: str = TEXT) -> Shortened:
    return shortened(Source(text=text), [Source(text=source)], language=GERMAN, sentences=to)


@pytest.mark.parametrize("to", range(1, 9))
def test_what_is_left_stands_unchanged_and_passes(to: int) -> None:
    draft = f"# Auensee bleibt bis Juni gesperrt\n\n{TEXT}\n"
    found = cut(draft, to)
    assert 1 <= len(found.kept) <= to
    assert len(found.kept) + len(found.cut) == 8
    places = [TEXT.index(sentence) for sentence in found.kept]
    assert all(one < other for one, other in pairwise(places))
    assert found.content.startswith("# Auensee bleibt bis Juni gesperrt\n\n")
    report = check_draft(Source(text=found.content), [Source(text=TEXT)], language=GERMAN)
    assert not {one.verdict for one in report.sentences} & {Verdict.DISTORTED, Verdict.UNSUPPORTED}
    assert not [one for one in report.findings if one.check == "headline_not_covered"]


@pytest.mark.parametrize("to", range(1, 8))
def test_nobody_loses_speaker_or_name(to: int) -> None:
    kept = " ".join(cut(TEXT, to).kept)
    if "Hollmann kündigte" in kept:
        assert "Amtsärztin Birte Hollmann" in kept
    if "Sie sollen" in kept:
        assert "Hollmann kündigte weitere Proben an." in kept


def test_indirect_speech_keeps_the_sentence_that_names_its_speaker() -> None:
    text = (
        "Der Rat von Auen hat den Abriss des Hallenbads beschlossen. Kämmerer Jens Kroll sagte, das Hallenbad sei nicht zu retten. Der "
        "Abriss koste zwei Millionen Euro, der Neubau des Hallenbads in Auen neun Millionen Euro. Am Hafen fährt kein Bus."
    )
    for to in (1, 2, 3):
        kept = cut(text, to, text).kept
        assert not any("Abriss koste" in one for one in kept) or any(
            "Jens Kroll sagte" in one for one in kept
        )
    assert any("Abriss koste" in one for one in cut(text, 3, text).kept)


def test_a_list_keeps_what_announces_it_and_empty_sections_go() -> None:
    text = (
        "# Rat beschließt Umbau\n\nDer Rat hat den Umbau der Schule beschlossen.\n\n## Die Kosten der Schule\n\nDer Umbau der Schule "
        "umfasst drei Teile:\n\n- Das Dach der Schule wird erneuert.\n- Die Heizung der Schule wird ersetzt.\n\n## Das Wetter\n\nAm "
        "Abend zog Nebel auf.\n"
    )
    found = cut(text, 3, text)
    assert "Das Wetter" not in found.content and "Nebel" not in found.content
    if "- " in found.content:
        assert "umfasst drei Teile:" in found.content
    for line in found.content.splitlines():
        assert line in text


def test_a_headline_brings_what_covers_it() -> None:
    text = (
        "Das Wasser im Auensee wird geprüft, weil im Auensee das Wasser trüb ist. Im Auensee ist das Wasser trüb. Kämmerer Jens Kroll "
        "tritt zurück."
    )
    found = cut(f"# Jens Kroll tritt zurück\n\n{text}", 1, text)
    assert found.kept == ("Kämmerer Jens Kroll tritt zurück.",)


def test_what_cannot_be_shortened_is_refused() -> None:
    two = "Kämmerer Jens Kroll tritt ab. Auch Amtsleiterin Petra Voss geht. Am Hafen fährt kein Bus."
    with pytest.raises(Error, match="no text"):
        cut("# Nur eine Überschrift", 2)
    with pytest.raises(Error, match="cover its headline"):
        cut(f"# Jens Kroll und Petra Voss treten ab\n\n{two}", 1, two)
    assert len(cut(f"# Jens Kroll und Petra Voss treten ab\n\n{two}", 2, two).kept) == 2
    whole = cut(TEXT, 8)
    assert whole.content == TEXT and not whole.cut


def test_english() -> None:
    text = (
        "The council of Millbrook approved the new bridge. “It will hold for fifty years,” said engineer Claire Holt. She had checked the "
        "plans of the bridge. Holt expects the bridge to open in May. The bakery was closed."
    )
    source = Source(text=text, language="en")
    for to in (1, 2, 3, 4):
        kept = shortened(source, [source], language=ENGLISH, sentences=to).kept
        assert len(kept) <= to
        if any(one.startswith(("She", "Holt")) for one in kept):
            assert any("engineer Claire Holt" in one for one in kept)
    assert len(reading_of(source, ENGLISH).sentences) == 5
