"""Small files that once took more than 1 GB of memory or more than half a minute: each is read, or refused, at once."""

import time
from collections.abc import Callable, Iterator

import pytest

from beleg.intake import take_in
from beleg.intake.formats import docx, feed
from beleg.intake.item import Item
from beleg.intake.limits import MAX_ITEMS, MAX_TAGS, MAX_WORD_TAGS, collected
from beleg.intake.mail import MAX_HEADER, MAX_LINES, MAX_NESTED, MAX_PARTS
from beleg.terms.refusal import Error
from tests.intake.documents import word

MAIL = b"From: falk@aldenau.example\nSubject: Wehr\nDate: Mon, 02 Mar 2026 14:05:00 +0100\n"
SECONDS = 20
"""Far more than any of these takes on an idle machine, far less than what they took."""


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>Wehr</title>{head}</head><body>{body}</body></html>".encode()


def html_mail(body: bytes) -> bytes:
    return MAIL + b"Content-Type: text/html\n\n" + body


def nitf(body: str, before: str = "") -> bytes:
    return f"{before}<nitf><body><body.content>{body}</body.content></body></nitf>".encode()


def nested(levels: int) -> bytes:
    return b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(levels)
    )


SENTENCES = "Der Rat berät am Montag in Aldenau über das Wehr. " * 30

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "encoded words": (
        "x.eml",
        lambda: b"From: " + b"=?utf-8?q?a?= " * 8000 + b"\nSubject: x\n\nText",
        "e-mail with a header field of more than 16 KB, which is the limit.",
    ),
    "encoded words in a part": (
        "x.eml",
        lambda: (
            MAIL
            + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nSubject: "
            + b"=?utf-8?q?a?= " * 8000
            + b"\n\nText\n--b--\n"
        ),
        "e-mail with a header field of more than 16 KB, which is the limit.",
    ),
    "parameters of a part": (
        "x.eml",
        lambda: MAIL + b"Content-Type: text/plain; " + b'a="b"; ' * 500 + b"\n\nText",
        "e-mail with a header field of more than 2 KB, which is the limit.",
    ),
    "long header": (
        "x.eml",
        lambda: MAIL + b"X-Trace: " + b"x" * 1000 + b"\n" + (b"X-More: " + b"y" * 1000 + b"\n") * (MAX_HEADER // 1000) + b"\nText",
        "e-mail with a header of more than 256 KB, which is the limit.",
    ),
    "many parts": (
        "x.eml",
        lambda: MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\na\n" * (MAX_PARTS + 1),
        "e-mail with more than 500 parts, which is the limit.",
    ),
    "nested parts": (
        "x.eml",
        lambda: MAIL + nested(MAX_NESTED + 1) + b"Content-Type: text/plain\n\n" + b"a\n" * 900_000,
        "e-mail with parts nested too deep to be read.",
    ),
    "many lines": (
        "x.eml",
        lambda: MAIL + b"\n" + b"-- \n" * (MAX_LINES + 1),
        "e-mail with more than 1,000,000 lines, which is the limit.",
    ),
    "many tags in a mail": (
        "x.eml",
        lambda: html_mail(b"<p>" * (MAX_TAGS + 1)),
        "more than 300,000 tags, which is the limit for a document.",
    ),
    "many tags in XML": (
        "x.xml",
        lambda: nitf("<p/>" * MAX_TAGS),
        "more than 300,000 tags, which is the limit for a document.",
    ),
    "many references": (
        "x.xml",
        lambda: nitf("<p>a" + "&szlig;" * MAX_TAGS + "</p>", "<!DOCTYPE nitf SYSTEM 'n.dtd'>"),
        "more than 300,000 tags, which is the limit for a document.",
    ),
    "many attributes": (
        "x.xml",
        lambda: b"<nitf " + b" ".join(b'a%d=""' % number for number in range(600_001)) + b"/>",
        "more than 600,000 attributes, which is the limit for a document.",
    ),
    "many components": (
        "x.xml",
        lambda: (
            b"<NewsML><NewsItem><NewsComponent>"
            + b"".join(
                b"<NewsComponent><ContentItem><DataContent>a%d</DataContent></ContentItem></NewsComponent>" % n
                for n in range(MAX_ITEMS + 1)
            )
            + b"</NewsComponent></NewsItem></NewsML>"
        ),
        "more than 2,000 articles in one file, which is the limit.",
    ),
    "many entries": (
        "x.xml",
        lambda: (
            b"<rss><channel>"
            + b"<item><description>a b</description></item>" * (MAX_ITEMS + 1)
            + b"</channel></rss>"
        ),
        "more than 2,000 articles in one file, which is the limit.",
    ),
    "many values in JSON": (
        "x.json",
        lambda: b'{"guid":1,"body_text":"a","x":[' + b'{"":0},' * 500_000 + b"0]}",
        "more than 1,000,000 quotation marks and brackets, which is the limit for JSON.",
    ),
    "many objects in JSON": (
        "x.json",
        lambda: b"[" + b'{"guid":1,"body_text":"a b"},' * (MAX_ITEMS + 1) + b"0]",
        "more than 2,000 articles in one file, which is the limit.",
    ),
    "many messages": (
        "x.txt",
        lambda: b"\x01nda0123 4 pl 87\r\n\x02a b\x03" * (MAX_ITEMS + 1),
        "more than 2,000 articles in one file, which is the limit.",
    ),
    "long plain text": (
        "x.txt",
        lambda: b"abc\n" * 2_700_000,
        "too much text; 10,800,000 characters, the limit is 10,485,760.",
    ),
    "large page": (
        "x.html",
        lambda: page("<p " + " ".join(f"a{n:x}" for n in range(1_800_000)) + ">a</p>"),
        "too large; 12.7 MB, the limit is 10 MB.",
    ),
    "many elements": (
        "x.html",
        lambda: page("<p>" * 300_000),
        "more than 30,000 elements, which is the limit for a page.",
    ),
    "paragraphs in nested boxes": (
        "x.html",
        lambda: page("<h1>Wehr</h1>" + "<div class='share x'>" * 200 + "<p>Der Rat tagt.</p>" * 25_000),
        "is nested too deeply, or holds too large a piece, to be read as a page.",
    ),
    "time of the sending": (
        "x.txt",
        lambda: b"\x01nda0123 4 pl 87\r\n\x02 \x03010203" + b" " * 100_000 + b"x",
        "IPTC 7901 message without any text.",
    ),
}  # fmt: skip

READ: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "encoded words up to the limit": (
        "x.eml", lambda: b"From: " + b"=?utf-8?q?a?= " * 1150 + b"\nSubject: x\n\nText.", "Text."
    ),
    "notes of a mail filter": (
        "x.eml", lambda: MAIL + b"X-Filter: " + b"=?utf-8?q?a?= " * 8000 + b"\n\nText.", "Text."
    ),
    "many recipients": (
        "x.eml", lambda: MAIL + b"To: " + b"presse@aldenau.example, " * 1500 + b"\n\nText.", "Text."
    ),
    "flowed text": (
        "x.eml",
        lambda: MAIL + b"Content-Type: text/plain; format=flowed\n\n" + b"aaaaaaa \n" * 400_000 + b"Ende.",
        "aaaaaaa " * 400_000 + "Ende.",
    ),
    "line breaks": ("x.eml", lambda: html_mail(b"<br>" * 200_000 + b"a"), "a"),
    "cells": (
        "x.eml",
        lambda: html_mail(b"<table><tr>" + b"<td>a" * 140_000 + b"</table>"),
        " | ".join("a" * 140_000),
    ),
    "blank lines in a paragraph": ("x.eml", lambda: html_mail(b"<p>a" + b"\n" * 100_000 + b"b</p>"), "a b"),
    "references": (
        "x.xml",
        lambda: nitf("<p>a" + "&szlig;&auml;" * 140_000 + "</p>", "<!DOCTYPE nitf SYSTEM 'n.dtd'>"),
        "a" + "ßä" * 140_000,
    ),
    "blank lines of a wire": (
        "x.txt", lambda: b"\x01nda0123 4 pl 87\r\n\x02" + b"\n" * 1_000_000 + b"Eine Zeile.", "Eine Zeile."
    ),
    "comments before no page": ("x.txt", lambda: b"<!---->" * 500 + b"x", "<!---->" * 500 + "x"),
    "hashes of a heading": ("x.md", lambda: b"# a" + b"#" * 300_000 + b"x", "# a" + "#" * 300_000 + "x"),
}  # fmt: skip

ENDS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nested newsItems": (
        "x.xml",
        lambda: (
            b"<newsMessage>"
            + b"<newsItem><contentSet><inlineXML>" * 80
            + b"<p>ab cd</p>" * 100_000
            + b"</inlineXML></contentSet></newsItem>" * 80
            + b"</newsMessage>"
        ),
        "ab cd",
    ),
    "headlines": (
        "x.html",
        lambda: page(
            "<h1>drei ganze Worte</h1>" * 10_000 + f"<p>{SENTENCES}</p>",
            "".join(f"<meta property='og:title' content='t{n} u v w'>" for n in range(10_000)),
        ),
        "Wehr.",
    ),
    "nested boxes": (
        "x.html",
        lambda: page("<h1>Wehr</h1>" + "<div>" * 200 + f"<p>{SENTENCES * 1000}</p>"),
        "Wehr.",
    ),
    "parts of a title": (
        "x.html",
        lambda: page(f"<p>{SENTENCES}</p>", f"<meta property='og:site_name' content='xx'><meta property='og:title' content='{'xx | ' * 300_000}'>"),
        "Wehr.",
    ),
    "inlined pictures": (
        "x.html", lambda: page(f"<p>{SENTENCES}</p>" + f"<p>{('=data:' * 16_000 + ' ') * 30}</p>"), "Wehr."
    ),
}  # fmt: skip


@pytest.mark.parametrize("bomb", REFUSED)
def test_a_bomb_is_refused_in_one_sentence(bomb: str) -> None:
    name, made, sentence = REFUSED[bomb]
    raw = made()
    begun = time.perf_counter()
    with pytest.raises(Error) as refused:
        take_in(raw, name=name)
    assert str(refused.value) == f"{name}: {sentence}"
    assert time.perf_counter() - begun < SECONDS


@pytest.mark.parametrize("harmless", READ)
def test_what_only_looks_like_a_bomb_is_read(harmless: str) -> None:
    name, made, text = READ[harmless]
    raw = made()
    begun = time.perf_counter()
    (source,) = take_in(raw, name=name)
    assert source.text == text
    assert time.perf_counter() - begun < SECONDS


@pytest.mark.parametrize("long", ENDS)
def test_a_text_comes_out_in_time(long: str) -> None:
    name, made, end = ENDS[long]
    raw = made()
    begun = time.perf_counter()
    (source,) = take_in(raw, name=name)
    assert end in source.text
    assert time.perf_counter() - begun < SECONDS


def test_a_word_document_with_too_many_tags_is_refused() -> None:
    bodies = "".join(f"<w:r><w:t>{number * 7919:x}</w:t></w:r>" for number in range(MAX_WORD_TAGS // 4 + 1))
    with pytest.raises(
        Error, match=r"^x\.docx: more than 1,000,000 tags, which is the limit for a document\.$"
    ):
        docx.read_here(word([("Normal", bodies)]), "x.docx")


def test_the_addresses_in_a_feed_are_found_without_looking_back_again_and_again() -> None:
    begun = time.perf_counter()
    with pytest.raises(Error, match=r"^x\.xml: no entry with text"):
        feed.read_here(
            b"<rss><channel><item><title>" + b"a" * 300_000 + b"</title></item></channel></rss>", "x.xml"
        )
    assert time.perf_counter() - begun < SECONDS


def test_items_are_counted_while_they_are_made() -> None:
    made = []

    def items() -> Iterator[Item]:
        for number in range(10 * MAX_ITEMS):
            made.append(number)
            yield Item(text="Text")

    with pytest.raises(Error, match=r"^x: more than 2,000 articles in one file, which is the limit\.$"):
        collected("x", items())
    assert len(made) == MAX_ITEMS + 1
