"""Language model: one at an endpoint of its vendor's kind, through `any-llm-sdk` (extra `beleg[language-models]`).

Any OpenAI-compatible endpoint (a local llama.cpp, vLLM or Ollama server, a vendor's) and Anthropic's API. The model gets no
tools. Proxies and passwords that the environment names are ignored, redirects are not followed, answers are bounded in
size and time. The key is sent to the endpoint and nowhere else: it stands in no record, no log, no message and no `repr`.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from beleg.drafting.proposal import NoProposalError, Order, Proposal
from beleg.models.drafting_prompt import SCHEMA, digest, messages, read_answer
from beleg.terms.refusal import Error

DEADLINE: Final = 180.0
"""Seconds for one answer, retries included."""
_PATIENCE: Final = 90.0
"""Seconds without a single byte."""
_TRIES_MORE: Final = 2
_MOST_BYTES: Final = 4 << 20
_MOST_TOKENS: Final = 4_096
_TEMPERATURE: Final = 0.0
_KNOWS_NO_SCHEMA: Final = frozenset({400, 422, 500, 501})
"""How endpoints answer that cannot hold a model to a schema; llama-cpp-python's server says 500."""
_MOST_COUNTED: Final = 10**9


class Kind(StrEnum):
    """Which protocol an endpoint speaks."""

    OPENAI = "openai"
    """OpenAI's, as nearly all servers do."""
    ANTHROPIC = "anthropic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a model is asked. `address` is its base address ("http://127.0.0.1:8080/v1")."""

    address: str
    kind: Kind = Kind.OPENAI

    def __post_init__(self) -> None:
        """Raise Error for an address that is none, or that holds a password."""
        try:
            parts = urlsplit(self.address)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            raise Error("The address of the language model is not a valid address.") from None
        if parts.scheme not in ("http", "https") or not host:
            raise Error(
                "The address of the language model must begin with http:// or https:// and name a host."
            )
        if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
            raise Error(
                "The address of the language model must hold no user name, password, query or fragment."
            )

    @property
    def host(self) -> str:
        """The machine it names."""
        return urlsplit(self.address).hostname or ""

    @property
    def on_this_machine(self) -> bool:
        """Whether it is this machine, so that nothing leaves it."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def key_for(endpoint: Endpoint) -> str:
    """The key for an endpoint: from the environment (`BELEG_MODEL_KEY`), else from the system's keyring; empty if neither has one."""
    if key := os.environ.get("BELEG_MODEL_KEY", "").strip():
        return key
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password("beleg", endpoint.host) or ""
    except KeyringError:
        return ""


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

    def propose(self, order: Order) -> Proposal:
        """Ask for a draft. Raises NoProposalError where none came in time, or none that can be read."""
        sent = messages(order)
        try:
            answer = _awaited(self._asked(sent), self._deadline)
        except TimeoutError:
            raise NoProposalError(f"{self._model}: the answer did not come in time.") from None
        except NoProposalError:
            raise
        except Exception as why:  # what a library raises may hold the key or a source's words
            raise NoProposalError(f"{self._model}: {_reason(why)}.") from None
        choice = answer.choices[0] if answer.choices else None
        if choice is None or not choice.message.content:
            raise NoProposalError(f"{self._model}: the answer is empty.")
        if choice.finish_reason == "length":
            raise NoProposalError(f"{self._model}: the answer was cut off.")
        words = str(choice.message.content)
        if self._key and self._key in words:
            raise NoProposalError(f"{self.endpoint.host}: the answer holds the key; nothing of it was kept.")
        usage = answer.usage
        blocks = read_answer(words)
        if self._key and any(self._key in s.text for block in blocks for s in block.sentences):
            raise NoProposalError(f"{self.endpoint.host}: the answer holds the key; nothing of it was kept.")
        return Proposal(
            blocks=blocks,
            # What was ordered: what an endpoint calls itself is its own word, and could be anything.
            model="".join(letter for letter in self._model if letter.isprintable())[:200],
            prompt_sha256=digest(sent),
            parameters=self._parameters(),
            tokens_in=_counted(usage.prompt_tokens) if usage else 0,
            tokens_out=_counted(usage.completion_tokens) if usage else 0,
        )

    def _parameters(self) -> tuple[str, ...]:
        structured = "json_schema" if self._structured else "none"
        return (f"max_tokens={_MOST_TOKENS}", f"response_format={structured}", f"temperature={_TEMPERATURE}")

    async def _asked(self, sent: list[dict[str, str]]) -> Any:
        try:
            return await self._completion(sent)
        except Exception as why:
            if not self._structured or _status(why) not in _KNOWS_NO_SCHEMA:
                raise
            self._structured = False  # an endpoint that does not know how to hold a model to a schema
            return await self._completion(sent)

    async def _completion(self, sent: list[dict[str, str]]) -> Any:
        from any_llm import AnyLLM

        schema = {"name": "article", "strict": True, "schema": SCHEMA}
        asked: dict[str, Any] = {"response_format": {"type": "json_schema", "json_schema": schema}}
        async with _client(self.endpoint.kind, self._patience) as client:
            endpoint = AnyLLM.create(
                self.endpoint.kind.value,
                api_key=self._key or "none",
                api_base=self.endpoint.address,
                unified_exceptions=True,
                max_retries=_TRIES_MORE,
                http_client=client,
                timeout=self._patience,
            )
            return await endpoint.acompletion(
                self._model,
                list(sent),
                temperature=_TEMPERATURE,
                max_tokens=_MOST_TOKENS,
                reasoning_effort=None,
                **(asked if self._structured else {}),
            )


def _awaited(asked: Coroutine[Any, Any, Any], deadline: float) -> Any:
    """Wait for an answer in a thread of its own, because the caller's may have an event loop running (a notebook has)."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(asyncio.wait_for(asked, deadline))).result()


def _counted(tokens: object) -> int:
    """A number of tokens as an endpoint says it, 0 to 10**9."""
    return min(max(tokens, 0), _MOST_COUNTED) if isinstance(tokens, int) else 0


def _client(kind: Kind, patience: float) -> Any:
    """An HTTP client of the library that the vendor's own uses, which breaks off an answer larger than any draft."""
    http = import_module("httpx" if kind is Kind.ANTHROPIC else "httpx2")

    class Stream(http.AsyncByteStream):  # type: ignore[misc, name-defined]
        def __init__(self, stream: Any) -> None:
            self._stream = stream

        async def __aiter__(self) -> AsyncIterator[bytes]:
            size = 0
            async for piece in self._stream:
                size += len(piece)
                if size > _MOST_BYTES:
                    raise NoProposalError("The model's answer is too long.")
                yield piece

        async def aclose(self) -> None:
            await self._stream.aclose()

    class Transport(http.AsyncHTTPTransport):  # type: ignore[misc, name-defined]
        async def handle_async_request(self, request: Any) -> Any:
            response = await super().handle_async_request(request)
            response.stream = Stream(response.stream)
            return response

    return http.AsyncClient(transport=Transport(), trust_env=False, follow_redirects=False, timeout=patience)


def _causes(why: BaseException) -> Iterator[BaseException]:
    """An exception and those it was made from."""
    one: BaseException | None = why
    while one is not None:
        yield one
        inner = getattr(one, "original_exception", None)
        one = inner if isinstance(inner, BaseException) and inner is not one else one.__cause__


def _status(why: BaseException) -> int:
    """The HTTP status an exception is about; 0 if about none."""
    found = (getattr(one, "status_code", None) for one in _causes(why))
    return next((status for status in found if isinstance(status, int)), 0)


def _reason(why: BaseException) -> str:
    if status := _status(why):
        return f"the endpoint refuses the request (HTTP {status})"
    causes = list(_causes(why))
    kinds = [type(one).__name__ for one in causes]
    if long := next((one for one in causes if isinstance(one, NoProposalError)), None):
        return str(long).removesuffix(".").replace("The model's", "the", 1)
    if any("Timeout" in kind for kind in kinds):
        return "the answer did not come in time"
    if any("Connect" in kind or "Protocol" in kind or "ReadError" in kind for kind in kinds):
        return "the endpoint cannot be reached, or the connection broke off"
    return f"no answer that can be read ({kinds[0]})"
