"""What no bill can show: the program asks for payments without a result, and writes them down if there is one."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_closeout.domain.open_items import Channel, ItemKind, OpenItem
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, column, icon_label, label, row
from pos_closeout.ui.widgets.flow import FlowLayout


class Question(QFrame):
    """Three ways to say yes, each opening the editor with the entry begun; and one to say no."""

    entry_asked = Signal(object)
    """The owner says yes; carries the :class:`OpenItem` to begin with."""

    def __init__(self, kit: Kit, today: date) -> None:
        super().__init__()
        self._kit, self._today = kit, today
        self.setProperty("role", "card")
        look = kit.look
        asked = self.tr("Is there a customer who says he paid, or a payment the terminal did not confirm?")
        why = self.tr(
            "Bills never show such payments, so only you can know. Look at the last slips and think of today."
        )
        self._thanks = label("", "hint")
        self._thanks.hide()
        ways = (
            button(look, self.tr("A customer says he &paid…"), partial(self._yes, self._customer()), kind="small"),
            button(look, self.tr("The terminal did not con&firm…"), partial(self._yes, self._terminal()), kind="small"),
            button(look, self.tr("An order is still &unpaid…"), partial(self._yes, self._unpaid()), kind="small"),
            button(look, self.tr("No, &none"), self._no, icon="check", kind="small"),
        )
        self._ways = QWidget()
        held = QVBoxLayout(self._ways)
        held.setContentsMargins(0, 0, 0, 0)
        held.addLayout(FlowLayout().add_all(*ways))
        words = column(label(asked, "strong"), label(why, "hint"), self._ways, self._thanks, spacing=6)
        layout = row(icon_label(look, "circle-help", Tone.ACCENT, 20, top=True), spacing=10, margins=(16, 12, 16, 12))
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.setAccessibleName(asked)

    def _yes(self, item: OpenItem) -> None:
        self.entry_asked.emit(item)

    def _no(self) -> None:
        self._ways.hide()
        self._thanks.setText(self.tr("Good. Ask yourself once more on the terminal's last day."))
        self._thanks.show()

    def _begun(self, channel: Channel, note: str) -> OpenItem:
        return OpenItem(
            kind=ItemKind.UNFINISHED,
            channel=channel,
            original_on=self._today,
            due_on=self._today,
            due_basis=self.tr("ask on the day it is noticed"),
            note=note,
        )

    def _customer(self) -> OpenItem:
        return self._begun(Channel.WECHAT, self.tr("The customer says he paid; the shop saw no money."))

    def _terminal(self) -> OpenItem:
        return self._begun(Channel.CARD, self.tr("The terminal did not confirm the payment."))

    def _unpaid(self) -> OpenItem:
        return self._begun(Channel.OTHER, self.tr("An order is still unpaid on the terminal."))
