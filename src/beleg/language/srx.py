"""Segmentation rules in SRX (Segmentation Rules eXchange 2.0), and cutting a text by them.

A rule says before and after what a text breaks, or does not. Where a rule breaks it, the rules before it in the list
that do not are exceptions (SRX 2.0 specification, 4.4). The rules used are LanguageTool's, as the package choppa-srx
brings them; cutting is as choppa and its model, loomchild's "segment", do it, down to the order of rules at one place.

choppa itself is not loaded: it loads an XML Schema validator, which takes longer than reading a press review, to no use
here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse

import regex

_LONGEST_BEFORE = 100
"""How often a repeated part of a pattern may repeat in what stands before a break; without a limit looking back is
slow.
"""
_FLAGS = regex.UNICODE | regex.V1
_JAVA = {r"\h": r"\p{H}", r"\v": r"\p{V}", "(?U)": ""}
"""What Java writes otherwise."""
_JAVA_CONSTRUCT = regex.compile(r"\\h|\\v|\\.|\(\?U\)")
_UNESCAPED = r"(?<=(?<!\\)(?:\\\\){0,100})"
_STAR = regex.compile(_UNESCAPED + r"\*")
_PLUS = regex.compile(_UNESCAPED + r"(?<![\?\*\+]|\{[0-9],?[0-9]?\}?\})\+")
_FROM = regex.compile(_UNESCAPED + r"\{\s*([0-9]+)\s*,\s*\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands before and after a place, as regular expressions of Java, and whether the text breaks there."""

    breaks: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Break:
    """A rule that breaks a text: what stands before and after, and the exceptions to it."""

    before: "regex.Pattern[str]"
    after: "regex.Pattern[str]"
    exceptions: "tuple[regex.Pattern[str], ...]"


class Rules:
    """Segmentation rules, in their order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._breaks: list[_Break] = []
        exceptions: tuple[regex.Pattern[str], ...] = ()
        for breaks, together in groupby(rules, key=lambda rule: rule.breaks):
            if not breaks:
                exceptions = (*exceptions, _compiled("|".join(map(_exception, together))))
            else:
                self._breaks += (
                    _Break(_compiled(rule.before), _compiled(rule.after), exceptions) for rule in together
                )

    def pieces(self, text: str) -> Iterator[str]:
        """The text cut at its breaks; the pieces together are the text."""
        searches = [search for each in self._breaks if (search := _Search(each, text)).found]
        start = 0
        while searches:
            nearest = min(searches, key=lambda search: search.at)
            end = nearest.at
            if end > start and nearest.holds():
                yield text[start:end]
                start = end
                for search in searches:
                    if search.start < end:
                        search.next(end)
            for search in searches:
                while search.found and search.at <= end:
                    search.next()
            searches = [search for search in searches if search.found]
        if start < len(text):
            yield text[start:]


class _Search:
    """The places of one text where one rule breaks it, from left to right."""

    __slots__ = ("_position", "_rule", "_text", "at", "found", "start")

    def __init__(self, rule: _Break, text: str) -> None:
        self._rule, self._text, self._position = rule, text, 0
        self.start = self.at = 0
        self.next()

    def next(self, position: int | None = None) -> None:
        """Go to the next place, looking from `position` on."""
        text, before, after = self._text, self._rule.before, self._rule.after
        at = self._position if position is None else position
        self.found = False
        while not self.found and at <= len(text) and (match := before.search(text, at)) is not None:
            self.start, self.at = match.span()
            # An empty match would be found again.
            at = self.at + 1 if self.at == self.start else self.at
            self.found = after.match(text, self.at) is not None
        self._position = at

    def holds(self) -> bool:
        """Whether no exception forbids to break here."""
        return all(each.match(self._text, self.at) is None for each in self._rule.exceptions)


def language_tool(code: str) -> list[tuple[str, list[Rule]]]:
    """LanguageTool's rules for a language by its code, in lists with names: general ones first, its own, then the
    defaults.
    """
    named: dict[str, list[Rule]] = {}
    chosen: list[str] = []
    for _, element in iterparse(_rules_file()):  # noqa: S314 # a file of an installed package
        match element.tag.rpartition("}")[2]:
            case "languagerule":
                named[element.get("languagerulename", "")] = [_rule(each) for each in element]
                element.clear()
            case "languagemap" if regex.fullmatch(element.get("languagepattern", ""), code):
                chosen.append(element.get("languagerulename", ""))
    return [(name, named[name]) for name in chosen]


def _rules_file() -> Path:
    found = find_spec("choppa")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("choppa-srx is not installed; it brings the rules for sentence boundaries.")
    return Path(found.origin).parent / "data" / "srx" / "languagetool_segment.srx"


def _rule(element: Element) -> Rule:
    parts = {each.tag.rpartition("}")[2]: each.text or "" for each in element}
    return Rule(element.get("break") != "no", parts.get("beforebreak", ""), parts.get("afterbreak", ""))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(_JAVA_CONSTRUCT.sub(lambda m: _JAVA.get(m[0], m[0]), pattern), flags=_FLAGS)


def _exception(rule: Rule) -> str:
    """A pattern that matches, without length, at a place where the rule holds."""
    before = _STAR.sub(f"{{0,{_LONGEST_BEFORE}}}", rule.before)
    before = _PLUS.sub(f"{{1,{_LONGEST_BEFORE}}}", before)
    before = _FROM.sub(rf"{{\1,{_LONGEST_BEFORE}}}", before)
    return f"(?:{f'(?<={before})' if before else ''}{f'(?={rule.after})' if rule.after else ''})"
