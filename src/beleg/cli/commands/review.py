"""`beleg review`."""

import click

from beleg.cli.options import newsroom_option


@click.command(name="review")
@click.argument("dossier_id", metavar="ID")
@click.option("--all", "everything", is_flag=True, help="Show what is decided too.")
@newsroom_option
@click.option(
    "--as",
    "login",
    metavar="LOGIN",
    default="",
    envvar="BELEG_ACCOUNT",
    show_envvar=True,
    help="Account of which to say whether it could sign.",
)
def command(*, dossier_id: str, everything: bool, newsroom: str, login: str) -> None:
    """Show what is open in a dossier.

    Findings and sentences come with the key that dismiss, escalate and confirm take. Nothing is recorded: it needs no
    account, and with one it says whether that could sign.
    """
    from beleg.cli.door import acting, dossier, opened
    from beleg.cli.review_lines import review_lines
    from beleg.newsroom.refused import Refused

    with opened(newsroom) as house:
        account = acting(house, login) if login else None
        found = dossier(house, dossier_id)
        review = house.review(found.id)
        people = {account.id: account.name for account in house.accounts()}
        checked = found.last_check is not None
        text = found.current.content if found.current else ""
        looks, note = house.needing_a_look(found.id), house.suggested_note(found.id)
        obstacles = house.obstacles_to_signing(found.id, by=account.id) if account else ()
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
    if account and obstacles:
        click.echo(str(Refused(f"{account.name} cannot sign it", obstacles)))
    elif account:
        click.echo(f"{account.name} could sign it: beleg sign {found.id} --as {account.login}")
