"""The entrance for Python programs: wires intake, reading and checks together. Used as `beleg.take_in` and so on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from beleg.terms.house_style import NO_STYLE, HouseStyle
from beleg.terms.reading import Reading
from beleg.terms.refusal import Error
from beleg.terms.report import Report
from beleg.terms.source import Source

if TYPE_CHECKING:
    from beleg.language.language import Language
    from beleg.second_judge import SecondJudge


def take_in(
    path_or_bytes: str | os.PathLike[str] | bytes, *, name: str = "", captured: datetime | None = None
) -> list[Source]:
    """Take a document in and return what it holds: one source, or several for a message with several items.

    `path_or_bytes` is the path of a file, an `http://` or `https://` address, or the bytes of a document.
    `name` is what to call it in a sentence to a person (default: the file name or the address); its ending
    helps to recognise bytes. `captured` is when it was taken, with a time zone (default: now). Nothing is stored.
    Raises `beleg.Error` with one sentence for whatever cannot be taken in.
    """
    from beleg.intake import take_in as intake

    what = path_or_bytes if isinstance(path_or_bytes, (str, bytes)) else Path(path_or_bytes)
    return intake(what, name=name, captured=captured)


def read(text: str | Source, language: str | None = None) -> Reading:
    """Read a text: its sentences, and its quotations with who said what.

    `language` is a language code (`de`, `en`; a region such as `de-AT` is accepted); by default what the text
    looks like, else what the source says of itself. A text in no language that Beleg reads gives a reading whose
    `language` is empty, with sentences and without quotations. Spans count code points of `text`.
    Raises `beleg.Error` for a code that Beleg does not know.
    """
    from beleg.reading import read as reading

    source = _as_source(text)
    return reading(source.text, _language_of(source, language))


def check(
    draft: str | Source,
    sources: Iterable[str | Source] = (),
    language: str | None = None,
    published: datetime | date | str | None = None,
    *,
    second_judge: SecondJudge | None = None,
    style: HouseStyle = NO_STYLE,
) -> Report:
    """Check a draft against its sources and report verdicts, findings, and what was not checked.

    `language` is the draft's, chosen as in `read`. `published` is when the draft appears or appeared (default: what the
    draft says of itself): a datetime, a date, or either in ISO 8601; without a time zone it is taken as UTC. What the
    draft calls "gestern" or "im vergangenen Jahr" is told from that day, what a source calls so from the source's own
    `published`; where these are unknown, such dates are compared by their words. Without sources, or in a language
    Beleg does not read, most checks cannot run: the report's `coverage` and `remarks` say so, and `compared` is False.
    `second_judge` (a `ChatJudge`, or whatever has its `name` and `ask`) is asked about the sentences words cannot
    decide; its opinions stand beside the verdicts and change none. `style` is the house's (`beleg.read_style`). Raises
    `beleg.Error` for a language code or a date that Beleg does not know, and where `sources` is one text instead of a
    list of them.
    """
    from beleg.pipeline import check_draft

    if isinstance(sources, (str, bytes, Source)):
        raise Error("sources: expected a list of texts or sources, not a single one.")
    checked = _as_source(draft)
    if published is not None:
        checked = replace(checked, published=_moment(published))
    named = [_as_source(source, f"source {number}") for number, source in enumerate(sources, start=1)]
    report = check_draft(checked, named, language=_language_of(checked, language), style=style)
    if second_judge is None:
        return report
    from beleg.second_judge import with_opinions

    return with_opinions(report, second_judge)


def _as_source(given: str | Source, name: str = "") -> Source:
    if isinstance(given, Source):
        return given
    if isinstance(given, str):
        return Source(text=given, name=name)
    raise Error(f"{name or 'draft'}: expected a text or a Source, not {type(given).__name__}.")


def _language_of(source: Source, code: str | None) -> Language | None:
    """The language asked for, else the one the text looks like, else what the source says; None if Beleg reads none.

    What pages say of themselves comes second: many German ones carry their template's `lang="en"`.
    """
    from beleg.language.detection import detect
    from beleg.language.registry import language_for

    if code is not None:
        known = language_for(code)
        if known is None:
            raise Error(f"language {code!r}: Beleg does not read it; it reads de and en.")
        return known
    return language_for(detect(source.text)) or language_for(source.language)


def _moment(given: datetime | date | str) -> datetime:
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given)
        except ValueError:
            raise Error(f"published {given!r}: not a date or time in ISO 8601.") from None
    if not isinstance(given, datetime):
        given = datetime.combine(given, time())
    return given if given.tzinfo else given.replace(tzinfo=UTC)
