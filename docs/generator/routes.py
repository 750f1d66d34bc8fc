"""The desk's addresses, one section each."""

from collections.abc import Iterable

from fastapi.routing import APIRoute

from docs.generator.page import Chapter, Page, docstring, table

PATH = "reference/desk.md"


def routes() -> list[APIRoute]:
    """Every address of the desk, in the order in which the desk asks them."""
    import importlib
    import pkgutil

    import beleg.desk.routes as package

    found: list[APIRoute] = []
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        router = getattr(importlib.import_module(f"{package.__name__}.{module.name}"), "router", None)
        if router is not None:
            found += [route for route in router.routes if isinstance(route, APIRoute)]
    return found


def heading(route: APIRoute) -> str:
    """What a route is called: `GET /dossiers/{dossier_id}`."""
    return f"{' '.join(sorted(route.methods or ()))} {route.path}"


def chapter() -> Chapter:
    """One page with all of them."""
    return Chapter(
        title="Desk", pages=(Page(path=PATH, title="Addresses of the desk", body=_body(routes())),)
    )


def _body(found: Iterable[APIRoute]) -> str:
    found = list(found)
    rows = [(f"`{heading(route)}`", docstring(route.endpoint).split("\n")[0]) for route in found]
    parts = [
        "The desk is server-rendered: every screen is a `GET`, every act a `POST` from a form. Unless a section says "
        "otherwise an address wants a signed-in person and sends everybody else to the sign-in page; every `POST` "
        "carries a token against forged forms.",
        table(("Address", "What it does"), rows),
    ]
    parts += [f"## `{heading(route)}`\n\n{docstring(route.endpoint)}" for route in found]
    return "\n\n".join(parts)
