"""House style: what a newsroom settles for itself: its words, the weight of checks, a sentence beside the
disclosure.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256

from beleg.terms.finding import Severity


class Weight(StrEnum):
    """How bad a house takes the findings of a check; `off` does not run it, and every report says so."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseWord:
    """A word the house avoids in one language.

    `avoid` is compared as a whole word or words, without regard to case; a `*` stands for any letters ("Asylant*").
    `instead` and `why` may be empty.
    """

    language: str
    avoid: str
    instead: str = ""
    why: str = ""
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWeight:
    """The weight a house gives a check, with the reason; a reason is there wherever the check is off."""

    check: str
    weight: Weight
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The settings of a house. An empty one leaves everything as Beleg has it.

    `allowed` are words that neither the list of loaded terms nor the spelling flags, in small letters. `note_de` and
    `note_en` are a sentence the house prints after the disclosure, `guidelines` the address of its published rules:
    they add to what Beleg computes and change nothing of it.
    """

    words: tuple[HouseWord, ...] = ()
    allowed: tuple[str, ...] = ()
    weights: tuple[CheckWeight, ...] = ()
    note_de: str = ""
    note_en: str = ""
    guidelines: str = ""

    @property
    def name(self) -> str:
        """The SHA-256, in hex, that names these settings in reports of the record; empty for empty ones."""
        if self == NO_STYLE:
            return ""
        said = json.dumps(asdict(self), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return sha256(said.encode("ascii")).hexdigest()

    def weight(self, check: str) -> CheckWeight | None:
        """What the house says of a check; None where it leaves it as it is."""
        return next((one for one in self.weights if one.check == check), None)

    def note(self, language: str) -> str:
        """The sentence after the disclosure in German (`de`) or, for any other language, in English."""
        return self.note_de if language == "de" else self.note_en


NO_STYLE = HouseStyle()
"""Everything as Beleg has it."""
