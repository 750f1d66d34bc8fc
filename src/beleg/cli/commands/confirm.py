"""`beleg confirm`."""

from beleg.cli.deciding import deciding, sentence_keys

command = deciding(
    "confirm",
    "sentence",
    keys=sentence_keys,
    decide=lambda house, dossier_id, key, reason, by: house.confirm(dossier_id, key, reason, by=by),
    done="Confirmed",
    text="""Vouch for a sentence that waits for a person.

    KEY, or the beginning of one, is what `beleg review` shows.
    """,
)
