"""Layouts: the templates and styles of what goes out as HTML, from the folder `layout`."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup


@cache
def template(name: str) -> Template:
    """The template of this file name. What is filled in is escaped; a name that nobody filled in is a fault."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_resource(name))


@cache
def style(name: str) -> Markup:
    """The style sheet of this file name, as it stands: our own file, with nothing from outside in it."""
    return Markup(_resource(name))  # noqa: S704


def _resource(name: str) -> str:
    return (files("beleg.publishing") / "layout" / name).read_text(encoding="utf-8")
