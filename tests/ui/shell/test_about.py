"""The about box, with the page of licences that an installer brings along."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit

from pos_closeout.app.window import Application
from pos_closeout.paths import find_paths
from pos_closeout.ui.settings.screen_settings import ScreenSettings
from pos_closeout.ui.shell.about import show_about


def _details(qapp: QApplication, licences: Path) -> list[str]:
    """Opens the box, closes it again, and returns what stands in its details."""
    context = Application(qapp, find_paths()).dress(ScreenSettings("en"))
    seen: list[str] = []

    def look() -> None:
        box = qapp.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(page.toPlainText() for page in box.findChildren(QTextEdit))
        box.reject()

    QTimer.singleShot(0, look)
    show_about(None, context, "C:\\data", licences)
    return seen


def test_the_page_of_an_installation_is_shown_from_its_first_letter(qapp: QApplication, tmp_path: Path) -> None:
    page = tmp_path / "licences.txt"
    page.write_text("POS Closeout · POS停机助手\n", "utf-8-sig")
    assert _details(qapp, page) == ["POS Closeout · POS停机助手\n"]


def test_a_source_checkout_has_no_page_and_says_nothing_of_it(qapp: QApplication, tmp_path: Path) -> None:
    assert _details(qapp, tmp_path / "licences.txt") == []
