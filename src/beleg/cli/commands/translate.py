"""`beleg translate`."""

import click

from beleg.cli.generating import agreed, endpoint_options, leaves, model_of, struck_and_taken
from beleg.cli.options import language_option, newsroom_option
from beleg.cli.story import read_in, text_alone


@click.command(name="translate")
@click.argument("draft", required=False)
@click.option(
    "--to", "into", type=click.Choice(["de", "en"]), required=True, help="Language to translate into."
)
@click.option(
    "--dossier", "dossier_id", metavar="ID", help="Translate the draft of this dossier; nothing is recorded."
)
@endpoint_options
@language_option
@newsroom_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    draft: str | None,
    into: str,
    dossier_id: str | None,
    model: str | None,
    endpoint: str | None,
    endpoint_kind: str,
    yes: bool,
    language: str | None,
    newsroom: str,
) -> None:
    """Have a language model translate a draft, and compare every sentence as far as that reaches across languages.

    Compared are numbers, dates, names of persons, quotations, denials, who vouches for a sentence and its reservations.
    What does not pass goes back once; after that its place in the text is marked with the original. Nothing else is
    checked, and the last line of the translation says so. The text goes to standard output, the reasons to standard
    error.

    Exit status 1 where a sentence did not pass, 2 where none did.
    """
    from beleg.translation import translated

    asked = model_of(ctx, model, endpoint, endpoint_kind)
    if asked is None:
        raise click.UsageError("A translation needs --model and --endpoint.", ctx)
    text, chosen = text_alone(ctx, draft, dossier_id, newsroom, language, leaving=leaves(asked))
    agreed(asked, (text,), 0, yes=yes)
    found = translated(text, asked, language=chosen, into=read_in(into))
    struck_and_taken(found.struck, found.proposals)
    click.echo(found.content, nl=False)
    if found.struck:
        ctx.exit(1)
