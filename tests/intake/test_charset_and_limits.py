import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.intake import limits
from beleg.intake.charset import decode, decode_page, is_binary
from beleg.terms.refusal import Error

GERMAN = "Größe, Maß und „Übermut“ – fünf Bürger prüften’s für 10 €."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_german_text_survives_every_usual_charset(charset: str) -> None:
    raw = GERMAN.encode(charset)
    assert decode(raw) == GERMAN
    assert not is_binary(raw)


def test_a_long_text_in_another_charset_is_found() -> None:
    russian = "Совет города решил построить новый мост через реку, сообщила мэр в понедельник вечером. " * 12
    assert decode(russian.encode("cp1251")) == russian


def test_a_long_german_text_in_windows_1252_is_not_taken_for_another() -> None:
    text = (GERMAN + " Die Straße führt über Öhringen nach Süden. ") * 30
    assert decode(text.encode("cp1252")) == text


def test_a_page_in_latin_1_is_read_as_windows_1252_as_browsers_do() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{GERMAN}</body></html>'
    assert GERMAN in decode_page(page.encode("cp1252"))


def test_valid_utf_8_beats_what_a_page_declares() -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">{GERMAN}'
    assert GERMAN in decode_page(page.encode())


def test_the_header_of_the_server_comes_before_the_page() -> None:
    page = '<html><head><meta charset="koi8-r"></head><body>Größe</body></html>'
    assert "Größe" in decode_page(page.encode("cp1252"), "windows-1252")


@pytest.mark.parametrize(
    "codec", ["idna", "IDNA", "punycode", "unicode_escape", "utf-7", "rot13", "hex", "charmap"]
)
def test_what_python_calls_a_codec_need_not_be_a_charset(codec: str) -> None:
    page = f'<html><head><meta charset="{codec}"></head><body>Größe</body></html>'
    assert decode_page(page.encode("cp1252"), codec) == page


def test_an_unknown_charset_is_ignored() -> None:
    page = '<html><head><meta charset="klingonisch"></head><body>Größe</body></html>'
    assert "Größe" in decode_page(page.encode("cp1252"), "unicode_escape")


@given(st.binary(max_size=3000), st.sampled_from(["", "utf-8", "idna", "utf-16", "hex", "cp1252", "\0"]))
def test_decoding_never_raises(raw: bytes, declared: str) -> None:
    assert isinstance(decode(raw), str)
    assert isinstance(decode_page(raw, declared), str)
    assert is_binary(raw) in {True, False}


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(1, 32)) * 4, b"\0" * 20])
def test_binary_is_binary(raw: bytes) -> None:
    assert is_binary(raw)


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (2048, "2 KB"), (1536, "1.5 KB"), (200 * limits.MB, "200 MB")]
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert limits.in_words(size) == words


def test_size_limits_name_file_size_and_limit() -> None:
    limits.check_file_size("a.txt", limits.MAX_FILE)
    with pytest.raises(Error, match=r"^a\.txt: too large; 200 MB, the limit is 50 MB\.$"):
        limits.check_file_size("a.txt", 200 * limits.MB)
    limits.check_text_size("a.txt", limits.MAX_TEXT)
    with pytest.raises(
        Error, match=r"^a\.txt: too much text; 10,485,761 characters, the limit is 10,485,760\.$"
    ):
        limits.check_text_size("a.txt", limits.MAX_TEXT + 1)


def packed(members: dict[str, bytes]) -> zipfile.ZipFile:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return zipfile.ZipFile(buffer)


def test_a_usual_container_passes() -> None:
    with packed({"a.xml": b"<a>text</a>" * 10, "b.xml": bytes(range(256)) * 100}) as container:
        limits.check_zip("a.docx", container)


def test_a_container_with_too_many_files_is_refused() -> None:
    with (
        packed({f"{number}": b"" for number in range(limits.MAX_ZIP_MEMBERS + 1)}) as container,
        pytest.raises(Error, match=r"^a\.docx: 2,001 files inside, the limit is 2,000\.$"),
    ):
        limits.check_zip("a.docx", container)


def test_a_bomb_is_refused_by_its_ratio() -> None:
    with (
        packed({"bomb": b"\0" * (8 * limits.MB)}) as container,
        pytest.raises(Error, match=r"^a\.docx: a file inside unpacks to more than 200 times its size; "),
    ):
        limits.check_zip("a.docx", container)


def test_a_container_that_declares_too_much_is_refused_unread() -> None:
    with packed({"bomb": b"x"}) as container:
        container.infolist()[0].file_size = 300 * limits.MB
        with pytest.raises(Error, match=r"^a\.docx: unpacks to 300 MB, the limit is 200 MB\.$"):
            limits.check_zip("a.docx", container)


def test_a_container_that_declares_too_little_is_never_unpacked_further() -> None:
    with packed({"a": bytes(range(200)) * 4}) as container:
        container.infolist()[0].file_size = 10
        with pytest.raises(zipfile.BadZipFile):
            limits.check_zip("a.docx", container)
