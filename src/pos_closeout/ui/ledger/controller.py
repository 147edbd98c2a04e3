"""Changes open items on behalf of every screen, tells them all, and keeps what takes each change back."""

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.clearing import clear_with_proof, note_accepted, take_back_clearing
from pos_closeout.actions.items.item_files import facts_of, keep_item, put_back_facts
from pos_closeout.actions.items.item_lines import items_by_id
from pos_closeout.actions.items.items import (
    add_item,
    change_items,
    clear_items,
    delete_item,
    delete_items,
    list_items,
    restore_items,
)
from pos_closeout.actions.items.overview import items_of
from pos_closeout.actions.reminders.reminders import put_back_reminders, set_rhythms, snooze
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.reminders.reminders import Rhythm

KEPT_UNDOS = 50


@dataclass(frozen=True, slots=True)
class _Step:
    """One action that can be taken back."""

    what: str
    undo: Callable[[], object]
    ids: tuple[int, ...]
    at: float = field(default_factory=monotonic)


class LedgerController(QObject):
    """Reads open items when they are wanted and holds the last fifty actions on them.

    Every method that edits raises what the verb behind it raises; nothing has changed then.
    """

    changed = Signal(object)
    """Items differ from before; carries the ids of those, or ``None`` for any of them."""
    did = Signal(str)
    """An action has just been carried out; carries what it was, in a plain sentence."""
    undone = Signal(str)
    """An action has just been taken back; carries what it was."""
    undoable = Signal(str)
    """What :meth:`undo` would take back now; empty when there is nothing."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._store, self._clock = store, clock
        self._steps: deque[_Step] = deque(maxlen=KEPT_UNDOS)
        self._of_case: dict[int, tuple[OpenItem, ...]] = {}

    def items(self) -> list[OpenItem]:
        """Return all items of all cases, in no particular order; they are read for it."""
        return list(list_items(self._store, cleared=True))

    def items_of(self, case_id: int) -> list[OpenItem]:
        """Return the items of one case, in no particular order."""
        if case_id not in self._of_case:
            self._of_case[case_id] = items_of(self._store, case_id)
        return list(self._of_case[case_id])

    def reload(self) -> None:
        """Read everything again, after an import or another change past the ledger; older steps cannot be undone."""
        self._steps.clear()
        self._tell(None)
        self.undoable.emit("")

    def add(self, item: OpenItem) -> OpenItem:
        """Store a new item and return it with its id."""
        stored = add_item(self._store, item, self._clock())
        self._done(self.tr("Added: {what}"), [stored], lambda: delete_item(self._store, stored.id, self._clock()))
        return stored

    def keep(self, item: OpenItem, facts: Facts, base: tuple[OpenItem, Facts] | None = None) -> OpenItem:
        """Store an item, new or edited from ``base``, together with its extra fields, as one action."""
        before = items_by_id(self._store, [item.id]) if item.id else []
        kept = keep_item(self._store, item, facts, self._clock(), base)
        stored, facts_before = kept.item, kept.facts_before

        def undo() -> None:
            if before:
                change_items(self._store, before, self._clock())
                put_back_facts(self._store, stored.id, facts_before, self._clock())
            else:
                delete_item(self._store, stored.id, self._clock())

        told = self.tr("Changed: {what}") if before else self.tr("Added: {what}")
        if kept.overruled:
            both = self.tr(
                "Changed elsewhere at the same time: %1. What you entered here stands; the history has both."
            )
            theirs = "; ".join(each[:40] for each in kept.overruled[:3])
            # What was typed may hold braces.
            told += " · " + both.replace("%1", theirs.replace("{", "{{").replace("}", "}}"))
        self._done(told, [stored], undo)
        return stored

    def note_accepted(self, item: OpenItem, look_again_on: date) -> OpenItem:
        """Note that a refund has been accepted: it stays open and is due again on another day."""
        before, facts_before = items_by_id(self._store, [item.id]), facts_of(self._store, item.id)
        stored = note_accepted(self._store, item.id, look_again_on, self._clock())

        def undo() -> None:
            change_items(self._store, before, self._clock())
            put_back_facts(self._store, item.id, facts_before, self._clock())

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

    def clear_with_proof(self, item: OpenItem, on: date, how: str, proofs: Sequence[Path]) -> None:
        """Mark an item as cleared, with files that prove it, as one action."""
        if not proofs:
            self.clear(item, on, how)
            return
        before = items_by_id(self._store, [item.id])[0]
        stored, proof_ids = clear_with_proof(self._store, item.id, on, how, proofs=tuple(proofs), now=self._clock())
        self._done(
            self.tr("Cleared: {what}"),
            [stored],
            lambda: take_back_clearing(self._store, before, proof_ids, self._clock()),
        )

    def clear_many(self, items: Collection[OpenItem], on: date, how: str) -> list[OpenItem]:
        """Mark items as cleared on the same day in the same way, all or none, as one action."""
        before = items_by_id(self._store, [item.id for item in items])
        stored = clear_items(self._store, [item.id for item in items], on, how, self._clock())
        self._done(self.tr("Cleared: {what}"), stored, lambda: change_items(self._store, before, self._clock()))
        return stored

    def snooze(self, items: Sequence[OpenItem], until: datetime) -> None:
        """Put the reminders of items off until a moment, as one action; their due dates stay."""
        before = snooze(self._store, [item.id for item in items], until, self._clock())
        self._done(self.tr("To be reminded of later: {what}"), items, lambda: put_back_reminders(self._store, before))

    def set_rhythm(self, items: Sequence[OpenItem], rhythm: Rhythm | None) -> None:
        """Remind of items in a way of their own, or with ``None`` as the settings say, as one action."""
        before = set_rhythms(self._store, {item.id: rhythm for item in items})
        told = self.tr("Reminded of in another way: {what}")
        self._done(told, items, lambda: set_rhythms(self._store, before))

    def delete(self, item_id: int) -> OpenItem:
        """Take an item out and return it as it was."""
        return self.delete_many([item_id])[0]

    def delete_many(self, item_ids: Sequence[int]) -> list[OpenItem]:
        """Take items out, all or none, as one action; return them as they were."""
        gone = delete_items(self._store, item_ids, self._clock())
        self._done(self.tr("Deleted: {what}"), gone, lambda: restore_items(self._store, gone, self._clock()))
        return gone

    def record(self, told: str, undo: Callable[[], object], made: Sequence[OpenItem]) -> None:
        """Take note of items that another verb has stored, and of what takes that verb back.

        Args:
            told: what was done, in a plain sentence.
            undo: takes it back.
            made: the items as stored.
        """
        self._note(told, undo, tuple(item.id for item in made))

    @property
    def acted_at(self) -> float:
        """When the last action was done that can be taken back, in seconds of the monotonic clock; 0 without one."""
        return self._steps[-1].at if self._steps else 0.0

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
        self.undone.emit(step.what)
        self.undoable.emit(self._steps[-1].what if self._steps else "")
        return step.what

    def _exchange(self, items: Collection[OpenItem], told: str) -> list[OpenItem]:
        before = items_by_id(self._store, [item.id for item in items])
        stored = change_items(self._store, items, self._clock())
        self._done(told, stored, lambda: change_items(self._store, before, self._clock()))
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
