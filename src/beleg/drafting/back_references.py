"""Words by which a sentence leans on what was said before it, and words of a voice that is not the newsroom's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BackReferences:
    """Word lists of one language, in lower case except `addressed`.

    `openers` lean back when a sentence begins with them. `das_words` do so only before one of `verbs_after_das`
    ("Das teilte …", but not "Das Rathaus"). `personal` lean back anywhere unless a name stands before them in the
    sentence. `first_person` make a sentence the source's own voice ("wir"), which no draft may take over as ours;
    `addressed` make it speak to its own reader. Words of `addressed` count as they are written and not as the first
    word of a sentence: "Ihre Anfrage" speaks to somebody, "ihre Anfrage" does not.
    """

    openers: frozenset[str] = frozenset()
    das_words: frozenset[str] = frozenset()
    verbs_after_das: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    addressed: frozenset[str] = frozenset()


_GERMAN = BackReferences(
    openers=frozenset(
        """
        er sie es ihm ihn ihr ihre ihrem ihren ihrer ihnen sein seine seinem seinen seiner
        dies diese diesem diesen dieser dieses jene jener jenes derselbe dieselbe dasselbe solche solch
        dabei dadurch dafür dagegen daher dahinter damit danach daneben daran darauf daraufhin daraus darin darüber
        darum darunter davon davor dazu dazwischen demnach demzufolge dementsprechend deshalb deswegen trotzdem
        dennoch hierbei hierfür hiermit hierzu hierüber somit folglich infolgedessen
        dort dorthin hier da damals dann seitdem seither zuvor vorher anschließend später schließlich
        aber allerdings jedoch doch sondern denn auch außerdem zudem ferner ebenfalls ebenso gleichzeitig zugleich
        überdies darüberhinaus weiter weiterhin weitere weiteren weiterer hingegen dagegen stattdessen andernfalls
        sonst so letztere letzterer letzteres erstere ersterer ersteres beide beiden deren dessen und oder
        """.split()
    ),
    das_words=frozenset({"das", "der", "die"}),
    verbs_after_das=frozenset(
        """
        ist sind war waren hat haben hatte hatten wird werden wurde wurden soll sollen sollte kann können könnte muss
        müssen müsste will wollen sagte sagten teilte teilten berichtete berichteten meldete meldeten erklärte
        erklärten bestätigte bestätigten ergab ergaben gab geht ging gilt galt heißt hieß bedeutet bedeute sei seien
        habe entspricht liegt lag steht stand kündigte betonte sah sieht zeigt zeigte macht machte
        """.split()
    ),
    personal=frozenset({"er", "sie", "ihm", "ihn", "ihnen"}),
    first_person=frozenset(
        "ich mich mir mein meine meinem meinen meiner wir uns unser unsere unserem unseren unserer unseres".split()
    ),
    addressed=frozenset(
        "Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres du dich dir dein deine euch euer eure".split()
    ),
)

_ENGLISH = BackReferences(
    openers=frozenset(
        """
        he she it they him her them his hers its their theirs this that these those such
        there here then thereafter therefore thus hence consequently accordingly afterwards later meanwhile
        but however and or yet so also moreover furthermore besides nevertheless nonetheless still instead otherwise
        both neither either another others
        """.split()
    ),
    personal=frozenset({"he", "she", "they", "him", "them"}),
    first_person=frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"}),
    addressed=frozenset({"you", "your", "yours", "yourself"}),
)

_NONE = BackReferences()


def back_references(code: str) -> BackReferences:
    """The word lists of a language; empty ones for a language that has none here."""
    return {"de": _GERMAN, "en": _ENGLISH}.get(code, _NONE)
