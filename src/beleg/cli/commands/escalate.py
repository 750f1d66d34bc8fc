"""`beleg escalate`."""

from beleg.cli.deciding import deciding, finding_keys

command = deciding(
    "escalate",
    "finding",
    keys=finding_keys,
    decide=lambda house, dossier_id, key, reason, by: house.escalate(dossier_id, key, reason, by=by),
    done="Escalated",
    text="""Pass a finding on to another person, with a reason.

    It stays open until it is fixed or somebody else dismisses it. KEY, or the beginning of one, is what
    `beleg review` shows.
    """,
)
