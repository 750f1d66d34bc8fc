import os
import random
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from beleg.intake import take_in
from beleg.intake.catalogue import catalogue, format_of
from beleg.intake.limits import MB
from beleg.intake.taking_in import plain
from beleg.terms.refusal import Error
from beleg.terms.source import Source
from tests.intake.documents import pdf_lines, word, zipped

TEXT = "Der Rat von Niederlohe hat am Montag über den Haushalt beraten, und die Bürger haben zugehört."
PAGE = f"<!DOCTYPE html><html><head><title>Rat</title></head><body><h1>Der Rat hat beraten</h1><p>{TEXT}</p></body></html>"


def refused(what: Path | bytes | str, name: str = "") -> str:
    with pytest.raises(Error) as error:
        take_in(what, name=name)
    return str(error.value)


def test_a_file_becomes_a_source_with_hash_time_and_name(tmp_path: Path) -> None:
    path = tmp_path / "rat.txt"
    raw = f"Haushalt\r\n\r\n{TEXT}\r\n".encode()
    path.write_bytes(raw)
    before = datetime.now(UTC)
    (source,) = take_in(path)
    assert source.captured is not None
    assert before <= source.captured <= before + timedelta(minutes=1)
    assert source.text == f"Haushalt\n\n{TEXT}\n"
    assert (source.title, source.name, source.address) == ("Haushalt", "rat.txt", "")
    assert (source.raw, source.sha256, source.item) == (raw, sha256(raw).hexdigest(), 0)
    assert (source.media_type, source.language) == ("text/plain", "de")
    assert take_in(str(path), captured=source.captured) == [source]


def test_bytes_with_a_name_and_a_time() -> None:
    captured = datetime(2026, 3, 1, 12, tzinfo=UTC)
    (source,) = take_in(b"Guten Tag", name="zettel", captured=captured)
    assert (source.name, source.captured, source.text) == ("zettel", captured, "Guten Tag")
    with pytest.raises(ValueError, match="time zone"):
        take_in(b"Guten Tag", captured=datetime(2026, 3, 1))  # noqa: DTZ001


def test_several_items_share_the_hash_and_are_numbered() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Bote</title>'
        + "".join(
            f"<item><title>Meldung {n}</title><description>{TEXT} Nummer {n}.</description></item>"
            for n in range(3)
        )
        + "</channel></rss>"
    )
    sources = take_in(feed.encode(), name="feed.xml")
    assert [source.item for source in sources] == [0, 1, 2]
    assert len({source.sha256 for source in sources}) == 1
    assert len({source.id for source in sources}) == 3
    assert [source.title for source in sources] == ["Meldung 0", "Meldung 1", "Meldung 2"]


@pytest.mark.parametrize(
    ("raw", "name", "media_type"),
    [
        (pdf_lines([TEXT]), "brief.txt", "application/pdf"),
        (PAGE.encode(), "brief.pdf", "text/html"),
        (
            word([("Normal", TEXT)]),
            "brief.html",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (TEXT.encode(), "brief.docx", "text/plain"),
        (TEXT.encode(), "brief.pdf", "text/plain"),
        (TEXT.encode("cp1252"), "brief.md", "text/markdown"),
        (TEXT.encode("utf-16"), "brief", "text/plain"),
    ],
)
def test_mislabelled_files_are_read_as_what_they_are(raw: bytes, name: str, media_type: str) -> None:
    (source,) = take_in(raw, name=name)
    assert source.media_type == media_type
    assert TEXT in source.text


def test_directories_missing_files_and_what_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path.name}: is a directory; name the files in it."
    assert refused(tmp_path / "weg.txt") == "weg.txt: there is no such file."
    assert refused("a\0b\nc") == "ab c: there is no such file."
    assert refused("x" * 5000).endswith(": cannot be read (File name too long).")
    assert (
        refused("ftp://example.org/a.txt")
        == "ftp://example.org/a.txt: only addresses with http and https are fetched."
    )
    os.mkfifo(tmp_path / "rohr")
    assert refused(tmp_path / "rohr") == "rohr: is not a file."


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "zu.txt"
    path.write_text("zu", encoding="utf-8")

    def forbidden(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert refused(path) == "zu.txt: may not be read by this account."


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_an_empty_file(raw: bytes) -> None:
    assert refused(raw, name="leer.txt") == "leer.txt: empty; there is nothing in it."


def test_a_file_of_200_mb_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "riese.txt"
    with path.open("wb") as sparse:
        sparse.truncate(200 * MB)
    assert refused(path) == "riese.txt: too large; 200 MB, the limit is 50 MB."


def test_too_much_text() -> None:
    assert refused(b"Wort " * (3 * MB), name="lang.txt") == (
        "lang.txt: too much text; 15,728,640 characters, the limit is 10,485,760."
    )


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG); Beleg cannot read it."),
        (zipped({"a.txt": b"a"}), "a ZIP container without a Word document in it; Beleg cannot read it."),
        (b"\x1f\x8b\x08\0\0\0", "a gzip archive; Beleg cannot read it."),
        (b"\x05\x06\x07\0" * 50, "no text, and no format that is known; Beleg cannot read it."),
    ],
)
def test_what_no_format_knows(raw: bytes, sentence: str) -> None:
    assert refused(raw, name="ding.txt") == f"ding.txt: {sentence}"


def test_control_characters_are_dropped_and_nothing_else() -> None:
    decomposed = "Gro\u0308ße 👩‍👩‍👧 \u00a0a\u200bb\tc"
    assert plain(f"{decomposed}\x00\x07\x1b\x85\x7f\r\nneu\rneu\ud800") == f"{decomposed}\nneu\nneu\ufffd"


def test_markdown_stays_as_it_is_typed_and_front_matter_is_taken() -> None:
    raw = f'---\ntitle: "Der Haushalt"\nauthor: Ina Kolb\ndate: 2026-03-01\nlanguage: de\n---\n\n# Haushalt\n\n**{TEXT}**\n'
    (source,) = take_in(raw.encode(), name="entwurf.md")
    assert source.text == f"# Haushalt\n\n**{TEXT}**\n"
    assert (source.title, source.author, source.language) == ("Der Haushalt", "Ina Kolb", "de")
    assert source.published == datetime(2026, 3, 1, tzinfo=UTC)
    assert take_in(b"# Haushalt #\n\nText", name="a.md")[0].title == "Haushalt"
    assert refused(b"---\ntitle: a\n---\n", name="a.md") == "a.md: empty; there is no text in it."


def test_every_format_is_found_once_and_documented() -> None:
    formats = catalogue()
    assert {"page", "pdf", "docx", "markdown", "plain"} <= {each.id for each in formats}
    assert len({each.id for each in formats}) == len(formats)
    assert [each.precedence for each in formats] == sorted(each.precedence for each in formats)
    for each in formats:
        assert type(each).__module__.endswith(f".{each.id}")
        for heading in ("What it reads", "What it takes from it", "What it cannot read"):
            assert heading in (type(each).__doc__ or ""), each.id


SEEDS = [pdf_lines([TEXT]), PAGE.encode(), word([("Normal", TEXT)]), TEXT.encode(), TEXT.encode("utf-16")]
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.xml", "a.json", "a"])


def is_sources_or_one_sentence(raw: bytes, name: str) -> None:
    try:
        sources = take_in(raw, name=name, captured=datetime(2026, 1, 1, tzinfo=UTC))
    except Error as error:
        assert str(error).startswith(f"{name}: ")
        assert str(error).endswith(".")
        assert "\n" not in str(error)
    else:
        assert sources
        for number, source in enumerate(sources):
            assert isinstance(source, Source)
            assert source.item == number
            assert source.text.strip()
            assert source.text == plain(source.text)
            assert source.published is None or source.published.tzinfo is not None
            source.text.encode()


@given(st.binary(max_size=2000), NAMES)
@example(b"%PDF-", "a.txt")
@example(b"PK\x03\x04", "a.docx")
@example(b"<html>", "a.html")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc")
def test_arbitrary_bytes_give_sources_or_one_sentence(raw: bytes, name: str) -> None:
    is_sources_or_one_sentence(raw, name)


@given(st.sampled_from(SEEDS), st.integers(0, 10_000), NAMES)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_damaged_documents_give_sources_or_one_sentence(raw: bytes, seed: int, name: str) -> None:
    chance = random.Random(seed)
    damaged = bytearray(raw)
    for _ in range(chance.randint(1, 12)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    is_sources_or_one_sentence(bytes(damaged[: chance.randrange(1, len(damaged) + 1)]), name)


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "ul",
        "li",
        "q",
        "br",
        "script",
        "iframe",
        "figure",
        "span",
        "a",
        "table",
        "time",
        "meta",
    ]
)
MARKUP = st.recursive(
    st.text(max_size=60) | st.sampled_from(["&#12;", "&#0;", "&#xFFFF;", "&#x1F600;", "<![CDATA[", "<!--"]),
    lambda inner: st.builds(
        lambda tag, name, parts: (
            f'<{tag} class="{name}" datetime="{name}" content="{name}" href="{name}">{"".join(parts)}</{tag}>'
        ),
        TAGS,
        st.sampled_from(
            ["lead", "share", "image", "2026-13-45", "article:published_time", "http://[", "author"]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(MARKUP)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_markup_gives_sources_or_one_sentence(markup: str) -> None:
    is_sources_or_one_sentence(f"<!DOCTYPE html><html><body>{markup}".encode("utf-8", "replace"), "a.html")


def test_the_catalogue_asks_the_content_before_the_name() -> None:
    assert format_of(b"%PDF-1.4", "a.html").id == "pdf"
    assert format_of(PAGE.encode(), "a.md").id == "page"
