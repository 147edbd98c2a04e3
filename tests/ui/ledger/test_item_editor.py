from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.due_dates import Terms, due_date
from pos_closeout.domain.ledger.item_facts import SPECS, Fact
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel, only_on_its_way
from pos_closeout.guidance.item_texts import load_facts
from pos_closeout.guidance.work_calendar import load_work_calendar
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.account_field import AccountField, tidy_account
from pos_closeout.ui.ledger.clear_dialog import ClearDialog
from pos_closeout.ui.ledger.item_editor import ItemEditor, no_date
from pos_closeout.ui.ledger.item_form import Reckon
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.widgets.date_field import DateField
from tests.ui.at_hand import TODAY, dressed, some_items, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RESOURCES = Path(__file__).resolve().parents[3] / "resources" / "guidance"
TERMS = Terms(load_work_calendar())
PLACES = ItemPlaces({1: "文三路店", 2: "仓库"}, {1: ("TID00001", "TID00002"), 2: ("TID00009",)})


@pytest.fixture(scope="module")
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources) as made:
        yield made


Open = Callable[..., ItemEditor]


@pytest.fixture
def kept() -> list[OpenItem]:
    return []


@pytest.fixture
def opened(qtbot: QtBot, context: Context, kept: list[OpenItem]) -> Open:
    def open_editor(
        item: OpenItem | None = None, keep: Callable[[OpenItem], None] | None = None, reckon: Reckon = no_date
    ) -> ItemEditor:
        keep_it = keep or kept.append
        editor = ItemEditor(
            context, item or OpenItem(case_id=1), PLACES, lambda edited, _facts: keep_it(edited), reckon=reckon
        )
        qtbot.addWidget(editor, before_close_func=put_away)
        editor.open()
        QApplication.processEvents()
        return editor

    return open_editor


def put_away(dialog: QWidget) -> None:
    """Close a dialog without its question."""
    assert isinstance(dialog, QDialog)
    dialog.done(0)


def line(dialog: QDialog, name: str) -> QLineEdit:
    """Return the editor with this label."""
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName().split(" (")[0] == name)


def box(dialog: QDialog, name: str) -> QComboBox:
    return next(each for each in dialog.findChildren(QComboBox) if each.accessibleName().split(" (")[0] == name)


def said(dialog: QDialog) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def unfold(dialog: QDialog) -> None:
    next(each for each in dialog.findChildren(QPushButton) if each.accessibleName() == "More details").click()
    QApplication.processEvents()


def answer(words: str) -> None:
    """Press the button with these words in the question that is about to be asked."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        next(each for each in question.buttons() if each.text() == words).click()

    QTimer.singleShot(0, press)


def test_all_fields_come_back_as_they_were_given(opened: Open, kept: list[OpenItem], qtbot: QtBot) -> None:
    item = OpenItem(
        id=7,
        case_id=2,
        kind=ItemKind.CHARGEBACK,
        amount_fen=1_234_56,
        original_on=date(2026, 11, 1),
        channel=PaymentChannel.WECHAT,
        terminal_number="TID00009",
        masked_account="622262******0817",
        reference="631245009871",
        voucher="000123",
        counterparty="王女士",
        contact="13800000000",
        due_on=date(2026, 12, 1),
        due_basis="通知单上的日期",
        note="已打电话",
    )
    editor = opened(item)
    assert not editor.form.touched()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert kept == [item]


def test_what_was_typed_is_kept(opened: Open, kept: list[OpenItem], qtbot: QtBot) -> None:
    editor = opened()
    qtbot.keyClicks(line(editor, "Amount"), "1,280.5")
    type_text(line(editor, "Who it is with"), "李先生")
    qtbot.keyClicks(line(editor, "Due date"), "2026/12/1")
    unfold(editor)
    box(editor, "Terminal").setCurrentText("TID00002")
    qtbot.keyClick(line(editor, "Amount"), Qt.Key.Key_Return)
    expected = OpenItem(
        case_id=1, amount_fen=1_280_50, counterparty="李先生", due_on=date(2026, 12, 1), terminal_number="TID00002"
    )
    assert kept == [expected]
    assert not editor.isVisible()


@pytest.mark.parametrize("typed", ["", "abc", "12a", "-5", "0", "99999999999", "1.234", "1,23"])
def test_an_amount_that_is_none_is_refused_and_nothing_is_lost(
    typed: str, opened: Open, kept: list[OpenItem], qtbot: QtBot
) -> None:
    editor = opened()
    type_text(line(editor, "Who it is with"), "李先生")
    qtbot.keyClicks(line(editor, "Amount"), typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert kept == []
    assert editor.isVisible()
    assert line(editor, "Amount").hasFocus()
    assert "amount" in said(editor).lower()
    assert line(editor, "Amount").text() == typed
    assert line(editor, "Who it is with").text() == "李先生"


def test_a_thing_to_hand_over_needs_no_amount(opened: Open, kept: list[OpenItem], qtbot: QtBot) -> None:
    editor = opened()
    box(editor, "What is open").setCurrentIndex(list(ItemKind).index(ItemKind.DEVICE))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert kept == [OpenItem(case_id=1, kind=ItemKind.DEVICE)]


def test_what_is_wrong_and_folded_away_is_shown(opened: Open, kept: list[OpenItem], qtbot: QtBot) -> None:
    editor = opened()
    box(editor, "What is open").setCurrentIndex(list(ItemKind).index(ItemKind.DEPOSIT))
    qtbot.keyClicks(line(editor, "Amount"), "5")
    unfold(editor)
    wrong = line(editor, "对方要扣的金额")
    qtbot.keyClicks(wrong, "1.005")
    next(each for each in editor.findChildren(QPushButton) if each.accessibleName() == "Fewer details").click()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert kept == []
    assert wrong.isVisible()
    assert wrong.hasFocus()
    assert "amount" in said(editor)


def test_what_the_store_refuses_stays_in_the_dialog(opened: Open, qtbot: QtBot) -> None:
    def refuse(_: OpenItem) -> None:
        raise DataFolderError("store.disk_full", path="D:")

    editor = opened(keep=refuse)
    qtbot.keyClicks(line(editor, "Amount"), "12.50")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert line(editor, "Amount").text() == "12.50"
    assert "磁盘满了" in said(editor)


class TestEscape:
    def test_closes_at_once_when_nothing_was_typed(self, opened: Open, qtbot: QtBot) -> None:
        editor = opened()
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert not editor.isVisible()

    @pytest.mark.parametrize(("words", "stays"), [("Go on writing", True), ("Throw away", False)])
    def test_asks_before_typing_is_lost(self, words: str, stays: bool, opened: Open, qtbot: QtBot) -> None:
        editor = opened()
        qtbot.keyClicks(line(editor, "Amount"), "12a")
        answer(words)
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert editor.isVisible() is stays
        assert line(editor, "Amount").text() == "12a"


class TestCardNumber:
    def test_never_stands_there_whole(self, qtbot: QtBot) -> None:
        field = AccountField()
        qtbot.addWidget(field)
        for digit in "6222021001000004":
            qtbot.keyClicks(field, digit)
        assert field.text() == "622202******0004"

    def test_pasted_whole_is_hidden_with_a_word_about_it(
        self, opened: Open, kept: list[OpenItem], qtbot: QtBot
    ) -> None:
        editor = opened()
        qtbot.keyClicks(line(editor, "Amount"), "5")
        unfold(editor)
        type_text(line(editor, "Card number"), "6222 0210 0100 0004")
        assert line(editor, "Card number").text() == "622202******0004"
        assert "never kept" in said(editor)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert kept[0].masked_account == "622202******0004"

    @given(digits=st.text("0123456789", min_size=11, max_size=19))
    def test_typed_digit_by_digit_ends_as_pasted(self, digits: str) -> None:
        typed = ""
        for digit in digits:
            typed = tidy_account(typed + digit)
        assert typed == tidy_account(digits)
        assert sum(sign.isdigit() for sign in typed) == 10

    @pytest.mark.parametrize("text", ["", "622262", "0817", "622262******0817", "尾号 0817"])
    def test_what_hides_enough_is_left_alone(self, text: str) -> None:
        assert tidy_account(text) == text


class TestClearing:
    @pytest.fixture
    def cleared(self) -> list[tuple[date, str]]:
        return []

    @pytest.fixture
    def dialog(self, qtbot: QtBot, context: Context, cleared: list[tuple[date, str]]) -> ClearDialog:
        made = ClearDialog(context, some_items()[0], lambda on, how, _proofs: cleared.append((on, how)))
        qtbot.addWidget(made, before_close_func=put_away)
        made.open()
        QApplication.processEvents()
        return made

    def test_keeps_day_and_way(self, dialog: ClearDialog, cleared: list[tuple[date, str]], qtbot: QtBot) -> None:
        type_text(dialog.line("how"), "退款成功，截图已存")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert cleared == [(TODAY, "退款成功，截图已存")]
        assert not dialog.isVisible()

    def test_the_way_must_be_said(self, dialog: ClearDialog, cleared: list[tuple[date, str]], qtbot: QtBot) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert cleared == []
        assert dialog.line("how").hasFocus()
        assert "how it was cleared" in said(dialog)

    def test_accepted_is_not_refunded(self, dialog: ClearDialog, cleared: list[tuple[date, str]], qtbot: QtBot) -> None:
        type_text(dialog.line("how"), "微信已受理")
        assert "Accepted is not refunded" in said(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert cleared == []
        assert dialog.isVisible()
        assert dialog.line("how").text() == "微信已受理"

    def test_a_usual_way_is_one_click(self, dialog: ClearDialog, cleared: list[tuple[date, str]]) -> None:
        chip = next(each for each in dialog.findChildren(QPushButton) if "refund successful" in each.text())
        chip.click()
        dialog.accept()
        assert cleared == [(TODAY, "The platform says: refund successful")]

    @pytest.mark.parametrize("typed", ["2026-11-23", "2026-11-07", "2026-02-30", ""])
    def test_a_day_that_cannot_be_is_refused(
        self, typed: str, dialog: ClearDialog, cleared: list[tuple[date, str]], qtbot: QtBot
    ) -> None:
        type_text(dialog.line("how"), "退款成功")
        dialog.day("day").clear()
        qtbot.keyClicks(dialog.day("day"), typed)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert cleared == []
        assert dialog.day("day").hasFocus()

    def test_escape_asks_before_the_way_is_lost(self, dialog: ClearDialog, qtbot: QtBot) -> None:
        type_text(dialog.line("how"), "退款成功")
        answer("Go on writing")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog.line("how").text() == "退款成功"

    @pytest.mark.parametrize(
        ("how", "waiting"),
        [
            ("已受理", True),
            ("退款处理中", True),
            ("accepted by the bank", True),
            ("受理后已退款成功", False),
            ("客户收到了", False),
            ("refund arrived", False),
            ("付了现金", False),
        ],
    )
    def test_words_are_read_for_what_they_say(self, how: str, waiting: bool) -> None:
        assert only_on_its_way(how) is waiting


def test_everything_that_takes_the_focus_has_a_name(opened: Open) -> None:
    editor = opened()
    unfold(editor)
    nameless = [
        each
        for each in editor.findChildren(QWidget)
        if isinstance(each, QLineEdit | QComboBox | QPushButton | DateField)
        and not isinstance(each.parent(), QComboBox)
        and not each.accessibleName().strip()
    ]
    assert nameless == []


def test_tab_order_is_reading_order(opened: Open, qtbot: QtBot) -> None:
    editor = opened()
    unfold(editor)
    box(editor, "Shop").setFocus()
    seen: list[str] = []
    for _ in range(14):
        used = QApplication.focusWidget()
        assert used is not None
        seen.append(used.accessibleName().split(" (")[0])
        qtbot.keyClick(used, Qt.Key.Key_Tab)
    assert seen == [
        "Shop",
        "What is open",
        "Amount",
        "Who it is with",
        "Date of the original payment",
        "是远程销售吗（网上、电话等）",
        "收到退货的日期",
        "约定的退款日",
        "办到哪一步",
        "哪天再看一次",
        "Due date",
        "Why this date",
        "Fewer details",
        "退款单号",
    ]


def test_the_due_date_follows_the_fields_and_says_why(opened: Open, kept: list[OpenItem], qtbot: QtBot) -> None:
    editor = opened(reckon=lambda item, facts: due_date(item, facts, date(2026, 11, 30), TERMS))
    assert line(editor, "Due date").text() == "2026-11-25"
    assert "跳过 11-28…11-29" in said(editor)
    assert "请向收单机构确认" in said(editor)
    qtbot.keyClicks(line(editor, "Amount"), "5")
    qtbot.keyClicks(line(editor, "约定的退款日"), "2026-11-24")
    assert line(editor, "Due date").text() == "2026-11-24"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert (kept[0].due_on, kept[0].due_basis) == (date(2026, 11, 24), "")


def test_a_moved_date_needs_a_reason_and_can_be_taken_back(opened: Open, kept: list[OpenItem], qtbot: QtBot) -> None:
    editor = opened(reckon=lambda item, facts: due_date(item, facts, date(2026, 11, 30), TERMS))
    qtbot.keyClicks(line(editor, "Amount"), "5")
    line(editor, "Due date").clear()
    qtbot.keyClicks(line(editor, "Due date"), "2026-11-28")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert kept == []
    assert line(editor, "Why this date").hasFocus()
    qtbot.keyClicks(line(editor, "约定的退款日"), "2026-11-20")
    assert line(editor, "Due date").text() == "2026-11-28"
    type_text(line(editor, "Why this date"), "顾客同意")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert (kept[0].due_on, kept[0].due_basis) == (date(2026, 11, 28), "顾客同意")


def test_the_usual_date_is_one_click_away(opened: Open, qtbot: QtBot) -> None:
    item = OpenItem(id=3, case_id=1, amount_fen=5, due_on=date(2026, 12, 24), due_basis="以前说好的")
    editor = opened(item, reckon=lambda item, facts: due_date(item, facts, date(2026, 11, 30), TERMS))
    assert not editor.form.touched()
    next(each for each in editor.findChildren(QPushButton) if "usual date" in each.accessibleName()).click()
    assert line(editor, "Due date").text() == "2026-11-25"
    assert editor.form.item().due_basis == ""


def test_a_date_in_a_year_without_holidays_says_that_it_may_move(opened: Open, qtbot: QtBot) -> None:
    editor = opened(reckon=lambda item, facts: due_date(item, facts, date(2027, 2, 10), TERMS))
    assert "2027 年的放假安排还没有公布" in said(editor)


def test_without_a_day_to_count_from_it_asks_for_one(opened: Open) -> None:
    editor = opened(reckon=lambda item, facts: due_date(item, facts, None, TERMS))
    assert "the planned stop" in said(editor)


@pytest.mark.parametrize("kind", ItemKind)
def test_every_kind_shows_its_fields_and_keeps_what_was_typed(kind: ItemKind, opened: Open, qtbot: QtBot) -> None:
    editor = opened()
    box(editor, "What is open").setCurrentIndex(list(ItemKind).index(kind))
    unfold(editor)
    names = {each.accessibleName() for each in editor.findChildren(QLineEdit) + editor.findChildren(QComboBox)}
    texts = load_facts(RESOURCES)
    assert {texts[spec.fact].label.zh for spec in SPECS[kind]} <= names


def test_what_was_typed_for_a_kind_is_there_again(opened: Open, qtbot: QtBot) -> None:
    editor = opened()
    kinds = box(editor, "What is open")
    qtbot.keyClicks(line(editor, "约定的退款日"), "2026-11-24")
    kinds.setCurrentIndex(list(ItemKind).index(ItemKind.FEE))
    assert editor.form.facts() == {}
    kinds.setCurrentIndex(list(ItemKind).index(ItemKind.REFUND))
    assert editor.form.facts() == {Fact.AGREED_ON: "2026-11-24"}
