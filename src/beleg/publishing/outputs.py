"""Outputs: the forms in which an article goes out besides its page, and where each of them lies."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.item import manifest_link
from beleg.publishing.release import Release
from beleg.publishing.targets import newsml_g2, ninjs, ninjs_lower_case

C2PA = "c2pa"
"""The target that binds to the bytes of the page; it is signed, and no two of it are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A target as it lies in a bundle and in a folder; `ending` follows the dossier's id in the name of its file."""

    target: str
    member: str
    ending: str


FORMS = (
    Form(target=C2PA, member="page.c2pa", ending=".html.c2pa"),
    Form(target="newsml_g2", member="newsml-g2.xml", ending=".newsml-g2.xml"),
    Form(target="ninjs", member="ninjs.json", ending=".ninjs.json"),
    Form(target="ninjs_lower_case", member="ninjs-lower-case.json", ending=".ninjs-lower-case.json"),
)
MEMBER_OF: Mapping[str, str] = {form.target: form.member for form in FORMS}
"""The member of a bundle that holds what was made for a target."""

_ARTICLES: Mapping[str, Callable[[Release], bytes]] = {
    "newsml_g2": newsml_g2.render,
    "ninjs": ninjs.render,
    "ninjs_lower_case": ninjs_lower_case.render,
}
_WITHDRAWALS: Mapping[str, Callable[[WithdrawalNotice], bytes]] = {
    "newsml_g2": newsml_g2.withdrawal,
    "ninjs": ninjs.withdrawal,
    "ninjs_lower_case": ninjs_lower_case.withdrawal,
}


def of_article(release: Release) -> dict[str, bytes]:
    """Return what goes out of an article, by target; the same release always gives the same bytes.

    `C2PA` is not among it, for it needs a certificate. Raises `Error` where a target does.
    """
    return {target: made(release) for target, made in _ARTICLES.items()}


def of_withdrawal(notice: WithdrawalNotice) -> dict[str, bytes]:
    """Return what goes out of a withdrawn article, by target; there is no manifest, because a tombstone claims
    nothing.
    """
    return {target: made(notice) for target, made in _WITHDRAWALS.items()}


def manifest_for(dossier: str, address: str) -> str:
    """Return where the page of a dossier says that its C2PA manifest lies.

    Without an address that is beside the page, under the name under which both are delivered.
    """
    return manifest_link(address) if address else f"{dossier}.html.c2pa"


def in_members(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return outputs by the names of their members."""
    return {MEMBER_OF[target]: raw for target, raw in made.items()}
