"""Rendering: templates into answers, in the visitor's language."""

from collections.abc import Iterator
from functools import cache

from fastapi import Request
from fastapi.responses import StreamingResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from beleg.desk.doors import keep_session
from beleg.desk.role_words import act_words, role_words
from beleg.desk.views.coverage import CANNOT_SEE
from beleg.desk.visitor import Visitor, visitor
from beleg.desk.wording import later, wording
from beleg.terms.role import Permission

SAID = {
    "opened": later("The dossier is open. Take in sources first, or write the text."),
    "saved": later("Saved and checked."),
    "unchanged": later("Nothing was changed, so nothing was saved."),
    "drafted": later(
        "The machine has written a first draft from the sources. It was checked like any other text."
    ),
    "checked": later("Checked."),
    "unchecked": later("The text is kept, but it could not be checked. Have it checked again."),
    "taken-in": later("Taken in."),
    "taken-in-unchecked": later(
        "Taken in. But the text could not be checked with the new sources; have it checked again."
    ),
    "known": later("These sources were here already; nothing was taken in twice."),
    "fixed": later("The suggested words are in the text. It was checked again."),
    "dismissed": later("The finding is dismissed; your reason is in the record."),
    "escalated": later("The finding is escalated. Somebody else has to decide, or the text has to change."),
    "confirmed": later("The sentence is confirmed; your reason is in the record."),
    "judged": later("Your judgement is in the record. Here is what Beleg says."),
    "trained": later("The training is open. Nobody sees the machine's findings in it."),
    "training-closed": later("The training is over. Its copy of the text is deleted."),
    "desk": later("Your desk is noted."),
    "signed": later("Signed. From now on every change of the text voids the signature."),
    "published": later("Published."),
    "retracted": later(
        "The source is retracted in every dossier that holds it. What rested on it is open again."
    ),
    "described": later("The details of the source are corrected; the text was checked against them again."),
    "byline": later("The byline is set. A signature that was given before is void."),
    "corrected": later(
        "The correction note is written. Text and note have to be signed now, by somebody else."
    ),
    "embargoed": later("The embargo is set; before it ends nothing goes out."),
    "lifted": later("The embargo is lifted; your reason is in the record."),
    "withdrawn": later("The article is withdrawn. Deliver the tombstone to wherever the article stands."),
    "assigned": later("Saved; no signature depends on it."),
    "passkey-added": later("The passkey is added. You can sign with it from now on."),
    "passkey-renamed": later("The passkey has another name."),
    "passkey-removed": later("The passkey is removed; nobody can sign with it any more."),
    "account-added": later("The account is there. Tell the person their login name and the first password."),
    "renamed": later("Name and function are changed. What has been published keeps the old ones."),
    "role-changed": later("The role is changed; it holds from the next act on."),
    "password-set": later("The new password is set; every session of the account has ended."),
    "sessions-ended": later("Every session of the account has ended."),
    "vouchers-forgotten": later(
        "Forgotten. Who signs in there next with this login name is known as this person."
    ),
    "account-closed": later("The account is closed for good."),
    "name-erased": later("The name is erased; the function stands in its place."),
    "own-password": later("Your password is changed. You have been signed out everywhere else."),
    "style-set": later("The house style is set. It counts for every check from now on."),
    "style-same": later("This is the house style already; nothing was changed."),
    "signed-out": later("You have signed out, here and everywhere else."),
}
"""What a page says after something was done; the key stands in the address as `said`."""


def render(
    request: Request,
    template: str,
    status: int = 200,
    *,
    by_and_by: bool = False,
    said: str = "",
    **values: object,
) -> Response:
    """The page made from a template; `values` are the names the template uses. Renews the session's cookie.

    `said` stands in place of what the address says was done. `refusal` says why something was not done; with
    `refused_at`, the name of a field, it stands at that field.
    `by_and_by` sends it piece by piece while the template takes its values from iterators that are still at work: a
    piece ends where a list item does, so that every step of long work appears when it is done, without any script. Such
    an iterator must not raise, because what was sent stays sent.
    """
    asking = visitor(request)
    message = SAID.get(request.query_params.get("said", ""), "")
    pieces = (
        _environment(asking.wording.language)
        .get_template(template)
        .generate(
            {
                "refusal": "",
                "refused_at": "",
                "said": said or (asking.wording.say(message) if message and status == 200 else ""),
                "account": asking.account,
                "token": asking.session.token,
                "may": lambda permission: _may(asking, Permission(permission)),
                "not_included": lambda permission: not_included(asking, Permission(permission)),
                "here": _here(request, asking),
                **values,
            }
        )
    )
    response = (
        StreamingResponse(_by_list_item(pieces), status, media_type="text/html; charset=utf-8")
        if by_and_by
        else HTMLResponse("".join(pieces), status)
    )
    keep_session(response, request, asking.session)
    return response


def not_included(asking: Visitor, permission: Permission) -> str:
    """Why an act is not offered to the visitor: a sentence that names their role; empty for somebody who has none."""
    if asking.account is None:
        return ""
    words = asking.wording
    return words.say(
        "Your role, %(role)s, does not include %(act)s.",
        role=role_words(asking.account.role, words),
        act=act_words(permission, words),
    )


def _may(asking: Visitor, permission: Permission) -> bool:
    return asking.account is not None and asking.account.may(permission)


def go(address: str) -> Response:
    """Send the browser on to a page after something was done (303, so that reloading does nothing twice)."""
    return RedirectResponse(address, 303)


def _here(request: Request, asking: Visitor) -> str:
    """Where to come back to after switching the language: this page if it can be asked for, else the list."""
    if request.method != "GET" or asking.account is None:
        return "/"
    pairs = [(key, value) for key, value in request.query_params.multi_items() if key != "said"]
    query = "&".join(f"{key}={value}" for key, value in pairs if value.isalnum())
    return request.url.path + (f"?{query}" if query else "")


@cache
def _environment(language: str) -> Environment:
    words = wording(language)
    environment = Environment(
        loader=PackageLoader("beleg.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True
    )
    environment.globals.update(
        language=language,
        ngettext=words.count,  # which writes numbers as the language does
        cannot_see=tuple(words.say(sentence) for sentence in CANNOT_SEE),
        moment=words.moment,
        dated=words.dated,
        zone_name=words.zone,
        number=words.number,
        listed=words.listed,
    )
    return environment


def _by_list_item(pieces: Iterator[str]) -> Iterator[str]:
    kept: list[str] = []
    for piece in pieces:
        kept.append(piece)
        if "</li>" in piece:
            yield "".join(kept)
            kept.clear()
    yield "".join(kept)
