"""Role words: roles and what they include, in the reader's language."""

from beleg.desk.wording import Wording, later
from beleg.terms.role import ACTS, NAMES, Permission, Role

MESSAGES = (
    later("reporter"),
    later("editor"),
    later("duty editor"),
    later("legal department"),
    later("administration"),
    later("reading dossiers"),
    later("opening dossiers"),
    later("giving dossiers into somebody’s hands"),
    later("taking in sources"),
    later("writing and changing texts"),
    later("having the machine write drafts"),
    later("checking texts"),
    later("judging sentences"),
    later("confirming sentences"),
    later("dismissing findings"),
    later("escalating findings"),
    later("dismissing escalated findings"),
    later("signing texts"),
    later("writing correction notes"),
    later("setting embargoes"),
    later("ending embargoes early"),
    later("publishing articles"),
    later("withdrawing articles"),
    later("retracting sources"),
    later("taking out review reports"),
    later("training with planted errors"),
    later("changing the settings of the newsroom"),
    later("administering accounts"),
    later("erasing names"),
    later("reading what was denied to whom"),
    later("replacing the key of the newsroom"),
)
"""The words of `beleg.terms.role`, marked for translation where they are used; a test holds the two together."""


def role_words(role: Role, words: Wording) -> str:
    """What a role is called."""
    return words.say(NAMES[role])


def act_words(permission: Permission, words: Wording) -> str:
    """What a permission is about, in words that follow "includes" or "does not include"."""
    return words.say(ACTS[permission])
