"""`beleg review`."""

import click

from beleg.cli.options import newsroom_option


def _no_account(ctx: click.Context, _option: click.Parameter, login: str | None) -> None:
    if login is not None:
        raise click.UsageError("beleg review only shows what is open; it needs no account (--as).", ctx)


@click.command(name="review")
@click.argument("dossier_id", metavar="ID")
@click.option("--all", "everything", is_flag=True, help="Show what is decided too.")
@newsroom_option
# Its siblings that decide something take --as: who types it here is told why not.
@click.option("--as", "login", hidden=True, expose_value=False, callback=_no_account)
def command(*, dossier_id: str, everything: bool, newsroom: str) -> None:
    """Show what is open in a dossier.

    Findings and sentences come with the key that dismiss, escalate and confirm take.
    """
    from beleg.cli.door import dossier, opened
    from beleg.cli.review_lines import review_lines

    with opened(newsroom) as house:
        found = dossier(house, dossier_id)
        review = house.review(found.id)
        people = {account.id: account.name for account in house.accounts()}
        checked = found.last_check is not None
        text = found.current.content if found.current else ""
        looks, note = house.needing_a_look(found.id), house.suggested_note(found.id)
    click.echo("\n".join(review_lines(review, text, people, everything=everything)))
    if looks:
        sentences = len({one.sentence for one in looks})
        click.echo(
            f"The published article needs a look: {sentences} of its sentences rested on what has changed."
        )
        click.echo("A wording for a correction note, to be edited:")
        click.echo("\n".join(f"    {line}" if line else "" for line in note.split("\n")))
    if not checked:
        click.echo("The current text has not been checked: `beleg check --dossier` comes first.")
