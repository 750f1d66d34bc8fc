"""Role: what somebody is in the newsroom, and what follows from it: one permission for each act.

A permission says who may do something at all. The rules about a text stand above it: who has written or changed any of
it cannot sign it, whatever their role (four-eyes rule).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What an account is in the newsroom. Every account has exactly one."""

    REPORTER = "reporter"
    """Writes, and ties what is written to its evidence; releases nothing."""
    EDITOR = "editor"
    """Signs what others have written, and answers for it."""
    DUTY_EDITOR = "duty_editor"
    """Decides what goes out and what is withdrawn; may do every act on an article."""
    LEGAL = "legal"
    """Reads everything, decides what was escalated, and may withdraw; writes and signs nothing."""
    ADMIN = "admin"
    """Looks after accounts and settings; reads no dossier, writes and signs nothing."""


class Permission(StrEnum):
    """What a role can include: one for each act. `ACTS` has them in words."""

    READ = "read"
    OPEN_DOSSIER = "open_dossier"
    ASSIGN = "assign"
    TAKE_IN = "take_in"
    WRITE = "write"
    DRAFT = "draft"
    CHECK = "check"
    JUDGE = "judge"
    CONFIRM = "confirm"
    DECIDE = "decide"
    ESCALATE = "escalate"
    DECIDE_ESCALATED = "decide_escalated"
    SIGN = "sign"
    CORRECT = "correct"
    EMBARGO = "embargo"
    LIFT_EMBARGO = "lift_embargo"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    RETRACT_SOURCE = "retract_source"
    EXPORT_RECORD = "export_record"
    TRAIN = "train"
    SETTINGS = "settings"
    ADMINISTER = "administer"
    ERASE = "erase"
    READ_DENIALS = "read_denials"
    ROTATE_KEY = "rotate_key"


_REPORTING = frozenset(
    {
        Permission.READ,
        Permission.OPEN_DOSSIER,
        Permission.ASSIGN,
        Permission.TAKE_IN,
        Permission.WRITE,
        Permission.DRAFT,
        Permission.CHECK,
        Permission.JUDGE,
        Permission.CONFIRM,
        Permission.DECIDE,
        Permission.ESCALATE,
        Permission.EMBARGO,
        Permission.TRAIN,
    }
)
_EDITING = _REPORTING | {
    Permission.DECIDE_ESCALATED,
    Permission.SIGN,
    Permission.CORRECT,
    Permission.RETRACT_SOURCE,
    Permission.EXPORT_RECORD,
}
_ON_DUTY = _EDITING | {
    Permission.LIFT_EMBARGO,
    Permission.PUBLISH,
    Permission.WITHDRAW,
    Permission.SETTINGS,
    Permission.ROTATE_KEY,
}
_LEGAL = frozenset(
    {
        Permission.READ,
        Permission.CHECK,
        Permission.JUDGE,
        Permission.DECIDE_ESCALATED,
        Permission.WITHDRAW,
        Permission.EXPORT_RECORD,
        Permission.TRAIN,
    }
)
_ADMINISTRATION = frozenset(
    {
        Permission.SETTINGS,
        Permission.ADMINISTER,
        Permission.ERASE,
        Permission.READ_DENIALS,
        Permission.ROTATE_KEY,
    }
)

PERMISSIONS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.REPORTER: _REPORTING,
        Role.EDITOR: _EDITING,
        Role.DUTY_EDITOR: _ON_DUTY,
        Role.LEGAL: _LEGAL,
        Role.ADMIN: _ADMINISTRATION,
    }
)
"""What each role includes; everything else is denied."""

NAMES: Mapping[Role, str] = MappingProxyType(
    {
        Role.REPORTER: "reporter",
        Role.EDITOR: "editor",
        Role.DUTY_EDITOR: "duty editor",
        Role.LEGAL: "legal department",
        Role.ADMIN: "administration",
    }
)
"""What each role is called in English."""

ACTS: Mapping[Permission, str] = MappingProxyType(
    {
        Permission.READ: "reading dossiers",
        Permission.OPEN_DOSSIER: "opening dossiers",
        Permission.ASSIGN: "giving dossiers into somebody’s hands",
        Permission.TAKE_IN: "taking in sources",
        Permission.WRITE: "writing and changing texts",
        Permission.DRAFT: "having the machine write drafts",
        Permission.CHECK: "checking texts",
        Permission.JUDGE: "judging sentences",
        Permission.CONFIRM: "confirming sentences",
        Permission.DECIDE: "dismissing findings",
        Permission.ESCALATE: "escalating findings",
        Permission.DECIDE_ESCALATED: "dismissing escalated findings",
        Permission.SIGN: "signing texts",
        Permission.CORRECT: "writing correction notes",
        Permission.EMBARGO: "setting embargoes",
        Permission.LIFT_EMBARGO: "ending embargoes early",
        Permission.PUBLISH: "publishing articles",
        Permission.WITHDRAW: "withdrawing articles",
        Permission.RETRACT_SOURCE: "retracting sources",
        Permission.EXPORT_RECORD: "taking out review reports",
        Permission.TRAIN: "training with planted errors",
        Permission.SETTINGS: "changing the settings of the newsroom",
        Permission.ADMINISTER: "administering accounts",
        Permission.ERASE: "erasing names",
        Permission.READ_DENIALS: "reading what was denied to whom",
        Permission.ROTATE_KEY: "replacing the key of the newsroom",
    }
)
"""What each permission is about, in English words that follow "includes" or "does not include"."""


def may(role: Role, permission: Permission) -> bool:
    """Whether a role includes a permission."""
    return permission in PERMISSIONS[role]
