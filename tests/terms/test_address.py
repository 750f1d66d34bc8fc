"""What counts as an address of the web."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.terms.address import web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://blatt.example",
        "http://blatt.example/faehre?a=1&b=2#c",
        "HTTPS://Blatt.Example/Fähre",
        "https://müller.example:8443/",
        "https://leser@blatt.example/",
        "http://192.0.2.7/",
        "http://[2001:db8::7]:80/",
        'https://zeitung.example/"><script>',
    ],
)
def test_an_address_of_the_web_is_kept_as_it_is(address: str) -> None:
    assert web_address(address) == address
    assert web_address(f"  {address}\n") == address


@pytest.mark.parametrize(
    "words",
    [
        "",
        "https://",
        "http:///faehre",
        "https://?a=1",
        "https://:443/",
        "https://leser@",
        "https://...",
        "https:",
        "//blatt.example",
        "blatt.example",
        "ftp://blatt.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://[::1",
        "https://blatt.example:acht/",
        "https://blatt.example\\@anderswo.example/",
        "https://blatt.example/a b",
        "https://blatt.example/\x07",
        "https://blatt. example/",
    ],
)
def test_anything_else_is_none(words: str) -> None:
    assert web_address(words) == ""


@given(st.text(max_size=60))
def test_whatever_the_words_the_answer_is_one_of_them_or_nothing(words: str) -> None:
    assert web_address(f"https://{words}") in ("", f"https://{words}".strip())


def test_a_long_host_is_answered_at_once() -> None:
    assert web_address(f"https://{'a' * 1_000_000} ö/") == ""
