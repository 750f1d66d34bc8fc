"""`beleg embargo`."""

from datetime import datetime

import click

from beleg.cli.options import acting_option, newsroom_option, reason_option
from beleg.terms.refusal import Error


@click.command(name="embargo")
@click.argument("dossier_id", metavar="ID")
@click.option("--until", metavar="MOMENT", help="When it ends, with its time zone: 2026-11-24T06:00+01:00.")
@click.option("--lift", is_flag=True, help="End it now.")
@reason_option
@newsroom_option
@acting_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    dossier_id: str,
    until: str | None,
    lift: bool,
    reason: str,
    newsroom: str,
    login: str,
) -> None:
    """Hold an article back until a moment, move that moment, or lift the embargo.

    Before an embargo ends nothing of the dossier is published, by nobody and in no form. Every change of it needs a
    reason and stands in the record.
    """
    from beleg.cli.door import acting, dossier, opened

    if lift == bool(until):
        raise click.UsageError("Either --until MOMENT or --lift.", ctx)
    end = _moment(until) if until else None
    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        if end is None:
            house.lift_embargo(found, reason, by=by)
            click.echo("The embargo is lifted.")
        else:
            embargo = house.set_embargo(found, end, reason, by=by)
            click.echo(f"Under embargo until {embargo.event.until}.")


def _moment(words: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise Error(f"{words}: not a moment; write it like 2026-11-24T06:00+01:00.") from None
    if moment.tzinfo is None:
        raise Error(f"{words}: the time zone is missing; write it like 2026-11-24T06:00+01:00.")
    return moment
