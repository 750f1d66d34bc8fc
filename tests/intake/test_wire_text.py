"""Markup, wrapped lines, furniture and what documents state about themselves."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.intake.declared import decode_declared
from beleg.intake.furniture import article
from beleg.intake.markup import text_of_fragment
from beleg.intake.stated import is_by_line, language, moment, names
from beleg.intake.wrapped import paragraphs
from beleg.terms.address import web_address
from beleg.terms.refusal import Error


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("", ""),
        ("  \n", ""),
        ("nur Text", "nur Text"),
        ("<p>Eins</p><p>Zwei</p>", "Eins\n\nZwei"),
        ("<p>Eins\n   und  mehr</p>", "Eins und mehr"),
        ("Eins<br>Zwei<br><br>Drei", "Eins\nZwei\n\nDrei"),
        ("<div>Eins<div>Zwei</div>Drei</div>", "Eins\n\nZwei\n\nDrei"),
        (
            "<ul><li>a</li><li><p>b</p><p>c</p></li><li>d<ul><li>e</li></ul></li></ul>f",
            "- a\n- b c\n- d\n- e\n\nf",
        ),
        ("<ol><li>a<li>b</ol>", "- a\n- b"),
        ("a&nbsp;&amp;&#160;b&shy;c&lt;d&gt;", "a & bc<d>"),
        ("<p>vor<script>alert('x')</script><style>p{}</style><!-- Notiz -->nach</p>", "vornach"),
        ("<p>vor</p><noscript>x</noscript><iframe>y</iframe><nav>z</nav><p>nach</p>", "vor\n\nnach"),
        ("<h2>Zwischenzeile</h2><p>Text</p><h3>Leer</h3>", "## Zwischenzeile\n\nText"),
        ("<p>Text</p><hr><p>* * *</p><p>_____</p><p>mehr</p>", "Text\n\nmehr"),
        (
            "<table><tr><th>Jahr</th><th>Zahl</th></tr><tr><td>2025</td><td>9</td></tr></table>",
            "Jahr | Zahl\n2025 | 9",
        ),
        ("<table><tr><td><p>links</p></td><td><p>rechts</p></td></tr></table>", "links\n\nrechts"),
        ("<p>Q: <b>fett</b>, <i>kursiv</i>.</p>", "Q: fett, kursiv."),
        ("<pre>Eine Zeile\nnoch eine</pre>", "Eine Zeile\nnoch eine"),
        ("<p hidden>x</p><p style='DISPLAY : none'>y</p><p>z</p>", "z"),
        ("<p>offen <b>fett<p>neu", "offen fett\n\nneu"),
        ('<?xml version="1.0" encoding="latin-1"?><p>Ä</p>', "Ä"),
        ("<p>\x00a\x07b\ud800</p>", "ab"),
        ("<blockquote><p>Zitat</p></blockquote>Text", "Zitat\n\nText"),
        ("<figure><table><tr><td>bleibt</td></tr></table><figcaption>fehlt</figcaption></figure>", "bleibt"),
        ("<p>doppelt &amp;quot;maskiert&amp;quot;</p>", 'doppelt "maskiert"'),
    ],
)
def test_markup(fragment: str, text: str) -> None:
    assert text_of_fragment(fragment, "x") == text


def test_deep_markup_is_read_or_refused_but_never_lost() -> None:
    assert text_of_fragment("<div>" * 1000 + "tief" + "</div>" * 1000, "x") == "tief"
    with pytest.raises(Error, match=r"^x: HTML nested too deep to be read\.$"):
        text_of_fragment("<div>" * 5000 + "tief" + "</div>" * 5000, "x")


@given(st.text())
def test_markup_never_fails_and_leaves_no_blank_edges(fragment: str) -> None:
    text = text_of_fragment(fragment, "x")
    assert text == text.strip()
    assert "\n\n\n" not in text


WORDS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=12)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=30), min_size=1, max_size=5))
def test_paragraphs_survive_markup_in_order_with_every_word(written: list[list[str]]) -> None:
    html = "".join(f"<p>{' '.join(words)}</p>" for words in written)
    assert text_of_fragment(html, "x") == "\n\n".join(" ".join(words) for words in written)


@pytest.mark.parametrize(
    ("wrapped", "text"),
    [
        ("Diese eine Zeile reicht tatsächlich bis an den Rand der\nSpalte.\n\nNeu.", "Diese eine Zeile reicht tatsächlich bis an den Rand der Spalte.\n\nNeu."),
        ("   Eingerückt beginnt hier der erste Absatz,\nder weitergeht.\n   Und hier der zweite.", "Eingerückt beginnt hier der erste Absatz, der weitergeht.\n\nUnd hier der zweite."),
        ("Gemeindeverwaltung Aldenau:\nHof 1\n12345 Aldenau", "Gemeindeverwaltung Aldenau:\nHof 1\n12345 Aldenau"),
        ("Zu beachten ist dabei in jedem Fall das Folgende:\n* eins\n* zwei", "Zu beachten ist dabei in jedem Fall das Folgende:\n- eins\n- zwei"),
        ("Die Sitzung des Rates begann in Aldenau am\n3. Mai und dauerte lange.", "Die Sitzung des Rates begann in Aldenau am 3. Mai und dauerte lange."),
        ("x" * 130 + ".\n" + "y" * 10, "x" * 130 + ".\n\n" + "y" * 10),
        ("", ""),
    ],
)  # fmt: skip
def test_wrapped(wrapped: str, text: str) -> None:
    assert paragraphs(wrapped) == text


@given(st.text())
def test_wrapped_keeps_every_word(text: str) -> None:
    kept = [word for word in paragraphs(text).split() if word not in {"-", "*", "•", "·"}]
    again = [word for word in paragraphs(paragraphs(text)).split() if word not in {"-", "*", "•", "·"}]
    assert kept == again
    assert paragraphs(text) == paragraphs(text).strip("\n")


@pytest.mark.parametrize(
    "line",
    ["ab/cd/efg", "bur-ab/cd", "dpa abc yydd n1 xy", "ends", "ENDS", "(Schluss) ab/cd", "- ends -", "###", "-30-",
     "(Reporting by Tom Hill; Editing by Ann Reed)", "(Additional reporting by Tom Hill in Sielau)", "(Writing by A. Reed)"],
)  # fmt: skip
def test_closing_lines_are_taken_off(line: str) -> None:
    assert article(f"Erster Absatz.\n\n{line}", "Titel").text == "Erster Absatz."
    assert article(line, "Titel").text == line


@pytest.mark.parametrize(
    "line",
    [
        "Ende gut, alles gut.",
        "dpa meldet Erfolg",
        "Ja/Nein",
        "(Das sagte die Bürgermeisterin.)",
        "n-tv berichtet",
    ],
)
def test_last_sentences_stay(line: str) -> None:
    assert article(f"Erster Absatz.\n\n{line}", "Titel").text == f"Erster Absatz.\n\n{line}"


@pytest.mark.parametrize(
    "line",
    ["Von Lena Brandt", "Von Lena Brandt, dpa", "By Tom Hill and Ann Reed", "By TOM HILL", "Von Ute von der Heide und Jan Moor",
     "By Tom Krall, The Sielau Union-Tribune", "Par Anne Morel"],
)  # fmt: skip
def test_by_lines(line: str) -> None:
    assert is_by_line(line)


@pytest.mark.parametrize(
    "line",
    ["Von Montag an ist die Brücke zu", "Von Lena Brandt stammt das Buch.", "By the river", "Lena Brandt", "", "Von", "By Tom",
     "Von Aldenau nach Sielau?"],
)  # fmt: skip
def test_no_by_lines(line: str) -> None:
    assert not is_by_line(line)


def test_names() -> None:
    assert names("By  Tom Hill") == "Tom Hill"
    assert names("Bylund, Anna") == "Bylund, Anna"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("20260302T140500Z", datetime(2026, 3, 2, 14, 5, tzinfo=UTC)),
        (" 2026-03-02T14:05:00.000Z\n", datetime(2026, 3, 2, 14, 5, tzinfo=UTC)),
        ("2026-03-02T14:05:00", None),
        ("2026-03-02", None),
        ("morgen", None),
        ("", None),
    ],
)
def test_moment(text: str, time: datetime | None) -> None:
    assert moment(text) == time


@pytest.mark.parametrize(
    ("tag", "primary"),
    [
        ("de-DE", "de"),
        ("EN", "en"),
        ("nb_NO", "nb"),
        ("deu", "de"),
        ("und", ""),
        ("", ""),
        ("Deutsch", ""),
        ("zh-Hant-TW", "zh"),
    ],
)
def test_language(tag: str, primary: str) -> None:
    assert language(tag) == primary


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("urn:x:1", ""),
        ("javascript:alert(1)", ""),
        ("http://", ""),
        ("https://a b", ""),
    ],
)
def test_web_address(text: str, address: str) -> None:
    assert web_address(text) == address


@given(
    st.binary(),
    st.one_of(st.text(max_size=20), st.sampled_from(["idna", "punycode", "unicode_escape", "utf-7", "hex"])),
)
def test_decode_never_fails(raw: bytes, declared: str) -> None:
    assert isinstance(decode_declared(raw, declared), str)
