"""Serving the desk on this machine."""

import gc
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click
import uvicorn

from beleg.desk.addresses import PublicAddress
from beleg.desk.app import make_app
from beleg.desk.issuer import Issuer, IssuerSettings
from beleg.desk.news import News
from beleg.newsroom.checks_apart import ChecksApart
from beleg.newsroom.house import Newsroom
from beleg.terms.refusal import Error

HOST = "127.0.0.1"
PORT = 8470
KEPT_ALIVE = 75
"""Seconds a connection is kept for the next request: longer than somebody thinks who is at work on a page."""


TURN = 0.0005
"""Seconds after which a thread that computes lets another one have the interpreter (Python's default is ten times as
long).

A page asks the record a dozen times and queues up again after each, behind every check that is running."""
COLLECTED = (20_000, 20, 100)
"""When Python looks for cycles that nobody uses (its default is (700, 10, 10)), as `gc.set_threshold` takes it.

Looking through all that a desk keeps of its dossiers takes a quarter of a second and more, in which it answers
nobody."""


class DeskServer(uvicorn.Server):
    """A server that ends the desk's streams before it waits for what is still being answered."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop serving."""
        news: News | None = getattr(getattr(self.config.app, "state", None), "news", None)
        if news is not None:  # there is none where the newsroom could not be opened
            news.close()
        await super().shutdown(sockets)


def serve(
    folder: Path,
    port: int = PORT,
    *,
    example: bool = False,
    issuer: IssuerSettings | None = None,
    public: str = "",
    say: Callable[[str], None] = click.echo,
) -> None:
    """Serve the desk of the newsroom in `folder` on 127.0.0.1 until it is stopped (Ctrl-C).

    `port` 0 takes any free one. With `example` the example newsroom is loaded first, and its accounts are told. With
    `issuer` people can sign in with an account of the publisher's, too. `public` is the address at which a proxy on
    this machine lets others reach the desk; empty: nobody else does. `say` prints a line. Raises `Error` where the
    newsroom cannot be opened or the port is taken, and for a public address that cannot be one.
    """
    reached = PublicAddress.of(public) if public else None
    with _listening(port) as listening:
        with Newsroom.open(folder) as newsroom:
            sign_in = _example(newsroom) if example else _accounts(newsroom)
        say(f"Beleg desk: http://{HOST}:{listening.getsockname()[1]}/  (newsroom {folder}; stop with Ctrl-C)")
        if reached:
            say(f"Others reach it, through the proxy, at {reached.origin}/")
        for line in sign_in:
            say(line)
        sys.setswitchinterval(TURN)
        gc.set_threshold(*COLLECTED)
        checks = ChecksApart(
            COLLECTED
        )  # closed with the application: a desk that is stopped comes no further than that
        config = uvicorn.Config(
            make_app(folder, issuer=Issuer(issuer) if issuer else None, public=reached, checks=checks),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=3,
            timeout_keep_alive=KEPT_ALIVE,
        )
        with suppress(KeyboardInterrupt):  # Ctrl-C is how a desk is closed
            DeskServer(config).run(sockets=[listening])


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # before the address is told: whoever comes while the desk starts is kept waiting, not refused
    except (OSError, OverflowError) as reason:
        listening.close()
        raise Error(
            f"Port {port} on {HOST} cannot be used ({reason}); choose another with --port."
        ) from reason
    return listening


def _example(newsroom: Newsroom) -> list[str]:
    from beleg.newsroom.example import ACCOUNTS, load_example

    load_example(newsroom)
    return [
        "Sign in to the example newsroom as:",
        *(f"  {one.login:8} {one.password:16} {one.name}, {one.function}" for one in ACCOUNTS),
    ]


def _accounts(newsroom: Newsroom) -> list[str]:
    if newsroom.accounts():
        return ["Sign in with an account of this newsroom."]
    return ["This newsroom has no accounts yet; nobody can sign in before one is added."]
