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
    """Sentences the machine found supported, a person's word on them or not."""
    confirmed: int
    """Sentences a person vouched for with a reason."""
    dismissed: int
    """Findings dismissed with a reason."""
    signed_by: str
    """Account id of who signed; empty if no signature covers exactly this text."""
    signed_at: str
    content_sha256: str
    machine_headline: bool = False
    """Whether a headline stands as a machine put it together or chose it."""
    nothing_to_check: int = 0
    """Sentences that nothing was asked about: a question, a heading that no source has words for."""
    weighed: int = 0
    """Those of the findings dismissed in which a source says something else."""
    by_signer: int = 0
    """How many of the confirmations and dismissals counted here are those of who signed."""
    remarked: int = 0
    """Notices of the checks that nobody decided about; they stand in nobody's way."""
    not_run: int = 0
    """Checks that did not run over this text."""
    carried: int = 0
    """Sentences that stand because the check found them supported, without a word of a person; a part of
    `supported`.
    """
    settled: int = 0
    """Sentences of which a source says something else, that stand because people dismissed every finding on them with a
    reason.
    """
    judges: tuple[str, ...] = ()
    """Names of the language models asked for a second opinion in the check of this text."""
    judged: int = 0
    """Sentences they were asked about."""

    @property
    def machine_helped(self) -> bool:
        """Whether any sentence came from a machine, rewritten or not."""
        return self.from_machines > 0

    @property
    def from_machines(self) -> int:
        """Sentences that came from a machine first."""
        return self.machine + self.rewritten + self.source

    @property
    def rest(self) -> int:
        """Sentences that are none of `carried`, `confirmed`, `settled` and `nothing_to_check`: nobody checked or
        decided them.
        """
        return self.sentences - self.carried - self.confirmed - self.settled - self.nothing_to_check

    @property
    def reviewed(self) -> bool:
        """Whether the record shows that people reviewed the text, and not only that somebody signed it.

        A signature alone can be a cursory approval, and a dismissed remark on spelling says nothing about facts. So
        somebody vouched for a sentence with a reason, or judged what a source says, or rewrote what a machine had
        written and had it compared with sources again.
        """
        decided = self.confirmed or self.weighed
        return bool(self.signed_by and (decided or (self.rewritten and self.sources)))
