"""`beleg feed`."""

from pathlib import Path

import click

from beleg.cli.options import newsroom_option
from beleg.terms.refusal import Error


@click.command(name="feed")
@click.option("--title", required=True, help="What the feed is called: the name of the paper.")
@click.option("--address", default="", metavar="URL", help="Where the feed itself will lie on the web.")
@click.option(
    "--newest", default=50, show_default=True, type=click.IntRange(min=1), help="How many articles at most."
)
@click.option("--to", "file", metavar="FILE", help="Write the feed there instead of to the terminal.")
@newsroom_option
def command(*, title: str, address: str, newest: int, file: str | None, newsroom: str) -> None:
    """Write the Atom feed of what the newsroom has published, the newest first.

    A withdrawn article keeps its entry, with the notes in place of headline and text.
    """
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        feed = house.feed(title, address=address, newest=newest)
    if file is None:
        click.echo(feed.decode("utf-8"), nl=False)
        return
    try:
        Path(file).write_bytes(feed)
    except OSError as failure:
        raise Error(f"{file}: cannot be written; {failure.strerror}.") from failure
    click.echo(file)
