from beleg.api.entrance import check as check
from beleg.api.entrance import read as read
from beleg.api.entrance import take_in as take_in
from beleg.models.chat_judge import ChatJudge as ChatJudge
from beleg.second_judge import NoAnswerError as NoAnswerError
from beleg.second_judge import Question as Question
from beleg.second_judge import SecondJudge as SecondJudge
from beleg.terms.finding import Finding as Finding
from beleg.terms.finding import Severity as Severity
from beleg.terms.opinion import Answer as Answer
from beleg.terms.opinion import Opinion as Opinion
from beleg.terms.passage import Passage as Passage
from beleg.terms.quotation import Medium as Medium
from beleg.terms.quotation import Quotation as Quotation
from beleg.terms.quotation import QuotationKind as QuotationKind
from beleg.terms.reading import Block as Block
from beleg.terms.reading import BlockKind as BlockKind
from beleg.terms.reading import Reading as Reading
from beleg.terms.reading import Sentence as Sentence
from beleg.terms.reading import Voice as Voice
from beleg.terms.refusal import Error as Error
from beleg.terms.report import CheckedSentence as CheckedSentence
from beleg.terms.report import Coverage as Coverage
from beleg.terms.report import Report as Report
from beleg.terms.report import Verdict as Verdict
from beleg.terms.source import Source as Source
from beleg.terms.span import Span as Span
from beleg.terms.token import Token as Token
from beleg.terms.unit import Outcome as Outcome
from beleg.terms.unit import Unit as Unit
from beleg.terms.unit import UnitKind as UnitKind

__all__: list[str]
__version__: str
