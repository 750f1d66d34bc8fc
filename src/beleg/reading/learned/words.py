"""Words as the learned engine sees them: everything that can be said of a word form without its sentence."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Final

from beleg.language.language import Language
from beleg.language.lexicon import CueForm, Lexicon

TagsOf = Callable[[str], tuple[str, ...]]
"""From a word as written to its possible parts of speech, likeliest first (STTS names); empty where none is known."""

_MOST_FORMS: Final = 50_000
"""Forms kept at a time, some 5 KB each; an archive has millions."""
_FAR: Final = frozenset(
    "determiners prepositions pronouns subordinators auxiliaries according accounts claims".split()
)


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word form: its lower-case form, its likeliest part of speech, and its features by where it stands.

    `own` describe the word itself; `near[0]` and `near[1]` say the same of the word right before and right after
    another, `far[0]` and `far[1]` of the next but one.
    """

    low: str
    stem: str
    tag: str
    finite: bool
    verb: bool
    cue: str
    """"clause", "object" or "name" where a form of it announces quotations, else empty."""
    medium: str
    """What that cue says of the medium: "speech", "thought", "writing", or empty."""
    own: list[str]
    near: tuple[list[str], list[str]]
    far: tuple[list[str], list[str]]


class WordForms:
    """The word forms of a language, each looked at once."""

    def __init__(self, language: Language, tags_of: TagsOf) -> None:
        self._language = language
        self._tags_of = tags_of
        self._classes = _classes(language.lexicon)
        self._seen: dict[str, WordForm] = {}

    def of(self, word: str) -> WordForm:
        """The form of a word as written."""
        form = self._seen.get(word)
        if form is None:
            if len(self._seen) >= _MOST_FORMS:
                self._seen.clear()
            form = self._seen[word] = self._look_at(word)
        return form

    def _look_at(self, word: str) -> WordForm:
        low = word.lower()
        stem = self._language.stem(word)
        lexicon = self._language.lexicon
        tags = self._tags_of(word) if word[0].isalnum() else ()
        tag = tags[0] if tags else (low if not word[0].isalnum() else "?")
        cues = lexicon.verbs.get(low, ()) if word[0].islower() else ()
        classes = [*self._classes.get(low, ()), *_cue_classes(cues)]
        classes.extend(f"ac={ending}" for ending in lexicon.accounts if low.endswith(ending))
        both = "/".join(tags[:2])
        own = [
            f"w={low}",
            f"l={stem}",
            f"p={tag}",
            f"pp={both}",
            f"s={_shape(word)}",
            f"x={low[-3:]}",
            *classes,
        ]
        if len(cues) >= 1:
            own.append(f"v={cues[0].lemma}")
        brief = [f"w={low}", f"p={tag}", f"l={stem}", *classes]
        distant = [
            f"p={tag}",
            f"l={stem}",
            *(each for each in classes if each in _FAR or each.startswith("cue")),
        ]
        return WordForm(
            low=low,
            stem=stem,
            tag=tag,
            finite="FIN" in tag or "IMP" in tag or (not tags and low in lexicon.finite),
            verb=tag.startswith("V") or bool(cues),
            cue=cues[0].takes.value if cues else "",
            medium=cues[0].medium.value if cues else "",
            own=own,
            near=([f"-1:{each}" for each in brief], [f"+1:{each}" for each in brief]),
            far=([f"-2:{each}" for each in distant], [f"+2:{each}" for each in distant]),
        )


def _classes(lexicon: Lexicon) -> dict[str, list[str]]:
    """The names of the word lists that a word is in."""
    classes: dict[str, list[str]] = {}
    for field in fields(lexicon):
        words = getattr(lexicon, field.name)
        if isinstance(words, frozenset) and field.name != "reporting":
            for word in sorted(words):
                classes.setdefault(word, []).append(field.name)
    for word, gender in lexicon.pronouns.items():
        classes.setdefault(word, []).append(f"pronoun={gender.value}")
    for word in lexicon.according:
        classes.setdefault(word, []).append("according")
    return classes


def _cue_classes(cues: tuple[CueForm, ...]) -> list[str]:
    names = {f"cue={form.takes.value}" for form in cues}
    names |= {f"cue={form.takes.value}/{form.shape.value}" for form in cues}
    names |= {f"cue-medium={form.medium.value}" for form in cues}
    if any(form.particle for form in cues):
        names.add("cue-particle")
    return sorted(names)


def _shape(word: str) -> str:
    first = word[0]
    shape = "X" if first.isupper() else "x" if first.islower() else "d" if first.isdigit() else first
    if len(word) > 1:
        shape += "U" if word.isupper() else ""
        shape += "-" if "-" in word[1:] else ""
        shape += "d" if any(each.isdigit() for each in word[1:]) else ""
    return shape
