"""Mood: verbs whose form says that somebody else vouches for the words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportedVerb:
    """A finite verb in the mood of reported speech.

    `at` is its place among the words of its sentence. `certain` says whether the form means nothing else
    (Konjunktiv I: "sei"); otherwise it counts only where words are being reported anyway ("hätten", "würden").
    """

    at: int
    certain: bool
