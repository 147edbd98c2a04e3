from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_lines import item_lines, items_by_id, searched_texts
from pos_closeout.actions.reminders.reminders import rhythms_of
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.ledger.common_fields import CommonField
from pos_closeout.domain.ledger.open_items import (
    Due,
    ItemKind,
    ItemState,
    ItemSum,
    ItemTotals,
    OpenItem,
    is_open,
    totals,
    urgency,
)
from pos_closeout.domain.reminders.reminders import Later, Rhythm
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.case_panel import ItemsPanel
from pos_closeout.ui.ledger.clear_dialog import ClearDialog
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.day_dialog import DayDialog
from pos_closeout.ui.ledger.delegate import PADDING, cell_font
from pos_closeout.ui.ledger.filter_bar import FilterBar
from pos_closeout.ui.ledger.item_editor import ItemEditor
from pos_closeout.ui.ledger.list_page import ListPage
from pos_closeout.ui.ledger.list_state import ListState, kept_form, kept_query
from pos_closeout.ui.ledger.many_editor import ManyEditor
from pos_closeout.ui.ledger.model import ItemColumn
from pos_closeout.ui.ledger.query import Group, Order, Query, QueryResult, listed_items
from pos_closeout.ui.ledger.rhythm_dialog import RhythmDialog
from pos_closeout.ui.ledger.rows import ItemRows
from pos_closeout.ui.ledger.table import ItemTable
from pos_closeout.ui.ledger.undo_bar import UndoBar
from pos_closeout.ui.widgets.field import Field
from tests.ui.at_hand import NOW, TODAY, all_items, dressed, filled, some_items, type_text
from tests.ui.conftest import OpenWindow, sample_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources) as made:
        yield made


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with filled(tmp_path, some_items()) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> Generator[ListPage]:
    made = ListPage(replace(context, store=store), LedgerController(store, lambda: NOW))
    made.set_cases({1: "文三路店", 2: "仓库"}, {1: ("TID00001",)})
    window = held(qtbot, made, 1280, 760)
    yield made
    window.close()


def held(qtbot: QtBot, page: QWidget, width: int, height: int) -> QWidget:
    """Show a page at a size inside a window, and return the window; it lives as long as somebody holds it."""
    window = QWidget()
    window.resize(1300, 800)
    page.setParent(window)
    page.resize(width, height)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    page.setFocus()
    return window


def table_of(page: QWidget) -> ItemTable:
    return page.findChildren(ItemTable)[0]


def search_of(page: ListPage) -> QLineEdit:
    return page.findChildren(FilterBar)[0].search


def found_of(page: QWidget) -> QueryResult:
    return table_of(page).result


def shown(page: QWidget) -> list[int | None]:
    """Return the amounts on the screen, in their order."""
    return [item.amount_fen for item in found_of(page).items()]


def said(page: QWidget) -> str:
    """Return every word of the visible labels."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def said_in(dialog: QWidget) -> str:
    """Return every word of the labels of a dialog."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def press(page: QWidget, name: str) -> None:
    """Press the visible button of this name."""
    QApplication.processEvents()
    found = [each for each in page.findChildren(QPushButton) if each.isVisible() and each.accessibleName() == name]
    assert found, [each.accessibleName() for each in page.findChildren(QPushButton)]
    found[0].click()


def kind_name(context: Context, kind: ItemKind) -> str:
    return context.say(context.guidance.kinds[kind].name)


def _asked(editor: ItemEditor) -> list[Field]:
    return [each for each in editor.findChildren(Field) if each.isVisible()]


class TestOrderAndGroups:
    def test_overdue_comes_first_and_no_date_last(self, page: ListPage) -> None:
        assert [group.due for group in found_of(page).groups] == list(Due)
        assert shown(page) == [1_200_00, 128_50, 86_00, 996_80, 299_00, 300_00, None]

    def test_headings_carry_count_and_sum(self, page: ListPage) -> None:
        late = ItemTotals(to_pay=ItemSum(1, 128_50, 1, 128_50), neither=ItemSum(1, 1_200_00, 1, 1_200_00))
        assert found_of(page).groups[0] == Group(Due.OVERDUE, late)
        heading = table_of(page).model().index(0, 0).data()
        assert "2 entries" in heading
        assert "To pay ¥128.50" in heading

    def test_no_tone_stands_for_a_state_without_its_word(self, page: ListPage) -> None:
        model = table_of(page).model()
        dues = [model.index(row, ItemColumn.DUE).data() for row in range(model.rowCount())]
        assert all(
            dues[row] for row in range(model.rowCount()) if model.index(row, ItemColumn.KIND).data() and dues[row]
        )
        assert sum(due is not None for due in dues) == 7


class TestKeyboard:
    def test_arrows_pass_over_headings(self, page: ListPage, qtbot: QtBot) -> None:
        table, seen = table_of(page), []
        for _ in range(len(some_items())):
            item = table.item()
            assert item is not None
            seen.append(item.amount_fen)
            qtbot.keyClick(table, Qt.Key.Key_Down)
        assert seen == shown(page)
        for _ in range(20):
            qtbot.keyClick(table, Qt.Key.Key_Up)
        first = table.item()
        assert first is not None
        assert first.amount_fen == shown(page)[0]

    def test_the_heading_above_the_first_item_is_in_sight(self, page: ListPage, qtbot: QtBot) -> None:
        table = table_of(page)
        page.resize(1280, 400)
        assert table.verticalScrollBar().value() == 0
        for key in [Qt.Key.Key_Down] * 6 + [Qt.Key.Key_Up] * 6:
            qtbot.keyClick(table, key)
        assert table.verticalScrollBar().value() == 0

    def test_home_and_end_reach_an_item(self, page: ListPage, qtbot: QtBot) -> None:
        table = table_of(page)
        qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert table.item() is not None
        qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        assert table.item() is not None

    def test_delete_takes_out_and_ctrl_z_brings_back(self, page: ListPage, qtbot: QtBot, store: Store) -> None:
        before = sorted(all_items(store), key=lambda item: item.id)
        qtbot.keyClick(table_of(page), Qt.Key.Key_Delete)
        assert shown(page)[0] == 128_50
        assert len(all_items(store)) == 6
        assert page.findChildren(UndoBar)[0].isVisible()
        qtbot.keyClick(table_of(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert sorted(all_items(store), key=lambda item: item.id) == before
        assert shown(page)[0] == 1_200_00

    def test_enter_opens_the_item_in_use(self, page: ListPage, qtbot: QtBot) -> None:
        qtbot.keyClick(table_of(page), Qt.Key.Key_Down)
        qtbot.keyClick(table_of(page), Qt.Key.Key_Return)
        editor = page.findChildren(ItemEditor)[0]
        assert editor.isVisible()
        assert editor.form.item().counterparty == "王女士"
        editor.reject()

    def test_ctrl_n_adds_and_shows_what_was_added(self, page: ListPage, qtbot: QtBot) -> None:
        qtbot.keyClick(table_of(page), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        editor = page.findChildren(ItemEditor)[0]
        amount = editor.findChildren(QLineEdit, options=Qt.FindChildOption.FindChildrenRecursively)
        field = next(each for each in amount if each.accessibleName().startswith("Amount"))
        qtbot.keyClicks(field, "77.70")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert 77_70 in shown(page)
        used = table_of(page).item()
        assert used is not None
        assert used.amount_fen == 77_70

    def test_an_entry_is_asked_four_things_and_all_by_whoever_wanted_them(self, page: ListPage, qtbot: QtBot) -> None:
        qtbot.keyClick(table_of(page), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        editor = page.findChildren(ItemEditor)[-1]
        first = ["What is open", "Amount", "Who it is with", "Date of the original payment"]
        assert [each.name for each in _asked(editor) if each.name != "Shop"] == first
        press(editor, "More details")
        assert len(_asked(editor)) > 2 * len(first)
        editor.reject()
        qtbot.keyClick(table_of(page), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        again = page.findChildren(ItemEditor)[-1]
        assert {"Due date", "Note"} <= {each.name for each in _asked(again)}, "wanted once, there again"
        again.reject()

    def test_ctrl_f_goes_to_search_and_esc_clears_it_first(self, page: ListPage, qtbot: QtBot) -> None:
        qtbot.keyClick(table_of(page), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert search_of(page).hasFocus()
        type_text(search_of(page), "王")
        assert shown(page) == [128_50]
        qtbot.keyClick(search_of(page), Qt.Key.Key_Escape)
        assert len(shown(page)) == 7
        assert search_of(page).text() == ""
        qtbot.keyClick(search_of(page), Qt.Key.Key_Escape)
        assert table_of(page).hasFocus()

    def test_tab_leaves_the_table(self, page: ListPage, qtbot: QtBot) -> None:
        qtbot.keyClick(table_of(page), Qt.Key.Key_Tab)
        assert not table_of(page).hasFocus()


class TestFilter:
    @pytest.mark.parametrize(
        ("text", "amounts"),
        [
            ("631245009871", [128_50]),
            ("1200", [1_200_00]),
            ("1,200.00", [1_200_00]),
            ("ab", [86_00]),
            ("AB", [86_00]),
            ("仓库", [86_00, 300_00, None]),
            ("仓库 李", [300_00]),
            ("６３１２４５００９８７１", [128_50]),
            ("622262", [128_50]),
            ("nothing like this", []),
        ],
    )
    def test_finds_numbers_names_amounts_notes_kinds_and_shops(
        self, text: str, amounts: list[int | None], page: ListPage
    ) -> None:
        type_text(search_of(page), text)
        assert shown(page) == amounts

    def test_finds_a_kind_by_its_name(self, page: ListPage, context: Context) -> None:
        type_text(search_of(page), kind_name(context, ItemKind.SETTLEMENT))
        assert shown(page) == [996_80]

    def test_total_and_overdue_follow_the_filter(self, page: ListPage) -> None:
        assert "To pay · 2 item(s)\n¥428.50\noverdue ¥128.50\nTo get · 3 item(s)\n¥1,381.80" in said(page)
        type_text(search_of(page), "李先生")
        assert "To pay · 1 item(s)\n¥300.00" in said(page)
        assert "To get" not in said(page)
        assert "overdue" not in said(page)

    def test_a_kind_chip_shows_its_count_and_leaves_only_its_kind(
        self, page: ListPage, qtbot: QtBot, context: Context
    ) -> None:
        press(page, f"{kind_name(context, ItemKind.REFUND)} 2")
        qtbot.waitUntil(lambda: shown(page) == [128_50, 300_00])

    def test_kinds_without_a_chip_are_in_the_menu(self, page: ListPage, qtbot: QtBot, context: Context) -> None:
        bar = page.findChildren(FilterBar)[0]
        more = next(each for each in bar.findChildren(QPushButton) if each.menu() is not None)
        entry = next(
            act for act in more.menu().actions() if act.text().startswith(kind_name(context, ItemKind.DEPOSIT))
        )
        entry.trigger()
        qtbot.waitUntil(lambda: shown(page) == [299_00])

    def test_shop_and_state_boxes_narrow_the_list(self, page: ListPage, store: Store) -> None:
        boxes = {box.accessibleName(): box for box in page.findChildren(QComboBox)}
        boxes["Shop"].setCurrentText("仓库")
        assert shown(page) == [86_00, 300_00, None]
        boxes["Open or cleared"].setCurrentIndex(1)
        assert shown(page) == []
        assert "Nothing has been cleared yet" in said(page)

    def test_the_item_in_use_stays_in_use_while_it_is_shown(self, page: ListPage, qtbot: QtBot) -> None:
        table = table_of(page)
        table.use(next(item.id for item in found_of(page).items() if item.amount_fen == 300_00))
        type_text(search_of(page), "仓库")
        used = table.item()
        assert used is not None
        assert used.amount_fen == 300_00

    def test_print_gets_what_the_filter_shows(self, page: ListPage, qtbot: QtBot) -> None:
        type_text(search_of(page), "仓库")
        with qtbot.waitSignal(page.print_asked) as asked:
            press(page, "Print list")
        assert [item.amount_fen for item in asked.args[0]] == [86_00, 300_00, None]

    def test_showing_an_item_lifts_a_filter_that_hides_it(self, page: ListPage) -> None:
        wanted = next(item for item in found_of(page).items() if item.amount_fen == 300_00)
        type_text(search_of(page), "王")
        page.show_item(wanted.id)
        assert table_of(page).item() == wanted


def choose(page: ListPage, *amounts: int) -> None:
    """Choose the items of these amounts."""
    table = table_of(page)
    model, chosen = table.selectionModel(), QItemSelectionModel.SelectionFlag.Select
    model.clearSelection()
    for item in found_of(page).items():
        if item.amount_fen in amounts:
            index = table.model().index(found_of(page).row_of(item.id), 0)
            model.select(index, chosen | QItemSelectionModel.SelectionFlag.Rows)


class TestMany:
    def test_are_cleared_in_one_way_and_come_back_with_one_undo(self, page: ListPage, store: Store) -> None:
        before = sorted(all_items(store), key=lambda item: item.id)
        choose(page, 1_200_00, 996_80, 299_00)
        assert "3 entries chosen" in said(page)
        press(page, "Mark as cleared…")
        dialog = page.findChildren(DayDialog)[0]
        dialog.accept()
        assert dialog.isVisible()
        dialog.line("words").setText("已到账")
        dialog.accept()
        assert shown(page) == [128_50, 86_00, 300_00, None]
        page.undo()
        assert sorted(all_items(store), key=lambda item: item.id) == before

    def test_a_refund_that_was_only_accepted_is_not_cleared_with_the_others(self, page: ListPage, store: Store) -> None:
        choose(page, 128_50, 996_80)
        press(page, "Mark as cleared…")
        dialog = page.findChildren(DayDialog)[0]
        dialog.line("words").setText("机构已受理")
        dialog.accept()
        assert dialog.isVisible()
        assert all(item.state is ItemState.OPEN for item in all_items(store))
        dialog.line("words").clear()
        dialog.reject()

    def test_are_edited_in_what_they_have_in_common_and_come_back_with_one_undo(
        self, page: ListPage, store: Store
    ) -> None:
        before = sorted(all_items(store), key=lambda item: item.id)
        choose(page, 128_50, 300_00)
        press(page, "Edit…")
        dialog = page.findChildren(ManyEditor)[0]
        assert "2 entries" in said_in(dialog)
        assert "To pay ¥428.50 (2)" in said_in(dialog)
        who, note = dialog.editors[CommonField.WHO], dialog.editors[CommonField.NOTE]
        assert (who.text(), note.text()) == ("", "")
        assert who.placeholderText()
        type_text(note, "已电话催过")
        dialog.accept()
        after = {item.amount_fen: item for item in all_items(store)}
        assert {after[128_50].note, after[300_00].note} == {"已电话催过"}
        assert (after[128_50].counterparty, after[300_00].counterparty) == ("王女士", "李先生")
        page.undo()
        assert sorted(all_items(store), key=lambda item: item.id) == before

    def test_that_were_left_alone_in_the_dialog_are_not_changed(self, page: ListPage, store: Store) -> None:
        before = sorted(all_items(store), key=lambda item: item.id)
        choose(page, 128_50, 300_00)
        page._edit()
        page.findChildren(ManyEditor)[0].accept()
        assert sorted(all_items(store), key=lambda item: item.id) == before

    def test_the_buttons_beside_the_list_mean_all_that_are_chosen(self, page: ListPage, store: Store) -> None:
        choose(page, 996_80, 299_00)
        page._detail.buttons.clear_asked.emit()
        dialog = page.findChildren(DayDialog)[0]
        assert "2 entries" in said_in(dialog)
        dialog.reject()
        page._detail.buttons.edit_asked.emit()
        assert page.findChildren(ManyEditor)
        page.findChildren(ManyEditor)[0].reject()
        page._detail.buttons.delete_asked.emit()
        assert len(all_items(store)) == 5

    def test_are_opened_again_with_one_undo(self, page: ListPage, store: Store) -> None:
        cleared = [each for each in all_items(store) if each.amount_fen in {996_80, 299_00}]
        page._ledger.clear_many(cleared, TODAY, "已到账")
        state = next(each for each in page.findChildren(QComboBox) if each.accessibleName() == "Open or cleared")
        state.setCurrentIndex(1)
        choose(page, 996_80, 299_00)
        page._selection.reopen()
        assert all(item.state is ItemState.OPEN for item in all_items(store))
        page.undo()
        assert sum(item.state is ItemState.CLEARED for item in all_items(store)) == 2

    def test_are_put_off_and_their_dates_stay(self, page: ListPage, store: Store) -> None:
        choose(page, 1_200_00, 996_80)
        page._selection.later(Later.TOMORROW)
        put_off = store.reminders.states()
        assert len(put_off) == 2
        assert {state.snoozed_until for state in put_off.values()} == {datetime(2026, 11, 23, 9, tzinfo=UTC)}
        assert shown(page)[0] == 1_200_00
        page.undo()
        assert {state.snoozed_until for state in store.reminders.states().values()} == {None}

    def test_are_reminded_of_in_a_way_of_their_own_and_back_with_one_undo(
        self, page: ListPage, store: Store, qtbot: QtBot
    ) -> None:
        choose(page, 128_50, 299_00)
        ids = [item.id for item in page._selection.items()]
        page._selection.ask_rhythm()
        dialog = page.findChildren(RhythmDialog)[0]
        assert dialog.usual.box.isChecked()
        assert not dialog.boxes.isEnabled()
        dialog.usual.box.click()
        dialog.boxes.before.setCurrentIndex(dialog.boxes.before.findData(14))
        dialog.boxes.every.setCurrentIndex(dialog.boxes.every.findData(0))
        dialog.accept()
        assert rhythms_of(store, ids) == dict.fromkeys(ids, Rhythm(14, 0))
        page.undo()
        assert rhythms_of(store, ids) == dict.fromkeys(ids)

    def test_get_another_date_with_a_reason(self, page: ListPage, store: Store) -> None:
        choose(page, 1_200_00, 128_50)
        page._selection.move()
        dialog = page.findChildren(DayDialog)[0]
        dialog.line("words").setText("机构要求再等")
        dialog.day("day").set_value(TODAY + timedelta(days=60))
        dialog.accept()
        moved = [item for item in all_items(store) if item.due_on == TODAY + timedelta(days=60)]
        assert sorted(item.amount_fen or 0 for item in moved) == [128_50, 1_200_00]
        assert {item.due_basis for item in moved} == {"机构要求再等"}

    def test_or_all_that_is_shown_are_copied(self, page: ListPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.copy_asked) as asked:
            qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert len(asked.args[0]) == 7
        choose(page, 996_80, 299_00)
        with qtbot.waitSignal(page.copy_asked) as asked:
            press(page, "Copy as text")
        assert [item.amount_fen for item in asked.args[0]] == [996_80, 299_00]

    def test_a_click_on_a_head_sorts_within_the_groups(self, page: ListPage) -> None:
        table_of(page).sort_asked.emit(ItemColumn.KIND)
        assert [group.due for group in found_of(page).groups] == list(Due)
        assert shown(page) == [128_50, 1_200_00, 86_00, 996_80, 299_00, 300_00, None]
        table_of(page).sort_asked.emit(ItemColumn.AMOUNT)
        assert shown(page) == [1_200_00, 128_50, 86_00, 996_80, 299_00, 300_00, None]
        last = [item.id for item in found_of(page).items()][-1]
        assert found_of(page).id_at(found_of(page).row_of(last)) == last

    def test_every_column_sorts_both_ways_and_shows_it(self, page: ListPage) -> None:
        table = table_of(page)
        page._filter.set_grouped(False)
        assert not found_of(page).groups
        seen: dict[ItemColumn, list[list[str]]] = {}
        for column in ItemColumn:
            for _ in range(2):
                table.sort_asked.emit(column)
                assert table.horizontalHeader().sortIndicatorSection() == column
                model = table.model()
                texts = [table._model.text(item, column) for item in found_of(page).items()]
                assert model.rowCount() == 7
                seen.setdefault(column, []).append(texts)
        for column, (one, other) in seen.items():
            if column is ItemColumn.ORIGINAL:
                # These are in the order of their days, and only one is known here.
                continue
            filled = [text for text in one if text]
            assert sorted(one) == sorted(other)
            # What has nothing in the column stands last either way.
            assert one[: len(filled)] == filled
            assert [text for text in other if text] == other[: len(filled)]
            if len(set(filled)) > 1:
                assert one != other, column

    def test_open_and_cleared_stand_together(self, page: ListPage) -> None:
        page._ledger.clear(next(iter(page._ledger.items_of(2))), TODAY, "cash")
        state = next(each for each in page.findChildren(QComboBox) if each.accessibleName() == "Open or cleared")
        state.setCurrentIndex(2)
        assert len(shown(page)) == 7
        assert found_of(page).groups[-1].due is None
        assert found_of(page).totals.count == 6
        page._filter.set_grouped(False)
        for order in Order:
            page._filter.set_order(order, down=True)
            assert len(set(found_of(page).ids())) == 7

    def test_many_are_deleted_and_come_back_with_one_undo(self, page: ListPage, qtbot: QtBot) -> None:
        choose(page, 86_00, 996_80, 299_00)
        assert "3 entries chosen · To get ¥1,381.80 (3)" in said(page)
        qtbot.keyClick(table_of(page), Qt.Key.Key_Delete)
        assert shown(page) == [1_200_00, 128_50, 300_00, None]
        page.undo()
        assert shown(page) == [1_200_00, 128_50, 86_00, 996_80, 299_00, 300_00, None]

    def test_the_chosen_are_printed_and_saved(self, page: ListPage, qtbot: QtBot) -> None:
        choose(page, 996_80, 299_00)
        with qtbot.waitSignal(page.print_asked) as asked:
            press(page, "Print")
        assert [item.amount_fen for item in asked.args[0]] == [996_80, 299_00]
        with qtbot.waitSignal(page.file_asked) as asked:
            press(page, "Spreadsheet…")
        assert [item.amount_fen for item in asked.args[1]] == [996_80, 299_00]

    def test_a_refresh_keeps_what_is_chosen(self, page: ListPage) -> None:
        choose(page, 86_00, 996_80)
        chosen = table_of(page).chosen_ids()
        page._ledger.reload()
        assert table_of(page).chosen_ids() == chosen
        page.renew()
        assert table_of(page).chosen_ids() == chosen

    def test_the_menu_offers_what_fits(self, page: ListPage) -> None:
        choose(page, 86_00)
        page._menu.aboutToShow.emit()
        texts = {act.text(): act for act in page._menu.actions()}
        wanted = {"Mark as cleared…", "Edit…", "Delete", "Print…", "Undo", "Save as CSV…", "Remind me later"}
        assert wanted <= {text for text, act in texts.items() if act.isEnabled() and act.isVisible()}
        assert not texts["Open again"].isVisible()
        choose(page, 86_00, 996_80)
        page._menu.aboutToShow.emit()
        assert texts["Edit…"].isEnabled()
        assert texts["Delete"].isEnabled()

    def test_filter_and_order_are_there_next_time(self, page: ListPage) -> None:
        with_all = kept_form(Query(state=None, due=Due.LATER, order=Order.WHO, down=True, grouped=False, case_id=2))
        assert kept_form(kept_query(with_all)) == with_all
        assert kept_query("") == kept_query('{"kind": "no such"}') == kept_query("[1]") == Query()

    def test_the_largest_amount_is_never_cut(self, page: ListPage) -> None:
        page._ledger.add(OpenItem(case_id=1, amount_fen=99_999_999_99, due_on=TODAY))
        measure = QFontMetricsF(cell_font(page._context.look, 14))
        room = table_of(page).columnWidth(ItemColumn.AMOUNT) - 2 * PADDING
        assert measure.horizontalAdvance("99,999,999.99") < room

    def test_an_overdue_row_says_its_day_and_its_age(self, page: ListPage) -> None:
        assert table_of(page).model().index(1, ItemColumn.DUE).data() == "11-20 · 2 day(s) late"

    @pytest.mark.parametrize(
        "text",
        ["wns", "2026-11-20", "11-20", "11/20", "11月20日", "20 nov", "周五", "¥128.50", "128.5", "退款 王", "dtk"],
    )
    def test_a_search_finds_days_amounts_and_initials(self, page: ListPage, text: str) -> None:
        type_text(search_of(page), text)
        assert 128_50 in shown(page)
        assert 299_00 not in shown(page)

    def test_counts_follow_the_search(self, page: ListPage) -> None:
        type_text(search_of(page), "李先生")
        assert found_of(page).kinds == {ItemKind.REFUND: 1}
        assert "All 1" in {chip.text() for chip in page.findChildren(QPushButton)}

    @pytest.mark.parametrize(
        ("text", "amounts"),
        [
            ("逾期", [1_200_00, 128_50]),
            ("overdue", [1_200_00, 128_50]),
            ("逾期 2 天", [1_200_00, 128_50]),
            ("2天 王", [128_50]),
            ("2 days late", [1_200_00, 128_50]),
            ("3天", []),
            ("12 days", []),
            ("今天", [86_00]),
            ("due today", [86_00]),
            ("later", []),
        ],
    )
    def test_a_search_finds_what_is_overdue_for_so_long(
        self, page: ListPage, text: str, amounts: list[int | None]
    ) -> None:
        type_text(search_of(page), text)
        assert shown(page) == amounts

    def test_a_word_that_begins_like_an_age_is_looked_for_in_everything(self, page: ListPage, store: Store) -> None:
        item = next(each for each in all_items(store) if each.amount_fen == 300_00)
        page._ledger.change(replace(item, note="later this year"))
        for text in ("late", "later"):
            search_of(page).clear()
            type_text(search_of(page), text)
        assert shown(page) == [300_00]

    def test_the_dictionary_of_initials_comes_beside_the_window(self, page: ListPage, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: page._initials is not None)
        assert not page._loading.running
        type_text(search_of(page), "wns")
        assert shown(page) == [128_50]

    def test_the_date_box_shows_one_group(self, page: ListPage) -> None:
        box = next(each for each in page.findChildren(QComboBox) if each.accessibleName() == "Due")
        box.setCurrentIndex(box.findData(Due.OVERDUE.value))
        assert shown(page) == [1_200_00, 128_50]
        assert "To pay · 1 item(s)\n¥128.50" in said(page)
        state = next(each for each in page.findChildren(QComboBox) if each.accessibleName() == "Open or cleared")
        state.setCurrentIndex(1)
        assert not box.isEnabled()
        assert box.currentIndex() == 0


class TestColumns:
    def columns(self, page: ListPage) -> list[ItemColumn]:
        return [column for column in ItemColumn if not table_of(page).isColumnHidden(column)]

    def chosen(self, page: ListPage, column: ItemColumn) -> QAction:
        title = table_of(page).title(column)
        return next(action for action in page.columns.actions() if action.text() == title)

    def test_are_chosen_in_the_menu_and_told_as_they_are_stored(self, page: ListPage, qtbot: QtBot) -> None:
        usual = [
            ItemColumn.KIND,
            ItemColumn.WHO,
            ItemColumn.ORIGINAL,
            ItemColumn.AMOUNT,
            ItemColumn.DUE,
            ItemColumn.SHOP,
        ]
        assert self.columns(page) == usual
        with qtbot.waitSignal(page.columns.chosen) as told:
            self.chosen(page, ItemColumn.WHO).trigger()
        assert told.args == ["original,shop"]
        with qtbot.waitSignal(page.columns.chosen) as told:
            self.chosen(page, ItemColumn.NOTE).trigger()
        assert told.args == ["original,shop,note"]
        assert self.columns(page) == [
            ItemColumn.KIND,
            ItemColumn.ORIGINAL,
            ItemColumn.AMOUNT,
            ItemColumn.DUE,
            ItemColumn.SHOP,
            ItemColumn.NOTE,
        ]
        page.columns.show_stored("original,reference,nonsense")
        assert self.columns(page) == [
            ItemColumn.KIND,
            ItemColumn.ORIGINAL,
            ItemColumn.AMOUNT,
            ItemColumn.DUE,
            ItemColumn.REFERENCE,
        ]
        assert not self.chosen(page, ItemColumn.NOTE).isChecked()
        page.columns.show_stored(None)
        assert self.columns(page) == usual

    def test_never_make_the_table_wider_than_the_window(self, page: ListPage) -> None:
        page.columns.show_stored("who,original,shop,reference,contact,note")
        for width in (560, 760, 984, 1280, 1600):
            page.resize(width, 700)
            QApplication.processEvents()
            table = table_of(page)
            assert table.horizontalHeader().length() <= table.viewport().width()
            assert ItemColumn.AMOUNT in self.columns(page)

    def test_are_opened_from_the_heads_by_the_keyboard_too(self, page: ListPage, qtbot: QtBot) -> None:
        page.columns.open_below_heads()
        menu = page.columns
        assert menu.isVisible()
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        assert ItemColumn.WHO not in self.columns(page)

    def test_that_find_no_room_come_back_in_a_wider_window(self, page: ListPage) -> None:
        page.columns.show_stored("who,original,shop,reference,contact,note")
        page.resize(1000, 700)
        QApplication.processEvents()
        assert ItemColumn.NOTE not in self.columns(page)
        page.window().resize(2000, 700)
        page.resize(2000, 700)
        QApplication.processEvents()
        assert ItemColumn.NOTE in self.columns(page)


class TestDetails:
    def test_show_amount_capitals_and_reason(self, page: ListPage, qtbot: QtBot) -> None:
        qtbot.keyClick(table_of(page), Qt.Key.Key_Down)
        words = said(page)
        for expected in (
            "¥128.50",
            "壹佰贰拾捌元伍角整",
            "收到退货 11-13 起 7 天内",
            "631245009871",
            "6222 62** **** 0817",
        ):
            assert expected in words

    def test_lead_to_the_case(self, page: ListPage, qtbot: QtBot) -> None:
        with qtbot.waitSignal(page.case_asked) as asked:
            press(page, "Go to 文三路店")
        assert asked.args == [1]

    def test_give_way_to_the_list_in_a_narrow_window(self, page: ListPage, qtbot: QtBot) -> None:
        page.resize(776, 560)
        assert "壹仟贰佰元整" not in said(page)
        assert table_of(page).horizontalScrollBar().maximum() == 0
        press(page, "Delete")
        assert len(shown(page)) == 6

    def test_clearing_moves_an_item_to_the_cleared_ones(self, page: ListPage, store: Store) -> None:
        press(page, "Cleared…")
        dialog = page.findChildren(ClearDialog)[0]
        dialog.line("how").setText("已完成")
        dialog.accept()
        done = [item for item in all_items(store) if item.state is ItemState.CLEARED]
        assert [(item.amount_fen, item.cleared_on, item.cleared_how) for item in done] == [(1_200_00, TODAY, "已完成")]
        page.findChildren(QComboBox)[0].setCurrentIndex(1)
        assert shown(page) == [1_200_00]
        press(page, "Open again")
        assert all(item.state is ItemState.OPEN for item in all_items(store))


@pytest.mark.parametrize("before", ["en", "zh"])
def test_a_change_of_language_keeps_search_filter_order_and_what_is_chosen(
    open_window: OpenWindow, qtbot: QtBot, before: str
) -> None:
    after = {"en": "zh", "zh": "en"}[before]
    window = open_window(before)
    sample_in(window)
    window.show_list()
    page = window.workspace.list_page
    page.put_back(ListState(Query(text="收单", due=Due.LATER, order=Order.AMOUNT, down=True, grouped=False)))
    assert len(shown(page)) == 1
    page.put_back(ListState(Query(text="顾客", kind=ItemKind.REFUND, order=Order.AMOUNT, down=True, grouped=False)))
    assert len(shown(page)) == 2
    table_of(page).selectAll()
    chosen, state = table_of(page).chosen_ids(), page.state()
    assert len(chosen) == 2
    window.settle(language=after)
    rebuilt = window.workspace.list_page
    assert rebuilt is not page
    assert rebuilt.state() == state
    qtbot.waitUntil(lambda: bool(table_of(rebuilt).chosen_ids()))
    assert rebuilt.state() == state
    assert search_of(rebuilt).text() == "顾客"
    assert table_of(rebuilt).chosen_ids() == chosen
    assert shown(rebuilt) == shown_amounts(state, window.context.store)
    assert rebuilt._chosen.isVisible()


def shown_amounts(state: ListState, store: Store) -> list[int | None]:
    """Return the amounts of what is chosen, the largest first."""
    items = items_by_id(store, list(state.chosen))
    return sorted((item.amount_fen for item in items), key=lambda fen: fen or 0, reverse=True)


def test_an_empty_ledger_says_what_to_do_first(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        page = ListPage(replace(context, store=store), LedgerController(store, lambda: NOW))
        page.set_cases({1: "文三路店"})
        window = held(qtbot, page, 1000, 700)
        assert "No entry yet" in said(page)
        press(page, "Add the first entry")
        assert page.findChildren(ItemEditor)[0].isVisible()
        window.close()


def test_everything_that_takes_the_focus_has_a_name(page: ListPage) -> None:
    nameless = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not each.accessibleName().strip()
    ]
    assert nameless == []


class TestPanel:
    @pytest.fixture
    def panel(self, qtbot: QtBot, context: Context, store: Store) -> Generator[ItemsPanel]:
        made = ItemsPanel(replace(context, store=store), LedgerController(store, lambda: NOW))
        made.show_case(Case(id=2))
        window = held(qtbot, made, 720, 500)
        yield made
        window.close()

    def test_shows_the_items_of_its_case_only(self, panel: ItemsPanel) -> None:
        assert shown(panel) == [86_00, 300_00, None]
        assert table_of(panel).isColumnHidden(ItemColumn.SHOP)

    def test_nothing_open_can_be_said_only_when_nothing_is(self, panel: ItemsPanel, qtbot: QtBot) -> None:
        box = panel.findChildren(QCheckBox)[0]
        assert not box.isEnabled()
        for _ in range(3):
            qtbot.keyClick(table_of(panel), Qt.Key.Key_Delete)
        assert box.isEnabled()
        with qtbot.waitSignal(panel.nothing_open_changed) as said_so:
            qtbot.keyClick(box, Qt.Key.Key_Space)
        assert said_so.args == [True]

    def test_a_new_item_belongs_to_the_case_shown(self, panel: ItemsPanel, store: Store) -> None:
        panel.add()
        editor = panel.findChildren(ItemEditor)[0]
        assert editor.form.item().case_id == 2
        editor.reject()


ITEMS = st.builds(
    OpenItem,
    id=st.integers(1, 10_000),
    kind=st.sampled_from(ItemKind),
    amount_fen=st.none() | st.integers(1, 10**8),
    due_on=st.none() | st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days)),
    state=st.sampled_from(ItemState),
)


def shelved(items: list[OpenItem]) -> ItemRows:
    """Return a shelf on which every item can be searched."""
    shelf = ItemRows(listed_items(items), lambda kind, _channel, _case: (kind,), lambda: TODAY)
    shelf.fill()
    while not shelf.ready:
        shelf.read_on()
    return shelf


@given(items=st.lists(ITEMS, max_size=30, unique_by=lambda item: item.id))
def test_the_groups_add_up_to_the_totals_of_the_ledger(items: list[OpenItem]) -> None:
    found = shelved(items).find(Query())
    expected = totals(items, TODAY)
    assert found.totals == expected
    entries = [found.entry(row) for row in range(len(found))]
    assert [entry for entry in entries if isinstance(entry, Group)] == list(found.groups)
    assert [entry for entry in entries if isinstance(entry, OpenItem)] == list(found.items())
    assert list(found.items()) == sorted(filter(is_open, items), key=urgency)
    rows = [row for row, entry in enumerate(entries) if isinstance(entry, OpenItem)]
    assert [found.row_of(item.id) for item in found.items()] == rows
    assert (found.entry(-1), found.entry(len(found))) == (None, None)
    assert sum(found.kinds.values()) == found.count


@given(
    items=st.lists(ITEMS, max_size=12, unique_by=lambda item: item.id),
    later=st.lists(ITEMS, max_size=12, unique_by=lambda item: item.id),
)
def test_a_change_of_some_items_leads_where_reading_all_of_them_does(
    items: list[OpenItem], later: list[OpenItem]
) -> None:
    shelf, fresh = shelved(items), shelved(later)
    ids = {item.id for item in (*items, *later)}
    shelf._source = listed_items(later)
    shelf.update(ids)
    for state in ItemState:
        for text in ("", "re", "0", "refund"):
            mine, other = shelf.find(Query(text, state=state)), fresh.find(Query(text, state=state))
            assert list(mine.items()) == list(other.items())
            assert mine.groups == other.groups


def test_an_answer_still_shows_what_it_found_when_items_have_changed_since(store: Store) -> None:
    items = [replace(item, id=number) for number, item in enumerate(some_items(), 1)]
    shelf = shelved(items)
    before = shelf.find(Query())
    shelf._source = listed_items(items[1:])
    shelf.update([1])
    assert 1 in before.ids()
    assert 1 not in shelf.find(Query()).ids()


@given(items=st.lists(ITEMS, min_size=1, max_size=10, unique_by=lambda item: item.id))
def test_an_edited_item_is_found_by_its_new_words_only(items: list[OpenItem]) -> None:
    before = [replace(item, note="alt", state=ItemState.OPEN) for item in items]
    shelf = shelved(before)
    shelf._source = listed_items([replace(before[0], note="neu"), *before[1:]])
    shelf.update([before[0].id])
    assert shelf.find(Query("neu")).ids() == [before[0].id]
    assert shelf.find(Query("alt")).count == len(before) - 1


@given(
    items=st.lists(ITEMS, max_size=20, unique_by=lambda item: item.id),
    typed=st.lists(st.sampled_from("re 0f"), max_size=6),
)
def test_typing_letter_by_letter_finds_what_typing_at_once_does(items: list[OpenItem], typed: list[str]) -> None:
    shelf = shelved(items)
    for end in range(len(typed) + 1):
        text = "".join(typed[:end])
        assert shelf.find(Query(text)).ids() == shelved(items).find(Query(text)).ids()


def test_database_and_memory_say_the_same_of_an_item(store: Store) -> None:
    listed = listed_items(all_items(store))
    for state in ItemState:
        lines = item_lines(store, state)
        assert lines == listed.lines(state)
        ids = [line[0] for line in lines]
        assert sorted(searched_texts(store, ids)) == sorted(listed.texts(ids))
        assert items_by_id(store, [*ids, 999]) == listed.items(ids)
