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
@click.option("--example", is_flag=True, help="Load the example story, with accounts to try it.")
@newsroom_option
def command(*, port: int, example: bool, newsroom: str) -> None:
    """Open the desk for a browser on 127.0.0.1.

    Prints the address and how to sign in; Ctrl-C stops it.
    """
    # Terminal and desk are neighbours that know nothing of each other: the desk is started by its name.
    import_module("beleg.desk.serve").serve(Path(newsroom), port, example=example)
