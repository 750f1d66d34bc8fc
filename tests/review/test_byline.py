"""Who is named as having written an article: whoever brought words into it, and not who corrected one."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from beleg.review.authorship import authors
from beleg.review.byline import byline
from beleg.terms.revision import Origin
from tests.review.story import IDA, OLE, UTE, Story

ONE = "Der Rat von Lindenau hat am Dienstag nach langer Debatte den Bau von drei neuen Schulen beschlossen."
TWO = "Die Arbeiten sollen im kommenden Frühjahr beginnen und ungefähr vier Jahre dauern, teilte das Bauamt mit."
THREE = "Bezahlt wird alles aus dem Haushalt der Stadt, die dafür ein Grundstück am Fluss verkauft."


def test_a_dossier_without_a_text_has_no_byline() -> None:
    assert byline(Story().dossier) == ()


def test_who_corrects_a_word_cannot_sign_and_has_not_written_the_text() -> None:
    story = Story()
    story.save(ONE, TWO, THREE, by=IDA)
    story.save(ONE.replace("drei", "zwei"), TWO, THREE, by=OLE)
    assert authors(story.dossier) == (IDA, OLE)
    assert byline(story.dossier) == (IDA,)


def test_words_changed_in_every_sentence_one_by_one_add_up() -> None:
    story = Story()
    story.save(ONE, TWO, THREE, by=IDA)
    changed = [text.replace("Der", "Jener").replace("am", "zum") for text in (ONE, TWO, THREE)]
    for done in range(1, 4):
        story.save(*changed[:done], *(ONE, TWO, THREE)[done:], by=OLE)
    assert byline(story.dossier) == (IDA,)
    story.save(changed[0], "Gestritten wurde vor allem um die Lage am Fluss.", *changed[1:], by=OLE)
    assert byline(story.dossier) == (IDA, OLE)


def test_who_wrote_most_is_named_first() -> None:
    story = Story()
    story.save(ONE, by=IDA)
    assert byline(story.dossier) == (IDA,)
    story.save(TWO, ONE, THREE, by=OLE)
    assert byline(story.dossier) == (OLE, IDA)
    story.save(ONE, THREE, TWO, by=UTE)  # who moves a sentence has not written it
    assert byline(story.dossier) == (OLE, IDA)


def test_who_rewrites_a_text_has_written_it() -> None:
    story = Story()
    story.save(ONE, by=IDA)
    story.save("Kinder bekommen mehr Platz: So entschied gestern die Stadtvertretung mit Mehrheit.", by=OLE)
    assert byline(story.dossier) == (OLE,)
    story.save(ONE, by=UTE)  # what comes back is whose it was
    assert byline(story.dossier) == (IDA,)


def test_sentences_that_are_joined_or_split_stay_whose_they_were() -> None:
    story = Story()
    story.save(ONE, TWO, by=IDA)
    story.save(f"{ONE[:-1]}, und {TWO}", by=OLE)
    assert byline(story.dossier) == (IDA,)


def test_a_machines_text_is_nobodys_until_somebody_writes_in_it() -> None:
    for origin in (Origin.MACHINE, Origin.SOURCE):
        story = Story()
        story.machine(ONE, TWO, by=IDA, origin=origin)
        assert byline(story.dossier) == ()
        story.save(ONE.replace("drei", "zwei"), TWO, by=OLE)
        assert byline(story.dossier) == ()
        story.save(ONE.replace("drei", "zwei"), TWO, THREE, by=OLE)
        assert byline(story.dossier) == (OLE,)


_SENTENCES = st.lists(st.sampled_from([ONE, TWO, THREE, "Es regnet.", "– – –"]), max_size=4)


@given(st.lists(st.tuples(st.sampled_from([IDA, OLE, UTE]), _SENTENCES), max_size=6))
def test_only_authors_are_named(saves: list[tuple[str, list[str]]]) -> None:
    story = Story()
    for by, sentences in saves:
        story.save(*sentences, by=by)
    saved = {by for by, _ in saves}
    assert set(byline(story.dossier)) <= saved
    assert len(byline(story.dossier)) <= 10


def test_a_long_history_costs_little() -> None:
    story = Story()
    sentences = [f"Satz {number} sagt, was der Rat von Lindenau beschlossen hat." for number in range(60)]
    for number in range(300):
        sentences[number % 60] += f" Und {number}."
        story.save(*sentences, by=IDA)
    dossier = story.dossier
    began = process_time()
    assert byline(dossier) == (IDA,)
    assert process_time() - began < 1


def test_a_text_written_anew_all_at_once_is_the_savers() -> None:
    story = Story()
    story.save(*(f"Alt {number} {ONE}" for number in range(200)), by=IDA)
    story.save(*(f"Neu {number} {TWO}" for number in range(200)), by=OLE)
    assert byline(story.dossier) == (OLE,)
