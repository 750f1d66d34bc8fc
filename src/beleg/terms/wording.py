"""Wording: one sentence for a person, in every language of the interface."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The same words in German and English; `{name}` marks where a value is filled in."""

    de: str
    en: str

    def in_language(self, language: str, values: tuple[tuple[str, str], ...] = ()) -> str:
        """The words in German for `de`, in English for everything else, with the values filled in."""
        words = self.de if language == "de" else self.en
        for name, value in values:
            words = words.replace("{" + name + "}", value)
        return words
