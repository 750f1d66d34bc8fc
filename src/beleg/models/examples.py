"""Examples: annotated texts laid out for training, and the fields fitted to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from beleg.language.language import Language
from beleg.models.corpus import AnnotatedText
from beleg.models.crf import Field, Fields, RoleField, fit, sequence
from beleg.reading import read
from beleg.reading.learned.engine import parts
from beleg.reading.learned.features import features
from beleg.reading.learned.labels import labels
from beleg.reading.learned.page import Attributed, Page, lay_out
from beleg.reading.learned.roles import Surroundings, in_order, neighbours, role_labels
from beleg.reading.learned.words import WordForms
from beleg.terms.quotation import Quotation

DIRECT: Final = "direct.crfsuite"
OTHER: Final = "other.crfsuite"
WEIGHER: Final = "candidates.crfsuite"
ROLES: Final = "roles.crfsuite"
FIELDS: Final = (DIRECT, OTHER, WEIGHER, ROLES)
"""The files of the fields in the folder of a trained engine."""


@dataclass(frozen=True, slots=True)
class Example:
    """A page (or part of one) with its annotated quotations; `items` are its features, ready to be used often."""

    page: Page
    gold: list[Attributed]
    items: Any


def examples(annotated: AnnotatedText, language: Language, forms: WordForms) -> Iterator[Example]:
    """The pages of an annotated text; one, unless it is long."""
    for part, marked in parts(read(annotated.text, language)):
        page = lay_out(part, language, forms, marked)
        if page.tokens:
            gold = [one for each in annotated.quotations if (one := _gold(page, each)).words]
            yield Example(page, gold, sequence(features(page)))


def _gold(page: Page, one: Quotation) -> Attributed:
    roles = (one.speaker, one.cue, one.frame, one.addressee)
    return Attributed(
        one.kind, page.numbers(one.quote), tuple(page.numbers(spans) for spans in roles), one.medium.value
    )


def fit_words(given: Sequence[Example], folder: Path) -> None:
    """Fit the fields that label words, and write them into a folder."""
    for file, direct in ((DIRECT, True), (OTHER, False)):
        fit(
            folder / file,
            ((each.items, labels(each.gold, len(each.page.tokens), direct=direct)) for each in given),
        )
    fit(folder / ROLES, (pair for each in given for pair in _role_examples(each)))


def open_fields(folder: Path) -> Fields:
    """The fields whose files lie in a folder."""
    return Fields(
        Field(folder / DIRECT), Field(folder / OTHER), Field(folder / WEIGHER), RoleField(folder / ROLES)
    )


def _role_examples(example: Example) -> Iterator[tuple[Any, list[str]]]:
    ordered = in_order(example.gold)
    quoted = frozenset(n for one in ordered for n in one.words)
    for place, one in enumerate(ordered):
        earlier, enclosing = neighbours(ordered, place)
        around = Surroundings(example.page, one, earlier, enclosing, quoted)
        yield sequence(around.features()), role_labels(around.numbers, one.roles)
