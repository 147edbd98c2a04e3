"""The dialog that notes one thing that happened to the application; it asks only what that thing needs."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case.issued_papers import Delivery, DeliveryChannel, handed_in_on, sent_letter
from pos_closeout.domain.case.review import EventKind, ReturnReason, ReviewEvent, add_event
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.number_line import number_line
from pos_closeout.ui.widgets.questions import may_discard
from pos_closeout.ui.wizard.situation import Situation


class ReviewEditor(QDialog):
    """Asks for the day and, by kind, for the way, the number, the reasons or a note."""

    def __init__(self, context: Context, kind: EventKind, now: Situation, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._kind, self._now = context, kind, now
        texts = context.guidance.review
        title = context.say(texts.events[kind])
        self.setWindowTitle(title)
        self.setMinimumWidth(context.look.px(460))
        self._problem = Banner(context)
        self._day = DateField(context)
        self._day.set_value(now.today)
        self._way = QComboBox()
        for way, name in texts.ways.items():
            self._way.addItem(context.say(name), way)
        self._number, self._note = number_line(limit=120), line_edit(limit=400)
        self._reasons = {reason: CheckLine(context.say(name)) for reason, name in texts.reasons.items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(label(title, "cardTitle"))
        for part in self._parts():
            layout.addWidget(part)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())
        self._from_log()
        self._before = self.event_noted()
        self._day.setFocus()

    def _sent(self) -> Delivery | None:
        """Return what the delivery log says of the letter that is being handed in."""
        case = self._now.case
        return sent_letter(case.deliveries, case.letter.issued_version) if self._kind is EventKind.SUBMITTED else None

    def _from_log(self) -> None:
        sent = self._sent()
        day = None if sent is None else handed_in_on(sent)
        if sent is None or day is None or day > self._now.today:
            return
        self._day.set_value(day)
        self._way.setCurrentIndex(self._way.findData(sent.channel))
        self._number.setText(sent.number)

    def _parts(self) -> list[QWidget]:
        context, kind = self._context, self._kind
        parts: list[QWidget] = [Field(context, self.tr("Happened on"), self._day)]
        numbers = {
            EventKind.SUBMITTED: self.tr("Tracking or ticket number"),
            EventKind.ACCEPTED: self.tr("Number they gave you"),
            EventKind.RECEIVED: self.tr("Number of the receipt"),
        }
        if kind is EventKind.SUBMITTED:
            version = self._now.case.letter.issued_version
            parts.insert(0, label(self.tr("Version %1 of the letter").replace("%1", str(version)), "hint"))
            if self._sent() is not None:
                parts.insert(1, label(self.tr("Filled in from your delivery log; please check."), "hint"))
            parts.append(Field(context, self.tr("How it was handed in"), self._way))
        if kind in numbers:
            parts.append(self._field(numbers[kind], self._number))
        if kind is EventKind.RETURNED:
            parts.append(label(self.tr("Why did it come back?"), "strong"))
            parts += self._reasons.values()
        told = self.tr("In their words") if kind is EventKind.RETURNED else self.tr("Remark")
        parts.append(self._field(told, self._note))
        return parts

    def _field(self, name: str, editor: QLineEdit) -> Field:
        return Field(self._context, name, editor)

    def _buttons(self) -> QHBoxLayout:
        look = self._context.look
        keep = button(look, self.tr("&Note it"), self.accept, kind="primary")
        keep.setDefault(True)
        layout = row()
        layout.addStretch()
        layout.addWidget(button(look, self.tr("Cancel"), self.reject))
        layout.addWidget(keep)
        return layout

    def event_noted(self) -> ReviewEvent:
        """Return the event as it stands in the dialog."""
        submitted = self._kind is EventKind.SUBMITTED
        return ReviewEvent(
            self._kind,
            self._day.value(),
            self._now.case.letter.issued_version if submitted else 0,
            DeliveryChannel(self._way.currentData()) if submitted else None,
            self._number.text().strip(),
            tuple(reason for reason in ReturnReason if self._reasons[reason].box.isChecked()),
            self._note.text().strip(),
        )

    def accept(self) -> None:
        """Keep the event, or say what is missing."""
        try:
            add_event(self._now.case.reviews, self.event_noted(), self._now.today)
        except BadInputError as error:
            self._problem.tell(Tone.SEAL, self._day.verdict() or self._words(error))
        else:
            super().accept()

    def _words(self, error: BadInputError) -> str:
        last = str(error.facts.get("date", ""))
        day = self._context.long_day(date.fromisoformat(last)) if last else ""
        words = {
            "review.date_missing": self.tr("Please say on which day it was."),
            "review.in_future": self.tr("This day has not come yet."),
            "review.before_last": self.tr("The event before was on %1.").replace("%1", day),
            "review.version_missing": self.tr("Print or save the letter first; then there is something to hand in."),
            "review.reason_missing": self.tr("Please tick at least one reason."),
            "review.note_missing": self.tr("Please write down what they said."),
        }
        return words.get(error.message_id, error.message_id)

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if self.event_noted() == self._before or may_discard(self):
            super().reject()
