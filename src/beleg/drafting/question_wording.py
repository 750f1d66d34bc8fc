"""Question wording: how what sources leave open is put as a question; `{words}` are words of a source."""

from typing import Final

from beleg.terms.wording import Wording

DIFFER: Final = Wording(
    de="Was stimmt: „{words}“ oder „{other}“?", en="Which is right: “{words}” or “{other}”?"
)
DENIED: Final = Wording(
    de="Was stimmt? Eine Quelle verneint, was die andere sagt.",
    en="Which is right? One source denies what the other says.",
)
UNHEARD: Final = Wording(
    de="Was sagt {words} dazu? Der Satz enthält einen Vorwurf; in keiner Quelle kommt {words} zu Wort.",
    en="What does {words} say? The sentence has an accusation; no source quotes {words}.",
)
UNANSWERED: Final = Wording(
    de="Gibt es inzwischen eine Antwort? Die Quelle hatte keine („{words}“).",
    en="Is there an answer by now? The source had none (“{words}”).",
)
LEFT_OPEN: Final = Wording(
    de="Was ist inzwischen bekannt? Die Quelle lässt es offen („{words}“).",
    en="What is known by now? The source leaves it open (“{words}”).",
)
HEDGED: Final = Wording(
    de="Steht das fest? Die Quellen sagen es nur unter Vorbehalt („{words}“).",
    en="Is this certain? The sources say it only with a reservation (“{words}”).",
)
ALONE: Final = Wording(
    de="Wer bestätigt das? Es steht nur in einem Ursprung.",
    en="Who confirms this? Only one origin has it.",
)
NUMBER_ALONE: Final = Wording(
    de="Wer bestätigt die Zahl „{words}“? Sie steht nur in einem Ursprung.",
    en="Who confirms the number “{words}”? Only one origin has it.",
)
WHO: Final = Wording(
    de="Wer spricht da („{words}“), und für wen?", en="Who is speaking (“{words}”), and for whom?"
)
