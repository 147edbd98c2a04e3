"""The places of a form as a list by outcome, and what the case knows, to be dragged onto a place."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from pos_closeout.actions.forms.texts import FormTexts
from pos_closeout.domain.forms.form import Entry, Outcome, Why
from pos_closeout.domain.forms.layout import answer_of
from pos_closeout.domain.forms.values import Values
from pos_closeout.ui.context import Context
from pos_closeout.ui.forms.picture import MIME
from pos_closeout.ui.plain_text import shown_plain

_KEY = int(Qt.ItemDataRole.UserRole)
_SPEAK = int(Qt.ItemDataRole.AccessibleTextRole)
_NOT_LISTED = {Why.OTHER_BOX, Why.NO_MORE}
"""Reasons for leaving a place that nobody needs to read line by line."""


def listed(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the entries that are worth a line."""
    return {key: each for key, each in entries.items() if each.why not in _NOT_LISTED}


class PlaceList(QTreeWidget):
    """Every place with its name, its value and the reason, under the outcome it has."""

    chosen = Signal(str)
    accepted = Signal(str)
    emptied = Signal(str)
    edit_asked = Signal(str)
    laid = Signal(str, str)

    def __init__(self, context: Context, texts: FormTexts) -> None:
        super().__init__()
        self._context, self._texts = context, texts
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[Outcome, QTreeWidgetItem] = {}
        self.setHeaderLabels([self.tr("Name on the form"), self.tr("Value"), self.tr("Why")])
        self.setAccessibleName(self.tr("Places of the form"))
        self.setUniformRowHeights(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.currentItemChanged.connect(lambda item, _: self._chosen(item))
        self.itemActivated.connect(lambda item, _: self._activated(item))

    def show_entries(self, entries: Mapping[str, Entry]) -> None:
        """Show what becomes of the places; the chosen one stays chosen."""
        current = self.current_key()
        open_groups = {outcome for outcome, item in self._groups.items() if item.isExpanded()} or {
            Outcome.WRITE, Outcome.PROPOSE, Outcome.LEAVE,
        }  # fmt: skip
        blocked = QSignalBlocker(self)
        self.clear()
        self._items, self._groups = {}, {}
        for outcome in (Outcome.PROPOSE, Outcome.LEAVE, Outcome.WRITE):
            held = [each for each in listed(entries).items() if each[1].outcome is outcome]
            name = f"{self._context.say(self._texts.outcome(outcome))} ({len(held)})"
            group = QTreeWidgetItem(self, [name])
            group.setFirstColumnSpanned(True)
            self._groups[outcome] = group
            for key, entry in held:
                self._items[key] = self._item(group, key, entry)
            group.setExpanded(outcome in open_groups)
        blocked.unblock()
        self.choose(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            for column, share in ((0, 0.32), (1, 0.34)):
                self.header().resizeSection(column, int(self.viewport().width() * share))

    def _item(self, group: QTreeWidgetItem, key: str, entry: Entry) -> QTreeWidgetItem:
        label = " ".join(entry.place.label.split()) or self.tr("Without a name")
        why = self._context.say(self._texts.why(entry.why))
        item = QTreeWidgetItem(group, [label, entry.value, why])
        item.setData(0, _KEY, key)
        outcome, empty = self._context.say(self._texts.outcome(entry.outcome)), self.tr("empty")
        item.setData(0, _SPEAK, f"{label}, {entry.value or empty}, {outcome}, {why}")
        item.setToolTip(2, shown_plain(why))
        item.setToolTip(1, shown_plain(entry.value))
        return item

    def choose(self, key: str) -> None:
        """Select a place and bring it into sight."""
        item = self._items.get(key)
        if item is not None and item is not self.currentItem():
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def current_key(self) -> str:
        """Return the key of the selected place; empty when none is."""
        item = self.currentItem()
        return str(item.data(0, _KEY) or "") if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space writes a proposal, Delete empties a place, F2 changes its value."""
        key = self.current_key()
        signals = {Qt.Key.Key_Space: self.accepted, Qt.Key.Key_Delete: self.emptied, Qt.Key.Key_F2: self.edit_asked}
        signal = signals.get(Qt.Key(event.key())) if key else None
        if signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit(key)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take fields of the case."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them over places only."""
        item = self.itemAt(event.position().toPoint())
        event.setAccepted(item is not None and bool(item.data(0, _KEY)) and event.mimeData().hasFormat(MIME))

    def dropEvent(self, event: QDropEvent) -> None:
        """Lay a field on a place."""
        item = self.itemAt(event.position().toPoint())
        key = str(item.data(0, _KEY) or "") if item is not None else ""
        if key and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.laid.emit(key, bytes(event.mimeData().data(MIME).data()).decode())

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        key = str(item.data(0, _KEY) or "") if item is not None else ""
        if key:
            self.chosen.emit(key)

    def _activated(self, item: QTreeWidgetItem) -> None:
        key = str(item.data(0, _KEY) or "")
        if key:
            self.edit_asked.emit(key)


class KnownList(QListWidget):
    """What the case knows; a line is dragged onto a place, or laid there with Enter."""

    laid = Signal(str)
    """The owner wants a field on the chosen place."""

    def __init__(self, context: Context, texts: FormTexts) -> None:
        super().__init__()
        self._context, self._texts = context, texts
        self.setAccessibleName(self.tr("What your case knows"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.itemActivated.connect(lambda item: self.laid.emit(str(item.data(_KEY))))

    def show_values(self, values: Values) -> None:
        """Show every value that is known."""
        self.clear()
        for field in self._texts.fields:
            name = self._context.say(self._texts.field(field))
            if values.single.get(field):
                self._add(name, values.single[field], field)
            for number, terminal in enumerate(values.terminals):
                if terminal.get(field) and field != "terminal.index":
                    text = f"{name} {number + 1}" if len(values.terminals) > 1 else name
                    self._add(text, terminal[field], answer_of(field, number))

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]  # the stubs want a Sequence
        """Return the field that is dragged."""
        made = QMimeData()
        made.setData(MIME, str(items[0].data(_KEY)).encode() if items else b"")
        return made

    def _add(self, name: str, value: str, answer: str) -> None:
        item = QListWidgetItem(f"{name}：{value}" if self._context.language == "zh" else f"{name}: {value}", self)
        item.setData(_KEY, answer)
        item.setToolTip(shown_plain(value))
