"""Formats: whether what goes out comes back as it went out, and whether a changed byte of page and manifest is
noticed.
"""

import json
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import encypher_c2pa

from beleg.intake.formats.newsml_g2 import NewsmlG2
from beleg.intake.formats.ninjs import Ninjs
from beleg.newsroom.going_out import release_of
from beleg.newsroom.house import Newsroom
from beleg.publishing import canonical_json
from beleg.publishing.changes import Correction, Predecessor
from beleg.publishing.dsse import open_envelope, seal
from beleg.publishing.jumbf import read_compact
from beleg.publishing.moments import moment
from beleg.publishing.release import Release
from beleg.publishing.targets import c2pa, newsml_g2, ninjs, ninjs_lower_case
from beleg.publishing.targets import page as page_target
from beleg.record.newsroom_key import FILE as KEY
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.page_certificate import FILE as CERTIFICATE
from beleg.record.page_certificate import PageCertificate
from beleg.review.replay import replay
from beleg.terms.refusal import Error
from beleg.terms.revision import content_hash
from beleg.text.written import written
from benchmarks.figures import Figure
from benchmarks.tampering import a_bundle

ARTICLES = 300
"""So many articles are made and written in every format."""
FLIPS = 1_000
"""So many single bytes of page and manifest are changed."""

_WORDS = (
    "der Umbau die Fähre kostet „bald“ mehr — heißt es am Übergang, 1,2 Millionen Euro R&D 5 < 7 👩‍🚒 🇩🇪 ❤️ §12 "
    "https://quellenbrück.example/fähre?a=1&b=2 [Karte](https://karte.example/#ort) »so« ‚halb‘ don’t"
).split()


def a_release(folder: Path) -> Release:
    """A small story that persons took all the way through a newsroom in `folder`, ready to go out."""
    a_bundle(folder)
    with Newsroom.open(folder) as newsroom:
        dossier = newsroom.dossiers()[0]
        entries = newsroom.entries(dossier.id)
        return release_of(
            replay(entries[:-1]),
            newsroom.accounts(),
            at=entries[-1].at,
            address="https://zeitung.example/faehre",
            sign_off=newsroom.statement(dossier.id),
            newsroom_key=NewsroomKey.read(folder / KEY).public,
        )


def _signed_anew(
    release: Release, content: str, corrections: tuple[Correction, ...], key: NewsroomKey
) -> Release:
    """The release with another text, signed in the same words."""
    payload = json.loads(open_envelope(release.envelope, release.newsroom_key))
    payload["subject"][0]["digest"]["sha256"] = content_hash(content)
    payload["predicate"]["corrections"] = [told.note for told in corrections]
    payload["predicate"]["updates"] = "d-0" if corrections else ""
    earlier = Predecessor(dossier="d-0", headline="Vorher", address="https://zeitung.example/früher")
    article = replace(
        release.article,
        content=content,
        disclosure=replace(release.article.disclosure, content_sha256=content_hash(content)),
        corrections=corrections,
        updates=earlier if corrections else None,
        publisher="Quellenbrücker Bote" if corrections else "",
    )
    envelope = seal(canonical_json.encode(payload), public=key.public, sign=key.sign)
    return Release(article=article, envelope=envelope, newsroom_key=key.public)


def _texts(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Headline and body of made-up articles: paragraphs, subheads and lists in any order."""
    for number in range(ARTICLES):
        blocks = [
            _block(chance, kind) for kind in chance.choices(("", "", "## ", "- "), k=chance.randint(0, 8))
        ]
        yield f"Fähre {number}: {_sentence(chance)}", "\n\n".join([*blocks, _block(chance, "")])


def _block(chance: random.Random, mark: str) -> str:
    lines = [mark + _sentence(chance) for _ in range(chance.randint(1, 3) if mark == "- " else 1)]
    return "\n".join(lines)


def _sentence(chance: random.Random) -> str:
    return f"Dann {' '.join(chance.choices(_WORDS, k=chance.randint(3, 14)))} gilt."


def _came_back(release: Release, title: str, body: str) -> bool:
    """Whether our own intake reads every format with the same text and metadata."""
    items = (
        *Ninjs().items(ninjs.render(release), "ninjs.json"),
        *Ninjs().items(ninjs_lower_case.render(release), "ninjs.json"),
        *NewsmlG2().items(newsml_g2.render(release), "item.xml"),
    )
    article = release.article
    return len(items) == 3 and all(
        _unlisted(item.text)
        == _unlisted(written(body).words)  # a source that is taken in has the words of a link
        and (item.title, item.publisher, item.author) == (title, article.publisher, release.written_by)
        and (item.language, item.address) == (article.language, article.address)
        for item in items
    )


def _unlisted(text: str) -> str:
    """The text with every list item a block of its own: lists that follow one another come back as one."""
    return "\n\n".join(line for line in text.splitlines() if line)


def _unnoticed(
    release: Release, certificate: PageCertificate, chance: random.Random
) -> tuple[int, float, int]:
    """How many changed bytes of page and manifest go unnoticed; ms to make a manifest; its bytes."""
    page = page_target.render(release)
    c2pa.render(release, certificate)  # loads the library
    begun = time.perf_counter()
    manifest = c2pa.render(release, certificate)
    took = (time.perf_counter() - begun) * 1000
    if not _holds(page, manifest, certificate.root):
        raise AssertionError("The untouched manifest does not verify; nothing can be measured on it.")
    missed = 0
    for _ in range(FLIPS):
        files = [bytearray(page), bytearray(manifest)]
        changed = chance.choice(files)
        changed[chance.randrange(len(changed))] ^= chance.randint(1, 255)
        missed += _holds(bytes(files[0]), bytes(files[1]), certificate.root)
    return missed, took, len(manifest)


def _holds(page: bytes, manifest: bytes, root: str) -> bool:
    """Whether an implementation of C2PA that is not ours accepts the page, and the manifest is as Beleg writes it."""
    try:
        read_compact(manifest)
        found = encypher_c2pa.verify(
            page, "text/html", manifest_store=manifest, trust_pem=root, no_default_trust=True, online=False
        )
    except (Error, ValueError):
        return False
    return bool(found["validation_state"] == "Trusted" and found["hard_binding"] == "match")


def made_up(folder: Path) -> Iterator[tuple[Release, str, str]]:
    """Articles in all their variety as releases, each with its headline and body; the first newsroom is in `folder`."""
    chance = random.Random(5)
    first = a_release(folder)
    key = NewsroomKey.read(folder / KEY)
    for number, (title, body) in enumerate(_texts(chance)):
        told = (Correction(at=first.article.released_at, note=_sentence(chance)),) if number % 2 else ()
        yield _signed_anew(first, f"# {title}\n\n{body}\n", told, key), title, body


def run() -> list[Figure]:
    """Measure on articles made on the spot."""
    with tempfile.TemporaryDirectory() as name:
        back = [_came_back(*made) for made in made_up(Path(name) / "many")]
        first = a_release(Path(name) / "one")
        certificate = PageCertificate.read(
            Path(name) / "one" / CERTIFICATE, at=moment(first.article.released_at)
        )
    missed, took, size = _unnoticed(first, certificate, random.Random(6))
    return [
        Figure("formats.articles", len(back), "articles"),
        Figure("formats.came_back", sum(back) / len(back), "share"),
        Figure("formats.changed", FLIPS, "bytes"),
        Figure("formats.unnoticed", missed, "bytes", higher_is_better=False),
        Figure("formats.manifest", size, "bytes", higher_is_better=False),
        Figure("formats.manifest_made", took, "ms", higher_is_better=False),
    ]
