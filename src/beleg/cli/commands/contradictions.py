"""`beleg contradictions`."""

import click

from beleg.cli.options import language_option, newsroom_option
from beleg.cli.story import messages_option, sources_of, story_options


@click.command(name="contradictions")
@story_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option
@messages_option
@newsroom_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    dossier_id: str | None,
    form: str,
    language: str | None,
    messages: str | None,
    newsroom: str,
) -> None:
    """Show where sources contradict each other, both passages with the words in which they differ.

    Numbers, dates and denials are compared in sentences about the same thing. Copies of one report, older versions, and
    reports more than a week apart are not held against each other.

    Exit status 1 where there are contradictions, 2 where there were not two sources to compare.
    """
    from beleg.publishing import open_questions_json, open_questions_text
    from beleg.sources_together import contradictions

    taken, chosen = sources_of(ctx, sources, dossier_id, newsroom, language)
    spoken = messages or chosen.code
    found = contradictions(taken, language=chosen, messages=spoken)
    if form == "json":
        click.echo(open_questions_json.contradictions(found, taken), nl=False)
    else:
        click.echo(open_questions_text.contradictions(found, taken, messages=spoken), nl=False)
    if found.contradictions:
        ctx.exit(1)
    if len(found.sources) < 2:
        ctx.exit(2)
