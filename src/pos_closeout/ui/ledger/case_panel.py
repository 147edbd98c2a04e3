"""The open items of one case, for the wizard."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.ledger.open_items import ItemState
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.actions_row import ItemActions
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.item_dialogs import ItemDialogs
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.ledger.query import Query, listed_items
from pos_closeout.ui.ledger.rows import ItemRows
from pos_closeout.ui.ledger.table import ItemTable, table_frame
from pos_closeout.ui.ledger.undo_bar import UndoBar
from pos_closeout.ui.ledger.words import searched_names
from pos_closeout.ui.widgets.basic import button, column, label, row
from pos_closeout.ui.widgets.phrases import sums_line


class ItemsPanel(QWidget):
    """The list without search and shops, and the answer "nothing is open"."""

    nothing_open_changed = Signal(bool)
    """The owner ticked or unticked that there is nothing open at all."""
    bills_asked = Signal()
    """The owner wants to have bills looked through for open items."""
    grown = Signal()
    """The table shows more or fewer rows than before."""

    def __init__(self, context: Context, ledger: LedgerController) -> None:
        super().__init__()
        self._context, self._ledger = context, ledger
        self._case, self._day = Case(), context.today
        self._rows = self._read()
        self._table = ItemTable(context, shops=False)
        self._framed = table_frame(self._table)
        self._actions = ItemActions(context, prominent=False)
        self._bar = UndoBar(context)
        self._dialogs = ItemDialogs(context, ledger, self)
        self._total = label("", "strong")
        self._nothing = QCheckBox(self.tr("There is nothing open"))
        self._why = label("", "hint")
        self._lay_out()
        self._connect()
        self._refill()

    def show_case(self, case: Case) -> None:
        """Show the open items of a case; may come at any time, also while the owner is at work here."""
        moved = case.id != self._case.id
        self._case = case
        name = shop_name(case) or case.number
        numbers = tuple(terminal.number for terminal in case.terminals if terminal.number)
        self._dialogs.places = ItemPlaces({case.id: name}, {case.id: numbers})
        self._tick(case.nothing_open)
        if moved:
            self._bar.hide()
        if moved or self._day != self._context.today:
            self._refill()

    @property
    def table(self) -> ItemTable:
        """The table, which takes what height the page leaves it."""
        return self._table

    def add(self) -> None:
        """Open the editor for a new item."""
        self._dialogs.add()

    def undo(self) -> None:
        """Take the last action back."""
        self._dialogs.undo()

    def _lay_out(self) -> None:
        add = button(self._context.look, self.tr("Add an entry"), self.add, icon="plus", kind="primary")
        bills = button(self._context.look, self.tr("Import bills…"), self.bills_asked.emit, icon="file-input")
        bills.setToolTip(self.tr("Find open items in the bills of WeChat, Alipay, banks … (Ctrl+I)"))
        head = row(add, bills)
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._total, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._framed)
        layout.addWidget(self._actions)
        layout.addWidget(self._bar)
        layout.addLayout(column(self._nothing, self._why, spacing=0))
        layout.addStretch()

    def _connect(self) -> None:
        self._ledger.changed.connect(self._refill)
        self._table.chosen.connect(lambda: self._actions.tell(self._table.item()))
        self._table.opened.connect(lambda: self._dialogs.edit(self._table.item()))
        self._table.delete_asked.connect(lambda: self._dialogs.delete(self._table.item()))
        self._actions.clear_asked.connect(lambda: self._dialogs.clear(self._table.item()))
        self._actions.edit_asked.connect(lambda: self._dialogs.edit(self._table.item()))
        self._actions.more_asked.connect(lambda: self._dialogs.look_into(self._table.item()))
        self._actions.delete_asked.connect(lambda: self._dialogs.delete(self._table.item()))
        self._dialogs.did.connect(self._bar.show_undoable)
        self._dialogs.message.connect(self._bar.tell)
        self._dialogs.kept.connect(self._table.use)
        self._bar.undo_asked.connect(self.undo)
        self._nothing.toggled.connect(self._on_nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the list; as key presses, so that the same keys in a menu bar above come first."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def _read(self) -> ItemRows:
        rows = ItemRows(
            listed_items(self._ledger.items_of(self._case.id)),
            searched_names(self._context, {}),
            lambda: self._context.today,
        )
        rows.fill()
        return rows

    def _refill(self) -> None:
        self._day = self._context.today
        self._rows = self._read()
        self._table.set_largest(self._rows.largest())
        found = self._rows.find(Query(state=ItemState.OPEN))
        self._total.setText(sums_line(self._context, found.totals))
        self._framed.setVisible(bool(found.groups))
        self._actions.setVisible(bool(found.groups))
        self._table.show_result(found, {})
        self.grown.emit()
        self._tick(self._case.nothing_open)

    def _tick(self, nothing_open: bool) -> None:
        """Show the answer; while something is open it cannot be given."""
        waiting = self._rows.count(ItemState.OPEN)
        with QSignalBlocker(self._nothing):
            self._nothing.setChecked(nothing_open and not waiting)
        self._nothing.setEnabled(not waiting)
        self._why.setText(
            self.tr("You can tick this once every entry above is cleared.")
            if waiting
            else self.tr("Tick this only when no refund, pre-authorisation, deposit or bill is left.")
        )

    def _on_nothing(self, ticked: bool) -> None:
        self.nothing_open_changed.emit(ticked)
