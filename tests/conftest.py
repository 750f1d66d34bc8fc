"""What holds for every test."""

import pytest
from hypothesis import settings

from tests.record.verifier import GoVerifier, built

# Machines are shared: how long an example takes is measured in benchmarks, never in tests.
settings.register_profile("beleg", deadline=None)
settings.load_profile("beleg")


@pytest.fixture(scope="session")
def go_verifier(tmp_path_factory: pytest.TempPathFactory) -> GoVerifier:
    """The independent verifier of logs and proofs, written in Go."""
    return built(tmp_path_factory.mktemp("go"))
