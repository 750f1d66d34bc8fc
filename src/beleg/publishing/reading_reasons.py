"""Reasons: why words were read as somebody's, in a sentence an editor understands, German and English."""

from typing import Final

from beleg.terms.quotation import Naming, Quotation

_RULES: Final = {
    "leading_frame": (
        "Das Verb „{cue}“ kündigt an, was folgt.",
        "The verb “{cue}” announces what follows.",
    ),
    "trailing_frame": (
        "„{cue}“ steht nach oder zwischen den Worten und sagt, wessen sie sind.",
        "“{cue}” stands after or between the words and says whose they are.",
    ),
    "according": (
        "„{cue}“ nennt, auf wen sich die Aussage beruft.",
        "“{cue}” names whom the statement relies on.",
    ),
    "account": (
        "„{cue}“ mit einem Wort wie Angaben, Ansicht oder Bericht nennt, auf wen sich die Aussage beruft.",
        "“{cue}” with a word such as view or report names whom the statement relies on.",
    ),
    "according_after": (
        "„{cue}“ nennt, auf wen sich die Aussage beruft.",
        "“{cue}” names whom the statement relies on.",
    ),
    "opinion": (
        "Eine Wendung wie „ihrer Meinung nach“ gibt die Aussage als jemandes Ansicht wieder.",
        "A phrase such as “in her view” gives the statement as somebody's opinion.",
    ),
    "so": (
        "„{cue}“ mit einem Namen sagt, wessen Worte das sind.",
        "“{cue}” with a name says whose words these are.",
    ),
    "as_told": (
        "Der Nebensatz mit „{cue}“ sagt, wer das mitteilt.",
        "The clause with “{cue}” says who tells this.",
    ),
    "thereafter": (
        "„{cue}“ verweist auf die Auskunft davor.",
        "“{cue}” points back to the account before.",
    ),
    "it_is_said": (
        "„{cue}“ gibt etwas als gesagt wieder, ohne eine Person zu nennen.",
        "“{cue}” gives something as said without naming a person.",
    ),
    "claim": (
        "„{cue}“ steht für eine Äußerung, und der Satz danach sagt, welche.",
        "“{cue}” stands for something said, and the clause after it says what.",
    ),
    "relative_content": (
        "„{cue}“ gibt eine Äußerung wieder, und der Relativsatz im Konjunktiv sagt, was darin von jemandem behauptet wird.",
        "“{cue}” reports that something was said, and the relative clause in the mood of reported speech says what.",
    ),
    "backward_frame": (
        "Der Satz danach sagt mit „{cue}“, von wem die Aussage stammt.",
        "The sentence after it says with “{cue}” whose statement this is.",
    ),
    "colon": (
        "Die Worte stehen in Anführungszeichen nach einem Doppelpunkt; es spricht, von wem davor die Rede ist.",
        "The words stand in quotation marks after a colon; whoever is spoken of before it speaks.",
    ),
    "in_sentence": (
        "Die Worte stehen in Anführungszeichen in einem Satz mit „{cue}“.",
        "The words stand in quotation marks in a sentence with “{cue}”.",
    ),
    "named": (
        "„{cue}“ benennt etwas mit den Worten in Anführungszeichen.",
        "“{cue}” names something with the words in quotation marks.",
    ),
    "shown": (
        "Die Worte in Anführungszeichen sind ein ganzer Satz, etwa auf einem Plakat; niemand im Satz sagt sie.",
        "The words in quotation marks are a whole sentence, as on a placard; nobody in the sentence says them.",
    ),
    "wholly_quoted": (
        "Der ganze Satz steht in Anführungszeichen.",
        "The whole sentence stands in quotation marks.",
    ),
    "marked_in_reported": (
        "Einzelne Worte der wiedergegebenen Rede stehen in Anführungszeichen.",
        "Some words of the reported speech stand in quotation marks.",
    ),
    "continuation": (
        "Der Satz steht im Konjunktiv und hat keinen eigenen Rahmen: Er führt die Rede davor weiter.",
        "The sentence is in the mood of reported speech without a frame of its own: it carries on what was said before.",
    ),
    "hearsay": (
        "„Soll“ gibt die Aussage als die eines anderen wieder.",
        "“Soll” gives the statement as somebody else's.",
    ),
    "reported": (
        "„{cue}“ berichtet, dass etwas gesagt wurde, und nennt nur den Inhalt.",
        "“{cue}” reports that something was said and only names its content.",
    ),
}
_MOOD: Final = (" Der Konjunktiv zeigt fremde Rede an: {verbs}.", " The mood marks reported speech: {verbs}.")
_CHOSEN: Final = (
    " Mehrere Lesarten standen zur Wahl; für diese zählte: {points}.",
    " Several readings were possible; this one counted: {points}.",
)
_POINTS: Final = {
    "it_is_said": ("eine Wendung wie „hieß es“", "a phrase such as “it is said”"),
    "trailing_frame": ("Redeverb nach oder zwischen den Worten", "verb of saying after or between the words"),
    "leading_frame": ("Redeverb vor den Worten", "verb of saying before the words"),
    "claim": ("Nomen für eine Äußerung", "noun for something said"),
    "relative_content": ("Relativsatz im Konjunktiv", "relative clause in the mood of reported speech"),
    "nothing_said_before": (
        "davor steht kein Satz, der gesagt sein kann",
        "no clause before it that can be said",
    ),
}
_UNNAMED: Final = (
    " Wer spricht, bleibt im Text ungenannt.",
    " The text leaves unnamed who speaks.",
)
_UNKNOWN: Final = (
    "Ein trainiertes Modell hat die Worte als Zitat erkannt.",
    "A trained model took the words for a quotation.",
)


def explain(quotation: Quotation, language: str) -> str:
    """Why a quotation was read so, in German where `language` is "de", else in English; one line, never empty."""
    form = 0 if language == "de" else 1
    reason = quotation.why
    if reason is None or reason.rule not in _RULES:
        return _UNKNOWN[form]
    sentence = _RULES[reason.rule][form].format(cue=" ".join(reason.cue.split()))
    if reason.mood and reason.rule != "hearsay":
        marks = ("„", "“") if form == 0 else ("“", "”")
        sentence += _MOOD[form].format(verbs=", ".join(f"{marks[0]}{verb}{marks[1]}" for verb in reason.mood))
    if reason.points:
        points = ", ".join(f"{_POINTS[one.reason][form]} {one.weight:+d}" for one in reason.points)
        sentence += _CHOSEN[form].format(points=points)
    return sentence + (_UNNAMED[form] if quotation.naming is Naming.UNNAMED else "")


def weighed() -> frozenset[str]:
    """The names of the weights that have a wording."""
    return frozenset(_POINTS)


def rules() -> frozenset[str]:
    """The ids of the rules that have a wording."""
    return frozenset(_RULES)
