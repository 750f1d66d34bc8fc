"""Asking a second judge: the options, and what is said before anything leaves the house."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from beleg.terms.report import Report

if TYPE_CHECKING:
    from beleg.models.chat_judge import ChatJudge

_Function = TypeVar("_Function", bound=Callable[..., object])


def second_judge_options(function: _Function) -> _Function:
    """`--second-judge URL`, `--judge-model NAME`, `--judge-limit N`, passed under these names."""
    for option in (
        click.option(
            "--judge-limit",
            type=click.IntRange(min=1, max=500),
            default=40,
            show_default=True,
            help="Sentences the second judge is asked about at most.",
        ),
        click.option("--judge-model", metavar="NAME", help="The language model to ask at that endpoint."),
        click.option(
            "--second-judge",
            metavar="URL",
            help="OpenAI-compatible endpoint (http://127.0.0.1:11434/v1) to ask about sentences that words cannot "
            "decide; its key, where it needs one, in BELEG_JUDGE_KEY. It changes no verdict.",
        ),
    ):
        function = option(function)
    return function


def judge_of(ctx: click.Context, address: str | None, model: str | None) -> ChatJudge | None:
    """The judge the options name, None where they name none. UsageError if one of address and model is missing."""
    if address is None and model is None:
        return None
    if not address or not model:
        raise click.UsageError("--second-judge and --judge-model go together.", ctx)
    from beleg.models.chat_judge import ChatJudge

    return ChatJudge(address, model, key=os.environ.get("BELEG_JUDGE_KEY", ""))


def asked(report: Report, judge: ChatJudge, *, most: int, messages: str) -> Report:
    """The report with the judge's opinions; says on standard error, before it asks, what goes where."""
    from beleg.second_judge import questions, with_opinions

    told = questions(report, most).values()
    if told:
        once = sum(question.size for question in told)
        again = sum(question.control(report.language).size for question in told)
        where = "on this machine" if judge.on_this_machine else "outside this machine"
        click.echo(
            f"beleg: asks the second judge {judge.name} at {judge.address} ({where}) about "
            f"{len(told)} {'sentence' if len(told) == 1 else 'sentences'}; what is sent: these sentences with their passages, "
            f"{once} characters, and wherever it agrees the passages again with an invented sentence, up to "
            f"{once + again} characters in all; a question without an answer is sent up to three times.",
            err=True,
        )
    return with_opinions(report, judge, most=most, messages=messages)
