from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_closeout.store import Store, open_store

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data", now=NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples of a property test."""
    with open_store(tmp_path_factory.mktemp("shared") / "data", now=NOW) as opened:
        yield opened
