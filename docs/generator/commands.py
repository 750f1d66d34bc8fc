"""A page per command, and a page per setting."""

from collections.abc import Iterator
from dataclasses import dataclass

import click

from docs.generator.page import Chapter, Page, fenced, first_sentence, table

WITHOUT_OPTION = {
    "BELEG_JUDGE_KEY": "The key that the endpoint of a second judge asks for (`beleg check --second-judge`). It is sent "
    "to that endpoint only, and appears in no report, record or message.",
    "BELEG_MODEL": "The name of a language model that the desk offers besides those in `models.toml`; needs `BELEG_MODEL_ENDPOINT`. "
    "See [A first version by the machine](../../drafting.md#at-the-desk).",
    "BELEG_MODEL_ENDPOINT": "Where that model is asked (`http://127.0.0.1:8080/v1`). Its key is `BELEG_MODEL_KEY`.",
    "BELEG_MODEL_KIND": "The protocol that endpoint speaks: `openai` (without it) or `anthropic`.",
    "BELEG_MODEL_KEY": "The key that the endpoint of a language model asks for (`beleg draft --model`, and `headlines`, `shorten`, `translate`). It is sent to that "
    "endpoint only, never unencrypted to another machine, and is in no output, no record and no message. Without it the system's "
    "keyring is asked (service `beleg`, user: the name of the endpoint's machine).",
    "BELEG_OIDC_SECRET": "The secret that an OpenID Connect issuer has given this desk (`beleg desk --oidc-issuer`). It is sent to that issuer's token "
    "endpoint only, and is in no output, no record and no message. Without it the system's keyring is asked (service `beleg-oidc`, user: the "
    "name of the issuer's machine).",
    "NO_COLOR": "Set to anything, it keeps colours out of the terminal (no-color.org).",
    "TERM": "`dumb` keeps colours out of the terminal.",
}
"""Variables that no option of Beleg stands for: conventions of many programs, and a secret that belongs on no command
line.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command with the words that call it (`beleg dossier open`)."""

    words: str
    command: click.Command

    @property
    def slug(self) -> str:
        """The file name of its page: `dossier-open`."""
        return self.words.removeprefix("beleg").strip().replace(" ", "-") or "beleg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """An environment variable, with the commands and the options it stands for."""

    name: str
    help: str
    uses: tuple[tuple[Command, str], ...]


def root() -> click.Command:
    """The command `beleg` itself."""
    from beleg.cli.main import program

    return program


def commands() -> list[Command]:
    """Every command and group, each group before what is in it."""
    return list(_walk("beleg", root(), None))


def settings() -> list[Setting]:
    """Every environment variable that Beleg reads, by name."""
    found: dict[str, list[tuple[Command, str]]] = {}
    helps: dict[str, str] = {}
    for command in commands():
        for parameter in command.command.params:
            names = [parameter.envvar] if isinstance(parameter.envvar, str) else list(parameter.envvar or ())
            for name in names:
                found.setdefault(name, []).append((command, _spelling(parameter)))
                helps.setdefault(name, getattr(parameter, "help", None) or "")
    return [
        Setting(name=name, help={**WITHOUT_OPTION, **helps}[name], uses=tuple(found.get(name, ())))
        for name in sorted({*found, *WITHOUT_OPTION})
    ]


def command_chapter() -> Chapter:
    """The overview and one page per command."""
    found = commands()
    rows = [(f"[`{one.words}`]({one.slug}.md)", first_sentence(_help(one))) for one in found]
    body = (
        f"{table(('Command', 'What it does'), rows)}\n\n"
        "Exit status of every command: 0 for done and nothing found, 1 for findings at or above the level asked for "
        "(or an act the review refuses), 2 for wrong usage or input that cannot be read. A refusal is one sentence "
        "on standard error."
    )
    overview = Page(path="reference/commands/index.md", title="Commands", body=body)
    return Chapter(title="Commands", pages=(overview, *(_page(one) for one in found)))


def setting_chapter() -> Chapter:
    """The overview and one page per setting."""
    found = settings()
    rows = [(f"[`{one.name}`]({one.name}.md)", one.help) for one in found]
    body = (
        "Beleg has no configuration file. What can be set is set by options, and some of these by environment "
        f"variables; an option given in a command wins.\n\n{table(('Variable', 'What it sets'), rows)}"
    )
    overview = Page(path="reference/settings/index.md", title="Settings", body=body)
    return Chapter(title="Settings", pages=(overview, *(_setting(one) for one in found)))


def _walk(words: str, command: click.Command, parent: click.Context | None) -> Iterator[Command]:
    yield Command(words=words, command=command)
    if isinstance(command, click.Group):
        context = click.Context(
            command,
            info_name=words,
            parent=parent,
            help_option_names=root().context_settings["help_option_names"],
        )
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None and not found.hidden:
                yield from _walk(f"{words} {name}", found, context)


def _help(one: Command) -> str:
    words = one.command.help
    if not words:
        raise ValueError(f"{one.words} has no help text")
    return words.replace("\b", "").strip()


def _page(one: Command) -> Page:
    # Every command is told which help options the program has: click keeps the first answer for good.
    context = click.Context(
        one.command,
        info_name=one.words,
        terminal_width=100,
        max_content_width=100,
        help_option_names=root().context_settings["help_option_names"],
    )
    return Page(
        path=f"reference/commands/{one.slug}.md",
        title=one.words,
        body=fenced(one.command.get_help(context), "text"),
    )


def _setting(one: Setting) -> Page:
    rows = [
        (f"[`{command.words}`](../commands/{command.slug}.md)", f"`{option}`") for command, option in one.uses
    ]
    uses = f"\n\n{table(('Read by', 'In place of'), rows)}" if rows else ""
    return Page(path=f"reference/settings/{one.name}.md", title=one.name, body=f"{one.help}{uses}")


def _spelling(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name
