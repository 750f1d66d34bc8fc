"""The section of the review report on who judged sentences of high risk before they saw what the machine says of
them.
"""

from beleg.publishing.document import Block, Fact, Facts, Section, Text
from beleg.publishing.review_report_words import Say
from beleg.review.judging import tally
from beleg.terms.dossier import Dossier
from beleg.terms.review import Review
from beleg.terms.wording import Wording

_TITLE = Wording(de="Wer vor der Maschine geurteilt hat", en="Who judged before the machine")
_WHAT = Wording(
    de="Heikel sind Sätze mit Zitaten, mit Vorwürfen gegen Menschen, die genannt werden, und mit Zahlen, die in keiner Stelle "
    "genau so stehen. Wer an dem Text nicht mitgeschrieben hat, sagt von ihnen, ob es so in der Quelle steht, bevor der Desk "
    "den Befund zeigt.",
    en="Sentences of high risk have quotations, accusations against people who are named, or numbers that stand in no passage "
    "exactly so. Whoever wrote none of the text says whether the source has it so before the desk shows what was found.",
)
_NONE = Wording(de="Der Text hat keine heiklen Sätze.", en="The text has no sentence of high risk.")
_SENTENCES, _BEFORE, _AFTER, _ANSWERS, _DIFFERING = (
    Wording(de="Heikle Sätze im jetzigen Text", en="Sentences of high risk in the present text"),
    Wording(
        de="Davon beurteilt, bevor der Befund zu sehen war", en="Of these judged before the finding was shown"
    ),
    Wording(
        de="Davon nur beurteilt, als ein Befund schon zu sehen gewesen war",
        en="Of these judged only after a finding had been shown",
    ),
    Wording(de="Antworten dazu", en="Answers to them"),
    Wording(de="Antworten, die vom Befund abweichen", en="Answers that differ from the finding"),
)


def judging(dossier: Dossier, review: Review, say: Say) -> Section:
    """How many sentences of high risk were judged before a verdict was shown, and how often person and machine
    differed.
    """
    counted = tally(dossier, review)
    if not counted.sentences:
        return Section(say(_TITLE), (Text(say(_NONE)),))
    facts: tuple[tuple[Wording, int], ...] = (
        (_SENTENCES, counted.sentences),
        (_BEFORE, counted.before_verdict),
        *(((_AFTER, counted.after_verdict),) if counted.after_verdict else ()),
        (_ANSWERS, counted.answers),
        (_DIFFERING, counted.differing),
    )
    told = Facts(tuple(Fact(say(name), str(count)) for name, count in facts))
    blocks: tuple[Block, ...] = (told, Text(say(_WHAT), quiet=True))
    return Section(say(_TITLE), blocks)
