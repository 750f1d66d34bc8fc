"""Writing: a text, by a person or a machine, as the next revision of a dossier."""

from collections.abc import Sequence
from dataclasses import replace

from beleg import kept
from beleg.first_version import first_version
from beleg.language.registry import language_for
from beleg.review.authorship import sentence_origins
from beleg.terms.dossier import Dossier
from beleg.terms.events import RevisionSaved
from beleg.terms.refusal import Error
from beleg.terms.revision import SentenceOrigin, content_hash
from beleg.terms.source import Source
from beleg.text.written import written

LONGEST_CONTENT = 200_000
"""Characters a draft may have; a long magazine piece has a fifth of it."""


def clean(content: str) -> str:
    r"""Return the text as it is kept: line ends as "\n" (browsers send others), nothing else touched.

    Raises Error for a text that is empty, longer than `LONGEST_CONTENT`, or holds half a character or a NUL.
    """
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    if not content.strip():
        raise Error("The text is empty.")
    if len(content) > LONGEST_CONTENT:
        raise Error(f"The text has {len(content)} characters; at most {LONGEST_CONTENT} can be kept.")
    if "\0" in content or any("\ud800" <= sign <= "\udfff" for sign in content):
        raise Error("The text holds a character that is none (a NUL or a lone surrogate).")
    return content


def read_in(content: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Return the text as it is kept, and the words of its sentences, headlines and list items included.

    Raises Error as `clean` does.
    """
    content = clean(content)
    text = written(content)
    known = language_for(language)
    reading = kept.READINGS.reading(text.words, known.code if known else "", laid_out=text.laid_out)
    return content, tuple(text.whole(one.span, sentence=True).of(content) for one in reading.sentences)


def machine_draft(dossier: Dossier, sources: Sequence[Source], *, sentences: int, by: str) -> RevisionSaved:
    """Have about `sentences` sentences written from these sources for `by`, as the dossier's next revision.

    Raises Error if there are no sources, if the number asked for is not positive, or if none of their sentences
    can be taken over.
    """
    language = language_for(dossier.language)
    if language is None or not sources:
        raise Error(f"{dossier.title}: there are no sources to write from.")
    if sentences < 1:
        raise Error(f"A draft of {sentences} sentences cannot be written.")
    draft = first_version(sources, language=language, sentences=sentences)
    content, found = read_in(draft.content, dossier.language)
    return by_machine(dossier, content, found, draft.sentences, by=by)


def by_person(dossier: Dossier, content: str, sentences: Sequence[str], *, by: str) -> RevisionSaved:
    """Return the revision of `dossier` that a person saves."""
    return _revision(dossier, content, sentence_origins(sentences, dossier.revisions, by=by))


def by_machine(
    dossier: Dossier, content: str, sentences: Sequence[str], written: Sequence[SentenceOrigin], *, by: str
) -> RevisionSaved:
    """Return the revision that a machine wrote for `by`; `written` are its sentences as it tells them."""
    return _revision(dossier, content, tuple(_machine_origin(text, written, by) for text in sentences))


def with_headline(dossier: Dossier, words: str, written: SentenceOrigin, *, by: str) -> RevisionSaved:
    """Return the revision of `dossier` whose headline a machine has written, as `written` tells it; its text stays as
    it is.

    A headline that stands there already is replaced. Raises Error without a text.
    """
    if dossier.current is None:
        raise Error(f"{dossier.title}: there is no draft yet.")
    first, _, rest = dossier.current.content.lstrip("\n").partition("\n")
    body = rest.lstrip("\n") if first.startswith("# ") else dossier.current.content.lstrip("\n")
    return by_machine_in_text(dossier, f"# {words}\n\n{body}", (replace(written, text=words),), by=by)


def by_machine_in_text(
    dossier: Dossier, content: str, written: Sequence[SentenceOrigin], *, by: str
) -> RevisionSaved:
    """Return the revision of `dossier` with a text of which a machine wrote some sentences, as `written` tells them.

    Words that stood in an earlier revision keep the origin they had there, whoever proposes them now.
    """
    content, sentences = read_in(content, dossier.language)
    known = {one.text for revision in dossier.revisions for one in revision.sentences}
    origins = sentence_origins(sentences, dossier.revisions, by=by)
    return _revision(
        dossier,
        content,
        tuple(
            origin if text in known else _machine_origin(text, written, by)
            for text, origin in zip(sentences, origins, strict=True)
        ),
    )


def _machine_origin(text: str, written: Sequence[SentenceOrigin], by: str) -> SentenceOrigin:
    # The machine may have counted as one sentence what is read as two, or the other way round.
    same = next((origin for origin in written if origin.text == text), None)
    near = same or next((o for o in written if o.text and (text in o.text or o.text in text)), None)
    if near is None:
        raise Error("The machine's draft does not say where all its sentences come from; it was not kept.")
    return replace(near, text=text, changed_by=by)


def _revision(dossier: Dossier, content: str, origins: tuple[SentenceOrigin, ...]) -> RevisionSaved:
    return RevisionSaved(
        number=len(dossier.revisions) + 1,
        content=content,
        content_sha256=content_hash(content),
        sentences=origins,
    )
