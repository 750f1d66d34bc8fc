"""Options that several commands share."""

from collections.abc import Callable
from typing import TypeVar

import click

_Function = TypeVar("_Function", bound=Callable[..., object])


def newsroom_option(function: _Function) -> _Function:
    """`--newsroom DIR` (or BELEG_NEWSROOM): the newsroom's folder, passed as `newsroom`."""
    return click.option(
        "--newsroom",
        metavar="DIR",
        default="newsroom",
        envvar="BELEG_NEWSROOM",
        show_default=True,
        show_envvar=True,
        help="Folder of the newsroom.",
    )(function)


def acting_option(function: _Function) -> _Function:
    """`--as LOGIN` (or BELEG_ACCOUNT): who acts, passed as `login`; empty where nobody was named."""
    return click.option(
        "--as",
        "login",
        metavar="LOGIN",
        default="",
        envvar="BELEG_ACCOUNT",
        show_envvar=True,
        help="Account that acts; the record names it.",
    )(function)


def language_option(function: _Function) -> _Function:
    """`--language de|en`: the language of the text, passed as `language`; None where it is to be recognised."""
    return click.option(
        "--language", type=click.Choice(["de", "en"]), help="Language of the text (default: recognised)."
    )(function)


def password_option(function: _Function) -> _Function:
    """`--password-file FILE`: a file whose first line is the password, passed as `password_file`."""
    return click.option(
        "--password-file",
        metavar="FILE",
        help="File whose first line is the password, - for standard input (default: asked for).",
    )(function)


def reason_option(function: _Function) -> _Function:
    """`--reason TEXT`, required: why a person decided so, passed as `reason`."""
    return click.option(
        "--reason", metavar="TEXT", required=True, help="Why, in words a reader of the record understands."
    )(function)
