from collections.abc import Callable
from pathlib import Path

import pytest

from pos_closeout.evidence.bag import Made, make_bag
from pos_closeout.evidence.gathering import Chosen

MakeBag = Callable[..., Made]


def silent(done: int, total: int, name: str) -> None:
    """Watch and say nothing."""
    assert 0 <= done <= total
    assert isinstance(name, str)


@pytest.fixture
def make(tmp_path: Path) -> MakeBag:
    """Makes a bag of files and folders in a folder of its own."""
    folder = tmp_path / "备份 盘"
    folder.mkdir()

    def made(*paths: Path, watch: Callable[[int, int, str], None] = silent, **more: object) -> Made:
        chosen = [Chosen(path, "bills", "2025-01") for path in paths]
        info = {"Source-Organization": "杭州和顺便利店", "Bagging-Date": "2026-11-22"}
        given = {"written": {"program/case.json": b"{}"}, "folder": folder, "name": "TJ-2026-0007", **more}
        return make_bag(chosen, info=info, watch=watch, **given)  # type: ignore[arg-type]  # the tests' own choice

    return made
