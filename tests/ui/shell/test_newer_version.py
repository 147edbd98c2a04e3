"""Help → Is there a newer version? Tells version and dates; only the owner's browser looks, and only when asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from pos_closeout import __version__
from pos_closeout.guidance import edition
from pos_closeout.ui.shell import newer_version
from tests.ui.at_hand import NOW, dressed

ADDRESS = "https://example.org/pos-closeout"


def _asked(qapp: QApplication, resources: Path, act: Callable[[QMessageBox], None], days: int = 0) -> str:
    """Opens the box as so many days from now, does something to it, closes it, and returns what it says."""
    seen: list[str] = []

    def look() -> None:
        box = qapp.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(f"{box.text()}\n{box.informativeText()}")
        act(box)
        box.reject()

    QTimer.singleShot(0, look)
    with dressed(qapp, resources, "en") as context:
        newer_version.show_newer_version(None, replace(context, clock=lambda: NOW + timedelta(days)))
    return seen[0]


def _nothing(_box: QMessageBox) -> None:
    """Only looks."""


def _press_look(box: QMessageBox) -> None:
    next(button for button in box.buttons() if button.text().replace("&", "") == "Look in the browser").click()


def test_it_tells_version_and_dates_and_a_copy_without_a_publisher_says_so(qapp: QApplication, resources: Path) -> None:
    said = _asked(qapp, resources, _nothing)
    assert __version__ in said
    assert "Laws and rules: compared in 2026-" in said
    assert "ask whoever gave it to you" in said
    assert "is old" not in said


def test_after_a_year_it_says_that_it_is_old(qapp: QApplication, resources: Path) -> None:
    assert "Some of this is old." in _asked(qapp, resources, _nothing, days=400)


def test_the_page_of_the_publisher_opens_in_the_browser_when_asked(
    qapp: QApplication, resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(newer_version, "publisher_address", lambda _folder: ADDRESS)
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert ADDRESS in _asked(qapp, resources, _nothing)
    assert opened == []
    _asked(qapp, resources, _press_look)
    assert opened == [QUrl(ADDRESS)]
    assert edition.publisher_address(resources / "guidance") == ""
