"""Variants of headline and teaser, as text and as JSON (`"schema": "beleg.headlines/1"`)."""

import json
from collections.abc import Sequence

from beleg.headlines import Made, Variant, Variants
from beleg.terms.source import Source
from beleg.terms.wording import Wording

SCHEMA = "beleg.headlines/1"

_HEADLINES = Wording(de="Überschriften", en="Headlines")
_TEASERS = Wording(de="Vorspänne", en="Teasers")
_NONE = Wording(de="keine, die den Prüfungen standhält", en="none that passes the checks")
_TITLE_OF = Wording(de="Titel der Quelle {source}", en="title of the source {source}")


def render(found: Variants, sources: Sequence[Source], *, messages: str) -> str:
    """The variants, one a line; a title of a source says whose it is."""
    labels = {source.id: source.publisher or source.author or source.name for source in sources}
    lines: list[str] = []
    for heading, offered in ((_HEADLINES, found.headlines), (_TEASERS, found.teasers)):
        lines.append(f"{heading.in_language(messages)}:")
        lines += [f"- {_line(one, labels, messages)}" for one in offered]
        lines += [] if offered else [f"  {_NONE.in_language(messages)}"]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _line(one: Variant, labels: dict[str, str], messages: str) -> str:
    if one.made is not Made.TITLE:
        return one.text
    return f"{one.text} ({_TITLE_OF.in_language(messages, (('source', labels.get(one.source, '')),))})"


def as_json(found: Variants) -> str:
    """The variants as one indented JSON object with a final newline; `struck` is what a language model proposed and did
    not pass.
    """
    document = {
        "schema": SCHEMA,
        "headlines": [_variant(one) for one in found.headlines],
        "teasers": [_variant(one) for one in found.teasers],
        "struck": [{"text": one.text, "reasons": list(one.reasons)} for one in found.struck],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _variant(one: Variant) -> dict[str, str]:
    return {"text": one.text, "made": one.made.value, "source": one.source}
