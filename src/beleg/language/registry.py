"""Registry: the languages Beleg reads."""

from beleg.language.language import Language
from beleg.terms.refusal import Error


def language_for(code: str) -> Language | None:
    """The language with this BCP 47 code ("de", also "de-AT"); None for one that Beleg does not read."""
    primary = code.lower().replace("_", "-").partition("-")[0]
    if primary == "de":
        from beleg.language.de.german import GERMAN

        return GERMAN
    if primary == "en":
        from beleg.language.en.english import ENGLISH

        return ENGLISH
    return None


def language_read(code: str) -> Language:
    """The language with this BCP 47 code. Raises Error for one that Beleg does not read."""
    found = language_for(code)
    if found is None:
        raise Error(f"Beleg does not read the language “{code[:20]}”.")
    return found
