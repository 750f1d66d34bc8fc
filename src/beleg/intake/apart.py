"""Apart: reading a file in a process of its own, which may die without taking the newsroom with it.

A stream in a PDF can be packed several times over: 14 KB unpack to 8 GB, inside PDFium, where nothing can count them;
and the libraries for Word documents and feeds have their own ways to be led astray. So the operating system counts:
the process that reads has a limit of memory and of time, and is thrown away after one file.
"""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from importlib import import_module
from typing import Any, Protocol

from beleg.intake.item import Item
from beleg.intake.limits import MB
from beleg.terms.refusal import Error

MEMORY = 1024 * MB
"""Bytes of address space of the process that reads; a press release takes 150 MB, most of it Python and its
libraries.
"""
SECONDS = 60
"""Seconds until the process that reads is ended."""


class Reader(Protocol):
    """A module of `beleg.intake.formats` whose files are read apart."""

    def read_here(self, raw: bytes, name: str) -> list[Item]:
        """The articles in the bytes, read in this very process; raises `Error` as `Format.items` does."""


def read_apart(format_id: str, raw: bytes, name: str, *, seconds: float = SECONDS) -> list[Item]:
    """The articles in the bytes, read in a child process by `read_here` of the module of that format.

    Raises `Error` as that does, and where the child died or took longer than `seconds`.
    """
    # -P: a folder named beleg where the program was started is not imported in place of this package.
    command = [sys.executable, "-P", "-m", "beleg.intake", format_id]
    try:
        child = subprocess.run(  # noqa: S603 - the command is ours, the file goes in through its standard input
            command,
            input=json.dumps(name).encode("ascii") + b"\n" + raw,
            capture_output=True,
            timeout=seconds,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as fault:
        raise Error(f"{name}: takes too much memory or time to read.") from fault
    answer = json.loads(child.stdout)
    if "refusal" in answer:
        raise Error(str(answer["refusal"]))
    return [_item(fields) for fields in answer["items"]]


def answer(format_id: str) -> None:
    """What the child does: reads the name and the file from standard input, and writes its items or its refusal."""
    restrict()
    reader: Reader = import_module(f"beleg.intake.formats.{format_id}")
    name = str(json.loads(sys.stdin.buffer.readline()))
    try:
        items = reader.read_here(sys.stdin.buffer.read(), name)
    except Error as refusal:
        json.dump({"refusal": str(refusal)}, sys.stdout)
    else:
        json.dump({"items": [asdict(item) for item in items]}, sys.stdout, default=datetime.isoformat)


def restrict() -> None:
    """Put limits on this process, once and for all: address space, processor time, no memory image when it dies.

    Where the system knows no such limits (Windows) or does not grant them (some versions of macOS), only the time limit
    of the process that waits remains.
    """
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0))
    for what, most in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _item(fields: dict[str, Any]) -> Item:
    published, hidden = fields.pop("published"), fields.pop("hidden")
    words = {key: str(value or "") for key, value in fields.items()}
    return Item(
        **words,
        published=datetime.fromisoformat(published) if published else None,
        hidden=tuple(map(str, hidden)),
    )
