"""`beleg watch`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from beleg.cli.options import newsroom_option
from beleg.terms.account import WATCHING

if TYPE_CHECKING:
    from beleg.newsroom.house import Newsroom
    from beleg.newsroom.sightings import Sighting


@click.command(name="watch")
@click.option(
    "--every",
    "hours",
    metavar="HOURS",
    type=click.FloatRange(min=0.25),
    help="Look again every so many hours until interrupted (default: look once).",
)
@newsroom_option
@click.option(
    "--as",
    "login",
    metavar="LOGIN",
    default="",
    help="Account that the record names (default: beleg-watch, an account of the program's own).",
)
@click.pass_context
def command(ctx: click.Context, *, hours: float | None, newsroom: str, login: str) -> None:
    """Fetch all sources that have an address again, and record what their publishers changed or took back.

    A changed source is taken in as a newer version, its texts are checked again, and the sentences that rested on what
    changed are listed. One request at a time, conditional, and only where robots.txt allows it. Exit status 0 if
    nothing changed, 1 if something did.
    """
    from beleg.cli.door import acting, opened

    changed = False
    with opened(newsroom) as house:
        person = login not in ("", WATCHING)
        by = acting(house, login).id if person else house.watching_account().id
        try:
            while True:
                changed = _round(house, by) or changed
                if hours is None:
                    break
                time.sleep(hours * 3600)
        except KeyboardInterrupt:
            if hours is None:
                raise
            click.echo("Stopped.")
    if changed:
        ctx.exit(1)


def _round(house: Newsroom, by: str) -> bool:
    """Look at every address once and tell what was seen; whether anything changed."""
    from collections import Counter

    from beleg.newsroom.sightings import Outcome

    seen: Counter[Outcome] = Counter()
    sentences = 0
    for sighting in house.watch(by=by):
        seen[sighting.outcome] += 1
        sentences += len(sighting.affected)
        if sighting.outcome is not Outcome.UNCHANGED:
            for line in _lines(sighting):
                click.echo(line)
    counts = ", ".join(f"{seen[outcome]} {outcome}" for outcome in Outcome if seen[outcome])
    click.echo(f"{seen.total()} addresses: {counts}." if seen else "No source has an address to look at.")
    if seen[Outcome.CHANGED] or seen[Outcome.RETRACTED]:
        click.echo(f"{sentences} {'sentence has' if sentences == 1 else 'sentences have'} to be looked at.")
    return bool(seen[Outcome.CHANGED] or seen[Outcome.RETRACTED])


def _lines(sighting: Sighting) -> list[str]:
    from beleg.cli.affected_lines import affected_lines, changed_lines

    says = f" ({sighting.says})" if sighting.says else ""
    lines = [f"{sighting.outcome}: {sighting.address}{says}"]
    for changed in dict.fromkeys(one.changed for one in sighting.fallouts if one.changed):
        lines.extend(changed_lines(changed, indent="    "))
    lines.extend(affected_lines(sighting.affected, indent="  "))
    return lines
