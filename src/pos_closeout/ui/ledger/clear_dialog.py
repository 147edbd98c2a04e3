"""The dialog that asks when and how an item was cleared; "accepted" does not count for a refund."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, only_on_its_way
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.proof_chooser import ProofChooser
from pos_closeout.ui.ledger.refund_choice import RefundChoice, RefundOutcome
from pos_closeout.ui.ledger.words import clearing_suggestions
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.questions import may_discard


class ClearDialog(QDialog):
    """Closes only when the item has been marked as cleared, or when nothing is lost by closing.

    Args:
        context: look and texts.
        item: the item that is to be cleared.
        today: the day offered, and the latest one taken.
        keep: stores the day, the way and the files that prove it; the dialog stays open when that raises
            :class:`CloseoutError`.
        parent: the window it stands over.
        accepted: notes that a refund has only been accepted, with the day to look again; ``None`` offers no such way.
        again: the day to look again that is offered.
        proven: the item has proof already; ``None`` takes no files.
    """

    def __init__(
        self,
        context: Context,
        item: OpenItem,
        today: date,
        keep: Callable[[date, str, Sequence[Path]], object],
        parent: QWidget | None = None,
        *,
        accepted: Callable[[date], object] | None = None,
        again: date | None = None,
        proven: bool | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._item, self._today, self._keep = context, item, today, keep
        self._accepted = accepted
        title = self.tr("Mark as cleared")
        self.setWindowTitle(title)
        self.day, self.how, self.again = DateField(context), line_edit(), DateField(context)
        self.day.set_value(today)
        self.again.set_value(again)
        proof = self.tr("Keep as proof: {proof}").format(proof=context.say(context.guidance.kinds[item.kind].proof))
        self._how_field = Field(context, self.tr("How it was cleared"), self.how, hint=proof)
        self._day_field = Field(context, self.tr("Cleared on"), self.day)
        self._again_field = Field(context, self.tr("Look again on"), self.again)
        self.refund_choice = RefundChoice(context) if accepted is not None and item.kind is ItemKind.REFUND else None
        self.proofs = None if proven is None else ProofChooser(context, proven=proven)
        self._error_banner = Banner(context)
        self._lay_out(title)
        self._connect()
        self._tell_way()
        self.how.setFocus()

    def accept(self) -> None:
        """Mark the item and close, or say what stands in the way."""
        act = self._wait if self._way() is RefundOutcome.ACCEPTED else self._clear
        try:
            done = act()
        except CloseoutError as error:
            self._error_banner.tell(Tone.SEAL, self._context.sentence(error))
            return
        if done:
            super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        typed = self.how.text().strip() or (self.proofs is not None and self.proofs.files)
        if not typed or may_discard(self):
            super().reject()

    def _clear(self) -> bool:
        day = self.day.value()
        if not (self._check_how() and self._check_proof() and self._check_day()) or day is None:
            return False
        self._keep(day, self.how.text(), () if self.proofs is None else tuple(self.proofs.files))
        return True

    def _wait(self) -> bool:
        day, problem = self.again.value(), self.again.verdict()
        if day is None or day < self._today:
            words = problem or self.tr("Please choose a day from today on to look again.")
            self._again_field.set_verdict(Tone.SEAL, words)
            self.again.setFocus()
            return False
        if self._accepted is not None:
            self._accepted(day)
        return True

    def _way(self) -> RefundOutcome:
        return RefundOutcome.SUCCESS if self.refund_choice is None else self.refund_choice.outcome()

    def _lay_out(self, title: str) -> None:
        context, item = self._context, self._item
        self.setMinimumWidth(context.look.px(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(title, "cardTitle"))
        parts = (context.say(context.guidance.kinds[item.kind].name), item.counterparty, context.yuan(item.amount_fen))
        layout.addWidget(label(" · ".join(part for part in parts if part), "subtitle"))
        if self.refund_choice is not None:
            layout.addWidget(self.refund_choice)
        layout.addWidget(self._how_field)
        self._chips = QWidget()
        chips = [
            button(context.look, words, partial(self.how.setText, words), kind="chip")
            for words in clearing_suggestions(item.kind)
        ]
        self._chips.setLayout(FlowLayout().add_all(*chips))
        layout.addWidget(self._chips)
        layout.addWidget(self._day_field)
        if self.proofs is not None:
            layout.addWidget(self.proofs)
        layout.addWidget(self._again_field)
        layout.addWidget(self._error_banner)
        layout.addStretch()
        self._ok = button(context.look, self.tr("&Mark as cleared"), self.accept, kind="primary")
        self._ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(self._ok)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.day.edited.connect(lambda: self._day_field.set_verdict(None, ""))
        self.again.edited.connect(lambda: self._again_field.set_verdict(None, ""))
        self.how.textChanged.connect(self._tell_how)
        if self.refund_choice is not None:
            self.refund_choice.changed.connect(self._tell_way)

    def _tell_way(self) -> None:
        """Ask for what the chosen way needs: success and proof clear the item, accepted only sets a day."""
        waits = self._way() is RefundOutcome.ACCEPTED
        for clears in (self._how_field, self._chips, self._day_field, self.proofs):
            if clears is not None:
                clears.setVisible(not waits)
        self._again_field.setVisible(waits)
        words = self.tr("&Leave open and look again") if waits else self.tr("&Mark as cleared")
        self._ok.setText(words)
        self._ok.setAccessibleName(words.replace("&", ""))
        self.adjustSize()

    def _check_proof(self) -> bool:
        if self._way() is not RefundOutcome.PROOF or self.proofs is None or self.proofs.enough():
            return True
        self.proofs.ask()
        return False

    def _tell_how(self) -> None:
        """Warn while typing about a refund that is only on its way."""
        if self._item.kind is ItemKind.REFUND and only_on_its_way(self.how.text()):
            self._how_field.set_verdict(Tone.SEAL, self._not_arrived())
        else:
            self._how_field.set_verdict(None, "")

    def _not_arrived(self) -> str:
        return self.tr(
            "Accepted is not refunded: the bank can still send it back. Leave the entry open until the platform says "
            "“refund successful” or the customer has the money."
        )

    def _check_how(self) -> bool:
        how = self.how.text().strip()
        if how and not (self._item.kind is ItemKind.REFUND and only_on_its_way(how)):
            return True
        problem = self._not_arrived() if how else self.tr("Please say how it was cleared.")
        self._how_field.set_verdict(Tone.SEAL, problem)
        self.how.setFocus()
        return False

    def _check_day(self) -> bool:
        day, problem = self.day.value(), self.day.verdict()
        if day is None:
            problem = problem or self.tr("Please say on which day it was cleared.")
        elif day > self._today:
            problem = self.tr("This day has not come yet. Mark the entry when it is really cleared.")
        elif self._item.original_on is not None and day < self._item.original_on:
            problem = self.tr("This lies before the original payment. Please check the date.")
        if not problem:
            return True
        self._day_field.set_verdict(Tone.SEAL, problem)
        self.day.setFocus()
        return False
