"""What the program leaves behind outside its data folder: nothing."""

import os
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]


def test_a_window_opened_and_closed_leaves_no_temporary_file(tmp_path: Path) -> None:
    """In a process of its own: what Python forgets at its end is the point."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    settings = {"TMPDIR": str(temporary), "POS_CLOSEOUT_READY": "1", "PYTHONPATH": str(TREE / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "pos_closeout", "--data", tmp_path / "data"],
        env=os.environ | settings | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "ready\n"), done.stderr
    assert list(temporary.iterdir()) == []
