"""Refusals: why something was not done, in the reader's language."""

from beleg.desk.refusal_words import reworded
from beleg.desk.role_words import act_words, role_words
from beleg.desk.wording import Wording
from beleg.newsroom.refused import Refused
from beleg.terms.denial import Denied
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle


def in_words(refusal: Error, words: Wording) -> str:
    """A refusal in the reader's language: one sentence, or one for each obstacle to signing or publishing."""
    if isinstance(refusal, Refused):
        return " ".join(obstacle_words(obstacle, words) for obstacle in refusal.obstacles)
    return reworded(str(refusal), words)


def denied_words(denied: Denied, words: Wording) -> str:
    """What was denied to which role, as one sentence."""
    return words.say(
        "The role “%(role)s” does not include %(act)s; nothing was done.",
        role=role_words(denied.role, words),
        act=act_words(denied.permission, words),
    )


def obstacle_words(obstacle: Obstacle, words: Wording) -> str:
    """Why a text cannot be signed or published, as one sentence."""
    if obstacle is Obstacle.NO_DRAFT:
        return words.say("There is no text yet.")
    if obstacle is Obstacle.NO_HEADLINE:
        return words.say("The text has no headline. Write one into the first line, after “# ”.")
    if obstacle is Obstacle.NOT_CHECKED:
        return words.say("The text as it stands has not been checked against the sources as they are.")
    if obstacle is Obstacle.OPEN_FINDINGS:
        return words.say("Findings are still open.")
    if obstacle is Obstacle.OPEN_SENTENCES:
        return words.say("Sentences still wait for a person.")
    if obstacle is Obstacle.OWN_TEXT:
        return words.say("You wrote or changed some of this text, so somebody else has to sign it.")
    if obstacle is Obstacle.OWN_DETAILS:
        return words.say("You corrected the details of a source, so somebody else has to sign.")
    if obstacle is Obstacle.OWN_NOTE:
        return words.say("You wrote the correction note, so somebody else has to sign.")
    if obstacle is Obstacle.OWN_BYLINE:
        return words.say("You set the byline, so somebody else has to sign.")
    if obstacle is Obstacle.TO_JUDGE:
        return words.say("You have still to judge sentences of high risk by the sources alone.")
    if obstacle is Obstacle.NO_CORRECTION_NOTE:
        return words.say(
            "The text differs from the published one, and readers are not told yet what was corrected."
        )
    if obstacle is Obstacle.EMBARGO:
        return words.say("The embargo has not ended yet.")
    if obstacle is Obstacle.WITHDRAWN:
        return words.say("The article was withdrawn; nothing more can be published in this dossier.")
    return words.say("Nobody has signed exactly this text as it stands.")
