"""What an owner does with bills and with the list of what is open, all of it through the window."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pos_closeout.domain.phases import Step
from pos_closeout.ui.bills.columns_dialog import ColumnsDialog
from pos_closeout.ui.bills.rows_table import LinesTable
from pos_closeout.ui.home.close_case_dialog import CloseCaseDialog
from pos_closeout.ui.ledger.clear_dialog import ClearDialog
from pos_closeout.ui.ledger.item_editor import ItemEditor
from pos_closeout.ui.ledger.table import ItemTable
from tests.ui.owner import Owner

SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "statements"


def write_down(owner: Owner, kind: str, amount: str, who: str, due: date) -> None:
    """Add an open item."""

    def fill(dialog: ItemEditor) -> None:
        owner.pick("What is open", kind, dialog)
        owner.write("Amount", amount, dialog)
        owner.write("Who it is with", who, dialog)
        if any(each.isVisible() for each in buttons(owner, dialog, "More details")):
            # Asked for once, the other fields are there the next time too.
            owner.press("More details", dialog)
        owner.write("Due date", due.isoformat(), dialog)
        owner.write("Why this date", "as promised", dialog)

    owner.go(Step.OPEN_ITEMS)
    with owner.filling(ItemEditor, fill):
        owner.press("Add an entry")


def import_bill(owner: Owner, bill: Path) -> QWidget:
    """Import a bill from the step of the open items, naming its columns where that is asked; return the page."""
    owner.go(Step.OPEN_ITEMS)
    owner.press("Import bills…")
    page = owner.window.workspace.bills
    owner.press("1 Import bills", page)
    owner.offers_files(bill)
    owner.press("Choose files…", page)
    owner.qtbot.waitUntil(lambda: not page.choose.inspecting)
    assert bill.name in {line.cells[0] for line in page.choose.findChildren(LinesTable)[0].lines()}
    if any(each.isVisible() for each in buttons(owner, page, "Name the columns…")):
        with owner.filling(ColumnsDialog, lambda dialog: wait_for_rows(owner, dialog)):
            owner.press("Name the columns…", page)
        owner.qtbot.waitUntil(lambda: not page.choose.inspecting)
    owner.press({"zh": "导入 1", "en": "Import 1"}[owner.language], page)
    owner.qtbot.waitUntil(lambda: not page.importing.running)
    return page


def buttons(owner: Owner, page: QWidget, name: str) -> list[QPushButton]:
    """Return the buttons of a page that are called so."""
    return [each for each in page.findChildren(QPushButton) if each.accessibleName() == owner.word(name)]


def wait_for_rows(owner: Owner, dialog: ColumnsDialog) -> None:
    """Look at the first rows as they would be read."""
    shown = dialog.findChildren(LinesTable)[0]
    owner.qtbot.waitUntil(lambda: bool(shown.lines()))
    assert "36.00" in " ".join(cell for line in shown.lines() for cell in line.cells)


def take_find(owner: Owner, amount: str) -> None:
    """Import a bill in which something is unfinished, and put that on the list."""
    page = import_bill(owner, SAMPLES / "alipay-app-2023.csv")
    owner.press("2 To review", page)
    (find,) = (line for each in page.findChildren(LinesTable) if each.isVisible() for line in each.lines())
    assert find.cells[0] == f"¥{amount}"
    assert "等待确认收货" in find.cells[2]
    owner.press("Accept", page)
    owner.press("Go back", page)
    assert owner.window.workspace.wizard.step is Step.OPEN_ITEMS


def use_item(owner: Owner, amount: str, within: QWidget) -> None:
    """Go down the list with the arrow key to the item with an amount."""
    table = within.findChildren(ItemTable)[0]
    table.setFocus()
    owner.qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(20):
        item = table.item()
        if item is not None and item.amount_fen == round(float(amount) * 100):
            return
        owner.qtbot.keyClick(table, Qt.Key.Key_Down)
    raise AssertionError(amount)


def clear(owner: Owner, amount: str, how: str, way: str = "", proof: Path | None = None) -> None:
    """Say that an item of the case is cleared, and how; of a refund also how it stands."""

    def fill(dialog: ClearDialog) -> None:
        if way:
            owner.press(way, dialog)
        if proof is not None:
            owner.offers_files(proof)
            owner.press("Add proof…", dialog)
            assert proof.name in owner.said(dialog)
        if how:
            owner.write("How it was cleared", how, dialog)

    owner.go(Step.OPEN_ITEMS)
    use_item(owner, amount, owner.shown())
    with owner.filling(ClearDialog, fill):
        owner.press("Refund has arrived…" if way else "Cleared…")


def remind_later(owner: Owner, amount: str, when: str) -> None:
    """Put the reminders of one item off, on the outstanding list over all cases."""
    owner.choose("Outstanding list")
    page = owner.window.workspace.list_page
    use_item(owner, amount, page)
    more = next(each.menu() for each in page.findChildren(QPushButton) if each.menu() is not None)
    assert isinstance(more, QMenu)
    owner.choose(when, more)
    owner.go_on()


def is_refused(owner: Owner, *amounts: str) -> None:
    """Ask to close the case while something is open: the dialog lists it and stays."""
    owner.go_home()
    owner.of_case("Close this case…")
    gate = owner.window.findChildren(CloseCaseDialog)[-1]
    owner.press("Close the case", gate)
    assert gate.isVisible()
    assert all(amount in owner.said(gate) for amount in amounts)
    owner.press("Cancel", gate)
    assert not gate.isVisible()
    owner.go_on()


def close_with_one_left(owner: Owner, amount: str, reason: str) -> None:
    """Close the case; one item is left for later, with a reason."""
    owner.go_home()
    owner.of_case("Close this case…")
    gate = owner.window.findChildren(CloseCaseDialog)[-1]
    assert amount in owner.said(gate)
    owner.write("The same reason for all", reason, gate)
    owner.press("Use for all", gate)
    owner.press("Close the case", gate)
    assert not gate.isVisible()
    told = owner.said(owner.window.home)
    assert owner.word("Closed on {day}").partition("{")[0] in told
    assert {"zh": "1 项留到以后", "en": "1 item left for later"}[owner.language] in told
    owner.choose("Outstanding list")
    use_item(owner, amount, owner.window.workspace.list_page)
