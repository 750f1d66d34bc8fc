"""`beleg dismiss`."""

from beleg.cli.deciding import deciding, finding_keys

command = deciding(
    "dismiss",
    "finding",
    keys=finding_keys,
    decide=lambda house, dossier_id, key, reason, by: house.dismiss(dossier_id, key, reason, by=by),
    done="Dismissed",
    text="""Dismiss a finding here, with a reason.

    KEY, or the beginning of one, is what `beleg review` shows.
    """,
)
