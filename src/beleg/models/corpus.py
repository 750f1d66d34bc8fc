"""Corpus: annotated documents, one JSON object a line, from which the learned engine is trained."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.refusal import Error
from beleg.terms.span import Span

_KINDS: Final = {
    "Direct": QuotationKind.DIRECT,
    "Indirect": QuotationKind.INDIRECT,
    "Reported": QuotationKind.REPORTED,
    "FreeIndirect": QuotationKind.FREE_INDIRECT,
    "IndirectFreeIndirect": QuotationKind.INDIRECT_FREE_INDIRECT,
}
_ROLES: Final = ("speaker", "cue", "frame", "addressee")


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with the quotations that people found in it. Direct speech is annotated with its marks."""

    text: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated texts in the order of their file, and the SHA-256 of its bytes."""

    name: str
    digest: str
    texts: tuple[AnnotatedText, ...]


def read_corpus(path: Path) -> Corpus:
    """Read a corpus; Error with one sentence that names the file and, where there is one, the line."""
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise Error(f"{path}: {failure.strerror or 'cannot be read'}.") from failure
    return Corpus(path.name, sha256(raw).hexdigest(), tuple(_texts(path, raw)))


def _texts(path: Path, raw: bytes) -> Iterator[AnnotatedText]:
    for number, line in enumerate(raw.splitlines(), 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except ValueError as failure:
            raise Error(f"{path}, line {number}: no JSON object ({failure}).") from failure
        if not isinstance(document, dict):
            raise Error(f"{path}, line {number}: no JSON object.")
        try:
            yield _text(document)
        except (KeyError, TypeError, ValueError, AttributeError) as failure:
            raise Error(f"{path}, line {number}: {_reason(failure)}.") from failure


def _text(document: Mapping[str, object]) -> AnnotatedText:
    text = document["originalText"]
    annotations = document["annotations"]
    if not isinstance(text, str) or not isinstance(annotations, list):
        raise ValueError("“originalText” has to be a string and “annotations” a list")
    return AnnotatedText(text, tuple(one for each in annotations if (one := _quotation(each, len(text)))))


def _quotation(annotation: Mapping[str, object], length: int) -> Quotation | None:
    kind, medium = annotation["type"], str(annotation.get("medium", "Speech")).lower()
    if kind not in _KINDS:
        raise ValueError(f"unknown type {kind!r}; known are {', '.join(_KINDS)}")
    quote = _spans(annotation["quote"], length)
    if not quote:
        return None
    known = medium if medium in set(Medium) else Medium.SPEECH
    speaker, cue, frame, addressee = (
        _spans(annotation[role], length) if role in annotation else () for role in _ROLES
    )
    return Quotation(
        kind=_KINDS[str(kind)],
        quote=quote,
        medium=Medium(known),
        speaker=speaker,
        cue=cue,
        frame=frame,
        addressee=addressee,
    )


def _spans(part: object, length: int) -> tuple[Span, ...]:
    if not isinstance(part, Mapping):
        raise ValueError("a quotation and each of its roles have to be objects with “spans”")
    spans: Sequence[Mapping[str, int]] = part["spans"]
    found = tuple(Span(span["charBegin"], span["charEnd"]) for span in spans)
    if any(span.end > length for span in found):
        raise ValueError("a span ends after the text")
    return found


def _reason(failure: Exception) -> str:
    return f"{failure.args[0]!r} is missing" if isinstance(failure, KeyError) else str(failure)
