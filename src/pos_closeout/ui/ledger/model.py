"""The table behind the outstanding list: entries of an answer, worded only when they are drawn."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.money import format_yuan
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.query import NOTHING, Group, QueryResult
from pos_closeout.ui.ledger.words import due_tag, group_tag, original_shown
from pos_closeout.ui.plain_text import shown_plain

Index = QModelIndex | QPersistentModelIndex

# Put together once: these are asked for with every cell that is drawn, and Python is slow at joining flags.
_ITEM = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_HEADING = Qt.ItemFlag.NoItemFlags
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ItemColumn(IntEnum):
    """The columns from left to right."""

    KIND = 0
    WHO = 1
    ORIGINAL = 2
    AMOUNT = 3
    DUE = 4
    SHOP = 5
    REFERENCE = 6
    CONTACT = 7
    NOTE = 8


USUAL = (ItemColumn.WHO, ItemColumn.ORIGINAL, ItemColumn.SHOP)
"""Shown unless the owner chose otherwise, beside what is always shown: kind, amount and due date."""

CHOOSABLE = (*USUAL, ItemColumn.REFERENCE, ItemColumn.CONTACT, ItemColumn.NOTE)


def columns_named(stored: str | None) -> tuple[ItemColumn, ...]:
    """Return the choosable columns named in a setting; the usual ones when nothing was ever stored."""
    if stored is None:
        return USUAL
    names = stored.split(",")
    return tuple(column for column in CHOOSABLE if column.name.lower() in names)


class ItemModel(QAbstractTableModel):
    """Shows what was found; a heading is a row that cannot be chosen and spans the table."""

    def __init__(self, context: Context, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._today = context, today
        self._found: QueryResult = NOTHING
        self._headings: frozenset[int] = frozenset()
        self._shops: Mapping[int, str] = {}
        self._titles = {
            ItemColumn.KIND: self.tr("What"),
            ItemColumn.WHO: self.tr("Who"),
            ItemColumn.ORIGINAL: self.tr("Original payment"),
            ItemColumn.AMOUNT: self.tr("Amount (yuan)"),
            ItemColumn.DUE: self.tr("Due"),
            ItemColumn.SHOP: self.tr("Shop"),
            ItemColumn.REFERENCE: self.tr("Reference"),
            ItemColumn.CONTACT: self.tr("Contact"),
            ItemColumn.NOTE: self.tr("Note"),
        }

    @property
    def result(self) -> QueryResult:
        """What is shown."""
        return self._found

    def show(self, found: QueryResult, shops: Mapping[int, str]) -> None:
        """Show an answer; ``shops`` names the cases."""
        self.beginResetModel()
        self._found, self._shops = found, shops
        self._headings = frozenset(found.headings())
        self.endResetModel()

    def title(self, column: ItemColumn) -> str:
        """Return the title of a column."""
        return self._titles[column]

    def entry(self, row: int) -> Group | OpenItem | None:
        """Return what stands in a row."""
        return self._found.entry(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Return the number of headings and items."""
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Return the number of columns."""
        return 0 if parent.isValid() else len(ItemColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let items be chosen, headings not: the arrow keys pass over them."""
        return _HEADING if index.row() in self._headings else _ITEM

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and section < len(ItemColumn):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[ItemColumn(section)]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(ItemColumn(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; the delegate draws them."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(ItemColumn(index.column()))
        if isinstance(entry, Group):
            return self.heading(entry) if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(entry, ItemColumn(index.column())) or None
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown_plain(self.text(entry, ItemColumn(index.column()))) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title, text = self._titles[ItemColumn(index.column())], self.text(entry, ItemColumn(index.column()))
            return f"{title}: {text}" if text else title
        return None

    def heading(self, group: Group) -> str:
        """Return the words of a heading: the group, how many, how much."""
        counted = self.tr("%n entries", "", group.count)
        return f"{group_tag(group.due).text}  {counted} · {self._context.yuan(group.fen)}"

    def text(self, item: OpenItem, column: ItemColumn) -> str:
        """Return the words of an item in a column."""
        match column:
            case ItemColumn.KIND:
                return self._context.say(self._context.guidance.kinds[item.kind].name)
            case ItemColumn.WHO:
                return item.counterparty or item.contact
            case ItemColumn.ORIGINAL:
                return original_shown(self._context, item, self._today)
            case ItemColumn.AMOUNT:
                return "" if item.amount_fen is None else format_yuan(item.amount_fen)
            case ItemColumn.DUE:
                return due_tag(self._context, item, self._today).text
            case ItemColumn.SHOP:
                return self._shops.get(item.case_id, "")
            case ItemColumn.REFERENCE:
                return item.reference or item.voucher
            case ItemColumn.CONTACT:
                return item.contact
            case ItemColumn.NOTE:
                return " ".join(item.note.split())


def _alignment(column: ItemColumn) -> Qt.AlignmentFlag:
    return RIGHT if column is ItemColumn.AMOUNT else LEFT
