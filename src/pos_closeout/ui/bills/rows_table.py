"""A table of plain texts: keys, wrapping, copying. The lists about bills are all made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain

_WRAPPED_ROWS = 300
"""Rows up to which each gets the height its words need; beyond that measuring them would hold up the window."""

_PADDING = 8
_LOWEST = 150
"""Height in pixels at normal text below which a longer table scrolls instead of giving way."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row: its texts, an icon for the first of them, and more to read on hovering."""

    cells: tuple[str, ...]
    icon: QIcon | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """A column: its title, its share of the width (0: as wide as its longest text), and whether it holds figures."""

    title: str
    share: int = 1
    figures: bool = field(default=False, kw_only=True)


class LinesModel(QAbstractTableModel):
    """Texts in rows and columns."""

    def __init__(self, headings: Sequence[ColumnHeading], parent: QObject) -> None:
        super().__init__(parent)
        self.headings = tuple(headings)
        self.lines: Sequence[TableLine] = ()

    def show(self, lines: Sequence[TableLine]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, its icon, or what it says on hovering and to a screen reader."""
        line, at = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[at]
        if role == Qt.ItemDataRole.DecorationRole and not at:
            return line.icon
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown_plain(line.tip or line.cells[at])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.headings[at].figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.headings[section].figures:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class _WrappingDelegate(QStyledItemDelegate):
    """Asks for the height of the wrapped words: Qt's own hint forgets the padding of the style sheet."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size a cell needs at the width its column has."""
        hint = super().sizeHint(option, index)
        text = str(index.data() or "")
        symbol = self._table.iconSize().width() if index.data(Qt.ItemDataRole.DecorationRole) else 0
        room = self._table.columnWidth(index.column()) - 2 * _PADDING - symbol - 12
        space = QRect(0, 0, max(room, 1), 1 << 16)
        words = self._table.fontMetrics().boundingRect(space, int(Qt.TextFlag.TextWordWrap), text)
        return QSize(hint.width(), words.height() + 16)


class LinesTable(QTableView):
    """Shows lines; Enter or a double click opens one, Ctrl+C copies those chosen.

    Args:
        context: look and texts.
        name: what a screen reader calls it.
        headings: its columns.
        several: whether more than one row can be chosen.
        tallest: height in pixels at normal text from which it scrolls by itself.
    """

    opened = Signal()
    chosen = Signal()
    delete_asked = Signal()

    def __init__(
        self,
        context: Context,
        name: str,
        headings: Sequence[ColumnHeading],
        *,
        several: bool = False,
        tallest: int = 1 << 14,
    ) -> None:
        super().__init__()
        self._context, self._tallest = context, context.look.px(tallest)
        self._model = LinesModel(headings, self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(f"QTableView::item {{ padding: 5px {_PADDING}px; }}")
        self.setItemDelegate(_WrappingDelegate(self))
        self._set_up_headers()
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit())
        self.doubleClicked.connect(lambda: self.opened.emit())

    def _set_up_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setVisible(False)
        down.setDefaultSectionSize(self._context.look.px(36))

    def show_lines(self, lines: Sequence[TableLine]) -> None:
        """Show other rows; the one in use stays in use where there still is one."""
        row = self.currentIndex().row()
        self._model.show(lines)
        self._fit()
        if lines:
            self.use(min(max(row, 0), len(lines) - 1))
        self.updateGeometry()
        self.chosen.emit()

    def headings(self) -> Sequence[ColumnHeading]:
        """Return the columns."""
        return self._model.headings

    def lines(self) -> Sequence[TableLine]:
        """Return what is shown."""
        return self._model.lines

    def row(self) -> int:
        """Return the row in use, -1 when there is none."""
        return self.currentIndex().row()

    def rows(self) -> list[int]:
        """Return the rows chosen, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def use(self, row: int) -> None:
        """Use a row."""
        self.selectRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to take out, Ctrl+C copies."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row() >= 0 and not control:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.row() >= 0:
            self.delete_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self, *, everything: bool = False) -> None:
        """Copy the chosen rows, or all, as a table that other programs can paste."""
        rows = range(len(self._model.lines)) if everything else self.rows()
        titles = [heading.title for heading in self._model.headings]
        texts = [titles, *(self._model.lines[row].cells for row in rows)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in texts))

    def sizeHint(self) -> QSize:
        """Return a height that shows every row, so that a short table ends where its last row does."""
        down = self.verticalHeader()
        return QSize(
            super().sizeHint().width(), min(down.length() + self.horizontalHeader().height() + 4, self._tallest)
        )

    def minimumSizeHint(self) -> QSize:
        """Never be lower than a short table is as a whole."""
        return QSize(120, min(self.sizeHint().height(), self._context.look.px(_LOWEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        headings, width = self._model.headings, self.viewport().width()
        fixed = {at: self.sizeHintForColumn(at) + 14 for at, each in enumerate(headings) if not each.share}
        titles = self.horizontalHeader()
        fixed = {at: min(max(wide, titles.sectionSizeHint(at)), width // 2) for at, wide in fixed.items()}
        rest = max(width - sum(fixed.values()), 0)
        total = sum(each.share for each in headings) or 1
        for at, each in enumerate(headings):
            self.setColumnWidth(at, fixed.get(at, rest * each.share // total))
        if len(self._model.lines) <= _WRAPPED_ROWS:
            self.resizeRowsToContents()
