"""Schemas: whether what goes out is valid against the IPTC's own schemas.

They are no part of Beleg. `--schemas FOLDER` names a folder with `ninjs-schema_3.1.json`
(https://github.com/iptc/newsinjson, folder `specification`) and with the schema of a newsItem of NewsML-G2 2.34
(https://github.com/iptc/newsml-g2): any `*.xsd` that declares one, with those it includes beside it.
"""

import json
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from beleg.publishing.release import Release
from beleg.publishing.targets import newsml_g2, ninjs
from benchmarks.figures import Figure
from benchmarks.formats import made_up

NINJS = "ninjs-schema_3.1.json"


def run(schemas: Path | None) -> list[Figure]:
    """Measure on articles made on the spot. Raises FileNotFoundError without the schemas."""
    if schemas is None:
        raise FileNotFoundError(
            "The IPTC's schemas are no part of Beleg; name their folder with --schemas PATH."
        )
    with tempfile.TemporaryDirectory() as name:
        return _valid([release for release, _, _ in made_up(Path(name) / "newsroom")], schemas)


def _newsml_schema(folder: Path) -> etree.XMLSchema:
    for path in sorted(folder.glob("*.xsd")):
        if etree.parse(path).find("{http://www.w3.org/2001/XMLSchema}element[@name='newsItem']") is not None:
            return etree.XMLSchema(etree.parse(path))
    raise FileNotFoundError(f"{folder}: no *.xsd that declares the newsItem of NewsML-G2.")


def _valid(releases: list[Release], folder: Path) -> list[Figure]:
    """The shares that are valid against the IPTC's schemas in `folder`. Raises FileNotFoundError if one is not
    there.
    """
    if not (folder / NINJS).is_file():
        raise FileNotFoundError(f"{folder}: no {NINJS}.")
    in_json = Draft202012Validator(
        json.loads((folder / NINJS).read_text("utf-8")), format_checker=FormatChecker()
    )
    in_xml = _newsml_schema(folder)
    count = len(releases)
    ninjs_valid = sum(in_json.is_valid(json.loads(ninjs.render(release))) for release in releases)
    newsml_valid = sum(in_xml.validate(etree.fromstring(newsml_g2.render(release))) for release in releases)
    return [
        Figure("schemas.ninjs_valid", ninjs_valid / count, "share"),
        Figure("schemas.newsml_g2_valid", newsml_valid / count, "share"),
    ]
