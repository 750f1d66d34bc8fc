"""Bounded client: how requests of a language model travel, and what is not let in.

Proxies and passwords that the environment names are ignored, redirects are not followed, answers are bounded in size
and time.
"""

from collections.abc import AsyncIterator
from importlib import import_module
from typing import Any, Final

from beleg.drafting.proposal import NoProposalError
from beleg.models.endpoint import Kind

_MOST_BYTES: Final = 4 << 20


class Counted:
    """How many requests left, those tried again included."""

    def __init__(self) -> None:
        self.requests = 0


def client(kind: Kind, patience: float, counted: Counted) -> Any:
    """An HTTP client of the library that the vendor's own uses, which breaks off an answer larger than any draft.

    `patience` is in seconds without a single byte.
    """
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
            counted.requests += 1
            response = await super().handle_async_request(request)
            response.stream = Stream(response.stream)
            return response

    return http.AsyncClient(transport=Transport(), trust_env=False, follow_redirects=False, timeout=patience)
