import shutil
from pathlib import Path

import pytest

from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.models import libraries
from beleg.models.corpus import read_corpus
from beleg.models.storing import CARD, load_engine, read_card, train_into
from beleg.reading import read as read_by_rules
from beleg.reading.engine import DEFAULT, QuotationEngine, read
from beleg.reading.learned.features import VERSION
from beleg.terms.quotation import Naming, QuotationKind
from beleg.terms.reading import Voice
from beleg.terms.refusal import Error
from beleg.terms.span import Span
from tests.models.annotated import documents, written

NEW = "Am Morgen war es still. Petra Vogt sagte, die Schule bleibe geschlossen. „Wir warten ab.“, betonte Anna Weber."


def words(parts: tuple[Span, ...], text: str = NEW) -> list[str]:
    return [part.of(text) for part in parts]


def test_a_trained_engine_reads_texts_it_has_not_seen(trained: Path) -> None:
    reading = read(NEW, GERMAN, engine=load_engine(trained))
    indirect, direct = reading.quotations
    assert (indirect.kind, direct.kind) == (QuotationKind.INDIRECT, QuotationKind.DIRECT)
    assert words(indirect.quote) == ["die Schule bleibe geschlossen"]
    assert words(indirect.speaker) == ["Petra Vogt"]
    assert words(indirect.cue) == ["sagte"]
    assert words(direct.quote) == ["Wir warten ab."]
    assert words(direct.speaker) == ["Anna Weber"]
    assert [sentence.voice for sentence in reading.sentences[:2]] == [Voice.OWN, Voice.ATTRIBUTED]


def test_the_card_says_what_the_engine_was_learned_from(trained: Path, corpus_file: Path) -> None:
    card = read_card(trained)
    assert card.licence == "selbst geschrieben"
    assert card.corpus_sha256 == read_corpus(corpus_file).digest
    assert card.features == VERSION
    assert card.figures.messages > 90
    assert set(card.files) == {path.name for path in trained.iterdir()} - {CARD}


def test_the_same_corpus_gives_the_same_files(trained: Path, corpus_file: Path, tmp_path: Path) -> None:
    train_into(tmp_path / "again", read_corpus(corpus_file), "selbst geschrieben", len)
    for path in trained.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_training_again_replaces_an_engine(trained: Path, tmp_path: Path) -> None:
    folder = tmp_path / "engine"
    shutil.copytree(trained, folder)
    train_into(folder, read_corpus(written(tmp_path, documents()[:12])), "", len)
    assert read_card(folder).licence == "not stated"
    assert load_engine(folder).read(NEW, GERMAN).text == NEW


def test_a_folder_with_other_things_is_left_alone(corpus_file: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Error, match="not empty and no trained engine"):
        train_into(tmp_path, read_corpus(corpus_file), "", len)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_corpus_without_quotations_teaches_nothing(tmp_path: Path) -> None:
    silent = [{"originalText": "Es regnet.", "annotations": []}] * 3
    with pytest.raises(Error, match=r"corpus\.jsonl: too little to learn from"):
        train_into(tmp_path / "engine", read_corpus(written(tmp_path, silent)), "", len)
    assert not (tmp_path / "engine").exists()


def test_an_engine_of_another_version_of_the_features_is_refused(trained: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(trained, folder)
    card = folder / CARD
    card.write_text(
        card.read_text("utf-8").replace(f"features = {VERSION}", "features = 0"), encoding="utf-8"
    )
    with pytest.raises(
        Error, match=f"version 0 of the features, this Beleg has version {VERSION}; train it again"
    ):
        load_engine(folder)


def test_a_changed_or_missing_file_is_refused(trained: Path, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(trained, folder)
    with (folder / "roles.crfsuite").open("ab") as file:
        file.write(b"x")
    with pytest.raises(Error, match=r"roles\.crfsuite is not the file that was trained"):
        load_engine(folder)
    (folder / "roles.crfsuite").unlink()
    with pytest.raises(Error, match=r"roles\.crfsuite is missing"):
        load_engine(folder)


@pytest.mark.parametrize(
    ("card", "reason"),
    [(None, "no trained engine"), ("=", "cannot be read"), ("language = 'de'", "lacks 'features'")],
)
def test_a_folder_that_is_no_engine_is_refused(tmp_path: Path, card: str | None, reason: str) -> None:
    if card is not None:
        (tmp_path / CARD).write_text(card, encoding="utf-8")
    with pytest.raises(Error, match=reason):
        load_engine(tmp_path)


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(libraries, "import_module", absent)
    with pytest.raises(
        Error, match="needs python-crfsuite, which is not installed; get it with `pip install"
    ):
        libraries.crfsuite()


def test_other_languages_are_read_by_rules_and_the_reading_says_so(trained: Path) -> None:
    text = "The bridge is closed. “We need money,” said Mary Miller."
    engine: QuotationEngine = load_engine(trained)
    reading = engine.read(text, ENGLISH)
    assert reading.quotations == read_by_rules(text, ENGLISH).quotations
    assert "read by rules" in reading.undecided[-1]
    assert engine.read(text, None) == read_by_rules(text, None)


def test_the_default_engine_is_the_reading_without_an_engine() -> None:
    assert read(NEW, GERMAN) == DEFAULT.read(NEW, GERMAN) == read_by_rules(NEW, GERMAN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "„",
        "“”„“",
        "„Ja“ „Nein“ „Doch“ " * 50,
        "sagte, dass " * 900,
        "# Kopf\n\n- eins\n- „zwei“\n",
        "Er sagte: „Das ist",
        "sei habe werde " * 2_000,
    ],
)
def test_odd_texts_are_read_and_spans_slice_back(trained: Path, text: str) -> None:
    reading = load_engine(trained).read(text, GERMAN)
    for quotation in reading.quotations:
        for part in (
            *quotation.quote,
            *quotation.speaker,
            *quotation.cue,
            *quotation.frame,
            *quotation.addressee,
        ):
            assert part.of(text).strip() == part.of(text) != ""


def test_what_only_the_rules_know_is_carried_over(trained: Path) -> None:
    text = "Petra Vogt kam am Abend. Sie sagte, die Schule bleibe geschlossen."
    (one,) = load_engine(trained).read(text, GERMAN).quotations
    assert (words(one.speaker, text), words(one.referent, text)) == (["Sie"], ["Petra Vogt"])
    assert one.naming is Naming.NAMED
    assert one.why is not None
    assert one.why.mood == ("bleibe",)


def test_a_sentence_too_long_for_the_models_is_read_as_the_rules_read_it(trained: Path) -> None:
    endless = "Es regnet, " * 300 + "und er rief: „Wir gehen jetzt nach Hause.“"
    text = f"{NEW}\n\n{endless}\n\n{NEW}"
    reading = load_engine(trained).read(text, GERMAN)
    quoted = [words(one.quote, text)[0] for one in reading.quotations]
    outside = ["die Schule bleibe geschlossen", "Wir warten ab."]
    assert quoted == [*outside, *outside]
    assert any("zu lang" in remark for remark in reading.undecided)
