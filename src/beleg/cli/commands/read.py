"""`beleg read`."""

import sys
from pathlib import Path

import click

from beleg.cli.options import language_option
from beleg.terms.refusal import Error


@click.command(name="read")
@click.argument("what", metavar="FILE|URL")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--item", type=click.IntRange(min=1), help="Which item of a message with several, counted from 1."
)
@click.option(
    "--engine",
    metavar="FOLDER",
    help="Folder of a trained engine (`beleg train`); default: Beleg's own rules.",
)
@click.option("--explain", is_flag=True, help="Say for each quotation why it was read so.")
@language_option
def command(
    *, what: str, form: str, item: int | None, language: str | None, engine: str | None, explain: bool
) -> None:
    """Read a text: who says what in it.

    The JSON of `--format json` holds the reasons of `--explain` in any case.

    In a terminal each quotation shows the letter and colour of its kind and its speaker beside it; in a pipe or with
    NO_COLOR set, lines that begin with FILE:line:column.

    Exit status 2 where there is no text, or none in a language Beleg reads: there are no quotations then.
    """
    from beleg.cli.colour import wanted
    from beleg.cli.inputs import language_of, text
    from beleg.publishing import reading_json, reading_text
    from beleg.reading.engine import DEFAULT, read

    source = text(what, item)
    chosen = DEFAULT
    if engine is not None:
        from beleg.models.storing import load_engine

        chosen = load_engine(Path(engine))
    reading = read(source.text, language_of([source], language), engine=chosen)
    if form == "json":
        click.echo(reading_json.render(reading), nl=False)
    else:
        name = click.format_filename(source.name)
        shown = reading_text.render(reading, name=name, explained=explain, colour=wanted(sys.stdout))
        click.echo(shown, nl=False)
    if not reading.sentences:
        raise Error(f"{source.name}: no text in it; nothing was read.")
    if not reading.language:
        raise Error(f"{source.name}: in no language Beleg reads (de, en); quotations were not looked for.")
