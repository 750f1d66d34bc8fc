"""Labels: quotations as one label for each word, and back.

Two layers, because direct speech so often stands inside indirect speech: `DIRECT` for words in quotation marks,
`OTHER` for the rest. A quotation begins with `B`, goes on with `I`, ends with `E`; `G` is a gap in it ("…, so der
Bürgermeister, …"), `O` is outside.
"""

from collections.abc import Sequence
from typing import Final

from beleg.reading.learned.page import Attributed
from beleg.terms.quotation import QuotationKind

OUTSIDE: Final = "O"
_SHORT: Final = {
    QuotationKind.DIRECT: "D",
    QuotationKind.INDIRECT: "N",
    QuotationKind.REPORTED: "R",
    QuotationKind.FREE_INDIRECT: "F",
    QuotationKind.INDIRECT_FREE_INDIRECT: "C",
}
_LONG: Final = {short: kind for kind, short in _SHORT.items()}


def is_direct(kind: QuotationKind) -> bool:
    """Whether a kind belongs to the layer of direct speech."""
    return kind is QuotationKind.DIRECT


def labels(quotations: Sequence[Attributed], count: int, *, direct: bool) -> list[str]:
    """One label for each of `count` tokens; of quotations that overlap in one layer the longest is kept."""
    found = [OUTSIDE] * count
    for one in sorted(quotations, key=lambda one: (-len(one.words), one.words)):
        if is_direct(one.kind) is not direct or not one.words:
            continue
        first, last = one.words[0], one.words[-1]
        if any(label != OUTSIDE for label in found[first : last + 1]):
            continue
        words, short = set(one.words), _SHORT[one.kind]
        for n in range(first, last + 1):
            place = "B" if n == first else "G" if n not in words else "E" if n == last else "I"
            found[n] = f"{place}{short}"
    return found


def quoted(found: Sequence[str]) -> list[tuple[QuotationKind, tuple[int, ...]]]:
    """The quotations that labels spell, in order; labels out of order are read as well as they can be."""
    spelled: list[tuple[str, list[int]]] = []
    open_kind = ""
    for n, label in enumerate(found):
        if label == OUTSIDE:
            open_kind = ""
            continue
        place, kind = label[0], label[1]
        if place == "G":
            continue
        if place == "B" or kind != open_kind:
            spelled.append((kind, []))
            open_kind = kind
        spelled[-1][1].append(n)
        if place == "E":
            open_kind = ""
    return [(_LONG[kind], tuple(words)) for kind, words in spelled]


def kind_of(label: str) -> QuotationKind:
    """The kind a label other than `OUTSIDE` belongs to."""
    return _LONG[label[1]]
