"""Word lists: the data files that lie beside the code of a language."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list(package: str, name: str) -> dict[str, Any]:
    """The word list `name` of a language's package; read once, and not to be changed."""
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
