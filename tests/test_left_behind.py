"""Whatever order the tests run in, each sees the process as the first one did."""

import gc
import logging
import os
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from pos_closeout.actions.error_log import keep_log
from pos_closeout.paths import find_paths
from tests.left_behind import nothing_left_behind


def _state(app: QApplication) -> tuple[object, ...]:
    log = logging.getLogger("pos_closeout")
    kept = {name: text for name, text in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    dress = app.font(), app.palette(), app.styleSheet(), app.layoutDirection(), app.quitOnLastWindowClosed()
    return kept, gc.isenabled(), log.handlers[:], logging.raiseExceptions, QLocale(), *dress


def test_what_a_test_changes_for_the_whole_process_is_put_back(qapp: QApplication, tmp_path: Path) -> None:
    before, gone = _state(qapp), next(iter(os.environ))
    chinese = QTranslator(qapp)
    assert chinese.load("pos_closeout_zh_CN", str(find_paths().translations))
    with nothing_left_behind():
        os.environ["LEFT_BEHIND"] = "1"
        del os.environ[gone]
        gc.disable()
        keep_log(tmp_path)
        QLocale.setDefault(QLocale("zh_CN" if QLocale().name() != "zh_CN" else "de_DE"))
        font, palette = qapp.font(), qapp.palette()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        palette.setColor(palette.ColorRole.Window, QColor("#123456"))
        qapp.setFont(font)
        qapp.setPalette(palette)
        qapp.setStyleSheet("QLabel { color: red }")
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        qapp.setQuitOnLastWindowClosed(not before[-1])
        qapp.installTranslator(chinese)
        assert qapp.translate("Start", "Close the program") != "Close the program"
        assert all(was != now for was, now in zip(before, _state(qapp), strict=True))
    assert _state(qapp) == before
    assert qapp.translate("Start", "Close the program") == "Close the program"
