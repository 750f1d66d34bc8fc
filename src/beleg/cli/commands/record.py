"""`beleg record`."""

import re

import click

from beleg.cli.options import newsroom_option
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
    FindingDismissed,
    FindingEscalated,
    KeyIntroduced,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.source_change import SourceChanged, SourceRetracted


@click.command(name="record")
@click.argument("dossier_id", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@newsroom_option
def command(*, dossier_id: str, form: str, newsroom: str) -> None:
    """Show the record of a dossier: who did what, and when.

    With --format json one canonical entry a line, the bytes the hashes are made of.
    """
    from beleg.cli.door import dossier, opened

    with opened(newsroom) as house:
        entries = house.entries(dossier(house, dossier_id).id)
        people = {account.id: account.name for account in house.accounts()}
    if form == "json":
        from beleg.record.canonical import encode

        for entry in entries:
            click.echo(encode(entry).decode("utf-8").rstrip("\n"))
        return
    for entry in entries:
        who = people.get(entry.by, entry.by)
        click.echo(f"{entry.position}  {entry.at}  {who}: {_kind(entry)}{_about(entry)}  {entry.hash[:12]}")


def _kind(entry: Entry) -> str:
    """The event's name in words: `SourceTakenIn` reads "source taken in"."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", type(entry.event).__name__).lower()


def _about(entry: Entry) -> str:
    match entry.event:
        case DossierOpened(title=title):
            about = title
        case SourceTakenIn(title=title, name=name):
            about = title or name
        case (
            RevisionSaved(number=number, content_sha256=content)
            | SignedOff(number=number, content_sha256=content)
        ):
            about = f"revision {number}, sha256 {content[:12]}"
        case DraftChecked(number=number, report=report):
            about = f"revision {number}, {len(report.findings)} findings"
        case FindingDismissed(words=words, reason=reason) | FindingEscalated(words=words, reason=reason):
            about = f"{words} ({reason})"
        case SentenceConfirmed(text=text, reason=reason):
            about = f"{text} ({reason})"
        case Published(number=number, page_sha256=page):
            about = f"revision {number}, page sha256 {page[:12]}"
        case SourceChanged(source=source, new=new, passages=passages):
            about = f"{source[:12]} is now {new[:12]}, {len(passages)} passages changed"
        case SourceRetracted(source=source, by_publisher=by_publisher, reason=reason):
            about = f"{source[:12]}, {'by its publisher' if by_publisher else 'found wrong'} ({reason})"
        case CorrectionNoted(note=note):
            about = note
        case EmbargoSet(until=until, reason=reason):
            about = f"{f'until {until}' if until else 'lifted'} ({reason})"
        case Withdrawn(note_short=note, reason=reason):
            about = f"{note} ({reason})"
        case KeyIntroduced(public_key=key):
            about = key
    return f": {' '.join(about.split())}" if about else ""
