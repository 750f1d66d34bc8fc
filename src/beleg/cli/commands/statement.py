"""`beleg statement`."""

import json
from pathlib import Path

import click

from beleg.cli.options import newsroom_option
from beleg.terms.refusal import Error


@click.command(name="statement")
@click.argument("dossier_id", metavar="ID")
@click.option("--to", "file", metavar="FILE", help="Write the envelope there, as it was signed.")
@newsroom_option
def command(*, dossier_id: str, file: str | None, newsroom: str) -> None:
    """Show what the last sign-off of a dossier states: what was signed, by whom, and what had been decided.

    With --to the DSSE envelope is written whole, with the newsroom's signature; openssl alone can verify it.
    """
    from beleg.cli.door import dossier, opened
    from beleg.publishing.dsse import read_envelope

    with opened(newsroom) as house:
        envelope = house.statement(dossier(house, dossier_id).id)
    if file is None:
        said = json.loads(read_envelope(envelope).payload)
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
        return
    try:
        Path(file).write_bytes(envelope)
    except OSError as failure:
        raise Error(f"{file}: cannot be written; {failure.strerror}.") from failure
    click.echo(file)
