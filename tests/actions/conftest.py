from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_closeout.actions.data_folder import Store, open_data_folder

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_data_folder(tmp_path / "data", NOW) as opened:
        yield opened
