"""Own streams: the chains of entries that are a newsroom's own and belong to no dossier."""

from beleg.record.keys import STREAM

STYLE = "house-style"
"""What stands in `dossier` of the entries that say how the house style was set. Bundles hold none of them: they name a
style by its hash only."""
OWN_STREAMS = (STREAM, STYLE)
"""No dossier has one of these ids."""
