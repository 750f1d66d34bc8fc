"""Refused: an act that the state of the dossier does not allow."""

from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle

_WORDS = {
    Obstacle.NO_DRAFT: "there is no draft yet",
    Obstacle.NO_HEADLINE: "the text has no headline; it begins with a line `# …`",
    Obstacle.NOT_CHECKED: "the current text has not been checked against the current sources",
    Obstacle.OPEN_FINDINGS: "findings are still open",
    Obstacle.OPEN_SENTENCES: "sentences still wait for a person",
    Obstacle.OWN_TEXT: "who signs must not have written or changed any of the text",
    Obstacle.OWN_DETAILS: "who signs must not have corrected the details of a source",
    Obstacle.OWN_NOTE: "who signs must not have written the correction note",
    Obstacle.OWN_BYLINE: "who signs must not have set the byline",
    Obstacle.TO_JUDGE: "who signs has still to judge sentences of high risk by the sources alone",
    Obstacle.NOT_SIGNED: "nobody has signed exactly this text as it stands",
    Obstacle.NO_CORRECTION_NOTE: "the text differs from the published one, and a correction note for readers is missing",
    Obstacle.EMBARGO: "its embargo has not ended yet",
    Obstacle.WITHDRAWN: "the article was withdrawn; this dossier publishes nothing more",
}


class Refused(Error):  # noqa: N818  # named like what happened, as Error is
    """A sign-off or a publication that the review does not allow; `obstacles` says why, never empty.

    The message says the same in one English sentence; a screen words the obstacles in its reader's language.
    """

    def __init__(self, act: str, obstacles: tuple[Obstacle, ...]) -> None:
        """`act` opens the sentence ("It cannot be signed")."""
        super().__init__(f"{act}: {'; '.join(_WORDS[obstacle] for obstacle in obstacles)}.")
        self.obstacles = obstacles
