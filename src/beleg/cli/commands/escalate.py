"""`beleg escalate`."""

import click

from beleg.cli.options import acting_option, newsroom_option, reason_option


@click.command(name="escalate")
@click.argument("dossier_id", metavar="ID")
@click.argument("key")
@reason_option
@newsroom_option
@acting_option
def command(*, dossier_id: str, key: str, reason: str, newsroom: str, login: str) -> None:
    """Pass a finding on to another person, with a reason.

    It stays open until it is fixed or somebody else dismisses it. KEY, or the beginning of one, is what
    `beleg review` shows.
    """
    from beleg.cli.door import acting, dossier, matching, opened

    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        keys = (finding.key for finding in house.review(found).findings)
        house.escalate(found, matching(key, keys, "finding"), reason, by=by)
        review = house.review(found)
    click.echo(f"Escalated. Open: {review.open_findings} findings, {review.open_sentences} sentences.")
