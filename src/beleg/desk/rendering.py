"""Rendering: templates into answers, in the visitor's language."""

from functools import cache

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from beleg.desk.doors import keep_session
from beleg.desk.views.coverage import CANNOT_SEE
from beleg.desk.visitor import Visitor, visitor
from beleg.desk.wording import later, wording

SAID = {
    "opened": later("The dossier is open. Take in sources first, or write the text."),
    "saved": later("Saved and checked."),
    "unchanged": later("Nothing was changed, so nothing was saved."),
    "drafted": later(
        "The machine has written a first draft from the sources. It was checked like any other text."
    ),
    "checked": later("Checked."),
    "taken-in": later("Taken in."),
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
    "corrected": later(
        "The correction note is written. Text and note have to be signed now, by somebody else."
    ),
    "embargoed": later("The embargo is set; before it ends nothing goes out."),
    "lifted": later("The embargo is lifted; your reason is in the record."),
    "withdrawn": later("The article is withdrawn. Deliver the tombstone to wherever the article stands."),
    "signed-out": later("You have signed out, here and everywhere else."),
}
"""What a page says after something was done; the key stands in the address as `said`."""


def render(request: Request, template: str, status: int = 200, **values: object) -> Response:
    """The page made from a template; `values` are the names the template uses. Renews the session's cookie."""
    asking = visitor(request)
    message = SAID.get(request.query_params.get("said", ""), "")
    html = (
        _environment(asking.wording.language)
        .get_template(template)
        .render(
            {
                "refusal": "",
                "said": asking.wording.say(message) if message and status == 200 else "",
                "account": asking.account,
                "token": asking.session.token,
                "here": _here(request, asking),
                **values,
            }
        )
    )
    response = HTMLResponse(html, status)
    keep_session(response, request, asking.session)
    return response


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
        cannot_see=tuple(words.say(sentence) for sentence in CANNOT_SEE),
        moment=words.moment,
        number=words.number,
        listed=words.listed,
    )
    return environment
