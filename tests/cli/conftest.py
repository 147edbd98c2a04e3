import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pos_closeout.cli import run

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """What a verb answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The answer as JSON."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The refusal as JSON."""
        return json.loads(self.err)


Verb = Callable[..., Said]


@pytest.fixture
def verb(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Verb:
    """Runs one verb on a data folder of its own, in Chinese unless told otherwise."""

    def call(*arguments: str, data: Path = tmp_path / "data") -> Said:
        code = run(["--language", "zh", "--data", str(data), *arguments], clock=lambda: NOW)
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Said(code, out, err)

    return call


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """A case with one overdue refund."""
    path = tmp_path / "case.json"
    item = {"kind": "refund", "amount_fen": 12800, "due_on": "2026-11-20", "counterparty": "陈女士"}
    told = {"merchant": {"registered_name": "杭州和顺便利店"}, "terminals": [{"number": "10023456"}], "items": [item]}
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path
