"""Tampering: how many changed bytes of a bundle go unnoticed when it is verified. The answer has to be none."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.publishing.bundle import Bundle, pack, unpack
from beleg.terms.judging import Answer
from beleg.terms.refusal import Error
from beleg.terms.review import FindingState, SentenceState
from beleg.terms.source import Source
from benchmarks.figures import Figure

POSITIONS = 200_000
"""At most so many bytes are changed, spread evenly; a smaller bundle is changed in every byte."""
REPACKED = 200
"""At most so many bytes of each member are changed where the bundle is packed anew after it."""

_MESSAGE = """Quellenbrück erneuert seine Fähre. Der Umbau kostet 1,2 Millionen Euro und beginnt im März.
Die Überfahrt bleibt kostenlos. „Wir haben lange darauf gewartet“, sagte Bürgermeisterin Imke Rohloff.
"""
_DRAFT = """# Quellenbrück erneuert seine Fähre

Der Umbau kostet 1,2 Millionen Euro und beginnt im März. Die Überfahrt bleibt kostenlos.

„Wir haben lange darauf gewartet“, sagte Bürgermeisterin Imke Rohloff. Der Rat hatte zuvor zugestimmt.
"""
_PASSWORD = "nur-zum-messen"


def a_bundle(folder: Path) -> bytes:
    """The bundle of a small story that three persons took all the way through a newsroom in `folder`."""
    with Newsroom.open(folder) as newsroom:
        writer, editor, third = (
            newsroom.add_account(login, name, function, _PASSWORD).id
            for login, name, function in (
                ("jan", "Jan Kolk", "Redakteur"),
                ("ruth", "Ruth Amsel", "Chefin vom Dienst"),
                ("ole", "Ole Brandt", "Redakteur"),
            )
        )
        dossier = newsroom.open_dossier("Fähre", "de", by=writer).id
        captured = datetime(2026, 11, 20, 8, tzinfo=UTC)
        message = Source(
            text=_MESSAGE, title="Fähre", publisher="Stadt Quellenbrück", language="de", captured=captured
        )
        newsroom.take_in(dossier, [message], by=writer)
        content = newsroom.save(dossier, _DRAFT, by=writer).content_sha256
        newsroom.check(dossier, by=writer)
        for who in (third, editor):
            for sentence in newsroom.review_for(dossier, who).sentences:
                if sentence.state is SentenceState.TO_JUDGE:
                    newsroom.judge(dossier, sentence.key, Answer.YES, by=who)
        for sentence in newsroom.review(dossier).sentences:
            if sentence.state is SentenceState.OPEN:
                newsroom.confirm(dossier, sentence.key, "War in der Sitzung dabei.", by=third)
        for finding in newsroom.review(dossier).findings:
            if finding.state is FindingState.OPEN:
                newsroom.dismiss(dossier, finding.key, "Mit der Stadt geklärt.", by=third)
        newsroom.sign_off(dossier, content, by=editor)
        newsroom.publish(dossier, by=editor)
        return newsroom.bundle(dossier)


def a_withdrawal(folder: Path) -> bytes:
    """The bundle of the withdrawal of that story, in the newsroom that `a_bundle` has left in `folder`."""
    with Newsroom.open(folder, create=False) as newsroom:
        dossier, by = newsroom.dossiers()[0].id, newsroom.accounts()[0].id
        newsroom.withdraw(
            dossier,
            "Die Stadt hat den Beschluss aufgehoben.",
            note_newsroom="Bitte nicht mehr verwenden.",
            note_short="Artikel zurückgezogen",
            note_readers="Wir haben den Artikel zurückgezogen.",
            by=by,
        )
        return newsroom.bundle(dossier)


def unnoticed(raw: bytes) -> tuple[int, int, int]:
    """Change single bytes; return how many, how many went unnoticed, and for how many no place was named."""
    positions = range(0, len(raw), max(1, -(-len(raw) // POSITIONS)))
    missed = unplaced = 0
    for position in positions:
        changed = bytearray(raw)
        changed[position] ^= 1 + position % 255
        found = verify(bytes(changed))
        missed += found.passed
        unplaced += not any(step.reached and step.place not in ("", "bundle") for step in found.steps)
    return len(positions), missed, unplaced


def unnoticed_packed_anew(parts: Bundle) -> tuple[int, int]:
    """Change single bytes of members and pack anew, with a manifest that fits; return how many, how many unnoticed."""
    forgeries: tuple[tuple[bytes, Callable[[bytes], Bundle]], ...] = (
        (parts.page, lambda data: replace(parts, page=data)),
        (parts.content, lambda data: replace(parts, content=data)),
        (parts.sources, lambda data: replace(parts, sources=data)),
        (parts.evidence, lambda data: replace(parts, evidence=data)),
        (parts.people, lambda data: replace(parts, people=data)),
        (b"\n".join(parts.record), lambda data: replace(parts, record=tuple(data.split(b"\n")))),
        (parts.sign_off, lambda data: replace(parts, sign_off=data)),
        (parts.log.proof, lambda data: replace(parts, log=replace(parts.log, proof=data))),
        (parts.log.key, lambda data: replace(parts, log=replace(parts.log, key=data))),
        (
            b"\n".join(parts.log.keys),
            lambda data: replace(parts, log=replace(parts.log, keys=tuple(data.split(b"\n")))),
        ),
        *((raw, _with_output(parts, name)) for name, raw in parts.outputs.items()),
    )
    tried = missed = 0
    for data, forge in forgeries:
        for position in range(0, len(data), max(1, -(-len(data) // REPACKED))):
            changed = bytearray(data)
            changed[position] ^= 1 + position % 255
            tried += 1
            try:
                forged = pack(forge(bytes(changed)))
            except Error:
                continue  # cannot even be packed
            missed += verify(forged).passed
    return tried, missed


def _with_output(parts: Bundle, name: str) -> Callable[[bytes], Bundle]:
    return lambda data: replace(parts, outputs={**parts.outputs, name: data})


def run() -> list[Figure]:
    """Measure on bundles made on the spot."""
    with tempfile.TemporaryDirectory() as folder:
        raw = a_bundle(Path(folder) / "newsroom")
        withdrawal = a_withdrawal(Path(folder) / "newsroom")
    if not verify(raw).passed or not verify(withdrawal).passed:
        raise AssertionError("An untouched bundle does not verify; nothing can be measured on it.")
    changed, missed, unplaced = unnoticed(raw)
    of_withdrawal, missed_of_it, unplaced_of_it = unnoticed(withdrawal)
    anew, missed_anew = unnoticed_packed_anew(unpack(raw))
    return [
        Figure("tampering.changed", changed, "bytes"),
        Figure("tampering.unnoticed", missed, "bytes", higher_is_better=False),
        Figure("tampering.without_place", unplaced, "bytes", higher_is_better=False),
        Figure("tampering.withdrawal_changed", of_withdrawal, "bytes"),
        Figure("tampering.withdrawal_unnoticed", missed_of_it, "bytes", higher_is_better=False),
        Figure("tampering.withdrawal_without_place", unplaced_of_it, "bytes", higher_is_better=False),
        Figure("tampering.packed_anew", anew, "bytes"),
        Figure("tampering.packed_anew_unnoticed", missed_anew, "bytes", higher_is_better=False),
    ]
