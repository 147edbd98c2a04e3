"""Carries out what the owner decides about finds, so that the list shows it at once and it can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from pos_closeout.actions.bills.bill_proposals import (
    accept_proposal,
    accept_proposals,
    reject_proposals,
    reopen_proposals,
)
from pos_closeout.actions.items.item_files import keep_item
from pos_closeout.domain.bills.bills import KeptProposal
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.controller import LedgerController


class Decisions(QObject):
    """Every method raises what the verb behind it raises; what was done until then stays done and can be taken back."""

    changed = Signal()
    """Something was decided; the ledger tells when it is taken back."""

    def __init__(self, context: Context, ledger: LedgerController, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._ledger = context, ledger

    def accept(self, finds: Sequence[KeptProposal]) -> None:
        """Put finds on the outstanding list as they are."""
        if not finds:
            return
        store, language = self._context.store, self._context.language
        made = accept_proposals(store, [find.id for find in finds], self._context.clock(), language=language)
        self._record(self.tr("Accepted: %n row(s)", "", len(finds)), finds, made)

    def accept_changed(self, find: KeptProposal, item: OpenItem, facts: Facts) -> None:
        """Put a find on the list as the owner changed it, with the extra fields of its kind."""
        store, clock = self._context.store, self._context.clock
        made = accept_proposal(store, find.id, item, clock())
        if facts:
            keep_item(store, made, facts, clock())
        self._record(self.tr("Accepted: %n row(s)", "", 1), [find], [made])

    def turn_down(self, finds: Sequence[KeptProposal], why: str) -> None:
        """Leave finds out, with the reason."""
        reject_proposals(self._context.store, [find.id for find in finds], why, self._context.clock())
        self._record(self.tr("Left out: %n row(s)", "", len(finds)), finds, [])

    def take_up_again(self, finds: Sequence[KeptProposal]) -> None:
        """Let finds that were left out wait for a decision again."""
        if not finds:
            return
        store, clock = self._context.store, self._context.clock
        reopen_proposals(store, [find.id for find in finds], clock())

        def undo() -> None:
            for find in finds:
                reject_proposals(store, [find.id], find.why, clock())

        self._ledger.record(self.tr("To review again: %n row(s)", "", len(finds)), undo, [])
        self.changed.emit()

    def _record(self, told: str, finds: Sequence[KeptProposal], made: Sequence[OpenItem]) -> None:
        numbers = [find.id for find in finds]
        # Not a method of this object: what takes the step back outlives the screen.
        store, clock = self._context.store, self._context.clock
        self._ledger.record(told, lambda: reopen_proposals(store, numbers, clock()), made)
        self.changed.emit()
