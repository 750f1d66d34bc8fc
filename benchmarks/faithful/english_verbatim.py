"""English: the sentence as it stands."""

from benchmarks.faithful import verbatim
from benchmarks.rewrites.rewrite import Generator

GENERATOR = Generator(kind="english_verbatim", language="en", make=verbatim.make)
