"""Colour: whether a stream gets any."""

import os
from typing import TextIO


def wanted(stream: TextIO) -> bool:
    """Whether to colour: only on a terminal that can, and not where NO_COLOR is set (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
