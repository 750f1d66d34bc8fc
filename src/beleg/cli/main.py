"""The program `beleg`: finds its commands, and turns every refusal into one sentence and an exit status."""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules
from typing import NoReturn

import click

from beleg import __version__
from beleg.cli import commands
from beleg.terms.denial import Denied
from beleg.terms.refusal import Error

FOUND = 1
"""Exit status: findings at or above the level, a bundle that does not verify, an act that review or role do not
allow.
"""
REFUSED = 2
"""Exit status: wrong usage, input that cannot be read, or nothing that could be compared."""
BROKEN = 70
"""Exit status: a fault of Beleg itself (EX_SOFTWARE of sysexits.h); it comes with a traceback."""
INTERRUPTED = 130
"""Exit status: Ctrl-C (128 + SIGINT, as shells have it)."""
PIPE_CLOSED = 141
"""Exit status: whoever read the output has gone (128 + SIGPIPE, as shells have it)."""

_EPILOG = """\b
Exit status:
  0  done; nothing found at or above --fail-level
  1  findings, a bundle that does not verify, or an act that review or role do not allow
  2  wrong usage, input that cannot be read, or nothing that could be compared
"""


class Commands(click.Group):
    """The commands of `beleg`: every module of `beleg.cli.commands`, imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in alphabetical order."""
        return sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a refusal becomes one line on standard error and an exit status."""
        try:
            result: object = super().invoke(ctx)
        except Error as refusal:
            from beleg.newsroom.refused import Refused

            click.echo(f"beleg: {' '.join(str(refusal).split())}", err=True)
            ctx.exit(FOUND if isinstance(refusal, Refused) else REFUSED)
        except Denied as denied:
            click.echo(f"beleg: {denied}", err=True)
            ctx.exit(FOUND)
        except BrokenPipeError:
            ctx.exit(PIPE_CLOSED)
        return result


@click.group(
    cls=Commands,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="beleg", message="%(prog)s %(version)s")
def program() -> None:
    """Tie every sentence of a news article to its evidence, and let nothing out unsigned.

    Without a newsroom: take-in, read, check, draft, open-questions, contradictions, shorten, headlines, translate and
    verify work on files alone. With one (a folder, --newsroom or BELEG_NEWSROOM) the same steps are recorded, reviewed,
    signed and published.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `beleg` and leave with its exit status; `arguments` default to those of the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # German text has to come out whole in every locale, and an odd file name must not break a report.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    status = _run(arguments)
    if "beleg.kept" in sys.modules and "sqlalchemy" not in sys.modules:
        # After a check of files there are millions of values and nothing to be closed. Taking them apart one by one, as
        # the interpreter does when it ends, would be a tenth of its time.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        status = program.main(args=arguments, prog_name="beleg", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as usage:
        usage.show()
        return usage.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("beleg: interrupted.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        status = PIPE_CLOSED
    except Exception:
        traceback.print_exc()
        return BROKEN
    if status == PIPE_CLOSED:
        # The interpreter flushes standard output once more when it ends; it must not complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status if isinstance(status, int) else 0
