"""Flips: 10,000 random changes of a single byte in what a newsroom gives out, each looked at by who would have to
notice.

Bundle and page by `beleg verify`; the exported log by the audit and, sampled, by the verifier in Go; the sign-off by
`openssl` alone, with the lines of the documentation; page and manifest, sampled, by a C2PA implementation that is not
ours. A tool that is not installed is said not to have been asked.
"""

import random
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.publishing.bundle import pack, unpack
from beleg.publishing.jumbf import read_compact
from beleg.publishing.outputs import C2PA, MEMBER_OF
from beleg.record.page_certificate import FILE as CERTIFICATE
from beleg.record.page_certificate import PageCertificate
from beleg.terms.refusal import Error
from benchmarks.figures import Figure
from benchmarks.tampering import a_bundle

BUNDLE, PAGE, LOG = 6_000, 2_000, 2_000
"""Flips of each; together 10,000."""
BY_GO, BY_OPENSSL, BY_C2PA = 800, 200, 400
"""Further flips looked at by programs that share no line with Beleg."""
_SEED = 20261123
_RECORD_PAGE = Path(__file__).parents[1] / "docs" / "record.md"
_DOSSIERS = 300
"""Dossiers opened beside the published one, so that the log has a full tile and partial ones."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How many changes somebody looked at, and how many they did not notice."""

    tried: int
    missed: int


def flipped(raw: bytes, chance: random.Random) -> bytes:
    """The same bytes, one of them changed."""
    changed = bytearray(raw)
    changed[chance.randrange(len(changed))] ^= chance.randrange(1, 256)
    return bytes(changed)


def looked_at(raw: bytes, count: int, holds: Callable[[bytes], bool], chance: random.Random) -> Seen:
    """Change `raw` so many times, a byte each time; `holds` says whether a change went unnoticed."""
    if not holds(raw):
        raise AssertionError("The untouched bytes do not hold; nothing can be measured on them.")
    return Seen(count, sum(holds(flipped(raw, chance)) for _ in range(count)))


def of_bundle(raw: bytes, count: int, chance: random.Random) -> Seen:
    """Flips anywhere in a bundle."""
    return looked_at(raw, count, lambda changed: verify(changed).passed, chance)


def of_page(raw: bytes, count: int, chance: random.Random) -> Seen:
    """Flips in the page, packed again with a manifest that fits."""
    parts = unpack(raw)

    def holds(page: bytes) -> bool:
        try:
            forged = pack(replace(parts, page=page))
        except Error:
            return False
        return verify(forged).passed

    return looked_at(parts.page, count, holds, chance)


def of_log(folder: Path, count: int, holds: Callable[[Path], bool], chance: random.Random) -> Seen:
    """Flips in the files of an exported log, each file as likely as it has bytes; the folder is as it was at the
    end.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    sizes = [path.stat().st_size for path in files]
    if not holds(folder):
        raise AssertionError("The untouched log does not hold; nothing can be measured on it.")
    missed = 0
    for path in chance.choices(files, sizes, k=count):
        good = path.read_bytes()
        path.write_bytes(flipped(good, chance))
        missed += holds(folder)
        path.write_bytes(good)
    return Seen(count, missed)


def by_openssl(raw: bytes, count: int, folder: Path, chance: random.Random) -> Seen:
    """Flips in sign-off and signed text, verified with the lines that the documentation shows."""
    lines = re.search(r"^```sh\n(.*?)^```$", _RECORD_PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    if lines is None:
        raise AssertionError("The page on the record shows no lines for openssl.")
    zipfile.ZipFile(BytesIO(raw)).extractall(folder)

    def holds(name: str) -> Callable[[bytes], bool]:
        def verified(changed: bytes) -> bool:
            (folder / name).write_bytes(changed)
            done = subprocess.run(
                ["/bin/sh", "-eu", "-c", lines[1]], cwd=folder, capture_output=True, check=False, timeout=60
            )
            return done.returncode == 0

        return verified

    tried = missed = 0
    for name in ("sign-off.dsse.json", "content.md"):
        good = (folder / name).read_bytes()
        seen = looked_at(good, count // 2, holds(name), chance)
        (folder / name).write_bytes(good)
        tried, missed = tried + seen.tried, missed + seen.missed
    return Seen(tried, missed)


def by_c2pa(raw: bytes, root: str, count: int, chance: random.Random) -> Seen:
    """Flips in the page and in its manifest, verified by an independent implementation that trusts `root` only."""
    import encypher_c2pa

    parts = unpack(raw)
    manifest = parts.outputs[MEMBER_OF[C2PA]]

    def holds(page: bytes, manifest: bytes) -> bool:
        try:
            read_compact(manifest)
            found = encypher_c2pa.verify(
                page,
                "text/html",
                manifest_store=manifest,
                trust_pem=root,
                no_default_trust=True,
                online=False,
            )
        except (Error, ValueError):
            return False
        return bool(found["validation_state"] == "Trusted" and found["hard_binding"] == "match")

    of_page = looked_at(parts.page, count // 2, lambda changed: holds(changed, manifest), chance)
    of_manifest = looked_at(manifest, count // 2, lambda changed: holds(parts.page, changed), chance)
    return Seen(of_page.tried + of_manifest.tried, of_page.missed + of_manifest.missed)


def run(share: float = 1.0) -> list[Figure]:
    """Measure on a newsroom made on the spot; `share` of the flips."""
    chance = random.Random(_SEED)
    counts = {name: max(2, round(count * share)) for name, count in _COUNTS.items()}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        raw = a_bundle(folder / "newsroom")
        found = {
            "bundle": of_bundle(raw, counts["bundle"], chance),
            "page": of_page(raw, counts["page"], chance),
            **_of_log(folder, counts, chance),
        }
        if shutil.which("openssl"):
            found["by_openssl"] = by_openssl(raw, counts["by_openssl"], folder / "unpacked", chance)
        found["by_c2pa"] = by_c2pa(raw, _root(folder / "newsroom"), counts["by_c2pa"], chance)
    for name in counts.keys() - found.keys():
        print(f"flips.{name}: not looked at, the program for it is not installed")
    figures = [Figure(f"flips.{name}", seen.tried, "bytes") for name, seen in found.items()]
    missed = sum(seen.missed for seen in found.values())
    return [*figures, Figure("flips.unnoticed", missed, "bytes", higher_is_better=False)]


_COUNTS = {
    "bundle": BUNDLE,
    "page": PAGE,
    "log": LOG,
    "log_by_go": BY_GO,
    "by_openssl": BY_OPENSSL,
    "by_c2pa": BY_C2PA,
}


def _of_log(folder: Path, counts: dict[str, int], chance: random.Random) -> dict[str, Seen]:
    from tests.record.verifier import GOPATH, built

    log = folder / "log"
    with Newsroom.open(folder / "newsroom") as newsroom:
        by = newsroom.accounts()[0].id
        for number in range(_DOSSIERS):
            newsroom.open_dossier(f"Fähre {number}", "de", by=by)
        newsroom.export_log(log)
        found = {"log": of_log(log, counts["log"], lambda where: newsroom.audit(where) == (), chance)}
        keys = "".join(f"{verifier.line}\n" for verifier in newsroom.verifiers())
    if shutil.which("go") and (GOPATH / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        (folder / "go").mkdir()
        verifier = built(folder / "go")

        def holds(where: Path) -> bool:
            return all(verifier.accepts(what, keys, where) for what in ("log", "keys"))

        found["log_by_go"] = of_log(log, counts["log_by_go"], holds, chance)
    return found


def _root(newsroom: Path) -> str:
    """The certificate of the newsroom's own authority, which the page's manifest leads to."""
    return PageCertificate.read(newsroom / CERTIFICATE, at=datetime.now(UTC)).root
