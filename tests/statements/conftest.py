from pathlib import Path

import pytest

from pos_closeout.statements.vocabulary import Vocabulary, load_vocabulary


@pytest.fixture(scope="session")
def vocabulary(resources: Path) -> Vocabulary:
    return load_vocabulary(resources / "statements")


@pytest.fixture(scope="session")
def samples() -> Path:
    return Path(__file__).parents[1] / "fixtures" / "statements"
