"""Labels: the words of a page around the article, in German and English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The fixed words of a page. `day` and `moment` are date patterns of CLDR; moments are UTC."""

    locale: str
    by: str
    published: str
    changed: str
    record: str
    signed_by: str
    signed_at: str
    content_hash: str
    record_head: str
    sources: str
    no_sources: str
    same_origin: str
    checks: str
    looked_at_one: str
    looked_at_more: str
    confirmed: str
    not_run: str
    principles: str
    day: str
    moment: str


GERMAN = Labels(
    locale="de",
    by="Von",
    published="Veröffentlicht",
    changed="Geändert",
    record="Was das Protokoll zeigt",
    signed_by="Unterschrieben von",
    signed_at="Unterschrieben am",
    content_hash="SHA-256 des unterschriebenen Textes",
    record_head="Stand des Protokolls vor der Veröffentlichung",
    sources="Quellen",
    no_sources="Keine.",
    same_origin="gleicher Ursprung wie eine andere Quelle",
    checks="Maschinelle Prüfungen",
    looked_at_one="1 Stelle angesehen",
    looked_at_more="{} Stellen angesehen",
    confirmed="Von einem Menschen bestätigt",
    not_run="nicht geprüft",
    principles="Regeln der Redaktion",
    day="d. MMMM y",
    moment="d. MMMM y, HH:mm 'Uhr' '(UTC)'",
)

ENGLISH = Labels(
    locale="en",
    by="By",
    published="Published",
    changed="Changed",
    record="What the record shows",
    signed_by="Signed by",
    signed_at="Signed on",
    content_hash="SHA-256 of the signed text",
    record_head="Head of the record before publication",
    sources="Sources",
    no_sources="None.",
    same_origin="same origin as another source",
    checks="Checks by machine",
    looked_at_one="1 place looked at",
    looked_at_more="{} places looked at",
    confirmed="Confirmed by a person",
    not_run="not checked",
    principles="The newsroom's rules",
    day="d MMMM y",
    moment="d MMMM y, HH:mm '(UTC)'",
)


def labels_in(language: str) -> Labels:
    """Return the labels in German for `de`, in English for any other language."""
    return GERMAN if language == "de" else ENGLISH
