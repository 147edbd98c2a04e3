"""The window's way to all open items: changed through the verbs, with a way back."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from pos_closeout.actions.items.item_lines import LedgerLine, SearchedText
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem
from pos_closeout.domain.ledger.open_items import clear as cleared
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.reminders.reminders import ReminderState

if TYPE_CHECKING:
    from pathlib import Path

    from pos_closeout.domain.ledger.item_facts import Facts
    from pos_closeout.domain.reminders.reminders import Rhythm
    from pos_closeout.ui.item_office import ItemOffice

KEPT_UNDOS = 50


class ItemVerbs(Protocol):
    """What the ledger asks of the actions; each verb may raise :class:`CloseoutError`."""

    def all_items(self) -> list[OpenItem]:
        """Return every item of every case."""
        ...

    def items_of(self, case_id: int) -> tuple[OpenItem, ...]:
        """Return every item of one case."""
        ...

    def lines(self, state: ItemState) -> list[LedgerLine]:
        """Return the items in a state as bare lines, in the order of the list."""
        ...

    def texts(self, item_ids: Sequence[int]) -> list[SearchedText]:
        """Return what can be searched for in items."""
        ...

    def looked_at(self, item_ids: Sequence[int]) -> list[OpenItem]:
        """Return items in the order of their ids."""
        ...

    def add(self, item: OpenItem) -> OpenItem:
        """Store a new item and return it with its id."""
        ...

    def change(self, item: OpenItem) -> OpenItem:
        """Store an item over the one with its id and return it as stored."""
        ...

    def change_many(self, items: Collection[OpenItem]) -> list[OpenItem]:
        """Store changed items, all or none, and return them as stored."""
        ...

    @property
    def office(self) -> "ItemOffice":
        """What can be done with a single item beyond its line."""
        ...

    def snooze(self, item_ids: Collection[int], until: datetime) -> tuple[ReminderState, ...]:
        """Put the reminders of items off and return what was known of them."""
        ...

    def put_back_reminders(self, states: Iterable[ReminderState]) -> None:
        """Make reminders what they were before they were put off."""
        ...

    def now(self) -> datetime:
        """Return the time on this machine."""
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
    ids: tuple[int, ...]


class LedgerController(QObject):
    """Reads open items when they are wanted and holds the last fifty actions on them.

    Every method that edits raises what the verbs raise; nothing has changed then.
    """

    changed = Signal(object)
    """Items differ from before; carries the ids of those, or ``None`` for any of them."""
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
        self._of_case: dict[int, tuple[OpenItem, ...]] = {}

    def items(self) -> list[OpenItem]:
        """Return all items of all cases, in no particular order; they are read for it."""
        return self._verbs.all_items()

    def items_of(self, case_id: int) -> list[OpenItem]:
        """Return the items of one case, in no particular order."""
        if case_id not in self._of_case:
            self._of_case[case_id] = self._verbs.items_of(case_id)
        return list(self._of_case[case_id])

    def lines(self, state: ItemState) -> list[LedgerLine]:
        """Return the items in a state as bare lines, in the order of the list."""
        return self._verbs.lines(state)

    def texts(self, item_ids: Sequence[int]) -> list[SearchedText]:
        """Return what can be searched for in items."""
        return self._verbs.texts(item_ids)

    def looked_at(self, item_ids: Sequence[int]) -> list[OpenItem]:
        """Return items in the order of their ids."""
        return self._verbs.looked_at(item_ids)

    def reload(self) -> None:
        """Read everything again, after an import or another change past the ledger; older steps cannot be undone."""
        self._steps.clear()
        self._tell(None)
        self.undoable.emit("")

    def add(self, item: OpenItem) -> OpenItem:
        """Store a new item and return it with its id."""
        stored = self._verbs.add(item)
        self._done(self.tr("Added: {what}"), [stored], lambda: self._verbs.delete(stored.id))
        return stored

    @property
    def office(self) -> "ItemOffice":
        """What can be done with a single item beyond its line."""
        return self._verbs.office

    def keep(self, item: OpenItem, facts: "Facts") -> OpenItem:
        """Store an item, new or edited, together with its extra fields, as one action."""
        before = self._verbs.looked_at([item.id]) if item.id else []
        stored, facts_before = self.office.keep_item(item, facts)

        def undo() -> None:
            if before:
                self._verbs.change_many(before)
                self.office.put_back_facts(stored.id, facts_before)
            else:
                self._verbs.delete(stored.id)

        self._done(self.tr("Changed: {what}") if before else self.tr("Added: {what}"), [stored], undo)
        return stored

    def note_accepted(self, item: OpenItem, look_again_on: date) -> OpenItem:
        """Note that a refund has been accepted: it stays open and is due again on another day."""
        before, facts_before = self._verbs.looked_at([item.id]), self.office.facts(item.id)
        stored = self.office.note_accepted(item.id, look_again_on)

        def undo() -> None:
            self._verbs.change_many(before)
            self.office.put_back_facts(item.id, facts_before)

        self._done(self.tr("To be looked at again: {what}"), [stored], undo)
        return stored

    def change(self, item: OpenItem) -> OpenItem:
        """Store an edited item."""
        return self.change_many([item])[0]

    def change_many(self, items: Collection[OpenItem]) -> list[OpenItem]:
        """Store edited items, all or none, as one action."""
        return self._exchange(items, self.tr("Changed: {what}"))

    def clear(self, item: OpenItem, on: date, how: str) -> OpenItem:
        """Mark an item as cleared on a day in a way."""
        return self.clear_many([item], on, how)[0]

    def clear_with_proof(self, item: OpenItem, on: date, how: str, proofs: "Sequence[Path]") -> None:
        """Mark an item as cleared, with files that prove it, as one action."""
        if not proofs:
            self.clear(item, on, how)
            return
        before = self._verbs.looked_at([item.id])[0]
        stored, proof_ids = self.office.clear(item.id, on, how, proofs)
        self._done(self.tr("Cleared: {what}"), [stored], lambda: self.office.take_back_clearing(before, proof_ids))

    def clear_many(self, items: Collection[OpenItem], on: date, how: str) -> list[OpenItem]:
        """Mark items as cleared on the same day in the same way, all or none, as one action."""
        return self._exchange([cleared(item, on, how) for item in items], self.tr("Cleared: {what}"))

    def snooze(self, items: Sequence[OpenItem], until: datetime) -> None:
        """Put the reminders of items off until a moment, as one action; their due dates stay."""
        before = self._verbs.snooze([item.id for item in items], until)
        self._done(self.tr("To be reminded of later: {what}"), items, lambda: self._verbs.put_back_reminders(before))

    def set_rhythm(self, items: Sequence[OpenItem], rhythm: "Rhythm | None") -> None:
        """Remind of items in a way of their own, or with ``None`` as the settings say, as one action."""
        before = self.office.set_rhythms({item.id: rhythm for item in items})
        told = self.tr("Reminded of in another way: {what}")
        self._done(told, items, lambda: self.office.set_rhythms(before))

    def now(self) -> datetime:
        """Return the time on this machine."""
        return self._verbs.now()

    def delete(self, item_id: int) -> OpenItem:
        """Take an item out and return it as it was."""
        gone = self._verbs.delete(item_id)
        self._done(self.tr("Deleted: {what}"), [gone], lambda: self._verbs.restore(gone))
        return gone

    def record(self, told: str, undo: Callable[[], object], made: Sequence[OpenItem]) -> None:
        """Take note of items that another verb has stored, and of what takes that verb back.

        Args:
            told: what was done, in a plain sentence.
            undo: takes it back.
            made: the items as stored.
        """
        self._note(told, undo, tuple(item.id for item in made))

    def undo(self) -> str:
        """Take the last action back and return what it was; empty when there is nothing to take back.

        An action that could not be taken back stays on the stack.
        """
        if not self._steps:
            return ""
        step = self._steps[-1]
        step.undo()
        self._steps.pop()
        self._tell(step.ids)
        self.undone.emit(step.told)
        self.undoable.emit(self._steps[-1].told if self._steps else "")
        return step.told

    def _exchange(self, items: Collection[OpenItem], told: str) -> list[OpenItem]:
        before = self._verbs.looked_at([item.id for item in items])
        stored = self._verbs.change_many(items)
        self._done(told, stored, lambda: self._verbs.change_many(before))
        return stored

    def _done(self, told: str, items: Sequence[OpenItem], undo: Callable[[], object]) -> None:
        self._note(told.format(what=self._named(items)), undo, tuple(item.id for item in items))

    def _note(self, sentence: str, undo: Callable[[], object], ids: tuple[int, ...]) -> None:
        self._steps.append(_Step(sentence, undo, ids))
        self._tell(ids)
        self.did.emit(sentence)
        self.undoable.emit(sentence)

    def _tell(self, ids: tuple[int, ...] | None) -> None:
        self._of_case = {}
        self.changed.emit(ids)

    def _named(self, items: Sequence[OpenItem]) -> str:
        """Return in a few words which items they are."""
        if len(items) != 1:
            return self.tr("%n entries", "", len(items))
        item = items[0]
        amount = "" if item.amount_fen is None else f"¥{format_yuan(item.amount_fen)}"
        return " · ".join(part for part in (amount, item.counterparty, item.reference) if part) or "—"
