"""Canonical JSON (RFC 8785) of a bundle's members: one value, one sequence of bytes."""

import json

import rfc8785

from beleg.terms.refusal import Error

Object = dict[str, object]


def encode(value: Object) -> bytes:
    """Write an object. Raises `Error` for what canonical JSON cannot say (lone surrogates, integers over 2**53)."""
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]
    except (rfc8785.CanonicalizationError, ValueError) as reason:
        raise Error(f"Not sayable in canonical JSON: {reason}.") from None


def decode(raw: bytes) -> Object:
    """Read an object written canonically. Raises `Error` for anything else."""
    try:
        value = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Error("Not JSON.") from None
    if not isinstance(value, dict):
        raise Error("Not a JSON object.")
    try:
        same = encode(value) == raw
    except RecursionError:
        raise Error("Nested too deeply.") from None
    if not same:
        raise Error("Not in canonical form (RFC 8785).")
    return value
