"""Format: what every file under `formats/` offers to the intake."""

from typing import Protocol, runtime_checkable

from beleg.intake.item import Item


@runtime_checkable
class Format(Protocol):
    """One kind of file that can be taken in.

    The class's docstring is its page in the documentation and has three headings: "What it reads",
    "What it takes from it", "What it cannot read".
    """

    @property
    def id(self) -> str:
        """Permanent id, also the name of its module (`newsml_g2`)."""

    @property
    def title(self) -> str:
        """What a newsroom calls it ("NewsML-G2")."""

    @property
    def media_type(self) -> str:
        """The media type a source of this format is kept under (`application/vnd.iptc.g2.newsitem+xml`)."""

    @property
    def precedence(self) -> int:
        """Formats are asked in ascending order whether they recognise a file; the first that does reads it."""

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the bytes (and, as a second signal only, the file name) are of this format; never raises."""

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The articles in the bytes, at least one.

        Raises `beleg.terms.refusal.Error` with one sentence that names the file and the reason where the bytes are
        of this format but broken, hostile, or without any text.
        """
