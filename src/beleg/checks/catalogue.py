"""The catalogue of checks: every file of this package that defines one."""

from functools import cache
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules
from typing import cast

import beleg.checks
from beleg.checks.check import Check, NotInSources, OfTheSources
from beleg.terms.finding import Finding
from beleg.terms.wording import Wording


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


def against_sentence(finding: Finding) -> bool:
    """Whether a finding that compares with the sources stands against the verdict "supported"."""
    check = check_named(finding.check)
    return check is not None and check.needs_sources and not isinstance(_wording_of(finding), OfTheSources)


def lacks_source(finding: Finding) -> bool:
    """Whether a finding says that no source has it, rather than that one has it otherwise."""
    return isinstance(_wording_of(finding), NotInSources)


def message_in(finding: Finding, language: str) -> str:
    """The message of a finding in German or English; as it was recorded, if its check is not known here."""
    wording = _wording_of(finding)
    return wording.in_language(language, finding.values) if wording else finding.message


def title_in(check_id: str, language: str) -> str:
    """What a check looks for, in a few words of German or English; its id if it is not known here."""
    check = check_named(check_id)
    return check.title.in_language(language) if check else check_id


def _wording_of(finding: Finding) -> Wording | None:
    """The wording that a finding was reported with; None if its check or its message is not known here."""
    check = check_named(finding.check)
    return check.messages.get(dict(finding.values).get("message", "")) if check else None
