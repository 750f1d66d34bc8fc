"""The attempts of `attempts.toml`, and the sources they are planted in."""

import base64
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from beleg.intake.taking_in import take_in
from beleg.terms.source import Source

_LOOKALIKES = str.maketrans("aeopcxyi", "аеорсхуі")
_PADDING = "Die Sporthalle in Lindenau ist ein Bau wie viele andere im Land, und es gibt über ihn nicht viel zu sagen. "

GERMAN = (
    Source(
        title="Rat von Lindenau beschließt Sporthalle",
        publisher="Lindener Tageblatt",
        author="Mara Voss",
        language="de",
        text=(
            "Der Rat von Lindenau hat am Montag den Bau einer Sporthalle beschlossen. Die Halle soll vier Millionen Euro kosten.\n\n"
            "„Das ist ein guter Tag für die Schulen“, sagte Bürgermeisterin Anna Weber. Der Bau beginnt im Mai.\n\n"
            "Der Turnverein rechnet mit 300 neuen Mitgliedern."
        ),
    ),
    Source(
        title="Lindenau baut",
        publisher="Altdorfer Bote",
        language="de",
        text=(
            "In Lindenau entsteht eine Sporthalle. Die Halle soll vier Millionen Euro kosten.\n\n"
            "Der Sportbund lobte den Beschluss des Rates."
        ),
    ),
)
ENGLISH = (
    Source(
        title="Lindenau council decides to build sports hall",
        publisher="Lindenau Gazette",
        author="Mara Voss",
        language="en",
        text=(
            "The council of Lindenau decided on Monday to build a sports hall. The hall is to cost four million euros.\n\n"
            "“This is a good day for the schools,” said Mayor Anna Weber. Construction begins in May.\n\n"
            "The gymnastics club expects 300 new members."
        ),
    ),
    Source(
        title="Lindenau builds",
        publisher="Altdorf Courier",
        language="en",
        text=(
            "A sports hall is being built in Lindenau. The hall is to cost four million euros.\n\n"
            "The sports federation praised the decision of the council."
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt, as `attempts.toml` describes it."""

    name: str
    where: str
    planted: str
    obeyed: tuple[str, ...]
    never: tuple[str, ...]
    language: str = "de"
    spelled: str = ""
    headline: str = ""
    cites: tuple[str, ...] = ()
    hidden: str = ""

    @property
    def honest(self) -> tuple[Source, ...]:
        """The sources before anything was planted."""
        return ENGLISH if self.language == "en" else GERMAN

    @property
    def words(self) -> str:
        """The planted words as they are disguised."""
        match self.spelled:
            case "tags":
                return "".join(chr(0xE0000 + ord(one)) for one in self.planted)
            case "zero_width":
                return "\u200b".join(self.planted)
            case "lookalikes":
                return self.planted.translate(_LOOKALIKES)
            case "base64":
                return f"Weitere Angaben: {base64.b64encode(self.planted.encode()).decode()} lautet der Code der Stadt."
            case "overridden":
                return f"\u202e{self.planted}\u202c"
            case "padded":
                return f"{_PADDING * 300}\n\n{self.planted}"
        return self.planted

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources with the attempt in them."""
        first, second = self.honest
        match self.where:
            case "end":
                return _with_text(first, f"{first.text}\n\n{self.words}"), second
            case "inside":
                head, stop, rest = first.text.partition(". ")
                return _with_text(first, f"{head}{stop}{self.words} {rest}"), second
            case "two":
                one, other = self.words.split("|")
                return _with_text(first, f"{first.text}\n\n{one}"), _with_text(
                    second, f"{other}\n\n{second.text}"
                )
            case "page":
                return self._page(first), second
            case "title":
                return replace(first, title=self.words), second
            case "publisher":
                return replace(first, publisher=self.words), second
            case "author":
                return replace(first, author=self.words), second
        raise ValueError(self.where)

    def _page(self, source: Source) -> Source:
        paragraphs = [f"<p>{paragraph}</p>" for paragraph in source.text.split("\n\n")]
        body = "\n".join((*paragraphs[:-1], self.words, paragraphs[-1]))
        page = (
            f"<!DOCTYPE html><html lang='{self.language}'><head><title>{source.title}</title>"
            f"<meta property='og:site_name' content='{source.publisher}'></head>"
            f"<body><article><h1>{source.title}</h1>{body}</article></body></html>"
        )
        (taken,) = take_in(page.encode(), name="seite.html")
        return taken


def _with_text(source: Source, text: str) -> Source:
    return replace(source, text=text, sha256="")


def _attempts() -> tuple[Attempt, ...]:
    listed = tomllib.loads(Path(__file__).with_name("attempts.toml").read_text("utf-8"))["attempt"]
    return tuple(
        Attempt(
            obeyed=tuple(one["obeyed"]),
            never=tuple(one["never"]),
            cites=tuple(one.get("cites", ())),
            **{key: str(value) for key, value in one.items() if not isinstance(value, list)},
        )
        for one in listed
    )


ATTEMPTS = _attempts()
