"""Carries out what the owner decides about finds, so that the list shows it at once and it can be taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from pos_closeout.domain.bills.bills import KeptProposal
from pos_closeout.domain.ledger.due_dates import DueDate
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.bills.desk import BillDesk
from pos_closeout.ui.ledger.controller import LedgerController


class Decisions(QObject):
    """Every method raises what the verbs raise; what was done until then stays done and can be taken back."""

    changed = Signal()
    """Something was decided; the ledger tells when it is taken back."""

    def __init__(self, desk: BillDesk, ledger: LedgerController, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ledger, self._language = desk, ledger, language

    def suggested(self, find: KeptProposal) -> OpenItem:
        """Return the open item a find would become."""
        return self._desk.suggested(find, self._language)

    def reckoner(self) -> Callable[[OpenItem, Facts], DueDate]:
        """Return what works out due dates while somebody types."""
        return self._ledger.office.reckoner()

    def accept(self, finds: Sequence[KeptProposal]) -> None:
        """Put finds on the outstanding list as they are."""
        if not finds:
            return
        made = self._desk.accept_all(finds, self._language)
        self._record(self.tr("Accepted: %n find(s)", "", len(finds)), finds, made)

    def accept_changed(self, find: KeptProposal, item: OpenItem, facts: Facts) -> None:
        """Put a find on the list as the owner changed it, with the extra fields of its kind."""
        made = self._desk.accept(find, item)
        if facts:
            self._ledger.office.keep_item(made, facts)
        self._record(self.tr("Accepted: %n find(s)", "", 1), [find], [made])

    def turn_down(self, finds: Sequence[KeptProposal], why: str) -> None:
        """Leave finds out, with the reason."""
        self._desk.turn_down_all(finds, why)
        self._record(self.tr("Left out: %n find(s)", "", len(finds)), finds, [])

    def take_up_again(self, finds: Sequence[KeptProposal]) -> None:
        """Let finds that were left out wait for a decision again."""
        if not finds:
            return
        self._desk.reopen_all([find.id for find in finds])
        turn_down = self._desk.turn_down_all

        def undo() -> None:
            for find in finds:
                turn_down([find], find.why)

        self._ledger.record(self.tr("To be decided again: %n find(s)", "", len(finds)), undo, [])
        self.changed.emit()

    def _record(self, told: str, finds: Sequence[KeptProposal], made: Sequence[OpenItem]) -> None:
        numbers = [find.id for find in finds]

        # Not a method of this object: the step outlives the screen.
        reopen = self._desk.reopen_all
        self._ledger.record(told, lambda: reopen(numbers), made)
        self.changed.emit()
