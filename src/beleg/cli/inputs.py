"""What a command reads: drafts, sources and passwords, from files, addresses and standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from beleg.terms.refusal import Error
from beleg.terms.source import Source

if TYPE_CHECKING:
    from beleg.language.language import Language

STANDARD_INPUT = "-"
"""The argument that stands for standard input."""

_WRITTEN = {"", ".md", ".markdown", ".txt", ".text"}
"""Endings of files whose characters are the text itself, in Beleg's Markdown or plain."""


def take_in(what: str) -> list[Source]:
    """Take in a file, an `http(s)://` address or standard input (`-`); Error with one sentence if it cannot be."""
    from beleg.intake import take_in as intake

    if what == STANDARD_INPUT:
        return intake(standard_input(), name="standard input")
    return intake(what)


def take_in_all(whats: Sequence[str]) -> list[Source]:
    """Take in several, in order; all or, with an Error, none. Standard input can be named once."""
    if whats.count(STANDARD_INPUT) > 1:
        raise Error("standard input (-) can be read only once.")
    return [source for what in whats for source in take_in(what)]


def text(what: str, item: int | None = None) -> Source:
    """A text to read. A text file keeps every character, so that lines and columns are those of the file.

    Other formats (a web page, DOCX, an agency message) go through the intake; `item` chooses one of several,
    counted from 1. Raises Error with one sentence.
    """
    if is_address(what) or (what != STANDARD_INPUT and Path(what).suffix.lower() not in _WRITTEN):
        return one_item(take_in(what), what, item)
    from beleg.intake.charset import decode, is_binary

    name = "standard input" if what == STANDARD_INPUT else what
    raw = standard_input() if what == STANDARD_INPUT else file_bytes(what)
    if is_binary(raw):
        raise Error(f"{name}: not a text; its bytes are no characters in any charset.")
    return one_item([Source(text=decode(raw), name=name, raw=raw, media_type="text/markdown")], what, item)


def draft(what: str) -> Source:
    """A draft: a text whose title, where the format keeps it apart, stands above it as the headline."""
    source = text(what)
    return replace(source, text=f"# {source.title}\n\n{source.text}") if source.title else source


def one_item(sources: Sequence[Source], what: str, number: int | None = None) -> Source:
    """The item `number` (counted from 1), or the only one; Error where there are several and none was chosen."""
    if number is not None:
        if number > len(sources):
            raise Error(f"{what}: holds {len(sources)} items, there is no item {number}.")
        return sources[number - 1]
    if len(sources) > 1:
        raise Error(f"{what}: holds {len(sources)} items; one is expected here.")
    return sources[0]


def file_bytes(path: str) -> bytes:
    """The bytes of a file; Error with one sentence if it cannot be read or is larger than the intake allows."""
    from beleg.intake.limits import check_file_size

    file = Path(path)
    try:
        if file.is_dir():
            raise Error(f"{path}: a directory, not a file.")
        check_file_size(path, file.stat().st_size)
        return file.read_bytes()
    except (OSError, ValueError) as failure:
        raise Error(f"{path}: {_reason(failure)}.") from failure


def standard_input() -> bytes:
    """All of standard input; Error if it is larger than the intake allows."""
    from beleg.intake.limits import MAX_FILE, check_file_size

    raw = sys.stdin.buffer.read(MAX_FILE + 1)
    check_file_size("standard input", len(raw))
    return raw


def password(file: str | None, prompt: str, *, twice: bool = False) -> str:
    """A password: the first line of `file` (`-`: of standard input), else asked for without showing it.

    Where standard input is no terminal and no file is named, its first line is the password. `twice` asks for it
    a second time. Raises Error if the file cannot be read or the first line is empty.
    """
    if file is None and sys.stdin.isatty():
        import click

        answer: str = click.prompt(prompt, hide_input=True, confirmation_prompt=twice, err=True)
        return answer
    if file is None or file == STANDARD_INPUT:
        name, line = "standard input", sys.stdin.readline()
    else:
        name, line = file, file_bytes(file).decode("utf-8", "replace")
    first = line.splitlines()[0] if line else ""
    if not first:
        raise Error(f"{name}: no password in it; its first line is empty.")
    return first


def is_address(what: str) -> bool:
    """Whether the argument is an address of the web and not a path."""
    return what.lower().startswith(("http://", "https://"))


def language_of(texts: Sequence[Source], code: str | None) -> Language | None:
    """The language asked for, else the one the texts look like, else what they say; None if Beleg reads none."""
    from beleg.language.detection import detect
    from beleg.language.registry import language_for

    if code is not None:
        return language_for(code)
    said = next((source.language for source in texts if source.language), "")
    detected = detect("\n\n".join(source.text for source in texts))
    return language_for(detected) or language_for(said)


def _reason(failure: OSError | ValueError) -> str:
    if isinstance(failure, FileNotFoundError):
        return "no such file"
    if isinstance(failure, PermissionError):
        return "no permission to read it"
    return (failure.strerror if isinstance(failure, OSError) else None) or "cannot be read"
