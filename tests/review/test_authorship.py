from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from beleg.review.authorship import authors, sentence_origins
from beleg.terms.dossier import Dossier
from beleg.terms.passage import Passage
from beleg.terms.revision import Origin, SentenceOrigin
from tests.review.story import IDA, OLE, UTE, Story


def _current(story: Story) -> tuple[SentenceOrigin, ...]:
    current = story.dossier.current
    assert current is not None
    return current.sentences


def _told(story: Story) -> list[tuple[str, str, str]]:
    return [(o.origin.value, o.changed_by, o.engine) for o in _current(story)]


def test_who_saved_any_of_it_is_an_author() -> None:
    story = Story()
    assert authors(story.dossier) == ()
    story.save("Es öffnet.", by=IDA)
    story.save("Es öffnet.", "Es ist neu.", by=OLE)
    assert authors(story.dossier) == (IDA, OLE)


def test_a_full_revert_takes_a_person_out_and_the_edit_again_back_in() -> None:
    story = Story()
    story.save("Es öffnet.", by=IDA)
    story.save("Es schließt.", by=OLE)
    story.save("Es öffnet.", by=OLE)
    assert authors(story.dossier) == (IDA,)
    story.save("Es schließt.", by=UTE)  # OLE's words again, whoever types them
    assert authors(story.dossier) == (IDA, OLE)


def test_a_partial_revert_takes_nobody_out() -> None:
    story = Story()
    story.save("Es öffnet.", "Es ist neu.", by=IDA)
    story.save("Es schließt.", "Es ist alt.", by=OLE)
    story.save("Es öffnet.", "Es ist alt.", by=IDA)
    assert authors(story.dossier) == (IDA, OLE)


def test_who_orders_a_machines_draft_is_an_author() -> None:
    story = Story()
    story.machine("Es öffnet.", by=UTE)
    story.save("Es öffnet.", "Es ist neu.", by=IDA)
    assert authors(story.dossier) == (UTE, IDA)


@given(st.lists(st.tuples(st.sampled_from([IDA, OLE, UTE]), st.sampled_from("abc")), min_size=1))
def test_authors_are_those_up_to_the_first_time_the_text_was_there(saves: list[tuple[str, str]]) -> None:
    story = Story()
    for by, text in saves:
        story.save(text, by=by)
    contents = [text for _, text in saves]
    first = contents.index(contents[-1])
    assert set(authors(story.dossier)) == {by for by, _ in saves[: first + 1]}
    assert saves[first][0] in authors(story.dossier)


def test_untouched_sentences_keep_their_origin_and_changed_ones_become_the_persons() -> None:
    story = Story()
    story.machine("Das Bad öffnet am Montag.", "Der Eintritt kostet vier Euro.", by=UTE)
    story.save("Das Bad öffnet am Dienstag.", "Der Eintritt kostet vier Euro.", "Das ist gut so.", by=IDA)
    assert _told(story) == [
        ("person", IDA, "Setzer 1"),
        ("machine", UTE, "Setzer 1"),
        ("person", IDA, ""),
    ]


def test_a_sentence_taken_from_a_source_and_edited_counts_as_begun_by_the_machine() -> None:
    story = Story()
    story.machine("Das Bad öffnet am Montag.", by=UTE, origin=Origin.SOURCE)
    story.save("Das neue Bad öffnet am Montag.", by=IDA)
    assert _told(story) == [("person", IDA, "Setzer 1")]


def test_a_moved_sentence_is_untouched() -> None:
    story = Story()
    story.machine("Das Bad öffnet.", "Der Eintritt ist frei.", "Parken kostet.", by=UTE)
    story.save("Parken kostet.", "Das Bad öffnet.", "Der Eintritt ist frei.", by=IDA)
    assert {changed_by for _, changed_by, _ in _told(story)} == {UTE}


def test_pasting_a_machines_sentence_back_does_not_make_it_ones_own() -> None:
    story = Story()
    story.machine("Das Bad öffnet.", "Der Eintritt ist frei.", by=UTE)
    story.save("Der Eintritt ist frei.", by=IDA)
    story.save("Der Eintritt ist frei.", "Das Bad öffnet.", by=IDA)
    assert _told(story) == [("machine", UTE, "Setzer 1")] * 2


def test_a_split_sentence_keeps_its_engine_in_both_parts() -> None:
    story = Story()
    story.machine("Das Bad öffnet am Montag und der Eintritt ist frei.", by=UTE)
    story.save("Das Bad öffnet am Montag.", "Und der Eintritt ist frei.", by=IDA)
    assert _told(story) == [("person", IDA, "Setzer 1")] * 2


def test_an_entirely_other_sentence_in_its_place_is_the_persons_own() -> None:
    story = Story()
    story.machine("Das Bad öffnet am Montag.", by=UTE)
    story.save("Niemand weiß warum.", by=IDA)
    assert _told(story) == [("person", IDA, "")]


def test_two_hands_on_one_sentence_keep_the_engine_and_name_the_last() -> None:
    story = Story()
    story.machine("Das Bad öffnet am Montag.", by=UTE)
    story.save("Das Bad öffnet am Dienstag.", by=IDA)
    story.save("Das Bad öffnet am Mittwoch.", by=OLE)
    assert _told(story) == [("person", OLE, "Setzer 1")]


def test_the_same_words_twice_keep_their_own_origins() -> None:
    story = Story()
    origins = tuple(
        SentenceOrigin(text="Ja.", origin=origin, changed_by=UTE)
        for origin in (Origin.MACHINE, Origin.PERSON)
    )
    story._revision("Ja.\nJa.", origins, UTE)
    story.save("Ja.", "Ja.", "Ja.", by=IDA)
    assert [origin.origin for origin in _current(story)] == [Origin.MACHINE, Origin.PERSON, Origin.PERSON]


sentences = st.lists(
    st.sampled_from(["Das Bad öffnet.", "Das Bad schließt.", "Ja.", "Nein, nie."]), max_size=5
)


@given(st.lists(sentences, max_size=4), sentences)
def test_every_sentence_gets_one_origin_and_new_words_are_the_persons(
    before: list[list[str]], now: list[str]
) -> None:
    story = Story()
    for number, revision in enumerate(before):
        story.machine(*revision, by=UTE) if number % 2 else story.save(*revision, by=OLE)
    dossier: Dossier = story.dossier
    known = {origin.text for revision in dossier.revisions for origin in revision.sentences}
    origins = sentence_origins(now, dossier.revisions, by=IDA)
    assert [origin.text for origin in origins] == now
    for origin in origins:
        assert (origin.changed_by == IDA and origin.origin is Origin.PERSON) is (origin.text not in known)


def _machine(count: int) -> list[str]:
    return [
        f"Der Stadtrat von Ort{n} stimmte am Montag für die Brücke{n} und gegen den Tunnel{n}."
        for n in range(count)
    ]


def test_a_detour_over_another_text_does_not_make_a_machines_sentences_ones_own() -> None:
    story = Story()
    written = _machine(4)
    story.machine(*written, by=UTE)
    story.save("Platzhalter.", by=IDA)
    story.save(*(text.replace("Montag", "Dienstag") for text in written), by=IDA)
    assert _told(story) == [("person", IDA, "Setzer 1")] * 4


def test_a_sentence_moved_and_changed_in_one_save_keeps_its_engine() -> None:
    story = Story()
    one, two, three = _machine(3)
    story.machine(one, two, three, by=UTE)
    story.save(three.replace("Montag", "Dienstag"), "Niemand weiß warum.", one, two, by=IDA)
    assert _told(story) == [
        ("person", IDA, "Setzer 1"),
        ("person", IDA, ""),
        ("machine", UTE, "Setzer 1"),
        ("machine", UTE, "Setzer 1"),
    ]


def test_a_sentence_turned_round_keeps_its_engine() -> None:
    story = Story()
    story.machine("Am Montag öffnet das neue Bad.", by=UTE)
    story.save("Das neue Bad öffnet erst am Montag.", by=IDA)
    assert _told(story) == [("person", IDA, "Setzer 1")]


def test_a_passage_of_the_sources_stays_with_the_rewritten_sentence() -> None:
    story = Story()
    passage = Passage("meldung", 0, 26, "Das Bad öffnet am Montag.")
    origin = SentenceOrigin(
        text=passage.text, origin=Origin.SOURCE, changed_by=UTE, engine="Setzer 1", passages=(passage,)
    )
    story._revision(passage.text, (origin,), UTE)
    story.save("Platzhalter.", by=IDA)
    story.save("Das Bad öffnet am Dienstag.", by=IDA)
    assert _current(story)[0].passages == (passage,)


def test_articles_and_auxiliaries_tie_nothing_together() -> None:
    story = Story()
    story.machine("Die Kosten", *(f"Die Halle{n} ist in dem Ort{n}." for n in range(20)), by=UTE)
    story.save("Die Feuerwehr ist in dem Keller.", "Die Rechnung zahlt der Kreis.", by=IDA)
    assert _told(story) == [("person", IDA, "")] * 2


def test_of_two_as_similar_the_one_a_machine_began_counts() -> None:
    story = Story()
    story.save("Das Bad öffnet am Montag um acht.", by=IDA)
    story.machine("Das Bad öffnet am Montag um neun.", by=UTE)
    story.save("Das Bad öffnet am Montag um zehn.", by=IDA)
    assert _told(story) == [("person", IDA, "Setzer 1")]


def test_a_long_text_rewritten_as_a_whole_costs_about_its_length() -> None:
    written = _machine(800)
    origins = tuple(
        SentenceOrigin(text=text, origin=Origin.MACHINE, changed_by=UTE, engine="Setzer 1")
        for text in written
    )
    story = Story()
    story._revision("\n".join(written), origins, UTE)
    now = [text.replace("Montag", "Dienstag") for text in written]
    began = process_time()
    found = sentence_origins(now, story.dossier.revisions, by=IDA)
    assert process_time() - began < 3  # each compared with each took seven seconds
    assert {origin.engine for origin in found} == {"Setzer 1"}
