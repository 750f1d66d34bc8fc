"""`beleg sign`."""

import click

from beleg.cli.options import acting_option, newsroom_option, password_option
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle
from beleg.terms.role import Permission


@click.command(name="sign")
@click.argument("dossier_id", metavar="ID")
@password_option
@newsroom_option
@acting_option
def command(*, dossier_id: str, password_file: str | None, newsroom: str, login: str) -> None:
    """Sign exactly the current text of a dossier.

    Shows its hash, what is open, and what the page will print about every source and correction, then asks for the
    password of the account that signs. Who wrote or changed any of the text cannot sign it.
    """
    from beleg.cli.door import acting, dossier, opened
    from beleg.cli.inputs import password
    from beleg.cli.review_lines import review_lines
    from beleg.cli.source_lines import source_lines
    from beleg.newsroom.refused import Refused
    from beleg.review.byline import byline, left_out, set_by_hand
    from beleg.terms.identification import Identification

    with opened(newsroom) as house:
        account = acting(house, login)
        found = dossier(house, dossier_id)
        # Asked before anybody types a password.
        house.permit(account.id, Permission.SIGN, dossier_id=found.id)
        current = found.current
        if current is None:
            raise Refused("It cannot be signed", (Obstacle.NO_DRAFT,))
        people = {each.id: each.name for each in house.accounts()}
        click.echo(f"{found.title}")
        click.echo(f"Revision {current.number}, sha256 {current.content_sha256}")
        click.echo("\n".join(review_lines(house.review(found.id), current.content, people)))
        click.echo("\n".join(source_lines(found)))
        for note in found.told_corrections:
            click.echo(f"Readers are told of a correction: {' '.join(note.split())}")
        if by_hand := set_by_hand(found):
            named = [*(people[one] for one in byline(found)), *filter(None, (by_hand.event.body,))]
            click.echo(f"Byline, set by hand by {people[by_hand.by]}: {', '.join(named)}")
            for unnamed in left_out(found):
                click.echo(f"Words of the text are by {people[unnamed]}, whom the byline does not name.")
        if obstacles := house.obstacles_to_signing(found.id, by=account.id):
            raise Refused("It cannot be signed", obstacles)
        secret = password(password_file, f"Password of {account.name}, to sign this text")
        if house.sign_in(account.login, secret) is None:
            raise Error(f"{account.login}: wrong password; nothing was signed.")
        signed = house.sign_off(
            found.id,
            current.content_sha256,
            by=account.id,
            seen=found.head,
            identified_by=Identification.PASSWORD,
        )
    click.echo(f"Signed by {account.name} at {signed.at}.")
    click.echo(f"What was signed, under the newsroom's key: beleg record statement {found.id} --to FILE")
