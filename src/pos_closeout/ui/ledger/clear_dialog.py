"""The dialog that asks when and how an item was cleared; "accepted" does not count for a refund."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, only_on_its_way
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.proof_chooser import ProofChooser
from pos_closeout.ui.ledger.refund_choice import RefundChoice, RefundOutcome
from pos_closeout.ui.ledger.words import clearing_suggestions
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog


@dataclass(frozen=True, slots=True)
class Clearing:
    """When and how an item was cleared, and the day to look again at a refund that was only accepted."""

    how: str = ""
    day: date | None = None
    again: date | None = None


class ClearDialog(FormDialog[Clearing]):
    """Marks an item as cleared, or a refund as accepted.

    Args:
        context: look and texts.
        item: the item that is to be cleared.
        keep: stores the day, the way and the files that prove it.
        parent: the window it stands over.
        accepted: notes that a refund has only been accepted, with the day to look again; ``None`` offers no such way.
        again: the day to look again that is offered.
        proven: the item has proof already; ``None`` takes no files.
    """

    def __init__(
        self,
        context: Context,
        item: OpenItem,
        keep: Callable[[date, str, Sequence[Path]], object],
        parent: QWidget | None = None,
        *,
        accepted: Callable[[date], object] | None = None,
        again: date | None = None,
        proven: bool | None = None,
    ) -> None:
        super().__init__(context, Clearing(day=context.today, again=again), parent)
        self._item, self._keep, self._accepted = item, keep, accepted
        self.refund_choice = RefundChoice(context) if accepted is not None and item.kind is ItemKind.REFUND else None
        self.proofs = None if proven is None else ProofChooser(context, proven=proven)
        kind, title = context.guidance.kinds[item.kind], self.tr("Mark as cleared")
        parts = (context.say(kind.name), item.counterparty, context.yuan(item.amount_fen))
        about = " · ".join(part for part in parts if part)
        look = DialogLook(title, title, about, self.tr("&Mark as cleared"), size=(520, 0))
        self.build(look, self._rows(self.tr("Keep as proof: {proof}").format(proof=context.say(kind.proof))))
        self.line("how").setFocus()

    def _rows(self, hint: str) -> list[list[DialogField | QWidget]]:
        offers = tuple(clearing_suggestions(self._item.kind))
        parts = (
            self.refund_choice,
            DialogField("how", self.tr("How it was cleared"), limit=400, hint=hint, offers=offers),
            DialogField("day", self.tr("Cleared on"), FieldType.DATE),
            self.proofs,
            DialogField("again", self.tr("Look again on"), FieldType.DATE),
        )
        return [[part] for part in parts if part is not None]

    def connect_fields(self) -> None:
        """Ask for what the chosen way needs, and warn about a refund that is only on its way."""
        self.line("how").textChanged.connect(self._tell_how)
        if self.refund_choice is not None:
            self.refund_choice.changed.connect(self._tell_way)
        self._tell_way()

    def faults(self, value: Clearing) -> dict[str, str]:
        """Return what is missing or cannot be, for the way that was chosen."""
        if self._waits():
            wrong = {"again": self._again_fault(value)}
        else:
            wrong = {"how": self._how_fault(value), "day": self._day_fault(value)}
        return dict(list({name: words for name, words in wrong.items() if words}.items())[:1])

    def ready(self) -> bool:
        """Return whether all is there, the proof of a refund as well."""
        if not super().ready():
            return False
        if self._way() is not RefundOutcome.PROOF or self.proofs is None or self.proofs.enough():
            return True
        self.proofs.ask()
        return False

    def keep_value(self, value: Clearing) -> None:
        """Mark the item, or note the day to look again."""
        if self._waits():
            if self._accepted is not None and value.again is not None:
                self._accepted(value.again)
        elif value.day is not None:
            self._keep(value.day, value.how, () if self.proofs is None else tuple(self.proofs.files))

    def touched(self) -> bool:
        """Return whether words were typed or files chosen."""
        return super().touched() or bool(self.proofs is not None and self.proofs.files)

    def _way(self) -> RefundOutcome:
        return RefundOutcome.SUCCESS if self.refund_choice is None else self.refund_choice.outcome()

    def _waits(self) -> bool:
        return self._way() is RefundOutcome.ACCEPTED

    def _tell_way(self) -> None:
        """Success and proof clear the item, accepted only sets a day."""
        waits = self._waits()
        for clears in (self.fields["how"], self.fields["day"], self.proofs):
            if clears is not None:
                clears.setVisible(not waits)
        self.fields["again"].setVisible(waits)
        words = self.tr("&Leave open and look again") if waits else self.tr("&Mark as cleared")
        self.keep_button.setText(words)
        self.keep_button.setAccessibleName(words.replace("&", ""))
        self.adjustSize()

    def _tell_how(self) -> None:
        """Warn while typing about a refund that is only on its way."""
        early = self._item.kind is ItemKind.REFUND and only_on_its_way(self.line("how").text())
        self.fields["how"].set_verdict(Tone.SEAL if early else None, self._not_arrived() if early else "")

    def _not_arrived(self) -> str:
        return self.tr(
            "Accepted is not refunded: the bank can still send it back. Leave the entry open until the platform says "
            "“refund successful” or the customer has the money."
        )

    def _how_fault(self, value: Clearing) -> str:
        if not value.how:
            return self.tr("Please say how it was cleared.")
        return self._not_arrived() if self._item.kind is ItemKind.REFUND and only_on_its_way(value.how) else ""

    def _again_fault(self, value: Clearing) -> str:
        if value.again is None or value.again < self.context.today:
            return self.day("again").verdict() or self.tr("Please choose a day from today on to look again.")
        return ""

    def _day_fault(self, value: Clearing) -> str:
        if value.day is None:
            return self.day("day").verdict() or self.tr("Please say on which day it was cleared.")
        if value.day > self.context.today:
            return self.tr("This day has not come yet. Mark the entry when it is really cleared.")
        if self._item.original_on is not None and value.day < self._item.original_on:
            return self.tr("This lies before the original payment. Please check the date.")
        return ""
