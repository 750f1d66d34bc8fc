"""Units in words: what the sources have of one thing a sentence says, in a line an editor understands."""

from collections.abc import Callable
from typing import Final

from beleg.publishing.report_wording import wording_in
from beleg.terms.clause import OPEN, Marker
from beleg.terms.unit import Outcome, Unit, UnitKind
from beleg.terms.wording import Wording

_KINDS: Final = {
    UnitKind.CONTENT: Wording(de="Inhalt", en="content"),
    UnitKind.WORD: Wording(de="Wort", en="word"),
    UnitKind.QUOTATION: Wording(de="Zitat", en="quotation"),
    UnitKind.SPEAKER: Wording(de="Sprecher", en="speaker"),
    UnitKind.NUMBER: Wording(de="Zahl", en="number"),
    UnitKind.DATE: Wording(de="Datum", en="date"),
    UnitKind.NAME: Wording(de="Name", en="name"),
    UnitKind.CLAUSE: Wording(de="Teilsatz", en="clause"),
}
_INDIRECT: Final = Wording(de="Wiedergabe", en="reported speech")
_ANY: Final = {
    Outcome.FOUND: Wording(de="steht so in einer Quelle", en="as in a source"),
    Outcome.DIFFERENT: Wording(de="in der Quelle steht {instead}", en="the source has {instead}"),
    Outcome.NOWHERE: Wording(de="in keiner Quelle", en="in no source"),
    Outcome.OPEN: Wording(de="lässt sich nicht entscheiden", en="cannot be decided"),
}
_ENOUGH: Final = Wording(
    de="{coverage} % stehen in den Stellen; {enough} % reichen",
    en="the passages have {coverage} % of it; {enough} % are enough",
)
_TOO_LITTLE: Final = Wording(
    de="nur {coverage} % stehen in den Stellen; {enough} % wären nötig",
    en="the passages have only {coverage} % of it; {enough} % would be needed",
)
_NOTHING: Final = Wording(
    de="keine Stelle hat etwas davon; {enough} % wären nötig",
    en="no passage has any of it; {enough} % would be needed",
)
_NO_CONTENT: Final = Wording(
    de="behauptet nichts, was sich vergleichen ließe", en="asserts nothing that could be compared"
)
_EXACT: Final = Wording(de="wörtlich in der Quelle", en="word for word in the source")
_SEVERAL: Final = Wording(de="wörtlich an {places} Stellen", en="word for word in {places} places")
_NEAREST: Final = Wording(
    de="nicht wörtlich; am nächsten kommt {near}", en="not word for word; {near} comes nearest"
)
_DIFFERING: Final = Wording(de="; anders ist {words}", en="; what differs is {words}")
_NO_QUOTATION: Final = Wording(
    de="in keiner Quelle, auch nicht ähnlich", en="in no source, nor anything like it"
)
_REPORTED: Final = Wording(de="die Quelle gibt dasselbe wieder", en="the source reports the same")
_UNREPORTED: Final = Wording(
    de="keine Stelle gibt eindeutig dasselbe wieder; verglichen wurde der Satz als Ganzes",
    en="no passage clearly reports the same; the sentence was compared as a whole",
)
_SAME_SPEAKER: Final = Wording(
    de="auch in der Quelle spricht {there}", en="in the source, too, {there} speaks"
)
_OTHER_SPEAKER: Final = Wording(
    de="in der Quelle spricht nicht {here}, sondern {there}",
    en="in the source it is not {here} who speaks, but {there}",
)
_OPEN_SPEAKER: Final = Wording(
    de="die Quelle nennt {there}; ob das dieselben sind, ist offen",
    en="the source names {there}; whether they are the same is open",
)
_NO_SPEAKER: Final = Wording(
    de="die Quelle nennt dort niemanden, der spricht", en="the source names nobody who speaks there"
)
_CARRIED: Final = Wording(
    de=" (dort in einem Satz davor genannt)", en=" (named there in an earlier sentence)"
)
_OWN_COUNT: Final = Wording(
    de="in keiner Quelle; kann selbst gezählt oder errechnet sein",
    en="in no source; may be the writer's own count or sum",
)
_DOUBTFUL: Final = Wording(de=" (unsicher, bitte nachlesen)", en=" (uncertain, please check)")
_SOMEWHERE: Final = Wording(de="in den Quellen genannt", en="named in the sources")
_AS_THERE: Final = Wording(de="wie in der Quelle: {here}", en="as in the source: {here}")
_NOT_AS_THERE: Final = Wording(
    de="hier {here}, in der Quelle {there}", en="here {here}, in the source {there}"
)
_OPPOSITE: Final = Wording(
    de="die Quelle sagt das Gegenteil: {opposite}", en="the source says the opposite: {opposite}"
)
_ACTING: Final = Wording(
    de="hier handelt {acting_here}, in der Quelle {acting_there}",
    en="here {acting_here} acts, in the source {acting_there}",
)
_ACTED_ON: Final = Wording(
    de="hier handelt {acting_here}, in der Quelle geschieht es {acting_here}",
    en="here {acting_here} acts, in the source it happens to {acting_here}",
)
_BROADER: Final = Wording(de="die Quelle sagt es nur von einem Teil", en="the source says it of a part only")
_ASSERTED: Final = Wording(de="als Tatsache", en="as a fact")
_STATEMENT: Final = Wording(de="als Aussage ({speaker})", en="as a statement ({speaker})")
_UNNAMED: Final = Wording(de="als Aussage", en="as a statement")
_MARKED: Final = {
    Marker.DOUBT: Wording(de="unter Vorbehalt ({words})", en="with a reservation ({words})"),
    Marker.POSSIBILITY: Wording(de="als Möglichkeit ({words})", en="as a possibility ({words})"),
    Marker.PLAN: Wording(de="als Plan oder Erwartung ({words})", en="as a plan or expectation ({words})"),
    Marker.AHEAD: Wording(de="als etwas, das noch aussteht ({words})", en="as yet to come ({words})"),
    Marker.RESERVE: Wording(de="nicht als gegeben ({words})", en="not as given ({words})"),
    Marker.DENIAL: Wording(de="verneint ({words})", en="denied ({words})"),
    Marker.ALL: Wording(de="ohne Ausnahme ({words})", en="without exception ({words})"),
    Marker.SOME: Wording(de="für einen Teil ({words})", en="of a part ({words})"),
    Marker.CAUSE: Wording(de="als Ursache ({words})", en="as a cause ({words})"),
}
_LEFT_OPEN: Final = OPEN


def kind_in(unit: Unit, language: str) -> str:
    """What the unit is, in a word: "Zahl", "quotation"."""
    indirect = unit.kind is UnitKind.QUOTATION and unit.value("kind") != "direct"
    return (_INDIRECT if indirect else _KINDS[unit.kind]).in_language(language)


def outcome_in(unit: Unit, language: str) -> str:
    """What the sources have of the unit, in half a sentence without a full stop, German for `de`, else English.

    Empty for a clause that draft and source both assert without more ado: there is nothing to tell.
    """
    doubtful = _DOUBTFUL.in_language(language) if unit.has("doubtful") else ""
    return _OUTCOMES.get(unit.kind, _plain)(unit, language) + doubtful


def _content(unit: Unit, language: str) -> str:
    if unit.has("asserts"):
        return _NO_CONTENT.in_language(language)
    shares = tuple(
        (name, str(round(float(unit.value(name) or "0") * 100))) for name in ("coverage", "enough")
    )
    if unit.outcome is Outcome.FOUND:
        return _ENOUGH.in_language(language, shares)
    return (_TOO_LITTLE if dict(shares)["coverage"] != "0" else _NOTHING).in_language(language, shares)


def _quotation(unit: Unit, language: str) -> str:
    if unit.value("kind") != "direct":
        found = unit.outcome is Outcome.FOUND
        return (_REPORTED if found else _UNREPORTED).in_language(language)
    if unit.outcome is Outcome.FOUND:
        several = unit.value("places") not in ("", "1")
        return (_SEVERAL if several else _EXACT).in_language(language, unit.values)
    if unit.outcome is not Outcome.DIFFERENT:
        return _NO_QUOTATION.in_language(language)
    near = (("near", _quoted((unit.passage.text,) if unit.passage else (), language)),)
    differing = (("words", _quoted(unit.all("differing"), language)),)
    return _NEAREST.in_language(language, near) + (
        _DIFFERING.in_language(language, differing) if unit.has("differing") else ""
    )


def _speaker(unit: Unit, language: str) -> str:
    there = unit.all("there")
    if not there:
        return _NO_SPEAKER.in_language(language)
    values = (("here", _quoted((unit.value("here"),), language)), ("there", _quoted(there, language)))
    chosen = {Outcome.FOUND: _SAME_SPEAKER, Outcome.DIFFERENT: _OTHER_SPEAKER}.get(
        unit.outcome, _OPEN_SPEAKER
    )
    carried = _CARRIED.in_language(language) if unit.has("carried") else ""
    return chosen.in_language(language, values) + carried


def _plain(unit: Unit, language: str) -> str:
    if unit.has("own_count"):
        return _OWN_COUNT.in_language(language)
    if unit.kind is UnitKind.NAME and unit.outcome is Outcome.FOUND and unit.passage is None:
        return _SOMEWHERE.in_language(language)
    instead = (("instead", _quoted((unit.value("instead"),), language)),)
    return _ANY[unit.outcome].in_language(language, instead)


def _clause(unit: Unit, language: str) -> str:
    here, there = _state(unit, "here", language), _state(unit, "there", language)
    told = []
    if unit.has("opposite"):
        opposite = (("opposite", _quoted((unit.value("opposite"),), language)),)
        told.append(_OPPOSITE.in_language(language, opposite))
    if unit.has("acting_here"):
        acting = tuple(
            (name, _quoted((unit.value(name),), language)) for name in ("acting_here", "acting_there")
        )
        told.append((_ACTING if unit.value("acting_there") else _ACTED_ON).in_language(language, acting))
    if unit.has("broader"):
        told.append(_BROADER.in_language(language))
    if unit.outcome is Outcome.FOUND:
        # How each side names the speaker is told where speakers are compared.
        unnamed = tuple(_state(unit, side, language, named=False) for side in ("here", "there"))
        here, there = unnamed if unnamed[0] == unnamed[1] else (here, there)
    values = (("here", here), ("there", there))
    if here != there:
        told.append(_NOT_AS_THERE.in_language(language, values))
    elif here != _ASSERTED.in_language(language):
        told.append(_AS_THERE.in_language(language, values))
    return "; ".join(told)


def _state(unit: Unit, side: str, language: str, *, named: bool = True) -> str:
    """How one side has a clause: "als Aussage („Brandt“), verneint („nicht“)"."""
    parts = []
    if unit.has(f"{side}_attributed"):
        speaker = unit.value(f"{side}_attributed")
        whose = (("speaker", _quoted((speaker,), language)),)
        parts.append((_STATEMENT if speaker and named else _UNNAMED).in_language(language, whose))
    elif not any(unit.has(f"{side}_{marker}") for marker in _LEFT_OPEN):
        parts.append(_ASSERTED.in_language(language))
    for marker, wording in _MARKED.items():
        if words := unit.all(f"{side}_{marker}"):
            parts.append(wording.in_language(language, (("words", _quoted(words, language)),)))
    return ", ".join(parts)


def _quoted(words: tuple[str, ...], language: str) -> str:
    wording = wording_in(language)
    return ", ".join(wording.quoted(" ".join(each.split())) for each in words)


_OUTCOMES: Final[dict[UnitKind, Callable[[Unit, str], str]]] = {
    UnitKind.CONTENT: _content,
    UnitKind.QUOTATION: _quotation,
    UnitKind.SPEAKER: _speaker,
    UnitKind.CLAUSE: _clause,
}
