"""The head of the outstanding list: its title, what one does with the whole list, and the menu with the rest."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.model import ItemColumn
from pos_closeout.ui.ledger.query import Order
from pos_closeout.ui.ledger.selection import SelectionActions
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.widgets.basic import button, label, row

ORDERS = {
    ItemColumn.DUE: Order.DATE,
    ItemColumn.AMOUNT: Order.AMOUNT,
    ItemColumn.KIND: Order.KIND,
    ItemColumn.SHOP: Order.SHOP,
    ItemColumn.WHO: Order.WHO,
    ItemColumn.ORIGINAL: Order.ORIGINAL,
    ItemColumn.REFERENCE: Order.REFERENCE,
    ItemColumn.CONTACT: Order.CONTACT,
    ItemColumn.NOTE: Order.NOTE,
}
"""The order that the head of a column stands for."""

COLUMNS = {order: column for column, order in ORDERS.items()}
"""The column that an order goes by."""


class ListMenu(QMenu):
    """What can be done with the list and with the entries chosen in it; also a right click on the table."""

    copy_asked = Signal()
    file_asked = Signal(str)
    """A file is wanted; carries how its name ends."""
    order_asked = Signal(object, bool)
    """The items are to follow each other in another order; carries it, and whether the largest or last come first."""
    grouped_asked = Signal(bool)
    """The items are to stand in groups by due date, or in one list."""
    edit_asked = Signal()
    more_asked = Signal()
    """Notes, proof, messages and history of the entry in use are wanted."""
    print_asked = Signal()
    """The chosen entries are wanted on paper."""
    undo_asked = Signal()

    def __init__(self, selection: SelectionActions, columns: QMenu, over: QWidget) -> None:
        super().__init__(over)
        self._clear = self.addAction(self.tr("Mark as cleared…"), selection.clear)
        self._reopen = self.addAction(self.tr("Open again"), selection.reopen)
        self._later = self.addMenu(self.tr("Remind me later"))
        selection.fill_later(self._later)
        self._edit = self.addAction(self.tr("Edit…"), self.edit_asked.emit)
        self._more = self.addAction(self.tr("Proof, notes, messages…"), self.more_asked.emit)
        self._delete = self.addAction(self.tr("Delete"), selection.delete)
        self.addAction(self.tr("Undo"), self.undo_asked.emit)
        self.addSeparator()
        self.addAction(self.tr("Print…"), self.print_asked.emit)
        self.addAction(self.tr("Copy as text for WeChat"), self.copy_asked.emit)
        self.addAction(self.tr("Save as a spreadsheet (XLSX)…"), lambda: self.file_asked.emit(".xlsx"))
        self.addAction(self.tr("Save as CSV…"), lambda: self.file_asked.emit(".csv"))
        self.addAction(self.tr("Save all dates for a calendar (ICS)…"), lambda: self.file_asked.emit(".ics"))
        self.addSeparator()
        self._add_orders(self.addMenu(self.tr("Order by")))
        self._groups = self.addAction(self.tr("In groups by due date"))
        self._groups.setCheckable(True)
        self._groups.setChecked(True)
        self._groups.triggered.connect(self.grouped_asked)
        self.addMenu(columns)

    def tell(self, open_count: int, cleared_count: int) -> None:
        """Offer what fits the chosen entries; carries how many of them are open and how many cleared."""
        one = open_count + cleared_count == 1
        for act in (self._clear, self._later.menuAction()):
            act.setEnabled(open_count > 0)
        self._reopen.setVisible(cleared_count > 0)
        self._edit.setEnabled(open_count + cleared_count > 0)
        self._more.setEnabled(one)
        self._delete.setEnabled(open_count + cleared_count > 0)

    def choose(self, order: Order) -> None:
        """Order by a column; once more, the other way round. Amounts begin with the largest."""
        down = not self._down if order is self._order else order is Order.AMOUNT
        self.show_order(order, down=down, grouped=self._groups.isChecked())
        self.order_asked.emit(order, down)

    def show_order(self, order: Order, *, down: bool, grouped: bool) -> None:
        """Tick an order that is in force."""
        self._order, self._down = order, down
        self._orders[order].setChecked(True)
        self._groups.setChecked(grouped)

    def _add_orders(self, menu: QMenu) -> None:
        names = {
            Order.DATE: self.tr("By date"),
            Order.AMOUNT: self.tr("By amount"),
            Order.KIND: self.tr("By kind"),
            Order.SHOP: self.tr("By shop"),
            Order.WHO: self.tr("By name"),
            Order.ORIGINAL: self.tr("By original payment"),
            Order.REFERENCE: self.tr("By reference"),
            Order.CONTACT: self.tr("By contact"),
            Order.NOTE: self.tr("By note"),
        }
        group = QActionGroup(menu)
        self._order, self._down = Order.DATE, False
        for order, name in names.items():
            action = menu.addAction(name, lambda order=order: self.choose(order))
            action.setCheckable(True)
            action.setChecked(order is Order.DATE)
            action.setActionGroup(group)
        self._orders = dict(zip(names, group.actions(), strict=True))


class ListHead(QWidget):
    """Title and buttons."""

    home_asked = Signal()
    bills_asked = Signal()
    print_asked = Signal()
    add_asked = Signal()

    def __init__(self, context: Context, menu: ListMenu) -> None:
        super().__init__()
        look = context.look
        self._to_home = self.tr("Home")
        self._home = button(look, self._to_home, self.home_asked.emit, icon="house", kind="quiet")
        head = row(self._home, spacing=12)
        # Two lines where wide type leaves it no more room.
        head.addWidget(label(self.tr("Outstanding list"), "title"), 1)
        head.addWidget(button(look, self.tr("Import bills…"), self.bills_asked.emit, icon="file-input"))
        self._print = button(look, self.tr("Print list"), self.print_asked.emit, icon="printer")
        head.addWidget(self._print)
        more = button(look, self.tr("More"), lambda: None, icon="chevron-down")
        more.setMenu(menu)
        head.addWidget(more)
        add = button(look, self.tr("Add an entry"), self.add_asked.emit, icon="plus", kind="primary")
        add.setToolTip(self.tr("Add an entry (Ctrl+N)"))
        head.addWidget(add)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(head)

    def let_print(self, there: bool) -> None:
        """Let the list be printed, or not while it is empty."""
        self._print.setEnabled(there)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the way home to its icon where the words of the other buttons need the room."""
        self._home.setText("" if narrow else f" {self._to_home}")
        self._home.setToolTip(shown_plain(self._to_home if narrow else ""))
