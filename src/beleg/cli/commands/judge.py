"""`beleg judge`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from beleg.cli.options import acting_option, newsroom_option
from beleg.terms.judging import Answer
from beleg.terms.review import SentenceState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleg.terms.review import ReviewedSentence
    from beleg.terms.source import Source

_ANSWERS = {answer.value.replace("_", "-"): answer for answer in Answer}


@click.command(name="judge")
@click.argument("dossier_id", metavar="ID")
@click.argument("key", required=False, default="")
@click.option(
    "--answer",
    type=click.Choice(list(_ANSWERS)),
    help="Whether the sources say so; without it the sentence is only shown.",
)
@newsroom_option
@acting_option
def command(*, dossier_id: str, key: str, answer: str | None, newsroom: str, login: str) -> None:
    """Say of a sentence of high risk whether the sources say so, before its verdict is shown.

    Without KEY the sentences that the account has to judge are listed; with KEY the sentence is shown with the passages
    of the sources and nothing else. Who wrote any of the text judges none of it; for everybody else, dismissing a
    finding on such a sentence and confirming it come afterwards.
    """
    from beleg.cli.door import acting, dossier, matching, opened

    if answer and not key:
        raise click.UsageError("--answer needs the KEY of a sentence.")
    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id).id
        review = house.review_for(found, by)
        keys = [sentence.key for sentence in review.sentences]
        if answer:
            given = house.judge(found, matching(key, keys, "sentence"), _ANSWERS[answer], by=by).event
            opened_it = " The sentence is open until it is changed or confirmed." if given.opens else ""
            click.echo(f"Judged: {_said(given.answer)}. Beleg says: {given.verdict}.{opened_it}")
            return
        waiting = [one for one in review.sentences if one.state is SentenceState.TO_JUDGE]
        if key:
            chosen = matching(key, (one.key for one in waiting), "sentence to judge")
            waiting = [one for one in waiting if one.key == chosen][:1]
            lines = _with_passages(waiting, house.sources(found))
        else:
            lines = [line for one in waiting for line in (one.key, f"    {_one_line(one.sentence.text)}")]
            lines.append(f"To judge: {len(waiting)} sentences.")
    click.echo("\n".join(lines))


def _with_passages(sentences: Sequence[ReviewedSentence], sources: Sequence[Source]) -> list[str]:
    labels = {source.id: source.label for source in sources}
    lines = []
    for one in sentences:
        lines += [one.key, f"    {_one_line(one.sentence.text)}", "The sources:"]
        lines += [
            f"    {labels.get(passage.source, passage.source[:12])}: {_one_line(passage.text)}"
            for passage in one.sentence.evidence
        ] or ["    no passage to show; look it up in the sources"]
    return lines


def _said(answer: Answer) -> str:
    return answer.value.replace("_", " ")


def _one_line(words: str) -> str:
    return " ".join(words.split())
