"""Lexicon: the words a language announces quotations with, and its closed classes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from beleg.language.word_lists import word_list
from beleg.language.words import Phrases, by_first_word
from beleg.terms.quotation import Medium


class Takes(StrEnum):
    """What a cue verb takes as the words it reports."""

    CLAUSE = "clause"
    """A clause or direct speech: "sagte, dass …", "said: …"."""
    NAME = "name"
    """A name for a thing: "nannte den Plan „…“"."""
    OBJECT = "object"
    """An object that only names the content: "kritisierte den Plan"."""
    LEARNT = "learnt"
    """Nothing; its subject passes on what it was told: "wie die Zeitung aus dem Rathaus erfuhr"."""


class Shape(StrEnum):
    """Which form of a verb it is."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a verb that announces somebody's words.

    `particle` is what has to stand apart from it at the end of its clause ("teilte … mit"); empty where nothing
    does.
    """

    lemma: str
    shape: Shape
    takes: Takes
    medium: Medium
    particle: str = ""


class Gender(StrEnum):
    """Which pronouns can stand for a speaker."""

    FEMALE = "female"
    MALE = "male"
    SEVERAL = "several"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one language that reading asks for; all in lower case and composed form.

    Attribution phrases: `according` begin a phrase with its speaker ("laut X"; tuples of words, "according to"),
    `according_after` follow their speaker ("X zufolge"), `accounts` are the nouns that turn a preposition into an
    attribution ("nach Angaben"), `account_prepositions` those prepositions, `so` closes a sentence with its speaker
    (", so X"), `as_told` begins a comment clause ("wie X sagte"), `thereafter` points back ("demnach").
    """

    verbs: Mapping[str, tuple[CueForm, ...]]
    reporting: frozenset[str]
    """Infinitives of cue verbs with which a whole sentence reports a saying: "kritisieren", "fordern"."""
    reporting_with: Mapping[str, frozenset[str]]
    """What such a verb needs beside it: "ausgehen" a "von"."""
    not_reporting_with: Mapping[str, frozenset[str]]
    """What beside such a verb makes it no saying: "forderte drei Todesopfer"."""
    negating: frozenset[str]
    """Words after a cue verb that deny the saying."""
    auxiliaries: frozenset[str]
    """Finite forms that make a perfect or a passive with a participle."""
    passive: frozenset[str]
    """Those of them that make a passive: its subject is not who speaks."""
    finite: frozenset[str]
    """Frequent finite verbs that are nothing else."""
    finite_forms: frozenset[str]
    """Finite forms of further verbs; small letters only, for some are nouns as well ("band", "stand")."""
    comma_before_clause: bool
    """Whether a comma or colon divides a frame from a clause it announces (German), or nothing need to (English)."""
    nouns_capitalised: bool
    reports_by_mood: bool
    """Whether reported speech has a mood of its own (the German Konjunktiv)."""
    saying: frozenset[str]
    """Infinitives of cue verbs after which a colon announces somebody's words: "erklärte: …"."""
    verb_second: frozenset[str]
    """Infinitives of cue verbs after which a main clause in the indicative is reported: "sagte, die Brücke hält"."""
    told: frozenset[str]
    """Infinitives of cue verbs that name the addressee before the content: "told the paper …"."""
    separable: frozenset[str]
    """Particles that stand at the end of a clause and make its verb another one: "sprach ihn frei"."""
    reflexive_cues: frozenset[str]
    """Infinitives of cue verbs that stay a saying with a reflexive: "äußerte sich"."""
    finite_endings: tuple[str, ...]
    """Endings of finite verbs that the word lists lack; asked only right after a subject."""
    correlates: frozenset[str]
    """Words that point to the clause that follows: "darauf"."""
    agents: frozenset[str]
    """Prepositions before the one who acts in a passive."""
    comparing: frozenset[str]
    """Words before what something is compared with: "größer als"."""
    owners: frozenset[str]
    """Prepositions between an account or claim and whose it is."""
    places: frozenset[str]
    """Prepositions before the body or paper that speaks in "hieß es aus dem Rathaus"."""
    opinions: tuple[str, ...]
    """Those accounts that are a thought rather than words."""
    according: Phrases
    according_after: frozenset[str]
    account_prepositions: frozenset[str]
    accounts: tuple[str, ...]
    """Endings of nouns that name an account: "angaben" also ends "Polizeiangaben"."""
    no_accounts: frozenset[str]
    """Nouns with such an ending that are something else: "aufsicht"."""
    so: frozenset[str]
    as_told: frozenset[str]
    thereafter: frozenset[str]
    claims: frozenset[str]
    """Nouns that announce a claim: "der Vorwurf, er habe …"."""
    holding: frozenset[str]
    """Finite verbs between who holds a claim and its noun: "ist der Meinung", "vertritt die Auffassung"."""
    backward: frozenset[str]
    """Words by which a frame points to the sentence before: "Das teilte die Stadt mit"."""
    backward_cues: frozenset[str]
    """Infinitives of cue verbs that do so; "Das erklärt die Lage" does not."""
    adjective_endings: tuple[str, ...]
    """Endings that only adjectives have."""
    surname_prepositions: frozenset[str]
    """Prepositions with which surnames begin: "von"."""
    after_surname: frozenset[str]
    """Words after a finite verb that show that its subject stands before it."""
    nominative: frozenset[str]
    """Pronouns that are the subject wherever they stand right after the verb."""
    it_is_said: Phrases
    """Phrases that report without naming who: "hieß es"."""
    subordinators: frozenset[str]
    """Words that begin a content clause."""
    other_subordinators: frozenset[str]
    """Words that begin a dependent clause which is no content of a saying ("weil", "während")."""
    relatives: frozenset[str]
    purposes: frozenset[str]
    """Words that make a clause with "zu" one of purpose: "um", "ohne"."""
    infinitive_mark: str
    infinitive_inside: str
    """The same where it stands inside a verb: "anzubieten"; empty where it cannot."""
    prepositions: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    dummy: str
    """The pronoun that only fills the place of a subject: "es wird vermutet"."""
    oblique: frozenset[str]
    """Words that begin a noun phrase which is not the subject ("dem", "ihm")."""
    addressing: frozenset[str]
    """Infinitives of cue verbs that name the one addressed in the accusative: "forderte den Rat auf"."""
    addressing_dative: frozenset[str]
    """Those that name them in the dative and can do so in the passive: "dem Rat wird vorgeworfen"."""
    datives: frozenset[str]
    """Words that begin a phrase in the dative; ambiguous ones only as far as they are read so after a subject."""
    accusatives: frozenset[str]
    addressee_prepositions: frozenset[str]
    conjunctions: frozenset[str]
    coordinators: frozenset[str]
    """Words after which a second frame may follow without a subject of its own: "und kündigte an, …"."""
    adverbs: frozenset[str]
    """Words that may stand in front of a subject or after a verb without belonging to them."""
    pronouns: Mapping[str, Gender]
    mutual: frozenset[str]
    """Forms of verbs that mean the same whoever of the two is the subject: "Kern traf Vogt"."""
    partners: frozenset[str]
    """Prepositions before the other one of the two: "sprach mit Vogt"."""
    time_nouns: frozenset[str]
    reflexives: frozenset[str]
    self_words: frozenset[str]
    """Words by which an account is the subject's own: "nach eigenen Angaben"."""
    female_titles: frozenset[str]
    male_titles: frozenset[str]
    male_determiners: frozenset[str]
    female_determiners: frozenset[str]
    several_determiners: frozenset[str]
    female_endings: tuple[str, ...]
    indefinite: frozenset[str]
    """Articles that bring in somebody new: "ein Sprecher"."""
    degrees: frozenset[str]
    """Words between a title and a name that describe nobody: "Dr"."""
    before_names: frozenset[str]
    """Articles after which words in quotation marks are a name: "der „Kurier“"."""
    inside_surnames: frozenset[str]
    """Articles within a surname: "von der Heide"."""
    judging: frozenset[str]
    """Words before what somebody is called or held to be: "bezeichnete ihn als „Retter“"."""
    members: tuple[str, ...]
    """Nouns by which a text takes up whom it gave a party in brackets: "CDU-Politiker"."""
    aged: str
    """Ending by which it takes up whom it gave an age: "54-Jährige"; empty where it has none."""
    unnamed: tuple[str, ...]
    """Endings of words for speakers who stay in the dark: "insider", "kreise" (also "Rathauskreise")."""
    not_unnamed: frozenset[str]
    """Words with such an ending that are something else: "landkreise"."""
    relying: Phrases
    """Phrases by which one who reports names whose words they are: "unter Berufung auf"."""
    pointing: Phrases
    """Phrases that do so where somebody who can speak follows, and else give a reason: "mit Verweis auf"."""
    voiceless: tuple[str, ...]
    """Endings of nouns for what one relies on that has no voice: "gesetz", "pflicht"."""
    plural_endings: tuple[str, ...]
    """Endings by which a single noun without an article is several people rather than a surname."""
    hedges: frozenset[str]
    hedge_phrases: Phrases
    hedge_verbs: frozenset[str]
    """Verbs that hedge with an infinitive: "soll"."""
    hearsay: frozenset[str]
    """Those of them by which a sentence is somebody else's statement: "soll"."""
    perfect_infinitives: frozenset[str]
    """Auxiliaries that end an infinitive of the perfect: "gestanden haben"."""
    hedge_infinitives: frozenset[str]
    """Verbs that hedge with "zu" and an infinitive: "scheint"."""
    messages: Mapping[str, str]
    """How to say what could not be decided, with `{mark}` and `{words}` to fill in."""

    def leaves_unnamed(self, word: str) -> bool:
        """Whether a lower-case word stands for people whom the text leaves in the dark: "rathauskreise"."""
        return word.endswith(self.unnamed) and word not in self.not_unnamed


Conjugate = Callable[[str], Iterable[tuple[str, Shape, str]]]
"""From an entry of a word list to its forms, each with its shape and the particle that stands apart."""


def cue_forms(package: str, conjugate: Conjugate) -> dict[str, tuple[CueForm, ...]]:
    """The forms of all verbs in `cues.toml` of a language's package, by lower-case word."""
    forms: dict[str, list[CueForm]] = {}
    for medium, kinds in word_list(package, "cues.toml").items():
        for takes, entries in kinds.items():
            for entry in entries:
                for word, shape, particle in conjugate(entry):
                    lemma = entry.split()[0].replace("|", "")
                    form = CueForm(lemma, shape, Takes(takes), Medium(medium), particle)
                    if form not in forms.setdefault(word, []):
                        forms[word].append(form)
    # A verb whose particle stands in the sentence is that verb: "forderte … auf" is no "forderte".
    return {word: tuple(sorted(found, key=lambda form: not form.particle)) for word, found in forms.items()}


def read_lexicon(package: str, conjugate: Conjugate, verbs: Iterable[str] = ()) -> Lexicon:
    """The lexicon of a language from `cues.toml` and `words.toml` in its package.

    `verbs` are entries of further verbs whose finite forms are to be known.
    """
    data = word_list(package, "words.toml")
    words = {name: frozenset(value.split()) for name, value in data.items() if isinstance(value, str)}
    phrases = {name: by_first_word(value) for name, value in data.items() if isinstance(value, list)}
    cues = cue_forms(package, conjugate)
    known = {form for verb in verbs for form, shape, _ in conjugate(verb) if shape is Shape.FINITE}
    known.update(form for form, uses in cues.items() if any(use.shape is Shape.FINITE for use in uses))
    return Lexicon(
        verbs=cues,
        finite_forms=frozenset(known | words["finite"]),
        accounts=tuple(sorted(words["accounts"])),
        pronouns={word: Gender(gender) for word, gender in data["pronouns"].items()},
        dummy=data["dummy"],
        unnamed=tuple(data["unnamed"].split()),
        plural_endings=tuple(data["plural_endings"]),
        reporting_with={verb: frozenset(needed.split()) for verb, needed in data["reporting_with"].items()},
        not_reporting_with={
            verb: frozenset(idiom.split()) for verb, idiom in data["not_reporting_with"].items()
        },
        infinitive_mark=data["infinitive_mark"],
        infinitive_inside=data["infinitive_inside"],
        comma_before_clause=data["comma_before_clause"],
        nouns_capitalised=data["nouns_capitalised"],
        reports_by_mood=data["reports_by_mood"],
        adjective_endings=tuple(data["adjective_endings"]),
        finite_endings=tuple(data["finite_endings"]),
        opinions=tuple(data["opinions"].split()),
        messages=data["messages"],
        according=phrases["according"],
        it_is_said=phrases["it_is_said"],
        hedge_phrases=phrases["hedge_phrases"],
        relying=phrases["relying"],
        pointing=phrases["pointing"],
        members=tuple(data["members"].split()),
        aged=data["aged"],
        voiceless=tuple(data["voiceless"].split()),
        female_endings=tuple(data["female_endings"]),
        **{name: words[name] for name in _PLAIN},
    )


_PLAIN: Final = tuple(
    field.name
    for field in fields(Lexicon)
    if (field.type is frozenset or str(field.type) == "frozenset[str]") and field.name != "finite_forms"
)
