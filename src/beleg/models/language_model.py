"""Language model: one at an endpoint of its vendor's kind, through `any-llm-sdk` (extra `beleg[language-models]`).

Any OpenAI-compatible endpoint (a local llama.cpp, vLLM or Ollama server, a vendor's) and Anthropic's API. The model
gets no tools. The key is sent to the endpoint and nowhere else: it stands in no record, no log, no message and no
`repr`.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from beleg.drafting.progress import UNWATCHED, Progress, StoppedError
from beleg.drafting.proposal import NoProposalError, Order, Proposal
from beleg.models.bounded_client import Counted, client
from beleg.models.drafting_prompt import SCHEMA, digest, messages, read_answer
from beleg.models.endpoint import Endpoint, Kind
from beleg.models.failures import reason, status
from beleg.models.streamed_answer import StreamedAnswer
from beleg.terms.refusal import Error

DEADLINE: Final = 180.0
"""Seconds for one answer, retries included."""
_PATIENCE: Final = 90.0
"""Seconds without a single byte."""
_TRIES_MORE: Final = 2
_MOST_TOKENS: Final = 4_096
_TEMPERATURE: Final = 0.0
_KNOWS_NO_SCHEMA: Final = frozenset({400, 422, 500, 501})
"""How endpoints answer that cannot hold a model to a schema, or cannot stream; llama-cpp-python's server says 500."""
_MOST_COUNTED: Final = 10**9
_LOOKS: Final = 0.1
"""Seconds after which a waiting model looks whether it was stopped."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an endpoint answered: the words, why they end, and the tokens it counted."""

    words: str
    finish: str
    tokens_in: int
    tokens_out: int


class LanguageModel:
    """A model at an endpoint, as `beleg.drafting.proposal.DraftingModel`.

    `deadline` and `patience` are seconds. Raises Error where a key would go unencrypted to another machine, and
    where the extra `language-models` is not installed.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        model: str,
        *,
        key: str = "",
        deadline: float = DEADLINE,
        patience: float = _PATIENCE,
    ) -> None:
        if key and (not key.isascii() or not key.isprintable()):
            raise Error("The key of the language model holds characters that no key has.")
        if key and urlsplit(endpoint.address).scheme == "http" and not endpoint.on_this_machine:
            raise Error(
                f"{endpoint.host}: the key of the language model would go there unencrypted; use https://."
            )
        try:
            import any_llm  # noqa: F401
        except ImportError:
            raise Error(
                "Drafts of language models need the extra: pip install 'beleg[language-models]'."
            ) from None
        self.endpoint = endpoint
        self._model = model
        self._key = key
        self._deadline = deadline
        self._patience = patience
        self._structured = True
        self._in_pieces = False
        self._progress = UNWATCHED

    def __repr__(self) -> str:
        return f"LanguageModel({self.endpoint.address!r}, {self._model!r})"

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model

    @property
    def host(self) -> str:
        """The machine that is asked."""
        return self.endpoint.host

    @property
    def on_this_machine(self) -> bool:
        """Whether that is this machine."""
        return self.endpoint.on_this_machine

    @property
    def has_key(self) -> bool:
        """Whether a key is sent along."""
        return bool(self._key)

    def watched_by(self, progress: Progress) -> "LanguageModel":
        """The same model, telling `progress` what arrives while it arrives, and asking it whether to stop."""
        watched = copy(self)
        watched._progress = progress
        watched._in_pieces = True
        return watched

    def propose(self, order: Order) -> Proposal:
        """Ask for a draft. Raises NoProposalError where none came in time, or none that can be read."""
        sent, counted, begun = messages(order), Counted(), time.monotonic()
        try:
            answer = _awaited(self._asked(sent, counted), self._deadline, lambda: self._progress.stopped)
        except TimeoutError:
            raise NoProposalError(f"{self._model}: the answer did not come in time.") from None
        except NoProposalError:
            raise
        except Exception as why:  # what a library raises may hold the key or a source's words
            raise NoProposalError(f"{self._model}: {reason(why)}.") from None
        if not answer.words:
            raise NoProposalError(f"{self._model}: the answer is empty.")
        if answer.finish == "length":
            raise NoProposalError(f"{self._model}: the answer was cut off.")
        self._refuse_key(answer.words)
        blocks = read_answer(answer.words)
        for block in blocks:
            for sentence in block.sentences:
                self._refuse_key(sentence.text)
        return Proposal(
            blocks=blocks,
            # What was ordered: what an endpoint calls itself is its own word, and could be anything.
            model="".join(letter for letter in self._model if letter.isprintable())[:200],
            prompt_sha256=digest(sent),
            parameters=self._parameters(),
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
            requests=counted.requests,
            milliseconds=round((time.monotonic() - begun) * 1000),
        )

    def _parameters(self) -> tuple[str, ...]:
        structured = "json_schema" if self._structured else "none"
        return (f"max_tokens={_MOST_TOKENS}", f"response_format={structured}", f"temperature={_TEMPERATURE}")

    async def _asked(self, sent: list[dict[str, str]], counted: Counted) -> _Answer:
        while True:
            try:
                return await self._completion(sent, counted)
            except Exception as why:
                # An endpoint that does not know how to hold a model to a schema, or how to send an answer in pieces.
                if status(why) not in _KNOWS_NO_SCHEMA or not (self._structured or self._in_pieces):
                    raise
                if not self._structured:
                    self._in_pieces = False
                self._structured = False

    async def _completion(self, sent: list[dict[str, str]], counted: Counted) -> _Answer:
        from any_llm import AnyLLM

        schema = {"name": "article", "strict": True, "schema": SCHEMA}
        asked: dict[str, Any] = {}
        if self._structured:
            asked["response_format"] = {"type": "json_schema", "json_schema": schema}
        if self._in_pieces:
            asked["stream"] = True
            if self.endpoint.kind is Kind.OPENAI:
                asked["stream_options"] = {"include_usage": True}
        async with client(self.endpoint.kind, self._patience, counted) as http:
            endpoint = AnyLLM.create(
                self.endpoint.kind.value,
                api_key=self._key or "none",
                api_base=self.endpoint.address,
                unified_exceptions=True,
                max_retries=_TRIES_MORE,
                http_client=http,
                timeout=self._patience,
            )
            answer: Any = await endpoint.acompletion(
                self._model,
                list(sent),
                temperature=_TEMPERATURE,
                max_tokens=_MOST_TOKENS,
                reasoning_effort=None,
                **asked,
            )
            return await self._gathered(answer) if self._in_pieces else _whole(answer)

    async def _gathered(self, pieces: AsyncIterator[Any]) -> _Answer:
        """The answer from its pieces; whoever watches is told its sentences as they are complete."""
        answer, finish, tokens_in, tokens_out, count = StreamedAnswer(), "", 0, 0, 0
        async for piece in pieces:
            for choice in piece.choices[:1]:
                finish = choice.finish_reason or finish
                count += 1
                for sentence in answer.add(choice.delta.content or ""):
                    self._refuse_key(sentence)
                    self._progress.wrote(sentence)
                self._progress.received(count)
            if usage := getattr(piece, "usage", None):
                tokens_in = max(tokens_in, _counted(usage.prompt_tokens))
                tokens_out = max(tokens_out, _counted(usage.completion_tokens))
        return _Answer(answer.words, finish, tokens_in, tokens_out)

    def _refuse_key(self, words: str) -> None:
        if self._key and self._key in words:
            raise NoProposalError(f"{self.endpoint.host}: the answer holds the key; nothing of it was kept.")


def _whole(answer: Any) -> _Answer:
    choice = answer.choices[0] if answer.choices else None
    usage = answer.usage
    return _Answer(
        words=str(choice.message.content or "") if choice else "",
        finish=str(choice.finish_reason or "") if choice else "",
        tokens_in=_counted(usage.prompt_tokens) if usage else 0,
        tokens_out=_counted(usage.completion_tokens) if usage else 0,
    )


def _awaited(asked: Coroutine[Any, Any, _Answer], deadline: float, stopped: Callable[[], bool]) -> _Answer:
    """Wait for an answer in a thread of its own, because the caller's may have an event loop running (a notebook
    has).
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        waiting = _unless(stopped, asked)
        return thread.submit(lambda: asyncio.run(asyncio.wait_for(waiting, deadline))).result()


async def _unless(stopped: Callable[[], bool], asked: Coroutine[Any, Any, _Answer]) -> _Answer:
    task = asyncio.ensure_future(asked)
    try:
        while not task.done():
            if stopped():
                raise StoppedError
            await asyncio.wait({task}, timeout=_LOOKS)
        return task.result()
    finally:
        task.cancel()
        await asyncio.wait({task})


def _counted(tokens: object) -> int:
    """A number of tokens as an endpoint says it, 0 to 10**9."""
    return min(max(tokens, 0), _MOST_COUNTED) if isinstance(tokens, int) else 0
