"""The pictures of the desk: which are kept in the docs, and which pages are taken at every width, light and dark."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
"""The pictures of the docs."""
ALL = ROOT / "build" / "pictures"
"""Where every page at every width goes, for somebody to look through; no part of the repository."""
GALLERY = ROOT / "docs" / "screens.md"

Scheme = Literal["light", "dark"]
WIDTHS = {360: 740, 768: 1024, 1440: 900}
"""Width and height of the windows, in CSS pixels: telephone, tablet, desk."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the docs: its file, what is on it (in English, for readers who do not see it), where it is taken and
    how.
    """

    name: str
    shows: str
    address: str
    width: int = 1440
    scheme: Scheme = "light"


KEPT = (
    Picture("desk", "The review page: what is to be decided, the draft sentence by sentence, and the evidence for one of them", "/dossiers/{example}"),
    Picture("desk-dark", "The same page on a dark screen", "/dossiers/{example}", scheme="dark"),
    Picture("desk-360", "The same page on a telephone", "/dossiers/{example}?at=s3#s3", 360),
    Picture("dossiers", "The list of dossiers with their states", "/"),
    Picture("sources-768", "The sources of a dossier on a tablet, copies of one agency message together", "/dossiers/{example}/sources", 768),
    Picture("source", "A source: underlined is what sentences of the article go back to", "/dossiers/{example}/sources/{message}"),
    Picture("sign-off", "The page for the signature: exactly what goes out, and what is still open", "/dossiers/{example}/sign-off"),
    Picture("sign-off-360-dark", "The signature on a telephone, dark", "/dossiers/{published}/sign-off", 360, "dark"),
    Picture("record-768-dark", "The record of a published article on a tablet, dark", "/dossiers/{published}/record", 768, "dark"),
    Picture("verification", "The record verified on the spot, step by step", "/dossiers/{published}/record/verification"),
)  # fmt: skip
"""In the order of the gallery."""

PAGES = {
    "sign-in": "/sign-in",
    "dossiers": "/",
    "review": "/dossiers/{example}",
    "beginning": "/dossiers/{empty}",
    "text": "/dossiers/{example}/text",
    "first-draft": "/dossiers/{example}/draft",
    "sources": "/dossiers/{example}/sources",
    "source": "/dossiers/{example}/sources/{web_page}",
    "sign-off": "/dossiers/{signed}/sign-off",
    "published": "/dossiers/{published}/published",
    "record": "/dossiers/{withdrawn}/record",
    "verification": "/dossiers/{withdrawn}/record/verification",
}
"""The main pages, each taken at every width in light and dark."""


def gallery() -> str:
    """The page of the docs that shows the kept pictures, as it has to be."""
    shown = "\n\n".join(f"## {one.shows}\n\n![{one.shows}](images/{one.name}.png)" for one in KEPT)
    return (
        "# The desk in pictures\n\n"
        "Taken from the example newsroom by the tests that also look for barriers; `make pictures` takes them anew, and every\n"
        "main page at 360, 768 and 1440 pixels, light and dark, into `build/pictures`. The desk follows the system's choice of\n"
        "light or dark, and speaks German and English.\n\n" + shown + "\n"
    )
