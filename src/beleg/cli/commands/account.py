"""`beleg account`."""

import click

from beleg.cli.options import newsroom_option, password_option
from beleg.terms.account import Account
from beleg.terms.denial import Denial
from beleg.terms.role import ACTS, NAMES, Role

_ROLES = click.Choice([role.value for role in Role])


@click.group(name="account")
def command() -> None:
    """Add, list, rename, close and erase the accounts of the newsroom's people, and say what they may do."""


@command.command(name="add")
@click.argument("login")
@click.option("--name", required=True, help="Full name, as readers see it.")
@click.option("--function", required=True, help="What the person does here, as readers see it: Redakteurin.")
@click.option(
    "--role",
    type=_ROLES,
    default=Role.DUTY_EDITOR.value,
    show_default=True,
    help="What the person may do; the default may do every act on an article.",
)
@password_option
@newsroom_option
def add(*, login: str, name: str, function: str, role: str, password_file: str | None, newsroom: str) -> None:
    """Add an account; the first one creates the newsroom's folder."""
    from beleg.cli.door import opened
    from beleg.cli.inputs import password

    secret = password(password_file, f"New password for {login}", twice=True)
    with opened(newsroom, create=True) as house:
        account = house.add_account(login, name, function, secret, role=Role(role))
    click.echo(_line(account))


@command.command(name="list")
@newsroom_option
def show_all(*, newsroom: str) -> None:
    """List the accounts."""
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        accounts = house.accounts()
    for account in accounts:
        click.echo(_line(account))
    if not accounts:
        click.echo("No accounts yet; `beleg account add` adds one.")


@command.command(name="rename")
@click.argument("login")
@click.option("--name", default="", help="Full name, as readers will see it (default: as it is).")
@click.option("--function", default="", help="What the person does here (default: as it is).")
@newsroom_option
def rename(*, login: str, name: str, function: str, newsroom: str) -> None:
    """Give a person another name or function.

    The login stays, and so does the id in the record. Pages and bundles that went out keep the name they have.
    """
    from beleg.cli.door import account_of, opened

    with opened(newsroom) as house:
        account = house.rename_account(account_of(house, login).id, name=name, function=function)
    click.echo(_line(account))


@command.command(name="role")
@click.argument("login")
@click.argument("role", type=_ROLES)
@newsroom_option
def change_role(*, login: str, role: str, newsroom: str) -> None:
    """Give a person another role; it holds from their next act on.

    What each role may do: docs/roles.md. The desk has no way to make the first administrator; this is it.
    """
    from beleg.cli.door import account_of, opened

    with opened(newsroom) as house:
        account = house.change_role(account_of(house, login).id, Role(role))
    click.echo(_line(account))


@command.command(name="denials")
@click.option("--last", type=click.IntRange(min=1), default=50, show_default=True, help="How many to show.")
@newsroom_option
def denials(*, last: int, newsroom: str) -> None:
    """Show what was denied to whom because their role does not include it, the newest first."""
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        found = house.denials(last)
        people = {account.id: account for account in house.accounts()}
    for denial in found:
        click.echo(_denied(denial, people[denial.account]))
    if not found:
        click.echo("Nothing was denied to anybody.")


@command.command(name="password")
@click.argument("login")
@password_option
@newsroom_option
def change_password(*, login: str, password_file: str | None, newsroom: str) -> None:
    """Give an account another password.

    Whoever is signed in at the desk with this account is signed out.
    """
    from beleg.cli.door import account_of, opened
    from beleg.cli.inputs import password

    with opened(newsroom) as house:
        account = account_of(house, login)
        secret = password(password_file, f"New password for {account.login}", twice=True)
        house.change_password(account.id, secret)
    click.echo(f"{account.login}: the password is changed; every session at the desk has ended.")


@command.command(name="close")
@click.argument("login")
@newsroom_option
def close(*, login: str, newsroom: str) -> None:
    """Close an account for good.

    Nobody can sign in or act as this person any more. What they did stays in the record under their id; their login
    is not given away again.
    """
    from beleg.cli.door import account_of, opened

    with opened(newsroom) as house:
        account = house.close_account(account_of(house, login).id)
    click.echo(_line(account))


@command.command(name="erase")
@click.argument("login", metavar="LOGIN|ID")
@click.option("--yes", is_flag=True, help="Do not ask whether this is meant.")
@newsroom_option
def erase(*, login: str, yes: bool, newsroom: str) -> None:
    """Erase a person's name, for good; their function stands in its place.

    The account loses name, login and password and is closed. Statements, pages and bundles that the newsroom keeps are
    made anew without the name, and the bytes with it are overwritten. The record holds account ids only and stays as it
    is. What went out cannot be called back, and what somebody wrote into a text, a reason or a note stays there.
    """
    from beleg.cli.door import erasable, opened

    with opened(newsroom) as house:
        account = erasable(house, login)
        if not yes:
            click.confirm(f"Erase {account.name} ({account.login}) for good?", abort=True)
        erased = house.erase_account(account.id)
        titles = {each.id: each.title for each in house.dossiers()}
    click.echo(f"{erased.account.id}: no name, login or password any more; called {erased.account.function}.")
    for dossier_id in erased.remade:
        click.echo(f"Made anew: {dossier_id}  {titles[dossier_id]}")
    if erased.remade:
        click.echo(
            "What went out before cannot be called back; beleg deliver ID --to FOLDER puts this in its place."
        )
    for dossier_id in erased.still_named:
        click.echo(f"The name stays in words that somebody wrote: {dossier_id}  {titles[dossier_id]}")
    click.echo("Not looked at: sources, and copies of the newsroom's folder such as backups.")


def _line(account: Account) -> str:
    role = "" if account.is_program else f"; {NAMES[account.role]}"
    closed = "; closed" if account.closed else ""
    return (
        f"{account.login}: {account.name}, {account.function}; in the record as {account.id}{role}{closed}."
    )


def _denied(denial: Denial, account: Account) -> str:
    about = f"  {denial.dossier}" if denial.dossier else ""
    return f"{denial.at}  {account.login} ({NAMES[denial.role]}): {ACTS[denial.permission]}{about}"
