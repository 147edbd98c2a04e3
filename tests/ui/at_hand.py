"""What the tests of the outstanding list share: a few items, a context, and a real data folder."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.items import add_item, list_items
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel
from pos_closeout.guidance import load_guidance
from pos_closeout.paths import find_paths
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.look import LookMaker
from pos_closeout.ui.style.tokens import Scheme, TextSize

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@contextmanager
def filled(folder: Path, items: Iterable[OpenItem] = ()) -> Generator[Store]:
    """Give a real data folder with two cases (ids 1 and 2) and the items handed in."""
    with open_data_folder(folder, NOW) as store:
        for _ in range(2):
            open_case(store, TODAY, NOW)
        for item in items:
            add_item(store, item, NOW)
        yield store


def all_items(store: Store) -> list[OpenItem]:
    """Return every item of every case."""
    return list(list_items(store, cleared=True))


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
    """Give a context over an empty data folder, with the application dressed as it is for the owner."""
    maker = LookMaker(resources / "icons")
    look = maker.apply(app, Scheme.LIGHT, TextSize.NORMAL)
    guidance = load_guidance(resources / "guidance")
    with TemporaryDirectory() as name, open_data_folder(Path(name), NOW) as store:
        yield Context(look, guidance, language, store, lambda: NOW, find_paths(Path(name)))
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
