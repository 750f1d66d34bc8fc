"""`beleg account`."""

import click

from beleg.cli.options import newsroom_option, password_option


@click.group(name="account")
def command() -> None:
    """Add and list the people of the newsroom."""


@command.command(name="add")
@click.argument("login")
@click.option("--name", required=True, help="Full name, as readers see it.")
@click.option("--function", required=True, help="What the person does here, as readers see it: Redakteurin.")
@password_option
@newsroom_option
def add(*, login: str, name: str, function: str, password_file: str | None, newsroom: str) -> None:
    """Add an account; the first one creates the newsroom's folder."""
    from beleg.cli.door import opened
    from beleg.cli.inputs import password

    secret = password(password_file, f"New password for {login}", twice=True)
    with opened(newsroom, create=True) as house:
        account = house.add_account(login, name, function, secret)
    click.echo(f"{account.login}: {account.name}, {account.function}; in the record as {account.id}.")


@command.command(name="list")
@newsroom_option
def show_all(*, newsroom: str) -> None:
    """List the accounts."""
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        accounts = house.accounts()
    for account in accounts:
        click.echo(f"{account.login}: {account.name}, {account.function}; in the record as {account.id}.")
    if not accounts:
        click.echo("No accounts yet; `beleg account add` adds one.")
