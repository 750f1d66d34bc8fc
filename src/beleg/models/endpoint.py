"""Endpoint: where a language model is asked, which protocol it speaks, and where its key comes from."""

import os
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from beleg.terms.refusal import Error


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


KEY: Final = "BELEG_MODEL_KEY"
"""The environment variable that holds the key of a model named on the command line or in the environment."""


def key_for(endpoint: Endpoint, variable: str = KEY) -> str:
    """The key for an endpoint: from an environment variable, else from the system's keyring; empty if neither has one.

    `variable` is its name; where it is empty only the keyring is asked.
    """
    if variable and (key := os.environ.get(variable, "").strip()):
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
