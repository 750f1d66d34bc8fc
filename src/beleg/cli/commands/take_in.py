"""`beleg take-in`."""

from datetime import datetime

import click

from beleg.cli.options import acting_option, newsroom_option
from beleg.terms.source import Source, only_a_day

_ENDS = 60
"""Code points shown of the beginning and of the end of a text."""


@click.command(name="take-in")
@click.argument("whats", metavar="FILE|URL...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--dossier", "dossier_id", metavar="ID", help="Keep the sources in this dossier.")
@click.option(
    "--confidential",
    is_flag=True,
    help="With --dossier: no passage of them goes to a language model on another machine.",
)
@newsroom_option
@acting_option
def command(
    *,
    whats: tuple[str, ...],
    form: str,
    dossier_id: str | None,
    confidential: bool,
    newsroom: str,
    login: str,
) -> None:
    """Take in sources from files and addresses.

    It reads web pages, PDF, DOCX, e-mail, RSS and Atom, ninjs, NewsML-G2, NITF, IPTC 7901, Markdown and plain text.
    Without --dossier it shows what was found and stores nothing; with it the sources are kept, all or none. `-`
    reads standard input.
    """
    from beleg.cli.inputs import take_in_all

    if confidential and dossier_id is None:
        raise click.UsageError("--confidential belongs to --dossier.")
    sources = take_in_all(whats)
    if dossier_id is not None:
        from beleg.cli.door import acting, dossier, opened

        with opened(newsroom) as house:
            by = acting(house, login).id
            house.take_in(dossier(house, dossier_id).id, sources, by=by, confidential=confidential)
    if form == "json":
        from beleg.publishing.sources_json import render

        click.echo(render(sources), nl=False)
        return
    from beleg.evidence.origins import same_origin

    earlier = dict(same_origin(sources))
    labels = {source.id: _called(source) for source in sources}
    for source in sources:
        click.echo("\n".join(_shown(source, labels.get(earlier.get(source.id, ""), ""))))
    if dossier_id is not None:
        click.echo(f"{len(sources)} {'source' if len(sources) == 1 else 'sources'} in dossier {dossier_id}.")


def _called(source: Source) -> str:
    return f"{source.name} (item {source.item + 1})" if source.item else source.name


def _dated(published: datetime) -> str:
    return published.date().isoformat() if only_a_day(published) else published.isoformat(" ", "minutes")


def _shown(source: Source, same_as: str) -> list[str]:
    facts = (
        ("publisher", source.publisher),
        ("author", source.author),
        ("published", _dated(source.published) if source.published else ""),
        ("address", source.address if source.address != source.name else ""),
        ("language", source.language),
        ("format", source.media_type),
        ("text", _ends_of(source.text)),
        ("sha256", source.sha256),
        ("same agency copy as", same_as),
    )
    return [
        f"{_called(source)}: {source.title or '(no title)'}",
        *(f"    {name}: {value}" for name, value in facts if value),
    ]


def _ends_of(text: str) -> str:
    words = " ".join(text.split())
    if len(words) > 2 * _ENDS + 3:
        words = f"{words[:_ENDS].rstrip()} … {words[-_ENDS:].lstrip()}"
    return f"{len(text)} characters: {words}"
