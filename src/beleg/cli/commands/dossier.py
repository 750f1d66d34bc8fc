"""`beleg dossier`."""

import click

from beleg.cli.options import acting_option, newsroom_option
from beleg.review.reopening import needing_a_look
from beleg.terms.dossier import Dossier
from beleg.terms.source_change import SourceRetracted


@click.group(name="dossier")
def command() -> None:
    """Open, list, show and fill dossiers: articles in the making."""


@command.command(name="open")
@click.argument("title")
@click.option("--language", type=click.Choice(["de", "en"]), default="de", show_default=True)
@click.option(
    "--updates", metavar="ID", default="", help="The dossier whose published article this one continues."
)
@newsroom_option
@acting_option
def open_(*, title: str, language: str, updates: str, newsroom: str, login: str) -> None:
    """Open a dossier and print its id."""
    from beleg.cli.door import acting, dossier, opened

    with opened(newsroom) as house:
        by = acting(house, login).id
        earlier = dossier(house, updates).id if updates else ""
        click.echo(house.open_dossier(title, language, by=by, updates=earlier).id)


@command.command(name="list")
@newsroom_option
def show_all(*, newsroom: str) -> None:
    """List the dossiers."""
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        dossiers = house.dossiers()
    for dossier in dossiers:
        click.echo(f"{dossier.id}  {_standing(dossier)}  {dossier.title}")
    if not dossiers:
        click.echo("No dossiers yet; `beleg dossier open TITLE` opens one.")


@command.command(name="show")
@click.argument("dossier_id", metavar="ID")
@newsroom_option
def show(*, dossier_id: str, newsroom: str) -> None:
    """Show a dossier: its sources, where it stands, and its draft."""
    from beleg.cli.door import dossier, opened

    with opened(newsroom) as house:
        found = dossier(house, dossier_id)
        people = {account.id: account.name for account in house.accounts()}
    click.echo(f"{found.title}")
    click.echo(f"  id: {found.id}")
    click.echo(f"  language: {found.language}")
    click.echo(f"  opened: {found.opened_at} by {people.get(found.opened_by, found.opened_by)}")
    click.echo(f"  standing: {_standing(found)}")
    if found.updates:
        click.echo(f"  continues: {found.updates}")
    if found.embargo:
        click.echo(f"  embargo: until {found.embargo}")
    for publication in found.publications:
        note = f": {' '.join(publication.event.note.split())}" if publication.event.note else ""
        click.echo(f"  version {publication.event.version}: published {publication.at}{note}")
    if found.withdrawal:
        event = found.withdrawal.event
        click.echo(f"  version {event.version}: withdrawn {found.withdrawal.at}: {event.note_short}")
    for source in found.sources:
        same = f", same agency copy as {source.same_origin_as[:12]}" if source.same_origin_as else ""
        label = ": ".join(part for part in (source.publisher, source.title) if part) or source.name
        click.echo(
            f"  source {source.source[:12]}: {label} [{source.name}]{same}{_fallen(found, source.source)}"
        )
    if found.current is not None:
        click.echo(f"  revision {found.current.number}, sha256 {found.current.content_sha256}")
        click.echo("")
        click.echo(found.current.content.rstrip("\n"))


@command.command(name="add-draft")
@click.argument("dossier_id", metavar="ID")
@click.argument("file")
@newsroom_option
@acting_option
def add_draft(*, dossier_id: str, file: str, newsroom: str, login: str) -> None:
    """Save a draft a person wrote as the dossier's next revision.

    FILE is Markdown or any format take-in knows; `-` reads standard input.
    """
    from beleg.cli.door import acting, dossier, opened
    from beleg.cli.inputs import draft

    content = draft(file).text
    with opened(newsroom) as house:
        by = acting(house, login).id
        revision = house.save(dossier(house, dossier_id).id, content, by=by)
    click.echo(
        f"Revision {revision.number}, {len(revision.sentences)} sentences, sha256 {revision.content_sha256}"
    )


def _standing(dossier: Dossier) -> str:
    """How far the dossier has come, in one word or two."""
    current = dossier.current
    if dossier.withdrawal is not None:
        return "withdrawn"
    if current is None:
        return "no draft"
    look = ", needs a look" if needing_a_look(dossier) else ""
    if any(p.event.content_sha256 == current.content_sha256 for p in dossier.publications):
        return f"published{look}"
    if dossier.publications:
        return f"changed since published{look}"
    return "checked" if dossier.last_check else "draft"


def _fallen(dossier: Dossier, source: str) -> str:
    """Why a source does not count any more; empty if it does."""
    told = dossier.retracted.get(source)
    if told is not None and isinstance(told.event, SourceRetracted):
        return f", retracted: {' '.join(told.event.reason.split())}"
    newer = dossier.replaced.get(source)
    return f", replaced by {newer[:12]}" if newer else ""
