"""Catalogue: every format that can be taken in."""

import importlib
import inspect
import pkgutil
from functools import cache
from types import ModuleType

from beleg.intake import formats
from beleg.intake.format import Format
from beleg.terms.refusal import Error


@cache
def catalogue() -> tuple[Format, ...]:
    """All formats in the order in which they are asked, found by walking the package `formats`.

    A module there is one format: the one class it defines that has all of `Format`. Adding a file adds the format;
    there is no list to edit.
    """
    found = []
    for module in pkgutil.iter_modules(formats.__path__):
        loaded = importlib.import_module(f"{formats.__name__}.{module.name}")
        found.append(_only_format(loaded))
    return tuple(sorted(found, key=lambda each: (each.precedence, each.id)))


def format_of(raw: bytes, name: str) -> Format:
    """The first format that recognises the bytes; the name is only a second signal.

    A PDF named `.txt` is read as PDF. Raises `Error` where no format recognises them.
    """
    for each in catalogue():
        if each.recognises(raw, name):
            return each
    raise Error(f"{name}: {_kind(raw)}; Beleg cannot read it.")


_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP container without a Word document in it"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"ID3", "a sound file (MP3)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)


def _kind(raw: bytes) -> str:
    return next(
        (kind for start, kind in _KINDS if raw.startswith(start)), "no text, and no format that is known"
    )


def _only_format(module: ModuleType) -> Format:
    made: list[Format] = []
    for _, each in inspect.getmembers(module, inspect.isclass):
        if each.__module__ == module.__name__ and not each.__name__.startswith("_"):
            candidate: object = each()
            if isinstance(candidate, Format):
                made.append(candidate)
    if len(made) != 1:
        raise TypeError(f"{module.__name__} must define exactly one format, it defines {len(made)}")
    return made[0]
