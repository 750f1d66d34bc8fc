"""Retelling in German: a source's statement in indirect speech, with who made it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from beleg.language.de.indirect_speech import in_indirect_speech
from beleg.language.de.paradigm import finite
from beleg.language.de.verb_places import is_order_in_infinitive
from beleg.language.word_lists import word_list
from beleg.text.tokens import tokenize

_ARTICLES = {"feminine": "die ", "masculine": "der ", "neuter": "das ", "plural": "die "}


class GermanRetelling:
    """Retelling in German (`beleg.language.retelling.Retelling`)."""

    def attributed(self, statement: str, to: str, *, medium: bool) -> str | None:
        """ "Der Rat habe den Abriss beschlossen, berichtete das Tarne-Portal." """
        turned = in_indirect_speech(statement)
        return f"{turned}, {_frame(to, medium=medium)}." if turned else None

    def going_on(self, statement: str) -> str | None:
        """ "Der Bau werde zwei Jahre dauern." """
        turned = in_indirect_speech(statement)
        # A form that looks like the indicative to a reader would not show whose words they are.
        return f"{turned}." if turned and turned != statement.removesuffix(".") else None

    def quoted(self, statement: str, of: str, *, medium: bool) -> str:
        """ "„Der Rat hat entschieden“, berichtete das Tarne-Portal." """
        words = statement.removesuffix(".")
        return f"„{words}“, {_frame(of, medium=medium)}."

    def dated(self, statement: str, day: date | None) -> str | None:
        """ "Der Rat tagt heute." on a Friday: "Der Rat tagt am Freitag." """
        days, words = _data()["days"], _lists()
        tokens = tokenize(statement)
        written = [token.text for token in tokens]
        if _points(written):
            return None
        text, at = "", 0
        for number, token in enumerate(tokens):
            following = written[number + 1] if number + 1 < len(written) else ""
            before = written[number - 1].lower() if number else ""
            low = token.text.lower()
            tomorrow = token.text == "morgen" and before not in words["not_tomorrow"]
            tomorrow = tomorrow or (token.text == "Morgen" and not number and bool(finite(following)))
            if low not in days and not tomorrow:
                continue
            if day is None or following in words["times_of_day"] or before in words["no_day_after"]:
                return None
            meant = day + timedelta(days=1 if tomorrow else days[low])
            weekday = _data()["words"]["weekdays"].split()[meant.weekday()]
            bare = before in words["bare_day_after"]
            text += statement[at : token.start] + (
                weekday if bare else f"{'am' if number else 'Am'} {weekday}"
            )
            at = token.end
        return text + statement[at:]

    def bids(self, sentence: str) -> bool:
        """Whether "Jetzt gratis testen und lesen." asks something of its reader."""
        return is_order_in_infinitive([token.text for token in tokenize(sentence)])

    def speaks_of(self, sentence: str, who: str) -> bool:
        """Whether "Die Sonnig AG ist führend." speaks of the Sonnig AG."""
        words = [token.text for token in tokenize(sentence)]
        begin = words[1:] if words and words[0] in {"Die", "Der", "Das"} else words
        names = [word for word in who.replace("-", " ").split() if word not in _data()["legal_forms"]]
        if not begin or not names or _is_authority(who):
            return False
        return begin[0] == names[0] or begin[0] == who.split(maxsplit=1)[0]


def _points(written: Sequence[str]) -> bool:
    """Whether words point to a time from the day of speaking in a way no rule puts in words: "nächste Woche"."""
    words = _lists()
    low = [word.lower() for word in written]
    for at, word in enumerate(low):
        following = written[at + 1] if at + 1 < len(written) else ""
        if word in words["pointing"]:
            return True
        if word in words["next_or_last"] and following in words["times"]:
            return True
        stretch = following not in {"den", "der"} and any(
            unit in words["stretches"] for unit in written[at + 1 : at + 4]
        )
        if word in words["so_long"] and stretch:
            return True
        if word == "heute" and low[at + 1 : at + 3] == ["auf", "morgen"]:
            return True  # "von heute auf morgen": all of a sudden
        if word == "heute" and _nowadays(low, at):
            return True
    return False


def _nowadays(low: Sequence[str], at: int) -> bool:
    """Whether "heute" at this place is no day: "bis heute", "Heute leben dort 300 Menschen"."""
    words = _lists()
    before, after = low[max(0, at - 1) : at], low[at + 1 : at + 2]
    if before in (["ab"], ["seit"]) or (before, after) == (["von"], ["an"]):
        return False
    beside = {*before, *after}
    return bool(beside & words["nowadays_beside"]) or not words["nowadays_with"].isdisjoint(low)


def _frame(who: str, *, medium: bool) -> str:
    article, several = _article(who)
    medium = medium and not _is_body(who)
    if who.partition(" ")[0] in {"Der", "Die", "Das"}:
        article, who = "", who[0].lower() + who[1:]
    if medium:
        return f"{'berichteten' if several else 'berichtete'} {article}{who}"
    return f"{'teilten' if several else 'teilte'} {article}{who} mit"


@cache
def _article(who: str) -> tuple[str, bool]:
    """The article with which a medium or body is named, with a blank behind it, and whether it is several.

    Empty for a name whose gender is not known: "berichtete Reuters" needs none.
    """
    forms = _data()["legal_forms"]
    for form in forms:
        if who.endswith((f" {form}", f" {form}.")):
            return _ARTICLES[forms[form]], False
    for word in who.replace("-", " ").split():
        for gender, article in _ARTICLES.items():
            if word.lower().endswith(tuple(_data()[gender].split())):
                return article, gender == "plural"
    return "", False


def _is_body(who: str) -> bool:
    """Whether a publisher is no medium but a company, an authority or an association that speaks for itself."""
    words = who.replace("-", " ").lower().split()
    if any(who.endswith((f" {form}", f" {form}.")) for form in _data()["legal_forms"]):
        return True
    media = tuple(_data()["media"].split())
    return not any(word.endswith(media) for word in words) and _is_authority(who)


def _is_authority(who: str) -> bool:
    bodies = tuple(_data()["bodies"].split())
    return any(word.endswith(bodies) for word in who.replace("-", " ").lower().split())


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _data()["words"].items()}


@cache
def _data() -> Mapping[str, Any]:
    return word_list(__package__, "retelling.toml")


RETELLING = GermanRetelling()
