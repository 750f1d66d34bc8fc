"""`beleg desk`."""

from importlib import import_module
from pathlib import Path

import click

from beleg.cli.options import newsroom_option

_PORT = 8470


@click.command(name="desk")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0: any free port."
)
@click.option(
    "--public-address",
    metavar="URL",
    envvar="BELEG_PUBLIC_ADDRESS",
    show_envvar=True,
    default="",
    help="Where others reach this desk, through a proxy on this machine: https://desk.example.org",
)
@click.option("--example", is_flag=True, help="Load the example story, with accounts to try it.")
@click.option(
    "--oidc-issuer",
    metavar="URL",
    envvar="BELEG_OIDC_ISSUER",
    show_envvar=True,
    help="Let people sign in with an account of this OpenID Connect issuer, too.",
)
@click.option(
    "--oidc-client",
    metavar="ID",
    envvar="BELEG_OIDC_CLIENT",
    show_envvar=True,
    default="",
    help="The client id by which the issuer knows this desk; its secret in BELEG_OIDC_SECRET.",
)
@click.option(
    "--oidc-claim",
    metavar="NAME",
    envvar="BELEG_OIDC_CLAIM",
    show_envvar=True,
    default="preferred_username",
    show_default=True,
    help="What of the identity token is the login name here.",
)
@click.option(
    "--oidc-new-accounts",
    is_flag=True,
    envvar="BELEG_OIDC_NEW_ACCOUNTS",
    show_envvar=True,
    help="Whoever the issuer vouches for and has no account gets one, as a reporter.",
)
@newsroom_option
def command(
    *,
    port: int,
    public_address: str,
    example: bool,
    oidc_issuer: str | None,
    oidc_client: str,
    oidc_claim: str,
    oidc_new_accounts: bool,
    newsroom: str,
) -> None:
    """Open the desk for a browser on 127.0.0.1.

    Prints the address and how to sign in; Ctrl-C stops it.
    """
    # Terminal and desk are neighbours that know nothing of each other: the desk is started by its name.
    issuer = None
    if oidc_issuer:
        room = import_module("beleg.desk.issuer")
        issuer = room.IssuerSettings(
            address=oidc_issuer,
            client=oidc_client,
            secret=room.secret_for(oidc_issuer),
            claim=oidc_claim,
            new_accounts=oidc_new_accounts,
        )
    import_module("beleg.desk.serve").serve(
        Path(newsroom), port, example=example, issuer=issuer, public=public_address
    )
