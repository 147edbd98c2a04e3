"""Tests, demo and benchmarks see the same face, whatever else a machine has."""

import os
import shutil
import subprocess
from pathlib import Path

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from pos_closeout.ui.style.look import LookMaker
from pos_closeout.ui.style.tokens import Scheme, TextSize
from tests.screen import FONTS

FACE = "Noto Sans CJK SC"


def _families(tmp_path: Path, **settings: str) -> set[str]:
    given = {"XDG_DATA_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), **settings}
    kept = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = ["fc-list", ":lang=en", "family"]
    listed = subprocess.run(command, env=kept | given, capture_output=True, text=True, check=True).stdout
    return {line.split(",")[0] for line in listed.splitlines()}


def test_one_face_is_shown_however_many_there_are(tmp_path: Path, resources: Path) -> None:
    (tmp_path / "fonts").mkdir()
    shutil.copy(resources / "fonts" / "CloseoutSong-Regular.ttf", tmp_path / "fonts")
    assert {FACE, "Closeout Song"} <= _families(tmp_path)
    assert _families(tmp_path, FONTCONFIG_FILE=str(FONTS)) == {FACE}


def test_the_window_of_the_tests_is_set_in_it(qapp: QApplication, resources: Path) -> None:
    for language in ("zh", "en"):
        LookMaker(resources / "icons").apply(qapp, Scheme.LIGHT, TextSize.NORMAL, language)
        assert QFontInfo(qapp.font()).family() == FACE
