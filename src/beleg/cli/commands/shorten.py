"""`beleg shorten`."""

import click

from beleg.cli.generating import agreed, endpoint_options, leaves, marked, model_of, told
from beleg.cli.options import language_option, newsroom_option
from beleg.cli.story import draft_of


@click.command(name="shorten")
@click.argument("draft", required=False)
@click.option(
    "--to", "sentences", type=click.IntRange(min=1), required=True, help="How many sentences at most."
)
@click.option(
    "--source", "sources", metavar="FILE|URL", multiple=True, help="A source; may be given several times."
)
@click.option(
    "--dossier", "dossier_id", metavar="ID", help="Shorten the draft of this dossier; nothing is recorded."
)
@endpoint_options
@language_option
@newsroom_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    draft: str | None,
    sentences: int,
    sources: tuple[str, ...],
    dossier_id: str | None,
    model: str | None,
    endpoint: str | None,
    endpoint_kind: str,
    yes: bool,
    language: str | None,
    newsroom: str,
) -> None:
    """Cut a draft to at most so many sentences, whole ones only, without losing who says what.

    Headings are not counted. The most central sentences stay, each with what it leans on: the sentence that names its
    speaker, or whom its "she" stands for. What is left has nothing more against it than before, and the headline is
    still covered. The shortened draft goes to standard output, what was cut to standard error.

    With --model and --endpoint a language model words it anew. Every sentence has to name its passages and to pass the
    checks; what does not is struck, and said on standard error; what no source has word for word stands in square
    brackets, to be read against it.

    Exit status 2 where no so few sentences stand on their own or cover the headline.
    """
    from beleg.shortening import reworded, shortened

    asked = model_of(ctx, model, endpoint, endpoint_kind)
    text, against, chosen = draft_of(
        ctx, draft, dossier_id, sources, newsroom, language, leaving=leaves(asked)
    )
    if asked is not None:
        agreed(asked, (text, *against), 0, yes=yes)
        made = reworded(text, against, asked, language=chosen, sentences=sentences)
        told(made)
        click.echo(marked(made.draft, chosen.code), nl=False)
        return
    found = shortened(text, against, language=chosen, sentences=sentences)
    for words in found.cut:
        click.echo(f"cut: {' '.join(words.split())}", err=True)
    click.echo(found.content, nl=not found.content.endswith("\n"))
