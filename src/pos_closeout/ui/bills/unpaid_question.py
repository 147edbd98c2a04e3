"""What no bill can show: the program asks for payments without a result, and writes them down if there is one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_closeout.domain.bills.bills import UnpaidAnswer
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, column, icon_label, label, row
from pos_closeout.ui.widgets.flow import FlowLayout


class UnpaidQuestion(QFrame):
    """Three ways to say yes, each opening the editor with the entry begun; and one to say no."""

    entry_asked = Signal(object)
    """The owner says yes; carries the :class:`OpenItem` to begin with."""
    none_said = Signal()
    """The owner says that there is none."""
    again_asked = Signal()
    """The owner takes that back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "card")
        look = context.look
        asked = self.tr("Is there a customer who says he paid, or a payment the terminal did not confirm?")
        why = self.tr(
            "Bills never show such payments, so only you can know. Look at the last slips and think of today."
        )
        self._said = label("", "hint")
        self._again = button(look, self.tr("As&k me again"), self.again_asked.emit, icon="rotate-ccw", kind="small")
        self._again_row = QWidget()
        again = row(self._again)
        again.addStretch()
        self._again_row.setLayout(again)
        ways = (
            button(look, self.tr("A customer says he &paid…"), partial(self._yes, self._customer()), kind="small"),
            button(look, self.tr("The terminal did not con&firm…"), partial(self._yes, self._terminal()), kind="small"),
            button(look, self.tr("An order is still &unpaid…"), partial(self._yes, self._unpaid()), kind="small"),
            button(look, self.tr("No, &none"), self.none_said.emit, icon="check", kind="small"),
        )
        self._ways = QWidget()
        held = QVBoxLayout(self._ways)
        held.setContentsMargins(0, 0, 0, 0)
        held.addLayout(FlowLayout().add_all(*ways))
        words = column(label(asked, "strong"), label(why, "hint"), self._said, self._ways, self._again_row, spacing=6)
        layout = row(icon_label(look, "circle-help", Tone.ACCENT, 20, top=True), spacing=10, margins=(16, 12, 16, 12))
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.setAccessibleName(asked)
        self.show_answer(None)

    def show_answer(self, answer: UnpaidAnswer | None) -> None:
        """Show what the owner said earlier, or ask; a bill imported since makes the program ask again."""
        answered = answer is not None and not answer.ask_again
        if answer is None:
            said = ""
        elif answer.ask_again:
            said = self.tr("On {day} you said: none. A newer bill was imported since; please think again.").format(
                day=self._context.long_day(answer.on)
            )
        else:
            said = self.tr(
                "On {day} you said: none. The program asks again after the next bill; ask yourself once more on the "
                "terminal's last day."
            ).format(day=self._context.long_day(answer.on))
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._ways.setVisible(not answered)
        self._again_row.setVisible(answered)

    def _yes(self, item: OpenItem) -> None:
        self.entry_asked.emit(item)

    def _begun(self, channel: PaymentChannel, note: str) -> OpenItem:
        return OpenItem(
            kind=ItemKind.UNFINISHED,
            channel=channel,
            original_on=self._context.today,
            due_on=self._context.today,
            due_basis=self.tr("ask on the day it is noticed"),
            note=note,
        )

    def _customer(self) -> OpenItem:
        return self._begun(PaymentChannel.WECHAT, self.tr("The customer says he paid; the shop saw no money."))

    def _terminal(self) -> OpenItem:
        return self._begun(PaymentChannel.CARD, self.tr("The terminal did not confirm the payment."))

    def _unpaid(self) -> OpenItem:
        return self._begun(PaymentChannel.OTHER, self.tr("An order is still unpaid on the terminal."))
