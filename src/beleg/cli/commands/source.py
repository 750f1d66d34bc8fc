"""`beleg source`."""

import click

from beleg.cli.options import acting_option, newsroom_option, reason_option


@click.group(name="source")
def command() -> None:
    """Show what rests on a source, and retract one that is wrong."""


@command.command(name="affected")
@click.argument("source_id", metavar="SOURCE_ID")
@newsroom_option
def affected(*, source_id: str, newsroom: str) -> None:
    """List every sentence that rests on a source, across all dossiers and published articles.

    SOURCE_ID, or the beginning of one, is what `beleg dossier show` shows. Each sentence comes with its dossier, the
    headline, the passages it rests on, and since when readers can see it.
    """
    from beleg.cli.affected_lines import affected_lines
    from beleg.cli.door import matching, opened

    with opened(newsroom) as house:
        found = matching(source_id, (held.source for held in house.held()), "source")
        sentences = house.affected(found)
    for line in affected_lines(sentences):
        click.echo(line)
    dossiers = len({one.dossier for one in sentences})
    click.echo(f"{len(sentences)} sentences in {dossiers} dossiers rest on {found[:12]}.")


@command.command(name="retract")
@click.argument("source_id", metavar="SOURCE_ID")
@reason_option
@newsroom_option
@acting_option
def retract(*, source_id: str, reason: str, newsroom: str, login: str) -> None:
    """Mark a source as wrong, in every dossier that holds it.

    Nothing rests on it any more: the texts are checked again without it, what rested on it opens again, and signatures
    fall. The same text under another id goes with it; copies of the same agency message and other versions are listed,
    to be looked at. There is no way back.
    """
    from beleg.cli.affected_lines import affected_lines, also_lines
    from beleg.cli.door import acting, matching, opened

    with opened(newsroom) as house:
        by = acting(house, login).id
        found = matching(source_id, (held.source for held in house.held()), "source")
        fallout = house.retract_source(found, reason, by=by)
    held_in = len({one.dossier for one in fallout.held})
    click.echo(f"Retracted in {held_in} {'dossier' if held_in == 1 else 'dossiers'}. What rested on it:")
    for line in affected_lines(fallout.affected, indent="  ") or ["  nothing"]:
        click.echo(line)
    if fallout.also:
        click.echo("Also look at these, the same agency message or other versions:")
        for line in also_lines(fallout.also, indent="  "):
            click.echo(line)
