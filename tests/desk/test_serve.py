"""Serving the desk: the address it tells, and a port that is taken."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from beleg.desk.serve import serve
from beleg.newsroom.example import AUTHOR
from beleg.terms.refusal import Error


def test_it_tells_the_address_and_how_to_sign_in_and_stops_quietly(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; from beleg.desk.serve import serve;"
        f"serve(Path({str(tmp_path / 'newsroom')!r}), 0, example=True)"
    )
    desk = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert desk.stdout is not None
        first = desk.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", first)
        assert found, first
        told = [desk.stdout.readline() for _ in range(4)]
        assert any(AUTHOR.login in line and AUTHOR.password in line for line in told)
        answer = httpx.get(f"{found[0]}health", timeout=30)  # once the address is told, nobody is refused
        assert answer.json() == {"status": "ok"}
    finally:
        desk.send_signal(signal.SIGINT)
        _, complaints = desk.communicate(timeout=30)
    assert desk.returncode == 0
    assert complaints == ""


def test_a_port_that_is_taken_is_refused_with_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Error, match=rf"^Port {port} on 127\.0\.0\.1 cannot be used .*--port\.$"):
            serve(tmp_path / "newsroom", port)
    assert not (tmp_path / "newsroom").exists()


def test_a_public_address_is_told_and_one_that_cannot_be_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    serve(tmp_path / "newsroom", 0, public="https://Desk.Verlag.example/", say=said.append)
    assert said[1] == "Others reach it, through the proxy, at https://desk.verlag.example/"
    with pytest.raises(Error, match="a desk that others reach needs https://"):
        serve(tmp_path / "another", 0, public="http://desk.verlag.example")
    assert not (tmp_path / "another").exists()


def test_a_newsroom_without_accounts_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    serve(tmp_path / "newsroom", 0, say=said.append)
    assert said[-1] == "This newsroom has no accounts yet; nobody can sign in before one is added."
