"""Bills on the screen: from the file that is dropped to the entry on the outstanding list, and back."""

from collections.abc import Callable, Generator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.bills.bill_proposals import list_proposals
from pos_closeout.actions.bills.bills import list_bills
from pos_closeout.actions.bills.inspect_file import Inspection, inspect_bill
from pos_closeout.actions.bills.table_layouts import known_mappings
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.bills.bills import ProposalState
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.phases import Step
from pos_closeout.ui.bills.chosen_files import ChosenFile, Need
from pos_closeout.ui.bills.columns_dialog import ColumnsDialog
from pos_closeout.ui.bills.cover_map import CoverMap
from pos_closeout.ui.bills.page import BillsPage
from pos_closeout.ui.bills.password_dialog import PasswordDialog
from pos_closeout.ui.bills.reject_dialog import RejectDialog
from pos_closeout.ui.bills.rows_table import LinesTable
from pos_closeout.ui.context import Job, Runner
from pos_closeout.ui.ledger.item_editor import ItemEditor
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import Scheme, TextSize
from pos_closeout.ui.wizard.field_path import write
from tests.screens.checks import cut_off, settle, too_wide
from tests.statements.by_excel import saved_as_csv
from tests.statements.wrong import write_wrong
from tests.ui.conftest import OpenWindow, sample_in

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "statements"
PASSWORD = "385271"  # noqa: S105  # of a test file, written down beside it
PENDING = (
    "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    "2026-11-01 10:00:00,商户消费,甲,茶,收入,¥10.00,零钱,等待付款,4200000000202611010000000001,,/\n"
    "2026-11-02 10:00:00,商户消费,乙,茶,收入,¥20.00,零钱,等待付款,4200000000202611010000000002,,/\n"
    "2026-11-03 10:00:00,商户消费,丙,茶,收入,¥30.00,零钱,天知道,4200000000202611010000000003,,/\n"
)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window with the sample case open."""
    made = open_window()
    sample_in(made)
    return made


def page_of(window: MainWindow) -> BillsPage:
    return window.workspace.bills


def look(window: MainWindow, qtbot: QtBot, *paths: Path) -> BillsPage:
    """Show files and wait until all of them have been looked at."""
    window.show_bills(list(paths))
    page = page_of(window)
    qtbot.waitUntil(lambda: not page.choose.inspecting)
    return page


def bring_in(window: MainWindow, qtbot: QtBot, *paths: Path) -> BillsPage:
    """Import files as the owner does."""
    page = look(window, qtbot, *paths)
    press(page, "Import ")
    qtbot.waitUntil(lambda: not page.importing.running)
    return page


def press(over: QWidget, words: str) -> None:
    """Press the first button on the screen whose words begin so."""
    buttons = [each for each in over.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if each.text().replace("&", "").strip().startswith(words)).click()
    QApplication.processEvents()


def said(over: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in over.findChildren(QLabel) if label.isVisible())


def table(over: QWidget, name: str) -> LinesTable:
    return next(each for each in over.findChildren(LinesTable) if each.accessibleName() == name)


def texts(over: QWidget, name: str) -> list[tuple[str, ...]]:
    return [line.cells for line in table(over, name).lines()]


def dialog(kind: type[QDialog]) -> QDialog:
    """Return the open dialog of a kind."""
    QApplication.processEvents()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def answer(words: str) -> None:
    """Press the button with these words in the question that is about to be asked."""

    def give() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        next(each for each in question.buttons() if each.text().replace("&", "") == words).click()

    QTimer.singleShot(0, give)


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Generator[Callable[[], Event]]:
    """Return what makes the next import stay at its first report, and else at its end, until the event is set."""
    held: list[Event] = []

    def hold_next() -> Event:
        go, start = Event(), Runner.run
        held.append(go)

        def keep(runner: Runner, work: Callable[[Job], object]) -> None:
            def kept(job: Job) -> object:
                def reporting(news: object) -> None:
                    job.report(news)
                    go.wait()

                result = work(Job(reporting, job.stopped))
                go.wait()
                return result

            start(runner, kept)

        monkeypatch.setattr(Runner, "run", keep)
        return go

    yield hold_next
    for go in held:
        go.set()


@pytest.fixture
def pending(tmp_path: Path) -> Path:
    """A bill with two payments that did not finish and a word nobody knows."""
    path = tmp_path / "微信.csv"
    path.write_text(PENDING, encoding="utf-8")
    return path


class TestChoosing:
    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("wechat-merchant-all.csv", "WeChat merchant bill, 19 February 2019, 45 rows"),
            ("wechat-merchant-refund.txt", "WeChat merchant bill, 23 July 2019, 1 row"),
            ("wechat-personal-2019.csv", "WeChat personal bill"),
            ("wechat-personal-2019.xlsx", "WeChat personal bill"),
            ("wechat-personal-2023.csv", "WeChat personal bill, 1 August – 30 September 2019, 27 rows"),
            ("alipay-app-2023.csv", "Alipay bill from the app, 10–13 February 2023, 10 rows"),
            ("jd-2024.csv", "JD bill, 1–31 December 2024, 26 rows"),
            ("bank-boc-debit.csv", "Table of a bank or another platform"),
            ("bank-citic-credit.xls", "Table of a bank or another platform"),
            ("bank-cmb-debit.csv", "Table of a bank or another platform"),
            ("bank-icbc-debit.csv", "Table of a bank or another platform"),
            ("locked-zipcrypto.zip", "has a password"),
        ],
    )
    def test_every_sample_is_named(self, window: MainWindow, qtbot: QtBot, name: str, told: str) -> None:
        page = look(window, qtbot, SAMPLES / name)
        ((file, what),) = texts(page.choose, "Chosen files")
        assert file == name
        assert told in what

    def test_what_is_no_bill_is_refused_in_a_sentence(self, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        wrong = {
            "photo.csv": b"\xff\xd8\xff\xe0 not a bill",
            "empty.csv": b"",
            "~$bill.xlsx": b"x",
            "nul.csv": b"a,b,c\n" * 50 + b"\x00\x00",
        }
        for name, data in wrong.items():
            (tmp_path / name).write_bytes(data)
        page = look(window, qtbot, *(tmp_path / name for name in wrong))
        told = {row[0]: row[1] for row in texts(page.choose, "Chosen files")}
        assert "is a picture" in told["photo.csv"]
        assert "is empty" in told["empty.csv"]
        assert "temporary file" in told["~$bill.xlsx"]
        assert "is not a bill" in told["nul.csv"]
        assert not next(each for each in page.findChildren(QPushButton) if "Import 0" in each.text()).isEnabled()

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_every_wrong_file_is_named_for_what_it_is(
        self, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, language: str
    ) -> None:
        folder = tmp_path / "wrong"
        folder.mkdir()
        wrong = write_wrong(folder)
        window = open_window(language)
        sample_in(window)
        page = look(window, qtbot, *wrong)
        files = list(page.choose._files.values())
        told = texts(page.choose, "选好的文件" if language == "zh" else "Chosen files")
        assert len(told) == len(wrong)
        assert all(name in what for name, what in told)
        # Only a text with columns may be a table whose columns the owner can name.
        assert [each.path.name for each in files if each.need is not Need.OTHER_FILE] == ["shop.csv"]

    def test_a_file_that_breaks_its_reader_says_so_and_the_others_are_read(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        odd = tmp_path / "a-odd.csv"
        odd.write_text("2/29", encoding="utf-8")

        def reads(path: Path, **options: Any) -> Inspection:
            if path == odd:
                raise ValueError("day is out of range for month")
            return inspect_bill(path, **options)

        monkeypatch.setattr("pos_closeout.ui.bills.inspection.inspect_bill", reads)
        page = look(window, qtbot, odd, SAMPLES / "jd-2024.csv")
        lines = {line[0]: line[1] for line in texts(page.choose, "Chosen files")}
        assert "Something unexpected went wrong" in lines["a-odd.csv"]
        assert "JD bill" in lines["jd-2024.csv"]

    def test_files_are_taken_as_soon_as_there_is_a_window(self, open_window: OpenWindow) -> None:
        window = open_window()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(SAMPLES / "jd-2024.csv"))])
        middle = window.rect().center()
        keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, left, keys)
        QApplication.sendEvent(window.windowHandle(), enter)
        assert enter.isAccepted()

    def test_files_are_dropped_anywhere(self, window: MainWindow, qtbot: QtBot) -> None:
        window.show_step(Step.PURPOSE)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(SAMPLES / "jd-2024.csv"))])
        middle = QPointF(window.rect().center())
        keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, data, left, keys)
        QApplication.sendEvent(window.windowHandle(), enter)
        assert enter.isAccepted()
        assert "Drop the files here" in said(window)
        drop = QDropEvent(
            middle, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(window.windowHandle(), drop)
        page = page_of(window)
        assert page.isVisible()
        qtbot.waitUntil(lambda: "Let go" not in said(window))
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        assert texts(page.choose, "Chosen files")[0][0] == "jd-2024.csv"

    def test_a_file_is_taken_off_by_a_key(self, window: MainWindow, qtbot: QtBot) -> None:
        page = look(window, qtbot, SAMPLES / "jd-2024.csv", SAMPLES / "alipay-app-2023.csv")
        files = table(page.choose, "Chosen files")
        assert files.hasFocus()
        qtbot.keyClick(files, Qt.Key.Key_Delete)
        assert [name for name, _ in texts(page.choose, "Chosen files")] == ["alipay-app-2023.csv"]

    def test_keys_lead_to_the_page_and_a_folder_is_taken_whole(
        self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(SAMPLES / "tables"))
        qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        page = page_of(window)
        assert page.isVisible()
        page.choose.choose_folder()
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        assert len(texts(page.choose, "Chosen files")) == len(list((SAMPLES / "tables").glob("*.csv")))

    def test_a_sample_case_has_a_sample_bill(self, window: MainWindow, qtbot: QtBot) -> None:
        window.show_bills()
        page = page_of(window)
        press(page, "Try a sample bill")
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        assert (
            "WeChat merchant bill, 3 October – 21 November 2026, 102 rows" in texts(page.choose, "Chosen files")[0][1]
        )


class TestPassword:
    def test_is_asked_for_again_when_it_does_not_fit(self, window: MainWindow, qtbot: QtBot) -> None:
        page = look(window, qtbot, SAMPLES / "locked-zipcrypto.zip")
        qtbot.keyClick(table(page.choose, "Chosen files"), Qt.Key.Key_Return)
        asked = dialog(PasswordDialog)
        line = asked.findChild(QLineEdit)
        assert line is not None
        assert line.echoMode() is QLineEdit.EchoMode.Password
        qtbot.keyClicks(line, "000000")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        again = dialog(PasswordDialog)
        assert "did not open the file" in said(again)
        qtbot.keyClicks(again.findChild(QLineEdit), PASSWORD)
        qtbot.keyClick(again, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        assert "WeChat personal bill" in texts(page.choose, "Chosen files")[0][1]

    def test_opens_the_archive_and_is_kept_nowhere(
        self, window: MainWindow, qtbot: QtBot, store: Store, tmp_path: Path
    ) -> None:
        page = look(window, qtbot, SAMPLES / "locked-zipcrypto.zip")
        page.choose._again(next(iter(page.choose._files.values())).afresh(password=PASSWORD))
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        press(page, "Import 1")
        qtbot.waitUntil(lambda: not page.importing.running)
        assert list_bills(store, window.session.case.id)[0].format == "wechat_personal"
        assert not page.choose._files
        assert all(
            PASSWORD.encode() not in path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()
        )


class TestColumns:
    def test_a_guess_is_confirmed_once_and_remembered(self, window: MainWindow, qtbot: QtBot, store: Store) -> None:
        page = look(window, qtbot, SAMPLES / "bank-icbc-debit.csv")
        qtbot.keyClick(table(page.choose, "Chosen files"), Qt.Key.Key_Return)
        asked = dialog(ColumnsDialog)
        read = table(asked, "How the first rows are read")
        qtbot.waitUntil(lambda: len(read.lines()) == 6)
        assert read.lines()[0].cells[1:4] == ("2023-05-02 00:00", "¥13.40", "money out")
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        assert len(known_mappings(store)) == 1
        (chosen,) = page.choose._files.values()
        assert chosen.need is Need.NOTHING
        page.choose.clear()
        page = look(window, qtbot, SAMPLES / "bank-icbc-debit.csv")
        (chosen,) = page.choose._files.values()
        assert chosen.need is Need.NOTHING

    def test_a_refund_state_an_amount_and_a_fee_are_named_beside_the_order(
        self, window: MainWindow, qtbot: QtBot, store: Store, tmp_path: Path
    ) -> None:
        path = tmp_path / "till.csv"
        path.write_text(
            "何时,多少,怎样,退了多少,退款怎样,抽成\n2026-07-02 10:00:00,40.00,收款成功,8.00,退款失败,0.10\n",
            encoding="utf-8",
        )
        page = look(window, qtbot, path)
        qtbot.keyClick(table(page.choose, "Chosen files"), Qt.Key.Key_Return)
        asked = dialog(ColumnsDialog)
        assert isinstance(asked, ColumnsDialog)
        roles = ("when", "amount", "status", "refund_amount", "refund_status", "fee")
        for name, role in zip(("何时", "多少", "怎样", "退了多少", "退款怎样", "抽成"), roles, strict=True):
            box = asked._rows.boxes[name]
            box.setCurrentIndex(box.findData(role))
        read = table(asked, "How the first rows are read")
        qtbot.waitUntil(lambda: bool(read.lines()) and "refund needs action" in read.lines()[0].cells[4])
        qtbot.keyClicks(asked.name, "front till")
        asked.accept()
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        (kept,) = known_mappings(store)
        assert (kept.name, kept.columns["refund_status"], kept.columns["fee"]) == ("front till", "退款怎样", "抽成")
        assert texts(page.choose, "Chosen files")[0][1].startswith("front till")

    def test_columns_are_named_by_keyboard(self, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        path = tmp_path / "till.csv"
        path.write_text("甲,乙,丙\n2026-10-01 12:00:00,A1,12.50\n2026-10-02 12:00:00,A2,13.50\n", encoding="utf-8")
        page = look(window, qtbot, path)
        qtbot.keyClick(table(page.choose, "Chosen files"), Qt.Key.Key_Return)
        asked = dialog(ColumnsDialog)
        assert isinstance(asked, ColumnsDialog)
        assert "which column holds the date" in said(asked)
        boxes = asked._rows.boxes
        qtbot.keyClicks(boxes["甲"], "Date")
        assert "which column holds the amount" in said(asked)
        qtbot.keyClicks(boxes["乙"], "Amount")
        qtbot.keyClicks(boxes["丙"], "Amount")
        assert boxes["乙"].currentText() == "column not used"
        read = table(asked, "How the first rows are read")
        qtbot.waitUntil(lambda: len(read.lines()) == 2)
        assert [line.cells[2] for line in read.lines()] == ["¥12.50", "¥13.50"]
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.choose.inspecting)
        assert "2 rows" in texts(page.choose, "Chosen files")[0][1]


class TestImport:
    def test_tells_what_was_read(self, window: MainWindow, qtbot: QtBot) -> None:
        page = bring_in(window, qtbot, SAMPLES / "wechat-merchant-all.csv", SAMPLES / "alipay-app-2023.csv")
        assert "55 rows · 55 new · 0 already known" in said(page)
        rows = texts(page.importing, "What was read")
        assert rows[0][2:] == ("45", "45", "0", "✓ agrees")
        assert rows[1][2:5] == ("10", "10", "0")
        page = bring_in(window, qtbot, SAMPLES / "wechat-merchant-all.csv")
        assert "imported before" in texts(page.importing, "What was read")[0][1]

    def test_rows_with_a_problem_can_be_copied_and_saved(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "坏.csv"
        path.write_text(PENDING.replace("¥20.00", "=cmd|1"), encoding="utf-8")
        page = bring_in(window, qtbot, path)
        ((file, row, column, reason, text),) = texts(page.importing, "Rows with a problem")
        assert (file, row, column, text) == ("坏.csv", "3", "金额(元)", "=cmd|1")
        assert reason == "The amount cannot be read."
        press(page.importing, "Copy the table")
        assert "坏.csv\t3\t金额(元)" in QGuiApplication.clipboard().text()
        saved = tmp_path / "out.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
        press(page.importing, "Save as CSV")
        assert "'=cmd|1" in saved.read_text(encoding="utf-8-sig")

    def test_stopping_leaves_no_trace_and_the_window_stays_alive(
        self, window: MainWindow, qtbot: QtBot, store: Store, tmp_path: Path, hold: Callable[[], Event]
    ) -> None:
        path = tmp_path / "big.csv"
        head, first, *_ = PENDING.splitlines()
        with path.open("w", encoding="utf-8") as stream:
            stream.write(head + "\n")
            stream.writelines(first.replace("0000000001", f"{number:010}") + "\n" for number in range(30_000))
        window.show_bills()
        page = page_of(window)
        go = hold()
        page._import((ChosenFile(path),))
        assert page.importing.running
        qtbot.waitUntil(lambda: "row" in said(page.importing))
        window.session.edit(write(window.session.case, "merchant.phone", "13900000001"))
        assert window.session.flush()
        assert page.importing.running
        press(page.importing, "Stop")
        go.set()
        qtbot.waitUntil(lambda: not page.importing.running)
        assert "was stopped" in said(page)
        assert list_bills(store, window.session.case.id) == ()
        assert list_proposals(store, window.session.case.id) == ()
        assert page.choose.isVisible()

    def test_closing_the_window_asks_first(
        self, window: MainWindow, qtbot: QtBot, pending: Path, hold: Callable[[], Event]
    ) -> None:
        page = look(window, qtbot, pending)
        go = hold()
        press(page, "Import 1")
        assert page.importing.running
        answer("Cancel")
        assert not window.close()
        go.set()
        qtbot.waitUntil(lambda: not page.importing.running)

    def test_the_language_waits_until_the_import_is_done(
        self, window: MainWindow, qtbot: QtBot, pending: Path, hold: Callable[[], Event]
    ) -> None:
        page = look(window, qtbot, pending)
        go = hold()
        press(page, "Import 1")
        window.settle(language="zh")
        assert "Please change this once that is done" in said(window)
        assert page_of(window) is page
        go.set()
        qtbot.waitUntil(lambda: not page.importing.running)
        window.settle(language="zh")
        assert page_of(window) is not page


class TestFinds:
    def test_are_accepted_and_taken_back(self, window: MainWindow, qtbot: QtBot, store: Store, pending: Path) -> None:
        page = bring_in(window, qtbot, pending)
        before = len(window.ledger.items())
        press(page.importing, "Review 3")
        assert {row[0] for row in texts(page.proposals, "To review")} == {"¥10.00", "¥20.00"}
        finds = table(page.proposals, "To review")
        finds.setFocus()
        qtbot.keyClick(finds, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert len(window.ledger.items()) == before + 1
        assert len(texts(page.proposals, "To review")) == 1
        press(page, "Undo")
        assert len(window.ledger.items()) == before
        assert len(texts(page.proposals, "To review")) == 2
        press(page.proposals, "Accept all 2")
        assert len(window.ledger.items()) == before + 2
        assert {item.kind for item in window.ledger.items() if "微信.csv" in item.note} == {ItemKind.UNFINISHED}
        window.ledger.undo()
        assert [kept.state for kept in list_proposals(store, window.session.case.id)] == [ProposalState.WAITING] * 3

    def test_are_taken_back_after_the_screen_was_built_anew(
        self, window: MainWindow, qtbot: QtBot, store: Store, pending: Path
    ) -> None:
        page = bring_in(window, qtbot, pending)
        page.show_tab(1)
        press(page.proposals, "Accept all 2")
        window.settle(language="zh")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        window.ledger.undo()
        assert [kept.state for kept in list_proposals(store, window.session.case.id)] == [ProposalState.WAITING] * 3

    def test_show_their_proof(self, window: MainWindow, qtbot: QtBot, pending: Path) -> None:
        page = bring_in(window, qtbot, pending)
        page.show_tab(1)
        press(page.proposals, "Words the program does not know")
        assert "Proof: 微信.csv, row 4" in said(page)
        assert "天知道" in said(page)
        assert "Due 2" in said(page)

    def test_are_changed_in_the_editor(self, window: MainWindow, qtbot: QtBot, pending: Path) -> None:
        page = bring_in(window, qtbot, pending)
        page.show_tab(1)
        qtbot.keyClick(table(page.proposals, "To review"), Qt.Key.Key_Return)
        editor = dialog(ItemEditor)
        amount = next(each for each in editor.findChildren(QLineEdit) if each.accessibleName().startswith("Amount"))
        amount.selectAll()
        qtbot.keyClicks(amount, "12.34")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert any(item.amount_fen == 12_34 for item in window.ledger.items())
        assert len(texts(page.proposals, "To review")) == 1

    def test_are_left_out_with_a_reason(self, window: MainWindow, qtbot: QtBot, store: Store, pending: Path) -> None:
        page = bring_in(window, qtbot, pending)
        page.show_tab(1)
        qtbot.keyClick(table(page.proposals, "To review"), Qt.Key.Key_Delete)
        asked = dialog(RejectDialog)
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        assert "Please say why" in said(asked)
        press(asked, "Only a test")
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        rejected = [
            kept.why for kept in list_proposals(store, window.session.case.id) if kept.state is ProposalState.REJECTED
        ]
        assert rejected == ["Only a test"]
        press(page.proposals, "Left out · 1")
        ((amount, _, _, why, proof),) = texts(page.proposals, "Left out")
        assert (amount, why) == ("¥20.00", "Only a test")
        assert proof == "微信.csv, row 3"
        press(page.proposals, "Look at it again")
        assert ProposalState.REJECTED not in {kept.state for kept in list_proposals(store, window.session.case.id)}
        assert len(texts(page.proposals, "To review")) == 2
        press(page, "Undo")
        press(page.proposals, "Left out · 1")
        assert texts(page.proposals, "Left out")[0][3] == "Only a test"

    def test_wait_on_step_four_and_at_home(self, window: MainWindow, qtbot: QtBot, pending: Path) -> None:
        bring_in(window, qtbot, pending)
        window.show_step(Step.OPEN_ITEMS)
        assert "3 rows of your bills" in said(window)
        press(window, "Decide now")
        assert page_of(window).proposals.isVisible()
        window.show_home()
        link = next(each for each in window.home.findChildren(QPushButton) if "3 rows of your bills" in each.text())
        link.click()
        assert page_of(window).proposals.isVisible()

    def test_the_question_begins_an_entry(self, window: MainWindow, qtbot: QtBot) -> None:
        window.show_bills()
        page = page_of(window)
        page.show_tab(1)
        press(page, "The terminal did not confirm")
        editor = dialog(ItemEditor)
        amount = next(each for each in editor.findChildren(QLineEdit) if each.accessibleName().startswith("Amount"))
        qtbot.keyClicks(amount, "66")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        made = next(item for item in window.ledger.items() if item.note == "The terminal did not confirm the payment.")
        assert (made.kind, made.amount_fen) == (ItemKind.UNFINISHED, 66_00)

    def test_the_question_is_asked_after_a_bill_without_finds(self, window: MainWindow, qtbot: QtBot) -> None:
        page = bring_in(window, qtbot, SAMPLES / "jd-2024.csv")
        press(page.importing, "Answer one question")
        assert "Is there a customer who says he paid" in said(page.proposals)
        press(page.proposals, "No, none")
        page = bring_in(window, qtbot, SAMPLES / "alipay-app-2023.csv")
        assert not any("Answer" in each.text() for each in page.importing.findChildren(QPushButton) if each.isVisible())

    def test_no_to_the_question_is_kept_until_the_next_bill(
        self, window: MainWindow, qtbot: QtBot, pending: Path
    ) -> None:
        window.show_bills()
        page = page_of(window)
        page.show_tab(1)
        press(page, "No, none")
        assert "you said: none" in said(page)
        window.settle(language="zh")
        window.settle(language="en")
        window.show_bills()
        page = page_of(window)
        page.show_tab(1)
        assert "you said: none" in said(page)
        press(page, "Ask me again")
        assert "you said: none" not in said(page)
        press(page, "No, none")
        page = bring_in(window, qtbot, pending)
        page.show_tab(1)
        assert "A newer bill was imported since" in said(page)
        press(page, "No, none")
        assert "The program asks again after the next bill" in said(page)


def frozen_refund(folder: Path) -> Path:
    """Return a merchant bill with a refund that was running when the bill was written."""
    path = folder / "refund.csv"
    names = (
        "交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易状态,微信退款单号,商户退款单号,"
        "退款金额,退款类型,退款状态,订单金额"
    )
    path.write_text(
        f"{names}\n`2026-11-20 10:00:00,`wx1,`1900000109,`4200000000202611010000000001,`A1,`REFUND,"
        "`5000000000202611200000000001,`R1,`30.00,`ORIGINAL,`PROCESSING,`0.00\n",
        encoding="utf-8",
    )
    return path


def test_a_frozen_refund_says_on_which_day_to_look_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = bring_in(window, qtbot, frozen_refund(tmp_path))
    page.show_tab(2)
    ((day, amount, _, number, where),) = texts(page.again, "To look up again")
    assert day.startswith(("in ", "now"))
    assert (amount, number, where) == ("¥30.00", "5000000000202611200000000001", "waits for your decision")
    press(page.again, "Copy the number")
    assert QGuiApplication.clipboard().text() == number
    page.show_tab(1)
    press(page.proposals, "Accept")
    page.show_tab(2)
    assert texts(page.again, "To look up again")[0][4] == "on the outstanding list"
    press(page.again, "Show on the list")
    assert window.workspace.currentWidget() is window.workspace.list_page


def test_the_months_are_told_in_words(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = bring_in(window, qtbot, frozen_refund(tmp_path))
    page.show_tab(3)
    assert "WeChat merchant bill: September 2026 is missing. It can be downloaded whole until" in said(page.cover)
    assert "days are imported" in said(page.cover)
    assert "three months" in said(page.cover)


def test_a_bill_is_taken_back_after_asking(window: MainWindow, qtbot: QtBot, store: Store, pending: Path) -> None:
    page = bring_in(window, qtbot, pending)
    page.show_tab(4)
    answer("No")
    press(page.kept, "Take back")
    assert len(list_bills(store, window.session.case.id)) == 1
    page.show_tab(1)
    press(page.proposals, "Accept")
    page.show_tab(4)
    answer("Yes")
    press(page.kept, "Take back")
    qtbot.waitUntil(lambda: not page.kept.running)
    assert "“微信.csv” was taken back. 2 rows not reviewed yet went with it. 1 item you" in said(page)
    assert list_bills(store, window.session.case.id) == ()
    (kept,) = list_proposals(store, window.session.case.id)
    assert kept.state is ProposalState.ACCEPTED
    assert bring_in(window, qtbot, pending).proposals.waiting == 2


def test_a_bill_that_excel_spoiled_says_what_to_do(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled.csv"
    spoiled.write_bytes(saved_as_csv((SAMPLES / "wechat-merchant-all.csv").read_bytes(), "utf-8-sig"))
    page = look(window, qtbot, spoiled)
    told = "Excel has changed this file: 45 order numbers destroyed. Please download the bill again"
    assert told in texts(page.choose, "Chosen files")[0][1]
    press(page, "Import 1")
    qtbot.waitUntil(lambda: not page.importing.running)
    assert told in texts(page.importing, "What was read")[0][1]


def test_a_platform_nothing_was_imported_of_counts_down(window: MainWindow) -> None:
    window.show_bills()
    page = page_of(window)
    page.show_tab(3)
    assert "WeChat merchant bill: nothing has been imported yet" in said(page.cover)
    assert "September 2026 can be downloaded whole until 1 December 2026 only (9 days left)" in said(page.cover)
    assert "no bill of this kind has been imported yet; download by 1 December 2026, 9 days left" in said(page.cover)
    months = page.cover.findChild(CoverMap)
    assert months is not None
    rows = months.model()
    names = [str(rows.headerData(at, Qt.Orientation.Vertical)) for at in range(rows.rowCount())]
    assert names == [
        f"{name}\nnothing imported yet"
        for name in ("Alipay merchant trade bill", "Lakala bill", "WeChat merchant bill")
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "screen",
    [(1024, 600, TextSize.NORMAL, Scheme.LIGHT), (1280, 720, TextSize.VERY_LARGE, Scheme.DARK)],
)
def test_nothing_is_cut_at_the_smallest_screens(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, language: str, screen: tuple[int, int, TextSize, Scheme]
) -> None:
    width, height, size, scheme = screen
    window = open_window(language, width, height, size=size, scheme=scheme)
    sample_in(window)
    page = look(window, qtbot, SAMPLES / "jd-2024.csv", SAMPLES / "locked-zipcrypto.zip", frozen_refund(tmp_path))
    faults: dict[str, list[str]] = {}

    def check(name: str) -> None:
        settle()
        faults[name] = too_wide(window) + cut_off(page)

    check("chosen")
    page.choose.import_ready()
    qtbot.waitUntil(lambda: not page.importing.running)
    check("result")
    for at in range(1, 5):
        page.show_tab(at)
        check(str(at))
    assert window.width() == width
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_way_back_leads_where_the_owner_came_from(window: MainWindow) -> None:
    window.show_list()
    press(window, "Import bills")
    page = page_of(window)
    press(page, "Go back")
    assert window.workspace.currentWidget() is window.workspace.list_page
    window.show_step(Step.OPEN_ITEMS)
    press(window, "Import bills")
    press(page, "Go back")
    assert window.workspace.shows_wizard
    assert window.workspace.wizard.step is Step.OPEN_ITEMS


def test_without_a_case_one_is_offered(open_window: OpenWindow) -> None:
    window = open_window()
    answer("No")
    window.show_bills()
    assert window.at_home
    answer("Yes")
    window.show_bills()
    assert page_of(window).isVisible()
    assert window.session.case.id
