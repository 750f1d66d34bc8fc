"""`beleg confirm`."""

import click

from beleg.cli.options import acting_option, newsroom_option, reason_option


@click.command(name="confirm")
@click.argument("dossier_id", metavar="ID")
@click.argument("key")
@reason_option
@newsroom_option
@acting_option
def command(*, dossier_id: str, key: str, reason: str, newsroom: str, login: str) -> None:
    """Vouch for a sentence that waits for a person.

    KEY, or the beginning of one, is what `beleg review` shows.
    """
    from beleg.cli.door import acting, dossier, matching, opened

    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        keys = (sentence.key for sentence in house.review(found).sentences)
        house.confirm(found, matching(key, keys, "sentence"), reason, by=by)
        review = house.review(found)
    click.echo(f"Confirmed. Open: {review.open_findings} findings, {review.open_sentences} sentences.")
