"""Taking in sources: files, addresses, pasted text, and everything that goes wrong with them."""

from collections.abc import Iterator

import httpx

from beleg.desk.doors import HEAVIEST
from beleg.newsroom.house import Newsroom
from tests.desk.conftest import Desk, Visit

NOTE = "Die Stadtbücherei öffnet am Montag eine Stunde früher, teilte die Leiterin mit.".encode()


def _files(*files: tuple[str, bytes]) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", file) for file in files]


def _count(desk: Desk) -> int:
    with Newsroom.open(desk.folder) as newsroom:
        return len(newsroom.dossier(desk.dossier).sources)


def test_of_several_files_the_good_ones_are_taken_in_and_the_bad_ones_named(
    desk: Desk, author: Visit
) -> None:
    answer = author.post(
        desk.path("/sources"),
        files=_files(("notiz.txt", NOTE), ("leer.txt", b""), ("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(40))),
    )
    assert answer.status_code == 422
    assert "1 source was taken in; the rest was refused:" in answer.text
    assert "leer.txt: empty; there is nothing in it." in answer.text
    assert "bild.png: a picture (PNG); Beleg cannot read it." in answer.text
    assert _count(desk) == 7


def test_refusals_are_said_in_german_too(desk: Desk, author: Visit) -> None:
    author.post("/language", language="de")
    answer = author.post(desk.path("/sources"), files=_files(("leer.txt", b"")))
    assert "leer.txt: leer; es ist nichts darin." in answer.text


def test_a_new_source_is_checked_against_at_once(desk: Desk, author: Visit) -> None:
    answer = author.post(desk.path("/sources"), files=_files(("notiz.txt", NOTE)))
    assert answer.headers["location"] == desk.path("/sources?said=taken-in")
    with Newsroom.open(desk.folder) as newsroom:
        dossier = newsroom.dossier(desk.dossier)
    assert dossier.last_check is not None
    assert dossier.sources[-1].source in dossier.last_check.report.sources


def test_the_same_file_twice_is_one_source(desk: Desk, author: Visit) -> None:
    author.post(desk.path("/sources"), files=_files(("notiz.txt", NOTE)))
    answer = author.post(desk.path("/sources"), files=_files(("kopie.txt", NOTE)))
    assert answer.headers["location"] == desk.path("/sources?said=known")
    assert _count(desk) == 7


def test_pasted_text_needs_to_say_where_it_comes_from_and_stays_in_the_field(
    desk: Desk, author: Visit
) -> None:
    answer = author.post(desk.path("/sources"), text=NOTE.decode(), title=" ")
    assert answer.status_code == 422
    assert "Pasted text needs a title" in answer.text
    assert NOTE.decode() in answer.text
    assert author.post(desk.path("/sources"), text=NOTE.decode(), title="Anruf Bücherei").status_code == 303
    with Newsroom.open(desk.folder) as newsroom:
        source = newsroom.sources(desk.dossier)[-1]
    assert (source.title, source.text) == ("Anruf Bücherei", NOTE.decode())


def test_addresses_that_are_none_or_lead_into_this_machine_are_refused(desk: Desk, author: Visit) -> None:
    for address in ("ftp://example.org/x", "gopher", "http://127.0.0.1:1/", "http://localhost/"):
        answer = author.post(desk.path("/sources"), address=address)
        assert answer.status_code == 422, address
        assert f'value="{address}"' in answer.text
        assert 'role="alert"' in answer.text
    assert _count(desk) == 6


def test_nothing_given_is_said(desk: Desk, author: Visit) -> None:
    """What a browser sends for a file field in which nothing was chosen."""
    parts = [
        f'Content-Disposition: form-data; name="token"\r\n\r\n{author.token()}',
        'Content-Disposition: form-data; name="files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n',
        'Content-Disposition: form-data; name="address"\r\n\r\n',
    ]
    body = "".join(f"--x\r\n{part}\r\n" for part in parts) + "--x--\r\n"
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = author.client.post(desk.path("/sources"), content=body, headers=kind)
    assert answer.status_code == 422
    assert "Choose a file, give an address or paste a text." in answer.text


def test_a_request_that_is_too_heavy_gets_an_answer_instead_of_a_broken_line(
    desk: Desk, author: Visit
) -> None:
    def stream() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(HEAVIEST // 2**20 + 1):
            yield bytes(2**20)

    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    known = author.client.post(desk.path("/sources"), content=bytes(HEAVIEST + 1), headers=kind)
    streamed = author.client.post(desk.path("/sources"), content=stream(), headers=kind)
    for answer in (known, streamed):
        assert answer.status_code == 413
        assert "This is more than the desk takes at once" in answer.text
    assert _count(desk) == 6


def test_a_source_is_shown_as_text_with_its_passage(desk: Desk, author: Visit) -> None:
    page = (
        b"Die Pumpe <script>alert(1)</script> steht still, sagte der Meister.\n\nMehr war nicht zu erfahren."
    )
    author.post(desk.path("/sources"), files=_files(("meister.txt", page)))
    with Newsroom.open(desk.folder) as newsroom:
        source = newsroom.sources(desk.dossier)[-1]
    start = source.text.index("steht still")
    html = author.get(desk.path(f"/sources/{source.id}?start={start}&end={start + 11}")).text
    assert '<mark id="passage">steht still</mark>' in html
    assert "<script>" not in html
    assert source.sha256 in html
    assert author.get(desk.path(f"/sources/{source.id}?start=-5&end=99999")).status_code == 200


def test_copies_of_one_agency_message_stand_together(desk: Desk, author: Visit) -> None:
    for page in ("", "/sources"):
        html = author.get(desk.path(page)).text
        assert "The same agency message, counts as one origin:" in html
        assert "5 origins" in html


def _outcomes(answer: httpx.Response) -> list[tuple[str, str, str]]:
    assert answer.status_code == 200, answer.text
    return [(one["name"], one["state"], one["words"]) for one in answer.json()["outcomes"]]


def test_a_script_is_told_what_became_of_each_thing(desk: Desk, author: Visit) -> None:
    author.client.headers["Accept"] = "application/json"
    answer = author.post(
        desk.path("/sources"),
        files=_files(("notiz.txt", NOTE), ("leer.txt", b"")),
        address="gopher",
        later="yes",
    )
    assert _outcomes(answer) == [
        ("notiz.txt", "taken", "1 source taken in."),
        ("leer.txt", "refused", "leer.txt: empty; there is nothing in it."),
        ("gopher", "refused", "gopher: an address has to begin with https:// or http:// and name a host."),
    ]
    assert _outcomes(author.post(desk.path("/sources"), files=_files(("noch.txt", NOTE)))) == [
        ("noch.txt", "known", "It was here already.")
    ]


def test_the_text_is_checked_when_nothing_more_is_coming(desk: Desk, author: Visit) -> None:
    def compared() -> int:
        with Newsroom.open(desk.folder) as newsroom:
            check = newsroom.dossier(desk.dossier).last_check
        assert check is not None
        return len(check.report.sources)

    author.client.headers["Accept"] = "application/json"
    before = compared()
    author.post(desk.path("/sources"), files=_files(("notiz.txt", NOTE)), later="yes")
    assert compared() == before
    author.post(desk.path("/sources"), files=_files(("leer.txt", b"")))
    assert compared() == before + 1


def test_what_is_typed_with_a_pasted_text_is_kept_and_what_is_kept_from_models_is_marked(
    desk: Desk, author: Visit
) -> None:
    refused = author.post(
        desk.path("/sources"), text=NOTE.decode(), title="Anruf", published="gestern", confidential="yes"
    )
    assert refused.status_code == 422
    assert "Anruf: “gestern” is no date;" in refused.text
    assert 'name="confidential" value="yes" autocomplete="off" checked' in refused.text
    author.post(
        desk.path("/sources"),
        text=NOTE.decode(),
        title="Anruf",
        publisher=" Stadt  Grünau ",
        published="2026-03-02",
        confidential="yes",
    )
    with Newsroom.open(desk.folder) as newsroom:
        event = newsroom.dossier(desk.dossier).sources[-1]
    assert (event.title, event.publisher, event.published) == (
        "Anruf",
        "Stadt Grünau",
        "2026-03-02T00:00:00+00:00",
    )
    assert event.confidential
    html = author.get(desk.path("/sources")).text
    assert html.count("</span> not for models outside the house</span>") == 1
    assert "readers are told its name all the same" in html
    assert 'name="confidential" value="yes" autocomplete="off" aria-describedby' in html, (
        "not set for the next"
    )
    assert "7 sources, 6 origins" in html
