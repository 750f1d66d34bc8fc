"""The page of the house style: what is typed, uploaded, refused, kept, and usable by hand."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from beleg.checks.catalogue import catalogue
from beleg.desk.doors import MOST_FIELDS
from beleg.newsroom.example import CHIEF
from beleg.newsroom.house import Newsroom
from beleg.style_sheet import MOST_WORDS, decides_verdicts, read_style
from beleg.terms.finding import Severity
from beleg.terms.house_style import CheckWeight, HouseStyle, HouseWord, Weight
from tests.desk.conftest import Desk, Visit, laid_out_width, sign_in

SHEET = b'[[word]]\nlanguage = "de"\navoid = "Baumassnahme"\ninstead = "Bau"\nseverity = "notice"\n'


@pytest.fixture
def chief(desk: Desk) -> Iterator[Visit]:
    """Who may set what the newsroom settles for itself."""
    visit = Visit(desk.address)
    with visit.client:
        yield visit.sign_in(CHIEF)


def _style(desk: Desk) -> HouseStyle:
    with Newsroom.open(desk.folder) as newsroom:
        return newsroom.style()


def test_what_is_typed_is_set_and_stands_in_its_fields(desk: Desk, chief: Visit) -> None:
    answer = chief.post(
        "/settings/style",
        "/settings/style",
        language="de",
        avoid=" Bau  Maßnahme*",
        instead="Bau",
        why="Amtsdeutsch",
        severity="error",
        allowed="Klimahysterie\n\n klimahysterie \nGeht's",
        check="repetition",
        weight="off",
        check_why="Liveblog",
        note_de="Unsere Leitlinien stehen im Netz.",
        guidelines="https://anzeiger.example/leitlinien",
    )
    assert answer.headers["location"] == "/settings/style?said=style-set"
    assert _style(desk) == HouseStyle(
        words=(
            HouseWord(
                language="de",
                avoid="Bau Maßnahme*",
                instead="Bau",
                why="Amtsdeutsch",
                severity=Severity.ERROR,
            ),
        ),
        allowed=("klimahysterie", "geht's"),
        weights=(CheckWeight(check="repetition", weight=Weight.OFF, why="Liveblog"),),
        note_de="Unsere Leitlinien stehen im Netz.",
        guidelines="https://anzeiger.example/leitlinien",
    )
    assert "Färberbrücke" in chief.get("/").text
    html = chief.get("/settings/style?said=style-set").text
    assert 'value="Bau Maßnahme*"' in html
    assert "klimahysterie\ngeht&#39;s" in html
    assert "The house style is set." in html
    assert _style(desk).name[:12] in html


def test_a_check_that_verdicts_rest_on_offers_no_off(chief: Visit) -> None:
    html = chief.get("/settings/style").text
    switchable = sum(not decides_verdicts(check) for check in catalogue())
    assert html.count('<option value="off">') == switchable
    assert html.count('name="check"') == len(catalogue())


def test_checks_and_languages_are_called_as_everywhere_else(chief: Visit) -> None:
    chief.post("/language", language="de")
    html = chief.get("/settings/style").text
    shown = re.sub(r"<[^>]*>", " ", html.partition("<main")[2])
    for check in catalogue():
        assert check.title.in_language("de") in shown and check.unit.in_language("de") in shown
        assert check.id not in shown, check.id
    assert "English" not in shown and "Englisch" in shown
    refused = chief.post("/settings/style", "/settings/style", check="repetition", weight="off").text
    assert "Die Prüfung „Wiederholung“ ist ohne Begründung abgeschaltet." in refused


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"check": "quotation_altered", "weight": "off", "check_why": "x"}, "it cannot be switched off"),
        ({"check": "repetition", "weight": "off"}, "is off without a reason"),
        ({"check": "repetition", "weight": "leise"}, "no severity and no weight"),
        ({"avoid": "a", "language": "de", "severity": "leise"}, "no severity and no weight"),
        ({"avoid": "a", "language": "fi", "severity": "error"}, "does not read the language"),
        ({"guidelines": "leitlinien"}, "no address of the web"),
        (
            {"note_de": "Von der Redaktion sorgfältig geprüft, mit KI-Unterstützung erstellt."},
            "only the record",
        ),
    ],
)
def test_what_cannot_be_settled_is_refused_and_stays_typed(
    desk: Desk, chief: Visit, fields: dict[str, str], refusal: str
) -> None:
    answer = chief.post("/settings/style", "/settings/style", files=None, **fields)
    assert answer.status_code == 422
    assert refusal in answer.text
    assert _style(desk).name == ""
    chief.post("/language", language="de")
    german = chief.post("/settings/style", "/settings/style", files=None, **fields).text
    assert "Hausstil: " in german
    assert refusal not in german


def test_a_sheet_goes_out_and_comes_back(desk: Desk, chief: Visit) -> None:
    answer = chief.post("/settings/style/sheet", "/settings/style", files=[("sheet", ("stil.toml", SHEET))])
    assert answer.headers["location"] == "/settings/style?said=style-set"
    assert _style(desk) == read_style(SHEET.decode())
    again = chief.post("/settings/style/sheet", "/settings/style", files=[("sheet", ("stil.toml", SHEET))])
    assert again.headers["location"] == "/settings/style?said=style-same"
    sheet = chief.get("/settings/style.toml")
    assert sheet.content == SHEET
    assert sheet.headers["content-disposition"] == 'attachment; filename="house-style.toml"'
    chief.post("/settings/style/sheet", "/settings/style", files=[("sheet", ("leer.toml", b""))])
    assert chief.get("/settings/style.toml").content == b""
    assert chief.get("/settings/style.toml?number=1").content == SHEET
    assert chief.get("/settings/style.toml?number=3").status_code == 404


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"farbe = 1", b"[[", b"a" * 1_000_001])
def test_a_file_that_is_no_sheet_is_refused(desk: Desk, chief: Visit, raw: bytes) -> None:
    answer = chief.post("/settings/style/sheet", "/settings/style", files=[("sheet", ("stil.toml", raw))])
    assert answer.status_code == 422
    assert "The style sheet" in answer.text
    chief.post("/language", language="de")
    answer = chief.post("/settings/style/sheet", "/settings/style", files=[("sheet", ("stil.toml", raw))])
    assert "tilblatt" in answer.text.partition('role="alert"')[2][:300]
    assert _style(desk).name == ""


@pytest.mark.browser
def test_a_word_is_put_on_the_list_by_hand_and_found(browser: Browser, desk: Desk) -> None:
    page = _signed_in(browser, desk)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.get_by_role("button", name="Menü").click()
    page.get_by_role("link", name="Hausstil").click()
    expect(page.get_by_role("heading", level=1, name="Hausstil")).to_be_visible()
    assert laid_out_width(page) == 360
    page.get_by_label("Vermeiden", exact=True).first.fill("Stadtrat*")
    page.get_by_label("Stattdessen", exact=True).first.fill("Rat der Stadt")
    page.get_by_role("button", name="Hausstil festlegen").click()
    expect(page.get_by_role("status")).to_contain_text("Der Hausstil ist festgelegt.")
    expect(page.get_by_label("Vermeiden", exact=True).first).to_have_value("Stadtrat*")
    page.context.close()
    assert complaints == []
    with Newsroom.open(desk.folder) as newsroom:
        by = newsroom.styles()[-1].by
        report = newsroom.check(desk.dossier, by=by)
    assert any(dict(finding.values).get("message") == "house" for finding in report.findings)


def _signed_in(browser: Browser, desk: Desk) -> Page:
    context = browser.new_context(
        base_url=desk.address, locale="de-DE", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    sign_in(page, CHIEF)
    return page


def test_as_many_words_as_a_house_may_avoid_can_be_saved_from_the_page(desk: Desk, chief: Visit) -> None:
    sheet = "".join(
        f'[[word]]\nlanguage = "de"\navoid = "wort{number}"\ninstead = "anders"\nseverity = "notice"\n'
        for number in range(MOST_WORDS)
    )
    chief.post("/settings/style/sheet", "/settings/style", files=[("sheet", ("s.toml", sheet.encode()))])
    assert len(_style(desk).words) == MOST_WORDS
    token = chief.token("/settings/style")
    fields = {
        "token": token,
        "language": ["de"] * MOST_WORDS,
        "avoid": [f"wort{number}" for number in range(MOST_WORDS)],
        "instead": ["besser"] * MOST_WORDS,
        "why": [""] * MOST_WORDS,
        "severity": ["error"] * MOST_WORDS,
    }
    answer = chief.client.post("/settings/style", data=fields)
    assert answer.headers["location"] == "/settings/style?said=style-set"
    assert {word.instead for word in _style(desk).words} == {"besser"}

    many = chief.client.post("/settings/style", data={"token": token, "avoid": [""] * (MOST_FIELDS + 1)})
    assert many.status_code == 413
    assert "This form has more than 12,000 fields" in many.text
