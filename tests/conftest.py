"""What holds for every test."""

from hypothesis import settings

# Machines are shared: how long an example takes is measured in benchmarks, never in tests.
settings.register_profile("beleg", deadline=None)
settings.load_profile("beleg")
