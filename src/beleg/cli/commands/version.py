"""`beleg version`."""

import click

from beleg import __version__


@click.command(name="version")
def command() -> None:
    """Show the version of Beleg."""
    click.echo(f"beleg {__version__}")
