"""Every message of the desk has German words, and no German words are left over."""

import re
from datetime import UTC, datetime

import pytest
from babel.messages.pofile import read_po

from beleg.desk.rendering import SAID
from beleg.desk.wording import chosen, wording
from tests.desk.messages import FOLDER, GERMAN, Message, in_catalogue, in_code, in_templates


def _parts(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def test_the_catalogue_holds_exactly_the_messages_of_code_and_templates() -> None:
    used = {*in_code(), *in_templates()}
    assert len(used) > 200
    assert used == set(in_catalogue())


def test_nothing_is_untranslated_fuzzy_or_obsolete() -> None:
    for english, german in in_catalogue().items():
        assert all(part.strip() for part in _parts(german)), english
        assert len(_parts(german)) == len(_parts(english)), english
    with GERMAN.open("rb") as file:
        catalogue = read_po(file, locale="de")
    assert not [entry.id for entry in catalogue if entry.id and entry.fuzzy]
    assert not catalogue.obsolete


def test_translations_keep_the_values_filled_in() -> None:
    for english, german in in_catalogue().items():
        expected = {name for part in _parts(english) for name in re.findall(r"%\(\w+\)s", part)}
        for part in _parts(german):
            assert set(re.findall(r"%\(\w+\)s", part)) == expected, english


def test_no_template_has_words_outside_a_message() -> None:
    """Text between tags that is not a message would stay English on a German screen."""
    names = {"Beleg", "Deutsch", "English", "SHA-256"}
    for path in sorted((FOLDER / "templates").rglob("*.html")):
        text = re.sub(
            r"\{%\s*trans\b.*?endtrans\s*%\}|\{% block body %\}.*?\{% endblock %\}",
            "",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<pre.*?</pre>", " ", text, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>|&\w+;", " ", text)
        words = set(re.findall(r"[^\W\d_]{2,}(?:-\d+)?", text)) - names
        assert not words, (path.name, words)


@pytest.mark.parametrize(
    ("session", "header", "expected"),
    [
        ("", "", "de"),
        ("", "fr,it;q=0.5", "de"),
        ("", "en-GB,en;q=0.9,de;q=0.2", "en"),
        ("", "de-AT,de;q=0.9,en;q=0.8", "de"),
        ("", "en;q=0.1,de;q=0.9", "de"),
        ("", "en;q=nonsense", "de"),
        ("en", "de", "en"),
        ("xx", "en", "en"),
    ],
)
def test_the_language_of_the_screens(session: str, header: str, expected: str) -> None:
    assert chosen(session, header) == expected


def test_plurals_and_numbers_as_each_language_writes_them() -> None:
    german, english = wording("de"), wording("en")
    assert german.count("%(num)s sentence", "%(num)s sentences", 1) == "1 Satz"
    assert german.count("%(num)s sentence", "%(num)s sentences", 1200) == "1.200 Sätze"
    assert english.count("%(num)s sentence", "%(num)s sentences", 1200) == "1,200 sentences"


def test_nothing_is_counted_as_none() -> None:
    assert wording("de").count("%(num)s sentence", "%(num)s sentences", 0) == "keine Sätze"
    assert wording("en").count("%(num)s sentence", "%(num)s sentences", 0) == "no sentences"


def test_moments() -> None:
    moment = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
    assert wording("de").moment(moment, "short").startswith("03.11.26")
    assert wording("en").moment(moment.isoformat(), "short").startswith("03/11/2026")
    assert wording("de").moment(None) == wording("de").moment("") == "–"


def test_what_a_page_says_after_an_act_is_in_the_catalogue() -> None:
    assert set(SAID.values()) <= set(in_catalogue())
