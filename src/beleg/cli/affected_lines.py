"""What rests on a source, as lines of the terminal."""

from collections.abc import Sequence

from beleg.terms.affected import AffectedSentence, HeldSource
from beleg.terms.source_change import SourceChanged


def affected_lines(affected: Sequence[AffectedSentence], *, indent: str = "") -> list[str]:
    """Each sentence under its dossier and headline, with the passages it rests on and since when readers can see it."""
    lines = []
    before = ""
    for one in affected:
        if one.dossier != before:
            lines.append(f"{indent}{one.dossier}  {_one_line(one.headline)}")
            before = one.dossier
        lines.append(f"{indent}  {one.sentence}  {_standing(one)}: {_one_line(one.text)}")
        lines.extend(f"{indent}      rests on: {_one_line(passage.text)}" for passage in one.passages)
    return lines


def changed_lines(changed: SourceChanged, *, indent: str = "") -> list[str]:
    """What changed in a source, passage by passage, and what was added to it."""
    lines = []
    for one in changed.passages:
        lines.append(f"{indent}- {_one_line(one.passage.text)}")
        lines.append(f"{indent}+ {_one_line(one.now.text)}" if one.now else f"{indent}  (gone)")
    lines.extend(f"{indent}+ {_one_line(passage.text)} (new)" for passage in changed.added)
    return lines


def also_lines(also: Sequence[HeldSource], *, indent: str = "") -> list[str]:
    """Sources that are worth a look too."""
    return [f"{indent}{one.source}  {_one_line(one.label)}  (dossier {one.dossier})" for one in also]


def _standing(one: AffectedSentence) -> str:
    if not one.published_at:
        return "not published"
    return f"published {one.published_at}{'' if one.current else ', since changed'}"


def _one_line(words: str) -> str:
    return " ".join(words.split())
