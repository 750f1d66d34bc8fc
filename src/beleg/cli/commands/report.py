"""`beleg report`."""

from pathlib import Path

import click

from beleg.cli.options import newsroom_option


@click.command(name="report")
@click.argument("dossier_id", metavar="ID")
@click.option(
    "--format", "form", type=click.Choice(["html", "pdf"]), default="html", show_default=True, help="As what."
)
@click.option("--to", "path", metavar="FILE", required=True, help="Where it is written.")
@click.option(
    "--language", type=click.Choice(["de", "en"]), help="Of the report; by default that of the article."
)
@newsroom_option
def command(*, dossier_id: str, form: str, path: str, language: str | None, newsroom: str) -> None:
    """Write the review report of a dossier, for editors-in-chief, lawyers and press councils.

    Who is responsible, what was checked and what was not, by whom and when, every finding and how it was decided, every
    sentence, every version and source with its hash: all of it from the record. It names everybody who had a part;
    whoever hands it out hands out these names.
    """
    from beleg.cli.door import dossier, opened
    from beleg.newsroom.delivery import Delivery, File, deliver, refuse_unwritable
    from beleg.newsroom.reporting import ReportFormat, report_of

    target = Path(path)
    refuse_unwritable(target.parent)
    with opened(newsroom) as house:
        found = dossier(house, dossier_id)
        report = report_of(house, found.id, ReportFormat(form), language=language or "")
        head = found.head
    deliver(Delivery(files=(File(name=target.name, raw=report),)), target.parent)
    click.echo(path)
    click.echo(f"Head of the record: {head}")
