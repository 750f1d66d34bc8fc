"""The catalogue of checks: every file of this package that defines one."""

from functools import cache
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules
from typing import cast

import beleg.checks
from beleg.checks.check import Check
from beleg.terms.finding import Finding


@cache
def catalogue() -> tuple[Check, ...]:
    """All checks, by id. A module of this package is a check if it defines a class whose `id` is the module's name."""
    found: list[Check] = []
    for module in iter_modules(beleg.checks.__path__):
        members = getmembers(import_module(f"beleg.checks.{module.name}"), isclass)
        found += [cast(Check, member()) for _, member in members if getattr(member, "id", "") == module.name]
    return tuple(sorted(found, key=lambda check: check.id))


@cache
def check_named(check_id: str) -> Check | None:
    """The check with this id; None if there is none (a record may name a check of another version)."""
    return next((check for check in catalogue() if check.id == check_id), None)


def message_in(finding: Finding, language: str) -> str:
    """The message of a finding in German or English; as it was recorded, if its check is not known here."""
    check = check_named(finding.check)
    chosen = dict(finding.values).get("message", "")
    if check is None or chosen not in check.messages:
        return finding.message
    return check.messages[chosen].in_language(language, finding.values)


def title_in(check_id: str, language: str) -> str:
    """What a check looks for, in a few words of German or English; its id if it is not known here."""
    check = check_named(check_id)
    return check.title.in_language(language) if check else check_id
