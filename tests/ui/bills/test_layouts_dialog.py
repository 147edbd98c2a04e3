"""Tables that were named are listed, renamed, written to a file, taken in, and forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.bills.table_layouts import known_mappings, remember_mapping
from pos_closeout.actions.data_folder import Store
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.ui.bills.layouts_dialog import LayoutsDialog
from tests.ui.conftest import OpenWindow

MAPPING = ColumnMapping(
    "0123456789abcdef", {"when": "日期", "amount": "金额", "refund_status": "退款状态"}, name="小店收银"
)


def test_a_table_is_renamed_handed_on_and_taken_in_again(
    open_window: OpenWindow, qtbot: QtBot, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window("en")
    remember_mapping(store, MAPPING)
    dialog = LayoutsDialog(window.context, window)
    qtbot.addWidget(dialog)
    assert dialog.layouts.item(0).text().startswith("小店收银")
    assert dialog.name.text() == "小店收银"
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "front till")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [each.name for each in known_mappings(store)] == ["front till"]
    path = tmp_path / "till.layout.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog.export()
    dialog.forget()
    assert known_mappings(store) == ()
    assert not dialog.name.isEnabled()
    dialog.take_in()
    assert [(each.key, each.name) for each in known_mappings(store)] == [(MAPPING.key, "front till")]
    path.write_text("{}", encoding="utf-8")
    dialog.take_in()
    assert len(known_mappings(store)) == 1
    assert "is not a layout" in " ".join(_texts(dialog))


def _texts(widget: QWidget) -> list[str]:
    return [str(each.property("text")) for each in widget.findChildren(QWidget) if each.property("text")]
