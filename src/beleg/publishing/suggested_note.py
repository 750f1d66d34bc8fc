"""Suggested note: a first wording of the correction note of an article whose source changed or was taken back.

A suggestion for a person to edit, in plain sentences made of what the record holds. It says what the article said and
what the source says now; whether the article was wrong, it cannot know. It is stored nowhere as anybody's note.
"""

import re
from collections.abc import Sequence

from beleg.publishing.source_list import source_words
from beleg.publishing.words import shown
from beleg.terms.dossier import Dossier
from beleg.terms.review import Touched
from beleg.terms.source_change import PassageChange, SourceRetracted
from beleg.terms.wording import Wording

_PLACE = re.compile(r"\{(\w+)\}")
_INNER_GERMAN = str.maketrans("„“”", "‚‘‘")
_INNER_ENGLISH = str.maketrans("“”", "‘’")
_SAID = Wording(
    de="In einer früheren Fassung dieses Artikels hieß es: „{sentence}“",
    en="An earlier version of this article said: “{sentence}”",
)
_NOW = Wording(
    de="Die Quelle ({source}) hat diese Angabe geändert; dort heißt es jetzt: „{now}“",
    en="The source ({source}) has changed this; it now says: “{now}”",
)
_GONE = Wording(
    de="In der Quelle ({source}) steht diese Angabe nicht mehr.",
    en="The source ({source}) no longer says so.",
)
_TAKEN_BACK = Wording(
    de="Die Quelle ({source}) hat ihre Meldung zurückgezogen.",
    en="The source ({source}) has taken its report back.",
)
_FOUND_WRONG = Wording(
    de="Die Angabe stützte sich auf eine Quelle ({source}), auf die wir uns nicht mehr stützen.",
    en="This rested on a source ({source}) that we no longer rely on.",
)


def suggested_note(looks: Sequence[Touched], dossier: Dossier) -> str:
    """Return a wording for what `looks` says of sentences of the published text, in the article's language.

    One paragraph for each sentence; empty if there is none.
    """
    by_sentence: dict[str, list[Touched]] = {}
    for one in looks:
        by_sentence.setdefault(one.sentence, []).append(one)
    labels = {source.source: source_words(source) for source in dossier.sources}
    return "\n\n".join(
        " ".join(
            (
                _said(_SAID, dossier.language, sentence=touched[0].text),
                *dict.fromkeys(part for one in touched for part in _became(one, dossier.language, labels)),
            )
        )
        for touched in by_sentence.values()
    )


def _became(touched: Touched, language: str, labels: dict[str, str]) -> list[str]:
    """What became of the passages a sentence rested on, one sentence each."""
    event = touched.told.event
    source = labels.get(event.source, event.source[:12])
    if isinstance(event, SourceRetracted):
        return [_said(_TAKEN_BACK if event.by_publisher else _FOUND_WRONG, language, source=source)]
    return [_changed(one, language, source) for one in touched.changes]


def _changed(change: PassageChange, language: str, source: str) -> str:
    if change.now is None:
        return _said(_GONE, language, source=source)
    return _said(_NOW, language, source=source, now=change.now.text)


def _said(wording: Wording, language: str, **values: str) -> str:
    """The words with the values filled in at once, so that nothing in a value is taken for a place; quoted marks become
    inner ones.
    """
    inner = _INNER_GERMAN if language == "de" else _INNER_ENGLISH
    filled = {name: shown(" ".join(value.split())).translate(inner) for name, value in values.items()}
    return _PLACE.sub(lambda place: filled[place[1]], wording.in_language(language))
