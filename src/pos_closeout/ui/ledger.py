"""The window's view of all open items: in memory for speed, on disk through the verbs, with a way back."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.open_items import OpenItem
from pos_closeout.domain.open_items import clear as cleared

KEPT_UNDOS = 50


class ItemVerbs(Protocol):
    """What the ledger asks of the actions; each verb may raise :class:`CloseoutError`."""

    def all_items(self) -> list[OpenItem]:
        """Return every item of every case."""
        ...

    def add(self, item: OpenItem) -> OpenItem:
        """Store a new item and return it with its id."""
        ...

    def change(self, item: OpenItem) -> OpenItem:
        """Store an item over the one with its id and return it as stored."""
        ...

    def delete(self, item_id: int) -> OpenItem:
        """Take an item out and return it as it was."""
        ...

    def restore(self, item: OpenItem) -> OpenItem:
        """Put a deleted item back under its old id."""
        ...


@dataclass(frozen=True, slots=True)
class _Step:
    """One action that can be taken back."""

    told: str
    undo: Callable[[], object]


class Ledger(QObject):
    """Holds all open items and the last fifty actions on them.

    Every method that edits raises what the verbs raise; nothing has changed then, neither here nor on disk.
    """

    changed = Signal()
    """The items differ from before."""
    did = Signal(str)
    """An action has just been carried out; carries what it was, in a plain sentence."""
    undone = Signal(str)
    """An action has just been taken back; carries what it was."""
    undoable = Signal(str)
    """What :meth:`undo` would take back now; empty when there is nothing."""

    def __init__(self, verbs: ItemVerbs) -> None:
        super().__init__()
        self._verbs = verbs
        self._steps: deque[_Step] = deque(maxlen=KEPT_UNDOS)
        self._read: dict[int, OpenItem] | None = None

    def items(self) -> list[OpenItem]:
        """Return all items of all cases, in no particular order."""
        return list(self._items.values())

    def items_of(self, case_id: int) -> list[OpenItem]:
        """Return the items of one case, in no particular order."""
        return [item for item in self._items.values() if item.case_id == case_id]

    def reload(self) -> None:
        """Read everything again, after an import or another change past the ledger; older steps cannot be undone."""
        self._read = None
        self._steps.clear()
        self.changed.emit()
        self.undoable.emit("")

    def add(self, item: OpenItem) -> OpenItem:
        """Store a new item and return it with its id."""
        stored = self._verbs.add(item)
        self._keep(stored)
        self._done(self.tr("Added: {what}"), stored, lambda: self._take_out(stored.id))
        return stored

    def change(self, item: OpenItem) -> OpenItem:
        """Store an edited item."""
        return self._exchange(item, self.tr("Changed: {what}"))

    def clear(self, item: OpenItem, on: date, how: str) -> OpenItem:
        """Mark an item as cleared on a day in a way."""
        return self._exchange(cleared(item, on, how), self.tr("Cleared: {what}"))

    def delete(self, item_id: int) -> OpenItem:
        """Take an item out and return it as it was."""
        gone = self._take_out(item_id)
        self._done(self.tr("Deleted: {what}"), gone, lambda: self._put_back(gone))
        return gone

    def undo(self) -> str:
        """Take the last action back and return what it was; empty when there is nothing to take back.

        An action that could not be taken back stays on the stack.
        """
        if not self._steps:
            return ""
        step = self._steps[-1]
        step.undo()
        self._steps.pop()
        self.changed.emit()
        self.undone.emit(step.told)
        self.undoable.emit(self._steps[-1].told if self._steps else "")
        return step.told

    @property
    def _items(self) -> dict[int, OpenItem]:
        """All items by id, read when they are first wanted: home comes up without them."""
        if self._read is None:
            self._read = {item.id: item for item in self._verbs.all_items()}
        return self._read

    def _exchange(self, item: OpenItem, told: str) -> OpenItem:
        before = self._items[item.id]
        stored = self._write(item)
        self._done(told, stored, lambda: self._write(before))
        return stored

    def _write(self, item: OpenItem) -> OpenItem:
        stored = self._verbs.change(item)
        self._keep(stored)
        return stored

    def _take_out(self, item_id: int) -> OpenItem:
        gone = self._verbs.delete(item_id)
        if self._read is not None:
            self._read.pop(item_id, None)
        return gone

    def _put_back(self, item: OpenItem) -> None:
        self._keep(self._verbs.restore(item))

    def _keep(self, stored: OpenItem) -> None:
        if self._read is not None:
            self._read[stored.id] = stored

    def _done(self, told: str, item: OpenItem, undo: Callable[[], object]) -> None:
        amount = "" if item.amount_fen is None else f"¥{format_yuan(item.amount_fen)}"
        what = " · ".join(part for part in (amount, item.counterparty, item.reference) if part) or "—"
        sentence = told.format(what=what)
        self._steps.append(_Step(sentence, undo))
        self.changed.emit()
        self.did.emit(sentence)
        self.undoable.emit(sentence)
