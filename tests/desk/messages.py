"""The messages of the desk, taken out of its code and templates."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

import beleg.desk
from beleg.desk.wording import wording

FOLDER = Path(beleg.desk.__file__).parent
GERMAN = FOLDER / "locale" / "de" / "LC_MESSAGES" / "messages.po"
_IN_CODE = {"say": None, "count": (1, 2), "later": None}
_IN_TEMPLATES = {"_": None, "gettext": None, "ngettext": (1, 2)}

Message = str | tuple[str, ...]


def in_code() -> Iterator[Message]:
    """The messages of the Python files; a pair for those with a plural."""
    for path in sorted(FOLDER.rglob("*.py")):
        with path.open("rb") as file:
            for _, message, _, _ in extract("python", file, _IN_CODE):
                yield message if isinstance(message, str) else tuple(part for part in message or () if part)


def in_templates() -> Iterator[Message]:
    """The messages of the templates; a pair for those with a plural."""
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    for path in sorted((FOLDER / "templates").rglob("*.html")):
        with path.open("rb") as file:
            for _, _, message, _ in babel_extract(file, list(_IN_TEMPLATES), (), options):
                if isinstance(message, str):
                    yield message
                else:
                    yield tuple(part for part in message or () if isinstance(part, str))


def in_catalogue() -> dict[Message, Message]:
    """German by English, as the committed file has it."""
    with GERMAN.open("rb") as file:
        catalogue = read_po(file, locale="de")
    return {
        (tuple(entry.id) if not isinstance(entry.id, str) else entry.id): (
            tuple(entry.string or ()) if not isinstance(entry.string, str) else entry.string
        )
        for entry in catalogue
        if entry.id
    }


class Spoken:
    """What the desk says in one language, looked up by the English message; a message that is none fails at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._wording = wording(language)
        self._known = in_catalogue()

    def __call__(self, message: str, **values: object) -> str:
        """The message with its values filled in."""
        assert message in self._known, f"the desk does not say {message!r}"
        return self._wording.say(message, **values)

    def count(self, one: str, many: str, number: int) -> str:
        """The message for this number of things."""
        assert (one, many) in self._known, f"the desk does not say {many!r}"
        return self._wording.count(one, many, number)
