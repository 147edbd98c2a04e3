"""How papers reached the acquirer: the contract ends when the notice arrives, so the arrival needs a proof."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.issued_papers import Delivery, DeliveryChannel, check_delivery, has_proof
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.papers.fitting_papers import add_delivery
from pos_closeout.ui.context import Context
from pos_closeout.ui.papers.files import paper_names
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, icon_label, label, row
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog


class DeliveryCard(QWidget):
    """Lists what was handed over; offers an e-mail file and a new entry."""

    changed = Signal(object)
    mail_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case, self._today = context, Case(), date.min
        self._shown: tuple[Delivery, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        look = context.look
        held = QWidget()
        held.setLayout(
            FlowLayout().add_all(
                button(look, self.tr("Save as e-mail"), self.mail_asked.emit, icon="mail", kind="small"),
                button(look, self.tr("Log a delivery"), self._added, icon="plus", kind="small"),
            )
        )
        hint = label(
            self.tr(
                "An agreement ends when the notice arrives (Civil Code, art. 565). Keep what shows the arrival: EMS "
                "record, stamped receipt, reply, ticket number."
            ),
            "hint",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("Handed over"), "cardTitle"), hint, self._lines, held, spacing=8))

    def tell(self, case: Case, today: date) -> None:
        """Show the deliveries of a case."""
        self._case, self._today = case, today
        if case.deliveries == self._shown:
            return
        self._shown = case.deliveries
        clear_layout(self._lines)
        for place, delivery in enumerate(case.deliveries):
            self._lines.addLayout(self._line(place, delivery))

    def _line(self, place: int, delivery: Delivery) -> QVBoxLayout:
        context = self._context
        name = self.tr("Edit delivery %1").replace("%1", str(place + 1))
        pencil = button(context.look, "", lambda: self._edit(place), icon="pencil", kind="quiet", name=name)
        version = self.tr("version %1").replace("%1", str(delivery.version)) if delivery.version else ""
        sent = context.long_day(delivery.sent_on) if delivery.sent_on else ""
        told = (paper_names()[delivery.paper], version, channel_names()[delivery.channel], delivery.number, sent)
        proved = has_proof(delivery)
        if proved and delivery.arrived_on is not None:
            text = self.tr("Arrived on %1: %2").replace("%1", context.long_day(delivery.arrived_on))
            text = text.replace("%2", delivery.proof)
        else:
            text = self.tr("No proof of arrival yet")
        icon, tone = ("circle-check", Tone.OK) if proved else ("clock-alert", Tone.AMBER)
        line = row(icon_label(context.look, icon, tone, 16, top=True), label(text, "hint", tone=tone), spacing=6)
        return column(row(label(" · ".join(part for part in told if part)), pencil), line, spacing=2)

    def _edit(self, place: int) -> None:
        sent = self._case.deliveries
        editor = DeliveryEditor(self._context, sent[place], self.window(), new=False)
        if editor.exec() == DeliveryEditor.DialogCode.Accepted:
            self._emit((*sent[:place], editor.value(), *sent[place + 1 :]))
        elif editor.removed:
            self._emit(sent[:place] + sent[place + 1 :])

    def _added(self) -> None:
        editor = DeliveryEditor(self._context, Delivery(sent_on=self._today), self.window(), new=True)
        if editor.exec() == DeliveryEditor.DialogCode.Accepted:
            self.changed.emit(add_delivery(self._case, editor.value()))

    def _emit(self, deliveries: tuple[Delivery, ...]) -> None:
        self.changed.emit(replace(self._case, deliveries=deliveries))


class DeliveryEditor(FormDialog[Delivery]):
    """Edits one delivery."""

    def __init__(self, context: Context, delivery: Delivery, parent: QWidget, *, new: bool) -> None:
        super().__init__(context, delivery, parent)
        take_off = "" if new else self.tr("Take off the log")
        self.build(DialogLook(self.tr("One delivery"), take_off=take_off, size=(480, 0)), self._rows())

    def _rows(self) -> list[list[DialogField]]:
        date_, choice = FieldType.DATE, FieldType.CHOICE
        return [
            [
                DialogField("paper", self.tr("Paper"), choice, choices=paper_names()),
                DialogField("channel", self.tr("How it went"), choice, choices=channel_names()),
            ],
            [DialogField("to", self.tr("To whom"))],
            [DialogField("number", self.tr("Consignment or ticket number"), FieldType.NUMBER)],
            [
                DialogField("sent_on", self.tr("Sent on"), date_),
                DialogField("arrived_on", self.tr("Arrived on"), date_),
            ],
            [DialogField("proof", self.tr("Proof of arrival"), note=self.tr("such as the EMS record"))],
        ]

    def checked(self, value: Delivery) -> str:
        """Return what does not fit."""
        try:
            check_delivery(value)
        except BadInputError:
            return self.tr("It cannot arrive before it was sent. Please look at both dates.")
        return ""


def channel_names() -> dict[DeliveryChannel, str]:
    """Return what the ways to hand something over are called."""
    return {
        DeliveryChannel.IN_PERSON: QCoreApplication.translate("DeliveryCard", "In person"),
        DeliveryChannel.EMS: QCoreApplication.translate("DeliveryCard", "EMS"),
        DeliveryChannel.EMAIL: QCoreApplication.translate("DeliveryCard", "E-mail"),
        DeliveryChannel.SERVICE_DESK: QCoreApplication.translate("DeliveryCard", "Service desk"),
    }
