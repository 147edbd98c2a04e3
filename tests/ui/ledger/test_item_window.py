from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_files import facts_of, item_file
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem
from pos_closeout.domain.reminders.reminders import Rhythm
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.clear_dialog import ClearDialog
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.item_dialogs import ItemDialogs
from pos_closeout.ui.ledger.item_window import ItemWindow
from pos_closeout.ui.ledger.refund_choice import RefundOutcome
from pos_closeout.ui.ledger.tab_entries import HistoryTab, LogTab, NotesTab
from pos_closeout.ui.ledger.tab_messages import MessagesTab
from pos_closeout.ui.ledger.tab_proof import ProofTab
from tests.ui.at_hand import NOW, TODAY, day, dressed, filled, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

REFUND = OpenItem(case_id=1, kind=ItemKind.REFUND, amount_fen=128_50, original_on=day(11, 8), counterparty="王女士")


@pytest.fixture(scope="module")
def dressing(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources, "en") as made:
        yield made


@pytest.fixture
def context(dressing: Context, store: Store) -> Context:
    return replace(dressing, store=store)


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with filled(tmp_path / "data", (REFUND,)) as made:
        yield made


@pytest.fixture
def ledger(qapp: QApplication, store: Store) -> LedgerController:
    return LedgerController(store, lambda: NOW)


@pytest.fixture
def item(ledger: LedgerController) -> OpenItem:
    (found,) = ledger.items()
    return found


@pytest.fixture
def window(qtbot: QtBot, context: Context, ledger: LedgerController, item: OpenItem) -> ItemWindow:
    made = ItemWindow(context, item)
    qtbot.addWidget(made, before_close_func=put_away)
    made.open()
    QApplication.processEvents()
    return made


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "退款成功.png"
    path.write_bytes(b"x" * 3000)
    return path


def put_away(dialog: QWidget) -> None:
    assert isinstance(dialog, QDialog)
    dialog.done(0)


def tab(window: ItemWindow, kind: type[QWidget]) -> QWidget:
    found = next(
        window.tabs.widget(at) for at in range(window.tabs.count()) if isinstance(window.tabs.widget(at), kind)
    )
    window.tabs.setCurrentWidget(found)
    QApplication.processEvents()
    return found


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget: QWidget, words: str) -> None:
    next(each for each in widget.findChildren(QPushButton) if words in each.text()).click()
    QApplication.processEvents()


def test_the_overview_says_why_it_is_due_whom_to_ask_and_what_clears_it(window: ItemWindow) -> None:
    told = said(window)
    assert "the terminal usually refunds for 30 days" in told
    assert "ask your acquirer" in told
    assert "“accepted” is not enough" in told


def test_the_overview_says_when_it_has_reminders_of_its_own(
    qtbot: QtBot, context: Context, ledger: LedgerController, item: OpenItem
) -> None:
    ledger.set_rhythm([item], Rhythm(14, 2))
    window = ItemWindow(context, item)
    qtbot.addWidget(window, before_close_func=put_away)
    window.open()
    QApplication.processEvents()
    assert "from 14 days before; after it every 2 days" in "\n".join(
        each.text() for each in window.findChildren(QLabel)
    )


def test_a_note_is_kept_and_counted(
    window: ItemWindow, ledger: LedgerController, item: OpenItem, context: Context
) -> None:
    notes = tab(window, NotesTab)
    assert isinstance(notes, NotesTab)
    notes.text.setPlainText("顾客在外地")
    assert notes.unsaved()
    press(notes, "Add the note")
    assert not notes.unsaved()
    assert "顾客在外地" in said(notes)
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Notes (1)"
    assert [note.text for note in item_file(context.store, item.id).notes] == ["顾客在外地"]


def test_an_empty_entry_is_refused_with_words(window: ItemWindow) -> None:
    log = tab(window, LogTab)
    press(log, "Add to the log")
    assert "The log entry is empty" in said(log)


def test_a_call_is_logged_with_what_follows(window: ItemWindow, qtbot: QtBot) -> None:
    log = tab(window, LogTab)
    assert isinstance(log, LogTab)
    type_text(log.who, "工号 8")
    type_text(log.result, "明天退")
    type_text(log.next, "周五再打")
    press(log, "Add to the log")
    assert "工号 8\n明天退\nNext: 周五再打" in said(log)
    assert log.who.text() == ""


def test_proof_is_added_opened_and_moved_to_the_bin(
    window: ItemWindow, store: Store, slip: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    proof = tab(window, ProofTab)
    assert isinstance(proof, ProofTab)
    proof.add([slip])
    assert proof.list.count() == 1
    qtbot.keyClick(proof.list, Qt.Key.Key_Return)
    press(proof, "Open")
    assert Path(opened[-1].toLocalFile()).read_bytes() == slip.read_bytes()
    proof.list.setFocus()
    qtbot.keyClick(proof.list, Qt.Key.Key_Delete)
    assert proof.list.count() == 0
    assert len(list((store.database.path.parent / "attachments" / "bin").iterdir())) == 1


def test_a_file_that_is_gone_is_told(window: ItemWindow, tmp_path: Path) -> None:
    proof = tab(window, ProofTab)
    assert isinstance(proof, ProofTab)
    proof.add([tmp_path / "none.png"])
    assert "none.png" in said(proof)


def test_messages_follow_the_choices_and_are_counted_and_copied(window: ItemWindow) -> None:
    messages = tab(window, MessagesTab)
    assert isinstance(messages, MessagesTab)
    assert "128.50" in messages.text.toPlainText()
    assert "text message(s)" in said(messages)
    messages.form.setCurrentIndex(1)
    messages.language.setCurrentIndex(1)
    assert messages.subject.isVisible()
    assert "128.50 yuan" in messages.text.toPlainText()
    press(messages, "Copy")
    assert QGuiApplication.clipboard().text().startswith(messages.subject.text())
    messages.party.setCurrentIndex(1)
    assert "ticket number" in messages.text.toPlainText()


def test_the_history_is_told_in_words(window: ItemWindow, ledger: LedgerController, item: OpenItem) -> None:
    ledger.keep(item, {Fact.AGREED_ON: "2026-11-24", Fact.DISTANCE_SALE: "no"})
    ledger.clear(item, TODAY, "退款成功")
    window._refresh()
    told = said(tab(window, HistoryTab))
    assert "Agreed day: 24 November 2026" in told
    assert "Sold at a distance (online, by phone)?: No, in the shop" in told
    assert "State: open → cleared" in told
    assert "Written down" in told


def test_everything_that_takes_the_focus_has_a_name(window: ItemWindow) -> None:
    for at in range(window.tabs.count()):
        window.tabs.setCurrentIndex(at)
        kinds = (QLineEdit, QPushButton)
        nameless = [
            each
            for kind in kinds
            for each in window.findChildren(kind)
            if each.isVisible() and not each.accessibleName()
        ]
        assert nameless == []


class TestClearingARefund:
    @pytest.fixture
    def opened(
        self, qtbot: QtBot, context: Context, ledger: LedgerController, item: OpenItem
    ) -> Callable[[], ClearDialog]:
        over = QWidget()
        qtbot.addWidget(over)
        dialogs = ItemDialogs(context, ledger, over)

        def open_dialog() -> ClearDialog:
            dialogs.clear(item)
            QApplication.processEvents()
            return over.findChildren(ClearDialog)[-1]

        return open_dialog

    def test_only_accepted_leaves_it_open_with_a_day_to_look_again(
        self, opened: Callable[[], ClearDialog], ledger: LedgerController, context: Context
    ) -> None:
        dialog = opened()
        assert dialog.refund_choice is not None
        dialog.refund_choice.choose(RefundOutcome.ACCEPTED)
        assert dialog.day("again").isVisible()
        assert not dialog.line("how").isVisible()
        dialog.accept()
        (kept,) = ledger.items()
        assert (kept.state, kept.due_on) == (ItemState.OPEN, day(11, 25))
        assert facts_of(context.store, kept.id)[Fact.PROGRESS] == "accepted"
        ledger.undo()
        (back,) = ledger.items()
        assert back.due_on is None
        assert facts_of(context.store, back.id) == {}

    def test_proof_is_asked_for_and_kept(
        self, opened: Callable[[], ClearDialog], ledger: LedgerController, slip: Path, context: Context
    ) -> None:
        dialog = opened()
        assert dialog.refund_choice is not None
        assert dialog.proofs is not None
        dialog.refund_choice.choose(RefundOutcome.PROOF)
        type_text(dialog.line("how"), "见截图")
        dialog.accept()
        assert dialog.isVisible()
        assert "add the file" in said(dialog)
        dialog.proofs.add([slip])
        dialog.accept()
        (kept,) = ledger.items()
        assert kept.state is ItemState.CLEARED
        assert [proof.name for proof in item_file(context.store, kept.id).proofs] == [slip.name]

    def test_undo_after_editing_brings_back_the_extra_fields(
        self, ledger: LedgerController, item: OpenItem, context: Context
    ) -> None:
        ledger.keep(item, {Fact.REFUND_NUMBER: "R1"})
        ledger.keep(ledger.items()[0], {Fact.REFUND_NUMBER: "R2"})
        ledger.undo()
        assert facts_of(context.store, item.id) == {Fact.REFUND_NUMBER: "R1"}
        ledger.undo()
        assert facts_of(context.store, item.id) == {}
        assert ledger.items() == [item]
