"""`beleg record`."""

import json
import re
from pathlib import Path

import click

from beleg.cli.options import acting_option, newsroom_option
from beleg.review.describing import corrected
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
    FindingDismissed,
    FindingEscalated,
    KeyIntroduced,
    NameErased,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.events_byline import BylineSet
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.generation import DraftGenerated
from beleg.terms.refusal import Error
from beleg.terms.source_change import SourceChanged, SourceRetracted


class _Record(click.Group):
    """`beleg record ID` shows a dossier's record, as `beleg record show ID` does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take anything that does not begin with a command for the id to be shown."""
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(name="record", cls=_Record)
def command() -> None:
    """Show the record of a dossier; hand out, check and sign the log over all of them.

    `beleg record ID` is short for `beleg record show ID`.
    """


@command.command(name="show")
@click.argument("dossier_id", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@newsroom_option
def show(*, dossier_id: str, form: str, newsroom: str) -> None:
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


@command.command(name="statement")
@click.argument("dossier_id", metavar="ID")
@click.option("--to", "file", metavar="FILE", help="Write the envelope there, as it was signed.")
@newsroom_option
def statement(*, dossier_id: str, file: str | None, newsroom: str) -> None:
    """Show what the last sign-off of a dossier states: what was signed, by whom, and what had been decided.

    With --to the DSSE envelope is written whole, with the newsroom's signature; openssl alone can verify it.
    """
    from beleg.cli.door import dossier, opened
    from beleg.publishing.dsse import read_envelope

    with opened(newsroom) as house:
        envelope = house.statement(dossier(house, dossier_id).id)
    if file is None:
        said = json.loads(read_envelope(envelope).payload)
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    try:
        Path(file).write_bytes(envelope)
    except OSError as failure:
        raise Error(f"{file}: cannot be written; {failure.strerror}.") from failure
    click.echo(file)


@command.command(name="key")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "line", "pem"]),
    default="text",
    show_default=True,
    help="All of it in words; the present key as one line for tools that read signed notes; as PEM for openssl.",
)
@newsroom_option
def key(*, form: str, newsroom: str) -> None:
    """Show the public key the newsroom signs with.

    Publish it where readers find it without Beleg: a bundle brings its key along, and only one that came by another
    way tells whose it is.
    """
    from beleg.cli.door import opened
    from beleg.record.newsroom_key import public_pem

    with opened(newsroom) as house:
        *before, present = house.verifiers()
    pem = public_pem(present.public)
    if form == "line":
        click.echo(present.line)
    elif form == "pem":
        click.echo(pem, nl=False)
    else:
        click.echo(f"{present.line}\n\n{pem}", nl=False)
        for old in reversed(before):
            click.echo(f"\nBefore: {old.line}")


@command.command(name="rotate-key")
@newsroom_option
@acting_option
def rotate_key(*, newsroom: str, login: str) -> None:
    """Put a new key in the place of the present one, which is gone then.

    The record says so in an event signed with both keys. What was signed before stays signed with the old one.
    """
    from beleg.cli.door import acting, opened

    with opened(newsroom) as house:
        click.echo(house.rotate_key(by=acting(house, login).id).line)


@command.command(name="export")
@click.argument("folder")
@newsroom_option
def export(*, folder: str, newsroom: str) -> None:
    """Write the log as files that any web server can hand out, or bring FOLDER up to the present.

    The form is that of c2sp.org/tlog-tiles. No file of an earlier export changes except the checkpoint. The log names
    every entry by its hash and holds no word of it.
    """
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        done = house.export_log(Path(folder))
    click.echo(f"{folder}: {done.size} entries; {done.written} files written.")


@command.command(name="audit")
@click.argument("folder", required=False)
@newsroom_option
@click.pass_context
def audit(ctx: click.Context, *, folder: str | None, newsroom: str) -> None:
    """Check that entries, chains, keys and the log fit together, and that an export in FOLDER is of this log.

    Repairs nothing. Exit status 1 if something does not fit.
    """
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        found = house.audit(Path(folder) if folder else None)
    for what in found:
        click.echo(what)
    if found:
        ctx.exit(1)
    click.echo("Everything fits.")


@command.command(name="rebuild")
@newsroom_option
def rebuild(*, newsroom: str) -> None:
    """Throw away every table that follows from the record, and build it again.

    Nothing that was recorded is touched. Nobody else can store anything meanwhile.
    """
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        for what in house.rebuild():
            click.echo(f"Built again: {what}.")


@command.command(name="timestamp")
@click.option(
    "--server",
    metavar="URL",
    default="",
    envvar="BELEG_TIMESTAMP_SERVER",
    show_envvar=True,
    help="Timestamp server (RFC 3161) to be asked. It gets the hash of a checkpoint and nothing else.",
)
@click.option(
    "--authority",
    metavar="FILE",
    help="Certificates (PEM) one of which the answer's signature has to lead to (default: it is not looked at).",
)
@newsroom_option
def timestamp(*, server: str, authority: str | None, newsroom: str) -> None:
    """Have somebody else say when the present state of the log was there.

    The answer is kept beside its checkpoint and goes out with the next export; openssl verifies it.
    """
    from beleg.cli.door import opened
    from beleg.cli.inputs import file_bytes
    from beleg.record.timestamping import certificates

    if not server:
        raise Error("No timestamp server is named: give --server URL or set BELEG_TIMESTAMP_SERVER.")
    roots = certificates(file_bytes(authority)) if authority else ()
    with opened(newsroom) as house:
        moment = house.timestamp(server, roots)
    click.echo(f"By the clock of {server} the log was there on {moment:%Y-%m-%d at %H:%M:%S} UTC.")


def _kind(entry: Entry) -> str:
    """The event's name in words: `SourceTakenIn` reads "source taken in"."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", type(entry.event).__name__).lower()


def _about(entry: Entry) -> str:
    match entry.event:
        case DossierOpened(title=title):
            about = title
        case SourceTakenIn(title=title, name=name):
            about = title or name
        case RevisionSaved(number=number, content_sha256=content):
            about = f"revision {number}, sha256 {content[:12]}"
        case SignedOff(number=number, content_sha256=content, identified_by=how):
            about = f"revision {number}, sha256 {content[:12]}" + (f", {how} asked for" if how else "")
        case DraftChecked(number=number, report=report):
            about = f"revision {number}, {len(report.findings)} findings"
        case FindingDismissed(words=words, reason=reason) | FindingEscalated(words=words, reason=reason):
            about = f"{words} ({reason})"
        case SentenceJudged(text=text, answer=answer):
            about = f"{answer.value.replace('_', ' ')}: {text}"
        case SentenceConfirmed(text=text, reason=reason):
            about = f"{text} ({reason})"
        case Published(number=number, page_sha256=page):
            about = f"revision {number}, page sha256 {page[:12]}"
        case SourceChanged(source=source, new=new, passages=passages):
            about = f"{source[:12]} is now {new[:12]}, {len(passages)} passages changed"
        case SourceRetracted(source=source, by_publisher=by_publisher, reason=reason):
            about = f"{source[:12]}, {'by its publisher' if by_publisher else 'found wrong'} ({reason})"
        case SourceDescribed(source=source, reason=reason) as event:
            about = f"{source[:12]}, {_corrected(event)} ({reason})"
        case CorrectionNoted(note=note):
            about = note
        case BylineSet(named=named, body=body, left_out=left_out):
            about = ", ".join((*named, *filter(None, (body,)))) or "as the words tell"
            about += f" (not named: {', '.join(left_out)})" if left_out else ""
        case EmbargoSet(until=until, reason=reason):
            about = f"{f'until {until}' if until else 'lifted'} ({reason})"
        case Withdrawn(note_short=note, reason=reason):
            about = f"{note} ({reason})"
        case KeyIntroduced(public_key=key):
            about = key
        case DraftGenerated(number=number, model=model, struck=struck):
            about = f"revision {number} by {model}, {len(struck)} struck"
        case HouseStyleSet(style=style):
            about = style.name
        case NameErased(account=account, remade=remade):
            about = f"{account}, {len(remade)} made anew"
    return f": {' '.join(about.split())}" if about else ""


def _corrected(event: SourceDescribed) -> str:
    return "; ".join(f"{name}: {before or '–'} is now {now or '–'}" for name, before, now in corrected(event))
