"""Reporting: the review report of a dossier, made from the newsroom's record and its people at this moment."""

from enum import StrEnum

from beleg.newsroom.house import Newsroom
from beleg.publishing.review_report import review_report


class ReportFormat(StrEnum):
    """As what the report is written."""

    HTML = "html"
    PDF = "pdf"


def report_of(newsroom: Newsroom, dossier_id: str, form: ReportFormat, *, language: str = "") -> bytes:
    """Return the report on a dossier in German (`de`) or English (any other; empty: the article's language).

    It changes nothing and is kept nowhere. Raises Error for an unknown dossier or a broken record.
    """
    entries = newsroom.entries(dossier_id)
    wanted = language or newsroom.dossier(dossier_id).language
    document = review_report(entries, newsroom.accounts(), wanted)
    if form is ReportFormat.PDF:
        # reportlab takes a while to import; only who prints waits for it.
        from beleg.publishing.review_report_pdf import render_pdf

        return render_pdf(document)
    from beleg.publishing.review_report_html import render_html

    return render_html(document)
