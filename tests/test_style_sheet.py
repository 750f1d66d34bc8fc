"""House style: read, written, refused, and what it does to a check."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.checks.catalogue import catalogue
from beleg.pipeline import check_draft
from beleg.style_sheet import decides_verdicts, read_style, refuse_unfit, write_style
from beleg.terms.finding import Severity
from beleg.terms.house_style import NO_STYLE, CheckWeight, HouseStyle, HouseWord, Weight
from beleg.terms.refusal import Error
from beleg.terms.report import Report, Verdict
from beleg.terms.source import Source

SOURCE = "Der Stadtrat von Grünau hat am Montag den Bau eines Radwegs für 3 Millionen Euro beschlossen."
DRAFT = (
    "# Rat beschließt Radweg\n\nDer Stadtrat von Grünau hat am Montag den Bau eines Radwegs für 5 Millionen Euro beschlossen.\n\n"
    "Die Opposition warf dem Rat Klimahysterie vor. Der Stadtrat spart an Humanressourcen."
)
SHEET = """allowed = ["klimahysterie"]
guidelines = "https://bote.example/leitlinien"

[note]
de = "Unsere Leitlinien stehen im Netz."
en = "Our guidelines are on the web."

[[word]]
language = "de"
avoid = "Humanressource*"
instead = "Beschäftigte"
why = "Menschen sind keine Ware"
severity = "error"

[[check]]
id = "repetition"
weight = "off"
why = "Unsere Liveblogs wiederholen sich."

[[check]]
id = "number_changed"
weight = "notice"
"""
STYLE = HouseStyle(
    words=(
        HouseWord(
            language="de",
            avoid="Humanressource*",
            instead="Beschäftigte",
            why="Menschen sind keine Ware",
            severity=Severity.ERROR,
        ),
    ),
    allowed=("klimahysterie",),
    weights=(
        CheckWeight(check="repetition", weight=Weight.OFF, why="Unsere Liveblogs wiederholen sich."),
        CheckWeight(check="number_changed", weight=Weight.NOTICE),
    ),
    note_de="Unsere Leitlinien stehen im Netz.",
    note_en="Our guidelines are on the web.",
    guidelines="https://bote.example/leitlinien",
)


def checked(style: HouseStyle) -> Report:
    return check_draft(Source(text=DRAFT, language="de"), [Source(text=SOURCE, language="de")], style=style)


def test_a_style_sheet_is_read_and_written_exactly() -> None:
    assert read_style(SHEET) == STYLE
    assert write_style(STYLE) == SHEET
    assert read_style("") == NO_STYLE
    assert write_style(NO_STYLE) == ""


_LINE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)
_WORDS = st.builds(
    HouseWord,
    language=st.sampled_from(["de", "en"]),
    avoid=_LINE.filter(lambda words: words.replace("*", "") != ""),
    instead=st.one_of(st.just(""), _LINE),
    why=st.one_of(st.just(""), _LINE),
    severity=st.sampled_from(Severity),
)
_WEIGHTS = st.lists(
    st.builds(
        CheckWeight,
        check=st.sampled_from([check.id for check in catalogue() if not decides_verdicts(check)]),
        weight=st.sampled_from(Weight),
        why=_LINE,
    ),
    unique_by=lambda one: one.check,
    max_size=5,
)
_STYLES = st.builds(
    HouseStyle,
    words=st.lists(_WORDS, max_size=4).map(tuple),
    allowed=st.lists(_LINE.map(str.lower).filter(lambda words: words == words.lower()), max_size=4).map(
        tuple
    ),
    weights=_WEIGHTS.map(tuple),
    guidelines=st.sampled_from(["", 'https://bote.example/leitlinien?a=1&b="2"']),
)


@given(_STYLES)
def test_any_style_comes_back_from_its_sheet_under_the_same_name(style: HouseStyle) -> None:
    again = read_style(write_style(style))
    assert again == style
    assert again.name == style.name
    assert (style.name == "") is (style == NO_STYLE)


def test_every_change_gives_the_style_another_name() -> None:
    names = {
        STYLE.name,
        replace(STYLE, allowed=()).name,
        replace(STYLE, weights=STYLE.weights[:1]).name,
        replace(STYLE, note_de="Anders.").name,
        NO_STYLE.name,
    }
    assert len(names) == 5


def test_without_settings_a_report_is_as_it_was() -> None:
    assert checked(NO_STYLE) == check_draft(
        Source(text=DRAFT, language="de"), [Source(text=SOURCE, language="de")]
    )


def test_the_house_adds_and_allows_words() -> None:
    before, after = (
        {DRAFT[f.start : f.end]: f for f in checked(style).findings if f.check == "loaded_term"}
        for style in (NO_STYLE, STYLE)
    )
    assert before.keys() == {"Klimahysterie"}
    assert after.keys() == {"Humanressourcen"}
    found = after["Humanressourcen"]
    assert found.severity is Severity.ERROR
    assert found.message == (
        "„Humanressourcen“ steht auf der Wortliste des Hauses; stattdessen: Beschäftigte (Menschen sind keine Ware)."
    )


def test_a_word_without_a_star_can_be_put_right_with_one_key() -> None:
    style = HouseStyle(words=(HouseWord(language="de", avoid="Humanressourcen", instead="Beschäftigten"),))
    (found,) = (f for f in checked(style).findings if dict(f.values).get("message") == "house")
    assert found.suggestion == "Beschäftigten"


def test_a_check_that_is_off_is_not_silent() -> None:
    coverage = {one.check: one for one in checked(STYLE).coverage}
    assert coverage.keys() == {one.check for one in checked(NO_STYLE).coverage}
    assert coverage["repetition"].not_checked == "vom Haus abgeschaltet: Unsere Liveblogs wiederholen sich"
    assert coverage["loaded_term"].not_checked == ""


def test_another_weight_changes_no_verdict() -> None:
    before, after = checked(NO_STYLE), checked(STYLE)
    assert [one.verdict for one in before.sentences] == [one.verdict for one in after.sentences]
    assert after.sentences[1].verdict is Verdict.DISTORTED
    assert [f.severity for f in after.findings if f.check == "number_changed"] == [Severity.NOTICE]
    assert after.sentences[1].findings == tuple(
        f for f in after.findings if f.span.overlaps(after.sentences[1].span)
    )


@pytest.mark.parametrize(
    ("sheet", "refusal"),
    [
        ("a = ", "no TOML"),
        ("[[[", "no TOML"),
        ('farbe = "rot"', "“farbe”, which Beleg does not know"),
        ('allowed = "ja"', "“allowed” is a list of words"),
        ('allowed = ["Groß"]', "small letters"),
        ('[word]\navoid = "x"', "[[word]]"),
        ('[[word]]\nlanguage = "fi"\navoid = "x"', "does not read the language “fi”"),
        ('[[word]]\nlanguage = "de"\navoid = "*"', "more than a star"),
        ('[[word]]\nlanguage = "de"\navoid = ""', "has 0 characters"),
        ('[[word]]\nlanguage = "de"\navoid = "a\\nb"', "one line"),
        ('allowed = [""]', "has 0 characters"),
        ('[[word]]\nlanguage = "de"\navoid = "a"\nseverity = "schlimm"', "“schlimm” is no severity"),
        ('[[word]]\nlanguage = "de"\navoid = 3', "has to be text"),
        ('[[word]]\nlanguage = "de"\navoid = "a"\nfarbe = "x"', "[[word]] has “farbe”"),
        ('[[check]]\nid = "repetition"\nweight = "leise"', "“leise” is no weight"),
        ('[[check]]\nid = "repetition"\nweight = "off"', "off without a reason"),
        ('[[check]]\nid = "quotation_altered"\nweight = "off"\nwhy = "x"', "it cannot be switched off"),
        ('[[check]]\nid = "unsupported_sentence"\nweight = "off"\nwhy = "x"', "it cannot be switched off"),
        ('[[check]]\nid = "geister"\nweight = "off"\nwhy = "x"', "no check “geister”"),
        ('[[check]]\nid = "spelling"\nweight = "notice"\n' * 2, "weighed twice"),
        ('guidelines = "leitlinien"', "no address of the web"),
        ("note = 3", "[note]"),
        ('[note]\nfr = "Bonjour"', "[note]"),
        (
            '[note]\nde = "Dieser Artikel wurde mit maschineller Unterstützung erstellt und von der Redaktion sorgfältig geprüft."',
            "only the record can say that",
        ),
        ('[note]\nde = "' + "a" * 301 + '"', "has 301 characters; there must be 1 to 300"),
    ],
)
def test_what_a_style_sheet_cannot_settle_is_refused_in_one_sentence(sheet: str, refusal: str) -> None:
    with pytest.raises(Error) as refused:
        read_style(sheet)
    assert refusal in str(refused.value)
    assert str(refused.value).endswith(".")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        style = read_style(text)
    except Error:
        return
    refuse_unfit(style)


def test_checks_that_verdicts_rest_on_are_those_against_sentences() -> None:
    deciding = {check.id for check in catalogue() if decides_verdicts(check)}
    assert {"quotation_altered", "number_changed", "unsupported_sentence"} <= deciding
    assert not deciding & {"spelling", "loaded_term", "copied_passage", "single_origin"}
