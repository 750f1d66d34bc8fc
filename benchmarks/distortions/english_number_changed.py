"""English: a number changed to another one of the same size or look."""

from benchmarks.distortions import number_changed
from benchmarks.rewrites.rewrite import Generator

GENERATOR = Generator(
    kind="english_number_changed",
    language="en",
    make=number_changed.make,
    named_by=frozenset(("number_changed",)),
)
