"""Logged: the part of an act that concerns the newsroom's key, and the log that is signed with it."""

from abc import ABC, abstractmethod
from pathlib import Path

from sqlalchemy import Connection

from beleg.record import log_proof
from beleg.record.key_file import fitting
from beleg.record.keys import STREAM, verifiers
from beleg.record.log import Log
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.signed_note import Checkpoint, Verifier, signed
from beleg.terms.events import Entry
from beleg.terms.refusal import Error


class Logged(ABC):
    """What an act can say of the log; `beleg.record.store.Act` is one."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        """`folder` is where the key file lies."""
        self.connection = connection
        self.log = Log(connection)
        self._folder = folder

    @abstractmethod
    def entries(self, dossier: str) -> tuple[Entry, ...]:
        """All entries of a dossier or of the newsroom's own stream, those of this act included."""

    def verifier(self) -> Verifier:
        """The public key the newsroom signs with now, under the name of its log; needs no key file.

        Raises Error if the newsroom has introduced none yet, or one without the signatures it needs.
        """
        introduced = verifiers(self.entries(STREAM))
        if not introduced:
            raise Error("This newsroom has introduced no key yet.")
        return introduced[-1]

    def key(self) -> NewsroomKey:
        """The key the newsroom signs with now; raises Error as `verifier` and `beleg.record.key_file.fitting` do."""
        return fitting(self._folder, self.verifier().public)

    def checkpoint(self) -> bytes:
        """The signed checkpoint of the log, the entries of this act included; the same log gives the same bytes.

        It must not leave the act before that is stored: a checkpoint of a log that never was would be a false one.
        """
        verifier = self.verifier()
        size = self.log.size
        checkpoint = Checkpoint(verifier.name, size, self.log.root(size))
        return signed(checkpoint.text, verifier.name, self.key())

    def proof(self, entry: Entry) -> bytes:
        """The proof that an entry is in the log as it is now, with the signed checkpoint; see `checkpoint`."""
        number = self.log.number(entry)
        path = self.log.inclusion(number, self.log.size)
        return log_proof.write(number, path, self.checkpoint())
