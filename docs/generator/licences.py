"""The licences of what a newsroom installs with Beleg."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from docs.generator.page import Chapter, Page, table

ROOT = Path(__file__).parents[2]
LICENCES = Path(__file__).with_name("licences.toml")
SCRIPTS = ROOT / "web" / "package-lock.json"
LOCKED = ROOT / "requirements" / "beleg.txt"
PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CNRI-Python",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "PSF-2.0",
}
WEAK_COPYLEFT = {"MPL-1.1", "MPL-2.0", "LGPL-2.1-or-later"}

NOTES = {
    "tld": "One of the three may be chosen; Beleg chooses MPL-1.1, and changes no file of it.",
    "certifi": "The list of certificate authorities; MPL covers its own files only.",
    "choppa-srx": "The segmentation rules inside it come from LanguageTool under LGPL-2.1-or-later; used as they are.",
}


def locked() -> dict[str, str]:
    """Name and version of every package in the locked requirements, as the lock spells them."""
    found = re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCKED.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(found)


def scripts() -> dict[str, tuple[str, str]]:
    """Version and licence of every package that the desk's built script holds code of, as its lock states them."""
    packages = json.loads(SCRIPTS.read_text(encoding="utf-8"))["packages"]
    return {
        path.removeprefix("node_modules/"): (package["version"], package["license"])
        for path, package in packages.items()
        if path and not package.get("dev")
    }


def licences() -> dict[str, str]:
    """The licence of every package, as an SPDX expression."""
    return tomllib.loads(LICENCES.read_text(encoding="utf-8"))


def chapter() -> Chapter:
    """One page."""
    return Chapter(
        title="Licences", pages=(Page(path="licences.md", title="Licences", body=_body(licences())),)
    )


def _body(known: Mapping[str, str]) -> str:
    rows = [
        (f"`{name}`", version, known[name], NOTES.get(name, "")) for name, version in sorted(locked().items())
    ]
    scripted = [(f"`{name}`", *stated) for name, stated in sorted(scripts().items())]
    return (
        "Beleg is under Apache-2.0. Nothing that it needs is under the GPL or the AGPL; libraries under the LGPL or "
        "the MPL are imported as they are. These are the packages that `make desk` installs, in the versions that "
        "are locked in `requirements/beleg.txt`:\n\n"
        f"{table(('Package', 'Version', 'Licence', 'Note'), rows)}\n\n"
        "The desk's script is built from `web/` with these libraries, in the versions locked in `web/package-lock.json`; "
        "wheels carry it built:\n\n"
        f"{table(('Package', 'Version', 'Licence'), scripted)}\n\n"
        "The list of German stems that Beleg ships (`language/de/known_stems.txt.gz`) is derived from Wikidata Lexemes, which "
        "are in the public domain (CC0-1.0). The fonts of the review report (`publishing/fonts/`) are DejaVu Sans, cut down to "
        "the scripts that it prints; their licence, which allows that, lies beside them. `simplemma` brings dictionaries under licences of their own; Beleg reads them "
        "where they lie and ships nothing of them."
    )
