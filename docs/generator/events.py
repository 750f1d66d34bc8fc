"""A page per event of the record."""

from beleg.record.canonical import EVENT_TYPES
from beleg.terms.events import Entry
from docs.generator.fields import field_table
from docs.generator.page import Chapter, Page, docstring, first_sentence, table

WHO_AND_WHEN = (
    "Who did it (`by`) and when (`at`) stand in the [entry](index.md#the-entry) around the event. "
    "Of the people of the newsroom an event holds account ids only; names that a source, a text or a reason mentions stand "
    "in it as they are."
)


def event_types() -> dict[str, type]:
    """Every type of event under its permanent name, in the order in which a dossier usually sees them."""
    return dict(EVENT_TYPES)


def chapter() -> Chapter:
    """The overview and one page per event."""
    return Chapter(
        title="Events", pages=(_overview(), *(_page(name, event) for name, event in event_types().items()))
    )


def _overview() -> Page:
    rows = [
        (f"[`{name}`]({name}.md)", first_sentence(docstring(event))) for name, event in event_types().items()
    ]
    body = (
        "The record of a dossier is a list of entries, each with one event. The state of a dossier is a replay of "
        "its entries and nothing else. How the entries are chained and verified: "
        "[the record and the bundle](../../record.md).\n\n"
        f"{table(('Event', 'What happened'), rows)}\n\n"
        f"## The entry\n\n{docstring(Entry)}\n\n{field_table(Entry)}"
    )
    return Page(path="reference/events/index.md", title="Events of the record", body=body)


def _page(name: str, event: type) -> Page:
    body = (
        f'{docstring(event)}\n\nIn the record it stands as `"type": "{name}"`; in Python it is '
        f"`beleg.terms.events.{event.__name__}`.\n\n{field_table(event)}\n\n{WHO_AND_WHEN}"
    )
    return Page(path=f"reference/events/{name}.md", title=name, body=body)
