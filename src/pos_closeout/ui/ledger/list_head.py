"""The head of the outstanding list: its title, what one does with the whole list, and the menu with the rest."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.model import ItemColumn
from pos_closeout.ui.ledger.query import Order
from pos_closeout.ui.ledger.selection import SelectionActions
from pos_closeout.ui.widgets.basic import button, label, row

ORDERS = {ItemColumn.AMOUNT: Order.AMOUNT, ItemColumn.KIND: Order.KIND, ItemColumn.SHOP: Order.SHOP}
"""The order that the head of a column stands for; any other stands for that by date."""


class ListMenu(QMenu):
    """What can be done with the list and with the entries chosen in it; also a right click on the table."""

    copy_asked = Signal()
    file_asked = Signal(str)
    """A file is wanted; carries how its name ends."""
    order_asked = Signal(object)
    """The items of each group are to follow each other in another order; carries it."""

    def __init__(self, selection: SelectionActions, columns: QMenu, over: QWidget) -> None:
        super().__init__(over)
        self.addAction(self.tr("Mark as cleared…"), selection.clear)
        selection.fill_later(self.addMenu(self.tr("Remind me later")))
        self.addSeparator()
        self.addAction(self.tr("Copy as text for WeChat"), self.copy_asked.emit)
        self.addAction(self.tr("Save as a spreadsheet (XLSX)…"), lambda: self.file_asked.emit(".xlsx"))
        self.addAction(self.tr("Save as CSV…"), lambda: self.file_asked.emit(".csv"))
        self.addAction(self.tr("Save all dates for a calendar (ICS)…"), lambda: self.file_asked.emit(".ics"))
        self.addSeparator()
        self._add_orders(self.addMenu(self.tr("Order within each group")))
        self.addMenu(columns)

    def choose(self, order: Order) -> None:
        """Tick an order and ask for it."""
        self._orders[order].setChecked(True)
        self.order_asked.emit(order)

    def _add_orders(self, menu: QMenu) -> None:
        names = {
            Order.DATE: self.tr("By date"),
            Order.AMOUNT: self.tr("Largest amount first"),
            Order.KIND: self.tr("By kind"),
            Order.SHOP: self.tr("By shop"),
        }
        group = QActionGroup(menu)
        for order, name in names.items():
            action = menu.addAction(name, lambda order=order: self.order_asked.emit(order))
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
        home = button(look, self.tr("Home"), self.home_asked.emit, icon="house", kind="quiet")
        head = row(home, spacing=12)
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
