"""The menu in which the owner chooses the columns of the outstanding list."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from pos_closeout.ui.ledger.model import CHOOSABLE, ItemColumn, columns_named
from pos_closeout.ui.ledger.table import ItemTable


class ColumnMenu(QMenu):
    """Shows and hides columns of a table; also a right click on its heads."""

    chosen = Signal(str)
    """The owner chose columns; carries them as they are stored."""

    def __init__(self, table: ItemTable, over: QWidget) -> None:
        super().__init__(over)
        self.setTitle(self.tr("Columns"))
        self._table = table
        self._actions = {column: self._add(table.title(column)) for column in CHOOSABLE}
        self.addSeparator()
        self.addAction(self.tr("What finds no room is shown in a wider window")).setEnabled(False)
        heads = table.horizontalHeader()
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self.open_below_heads)
        self.show_stored(None)

    def show_stored(self, stored: str | None) -> None:
        """Show the columns the owner chose, as stored; ``None`` before they ever did."""
        shown = columns_named(stored)
        for column, action in self._actions.items():
            action.setChecked(column in shown)
        self._table.set_columns(shown)

    def open_below_heads(self) -> None:
        """Open the menu where the heads of the table are."""
        heads = self._table.horizontalHeader()
        self.popup(heads.mapToGlobal(QPoint(0, heads.height())))

    def _add(self, title: str) -> QAction:
        action = self.addAction(title)
        action.setCheckable(True)
        action.triggered.connect(self._choose)
        return action

    def _choose(self) -> None:
        columns: list[ItemColumn] = [column for column, action in self._actions.items() if action.isChecked()]
        self._table.set_columns(columns)
        self.chosen.emit(",".join(column.name.lower() for column in columns))
