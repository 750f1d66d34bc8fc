"""role_reversed: the draft has somebody act whom the source has acted on, or the other way round."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Die Gemeinde Lindenau verklagte den Landkreis. Der Torwart traf den Schiedsrichter am Kopf. Zwei Wanderer wurden von der "
    "Bergwacht gerettet. Ein Nachbar zeigte den Vermieter an. Der Rat bat den Kreis um Geld. Gegen den Bürgermeister wurde Anzeige erstattet."
)
_SHARED = 0.6
_ALIGNED = 3


class RoleReversed:
    """The right people and the right act, the wrong way round.

    ## What it does

    Finds in clauses with the same verb who acts: by the article ("der", "den") and the passive ("wurde von …
    gerettet"); the order of the words is trusted on one side where both who act are named or have a title. Reports a
    clause in which somebody else acts than in the source, if the two have changed places, in it or across the clauses
    of a sentence; one in which somebody acts on whom the source has it done by a pronoun ("er", "sie"); and a
    comparison turned round ("mehr Frauen als Männer").

    ## Why it matters

    "Der Landkreis verklagte die Gemeinde" has every word of its source. Who sued whom is the news.

    ## What it cannot see

    Roles that no article shows: "Die Bergwacht rettete die Wanderer" can be read both ways in German, so such clauses
    are left alone. In English only comparisons are looked at: there the order of the words alone shows who acts. Who
    stands behind a pronoun that acts. Acts told as nouns ("die Klage der Gemeinde").
    """

    id = "role_reversed"
    title = Wording(de="Rollen vertauscht", en="Roles reversed")
    messages = {
        "reversed": Wording(
            de="In der Quelle handelt hier nicht „{words}“, sondern „{source_words}“.",
            en="In the source it is “{source_words}” who acts here, not “{words}”.",
        ),
        "acted_on": Wording(
            de="In der Quelle geht das nicht von „{words}“ aus, sondern trifft „{words}“.",
            en="In the source it is not “{words}” who acts; it happens to “{words}”.",
        ),
        "measured": Wording(
            de="Der Vergleich ist umgekehrt: In der Quelle steht „{source_words}“, nicht „{words}“.",
            en="The comparison is turned round: the source has “{source_words}”, not “{words}”.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Teilsätze mit Beleg", en="clauses with evidence")
    cases = (
        Case(
            draft="Der Landkreis verklagte die Gemeinde Lindenau.",
            sources=(_SOURCE,),
            flagged=("Der Landkreis verklagte die Gemeinde Lindenau.",),
        ),
        Case(
            draft="Der Schiedsrichter traf den Torwart am Kopf.",
            sources=(_SOURCE,),
            flagged=("Der Schiedsrichter traf den Torwart am Kopf.",),
        ),
        Case(
            draft="Der Vermieter zeigte einen Nachbarn an.",
            sources=(_SOURCE,),
            flagged=("Der Vermieter zeigte einen Nachbarn an.",),
        ),
        Case(
            draft="Der Kreis bat den Rat um Geld.",
            sources=(_SOURCE,),
            flagged=("Der Kreis bat den Rat um Geld.",),
        ),
        Case(
            draft="Der Rat wurde vom Kreis um Geld gebeten.",
            sources=(_SOURCE,),
            flagged=("Der Rat wurde vom Kreis um Geld gebeten.",),
        ),
        Case(
            draft="Den Wanderern half der Radfahrer, und der Hund biss den Briefträger.",
            sources=("Der Briefträger biss den Hund. Der Radfahrer half den Wanderern.",),
            flagged=("und der Hund biss den Briefträger.",),
        ),
        Case(
            draft="Die Feuerwehr übergab den Jungen der Polizei.",
            sources=("Die Polizei übergab den Jungen an die Feuerwehr.",),
            flagged=("Die Feuerwehr übergab den Jungen der Polizei.",),
        ),
        Case(
            draft="Die Kanzlerin kritisierte den Abgeordneten Ole Thoms.",
            sources=("Ole Thoms kritisierte am Dienstag die Kanzlerin.",),
            flagged=("Die Kanzlerin kritisierte den Abgeordneten Ole Thoms.",),
        ),
        Case(
            draft="Am Abend stellte Jens Kroll bei der Polizei Anzeige wegen Beleidigung.",
            sources=("Am Abend wurde gegen Jens Kroll bei der Polizei Anzeige wegen Beleidigung gestellt.",),
            flagged=("Am Abend stellte Jens Kroll bei der Polizei Anzeige wegen Beleidigung.",),
        ),
        Case(
            draft="Im Stadtpark ging der Trainer mit einem Schirm auf die Schülerin los.",
            sources=("Der Trainer wartete. Im Stadtpark ging sie mit einem Schirm auf den Trainer los.",),
            flagged=("Im Stadtpark ging der Trainer mit einem Schirm auf die Schülerin los.",),
        ),
        Case(
            draft="Der Veranstalter sagte das Fest ab, nachdem die Stadträtin Olbrich das Grußwort verweigert hatte.",
            sources=(
                "Das Fest wurde von Stadträtin Olbrich abgesagt, nachdem der Veranstalter das Grußwort verweigerte.",
            ),
            flagged=(
                "Der Veranstalter sagte das Fest ab,",
                "nachdem die Stadträtin Olbrich das Grußwort verweigert hatte.",
            ),
        ),
        Case(
            draft="Landrätin Anna Weber hat den Bürgermeister Uwe Hansen gebeten, auf sein Amt zu verzichten.",
            sources=(
                "Der Bürgermeister von Lindenau, Uwe Hansen, hat Landrätin Anna Weber gebeten, ihn zu entlassen.",
            ),
            flagged=("Landrätin Anna Weber hat den Bürgermeister Uwe Hansen gebeten,",),
        ),
        Case(
            draft="Am Lauf nahmen mehr Männer als Frauen teil.",
            sources=("An dem Lauf nahmen mehr Frauen als Männer teil.",),
            flagged=("Am Lauf nahmen mehr Männer als Frauen teil.",),
        ),
        Case(
            draft="The pool sold more tickets to adults than children.",
            sources=("The pool sold more tickets to children than adults.",),
            flagged=("The pool sold more tickets to adults than children.",),
            language="en",
        ),
        Case(draft="Der Landkreis wurde von der Gemeinde Lindenau verklagt.", sources=(_SOURCE,)),
        Case(
            draft="Am Lauf nahmen weniger Männer als Frauen teil.",
            sources=("An dem Lauf nahmen mehr Frauen als Männer teil.",),
        ),
        Case(
            draft="Am Abend erschoss ein Jäger zwei Wölfe.",
            sources=("Am Abend wurden zwei Wölfe von einem Jäger erschossen.",),
        ),
        Case(
            draft="Im Stadtpark ging die Schülerin mit einem Schirm auf den Trainer los.",
            sources=("Die Schülerin wartete. Im Stadtpark ging sie mit einem Schirm auf den Trainer los.",),
        ),
        Case(
            draft="Nachdem der Veranstalter das Grußwort verweigert hatte, sagte Stadträtin Olbrich das Fest ab.",
            sources=(
                "Das Fest wurde von Stadträtin Olbrich abgesagt, nachdem der Veranstalter das Grußwort verweigerte.",
            ),
        ),
        Case(draft="Den Schiedsrichter traf der Torwart am Kopf.", sources=(_SOURCE,)),
        Case(draft="Die Bergwacht rettete zwei Wanderer.", sources=(_SOURCE,)),
        Case(
            draft="Meldungen über weitere Opfer bestätigten die Helfer nicht.",
            sources=("Meldungen über weitere Opfer wurden von den Helfern nicht bestätigt.",),
        ),
        Case(
            draft="Ole Thoms traf sich am Montag mit dem Landrat.",
            sources=("Der Landrat traf sich am Montag mit Ole Thoms.",),
        ),
        Case(
            draft="Das Lager befindet sich in der Vorstadt und das Feuer brach um acht Uhr aus.",
            sources=(
                "Das Lager befindet sich in der Vorstadt. Es wird seit Jahren genutzt. Das Feuer brach um acht Uhr aus.",
            ),
        ),
        Case(
            draft="Kessler korrigierte am Montag den Fehler.",
            sources=("Am Montag korrigierte Kessler jedoch den Fehler.",),
        ),
        Case(draft="Um Geld bat der Rat den Kreis.", sources=(_SOURCE,)),
        Case(draft="Der Bürgermeister wurde angezeigt.", sources=(_SOURCE,)),
        Case(
            draft="The county sued the town of Lindenau.",
            sources=("The town of Lindenau sued the county.",),
            language="en",
        ),
        Case(
            draft="Ein Polizist stellte den Täter und brachte ihn zur Wache.",
            sources=("Der Täter konnte von einem Polizisten gestellt und zur Wache gebracht werden.",),
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The clauses of the draft that a passage reports."""
        return sum(len(sentence.clauses) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each clause in which another one acts than in its source."""
        for sentence in examination.sentences:
            for clause in sentence.clauses:
                here, there = clause.acting
                measure, their_measure = clause.measured
                if not sentence.claims or clause.shared < _SHARED or clause.aligned < _ALIGNED:
                    continue
                if here:
                    yield report(
                        self,
                        clause.span,
                        message="reversed" if there else "acted_on",
                        evidence=(clause.passage,),
                        words=here,
                        source_words=there,
                    )
                elif measure:
                    yield report(
                        self,
                        clause.span,
                        message="measured",
                        evidence=(clause.passage,),
                        words=measure,
                        source_words=their_measure,
                    )
