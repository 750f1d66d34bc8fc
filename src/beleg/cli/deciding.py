"""Deciding in the terminal: the commands that take a decision about a finding or a sentence, with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from beleg.cli.options import acting_option, newsroom_option, reason_option

if TYPE_CHECKING:
    from beleg.newsroom.house import Newsroom


def deciding(
    name: str,
    thing: str,
    *,
    keys: Callable[[Newsroom, str], Iterable[str]],
    decide: Callable[[Newsroom, str, str, str, str], None],
    done: str,
    text: str,
) -> click.Command:
    """Return the command `name` about a `thing` ("finding", "sentence") of a dossier.

    `keys` gives the keys there are of it, given the dossier's id; `decide` takes the dossier's id, the key, the
    reason and the id of the account that acts. `done` is said afterwards, `text` is the help.
    """

    @click.command(name=name, help=text)
    @click.argument("dossier_id", metavar="ID")
    @click.argument("key")
    @reason_option
    @newsroom_option
    @acting_option
    def command(*, dossier_id: str, key: str, reason: str, newsroom: str, login: str) -> None:
        from beleg.cli.door import acting, dossier, matching, opened

        with opened(newsroom) as house:
            by = acting(house, login).id
            found = dossier(house, dossier_id).id
            decide(house, found, matching(key, keys(house, found), thing), reason, by)
            review = house.review(found)
        click.echo(f"{done}. Open: {review.open_findings} findings, {review.open_sentences} sentences.")

    return command


def finding_keys(house: Newsroom, dossier_id: str) -> list[str]:
    """The keys of the findings of a dossier's current text."""
    return [finding.key for finding in house.review(dossier_id).findings]


def sentence_keys(house: Newsroom, dossier_id: str) -> list[str]:
    """The keys of the sentences of a dossier's current text."""
    return [sentence.key for sentence in house.review(dossier_id).sentences]
