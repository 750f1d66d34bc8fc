"""Passages inside their source, and the words that differ."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.desk.views.evidence import SURROUNDING, TO_A_SENTENCE, Words, differing, passage_view, passages
from beleg.desk.views.queue import shortened
from beleg.desk.views.versions import versions
from beleg.terms.passage import Passage
from beleg.terms.source import Source


def _marked(shown: str, other: str) -> list[str]:
    return [piece.text for piece in differing(shown, other) if piece.differs]


def test_the_changed_word_is_marked_and_nothing_else() -> None:
    source = "Wir haben zwölf Bäume gefällt, nicht mehr."
    draft = "Wir haben zwanzig Bäume gefällt, nicht mehr."
    assert _marked(source, draft) == ["zwölf"]
    assert _marked(draft, source) == ["zwanzig"]


def test_a_dropped_nicht_is_marked_in_the_source() -> None:
    assert _marked("Das ist nicht unser Plan.", "Das ist unser Plan.") == ["nicht"]
    assert _marked("Das ist unser Plan.", "Das ist nicht unser Plan.") == []


def test_a_gap_stands_where_words_are_missing_and_nowhere_else() -> None:
    def gaps(shown: str, other: str) -> str:
        return "".join("‸" if piece.gap else piece.text for piece in differing(shown, other, gaps=True))

    assert gaps("Das ist für mich verhandelbar", "Das ist für mich nicht verhandelbar.") == (
        "Das ist für mich ‸verhandelbar"
    )
    assert gaps("Das ist verhandelbar", "Das ist verhandelbar, leider") == "Das ist verhandelbar‸"
    assert gaps("Das ist der Plan", "Das ist ein Plan") == "Das ist der Plan"
    assert gaps("Das ist der Plan", "Das ist „der“ Plan.") == "Das ist der Plan"
    assert not any(piece.gap for piece in differing("Das ist unser Plan", "Das ist nicht unser Plan"))


def test_two_sentences_with_hardly_a_common_word_are_not_marked_all_over() -> None:
    assert _marked("Der Rat tagt am Dienstag.", "Im Hafen liegen drei Kähne.") == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_are_the_text(shown: str, other: str) -> None:
    assert "".join(piece.text for piece in differing(shown, other, gaps=True)) == shown
    assert "".join(piece.text for piece in differing(shown, other)) == shown


@given(st.text(max_size=700), st.integers(0, 900), st.integers(0, 900))
def test_a_passage_and_its_surroundings_are_the_source(text: str, one: int, two: int) -> None:
    start, end = sorted((one, two))
    source = Source(text=text)
    view = passage_view(Passage(source.id, start, end, ""), source)
    before, own, after = (
        "".join(piece.text for piece in part) for part in (view.before, view.words, view.after)
    )
    assert own == text[start:end]
    assert before + own + after in text
    assert max(len(before), len(after)) <= SURROUNDING + TO_A_SENTENCE
    assert view.cut_before or text.lstrip().startswith((before + own).lstrip())
    assert view.cut_after or text.rstrip().endswith((own + after).rstrip())


def test_of_a_passage_that_has_the_expected_words_only_those_that_differ_are_marked() -> None:
    source = Source(text="Der Neubau soll nach Angaben der Stadt 23,8 Millionen Euro kosten.")
    passage = Passage(source.id, 0, len(source.text), source.text)
    view = passage_view(passage, source, "28,3 Millionen Euro", "23,8 Millionen Euro")
    assert [piece.text for piece in view.words if piece.differs] == ["23,8"]
    assert "".join(piece.text for piece in view.words) == source.text
    view = passage_view(passage, source, "elf Taler", "23,8 Millionen Euro")
    assert [piece.text for piece in view.words if piece.differs] == ["23,8 Millionen Euro"]


@given(st.text(max_size=2500), st.integers(0, 2500))
def test_what_is_further_off_joins_on(text: str, at: int) -> None:
    source = Source(text=text)
    view = passage_view(Passage(source.id, at, at + 9, ""), source)
    shown = "".join(piece.text for piece in (*view.before, *view.words, *view.after))
    earlier, later = view.earlier.removeprefix("… "), view.later.removesuffix(" …")
    place = text.index(shown)
    assert earlier in text and later in text
    if shown.strip() and text.count(shown) == 1:
        assert text[:place].rstrip().endswith(earlier.rstrip())
        assert text[place + len(shown) :].lstrip().startswith(later.lstrip())


STORY = (
    "Der Rat hat am Dienstag über die Färberbrücke beraten. Nach dem Gutachten von Dr. Ohm trägt sie "
    "noch drei Jahre. Die Sitzung dauerte bis nach Mitternacht, weil viele Anwohnerinnen und Anwohner "
    "Fragen stellten. Die Brücke wird am 3. Mai gesperrt. Danach fahren die Busse über die Umgehung, was "
    "für Schülerinnen und Schüler eine halbe Stunde mehr bedeutet. Das Land zahlt die Hälfte der Kosten. "
    "Den Rest tragen Stadt und Kreis zusammen, und zwar nach einem Schlüssel, der noch verhandelt wird."
)


def test_an_excerpt_begins_and_ends_with_a_sentence() -> None:
    start = STORY.index("Die Brücke wird")
    view = passage_view(Passage("", start, start + 34, ""), Source(text=STORY))
    before, after = ("".join(w.text for w in part) for part in (view.before, view.after))
    assert before.startswith("Die Sitzung dauerte bis nach Mitternacht") and view.cut_before
    assert after.endswith("eine halbe Stunde mehr bedeutet.") and view.cut_after


def test_an_excerpt_is_cut_between_words_where_no_sentence_ends_near() -> None:
    text = "und Kähne " * 90
    view = passage_view(Passage("", 404, 409, ""), Source(text=text))
    assert "".join(w.text for w in view.before).split()[0] in ("und", "Kähne")
    assert "".join(w.text for w in view.after).split()[-1] in ("und", "Kähne")


def test_words_in_the_queue_are_left_out_whole() -> None:
    left_out = shortened("Die Gemeindevertretung beschloss " + "die Verkehrsberuhigung " * 9 + "einstimmig")
    first, last = left_out.split(" … ")
    assert set(first.split()) | set(last.split()) <= {
        "Die", "Gemeindevertretung", "beschloss", "die", "Verkehrsberuhigung", "einstimmig",
    }  # fmt: skip
    assert len(left_out) <= 90 and last.endswith("einstimmig")
    assert shortened("x" * 200, 20) == "x" * 8 + " … " + "x" * 8
    assert shortened("Kurz  und\ngut") == "Kurz und gut"


def test_the_right_speaker_is_marked_beside_the_quotation() -> None:
    source = Source(text="„Das war so nicht geplant“, sagte Wiebke Harms. Harmse gibt es viele.")
    passage = Passage(source.id, 1, 25, "Das war so nicht geplant")
    view = passage_view(passage, source, "Jens Ott", "Harms")
    assert [piece.text for piece in view.after if piece.differs] == ["Harms"]
    assert not [piece for piece in view.words if piece.differs]


@given(st.text(max_size=200), st.text(max_size=200))
def test_two_versions_put_together_are_the_texts(one: str, other: str) -> None:
    left, right = versions(one, other)
    assert "".join(piece.text for piece in left) == one
    assert "".join(piece.text for piece in right) == other
    marked = any(piece.differs for piece in (*left, *right))
    assert marked == (one != other)


def test_two_versions_mark_the_words_that_differ() -> None:
    left, right = versions("Gleich.\n\nDer Rat tagt am Montag.", "Gleich.\n\nDer Rat tagt am Freitag.")
    assert [piece.text for piece in left if piece.differs] == ["Montag."]
    assert [piece.text for piece in right if piece.differs] == ["Freitag."]


def test_a_passage_is_shown_once_and_only_if_its_source_is_there() -> None:
    source = Source(text="Die Brücke bleibt gesperrt.")
    passage = Passage(source.id, 4, 10, "Brücke")
    views = passages([passage, passage, Passage("other", 0, 1, "x")], (source,))
    assert [view.words for view in views] == [(Words("Brücke"),)]
