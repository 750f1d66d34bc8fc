"""`beleg check`."""

import gc
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import click

from beleg.cli.asking import asked, judge_of, second_judge_options
from beleg.cli.options import acting_option, language_option, newsroom_option
from beleg.cli.style_file import house_style
from beleg.terms.finding import Severity
from beleg.terms.house_style import NO_STYLE, HouseStyle
from beleg.terms.refusal import Error
from beleg.terms.report import Report
from beleg.terms.source import Source


@click.command(name="check")
@click.argument("draft", required=False)
@click.option(
    "--source", "sources", metavar="FILE|URL", multiple=True, help="A source; may be given several times."
)
@click.option("--dossier", "dossier_id", metavar="ID", help="Check the draft of this dossier, and record it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "junit"]),
    default="text",
    show_default=True,
)
@click.option(
    "--fail-level",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.WARNING.value,
    show_default=True,
    help="Exit status 1 from this severity on.",
)
@click.option("--explain", is_flag=True, help="Say for every sentence why it has its verdict, unit by unit.")
@language_option
@click.option(
    "--messages", type=click.Choice(["de", "en"]), help="Language of the report (default: the draft's)."
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S%z"]),
    metavar="DATE",
    help="When the draft appears, for what it calls yesterday: 2026-03-04 or 2026-03-04T09:00:00+0100.",
)
@click.option("--style", "style_sheet", metavar="FILE", help="House style as a TOML file, for a DRAFT.")
@second_judge_options
@newsroom_option
@acting_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    draft: str | None,
    sources: tuple[str, ...],
    dossier_id: str | None,
    form: str,
    fail_level: str,
    explain: bool,
    language: str | None,
    messages: str | None,
    published: datetime | None,
    style_sheet: str | None,
    second_judge: str | None,
    judge_model: str | None,
    judge_limit: int,
    newsroom: str,
    login: str,
) -> None:
    """Check a draft against its sources, sentence by sentence.

    The JSON of `--format json` holds the reasons of `--explain` in any case.

    DRAFT is a file in Markdown (`# ` headline, `## ` subhead, `- ` item) or any format take-in knows; `-` reads
    standard input. Exit status 1 where there are findings at or above --fail-level, 2 where none were found
    but no sentence could be compared with a source: that is not a pass. A second judge has no say in it.
    """
    if (draft is None) == (dossier_id is None):
        raise click.UsageError("Name either a DRAFT or a --dossier.", ctx)
    judge = judge_of(ctx, second_judge, judge_model)
    if dossier_id is not None:
        if sources or language or published or judge or style_sheet:
            raise click.UsageError(
                "--source, --language, --published, --style and --second-judge belong to a DRAFT, not to a --dossier.",
                ctx,
            )
        name = dossier_id
        text, report, against = _in_dossier(dossier_id, newsroom, login, explained=explain or form == "json")
    else:
        assert draft is not None
        name = "standard input" if draft == "-" else click.format_filename(draft)
        style = house_style(style_sheet) if style_sheet else NO_STYLE
        text, report, against = _of_files(draft, sources, language, messages, published, style)
    # Frame and content of a report speak one language: the draft's, English where nobody knows it.
    spoken = messages or report.language or "en"
    if judge is not None:
        report = asked(report, judge, most=judge_limit, messages=spoken)
    click.echo(
        _rendered(
            form,
            report=report,
            text=text,
            name=name,
            sources=against,
            messages=spoken,
            fail_level=Severity(fail_level),
            explained=explain,
        ),
        nl=False,
    )
    worst = report.worst()
    if not report.compared:
        # Said besides the report, because a report in a file or a pipe is not seen by who started the check.
        click.echo(f"beleg: {name}: {_why_not_compared(report, against)}", err=True)
    if worst is not None and worst.rank >= Severity(fail_level).rank:
        ctx.exit(1)
    if not report.compared:
        ctx.exit(2)


def _of_files(
    draft: str,
    sources: Sequence[str],
    language: str | None,
    messages: str | None,
    published: datetime | None,
    style: HouseStyle,
) -> tuple[str, Report, Sequence[Source]]:
    from beleg.cli.inputs import draft as draft_of
    from beleg.cli.inputs import language_of, take_in_all
    from beleg.pipeline import check_draft

    # A check makes very many small values and hardly a cycle; looking for cycles again and again costs a fifth of its
    # time.
    gc.disable()
    if [draft, *sources].count("-") > 1:
        raise Error("standard input (-) can be read only once.")
    checked = draft_of(draft)
    if published is not None:
        checked = replace(checked, published=published if published.tzinfo else published.replace(tzinfo=UTC))
    against = take_in_all(sources)
    report = check_draft(
        checked, against, language=language_of([checked], language), messages=messages or "", style=style
    )
    return checked.text, report, against


def _in_dossier(
    dossier_id: str, newsroom: str, login: str, *, explained: bool
) -> tuple[str, Report, Sequence[Source]]:
    from beleg.cli.door import acting, dossier, opened
    from beleg.newsroom.checking import explained as with_units

    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id)
        report = house.check(found.id, by=by)
        checked, sources = house.dossier(found.id), house.sources(found.id)
        if explained:
            report = with_units(checked, sources, style=house.style())
        return (checked.current.content if checked.current else ""), report, sources


def _rendered(
    form: str,
    *,
    report: Report,
    text: str,
    name: str,
    sources: Sequence[Source],
    messages: str,
    fail_level: Severity,
    explained: bool,
) -> str:
    match form:
        case "json":
            from beleg.publishing import report_json

            return report_json.render(report, sources)
        case "sarif":
            from beleg.publishing import report_sarif

            return report_sarif.render(report, text=text, name=name, sources=sources, messages=messages)
        case "junit":
            from beleg.publishing import report_junit

            return report_junit.render(report, text=text, name=name, fail_level=fail_level, messages=messages)
    from beleg.cli.colour import wanted
    from beleg.publishing import report_text

    return report_text.render(
        report,
        text=text,
        name=name,
        sources=sources,
        messages=messages,
        colour=wanted(sys.stdout),
        explained=explained,
    )


def _why_not_compared(report: Report, sources: Sequence[Source]) -> str:
    """One sentence for a person: why no sentence of the draft could be held against a source."""
    if not report.sentences:
        return "no text in it; nothing was checked."
    if not report.language:
        return "in no language Beleg reads (de, en); no sentence was compared with a source."
    if not sources:
        return "no source given (--source FILE); no sentence was compared with one."
    if not report.sources:
        return "no source with text in the draft's language; no sentence was compared with one."
    return "no sentence in it that could be compared with a source."
