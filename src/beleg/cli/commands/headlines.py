"""`beleg headlines`."""

import click

from beleg.cli.generating import agreed, endpoint_options, leaves, model_of, struck_and_taken
from beleg.cli.options import language_option, newsroom_option
from beleg.cli.story import draft_of


@click.command(name="headlines")
@click.argument("draft", required=False)
@click.option(
    "--source", "sources", metavar="FILE|URL", multiple=True, help="A source; may be given several times."
)
@click.option(
    "--dossier", "dossier_id", metavar="ID", help="For the draft of this dossier; nothing is recorded."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@endpoint_options
@language_option
@newsroom_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    draft: str | None,
    sources: tuple[str, ...],
    dossier_id: str | None,
    form: str,
    model: str | None,
    endpoint: str | None,
    endpoint_kind: str,
    yes: bool,
    language: str | None,
    newsroom: str,
) -> None:
    """Offer up to five headlines and three teasers for a draft, each checked against text and sources.

    They come from the draft's own central sentences and the titles of its sources, or, with --model and --endpoint,
    from a language model. A variant that says more than the text, or that a check has something against, is not
    offered; a model's is struck, and said on standard error.

    Exit status 1 where no headline passes.
    """
    from beleg.headlines import model_variants, variants
    from beleg.publishing import headlines_text

    asked = model_of(ctx, model, endpoint, endpoint_kind)
    text, against, chosen = draft_of(
        ctx, draft, dossier_id, sources, newsroom, language, leaving=leaves(asked)
    )
    if asked is None:
        found = variants(text, against, language=chosen)
    else:
        agreed(asked, (text, *against), 0, yes=yes)
        found = model_variants(text, against, asked, language=chosen)
        struck_and_taken(found.struck, found.proposals)
    if form == "json":
        click.echo(headlines_text.as_json(found), nl=False)
    else:
        click.echo(headlines_text.render(found, against, messages=chosen.code), nl=False)
    if not found.headlines:
        ctx.exit(1)
