"""What the tests of the outstanding list share: a few items, a kit, and the real store behind a ledger."""

from collections.abc import Collection, Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.item_lines import LedgerLine, SearchedText, item_lines, items_by_id, searched_texts
from pos_closeout.actions.items.items import add_item, change_item, change_items, delete_item, list_items, restore_item
from pos_closeout.actions.items.overview import items_of
from pos_closeout.actions.reminders.reminders import put_back_reminders, snooze
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem, PaymentChannel
from pos_closeout.domain.reminders.reminders import ReminderState
from pos_closeout.guidance import load_guidance
from pos_closeout.ui.context import Context
from pos_closeout.ui.item_office import ItemOffice
from pos_closeout.ui.style.look import LookMaker
from pos_closeout.ui.style.tokens import Scheme, TextSize

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


class StoredVerbs:
    """The verbs of a ledger over a real data folder with two cases (ids 1 and 2)."""

    def __init__(self, folder: Path, items: tuple[OpenItem, ...] = ()) -> None:
        self.store: Store = open_data_folder(folder, NOW)
        for _ in range(2):
            open_case(self.store, TODAY, NOW)
        for item in items:
            self.add(item)

        self.office = ItemOffice(self.store, lambda: NOW)

    def close(self) -> None:
        self.store.close()

    def all_items(self) -> list[OpenItem]:
        return list(list_items(self.store, cleared=True))

    def items_of(self, case_id: int) -> tuple[OpenItem, ...]:
        return items_of(self.store, case_id)

    def lines(self, state: ItemState) -> list[LedgerLine]:
        return item_lines(self.store, state)

    def texts(self, item_ids: Sequence[int]) -> list[SearchedText]:
        return searched_texts(self.store, item_ids)

    def looked_at(self, item_ids: Sequence[int]) -> list[OpenItem]:
        return items_by_id(self.store, item_ids)

    def add(self, item: OpenItem) -> OpenItem:
        return add_item(self.store, item, NOW)

    def change(self, item: OpenItem) -> OpenItem:
        return change_item(self.store, item, NOW)

    def change_many(self, items: Collection[OpenItem]) -> list[OpenItem]:
        return change_items(self.store, items, NOW)

    def snooze(self, item_ids: Collection[int], until: datetime) -> tuple[ReminderState, ...]:
        return snooze(self.store, item_ids, until, NOW)

    def put_back_reminders(self, states: Iterable[ReminderState]) -> None:
        put_back_reminders(self.store, states)

    def now(self) -> datetime:
        return NOW

    def delete(self, item_id: int) -> OpenItem:
        return delete_item(self.store, item_id, NOW)

    def restore(self, item: OpenItem) -> OpenItem:
        return restore_item(self.store, item, NOW)


def day(month: int, number: int) -> date:
    """Return a day of 2026."""
    return date(2026, month, number)


def some_items() -> tuple[OpenItem, ...]:
    """Seven items: two overdue, one due today, two within seven days, one later, one without a date."""
    return (
        OpenItem(
            case_id=1,
            kind=ItemKind.REFUND,
            amount_fen=128_50,
            original_on=day(11, 8),
            masked_account="622262******0817",
            reference="631245009871",
            voucher="000123",
            counterparty="王女士",
            due_on=day(11, 20),
            due_basis="收到退货 11-13 起 7 天内",
        ),
        OpenItem(case_id=1, kind=ItemKind.PREAUTH, amount_fen=1_200_00, counterparty="收单机构", due_on=day(11, 20)),
        OpenItem(
            case_id=2,
            kind=ItemKind.UNFINISHED,
            amount_fen=86_00,
            channel=PaymentChannel.ALIPAY,
            due_on=day(11, 22),
            note="Ab",
        ),
        OpenItem(case_id=1, kind=ItemKind.SETTLEMENT, amount_fen=996_80, due_on=day(11, 24)),
        OpenItem(case_id=1, kind=ItemKind.DEPOSIT, amount_fen=299_00, voucher="0032", due_on=day(11, 29)),
        OpenItem(case_id=2, kind=ItemKind.REFUND, amount_fen=300_00, counterparty="李先生", due_on=day(11, 30)),
        OpenItem(case_id=2, kind=ItemKind.DEVICE),
    )


def type_text(editor: QWidget, text: str) -> None:
    """Type a text as an input method does: key events know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


@contextmanager
def dressed(app: QApplication, resources: Path, language: str = "zh") -> Generator[Context]:
    """Give a kit, with the application dressed as it is for the owner."""
    maker = LookMaker(resources / "icons")
    look = maker.apply(app, Scheme.LIGHT, TextSize.NORMAL)
    yield Context(look, load_guidance(resources / "guidance"), language)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setStyleSheet("")
