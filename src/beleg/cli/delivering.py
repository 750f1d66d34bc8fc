"""Delivering from the terminal: what went out as files in a folder, and their paths on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beleg.newsroom.house import Newsroom


def prepared(folder: str) -> Path:
    """The folder, made where there was none; Error if it cannot be written to, before anything is recorded."""
    from beleg.newsroom.delivery import refuse_unwritable

    path = Path(folder)
    refuse_unwritable(path)
    return path


def delivered(house: Newsroom, dossier_id: str, folder: Path) -> None:
    """Write what stands for an article now, and say where each file lies."""
    from beleg.newsroom.delivery import deliver_what_stands

    for path in deliver_what_stands(lambda: house.delivery(dossier_id), folder):
        click.echo(str(path))
