"""The second judge: asked about the sentences words cannot decide, and about nothing else.

A second judge is a language model behind a small protocol. It is given a sentence and its passages, and its opinion
stands beside the verdict; the verdict stays. Two things are asked of an opinion that calls a sentence supported,
because language models like to agree and because a passage may be written to make them: it has to name words that a
passage really has, and the same judge must not call an invented sentence supported by the same passages.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

from beleg.checks.catalogue import against_sentence
from beleg.checks.unsupported_sentence import UnsupportedSentence
from beleg.language.orders import gives_orders
from beleg.terms.finding import Severity
from beleg.terms.opinion import Answer, Opinion
from beleg.terms.refusal import Error
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.wording import Wording
from beleg.text.normalising import normalise

MOST_ASKED: Final = 40
"""Sentences of one draft that are asked about, unless somebody says otherwise."""
_GIVE_UP: Final = 2
"""Questions in a row without an answer after which no further one is asked."""
_FEWEST_WORDS: Final = 3
"""Words of a passage that an opinion has to name, unless the passage has fewer."""
_LONGEST: Final = 400
"""Code points of a reason that are kept."""
_WORD = re.compile(r"\w+")

CONTROL: Final = Wording(
    de="Der Leuchtturmwärter Ansgar Quellmoor hat am Pfingstmontag in Tiefenhusum 47 Papageien verschenkt.",
    en="On Whit Monday the lighthouse keeper Ansgar Quellmoor gave away 47 parrots in Tiefenhusum.",
)
"""The invented sentence that no passage supports."""
_ASKED: Final = Wording(
    de="Zweites Urteil: Das Sprachmodell {judge} wurde nach Sätzen gefragt, über die Worte allein nicht entscheiden ({asked} von "
    "{undecided}); nach seiner Ansicht belegt: {supported}, nicht belegt: {not_supported}, nicht zu sagen: {cannot_say}. "
    "Das ändert kein Urteil.",
    en="Second judge: the language model {judge} was asked about sentences that words alone cannot decide ({asked} of "
    "{undecided}); in its view supported: {supported}, not supported: {not_supported}, cannot say: {cannot_say}. "
    "This changes no verdict.",
)
_NOTHING_TO_ASK: Final = Wording(
    de="Zweites Urteil: Das Sprachmodell {judge} wurde nichts gefragt; zu keinem Satz war etwas offen, wozu es eine Stelle gibt.",
    en="Second judge: the language model {judge} was asked nothing; no sentence that has a passage was undecided.",
)
_NO_ANSWER: Final = Wording(
    de="Zweites Urteil: ohne brauchbare Antwort des Sprachmodells {judge} blieben {failed} von {asked} Sätzen ({reason}).",
    en="Second judge: {failed} of {asked} sentences stayed without a usable answer of the language model {judge} ({reason}).",
)
_NO_WORDS: Final = Wording(
    de="Es hält den Satz für belegt, nennt aber keine Worte, die in einer Stelle stehen.",
    en="It calls the sentence supported, but names no words that stand in a passage.",
)
_AGREES_WITH_ANYTHING: Final = Wording(
    de="Es hält mit denselben Stellen auch einen erfundenen Satz für belegt; seine Antwort sagt nichts.",
    en="With the same passages it calls an invented sentence supported as well; its answer says nothing.",
)


@dataclass(frozen=True, slots=True)
class Question:
    """All that a second judge is told: a sentence of a draft, and the words of the passages it rests on, best first."""

    sentence: str
    passages: tuple[str, ...]

    @property
    def size(self) -> int:
        """Code points of sentence and passages together."""
        return len(self.sentence) + sum(map(len, self.passages))

    def control(self, language: str) -> "Question":
        """The same passages with the invented sentence: asked after every opinion that calls the sentence supported."""
        return replace(self, sentence=CONTROL.in_language(language))


class NoAnswerError(Error):
    """A second judge gave no answer, or none that can be used. `final`: asking about another sentence is of no use.

    `why` says it in half a sentence; it never holds a key or the words of an answer.
    """

    def __init__(self, why: Wording, *, final: bool = False) -> None:
        super().__init__(why.en)
        self.why = why
        self.final = final


class SecondJudge(Protocol):
    """Somebody who can be asked whether passages say what a sentence says."""

    @property
    def name(self) -> str:
        """What the report calls it: the name of the model."""

    def ask(self, question: Question) -> Opinion:
        """Its opinion. Raises NoAnswerError where it has none to give."""


def undecided(report: Report) -> tuple[CheckedSentence, ...]:
    """The sentences that words cannot decide: without enough of their content in the passages, and nothing else against
    them.
    """
    return tuple(sentence for sentence in report.sentences if _undecided(sentence))


def questions(report: Report, most: int = MOST_ASKED) -> dict[CheckedSentence, Question]:
    """What a second judge would be asked: the first `most` undecided sentences that have a passage.

    Passages that give orders to a machine are no evidence and are not sent.
    """
    found = {
        each: tuple(p.text for p in each.evidence if not gives_orders(p.text)) for each in undecided(report)
    }
    asked = [(each, Question(each.text, passages)) for each, passages in found.items() if passages]
    return dict(asked[:most])


def with_opinions(
    report: Report, judge: SecondJudge, *, most: int = MOST_ASKED, messages: str = ""
) -> Report:
    """The report with the second judge's opinions beside the verdicts, and a remark that says what was asked.

    `messages` is the language of the remarks (`de`, `en`), the draft's where not given. Nothing is raised: a judge
    that does not answer costs one remark.
    """
    language = messages or report.language or "en"
    asked = questions(report, most)
    opinions: dict[CheckedSentence, Opinion] = {}
    failures: list[NoAnswerError] = []
    in_a_row = 0
    for sentence, question in asked.items():
        try:
            opinions[sentence] = _opinion(judge, question, language, report.language)
            in_a_row = 0
        except NoAnswerError as failure:
            failures.append(failure)
            in_a_row += 1
            if failure.final or in_a_row == _GIVE_UP:
                break
    remarks = _remarks(report, judge, len(asked), opinions, failures, language)
    return replace(
        report,
        sentences=tuple(
            replace(sentence, opinion=opinions[sentence]) if sentence in opinions else sentence
            for sentence in report.sentences
        ),
        remarks=(*report.remarks, *remarks),
    )


def believed(sentence: CheckedSentence) -> Verdict:
    """The verdict as it would be if the second judge were believed; for measuring, never for a report."""
    if sentence.opinion is not None and sentence.opinion.answer is Answer.SUPPORTED and _undecided(sentence):
        return Verdict.SUPPORTED
    return sentence.verdict


def _undecided(sentence: CheckedSentence) -> bool:
    if sentence.verdict is not Verdict.UNSUPPORTED:
        return False
    if any(finding.severity is Severity.ERROR for finding in sentence.findings):
        return False
    against = {finding.check for finding in sentence.findings if against_sentence(finding)}
    return against <= {UnsupportedSentence.id}


def _opinion(judge: SecondJudge, question: Question, language: str, draft: str) -> Opinion:
    given = judge.ask(question)
    opinion = replace(given, reason=_plain(given.reason), words=_plain(given.words))
    if opinion.answer is not Answer.SUPPORTED:
        return opinion
    if not _stands_in(opinion.words, question.passages):
        return replace(opinion, answer=Answer.CANNOT_SAY, reason=_NO_WORDS.in_language(language), words="")
    control = judge.ask(question.control(draft))
    if control.answer is Answer.SUPPORTED:
        reason = _AGREES_WITH_ANYTHING.in_language(language)
        return replace(opinion, answer=Answer.CANNOT_SAY, reason=reason, words="")
    return opinion


def _stands_in(words: str, passages: tuple[str, ...]) -> bool:
    """Whether a passage has these words in a row, and enough of them."""
    wanted = _words(words)
    for passage in passages:
        there = _words(passage)
        if (
            len(wanted) >= min(_FEWEST_WORDS, len(there))
            and f" {' '.join(wanted)} " in f" {' '.join(there)} "
        ):
            return bool(wanted)
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(normalise(text).text.casefold())


def _plain(words: str) -> str:
    """A model's words as a screen can show them: one line, no control characters, not too long."""
    joined = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in words).split())
    return joined if len(joined) <= _LONGEST else f"{joined[: _LONGEST - 2].rstrip()} …"


def _remarks(
    report: Report,
    judge: SecondJudge,
    asked: int,
    opinions: dict[CheckedSentence, Opinion],
    failures: list[NoAnswerError],
    language: str,
) -> Iterator[str]:
    name = ("judge", judge.name)
    if not asked:
        yield _NOTHING_TO_ASK.in_language(language, (name,))
        return
    answers = Counter(opinion.answer for opinion in opinions.values())
    if opinions or not failures:
        counted = tuple((answer.value, str(answers[answer])) for answer in Answer)
        numbers = (("asked", str(len(opinions))), ("undecided", str(len(undecided(report)))))
        yield _ASKED.in_language(language, (name, *numbers, *counted))
    if failures:
        reason = ("reason", failures[0].why.in_language(language))
        missing = (("failed", str(asked - len(opinions))), ("asked", str(asked)))
        yield _NO_ANSWER.in_language(language, (name, reason, *missing))
