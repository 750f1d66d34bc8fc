import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg import __version__
from beleg.intake.addresses import refusal
from beleg.intake.connecting import resolve
from beleg.intake.fetching import MAX_REDIRECTS, Fetched, fetch
from beleg.intake.taking_in import take_in
from beleg.terms.refusal import Error
from tests.intake.place import Answer, Place, answer, opened


@pytest.fixture
def place() -> Iterator[Place]:
    with opened() as place:
        yield place


def test_a_document_is_fetched_with_our_name_and_nothing_personal(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    place.answers["/a"] = answer(b"Guten Tag", Content_Type="text/plain; charset=utf-8", Set_Cookie="a=b")
    fetched = place.get("/a")
    assert fetched == Fetched(raw=b"Guten Tag", address=place.url("/a"), media_type="text/plain")
    headers = place.asked[0][1]
    assert headers["user-agent"] == f"Beleg/{__version__}"
    assert headers["host"] == f"127.0.0.1:{place.port}"
    assert "cookie" not in headers


def test_redirects_are_followed_to_the_document(place: Place) -> None:
    place.answers["/a"] = answer(b"", status=302, Location="/b", Set_Cookie="a=b")
    place.answers["/b"] = answer(b"", status=308, Location=place.url("/c"))
    place.answers["/c"] = answer(b"da")
    assert place.get("/a").address == place.url("/c")
    assert all("cookie" not in headers for _, headers in place.asked)


def test_a_redirect_loop_ends(place: Place) -> None:
    place.answers["/a"] = answer(b"", status=301, Location="/a")
    with pytest.raises(Error, match=rf"/a: more than {MAX_REDIRECTS} redirects\.$"):
        place.get("/a")
    assert len(place.asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://10.0.0.1/", "a private network"),
        ("http://192.168.1.1/admin", "a private network"),
        ("http://169.254.169.254/latest/meta-data/", "the metadata service"),
        ("http://[::ffff:10.0.0.1]/", "a private network"),
        ("http://[fd00::1]/", "a private network"),
        ("http://[64:ff9b::a00:1]/", "a private or translated network"),
        ("http://[2002:a00:1::]/", "a private or translated network"),
        ("http://100.64.0.1/", "a private network"),
        ("http://0.0.0.0/", "no particular address"),
        ("http://0x0a000001/", "a private network"),
        ("http://167772161/", "a private network"),
        ("file:///etc/passwd", "an address with file"),
        ("ftp://example.org/", "an address with ftp"),
        ("gopher://10.0.0.1/", "an address with gopher"),
    ],
)
def test_a_redirect_into_a_private_network_or_another_scheme_is_refused(
    place: Place, target: str, reason: str
) -> None:
    place.answers["/a"] = answer(b"", status=302, Location=target)
    with pytest.raises(Error) as refused:
        place.get("/a")
    assert str(refused.value).startswith(f"{place.url('/a')}: leads to {reason}")


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:{}/a", "http://localhost:{}/a", "http://2130706433:{}/a", "http://[::1]:{}/a"],
)
def test_this_machine_is_refused_unless_a_test_allows_it(place: Place, address: str) -> None:
    place.answers["/a"] = answer(b"da")
    with pytest.raises(Error, match=r"leads to this machine itself|there is no host"):
        fetch(address.format(place.port))
    assert place.asked == []


def test_a_name_that_resolves_differently_the_second_time_gains_nothing(place: Place) -> None:
    place.answers["/a"] = answer(b"", status=302, Location=f"http://wanderer.example:{place.port}/b")
    place.answers["/b"] = answer(b"geheim")
    asked: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if asked.count("wanderer.example") <= 1 else ["10.0.0.1"]

    fetched = fetch(f"http://wanderer.example:{place.port}/b", resolver=rebinding, allow_loopback=True)
    assert fetched.raw == b"geheim"
    assert asked == ["wanderer.example"]  # resolved once, and connected to what was checked
    assert place.asked[-1][1]["host"] == f"wanderer.example:{place.port}"
    with pytest.raises(Error, match=r"leads to a private network \(10\.0\.0\.1\)"):
        fetch(f"http://wanderer.example:{place.port}/a", resolver=rebinding, allow_loopback=True)


def test_one_refused_address_among_several_refuses_the_host(place: Place) -> None:
    with pytest.raises(Error, match=r"leads to a private network \(10\.1\.2\.3\)"):
        fetch(
            "http://zwei.example/", resolver=lambda host, port: ["127.0.0.1", "10.1.2.3"], allow_loopback=True
        )


def test_a_host_that_does_not_exist_or_does_not_answer() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Error, match=r"^http://nirgends\.example/a: there is no host nirgends\.example\.$"):
        fetch("http://nirgends.example/a", resolver=unknown)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(Error, match=r": cannot be fetched \(.*refused.*\)\.$"):
        fetch(f"http://127.0.0.1:{port}/", allow_loopback=True)


def test_a_resolver_that_hangs_is_left_behind() -> None:
    released = threading.Event()

    def hanging(host: str, port: int) -> Sequence[str]:
        released.wait(10)
        return []

    with pytest.raises(Error, match=r": not complete after 0\.2 seconds, which is the limit\.$"):
        fetch("http://langsam.example/", resolver=hanging, deadline=0.2)
    released.set()


def test_an_endless_body_is_cut_off(place: Place) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 4096)

    place.answers["/a"] = endless
    with pytest.raises(Error, match=r": too large; the limit is 9\.8 KB\.$"):
        place.get("/a")


def test_a_body_that_declares_too_much_is_not_read(place: Place) -> None:
    place.answers["/a"] = answer(b"", Content_Length=str(200 << 20))
    with pytest.raises(Error, match=r": too large; the limit is 9\.8 KB\.$"):
        place.get("/a")
    with pytest.raises(Error, match=r": too large; 200 MB, the limit is 50 MB\.$"):
        fetch(place.url("/a"), allow_loopback=True)


@pytest.mark.parametrize("where", ["body", "headers"])
def test_a_server_that_drips_byte_by_byte_meets_the_deadline(place: Place, where: str) -> None:
    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(
            b"HTTP/1.1 200 OK\r\n" + (b"Content-Length: 500\r\n\r\n" if where == "body" else b"X-A: ")
        )
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    place.answers["/a"] = dripping
    started = time.monotonic()
    with pytest.raises(Error, match=r": not complete after 0\.4 seconds, which is the limit\.$"):
        place.get("/a", deadline=0.4)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "headers", [{"Content_Length": "500"}, {"Content_Encoding": "gzip", "Content_Length": "20"}]
)
def test_a_body_that_breaks_off_is_refused(place: Place, headers: dict[str, str]) -> None:
    place.answers["/a"] = answer(
        gzip.compress(b"Guten Tag, meine Damen und Herren")[:20], status=200, **headers
    )
    with pytest.raises(Error, match=r": the connection broke off before everything had come\.$"):
        place.get("/a")


def test_more_than_declared_is_not_read(place: Place) -> None:
    place.answers["/a"] = answer(b"Guten Tag", Content_Length="5")
    assert place.get("/a").raw == b"Guten"


@pytest.mark.parametrize(("encoding", "packed"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_compressed_bodies_are_unpacked_and_bombs_are_not(
    place: Place, encoding: str, packed: Callable[[bytes], bytes]
) -> None:
    place.answers["/a"] = answer(packed(b"Guten Tag"), Content_Encoding=encoding)
    assert place.get("/a").raw == b"Guten Tag"
    place.answers["/b"] = answer(packed(b"\0" * (20 << 20)), Content_Encoding=encoding)
    with pytest.raises(Error, match=r": too large; the limit is 97\.7 KB\.$"):
        place.get("/b", max_bytes=100_000)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (answer(b"", status=404), "the server answers 404 Not Found."),
        (answer(b"", status=299), "the server answers 299."),
        (answer(b"", status=302), "the server redirects, but does not say where to."),
        (answer(b"", status=302, Location="http://[::1"), "is redirected to something that is no address."),
        (
            answer(b"xx", Content_Encoding="br"),
            "the server sends it compressed with br, which was not asked for.",
        ),
        (answer(b"no gzip", Content_Encoding="gzip"), "comes compressed, but cannot be unpacked."),
    ],
)
def test_other_answers_are_refused_in_one_sentence(place: Place, sent: Answer, sentence: str) -> None:
    place.answers["/a"] = sent
    with pytest.raises(Error) as refused:
        place.get("/a")
    assert str(refused.value) == f"{place.url('/a')}: {sentence}"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("file:///etc/passwd", "is an address with file; only http and https are fetched."),
        ("http://", "is not a valid address."),
        ("http://a:99999/", "is not a valid address."),
        ("http://[::1", "is not a valid address."),
    ],
)
def test_addresses_that_are_none(address: str, sentence: str) -> None:
    with pytest.raises(Error) as refused:
        fetch(address)
    assert str(refused.value) == f"{address}: {sentence}"


def test_credentials_are_neither_sent_nor_repeated() -> None:
    with pytest.raises(Error) as refused:
        fetch("http://anna:geheim@example.org/a")
    assert (
        str(refused.value) == "http://example.org/a: contains a user name or password, which is never sent."
    )


def test_https_checks_the_certificate_of_the_name_not_of_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        hello: list[bytes] = []

        def listen() -> None:
            connection, _ = server.accept()
            with connection:
                hello.append(connection.recv(4096))

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        with pytest.raises(Error, match=r"^https://zeitung\.example:\d+/: "):
            fetch(
                f"https://zeitung.example:{server.getsockname()[1]}/",
                resolver=lambda host, port: ["127.0.0.1"],
                allow_loopback=True,
                ssl_context=ssl.create_default_context(),
            )
        thread.join(5)
    assert b"zeitung.example" in hello[0]  # the server name indication


def test_the_systems_resolver() -> None:
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]


@pytest.mark.parametrize(
    "public", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"]
)
def test_public_addresses_pass(public: str) -> None:
    assert refusal(public) == ""


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 127.9.9.9 ::1 ::ffff:127.0.0.1 0.0.0.0 :: 10.1.1.1 172.16.0.1 172.31.255.255 192.168.0.1 169.254.1.1 "
    "169.254.169.254 168.63.129.16 100.64.0.1 100.100.100.200 192.0.0.192 192.0.2.1 198.18.0.1 203.0.113.9 224.0.0.1 "
    "239.1.1.1 240.0.0.1 255.255.255.255 fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 fec0::1 ff02::1 ff0e::1 2001:db8::1 "
    "64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1:: 2001:0:a::1 100::1 gestern 1.2.3 ''".split(),
)
def test_everything_that_is_not_the_public_internet_is_refused(address: str) -> None:
    assert refusal(address) != ""


@given(
    st.ip_addresses(network="10.0.0.0/8")
    | st.ip_addresses(network="fc00::/7")
    | st.ip_addresses(network="127.0.0.0/8")
)
def test_no_private_address_passes_in_any_spelling(address: object) -> None:
    assert refusal(str(address)) != ""


def test_take_in_fetches_addresses(place: Place) -> None:
    page = (
        b"<html><head><title>Rat tagt</title></head><body><h1>Rat tagt am Montag</h1><p>"
        + b"Der Rat tagt. " * 30
        + b"</p>"
    )
    place.answers["/alt"] = answer(b"", status=301, Location="/neu")
    place.answers["/neu"] = answer(page, Content_Type="application/octet-stream")
    (source,) = take_in(place.url("/alt"), fetcher=lambda address: fetch(address, allow_loopback=True))
    assert source.address == place.url("/neu")
    assert source.name == place.url("/neu")
    assert source.media_type == "text/html"
    assert source.raw == page
