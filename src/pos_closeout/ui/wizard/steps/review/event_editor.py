"""The dialog that notes one thing that happened to the application; it asks only what that thing needs."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.case.issued_papers import DeliveryChannel, handed_in_on, sent_letter
from pos_closeout.domain.case.review import EventKind, ReviewEvent, add_event
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import label
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog
from pos_closeout.ui.wizard.situation import Situation


class ReviewEditor(FormDialog[ReviewEvent]):
    """Asks for the day and, by kind, for the way, the number, the reasons or a note."""

    def __init__(self, context: Context, kind: EventKind, now: Situation, parent: QWidget) -> None:
        letter = now.case.letter
        self._sent = sent_letter(now.case.deliveries, letter.issued_version) if kind is EventKind.SUBMITTED else None
        before = ReviewEvent(kind, now.today)
        if kind is EventKind.SUBMITTED:
            before = replace(before, version=letter.issued_version, how=next(iter(DeliveryChannel)))
        day = None if self._sent is None else handed_in_on(self._sent)
        if self._sent is not None and day is not None and day <= now.today:
            before = replace(before, happened_on=day, how=self._sent.channel, number=self._sent.number)
        super().__init__(context, before, parent)
        self._kind, self._now = kind, now
        texts = context.guidance.review
        shown = texts.reasons.items() if kind is EventKind.RETURNED else ()
        self.reasons = {reason: CheckLine(context.say(name)) for reason, name in shown}
        title = context.say(texts.events[kind])
        look = DialogLook(title, title, keep=self.tr("&Note it"), size=(460, 0))
        self.build(look, [[part] for part in self._parts()])
        self.day("happened_on").setFocus()

    def _parts(self) -> list[DialogField | QWidget]:
        context, kind = self.context, self._kind
        parts: list[DialogField | QWidget] = [DialogField("happened_on", self.tr("Happened on"), FieldType.DATE)]
        numbers = {
            EventKind.SUBMITTED: self.tr("Tracking or ticket number"),
            EventKind.ACCEPTED: self.tr("Number they gave you"),
            EventKind.RECEIVED: self.tr("Number of the receipt"),
        }
        if kind is EventKind.SUBMITTED:
            version = str(self.before.version)
            parts.insert(0, label(self.tr("Version %1 of the letter").replace("%1", version), "hint"))
            if self._sent is not None:
                parts.insert(1, label(self.tr("Filled in from your delivery log; please check."), "hint"))
            ways = {way: context.say(name) for way, name in context.guidance.review.ways.items()}
            parts.append(DialogField("how", self.tr("How it was handed in"), FieldType.CHOICE, choices=ways))
        if kind in numbers:
            parts.append(DialogField("number", numbers[kind], FieldType.NUMBER, limit=120))
        if kind is EventKind.RETURNED:
            parts += [label(self.tr("Why did it come back?"), "strong"), *self.reasons.values()]
        said = self.tr("In their words") if kind is EventKind.RETURNED else self.tr("Remark")
        return [*parts, DialogField("note", said, limit=400)]

    def from_fields(self, values: dict[str, Any]) -> ReviewEvent:
        """Return the event as it stands in the dialog."""
        ticked = tuple(reason for reason, box in self.reasons.items() if box.box.isChecked())
        return replace(self.before, reasons=ticked, **values)

    def checked(self, value: ReviewEvent) -> str:
        """Return what is missing."""
        try:
            add_event(self._now.case.reviews, value, self._now.today)
        except BadInputError as error:
            return self._words(error)
        return ""

    def _words(self, error: BadInputError) -> str:
        last = str(error.facts.get("date", ""))
        day = self.context.long_day(date.fromisoformat(last)) if last else ""
        words = {
            "review.date_missing": self.tr("Please say on which day it was."),
            "review.in_future": self.tr("This day has not come yet."),
            "review.before_last": self.tr("The event before was on %1.").replace("%1", day),
            "review.version_missing": self.tr("Print or save the letter first; then there is something to hand in."),
            "review.reason_missing": self.tr("Please tick at least one reason."),
            "review.note_missing": self.tr("Please write down what they said."),
        }
        return words.get(error.message_id) or self.context.sentence(error)
