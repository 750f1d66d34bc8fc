"""Style sheet: house style as a TOML file, and what it may not settle.

    allowed = ["geht's"]
    guidelines = "https://bote.example/leitlinien"

    [note]
    de = "Unsere Leitlinien stehen im Netz."

    [[word]]
    language = "de"
    avoid = "Asylant*"
    instead = "Asylsuchende"
    why = "abwertend"
    severity = "error"

    [[check]]
    id = "repetition"
    weight = "off"
    why = "Unsere Liveblogs wiederholen sich."

Reading and writing are exact: what was written is read as what it was.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping

from beleg.checks.catalogue import check_named
from beleg.checks.check import Check, OfTheSources
from beleg.language.registry import language_for
from beleg.language.set_phrases import set_phrases
from beleg.terms.address import web_address
from beleg.terms.finding import Severity
from beleg.terms.house_style import CheckWeight, HouseStyle, HouseWord, Weight
from beleg.terms.refusal import Error

MOST_WORDS = 2_000
"""Words a house may avoid, and words it may allow."""
LONGEST_WORD, LONGEST_WHY, LONGEST_NOTE = 100, 300, 300
"""Characters a word, a reason and the sentence after the disclosure may have."""

_KEYS = frozenset(("allowed", "guidelines", "note", "word", "check"))


def read_style(text: str) -> HouseStyle:
    """Read a style sheet. Raises Error, in one sentence, for what is no TOML or no style sheet, and as
    `refuse_unfit`.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        raise Error(f"The style sheet is no TOML: {why}.") from None
    except RecursionError:
        raise Error("The style sheet is no TOML: it is nested too deep.") from None
    if unknown := sorted(found.keys() - _KEYS):
        raise Error(f"The style sheet has “{unknown[0][:60]}”, which Beleg does not know.")
    note = found.get("note", {})
    if not isinstance(note, dict) or note.keys() - {"de", "en"}:
        raise Error("The style sheet: [note] has the sentence in “de” and “en”, and nothing else.")
    style = HouseStyle(
        words=tuple(_word(entry) for entry in _tables(found, "word")),
        allowed=_allowed(found.get("allowed", [])),
        weights=tuple(_weight(entry) for entry in _tables(found, "check")),
        note_de=_said(note, "de", "[note]"),
        note_en=_said(note, "en", "[note]"),
        guidelines=_said(found, "guidelines", "the file"),
    )
    refuse_unfit(style)
    return style


def write_style(style: HouseStyle) -> str:
    """Write a style sheet; `read_style` reads the same settings from it."""
    lines = []
    if style.allowed:
        lines.append(f"allowed = [{', '.join(map(_quoted, style.allowed))}]")
    if style.guidelines:
        lines.append(f"guidelines = {_quoted(style.guidelines)}")
    if style.note_de or style.note_en:
        lines += ["", "[note]"]
        lines += [
            f"{name} = {_quoted(words)}"
            for name, words in (("de", style.note_de), ("en", style.note_en))
            if words
        ]
    for word in style.words:
        lines += ["", "[[word]]", f"language = {_quoted(word.language)}", f"avoid = {_quoted(word.avoid)}"]
        lines += [f"instead = {_quoted(word.instead)}"] if word.instead else []
        lines += [f"why = {_quoted(word.why)}"] if word.why else []
        lines.append(f"severity = {_quoted(word.severity.value)}")
    for one in style.weights:
        lines += ["", "[[check]]", f"id = {_quoted(one.check)}", f"weight = {_quoted(one.weight.value)}"]
        lines += [f"why = {_quoted(one.why)}"] if one.why else []
    return "\n".join(lines).lstrip("\n") + "\n" if lines else ""


def decides_verdicts(check: Check) -> bool:
    """Whether the verdict on a sentence can rest on a check: such a one can be weighed otherwise, and not switched
    off.
    """
    return check.needs_sources and any(not isinstance(one, OfTheSources) for one in check.messages.values())


def refuse_unfit(style: HouseStyle) -> None:
    """Raise Error, in one sentence, for settings that Beleg does not take.

    A check that verdicts rest on cannot be switched off, and none without a reason. The sentence after the disclosure
    is one line about the house. It names neither this text nor every text, nor who or what works on them, nor what is
    done to them, nor that they are right: that is said by what the record shows, or not at all.
    """
    if len(style.words) > MOST_WORDS or len(style.allowed) > MOST_WORDS:
        raise Error(f"House style: at most {MOST_WORDS} words can be listed.")
    for word in style.words:
        _refuse_word(word)
    for allowed in style.allowed:
        _refuse_line(allowed, LONGEST_WORD)
        if allowed != allowed.lower():
            raise Error(f"House style: the allowed word “{allowed}” is to be in small letters.")
    seen: set[str] = set()
    for one in style.weights:
        _refuse_weight(one, seen)
    if style.guidelines and web_address(style.guidelines) != style.guidelines:
        raise Error(f"House style: “{style.guidelines[:100]}” is no address of the web.")
    for code in ("de", "en"):
        _refuse_note(style.note(code), code)


def _refuse_word(word: HouseWord) -> None:
    _refuse_line(word.avoid, LONGEST_WORD)
    if language_for(word.language) is None:
        raise Error(f"House style: Beleg does not read the language “{word.language[:20]}”.")
    if not word.avoid.replace("*", "").strip():
        raise Error("House style: a word to avoid needs more than a star.")
    if word.instead:
        _refuse_line(word.instead, LONGEST_WORD)
    if word.why:
        _refuse_line(word.why, LONGEST_WHY)


def _refuse_weight(one: CheckWeight, seen: set[str]) -> None:
    check = check_named(one.check)
    if check is None:
        raise Error(f"House style: Beleg has no check “{one.check[:60]}”.")
    if one.check in seen:
        raise Error(f"House style: the check “{one.check}” is weighed twice.")
    seen.add(one.check)
    if one.why:
        _refuse_line(one.why, LONGEST_WHY)
    if one.weight is Weight.OFF:
        if decides_verdicts(check):
            raise Error(f"House style: verdicts rest on the check “{one.check}”; it cannot be switched off.")
        if not one.why:
            raise Error(f"House style: the check “{one.check}” is off without a reason.")


def _refuse_note(note: str, code: str) -> None:
    if not note:
        return
    _refuse_line(note, LONGEST_NOTE)
    if set_phrases("words_of_checking", code).search(note):
        raise Error(
            f"House style: “{note}” says something about a text or how it came about; only the record can say that."
        )


def _refuse_line(words: str, longest: int) -> None:
    shown = " ".join(words.split())[:60]
    if words != " ".join(words.split()) or not words.isprintable():
        raise Error(f"House style: “{shown}” has to stand in one line without needless space.")
    if not 1 <= len(words) <= longest:
        raise Error(f"House style: “{shown}” has {len(words)} characters; there must be 1 to {longest}.")


def _tables(found: Mapping[str, object], name: str) -> Iterator[Mapping[str, object]]:
    entries = found.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Error(f"The style sheet: “{name}” is written as [[{name}]].")
    yield from entries


def _word(entry: Mapping[str, object]) -> HouseWord:
    _refuse_unknown(entry, "word", ("language", "avoid", "instead", "why", "severity"))
    said = {name: _said(entry, name, "[[word]]") for name in ("language", "avoid", "instead", "why")}
    severity = _said(entry, "severity", "[[word]]") or Severity.WARNING.value
    if severity not in set(Severity):
        raise Error(
            f"The style sheet: “{severity[:30]}” is no severity; there are error, warning and notice."
        )
    return HouseWord(**said, severity=Severity(severity))


def _weight(entry: Mapping[str, object]) -> CheckWeight:
    _refuse_unknown(entry, "check", ("id", "weight", "why"))
    weight = _said(entry, "weight", "[[check]]")
    if weight not in set(Weight):
        raise Error(
            f"The style sheet: “{weight[:30]}” is no weight; there are error, warning, notice and off."
        )
    return CheckWeight(
        check=_said(entry, "id", "[[check]]"), weight=Weight(weight), why=_said(entry, "why", "[[check]]")
    )


def _refuse_unknown(entry: Mapping[str, object], table: str, names: tuple[str, ...]) -> None:
    if unknown := sorted(entry.keys() - set(names)):
        raise Error(f"The style sheet: [[{table}]] has “{unknown[0][:60]}”, which Beleg does not know.")


def _said(entry: Mapping[str, object], name: str, where: str) -> str:
    words = entry.get(name, "")
    if not isinstance(words, str):
        raise Error(f"The style sheet: in {where}, “{name}” has to be text.")
    return words


def _allowed(words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise Error("The style sheet: “allowed” is a list of words.")
    return tuple(words)


def _quoted(words: str) -> str:
    """A basic string of TOML: as in JSON, but with every control character escaped."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
