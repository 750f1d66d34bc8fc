"""Disclosure: the reader-visible statement on machine help and review, computed from the record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What the record shows about how an article came to be; wordings are made from this and nothing else.

    Counts are sentences of the signed revision. `machine` counts those whose words a machine put together,
    `rewritten` those a machine began and a person changed, `source` those taken over from a source unchanged by
    a machine's choice, `person` those a person wrote.
    """

    sentences: int
    machine: int
    rewritten: int
    source: int
    person: int
    engines: tuple[str, ...]
    sources: int
    """Sources the last check compared the text with; 0 if it was not checked."""
    origins: int
    """Those sources counted by origin: two that are the same agency copy count once."""
    not_compared: int
    """Sources of the dossier it was not compared with: in another language, or without text."""
    supported: int
    """Sentences the machine found supported."""
    confirmed: int
    """Sentences a person vouched for with a reason."""
    dismissed: int
    """Findings dismissed with a reason."""
    signed_by: str
    """Account id of who signed."""
    signed_at: str
    content_sha256: str

    @property
    def machine_helped(self) -> bool:
        """Whether any sentence came from a machine, rewritten or not."""
        return self.machine + self.rewritten + self.source > 0
