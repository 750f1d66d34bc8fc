"""`beleg deliver`."""

import click

from beleg.cli.options import newsroom_option


@click.command(name="deliver")
@click.argument("dossier_id", metavar="ID")
@click.option(
    "--to", "folder", metavar="FOLDER", required=True, help="Where page, bundle and other forms are written."
)
@newsroom_option
def command(*, dossier_id: str, folder: str, newsroom: str) -> None:
    """Write what has been published once more.

    Page, bundle and every other form come out byte for byte as they were published; after a withdrawal the tombstone.
    Nothing is made anew and nothing recorded, so nobody has to act. A delivery that was cut short is completed by it.
    """
    from beleg.cli.delivering import delivered, prepared
    from beleg.cli.door import dossier, opened

    target = prepared(folder)
    with opened(newsroom) as house:
        delivered(house, dossier(house, dossier_id).id, target)
