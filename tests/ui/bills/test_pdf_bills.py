"""A PDF statement through the window: its password, its columns, what does not agree, and its proof by page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pos_closeout.actions.bills.bills import list_bills
from pos_closeout.actions.data_folder import Store
from pos_closeout.ui.bills.chosen_files import Need
from pos_closeout.ui.bills.password_dialog import PasswordDialog
from tests.statements.pdf_writing import Look, write_pdf
from tests.statements.test_pdf import LOOK, NAMES, chained
from tests.ui.bills.test_bill_samples import CHOSEN, READ, name_columns
from tests.ui.bills.test_bills import SAMPLES, dialog, look, table, texts
from tests.ui.conftest import OpenWindow, sample_in

KEPT = {"en": "Imported bills", "zh": "已导入的账单"}
FINDS = {"en": "To review", "zh": "等您核对"}
CUT = {
    "zh": ("文件自己写有 30 笔：可能缺一部分", ["余额与上一笔接不上", "笔数与读到的不同"]),
    "en": ("the file itself promises 30 rows", ["does not follow from", "another number of entries"]),
}
PROBLEMS = {"en": "Rows with a problem", "zh": "有问题的行"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_locked_statement_is_opened_named_and_imported(
    open_window: OpenWindow, qtbot: QtBot, store: Store, language: str
) -> None:
    window = open_window(language)
    sample_in(window)
    page = look(window, qtbot, SAMPLES / "pdf" / "boc-grid-password-123456.pdf")
    qtbot.keyClick(table(page.choose, CHOSEN[language]), Qt.Key.Key_Return)
    line = dialog(PasswordDialog).findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, "123456")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.choose.inspecting)
    # No bank says what its columns mean, so the owner is asked once.
    (chosen,) = page.choose._files.values()
    assert chosen.need is Need.COLUMNS
    name_columns(page, qtbot)
    page.choose.import_ready()
    qtbot.waitUntil(lambda: not page.importing.running, timeout=20_000)
    ((_, _, *figures),) = texts(page.importing, READ[language])
    assert figures[:3] == ["120", "120", "0"]
    (bill,) = list_bills(store, window.session.case.id)[-1:]
    assert (bill.encoding, bill.rows, bill.problems) == ("pdf", 120, 0)


@pytest.fixture
def cut_bill(tmp_path: Path) -> Path:
    """A statement that has lost an entry and says itself how many it had."""
    rows = chained(30)
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, rows[:20] + rows[21:], LOOK, above=("流水", "共30笔"))
    return path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_does_not_agree_is_said_wherever_the_bill_is_shown(
    open_window: OpenWindow, qtbot: QtBot, cut_bill: Path, language: str
) -> None:
    promised, problems = CUT[language]
    window = open_window(language)
    sample_in(window)
    page = look(window, qtbot, cut_bill)
    name_columns(page, qtbot)
    ((_, what),) = texts(page.choose, CHOSEN[language])
    assert promised in what
    page.choose.import_ready()
    qtbot.waitUntil(lambda: not page.importing.running, timeout=20_000)
    ((_, told, *_),) = texts(page.importing, READ[language])
    assert promised in told
    shown = texts(page.importing, PROBLEMS[language])
    assert [cells[1] for cells in shown] == ["1.21", "–"]
    assert all(problem in cells[3] for problem, cells in zip(problems, shown, strict=True))
    page.show_tab(4)
    assert any(promised in cells[1] for cells in texts(page, KEPT[language]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_proposal_is_proved_by_page_and_entry(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    names = ("交易时间", "交易金额", "交易状态", "对方户名")
    lines = [(f"2026-11-{at:02d} 10:00:00", "8.00", "支付成功", "李红") for at in range(1, 20)]
    lines[7] = ("2026-11-08 10:00:00", "8.00", "等待付款", "李红")
    path = tmp_path / "bill.pdf"
    write_pdf(path, names, lines, Look(widths=(60, 80, 90, 120)))
    window = open_window(language)
    sample_in(window)
    page = look(window, qtbot, path)
    name_columns(page, qtbot)
    page.choose.import_ready()
    qtbot.waitUntil(lambda: not page.importing.running, timeout=20_000)
    page.show_tab(1)
    place = "bill.pdf 第 1 页第 8 条" if language == "zh" else "bill.pdf, page 1, entry 8"
    assert any(place in cell for cells in texts(page.proposals, FINDS[language]) for cell in cells)
