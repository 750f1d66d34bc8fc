"""`beleg publish`."""

import click

from beleg.cli.options import acting_option, newsroom_option


@click.command(name="publish")
@click.argument("dossier_id", metavar="ID")
@click.option(
    "--to", "folder", metavar="FOLDER", required=True, help="Where page, bundle and other forms are written."
)
@click.option(
    "--address", default="", help="Where the page will stand on the web; the last one stays if left out."
)
@newsroom_option
@acting_option
def command(*, dossier_id: str, folder: str, address: str, newsroom: str, login: str) -> None:
    """Publish the signed text: a page, its bundle, and the other forms it goes out in.

    Writes the page for readers (ID.html) and the bundle that anyone can verify (ID.zip), and prints the disclosure, if
    there is one, and the head of the record: who verifies the bundle should have that head by another way. The page
    appears last, when everything else lies beside it.
    """
    from beleg.cli.delivering import delivered, prepared
    from beleg.cli.door import acting, dossier, opened
    from beleg.publishing.bundle import unpack
    from beleg.publishing.disclosing import filled
    from beleg.publishing.members import people_in

    target = prepared(folder)
    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        publication = house.publish(found, by=by, address=address)
        # With the names that went out: an account may have been renamed since.
        bundle = unpack(house.bundle(found))
        delivered(house, found, target)
    click.echo(
        filled(publication.event.disclosure, people_in(bundle.people))
        or "The record shows no part of a machine in the text; the page prints no disclosure."
    )
    click.echo(f"Head of the record: {bundle.head}")
