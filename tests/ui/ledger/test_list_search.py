from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, due_group
from pos_closeout.domain.money import format_yuan
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.columns import BLOCK
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.list_page import ListPage
from pos_closeout.ui.ledger.query import Order, Query, listed_items
from pos_closeout.ui.ledger.rows import SLICE, ItemRows
from tests.ui.at_hand import NOW, TODAY, dressed, filled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MANY = 3 * SLICE


def numbered(number: int) -> OpenItem:
    return OpenItem(
        id=number,
        case_id=1,
        kind=ItemKind.REFUND,
        amount_fen=None if number % 7 == 0 else number * 1_234_56,
        reference=f"R{number:06}",
        counterparty=("王女士", "Li, Mei", "")[number % 3],
        terminal_number=f"1002345{number % 4}",
        contact="95534" if number % 2 else "",
        due_on=TODAY + timedelta(days=number % 40 - 20),
    )


ITEMS = [numbered(number) for number in range(1, 3 * BLOCK + 6)]


def everything(item: OpenItem) -> str:
    """Return all that the screen shows of an item, as plainly as can be."""
    amount = "" if item.amount_fen is None else format_yuan(item.amount_fen)
    parts = (item.kind.value, item.reference, item.counterparty, item.terminal_number, item.contact, amount)
    return "\n".join((*parts, amount.replace(",", ""))).lower()


@given(
    typed=st.one_of(
        st.text(st.sampled_from("0123,. 王li"), max_size=5),
        st.sampled_from(ITEMS).map(lambda item: format_yuan(item.amount_fen or 0)),
        st.sampled_from(("10023452", "95534 王", "r0001", "li,", "refund", "1,2")),
    )
)
def test_a_search_finds_what_looking_at_every_item_finds(typed: str) -> None:
    shelf = ItemRows(listed_items(ITEMS), lambda kind, _channel, _case: (kind,), TODAY)
    shelf.fill()
    expected = {item.id for item in ITEMS if all(word in everything(item) for word in typed.lower().split())}
    for end in range(len(typed) + 1):
        found = shelf.find(Query(typed[:end]))
    assert set(found.ids()) == expected
    assert found.fen == sum(item.amount_fen or 0 for item in ITEMS if item.id in expected)


@given(
    fens=st.lists(st.integers(1, 999), min_size=1, max_size=12),
    order=st.sampled_from(Order),
    typed=st.sampled_from(("", "r", "王", "0001", "1")),
)
def test_sums_are_the_same_in_every_order(fens: list[int], order: Order, typed: str) -> None:
    items = [replace(numbered(number), amount_fen=fen) for number, fen in enumerate(fens, 1)]
    shelf = ItemRows(listed_items(items), lambda kind, _channel, _case: (kind,), TODAY)
    shelf.fill()
    found = shelf.find(Query(typed, order=order))
    for group in found.groups:
        assert group.fen == sum(item.amount_fen or 0 for item in found.items() if due_group(item, TODAY) is group.due)
    assert found.groups == shelf.find(Query(typed)).groups


@pytest.fixture(scope="module")
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources, "en") as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, context: Context, tmp_path: Path) -> Generator[ListPage]:
    with filled(tmp_path) as store:
        store.items.add_many((replace(numbered(number), id=0) for number in range(1, MANY + 1)), NOW)
        made = ListPage(replace(context, store=store), LedgerController(store, lambda: NOW), TODAY)
        window = QWidget()
        made.setParent(window)
        made.resize(1280, 760)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        yield made
        window.close()


def said(page: ListPage) -> set[str]:
    return {each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)}


def test_no_sum_over_a_part_is_ever_shown(page: ListPage, qtbot: QtBot) -> None:
    box, table = page._filter.search, page._table
    assert table.result.count == MANY
    box.setText("r000041")
    assert table.result.count == MANY
    assert page._filter._total.text() == page._filter.tr("counting…")
    qtbot.waitUntil(lambda: table.result.count == 1)
    assert page._context.yuan(41 * 1_234_56) in said(page)


def test_what_is_printed_is_what_was_asked_for_even_while_it_is_looked_for(page: ListPage, qtbot: QtBot) -> None:
    page._filter.search.setText("r000041")
    with qtbot.waitSignal(page.print_asked) as asked:
        page.print_list()
    assert [item.reference for item in asked.args[0]] == ["R000041"]
