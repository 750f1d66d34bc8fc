"""A published article that says it was checked: are its faults found, and what else is reported?

The article is no part of Beleg. `article.toml` names it by its SHA-256 and says by check and place what must be
found, and what else is right to report; every other finding counts as one that an editor would wave away.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from beleg.pipeline import check_draft
from beleg.terms.finding import Finding
from beleg.terms.source import Source
from beleg.terms.span import Span
from benchmarks.figures import Figure

EXPECTATIONS = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Expected:
    """A fault: the check that has to name it, and the places any of which it has to touch."""

    check: str
    places: tuple[Span, ...]
    exactly: bool = False
    """Whether the finding has to be about exactly the words at one of the places."""

    def met_by(self, finding: Finding) -> bool:
        """Whether a finding names this fault."""
        if finding.check != self.check:
            return False
        if self.exactly:
            return finding.span in self.places
        return any(finding.span.overlaps(place) for place in self.places)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected of one article: `must` be found, and what else is `right` to report."""

    article: str
    must: tuple[Expected, ...]
    right: tuple[Expected, ...]


def expectation(path: Path = EXPECTATIONS) -> Expectation:
    """What is expected, from its file."""
    table = tomllib.loads(path.read_text("utf-8"))
    return Expectation(table["article"], _expected(table["must"]), _expected(table["right"]))


def _expected(entries: Iterable[dict[str, object]]) -> tuple[Expected, ...]:
    found = []
    for entry in entries:
        places = entry["places"]
        assert isinstance(places, list)
        spans = tuple(Span(start, end) for start, end in places)
        found.append(Expected(str(entry["check"]), spans, exactly=entry.get("exactly") is True))
    return tuple(found)


def text_of(folder: Path | None, digest: str) -> str:
    """The text of the file of a folder that has this SHA-256.

    Raises FileNotFoundError, with a sentence that says what is missing, if there is none.
    """
    if folder is None or not folder.is_dir():
        where = f"not at {folder}" if folder else "no part of Beleg"
        raise FileNotFoundError(
            f"The article for 'article' is {where}; name its folder with --articles PATH."
        )
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        raw = path.read_bytes()
        if sha256(raw).hexdigest() == digest:
            return raw.decode("utf-8")
    raise FileNotFoundError(
        f"No file in {folder} is the article that 'article' measures (SHA-256 {digest[:12]}…)."
    )


def measured(text: str, expected: Expectation) -> list[Figure]:
    """How many of the faults are found, and how many findings are neither these nor right."""
    findings = check_draft(Source(text=text, language="de"), []).findings
    known = (*expected.must, *expected.right)
    waved = [finding for finding in findings if not any(one.met_by(finding) for one in known)]
    missed = [one.check for one in expected.must if not any(one.met_by(finding) for finding in findings)]
    return [
        Figure("article.faults", len(expected.must), "faults"),
        Figure("article.found", len(expected.must) - len(missed), "faults"),
        Figure("article.findings", len(findings), "findings", higher_is_better=False),
        Figure("article.waved_away", len(waved), "findings", higher_is_better=False),
    ]


def run(folder: Path | None) -> list[Figure]:
    """The figures of the article in `folder`. Raises FileNotFoundError if it is not there."""
    expected = expectation()
    return measured(text_of(folder, expected.article), expected)
