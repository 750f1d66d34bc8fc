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
    not_compared: str
    checks: str
    looked_at: str
    """How many things of a kind a check looked at: `{unit}` in the plural, `{count}`."""
    looked_at_none: str
    """In its place where there was nothing of the kind: `{unit}`."""
    found_none: str
    found_one: str
    found_more: str
    confirmed: str
    not_run: str
    principles: str
    version: str
    """Which version of the article this is: `{}`."""
    correction: str
    """Before the note of a correction: `{at}`."""
    continues: str
    """What stands before the headline of the article that this one continues."""
    continues_unnamed: str
    """What stands in place of that headline where it is not repeated."""
    withdrawn: str
    withdrawn_title: str
    withdrawn_by: str
    withdrawn_stays: str
    day: str
    moment: str


GERMAN = Labels(
    locale="de",
    by="Von",
    published="Veröffentlicht",
    changed="Geändert",
    record="Wer freigegeben hat und was geprüft wurde",
    signed_by="Freigegeben von",
    signed_at="Freigegeben am",
    content_hash="SHA-256 des freigegebenen Textes",
    record_head="Stand des Protokolls vor der Veröffentlichung",
    sources="Quellen",
    no_sources="Keine.",
    same_origin="gleicher Ursprung wie eine andere Quelle",
    not_compared="nicht verglichen",
    checks="Prüfungen durch Beleg",
    looked_at="{unit}: {count} geprüft",
    looked_at_none="{unit}: keine im Text",
    found_none="kein Befund",
    found_one="1 Befund",
    found_more="{} Befunde",
    confirmed="Von einem Menschen bestätigt",
    not_run="nicht geprüft",
    principles="Regeln der Redaktion",
    version="Version {}",
    correction="Korrektur vom {at}",
    continues="Dieser Artikel setzt einen früheren fort",
    continues_unnamed="früherer Artikel",
    withdrawn="Zurückgezogen",
    withdrawn_title="Artikel zurückgezogen",
    withdrawn_by="Zurückgezogen von",
    withdrawn_stays="Der Artikel, der hier stand, ist nicht mehr verfügbar. Diese Seite bleibt an seiner Stelle.",
    day="d. MMMM y",
    moment="d. MMMM y, HH:mm 'Uhr' '(UTC)'",
)

ENGLISH = Labels(
    locale="en",
    by="By",
    published="Published",
    changed="Changed",
    record="Who signed off and what was checked",
    signed_by="Signed off by",
    signed_at="Signed off on",
    content_hash="SHA-256 of the signed text",
    record_head="Head of the record before publication",
    sources="Sources",
    no_sources="None.",
    same_origin="same origin as another source",
    not_compared="not compared",
    checks="Checks by Beleg",
    looked_at="{unit}: {count} checked",
    looked_at_none="{unit}: none in the text",
    found_none="no finding",
    found_one="1 finding",
    found_more="{} findings",
    confirmed="Confirmed by a person",
    not_run="not checked",
    principles="The newsroom's rules",
    version="Version {}",
    correction="Correction, {at}",
    continues="This article continues an earlier one",
    continues_unnamed="earlier article",
    withdrawn="Withdrawn",
    withdrawn_title="Article withdrawn",
    withdrawn_by="Withdrawn by",
    withdrawn_stays="The article that stood here is no longer available. This page stays in its place.",
    day="d MMMM y",
    moment="d MMMM y, HH:mm '(UTC)'",
)


def labels_in(language: str) -> Labels:
    """Return the labels in German for `de`, in English for any other language."""
    return GERMAN if language == "de" else ENGLISH
