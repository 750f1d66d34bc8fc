"""Signed note: a text with signatures under it, and a log's checkpoint, which is one (C2SP signed-note,
tlog-checkpoint).
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

from beleg.record.newsroom_key import NewsroomKey, note_key_id, signature_holds, verifier_line
from beleg.terms.refusal import Error

_LARGEST = 100_000
"""Characters of a note; far beyond the sixteen signatures a reader has to accept."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key under its name: `public` has 32 bytes."""

    name: str
    public: bytes

    @classmethod
    def of(cls, line: str) -> "Verifier":
        """Read a verifier line (`name+id+key`), white space around it left aside.

        Raises Error for anything else, a key other than Ed25519 included.
        """
        line = line.strip()
        name, _, rest = line.partition("+")
        _, _, encoded = rest.partition("+")
        raw = unbase64(encoded) or b""
        if not name or len(raw) != 33 or verifier_line(name, raw[1:]) != line:
            raise Error("The key is no verifier line of an Ed25519 key (name+id+key).")
        return cls(name, raw[1:])

    @property
    def line(self) -> str:
        """The key as one line, the form in which tools for signed notes take it."""
        return verifier_line(self.name, self.public)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a log: whose (`origin`), how many leaves, and the root over them, 32 bytes."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode('ascii')}\n"


def signed(text: str, name: str, key: NewsroomKey) -> bytes:
    """Return the note: `text` (it ends with a line break) with the signature of `key` under the name `name`."""
    signature = note_key_id(name, key.public) + key.sign(text.encode("utf-8"))
    return f"{text}\n— {name} {b64encode(signature).decode('ascii')}\n".encode()


def opened(note: bytes, verifier: Verifier) -> str:
    """Return the text of a note that `verifier` signed.

    Signatures of other keys are passed over, as the specification asks. Raises Error, in one sentence, for what is no
    note, or has no signature of this key, or one that does not hold.
    """
    try:
        words = note.decode("utf-8")
    except UnicodeDecodeError:
        raise Error("The note is not UTF-8.") from None
    text, found, signatures = words.rpartition("\n\n")
    if not found or not signatures.endswith("\n") or len(words) > _LARGEST:
        raise Error("The note has no text with signatures under it.")
    if any(sign < " " and sign != "\n" for sign in words):
        raise Error("The note holds control characters.")
    text += "\n"
    own = note_key_id(verifier.name, verifier.public)
    held = False
    for line in signatures[:-1].split("\n"):
        dash, _, rest = line.partition(" ")
        name, _, encoded = rest.partition(" ")
        raw = unbase64(encoded)
        if dash != "—" or not name or "+" in name or raw is None or len(raw) <= 4:
            raise Error("The note has a line under it that is no signature.")
        if (name, raw[:4]) == (verifier.name, own):
            if not signature_holds(verifier.public, text.encode("utf-8"), raw[4:]):
                raise Error("The note was changed: its signature does not hold.")
            held = True
    if not held:
        raise Error("The note is not signed with this key.")
    return text


def checkpoint_in(note: bytes, verifier: Verifier) -> Checkpoint:
    """Return the checkpoint that `verifier` signed in this note.

    Raises Error if it did not, if the note is no checkpoint, or one of another log (its origin is not the key's name).
    """
    text = opened(note, verifier)
    lines = text.split("\n")
    if len(lines) != 4:
        raise Error("The note is no checkpoint: it does not have the three lines of one.")
    origin, size, encoded = lines[:3]
    root = unbase64(encoded)
    if not size.isascii() or not size.isdigit() or str(int(size[:19])) != size or not root or len(root) != 32:
        raise Error("The note is no checkpoint: its size or its root cannot be.")
    if origin != verifier.name:
        raise Error("The checkpoint is one of another log.")
    return Checkpoint(origin, int(size), root)


def unbase64(encoded: str) -> bytes | None:
    """The bytes, if they are written in the one way that gives these characters; None if not."""
    try:
        raw = b64decode(encoded, validate=True)
    except (NotBase64, ValueError):
        return None
    return raw if b64encode(raw).decode("ascii") == encoded else None
