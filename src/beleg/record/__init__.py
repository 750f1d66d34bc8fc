"""Record: the append-only log of what happened, and where it is kept."""
