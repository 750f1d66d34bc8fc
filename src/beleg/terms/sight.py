"""Sight: how much a newsroom knows of whether somebody had the evidence before their eyes when they spoke of a
sentence.
"""

from enum import StrEnum


class Sight(StrEnum):
    """What was known of the evidence on the screen. That it was there says nothing about whether it was read."""

    NOT_KNOWN = ""
    """Nothing: it was said in the terminal or by a program, the sentence has no evidence, or the record is older than
    the question.
    """
    DISPLAYED = "displayed"
    """The page with the passages was sent to somebody whose browser ran no script: they may have been outside the
    window.
    """
    IN_VIEW = "in_view"
    """The browser said that every line of every passage was in view in its window."""
