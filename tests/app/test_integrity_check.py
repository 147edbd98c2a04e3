"""A database that turns out to be damaged while the window is open."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import look_through, open_data_folder
from pos_closeout.domain.errors import DataFolderError

PAGE = 4096

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QLabel
from pos_closeout.app import main, window
folder = Path(sys.argv[1])
asked = []
window._KEEP_MS = 0
window._wants_copy = lambda stage, error: not asked.append(error.message_id)
def say(shown):
    if asked:
        names = [told.text() for told in shown.home.findChildren(QLabel)]
        print(*asked, any("便利" in name or "sample" in name.lower() for name in names))
        shown.close()
window._say_ready = say
sys.exit(main(["--data", sys.argv[1]]))
"""


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A data folder that opens and has a good copy of today, with pages of its tables written over."""
    folder, now = tmp_path / "data", datetime.now().astimezone()
    with open_data_folder(folder, now) as store:
        add_sample_case(store, now.date(), now)
    open_data_folder(folder, now).close()
    file = folder / "closeout.db"
    content = bytearray(file.read_bytes())
    content[-3 * PAGE :] = b"\xa5" * (3 * PAGE)
    file.write_bytes(content)
    return folder


def test_what_is_not_copied_or_changed_may_be_looked_through_later(damaged: Path) -> None:
    now = datetime.now().astimezone()
    with pytest.raises(DataFolderError, match=r"store\.damaged"):
        open_data_folder(damaged, now)
    open_data_folder(damaged, now, check_later=True).close()
    with pytest.raises(DataFolderError, match=r"store\.damaged") as caught:
        look_through(damaged)
    assert Path(str(caught.value.facts["copy"])).parent == damaged / "backups"


def test_the_window_comes_again_with_the_safety_copy(damaged: Path) -> None:
    environment = os.environ | {"POS_CLOSEOUT_READY": "1", "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", WINDOW, damaged],
        capture_output=True, text=True, check=True, env=environment, timeout=60,
    )  # fmt: skip
    assert run.stdout.split() == ["store.damaged", "True"]
    assert list(damaged.glob("closeout-damaged-*.db"))
    look_through(damaged)
