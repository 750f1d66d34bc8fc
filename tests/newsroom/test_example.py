"""The example story is whole, and a newsroom can load it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from beleg.newsroom import example
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.finding import Severity
from beleg.terms.refusal import Error
from beleg.terms.report import Report
from beleg.terms.source import Source
from tests.newsroom.make_press_release import press_release

EIGHT = {
    "quotation_altered",
    "speaker_mismatch",
    "number_changed",
    "attribution_lost",
    "unsupported_sentence",
    "name_changed",
    "empty_section",
    "chatbot_residue",
}


@dataclass(frozen=True)
class Story:
    dossier: Dossier
    sources: tuple[Source, ...]
    report: Report


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom.open(tmp_path / "newsroom") as opened:
        yield opened


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The story as a new newsroom has it; for tests that only look."""
    with Newsroom.open(tmp_path_factory.mktemp("house") / "newsroom") as opened:
        dossier = example.load_example(opened)
        assert dossier.last_check is not None
        return Story(dossier=dossier, sources=opened.sources(dossier.id), report=dossier.last_check.report)


def test_the_eight_faults_are_planted_once_each() -> None:
    text = example.draft()
    faults = example.planted_faults()
    assert {fault.check for fault in faults} == EIGHT
    assert len(faults) == len(EIGHT)
    for fault in faults:
        assert text.count(fault.sentence) == 1
        assert fault.sentence.count(fault.words) == 1
        assert fault.why
    places = [text.index(fault.sentence) for fault in faults]
    assert places == sorted(places)


def test_the_faithful_sentences_stand_in_both_drafts() -> None:
    faithful = example.faithful_sentences()
    assert len(faithful) >= 6
    for sentence in faithful:
        assert example.draft().count(sentence) == 1
        assert example.corrected_draft().count(sentence) == 1


def test_the_corrected_draft_is_the_draft_with_every_fault_mended() -> None:
    mended = example.draft()
    for fault in example.planted_faults():
        if fault.mended:
            mended = mended.replace(fault.sentence, fault.mended)
        else:
            mended = mended.replace("## " + fault.sentence, "").replace(fault.sentence, "")
    assert mended.split() == example.corrected_draft().split()


def test_every_file_says_that_the_town_is_invented() -> None:
    for name in example.SOURCES:
        if name.endswith(".pdf"):
            assert "Beispiel für Beleg" in _subject(example.source_file(name))
        else:
            assert "erfunden" in example.source_file(name).decode("utf-8")


def test_the_press_release_is_the_one_its_script_makes() -> None:
    assert example.source_file("pressemitteilung.pdf") == press_release()


def test_a_new_newsroom_opens_with_the_story_checked(newsroom: Newsroom) -> None:
    dossier = example.load_example(newsroom)
    assert dossier.current is not None
    assert dossier.current.content == example.draft()
    assert len(dossier.sources) == 6
    assert dossier.last_check is not None
    for person in example.ACCOUNTS:
        assert newsroom.sign_in(person.login, person.password) is not None


def test_the_two_agency_copies_count_as_one_origin(story: Story) -> None:
    sources = story.dossier.sources
    assert [source.name for source in sources] == list(example.SOURCES)
    assert sources[1].same_origin_as == sources[0].source
    assert {source.same_origin_as for source in sources if source is not sources[1]} == {""}


def test_every_source_is_taken_in_with_its_title_and_publisher(story: Story) -> None:
    assert {source.name: (source.title, source.publisher) for source in story.sources} == {
        "agentur.xml": ("Grauwerder reißt gesperrte Färberbrücke ab", "Presseagentur Mittelland"),
        "portal.json": ("21 zu 14: Rat besiegelt das Ende der Färberbrücke", "Tarne-Portal"),
        "pressemitteilung.pdf": ("Rat beschließt Neubau der Färberbrücke", ""),
        "tarnebus.eml": ("Ihre Anfrage: Umleitung der Linien 3 und 7", ""),
        "anzeiger.html": ("Streit um drei Bohrlöcher", "Grauwerder Anzeiger"),
        "niederschrift.txt": (
            "Stadt Grauwerder: Niederschrift über die 24. öffentliche Sitzung des Rates (Auszug)",
            "",
        ),
    }


def test_the_web_page_comes_without_what_surrounds_the_article(story: Story) -> None:
    text = next(source.text for source in story.sources if source.name == "anzeiger.html")
    assert text.startswith("Im Streit um die Färberbrücke")
    assert text.endswith("auf dem Gerbermarkt demonstrieren.")
    for alien in ("Cookies", "Trauer", "Meistgelesen", "Derby", "Newsletter", "Impressum"):
        assert alien not in text


def test_every_planted_fault_is_found_with_the_exact_words(story: Story) -> None:
    found = {(finding.check, finding.span.of(example.draft())) for finding in story.report.findings}
    assert {(fault.check, fault.words) for fault in example.planted_faults()} <= found


def test_nothing_else_is_found(story: Story) -> None:
    planted = {(fault.check, fault.words) for fault in example.planted_faults()}
    found = [(finding.check, finding.span.of(example.draft())) for finding in story.report.findings]
    assert [finding for finding in found if finding not in planted] == []


def test_no_faithful_sentence_is_flagged_as_an_error(story: Story) -> None:
    faithful = [
        sentence for sentence in story.report.sentences if sentence.text in example.faithful_sentences()
    ]
    assert len(faithful) == len(example.faithful_sentences())
    for sentence in faithful:
        assert [finding for finding in sentence.findings if finding.severity == Severity.ERROR] == []


def test_the_corrected_draft_leaves_nothing_to_decide(newsroom: Newsroom) -> None:
    dossier = example.load_example(newsroom)
    newsroom.save(dossier.id, example.corrected_draft(), by=dossier.opened_by)
    newsroom.check(dossier.id, by=dossier.opened_by)
    review = newsroom.review(dossier.id)
    assert (review.open_findings, review.open_sentences) == (0, 0)


def test_loading_it_again_changes_nothing(newsroom: Newsroom) -> None:
    first = example.load_example(newsroom)
    before = newsroom.entries(first.id)
    assert example.load_example(newsroom) == first
    assert newsroom.entries(first.id) == before
    assert len(newsroom.accounts()) == len(example.ACCOUNTS)


def test_a_loading_that_was_interrupted_is_carried_on(newsroom: Newsroom) -> None:
    author = newsroom.add_account(
        example.AUTHOR.login, example.AUTHOR.name, example.AUTHOR.function, example.AUTHOR.password
    )
    opened = newsroom.open_dossier(example.TITLE, "de", by=author.id)
    loaded = example.load_example(newsroom)
    assert loaded.id == opened.id
    assert loaded.last_check is not None


def test_a_newsroom_in_use_is_left_alone(newsroom: Newsroom) -> None:
    newsroom.add_account("karla", "Karla Berg", "Redakteurin", "ein langes Kennwort")
    with pytest.raises(Error, match="only into an empty newsroom"):
        example.load_example(newsroom)
    assert [account.login for account in newsroom.accounts()] == ["karla"]


def _subject(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    subject: str = document.get_metadata_dict()["Subject"]
    document.close()
    return subject
