"""Configured models: the language models a newsroom has written down for its desk.

In `models.toml` in the newsroom's folder, and in the environment. No key stands in either file or record: a key comes
from an environment variable or from the system's keyring.
"""

import os
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from beleg.models.endpoint import KEY, Endpoint, Kind, key_for
from beleg.models.language_model import DEADLINE, LanguageModel
from beleg.terms.price import Price
from beleg.terms.refusal import Error

FILE: Final = "models.toml"
_NAMES: Final = frozenset(
    (
        "name",
        "model",
        "endpoint",
        "kind",
        "key_variable",
        "price_sent",
        "price_written",
        "currency",
        "deadline",
    )
)
_LONGEST_DEADLINE: Final = 3_600.0
"""Seconds that one answer may take at most."""
_LARGEST: Final = 100_000
"""Bytes of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiguredModel:
    """A model a newsroom can have write: what it is called there, where it is asked, and what it costs.

    `key_variable` names the environment variable with its key; where it is empty, only the keyring is asked. `price` is
    None where nobody wrote it down. `deadline` is in seconds, for one answer.
    """

    name: str
    model: str
    endpoint: Endpoint
    key_variable: str = ""
    price: Price | None = None
    deadline: float = DEADLINE

    def opened(self) -> LanguageModel:
        """The model, with its key. Raises Error as `LanguageModel` does."""
        key = key_for(self.endpoint, self.key_variable)
        return LanguageModel(self.endpoint, self.model, key=key, deadline=self.deadline)


def configured_models(folder: Path) -> tuple[ConfiguredModel, ...]:
    """The models of the newsroom in `folder`: the environment's first, then those of its file in their order.

    Raises Error, in one sentence, for a file that cannot be read, holds something it must not (a key), or names two
    models alike.
    """
    found = [*_of_environment(), *_of_file(folder / FILE)]
    names = [one.name for one in found]
    for name in names:
        if names.count(name) > 1:
            raise Error(f"{FILE}: two models are called “{name}”.")
    return tuple(found)


def _of_environment() -> list[ConfiguredModel]:
    """The model that the environment names besides, whose key is `BELEG_MODEL_KEY`."""
    model = os.environ.get("BELEG_MODEL", "").strip()
    address = os.environ.get("BELEG_MODEL_ENDPOINT", "").strip()
    if not model and not address:
        return []
    if not model or not address:
        raise Error("BELEG_MODEL and BELEG_MODEL_ENDPOINT belong together; one of them is not set.")
    endpoint = Endpoint(
        address=address, kind=_kind(os.environ.get("BELEG_MODEL_KIND", "").strip() or Kind.OPENAI.value)
    )
    return [ConfiguredModel(name=model, model=model, endpoint=endpoint, key_variable=KEY)]


def _of_file(path: Path) -> list[ConfiguredModel]:
    try:
        if not path.exists():
            return []
        raw = path.read_bytes()[: _LARGEST + 1]
        if len(raw) > _LARGEST:
            raise Error(f"{FILE}: larger than {_LARGEST} bytes.")
        data = tomllib.loads(raw.decode("utf-8"))
    except OSError as why:
        raise Error(f"{FILE}: cannot be read ({why.strerror}).") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise Error(f"{FILE}: no valid TOML.") from None
    models = data.get("model", [])
    if set(data) - {"model"} or not isinstance(models, list) or not all(isinstance(m, dict) for m in models):
        raise Error(f"{FILE}: only [[model]] tables may stand in it.")
    return [_model(one) for one in models]


def _model(one: dict[str, Any]) -> ConfiguredModel:
    if unknown := sorted(set(one) - _NAMES):
        if any("key" in name.lower() for name in unknown):
            raise Error(f"{FILE}: a key stands in the environment or the keyring, never in a file.")
        raise Error(f"{FILE}: “{unknown[0][:40]}” is no setting of a model.")
    words = {name: one.get(name, "") for name in ("name", "model", "endpoint", "kind", "key_variable")}
    if not all(isinstance(value, str) for value in words.values()):
        raise Error(f"{FILE}: name, model, endpoint, kind and key_variable have to be text.")
    model, address = words["model"].strip(), words["endpoint"].strip()
    if not model or not address:
        raise Error(f"{FILE}: every model needs “model” and “endpoint”.")
    return ConfiguredModel(
        name=words["name"].strip() or model,
        model=model,
        endpoint=Endpoint(address=address, kind=_kind(words["kind"] or Kind.OPENAI.value)),
        key_variable=words["key_variable"].strip(),
        price=_price(one),
        deadline=_deadline(one.get("deadline", DEADLINE)),
    )


def _kind(word: str) -> Kind:
    try:
        return Kind(word)
    except ValueError:
        raise Error(f"A model speaks the protocol “openai” or “anthropic”, not “{word[:40]}”.") from None


def _price(one: dict[str, Any]) -> Price | None:
    given = {name for name in ("price_sent", "price_written", "currency") if name in one}
    if not given:
        return None
    if len(given) < 3:
        raise Error(f"{FILE}: price_sent, price_written and currency belong together.")
    currency = one["currency"]
    if (
        not isinstance(currency, str)
        or len(currency) != 3
        or not currency.isascii()
        or not currency.isupper()
    ):
        raise Error(f"{FILE}: a currency is a code like “EUR”.")
    try:
        sent, written = Decimal(str(one["price_sent"])), Decimal(str(one["price_written"]))
    except InvalidOperation:
        raise Error(f"{FILE}: a price is a number, for a million tokens.") from None
    if not (sent.is_finite() and written.is_finite() and 0 <= sent < 100_000 and 0 <= written < 100_000):
        raise Error(f"{FILE}: a price is a number from 0 to 100,000, for a million tokens.")
    return Price(sent=sent, written=written, currency=currency)


def _deadline(seconds: object) -> float:
    number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not number or not 1 <= float(str(seconds)) <= _LONGEST_DEADLINE:
        raise Error(f"{FILE}: a deadline is a number of seconds from 1 to {_LONGEST_DEADLINE:.0f}.")
    return float(str(seconds))
