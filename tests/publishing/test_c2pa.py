"""The C2PA manifest: verified by an implementation that is neither ours nor the one that made it, and offline."""

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import c2pa
import encypher_c2pa
import pytest

from beleg.publishing.digital_source import IPTC
from beleg.publishing.item import manifest_link
from beleg.publishing.jumbf import compact, read_compact
from beleg.publishing.page_reading import read_page
from beleg.publishing.release import Release
from beleg.publishing.targets import c2pa as c2pa_target
from beleg.publishing.targets import page as page_target
from beleg.record.page_certificate import PageCertificate
from beleg.terms.disclosure import Disclosure
from beleg.terms.refusal import Error
from tests.publishing.releases import released
from tests.publishing.story import signed

CERTIFICATE = PageCertificate.make("Quellenbrücker Bote", at=datetime.now(UTC))
ARTICLE = replace(signed().article(), manifest=manifest_link("https://zeitung.example/faehre"))
RELEASE = released(ARTICLE)
PAGE = page_target.render(RELEASE)
MANIFEST = c2pa_target.render(RELEASE, CERTIFICATE)


def report(page: bytes, manifest: bytes, root: str = CERTIFICATE.root) -> Mapping[str, object]:
    """What the independent verifier says, asked to trust nothing but the newsroom's own authority."""
    return encypher_c2pa.verify(
        page, "text/html", manifest_store=manifest, trust_pem=root, no_default_trust=True, online=False
    )


def holds(page: bytes, manifest: bytes) -> bool:
    """Whether a stranger who verifies, and who asks that the manifest be in Beleg's form, accepts it."""
    try:
        read_compact(manifest)
        found = report(page, manifest)
    except (Error, ValueError):
        return False
    return found["validation_state"] == "Trusted" and found["hard_binding"] == "match"


def manifest_of(manifest: bytes) -> dict[str, object]:
    """The active manifest as the C2PA's own reader tells it."""
    reader = c2pa.Reader("text/html", io.BytesIO(PAGE), manifest_data=manifest)
    store = json.loads(reader.json())
    active = store["manifests"][store["active_manifest"]]
    assert isinstance(active, dict)
    return active


def assertion(manifest: bytes, label: str) -> dict[str, object]:
    assertions = manifest_of(manifest)["assertions"]
    assert isinstance(assertions, list)
    (data,) = (each["data"] for each in assertions if each["label"] == label)
    assert isinstance(data, dict)
    return data


def actions(release: Release) -> list[dict[str, object]]:
    found = assertion(c2pa_target.render(release, CERTIFICATE), "c2pa.actions.v2")["actions"]
    assert isinstance(found, list)
    return found


def counted(
    disclosure: Disclosure, *, machine: int = 0, rewritten: int = 0, source: int = 0, person: int = 0
) -> Disclosure:
    """The disclosure with these counts of sentences by origin and no others."""
    return replace(
        disclosure,
        machine=machine,
        rewritten=rewritten,
        source=source,
        person=person,
        sentences=machine + rewritten + source + person,
    )


def test_an_independent_verifier_accepts_it() -> None:
    found = report(PAGE, MANIFEST)

    assert (found["validation_state"], found["integrity"], found["signature"], found["hard_binding"]) == (
        "Trusted",
        "valid",
        "valid",
        "match",
    )
    assert found["network"] == {"enabled": False, "needed": [], "requests": []}
    assert read_page(PAGE).manifest == "https://zeitung.example/faehre.c2pa"


def test_so_does_the_reader_of_the_c2pa() -> None:
    reader = c2pa.Reader("text/html", io.BytesIO(PAGE), manifest_data=MANIFEST)

    assert json.loads(reader.json())["validation_state"] == "Valid"


def test_another_newsroom_s_authority_does_not_vouch_for_it() -> None:
    other = PageCertificate.make("Quellenbrücker Bote", at=datetime.now(UTC))

    assert report(PAGE, MANIFEST, other.root)["validation_state"] != "Trusted"


def test_every_flipped_byte_of_the_manifest_is_noticed() -> None:
    assert holds(PAGE, MANIFEST)
    unnoticed = []
    for position in range(len(MANIFEST)):
        changed = bytearray(MANIFEST)
        changed[position] ^= 1 << position % 8
        if holds(PAGE, bytes(changed)):
            unnoticed.append(position)
    assert unnoticed == []


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_byte_of_the_page_is_noticed(bit: int) -> None:
    for position in range(bit, len(PAGE), 29):
        changed = bytearray(PAGE)
        changed[position] ^= 1 << bit
        assert not holds(bytes(changed), MANIFEST), position


def test_a_cut_or_longer_manifest_is_noticed() -> None:
    for changed in (b"", MANIFEST[:-1], MANIFEST[:40], MANIFEST + b"\0", MANIFEST * 2):
        assert not holds(PAGE, changed)


def test_no_room_is_left_that_no_signature_covers() -> None:
    assert len(MANIFEST) < 4_000
    assert compact(MANIFEST) == MANIFEST


@pytest.mark.parametrize("raw", [b"\0\0", b"\0\0\0\x04jumb", b"\0\0\0\xffjumb", b"\0\0\0\x08jumb" * 2, b""])
def test_what_is_no_manifest_store_is_refused(raw: bytes) -> None:
    with pytest.raises(Error, match="C2PA manifest"):
        read_compact(raw)


MACHINE = "beleg-extractive/0.1.0"
MODEL = "sprachmodell/7"


@pytest.mark.parametrize(
    ("counts", "engine", "expected"),
    [
        # a machine's draft, untouched
        ({"machine": 5}, MODEL, [("c2pa.created", "trainedAlgorithmicMedia", MODEL)]),
        ({"machine": 3, "source": 2}, MACHINE, [("c2pa.created", "algorithmicMedia", MACHINE)]),
        # a machine's draft, rewritten
        (
            {"machine": 3, "rewritten": 2, "person": 1},
            MODEL,
            [("c2pa.created", "trainedAlgorithmicMedia", MODEL), ("c2pa.edited", "humanEdits", "")],
        ),
        (
            {"source": 3, "rewritten": 2},
            MACHINE,
            [("c2pa.created", "algorithmicMedia", MACHINE), ("c2pa.edited", "humanEdits", "")],
        ),
        # a person's text with a machine's headline
        (
            {"person": 9, "machine": 1},
            MODEL,
            [
                ("c2pa.created", "digitalCreation", ""),
                ("c2pa.edited", "compositeWithTrainedAlgorithmicMedia", MODEL),
            ],
        ),
        (
            {"person": 9, "machine": 1},
            MACHINE,
            [("c2pa.created", "digitalCreation", ""), ("c2pa.edited", "algorithmicMedia", MACHINE)],
        ),
        # … which the person rewrote
        (
            {"person": 9, "rewritten": 1},
            MODEL,
            [
                ("c2pa.created", "digitalCreation", ""),
                ("c2pa.edited", "compositeWithTrainedAlgorithmicMedia", MODEL),
                ("c2pa.edited", "humanEdits", ""),
            ],
        ),
        # no machine
        ({"person": 5}, "", [("c2pa.created", "digitalCreation", "")]),
    ],
)
def test_the_actions_follow_from_the_origins_of_the_sentences(
    counts: dict[str, int], engine: str, expected: list[tuple[str, str, str]]
) -> None:
    disclosure = replace(
        counted(ARTICLE.disclosure, **counts), engines=(engine,) if engine else (), supported=0, confirmed=0
    )

    *made, published = actions(released(replace(ARTICLE, disclosure=disclosure)))

    said = []
    for action in made:
        agent = action.get("softwareAgent", {})
        assert isinstance(agent, dict)
        name = f"{agent['name']}/{agent['version']}" if agent else ""
        source_type = action["digitalSourceType"]
        assert isinstance(source_type, str)
        said.append((action["action"], source_type.removeprefix(IPTC), name))
    assert said == expected
    assert (published["action"], published["when"]) == ("c2pa.published", "2026-11-23T10:08:00Z")


def test_the_manifest_names_what_was_signed_and_by_whom() -> None:
    said = assertion(MANIFEST, "news.beleg.sign_off")

    assert said["content_sha256"] == ARTICLE.disclosure.content_sha256
    assert said["credit"] == ARTICLE.wording.line
    assert said["signed_off_by"] == "Ruth Amsel (Chefin vom Dienst)"
    assert said["item"] == RELEASE.item
    by_a_person = released(replace(ARTICLE, wording=replace(ARTICLE.wording, line="")))
    assert "credit" not in assertion(c2pa_target.render(by_a_person, CERTIFICATE), "news.beleg.sign_off")
    assert manifest_of(MANIFEST)["title"] == "Quellenbrück baut die Fähre neu"


def test_a_page_that_names_no_manifest_gets_none() -> None:
    with pytest.raises(Error, match="does not say where its C2PA manifest lies"):
        c2pa_target.render(released(replace(ARTICLE, manifest="")), CERTIFICATE)


class Unfit:
    """A certificate that is none."""

    chain = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
    algorithm = "es256"

    def sign(self, message: bytes) -> bytes:
        return b"\0" * 64


def test_an_unfit_certificate_is_refused() -> None:
    with pytest.raises(Error, match="no C2PA manifest can be made"):
        c2pa_target.render(RELEASE, Unfit())


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("", "page.c2pa"),
        ("https://zeitung.example/faehre", "https://zeitung.example/faehre.c2pa"),
        ("https://zeitung.example/2026/faehre.html?x=1#y", "https://zeitung.example/2026/faehre.html.c2pa"),
        ("https://zeitung.example/faehre/", "https://zeitung.example/faehre/page.c2pa"),
        ("https://zeitung.example", "https://zeitung.example/page.c2pa"),
        ("https://zeitung.example?x=1", "https://zeitung.example/page.c2pa"),
    ],
)
def test_the_manifest_lies_beside_the_page(address: str, link: str) -> None:
    assert manifest_link(address) == link
    page = page_target.render(released(replace(ARTICLE, address=address, manifest=link)))
    assert read_page(page).manifest == link
    assert read_page(page).foreign == ()
