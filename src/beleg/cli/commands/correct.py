"""`beleg correct`."""

import click

from beleg.cli.options import acting_option, newsroom_option


@click.command(name="correct")
@click.argument("dossier_id", metavar="ID")
@click.option("--note", metavar="TEXT", required=True, help="What was wrong and what is right, for readers.")
@newsroom_option
@acting_option
def command(*, dossier_id: str, note: str, newsroom: str, login: str) -> None:
    """Tell readers what the next version of a published article corrects.

    Change the text first (`beleg dossier add-draft`), then write the note, then have somebody sign both: a signature
    that was given before the note is void, and who writes the note cannot sign. Writing another note before the next
    version is published replaces it. The page keeps every published note, with its date.
    """
    from beleg.cli.door import acting, dossier, opened

    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        correction = house.note_correction(found, note, by=by)
        signed = house.sign_off_in_force(found) is not None
    click.echo(f"Noted. Readers will be told: {' '.join(correction.event.note.split())}")
    if not signed:
        click.echo("Text and note have to be signed now.")
