"""Editors: people at the desk as a browser has them, over HTTP: they read, type, save and follow the news."""

import asyncio
import json
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from random import Random
from time import monotonic, perf_counter

import httpx

PASSWORD = "nur-zum-messen"  # of accounts in a newsroom that is thrown away
THINKS = (1.0, 5.0)
"""Seconds between two things an editor does."""
_DATA = {"Accept": "application/json"}
_TOKEN = re.compile(r'<meta name="token" content="([^"]+)">')
_LAID = re.compile(r'<script type="application/json" id="laid">(.*?)</script>', re.DOTALL)
_PATIENCE = 60.0


@dataclass(slots=True)
class Seen:
    """What all editors together did and saw. Times are seconds a request took."""

    pages: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    written: list[tuple[str, str]] = field(default_factory=list)
    """Every sentence whose saving was acknowledged, with its dossier."""
    conflicts: int = 0
    merged: int = 0
    news: int = 0
    worked: float = 0.0
    """Seconds of a processor that the desk needed for all of it, signing in included."""

    @property
    def requests(self) -> int:
        """How many requests were answered."""
        return len(self.pages) + len(self.looks) + len(self.saves)


class Editor:
    """One person with a browser of their own, at work on one dossier."""

    def __init__(self, address: str, login: str, dossier: str, seen: Seen, chance: Random) -> None:
        """`address` is that of the desk; everything seen goes into `seen`."""
        self._client = httpx.AsyncClient(base_url=address, timeout=_PATIENCE, follow_redirects=True)
        self._login = login
        self._at = f"/dossiers/{dossier}"
        self._dossier = dossier
        self._seen = seen
        self._chance = chance
        self._token = ""
        self._content = ""
        self._base = ""
        self._number = 0

    async def come_in(self) -> None:
        """Sign in and open the dossier."""
        token = _found(_TOKEN, (await self._client.get("/sign-in")).text)
        signed = await self._client.post(
            "/sign-in", data={"token": token, "login": self._login, "password": PASSWORD}
        )
        signed.raise_for_status()
        page = (await self._client.get(self._at)).text
        self._token = _found(_TOKEN, page)
        laid = json.loads(unescape(_found(_LAID, page)))
        self._content, self._base = laid["content"], laid["base"]

    async def work(self, until: float) -> None:
        """Read, type and save until the moment comes; the stream of news is open meanwhile."""
        listening = asyncio.get_running_loop().create_task(self._listen())
        try:
            await asyncio.sleep(self._chance.uniform(0, THINKS[1]))
            while monotonic() < until:
                doing = self._chance.choices((self._read, self._write, self._list), (0.5, 0.4, 0.1))[0]
                await doing()
                await asyncio.sleep(self._chance.uniform(*THINKS))
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening
            await self._client.aclose()

    async def _read(self) -> None:
        """Select a sentence: the whole page, or its panes alone."""
        sentence = f"s{self._chance.randint(1, 28)}"
        where = self._chance.choice(("", "/panes"))
        await self._get(f"{self._at}{where}?at={sentence}")

    async def _list(self) -> None:
        await self._get("/")

    async def _write(self) -> None:
        """Type a sentence somewhere, looked at twice on the way, and save it; or rewrite one that all have."""
        self._number += 1
        sentence = f"{self._login.capitalize()} notierte dazu die Zeile {self._number}."
        blocks = self._content.rstrip("\n").split("\n\n")
        if self._chance.random() < 0.15:
            place = self._chance.randrange(1, min(4, len(blocks)))
            first, _, rest = blocks[place].partition(". ")
            blocks[place] = f"{sentence} {rest}" if rest else f"{first.rstrip('.')}. {sentence}"
        else:
            blocks.insert(self._chance.randint(1, len(blocks)), sentence)
        text = "\n\n".join(blocks) + "\n"
        half = text.replace(sentence, sentence[: len(sentence) // 2])
        await self._send("/look", self._seen.looks, content=half)
        await asyncio.sleep(self._chance.uniform(0.2, 0.6))
        await self._send("/look", self._seen.looks, content=text)
        saved = await self._send("/save", self._seen.saves, content=text, base=self._base)
        if saved is None:
            return
        self._content, self._base = str(saved["content"]), str(saved["base"])
        self._seen.merged += bool(saved["merged"])
        conflicts = saved["conflicts"]
        self._seen.conflicts += len(conflicts) if isinstance(conflicts, list) else 0
        told = sentence in json.dumps(conflicts, ensure_ascii=False)
        if sentence in self._content:
            self._seen.written.append((self._dossier, sentence))
        elif not told:
            self._seen.errors.append(f"{sentence} is neither in the text nor in a conflict")

    async def _get(self, path: str) -> None:
        began = perf_counter()
        try:
            answer = await self._client.get(path)
        except httpx.HTTPError as why:
            self._seen.errors.append(f"GET {path}: {why!r}")
            return
        self._seen.pages.append(perf_counter() - began)
        if answer.status_code != 200 or "/sign-in" in str(answer.url):
            self._seen.errors.append(f"GET {path}: {answer.status_code} {answer.url}")

    async def _send(self, path: str, times: list[float], **fields: str) -> dict[str, object] | None:
        began = perf_counter()
        try:
            answer = await self._client.post(
                self._at + path, data={"token": self._token, **fields}, headers=_DATA
            )
        except httpx.HTTPError as why:
            self._seen.errors.append(f"POST {path}: {why!r}")
            return None
        times.append(perf_counter() - began)
        if answer.status_code != 200:
            self._seen.errors.append(f"POST {path}: {answer.status_code} {answer.text[:200]}")
            return None
        told = answer.json()
        return told if isinstance(told, dict) else None

    async def _listen(self) -> None:
        headers = {"Accept": "text/event-stream"}
        timeout = httpx.Timeout(_PATIENCE, read=_PATIENCE)
        try:
            async with self._client.stream(
                "GET", f"{self._at}/news", headers=headers, timeout=timeout
            ) as answer:
                if answer.status_code != 200:
                    self._seen.errors.append(f"GET /news: {answer.status_code}")
                async for line in answer.aiter_lines():
                    self._seen.news += line.startswith("event: ")
        except httpx.HTTPError as why:
            self._seen.errors.append(f"GET /news: {why!r}")


async def at_work(
    address: str, logins: Sequence[str], dossiers: Sequence[str], seconds: float, seed: int = 7
) -> Seen:
    """Have all these people work for so many seconds, shared out over the dossiers; return what they saw."""
    seen = Seen()
    editors = [
        Editor(address, login, dossiers[number % len(dossiers)], seen, Random(seed + number))
        for number, login in enumerate(logins)
    ]
    for editor in editors:
        await editor.come_in()
    until = monotonic() + seconds
    await asyncio.gather(*(editor.work(until) for editor in editors))
    return seen


def _found(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    if found is None:
        raise AssertionError(f"There is no {pattern.pattern} on the page: {page[:300]}")
    return found[1]
