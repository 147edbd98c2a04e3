"""What has happened to the application so far, and the way to take the last entry back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.review import EventKind, ReviewEvent
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, icon_label, label, row
from pos_closeout.ui.wizard.situation import Situation

_ICONS = {
    EventKind.SUBMITTED: ("arrow-right", Tone.ACCENT),
    EventKind.ACCEPTED: ("check", Tone.ACCENT),
    EventKind.RETURNED: ("octagon-alert", Tone.SEAL),
    EventKind.APPROVED: ("circle-check", Tone.OK),
    EventKind.RECEIVED: ("circle-check", Tone.OK),
}


class HistoryCard(QWidget):
    """Lists the events in their order."""

    taken_back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[ReviewEvent, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        back = row(
            button(context.look, self.tr("Take the last one back"), self.taken_back.emit, icon="undo-2", kind="small")
        )
        back.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("What happened"), "cardTitle"), self._lines, back, spacing=10))

    def tell(self, now: Situation) -> None:
        """Show the events of a case."""
        events = now.case.reviews
        self.setVisible(bool(events))
        if events == self._shown:
            return
        self._shown = events
        clear_layout(self._lines)
        for event in events:
            icon, tone = _ICONS[event.kind]
            lines = [label(self._head(event), "strong"), *(label(told, "hint") for told in self._told(event))]
            self._lines.addLayout(
                row(icon_label(self._context.look, icon, tone, 18, top=True), column(*lines, spacing=2), spacing=10)
            )

    def _head(self, event: ReviewEvent) -> str:
        context = self._context
        day = "" if event.happened_on is None else context.long_day(event.happened_on)
        version = self.tr("version %1").replace("%1", str(event.version)) if event.version else ""
        return " · ".join(
            part for part in (day, context.say(context.guidance.review.events[event.kind]), version) if part
        )

    def _told(self, event: ReviewEvent) -> list[str]:
        context, texts = self._context, self._context.guidance.review
        way = "" if event.how is None else context.say(texts.ways[event.how])
        number = self.tr("no. %1").replace("%1", event.number) if event.number else ""
        reasons = self.tr("; ").join(context.say(texts.reasons[reason]) for reason in event.reasons)
        return [line for line in (" · ".join(part for part in (way, number) if part), reasons, event.note) if line]
