"""`beleg withdraw`."""

import click

from beleg.cli.options import acting_option, newsroom_option, reason_option


@click.command(name="withdraw")
@click.argument("dossier_id", metavar="ID")
@reason_option
@click.option(
    "--note-newsroom", metavar="TEXT", required=True, help="For the newsrooms that received the article."
)
@click.option("--note-short", metavar="TEXT", required=True, help="One line, for feeds and alerts.")
@click.option("--note-readers", metavar="TEXT", required=True, help="For readers, at the article's address.")
@click.option(
    "--to", "folder", metavar="FOLDER", help="Where the tombstone takes the place of what was published."
)
@newsroom_option
@acting_option
def command(
    *,
    dossier_id: str,
    reason: str,
    note_newsroom: str,
    note_short: str,
    note_readers: str,
    folder: str | None,
    newsroom: str,
    login: str,
) -> None:
    """Take a published article back, for good.

    A tombstone takes its place in every form it went out in, and the dossier publishes nothing more; what is right
    after all is published in a new dossier. Nobody else has to agree: taking back never waits. Nothing of the article
    is repeated, so write the notes without repeating what was wrong. Reason and notes stand in the bundle.
    """
    from beleg.cli.delivering import delivered, prepared
    from beleg.cli.door import acting, dossier, opened

    target = prepared(folder) if folder else None
    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        withdrawal = house.withdraw(
            found,
            reason,
            note_newsroom=note_newsroom,
            note_short=note_short,
            note_readers=note_readers,
            by=by,
        )
        if target is not None:
            delivered(house, found, target)
    click.echo(f"Withdrawn at {withdrawal.at}, version {withdrawal.event.version}.")
    if target is None:
        click.echo("Where it was delivered it still stands: `beleg deliver` puts the tombstone there.")
