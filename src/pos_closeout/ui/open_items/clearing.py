"""The dialog that asks when and how an item was cleared; "accepted" does not count for a refund."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.open_items import ItemKind, OpenItem, only_on_its_way
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.open_items.words import problem_sentence, ways_to_clear
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.keep_asking import may_discard


class ClearDialog(QDialog):
    """Closes only when the item has been marked as cleared, or when nothing is lost by closing.

    Args:
        kit: look and texts.
        item: the item that is to be cleared.
        today: the day offered, and the latest one taken.
        keep: stores the day and the way; the dialog stays open when that raises :class:`CloseoutError`.
        parent: the window it stands over.
    """

    def __init__(
        self,
        kit: Kit,
        item: OpenItem,
        today: date,
        keep: Callable[[date, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._item, self._today, self._keep = kit, item, today, keep
        title = self.tr("Mark as cleared")
        self.setWindowTitle(title)
        self.day, self.how = DateField(kit), line_edit()
        self.day.set_value(today)
        proof = self.tr("Keep as proof: {proof}").format(proof=kit.say(kit.guidance.kinds[item.kind].proof))
        self._how_field = Field(kit, self.tr("How it was cleared"), self.how, hint=proof)
        self._day_field = Field(kit, self.tr("Cleared on"), self.day)
        self._trouble = Banner(kit)
        self._lay_out(title)
        self.day.edited.connect(lambda: self._day_field.set_verdict(None, ""))
        self.how.textChanged.connect(self._tell_how)
        self.how.setFocus()

    def accept(self) -> None:
        """Mark the item and close, or say what stands in the way."""
        if not self._check_how() or not self._check_day():
            return
        day = self.day.value()
        if day is None:
            return
        try:
            self._keep(day, self.how.text())
        except CloseoutError as error:
            self._trouble.tell(Tone.SEAL, problem_sentence(error))
            return
        super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if not self.how.text().strip() or may_discard(self):
            super().reject()

    def _lay_out(self, title: str) -> None:
        kit, item = self._kit, self._item
        self.setMinimumWidth(kit.look.px(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(title, "cardTitle"))
        parts = (kit.say(kit.guidance.kinds[item.kind].name), item.counterparty, kit.yuan(item.amount_fen))
        layout.addWidget(label(" · ".join(part for part in parts if part), "subtitle"))
        layout.addWidget(self._how_field)
        chips = [
            button(kit.look, words, partial(self.how.setText, words), kind="chip") for words in ways_to_clear(item.kind)
        ]
        layout.addLayout(FlowLayout().add_all(*chips))
        layout.addWidget(self._day_field)
        layout.addWidget(self._trouble)
        layout.addStretch()
        ok = button(kit.look, self.tr("&Mark as cleared"), self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(kit.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(ok)
        layout.addLayout(buttons)

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
