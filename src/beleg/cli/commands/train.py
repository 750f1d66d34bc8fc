"""`beleg train quotations`."""

from pathlib import Path

import click


@click.group(name="train")
def command() -> None:
    """Train an engine on your own annotated texts."""


@command.command(name="quotations")
@click.option("--corpus", metavar="FILE", required=True, help="Annotated texts, one JSON object a line.")
@click.option("--to", "folder", metavar="FOLDER", required=True, help="Folder for the trained engine.")
@click.option(
    "--licence",
    metavar="TEXT",
    default="",
    help="Licence of the corpus; it is written into the folder and holds for the engine too.",
)
def quotations(*, corpus: str, folder: str, licence: str) -> None:
    """Train the engine that finds quotations, for German texts; `beleg read --engine FOLDER` uses it.

    Prints each step and the cross-validated figures. The same corpus gives the same engine. Some 700 texts take ten
    to fifteen minutes on one core. Needs python-crfsuite, HanTa and numpy.
    """
    from beleg.models.corpus import read_corpus
    from beleg.models.storing import NO_LICENCE, train_into

    card = train_into(Path(folder), read_corpus(Path(corpus)), licence, click.echo)
    if card.licence == NO_LICENCE:
        click.echo(
            "No licence was named: find out what the corpus may be used for before you use the engine.",
            err=True,
        )
    click.echo(f"Trained engine in {click.format_filename(folder)}")
