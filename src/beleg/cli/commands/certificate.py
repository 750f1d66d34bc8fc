"""`beleg certificate`."""

import click

from beleg.cli.options import newsroom_option


@click.command(name="certificate")
@newsroom_option
def command(*, newsroom: str) -> None:
    """Print the certificate that readers have to trust to verify the C2PA manifests of this newsroom's pages.

    It holds no secret. Hand it out by a way on which it cannot be exchanged: in print, or on a page of your own.
    """
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        click.echo(house.page_authority(), nl=False)
