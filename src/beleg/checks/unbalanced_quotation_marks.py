"""unbalanced_quotation_marks: a quotation begins or ends nowhere."""

import re
from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.marks import quotation_marks

# What a typewriter or a plain keyboard makes of quotation marks: ,,so'' or ``so'' or <<so>>.
_TYPED = re.compile(r",,(?=\w)|(?<=[\w.!?])''(?!\w)|``(?=\w)|<<(?=\w)|(?<=[\w.!?])>>")


class UnbalancedQuotationMarks:
    """A quotation mark without its partner in the paragraph.

    ## What it does

    Pairs the quotation marks of each paragraph, German („…“, »…«, ‚…‘), Swiss («…») and English (“…”, "…"), nested
    ones too. A quotation may run over several paragraphs. Apostrophes are left alone. Marks put together from other
    characters (two commas, two apostrophes, two angle brackets) are reported, for no quotation is read between them.

    ## Why it matters

    Without the closing mark nobody can tell where the quotation ends and the article goes on. Nor can any tool: what it
    takes for the article's own words may be the speaker's.

    ## What it cannot see

    A pair that closes in the wrong place. Single marks left open (‚…, ‘…), which look like commas and apostrophes. A
    missing closing mark where the next paragraph begins with an opening one: that is how long quotations run on.
    """

    id = "unbalanced_quotation_marks"
    title = Wording(de="Anführungszeichen ohne Gegenstück", en="Unbalanced quotation marks")
    messages = {
        "unpaired": Wording(
            de="Dieses Anführungszeichen hat kein Gegenstück.", en="This quotation mark has no partner."
        ),
        "unread": Wording(
            de="Das ist kein Anführungszeichen, auch wenn es so gemeint ist; was hier zitiert wird, wurde nicht geprüft.",
            en="This is not a quotation mark, even if it is meant as one; what is quoted here was not checked.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Absätze", en="paragraphs")
    cases = (
        Case(draft="„Die Brücke bleibt zu, sagte Weber.", flagged=("„",)),
        Case(draft="Die Brücke bleibt zu“, sagte Weber.", flagged=("“",)),
        Case(draft="Sie nannte den Plan »eine Zumutung. Kroll schwieg.", flagged=("»",)),
        Case(draft=",,Die Brücke bleibt zu'', sagte Weber.", flagged=(",,", "''")),
        Case(draft="- „Die Brücke bleibt zu\n- „Das Bad schließt“", flagged=("„",)),
        Case(draft="„Bis März“, sagte Weber. Kroll rief: „Das ist zu lang. Der Rat schwieg.", flagged=("„",)),
        Case(draft="“The bridge stays closed, Weber said.", flagged=("“",), language="en"),
        Case(draft="``The bridge stays closed'', Weber said.", flagged=("``", "''"), language="en"),
        Case(draft='"The bridge stays closed, Weber said.', flagged=('"',), language="en"),
        Case(draft="„Sie nannte es ‚eine Frage der Zeit‘“, sagte Kroll."),
        Case(draft="«Die Brücke bleibt zu», sagte Weber. »Nein«, sagte Kroll."),
        Case(draft="„Die Brücke bleibt zu.\n\n„Wir haben keine Wahl“, sagte Weber."),
        Case(
            draft="„Er rief: ›Nie!‹ – und dann ‚Nie wieder‘“, sagte Kroll. Der Ku'damm ist frei, so geht's."
        ),
        Case(draft="Das Brett ist 12\" breit, die Leiste 3' lang."),
        Case(draft="- „Brücke“\n- »Bad«\n- ohne alles"),
        Case(draft="“She called it ‘a question of time’,” Kroll said of the 1990s' plan.", language="en"),
        Case(draft="“It's closed,” Weber said. 'Twas the night's rain.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The paragraphs, headlines and items."""
        return len(examination.reading.blocks)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each mark without a partner."""
        reading = examination.reading
        for at in quotation_marks(reading.text, reading.blocks).unpaired:
            yield report(self, Span(at, at + 1))
        for match in _TYPED.finditer(reading.text):
            yield report(self, Span(*match.span()), message="unread")
