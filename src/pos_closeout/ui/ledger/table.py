"""The table of open items: keys, column widths, and the item in use."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.money import format_yuan
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.delegate import PADDING, ItemDelegate, cell_font
from pos_closeout.ui.ledger.model import CHOOSABLE, USUAL, ItemColumn, ItemModel
from pos_closeout.ui.ledger.query import Group, QueryResult
from pos_closeout.ui.ledger.words import overdue_text
from pos_closeout.ui.widgets.basic import framed, row

_SHARES = {
    ItemColumn.KIND: 41,
    ItemColumn.WHO: 25,
    ItemColumn.ORIGINAL: 32,
    ItemColumn.SHOP: 22,
    ItemColumn.REFERENCE: 30,
    ItemColumn.CONTACT: 26,
    ItemColumn.NOTE: 34,
}
_LEAST = 104
"""Width in pixels at normal text below which a chosen column gives way to the others."""

_SPARE = 4

FEW_ROWS = 4
"""So many rows are shown however low the window is: the page around the table scrolls then."""

_HIGHEST = 1 << 20
"""Pixels; Qt knows no widget that is much higher."""

SHOP_FROM = 680
"""Width in pixels at normal text from which the shop has a column."""


class ItemTable(QTableView):
    """Shows what was found and reports what the owner wants to do with the item in use."""

    chosen = Signal()
    """Another item is in use, or none."""
    opened = Signal()
    """Enter or a double click."""
    delete_asked = Signal()
    marked = Signal()
    """Other entries are chosen than before, one or many."""
    sort_asked = Signal(int)
    """The head of a column was clicked; carries the column."""

    def __init__(self, context: Context, *, shops: bool) -> None:
        super().__init__()
        self._context = context
        self._model = ItemModel(context, self)
        self.setModel(self._model)
        self.setItemDelegate(ItemDelegate(context, self._model))
        self._shops, self._largest, self._highest = shops, 0, _HIGHEST
        self._columns: Sequence[ItemColumn] = USUAL
        self.setAccessibleName(self.tr("Outstanding items"))
        self._set_up()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self.marked)
        self.horizontalHeader().sectionClicked.connect(self.sort_asked)
        self.doubleClicked.connect(self._open)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSortIndicatorShown(True)
        # The arrow would ask for more room than some columns have.
        across.setMinimumSectionSize(1)
        across.setFixedHeight(self._context.look.px(34))
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        down.setDefaultSectionSize(self._context.look.px(38))

    @property
    def result(self) -> QueryResult:
        """What is shown."""
        return self._model.result

    def title(self, column: ItemColumn) -> str:
        """Return the title of a column."""
        return self._model.title(column)

    def item(self) -> OpenItem | None:
        """Return the item in use."""
        entry = self._model.entry(self.currentIndex().row())
        return entry if isinstance(entry, OpenItem) else None

    def chosen_ids(self) -> list[int]:
        """Return the ids of the chosen items in the order of the list."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        rows = dict.fromkeys(at for top, bottom in ranges for at in range(top, bottom + 1))
        return [found for at in rows if (found := self.result.id_at(at)) is not None]

    def show_result(self, found: QueryResult, shops: Mapping[int, str]) -> None:
        """Show an answer; what is chosen stays chosen, and the item in use, or the one that takes its place."""
        before, row = self.item(), self.currentIndex().row()
        chosen, scrolled = self.chosen_ids(), self.verticalScrollBar().value()
        self._model.show(found, shops)
        self.clearSpans()
        for at in found.headings():
            self.setSpan(at, 0, 1, len(ItemColumn))
        self.updateGeometry()
        kept = -1 if before is None else found.row_of(before.id)
        self._use_row(kept if kept >= 0 else row)
        if len(chosen) > 1:
            self.choose(chosen)
        if kept == row:
            # Nothing moved: what the owner looks at stays where it is, also when that is not the item in use.
            self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit()

    def choose(self, item_ids: Sequence[int]) -> None:
        """Choose items beside the one in use, as far as they are shown."""
        rows = self.result.rows_of(item_ids)
        last = len(ItemColumn) - 1
        selection = QItemSelection()
        for first, end in _runs(rows):
            selection.append(QItemSelectionRange(self._model.index(first, 0), self._model.index(end, last)))
        if rows:
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_order(self, column: ItemColumn, *, down: bool) -> None:
        """Show by an arrow which column the list is ordered by, and which way."""
        way = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, way)

    def set_largest(self, fen: int) -> None:
        """Make room for amounts up to ``fen``."""
        if fen != self._largest:
            self._largest = fen
            self._share_width()

    def set_columns(self, columns: Sequence[ItemColumn]) -> None:
        """Show these columns beside kind, amount and due date, as far as there is room."""
        self._columns = columns
        self._share_width()

    def use(self, item_id: int) -> None:
        """Make an item the one in use, if it is shown."""
        row = self.result.row_of(item_id)
        if row >= 0:
            self._use_row(row)

    def _use_row(self, row: int) -> None:
        """Use the item in a row, or the nearest one to it."""
        last = self._model.rowCount() - 1
        if last < 0:
            return
        row = min(max(row, 0), last)
        around = (row, row + 1, row - 1)
        item_row = next((at for at in around if isinstance(self._model.entry(at), OpenItem)), -1)
        index = self._model.index(item_row, 0)
        wanted = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, wanted)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show an item, and the heading above it when it is the first of its group."""
        above = self._model.index(index.row() - 1, 0)
        if isinstance(self._model.entry(above.row()), Group):
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the item in use, Delete takes it out."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.item() is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen_ids():
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a height that shows every row, so that a short list ends where its last row does."""
        rows = self._model.rowCount() * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), min(rows + self.horizontalHeader().height() + 1, self._highest))

    def set_highest(self, pixels: int) -> None:
        """Take no more height than this, but always that of a few rows."""
        least = self.horizontalHeader().height() + FEW_ROWS * self.verticalHeader().defaultSectionSize()
        highest = max(pixels, least)
        if highest != self._highest:
            self._highest = highest
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()
        if self.item() is not None:
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Share the width anew when the font has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()

    def _share_width(self) -> None:
        """Give amounts and dates what they need and share the rest; the last columns give way when that is little."""
        width, widths = self.viewport().width(), self._needed()
        # Where even that is too much, the tag says the age alone.
        over = sum(widths.values()) + 2 * self._context.look.px(_LEAST) - width
        widths[ItemColumn.DUE] = max(widths[ItemColumn.DUE] - max(over, 0), self._context.look.px(_LEAST))
        rest = max(width - sum(widths.values()), 0)
        shared = self._fitting(width, rest)
        for column in CHOOSABLE:
            self.setColumnHidden(column, column not in shared)
        total = sum(_SHARES[column] for column in shared)
        widths |= {column: rest * _SHARES[column] // total for column in shared}
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)

    def _fitting(self, width: int, rest: int) -> list[ItemColumn]:
        """Return the columns that share the rest of the width, in pixels."""
        px = self._context.look.px
        shop = self._shops and width >= px(SHOP_FROM)
        wanted = [ItemColumn.KIND, *(column for column in self._columns if shop or column is not ItemColumn.SHOP)]
        while len(wanted) > len(USUAL) and rest < px(_LEAST) * len(wanted):
            wanted.pop()
        return wanted

    def _needed(self) -> dict[ItemColumn, int]:
        """Return the widths of the columns that must not be cut, in pixels."""
        # The very font that is drawn with: its figures are all of one width, which is wider than most.
        measure = QFontMetrics(cell_font(self._context.look, 14))
        bold = QFontMetrics(cell_font(self._context.look, 14, QFont.Weight.DemiBold))
        titles = {column: self._model.headerData(column, Qt.Orientation.Horizontal) for column in ItemColumn}
        # The arrow of the order stands beside the title.
        arrow = self._context.look.px(18)
        heads = {each: bold.horizontalAdvance(title) + arrow for each, title in titles.items()}
        largest = measure.horizontalAdvance(format_yuan(max(self._largest, 100_000_00)))
        dues = (overdue_text(self._context, date(2026, 9, 28), 888), self._context.day(date(2026, 9, 28)))
        # Text is measured in whole pixels and drawn in parts of one: without a little more the last figure is cut.
        amount = max(heads[ItemColumn.AMOUNT], largest + _SPARE) + 2 * PADDING
        widest = max(measure.horizontalAdvance(text) for text in dues) + self._context.look.px(34)
        due = max(heads[ItemColumn.DUE], widest + _SPARE) + 2 * PADDING
        return {ItemColumn.AMOUNT: amount, ItemColumn.DUE: due}

    def _on_current(self) -> None:
        self.chosen.emit()

    def _open(self, index: QModelIndex) -> None:
        if isinstance(self._model.entry(index.row()), OpenItem):
            self.opened.emit()


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbours among ascending rows."""
    for _, run in groupby(enumerate(rows), key=lambda each: each[1] - each[0]):
        found = [row for _, row in run]
        yield found[0], found[-1]


def table_frame(table: ItemTable) -> QFrame:
    """Return a card around the table that ends where the last row does."""
    frame = framed(row(table, margins=(5, 4, 5, 5)), "card")
    table.setStyleSheet("QTableView { border: none; border-radius: 0; }")
    frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    return frame
