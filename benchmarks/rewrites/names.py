"""Who and which towns an article names, and where: what one name needs to stand in another's place."""

from dataclasses import dataclass
from typing import Final

from beleg.language.de.names import is_first_name, is_title
from benchmarks.rewrites.material import Article, Line

_WHERE: Final = frozenset("in aus nach bei".split())
_NO_TOWN: Final = frozenset(
    "Uhr Europa EU USA UN UNO NATO Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)


@dataclass(frozen=True)
class Mention:
    """A name where it stands: tokens `[start, end)` of a line. `title` is the noun before it, small; empty if none."""

    line: Line
    start: int
    end: int
    title: str = ""

    @property
    def words(self) -> str:
        """The name as it stands."""
        return self.line.between(self.start, self.end)

    @property
    def surname(self) -> str:
        """Its last word."""
        return self.line.word(self.end - 1)

    def fits(self, other: "Mention") -> bool:
        """Whether this name can stand where `other` does: as long a form, and a title that agrees."""
        whole = (self.end - self.start > 1) == (other.end - other.start > 1)
        return whole and (not other.title or _female(self.title) == _female(other.title))


def persons(article: Article) -> list[Mention]:
    """Persons by first name and surname, and by the surname alone where the whole name stands elsewhere."""
    found: list[Mention] = []
    known: dict[str, str] = {}
    for line in article.lines:
        for span in line.language.names(line.tokens):
            inside = [at for at, t in enumerate(line.tokens) if span.start <= t.start and t.end <= span.end]
            start, end = inside[0], inside[-1] + 1
            if end - start in (2, 3) and is_first_name(line.word(start)) and line.low(end) not in {"-", "/"}:
                surname = line.word(end - 1)
                if surname[-1] in "s" or len(surname) < 3 or not surname[0].isupper() or surname.isupper():
                    continue
                found.append(Mention(line, start, end, _title(line, start)))
                known.setdefault(line.word(end - 1), _title(line, start))
    for line in article.lines:
        whole = {at for m in found if m.line is line for at in range(m.start, m.end)}
        for at in range(len(line)):
            if line.word(at) not in known or at in whole or is_first_name(line.word(at)):
                continue
            if line.tag(at - 1) not in {"NE", "ADJ(A)"} and line.tag(at + 1) not in {"NE", "NN"}:
                found.append(Mention(line, at, at + 1, known[line.word(at)]))
    return found


def places(article: Article) -> list[Mention]:
    """Towns and countries: names without an article after "in", "aus", "nach" or "bei"."""
    return [
        Mention(line, at, at + 1)
        for line in article.lines
        for at in range(1, len(line))
        if line.low(at - 1) in _WHERE
        and line.word(at)[0].isupper()
        and line.tag(at) == "NE"
        and line.tag(at + 1) not in {"NE", "NN"}
        and line.word(at + 1) not in {"-", "/", "."}
        and line.word(at) not in _NO_TOWN
        and not is_first_name(line.word(at))
    ]


def speaking(line: Line) -> set[int]:
    """The tokens of the line that stand for a speaker."""
    return {
        at
        for one in line.quotations
        for part in (*one.speaker, *one.referent)
        for at in range(*line.index(part))
    }


def _title(line: Line, at: int) -> str:
    return line.low(at - 1) if at and (line.tag(at - 1) == "NN" or is_title(line.word(at - 1))) else ""


def _female(title: str) -> bool:
    return title.endswith(("in", "frau"))
