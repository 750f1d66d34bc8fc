"""`beleg open-questions`."""

import click

from beleg.cli.options import language_option, newsroom_option
from beleg.cli.story import messages_option, sources_of, story_options


@click.command(name="open-questions")
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
    """List what the sources leave open, as questions with the passages they come from.

    Found by rules, without a language model: contradictions between sources, persons named beside an accusation of whom
    no source has a word, what a source leaves open or got no answer to, what is told only with a reservation, numbers
    and dates that one origin alone has, speakers nobody introduces. What no source touches is not asked.

    Exit status 2 where no source could be read.
    """
    from beleg.open_questions import open_questions
    from beleg.publishing import open_questions_json, open_questions_text

    taken, chosen = sources_of(ctx, sources, dossier_id, newsroom, language)
    spoken = messages or chosen.code
    found = open_questions(taken, language=chosen, messages=spoken)
    if form == "json":
        click.echo(open_questions_json.questions(found, taken), nl=False)
    else:
        click.echo(open_questions_text.questions(found, taken, messages=spoken), nl=False)
    if not found.sources:
        ctx.exit(2)
