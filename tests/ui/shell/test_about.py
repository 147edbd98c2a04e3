"""The about box, with the page of licences that an installer brings along."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit

from pos_closeout.ui.shell.about import show_about
from tests.ui.at_hand import dressed


def _details(qapp: QApplication, resources: Path, folder: Path) -> list[str]:
    """Opens the box, closes it again, and returns what stands in its details."""
    seen: list[str] = []

    def look() -> None:
        box = qapp.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(page.toPlainText() for page in box.findChildren(QTextEdit))
        box.reject()

    QTimer.singleShot(0, look)
    with dressed(qapp, resources, "en") as context:
        show_about(None, replace(context, paths=replace(context.paths, resources=folder)))
    return seen


def test_the_page_of_an_installation_is_shown_from_its_first_letter(
    qapp: QApplication, resources: Path, tmp_path: Path
) -> None:
    page = tmp_path / "licences.txt"
    page.write_text("POS Closeout · POS停机助手\n", "utf-8-sig")
    assert _details(qapp, resources, tmp_path) == ["POS Closeout · POS停机助手\n"]


def test_a_source_checkout_has_no_page_and_says_nothing_of_it(
    qapp: QApplication, resources: Path, tmp_path: Path
) -> None:
    assert _details(qapp, resources, tmp_path) == []
