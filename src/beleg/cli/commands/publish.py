"""`beleg publish`."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from beleg.cli.options import acting_option, newsroom_option
from beleg.terms.refusal import Error


@click.command(name="publish")
@click.argument("dossier_id", metavar="ID")
@click.option(
    "--to", "folder", metavar="FOLDER", required=True, help="Where the page and the bundle are written."
)
@click.option("--address", default="", help="Where the page will stand on the web.")
@newsroom_option
@acting_option
def command(*, dossier_id: str, folder: str, address: str, newsroom: str, login: str) -> None:
    """Publish the signed text as a page and a bundle.

    Writes the page for readers (ID.html) and the bundle that anyone can verify (ID.zip), and prints the
    disclosure, if there is one, and the head of the record: who verifies the bundle should have that head by another way.
    """
    from beleg.cli.door import acting, dossier, opened
    from beleg.publishing.bundle import unpack
    from beleg.publishing.disclosing import filled
    from beleg.publishing.members import people_in

    target = Path(folder)
    try:
        # Before anything is recorded: a folder that cannot be written to must not leave a publication behind.
        target.mkdir(parents=True, exist_ok=True)
        NamedTemporaryFile(dir=target).close()
    except OSError as failure:
        raise Error(f"{folder}: cannot be written to; {failure.strerror}.") from failure
    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        publication = house.publish(found, by=by, address=address)
        page, bundle = house.page(found), house.bundle(found)
        # With the names that went out: an account may have been renamed since.
        disclosure = filled(publication.event.disclosure, people_in(unpack(bundle).people))
        head = house.dossier(found).head
    for path, content in ((target / f"{found}.html", page), (target / f"{found}.zip", bundle)):
        _write(path, content)
        click.echo(str(path))
    click.echo(disclosure or "No machine had a part in the text; the page prints no disclosure.")
    click.echo(f"Head of the record: {head}")


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a reader of the folder never sees half a page."""
    try:
        with NamedTemporaryFile(dir=path.parent, delete=False) as unfinished:
            unfinished.write(content)
        Path(unfinished.name).chmod(0o644)
        os.replace(unfinished.name, path)  # noqa: PTH105  # the same, without building a second Path
    except OSError as failure:
        raise Error(f"{path}: cannot be written; {failure.strerror}.") from failure
