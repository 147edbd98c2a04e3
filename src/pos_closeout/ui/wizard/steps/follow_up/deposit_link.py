"""Offers to carry over what is known of the deposit, from the open items or to them: the owner enters it once."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.deposit_link import from_items, items_settled
from pos_closeout.domain.steps.progress import deposit_of
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, card, label, row
from pos_closeout.ui.wizard.situation import Situation


class DepositLink(QWidget):
    """One sentence and a button while there is something to carry over, hidden else."""

    changed = Signal(object)
    """Carries the case with the follow-up filled in."""
    clearing = Signal(object, object, str)
    """Open items are to be cleared: carries them, the day and how."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._now: Situation | None = None
        self._told = label("")
        self.act = button(context.look, "", self.carry_over, icon="check", kind="small")
        line = row(self._told, self.act, spacing=12)
        line.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(line))
        self.hide()

    def tell(self, now: Situation) -> None:
        """Show what can be carried over in a case."""
        self._now = now
        filled, settled = from_items(now.case.follow_up, now.items), items_settled(deposit_of(now.case), now.items)
        if filled is not None:
            told = self.tr("The outstanding list says that the deposit came back: %1 on %2.")
            day = "" if filled.deposit_received_on is None else self._context.day(filled.deposit_received_on)
            yuan = self._context.yuan(filled.deposit_received_fen)
            self._told.setText(told.replace("%1", yuan).replace("%2", day))
            self.act.setText(self.tr("Take it over"))
        elif settled:
            self._told.setText(self.tr("The deposit is settled here, but still open in the outstanding list."))
            self.act.setText(self.tr("Clear it there too"))
        self.setVisible(filled is not None or bool(settled))

    def carry_over(self) -> None:
        """Carry over what can be."""
        if self._now is None:
            return
        case, items = self._now.case, self._now.items
        filled = from_items(case.follow_up, items)
        if filled is not None:
            self.changed.emit(replace(case, follow_up=filled))
            return
        settled = items_settled(deposit_of(case), items)
        if settled:
            told = case.follow_up
            on = told.deposit_received_on or self._now.today
            how = self.tr("Deposit settled in the follow-up: %1 received").replace(
                "%1", self._context.yuan(told.deposit_received_fen or 0)
            )
            self.clearing.emit(settled, on, how)
