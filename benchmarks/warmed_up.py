"""Warmed up: who imports this has loaded what a check and a page need. For a process that others are forked from."""

import beleg
import beleg.newsroom.checking
import beleg.newsroom.going_out
import benchmarks.busy

# Lexicons are read at the first check.
beleg.check("# Die Fähre\n\nDie Fähre fährt im März.\n", sources=["Die Fähre fährt im März."], language="de")

__all__ = ["benchmarks"]
