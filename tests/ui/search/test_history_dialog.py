"""The history of a case is read, narrowed down, copied and printed."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step
from pos_closeout.ui.search.history_dialog import HistoryDialog
from tests.ui.conftest import OpenWindow, sample_in


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_case_is_told_and_can_be_searched_copied_and_printed(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    window = open_window(language)
    sample_in(window)
    printed: list[str] = []
    monkeypatch.setattr(
        window.workspace.papers, "print_text", lambda _case, _title, text, _language: printed.append(text)
    )
    window.show_history(window.session.case.id)
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "拉卡拉" in dialog.page.toPlainText())
    dialog.kinds.setCurrentIndex(dialog.kinds.findData(Step.NOTICES))
    assert "拉卡拉支付" not in dialog.page.toPlainText()
    dialog.kinds.setCurrentIndex(0)
    dialog.search.setText("王女士")
    qtbot.waitUntil(lambda: "YJ20210315" not in dialog.page.toPlainText())
    dialog.copy()
    assert "GD20260001" in QGuiApplication.clipboard().text()
    dialog._print.click()
    assert "GD20260001" in printed[0]
    assert "YJ20210315" not in printed[0]
    dialog.reject()


def test_a_new_case_for_the_same_shop_is_opened_from_the_menu(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    first = window.session.case
    window._menu.by_name()["copy"]()
    copied = window.session.case
    assert copied.id != first.id
    assert copied.merchant == first.merchant
    assert [each.action for each in copied.terminals] == [None, None]
