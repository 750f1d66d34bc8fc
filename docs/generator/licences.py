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
LOCKED_WITH_EXTRAS = ROOT / "requirements" / "dev.txt"
PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CNRI-Python",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "PSF-2.0",
    "Zlib",
}
WEAK_COPYLEFT = {"MPL-1.1", "MPL-2.0", "LGPL-2.1-or-later", "LGPL-3.0-or-later"}

NOTES = {
    "tld": "One of the three may be chosen; Beleg chooses MPL-1.1, and changes no file of it.",
    "certifi": "The list of certificate authorities; MPL covers its own files only.",
    "choppa-srx": "The segmentation rules inside it come from LanguageTool under LGPL-2.1-or-later; used as they are.",
    "hanta": "Imported as it is, and only where engines are trained or used.",
}
_LOCK = re.compile(r"^([a-z0-9._-]+)==(\S+)(.*?)(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
_NEEDED_BY = re.compile(r"^    # (?:via)? *([a-z0-9._-]+)$", re.MULTILINE)


def locked() -> dict[str, str]:
    """Name and version of every package in the locked requirements, as the lock spells them."""
    return {name: version for name, version, _ in _LOCK.findall(LOCKED.read_text(encoding="utf-8"))}


def extras() -> dict[str, dict[str, str]]:
    """For every extra, name and version of the packages that it brings besides the locked requirements.

    The lock of the tools holds the extras, too, and says of each package which others need it.
    """
    lock = _LOCK.findall(LOCKED_WITH_EXTRAS.read_text(encoding="utf-8"))
    versions = {name: version for name, version, _ in lock}
    needed_by = {name: set(_NEEDED_BY.findall(rest)) for name, _, rest in lock}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {}
    for extra, asked in project["optional-dependencies"].items():
        brought = {re.split(r"[^A-Za-z0-9._-]", one)[0].lower() for one in asked}
        while more := {name for name, by in needed_by.items() if by & brought} - brought:
            brought |= more
        found[extra] = {name: versions[name] for name in sorted(brought - locked().keys())}
    return found


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


HEAD = ("Package", "Version", "Licence", "Note")


def _rows(packages: Mapping[str, str], known: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    return [
        (f"`{name}`", version, known[name], NOTES.get(name, "")) for name, version in sorted(packages.items())
    ]


def _body(known: Mapping[str, str]) -> str:
    scripted = [(f"`{name}`", *stated) for name, stated in sorted(scripts().items())]
    extra = "\n\n".join(
        f"With `beleg[{name}]` come besides:\n\n{table(HEAD, _rows(brought, known))}"
        for name, brought in extras().items()
    )
    return (
        "Beleg is under Apache-2.0. Nothing that it needs is under the GPL or the AGPL; libraries under the LGPL or "
        "the MPL are imported as they are. This is what a plain `pip install beleg` brings; the versions are those "
        "locked in `requirements/beleg.txt`:\n\n"
        f"{table(HEAD, _rows(locked(), known))}\n\n"
        f"{extra}\n\n"
        "`make desk` and `make test` also install what builds and tests Beleg (`requirements/build.txt`, "
        "`requirements/dev.txt`); nothing of it is in Beleg.\n\n"
        "The desk's script is built from `web/` with these libraries, in the versions locked in `web/package-lock.json`. "
        "Wheels carry it built, with the text of every licence beside it (`desk/static/built/LICENSES.md`):\n\n"
        f"{table(('Package', 'Version', 'Licence'), scripted)}\n\n"
        "The list of German stems that Beleg ships (`language/de/known_stems.txt.gz`) is derived from Wikidata Lexemes, which "
        "are in the public domain (CC0-1.0). The fonts of the review report (`publishing/fonts/`) are DejaVu Sans, cut down to "
        "the scripts that it prints; their licence, which allows that, lies beside them. `simplemma` brings dictionaries under licences of their own; Beleg reads them "
        "where they lie and ships nothing of them."
    )
