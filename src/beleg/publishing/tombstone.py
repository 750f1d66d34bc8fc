"""Tombstone: the page that stands at the address of a withdrawn article.

It says that an article stood there and is withdrawn, when, who is responsible for that, and what a person wrote for
readers. It repeats nothing of the article: no headline, no teaser, no source, no earlier correction, because any of
these can hold the very claim that had to go. What the note to readers says is left to who writes it.

Like the page of an article it runs no script and loads nothing. It is a function of the withdrawal alone, so that
verifying makes it anew and compares bytes.
"""

from markupsafe import Markup

from beleg.publishing import canonical_json
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.labels import labels_in
from beleg.publishing.layouts import style, template
from beleg.publishing.moments import in_words
from beleg.publishing.structured import in_script
from beleg.publishing.words import shown
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.events import Withdrawn


def render(withdrawn: Withdrawn, responsible: Account, *, at: str) -> bytes:
    """Render the tombstone of an article that `responsible` withdrew at `at` (RFC 3339), UTF-8.

    The same withdrawal always gives the same bytes; hashes in it are not looked at. Raises `Error` if a moment is
    none, or if a text cannot be said in JSON.
    """
    labels = labels_in(withdrawn.language)
    page = template("tombstone.html.jinja").render(
        language=withdrawn.language,
        labels=labels,
        address=web_address(withdrawn.address),
        style=style("page.css"),
        json_ld=Markup(in_script(_data(withdrawn, responsible, at, labels.withdrawn_title))),  # noqa: S704  # escaped
        published=in_words(withdrawn.first_published, labels.day, labels),
        withdrawn=in_words(at, labels.day, labels),
        note=[shown(part) for part in withdrawn.note_readers.split("\n\n") if part.strip()],
        responsible=shown(name_and_function(responsible)),
        moment=in_words(at, labels.moment, labels),
        at=at,
    )
    return page.encode("utf-8")


def _data(withdrawn: Withdrawn, responsible: Account, at: str, title: str) -> canonical_json.Object:
    """The withdrawal as schema.org has it; `creativeWorkStatus` is free text there."""
    person: canonical_json.Object = {"@type": "Person", "name": shown(responsible.name)}
    if responsible.function:
        person["jobTitle"] = shown(responsible.function)
    data: canonical_json.Object = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "creativeWorkStatus": "Withdrawn",
        "inLanguage": withdrawn.language,
        "datePublished": withdrawn.first_published,
        "dateModified": at,
        "version": withdrawn.version,
        "editor": person,
        "correction": {
            "@type": "CorrectionComment",
            "datePublished": at,
            "text": shown(withdrawn.note_readers),
        },
    }
    if withdrawn.address:
        data["url"] = withdrawn.address
    return data
