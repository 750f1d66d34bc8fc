"""`beleg style`."""

import click

from beleg.cli.options import acting_option, newsroom_option


@click.group(name="style")
def command() -> None:
    """Show or set the house style of a newsroom: its words, the weight of checks, a sentence after the disclosure.

    A style sheet is a TOML file. Whoever set it, and when, stands in the record; a check names the style it went by.
    """


@command.command(name="show")
@click.option(
    "--number", type=click.IntRange(min=1), help="An earlier one, as `beleg style history` counts them."
)
@newsroom_option
def show(*, number: int | None, newsroom: str) -> None:
    """Print the style sheet in force; nothing where everything is as Beleg has it."""
    from beleg.cli.door import opened
    from beleg.style_sheet import write_style
    from beleg.terms.refusal import Error

    with opened(newsroom) as house:
        settings = house.styles()
        if number is not None and number > len(settings):
            raise Error(f"There is no house style {number}; it was set {len(settings)} times.")
        style = settings[number - 1].style if number is not None else house.style()
    click.echo(write_style(style), nl=False)


@command.command(name="set")
@click.argument("style_sheet", metavar="FILE")
@newsroom_option
@acting_option
def set_style(*, style_sheet: str, newsroom: str, login: str) -> None:
    """Set the house style from a TOML file, in place of the one there is; an empty file takes it back.

    Texts checked before stay as they were checked, until they are checked again.
    """
    from beleg.cli.door import acting, opened
    from beleg.cli.style_file import house_style

    style = house_style(style_sheet)
    with opened(newsroom) as house:
        changed = house.set_style(style, by=acting(house, login).id)
    click.echo(
        "The house style is set." if changed else "This is the house style already; nothing was changed."
    )


@command.command(name="history")
@newsroom_option
def history(*, newsroom: str) -> None:
    """List who set the house style when, and under which name checks refer to it."""
    from beleg.cli.door import opened

    with opened(newsroom) as house:
        names = {account.id: account.login for account in house.accounts()}
        for number, one in enumerate(house.styles(), start=1):
            name = one.style.name or "as Beleg has it"
            click.echo(f"{number}  {one.at}  {names.get(one.by, one.by)}  {name}")
