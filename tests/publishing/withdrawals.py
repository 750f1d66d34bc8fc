"""A withdrawal for tests: the story of the ferry, taken back a day later."""

from beleg.publishing.changes import WithdrawalNotice
from beleg.terms.events import Withdrawn
from tests.publishing.releases import PUBLIC
from tests.publishing.story import SIGNER

NOTICE = WithdrawalNotice(
    dossier="akte-1",
    event=Withdrawn(
        version=2,
        reason="Die Zahlen stammen aus einem anderen Jahr.",
        note_newsroom="Bitte nicht weiter verwenden.\nDie Zahlen waren falsch.",
        note_short="Bericht über die Fähre zurückgezogen: Zahlen falsch.",
        note_readers="Der Bericht über die Fähre war falsch.\n\nWir bitten um Entschuldigung.",
        page_sha256="00" * 32,
        address="https://zeitung.example/faehre",
        first_published="2026-11-23T10:08:00.000000+00:00",
        language="de",
    ),
    at="2026-11-24T08:00:00.123456+00:00",
    responsible=SIGNER,
    newsroom_key=PUBLIC,
    publisher="Quellenbrücker Bote",
)
