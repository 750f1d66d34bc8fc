"""Log proof: that an entry is in the newsroom's log, as a text that travels with it (C2SP tlog-proof)."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import rfc8785

from beleg.record import merkle
from beleg.record.canonical import decode
from beleg.record.signed_note import Verifier, checkpoint_in, unbase64
from beleg.terms.refusal import Error

HEADER = "c2sp.org/tlog-proof@v1"
"""The first line of a proof."""


@dataclass(frozen=True, slots=True)
class LogProof:
    """The leaf `index` (from 0) is in the tree of the signed `checkpoint`; `path` leads from it to the root."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: bytes


def leaf(dossier: str, position: int, line: bytes) -> bytes:
    """Return the leaf of an entry: canonical JSON that names it, with the SHA-256 of its whole canonical line."""
    return rfc8785.dumps({"dossier": dossier, "entry": sha256(line).hexdigest(), "position": position})


def write(index: int, path: Sequence[bytes], checkpoint: bytes) -> bytes:
    """Return the proof as text."""
    hashes = "".join(f"{b64encode(each).decode('ascii')}\n" for each in path)
    return f"{HEADER}\nindex {index}\n{hashes}\n".encode("ascii") + checkpoint


def read(proof: bytes) -> LogProof:
    """Read a proof as `write` makes it. Raises Error, in one sentence, for anything else; signatures are not looked
    at.
    """
    head, found, checkpoint = proof.partition(b"\n\n")
    try:
        header, index, *hashes = head.decode("ascii").split("\n")
    except ValueError:
        raise Error("The proof does not begin as one.") from None
    path = [unbase64(each) for each in hashes]
    number = index.removeprefix("index ")
    if not found or (header, index) != (HEADER, f"index {number}") or not _counts(number):
        raise Error("The proof does not begin as one.")
    read_path = tuple(each for each in path if each is not None and len(each) == 32)
    if len(read_path) != len(path) or write(int(number), read_path, checkpoint) != proof:
        raise Error("The proof holds a line that is no hash.")
    return LogProof(int(number), read_path, checkpoint)


def leaf_of(line: bytes) -> bytes:
    """Return the leaf of the entry in this line. Raises Error if it is no entry; see
    `beleg.record.canonical.decode`.
    """
    entry = decode(line)
    return leaf(entry.dossier, entry.position, line)


def proof_trouble(proof: bytes, key: str, line: bytes) -> str:
    """Say in one English clause why `proof` does not show that an entry is in the log; empty if it does.

    `key` is the verifier line of the newsroom's key, `line` the canonical line of the entry, without a line break.
    Never raises.
    """
    try:
        said = read(proof)
        checkpoint = checkpoint_in(said.checkpoint, Verifier.of(key))
        entry = merkle.leaf_hash(leaf_of(line))
    except Error as why:
        words = str(why).removesuffix(".")
        return words[:1].lower() + words[1:]
    if merkle.root_by_inclusion(said.index, checkpoint.size, entry, said.path) != checkpoint.root:
        return "the proof does not lead from the entry to the root of the checkpoint"
    return ""


def _counts(number: str) -> bool:
    return number.isdigit() and str(int(number[:19])) == number
