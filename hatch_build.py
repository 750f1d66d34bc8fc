"""What hatchling asks when a package is built: whether the desk's script is in it, and what the package index shows of
it.
"""

import re
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

BUILT = Path("src", "beleg", "desk", "static", "built")
NEEDED = ("desk.js", "LICENSES.md")
"""The script that every page loads, and the licences of the libraries in it, which have to go where it goes."""
_RELATIVE = re.compile(r"(!?)(\[[^\]]*\])\((?![a-z]+:|#)([^)]+)\)")


class ScriptHook(BuildHookInterface[BuilderConfig]):
    """A package without the desk's script would install a desk in which nobody can write: it is not built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Stop with one sentence where the script is missing. An editable install comes before the script and goes
        on.
        """
        missing = [name for name in NEEDED if not (Path(self.root) / BUILT / name).is_file()]
        if missing and version != "editable":
            raise SystemExit(
                f"The desk's script is not built ({BUILT.as_posix()}/{missing[0]} is missing): run `make web` first."
            )


class ReadmeHook(MetadataHookInterface):
    """The README as a package index can show it: there is no folder there that its links could lead into."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the README in, its links and pictures with the address of the repository (`Source`) before them."""
        readme = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": with_addresses(readme, metadata["urls"]["Source"]),
        }


def with_addresses(markdown: str, repository: str) -> str:
    """Markdown whose links and pictures lead into the repository at this address, and no longer beside itself."""
    return _RELATIVE.sub(
        lambda link: f"{link[1]}{link[2]}({repository}/{'raw' if link[1] else 'blob'}/main/{link[3]})",
        markdown,
    )
