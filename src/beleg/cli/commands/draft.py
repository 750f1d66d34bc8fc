"""`beleg draft`."""

import click

from beleg.cli.options import acting_option, language_option, newsroom_option
from beleg.terms.refusal import Error


@click.command(name="draft")
@click.option(
    "--source", "sources", metavar="FILE|URL", multiple=True, help="A source; may be given several times."
)
@click.option(
    "--dossier", "dossier_id", metavar="ID", help="Draft from the sources of this dossier, and record it."
)
@click.option(
    "--sentences", type=click.IntRange(min=1), default=12, show_default=True, help="How many at most."
)
@language_option
@newsroom_option
@acting_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    dossier_id: str | None,
    sentences: int,
    language: str | None,
    newsroom: str,
    login: str,
) -> None:
    """Write a first version from sources, without a language model.

    It takes central sentences: quotations word for word with their speaker, what several sources report as it stands,
    what one alone reports as that one's statement, in German in the Konjunktiv. Every sentence passes the checks. With
    --source the draft is written to standard output, with --dossier it becomes a revision in which every sentence
    knows its passage.
    """
    if bool(sources) == (dossier_id is not None):
        raise click.UsageError("Name either --source files or a --dossier.", ctx)
    if dossier_id is not None:
        if language:
            raise click.UsageError("--language belongs to --source, a dossier has its own.", ctx)
        _in_dossier(dossier_id, sentences, newsroom, login)
        return
    from beleg.cli.inputs import language_of, take_in_all
    from beleg.first_version import first_version

    taken = take_in_all(sources)
    chosen = language_of(taken, language)
    if chosen is None:
        raise Error("The sources are in no language Beleg reads (de, en); choose one with --language.")
    click.echo(first_version(taken, language=chosen, sentences=sentences).content, nl=False)


def _in_dossier(dossier_id: str, sentences: int, newsroom: str, login: str) -> None:
    from beleg.cli.door import acting, dossier, opened

    with opened(newsroom) as house:
        by = acting(house, login).id
        revision = house.draft(dossier(house, dossier_id).id, by=by, sentences=sentences)
    click.echo(
        f"Revision {revision.number}, {len(revision.sentences)} sentences, sha256 {revision.content_sha256}"
    )
