"""Account phrases: "nach Angaben von X", "nach eigener Einschätzung", "seiner Ansicht nach", and whose they are."""

from beleg.reading.phrase_frames import framed, to_the_verb
from beleg.reading.speakers import subject
from beleg.reading.wording import Framed, Range, Wording
from beleg.terms.quotation import Medium


def account(wording: Wording, at: int, moods: frozenset[int]) -> Framed | None:
    """ "nach Angaben von X", "nach Einschätzung des X", "nach eigenen Angaben"."""
    lexicon, low = wording.lexicon, wording.low
    noun = next((i for i in range(at + 1, min(at + 6, wording.end)) if _names_account(wording, i)), None)
    if noun is None or any(not wording.words.is_word(i) for i in range(at + 1, noun)):
        return None
    possessor = _genitive_name(wording, at + 1, noun)
    if not possessor and any(
        wording.words.capitalised(i) for i in range(at + 1, noun) if wording.lexicon.nouns_capitalised
    ):
        return None
    reached = max(wording.noun_phrase(at + 1), noun + 1)
    reached, end = to_the_verb(wording, at, reached, moods)
    referent: Range | None
    if any(word in lexicon.self_words for word in low[at + 1 : noun]):
        reached = end = noun + 1
        verb = next((i for i in range(wording.end) if wording.verb_at(i) or i in moods), None)
        referent = (
            subject(wording, reached if at == 0 else 0, verb, wording.end) if verb is not None else None
        )
    elif possessor:
        referent = (at + 1, noun)
    else:
        referent = owner_of(wording, at + 1, reached)
    return framed(
        wording,
        (at, end),
        [(at, at + 1)],
        (at + 1, reached),
        referent=referent,
        medium=Medium.THOUGHT if low[noun].endswith(lexicon.opinions) else Medium.SPEECH,
        rule="account",
    )


def opinion_after(wording: Wording, at: int) -> Framed | None:
    """ "seiner Ansicht nach", "ihrer Meinung nach": whose it is, the sentences before say."""
    lexicon, low = wording.lexicon, wording.low
    start = at - 2
    if start < 0 or not low[at - 1].endswith(lexicon.accounts) or low[start] not in lexicon.possessives:
        return None
    return framed(
        wording, (start, at + 1), [(at, at + 1)], (start, at), medium=Medium.THOUGHT, rule="opinion"
    )


def owner_of(wording: Wording, start: int, end: int) -> Range:
    """Whose account it is: what follows "von" or a genitive after the noun; the whole phrase where nothing does."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(start, end):
        if not low[at].endswith(lexicon.accounts) or at + 1 >= end:
            continue
        owner = at + 1
        if low[owner] in lexicon.owners:
            owner += 1
        elif (
            low[owner] not in lexicon.determiners
            and wording.lexicon.nouns_capitalised
            and not _genitive_name(wording, owner, end)
        ):
            continue
        if owner < end and low[owner] not in lexicon.prepositions:
            return (owner, end)
    return (start, end)


def _names_account(wording: Wording, at: int) -> bool:
    """In German a capitalised word; in English one that names an account, for nothing else tells a noun."""
    lexicon, low = wording.lexicon, wording.low
    if not lexicon.nouns_capitalised:
        return low[at] in lexicon.accounts
    return (
        wording.words.capitalised(at)
        and low[at].endswith(lexicon.accounts)
        and low[at] not in lexicon.no_accounts
    )


def _genitive_name(wording: Wording, start: int, noun: int) -> bool:
    """Whether a name in the genitive stands before the noun: "nach Kerns Meinung", "nach Jana Kerns Ansicht"."""
    return (
        start < noun
        and wording.lexicon.nouns_capitalised
        and all(wording.words.capitalised(at) for at in range(start, noun))
        and wording.low[noun - 1].endswith(("s", "’", "'"))
    )
