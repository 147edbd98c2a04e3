"""In the app first: the ways that are known for this owner and acquirer, before any call or letter."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_closeout.domain.eligibility.routes import Route, routes
from pos_closeout.guidance.routes import RouteText
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import card, clear_layout, column, framed, icon_label, label, row, tag
from pos_closeout.ui.wizard.situation import Situation


class AppRoutesCard(QWidget):
    """Shows who may stop in which app, what to press, what that leaves undone, and what is still worth sending."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Route, ...] | None = None
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        guard = row(icon_label(context.look, "shield-alert", Tone.OK, 18, top=True), spacing=8)
        guard.addWidget(label(self._safe_text(), "hint"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("In the app first"), "cardTitle")
        layout.addWidget(card(title, self._body, guard, spacing=12))

    def _safe_text(self) -> str:
        return self.tr(
            "A password, a code or your face in the official app that you opened yourself is normal. Whoever asks for "
            "them by telephone, text or chat, or guides you through the app, is a fraud."
        )

    def tell(self, now: Situation) -> None:
        """Show the routes of a case; hidden where there is none."""
        found = routes(now.case, now.today)
        self.setVisible(bool(found))
        if found != self._shown:
            self._shown = found
            self._list(found)

    def _list(self, found: Sequence[Route]) -> None:
        clear_layout(self._body)
        for route in found:
            self._body.addWidget(self._route(self._context.guidance.routes[route]))

    def _route(self, text: RouteText) -> QFrame:
        look, say = self._context.look, self._context.say
        mark = (
            tag(look, "circle-check", self.tr("said by themselves"), Tone.OK)
            if text.confirmed
            else tag(look, "triangle-alert", self.tr("reported only, please check"), Tone.AMBER)
        )
        head = row(label(say(text.name), "strong"), mark, spacing=10)
        head.setStretch(0, 1)
        steps = "\n".join(f"{place}. {say(step)}" for place, step in enumerate(text.steps, 1))
        undone = "\n".join(f"· {say(each)}" for each in text.not_done)
        sourced = self.tr("Source: %1 · checked %2").replace("%1", say(text.source)).replace("%2", text.checked)
        parts = column(head, spacing=6)
        for heading, words in (
            (self.tr("Who may"), say(text.who)),
            (self.tr("How"), steps),
            (self.tr("From when"), say(text.when)),
            (self.tr("What it does not do"), undone),
            (self.tr("Still worth sending"), say(text.still)),
        ):
            parts.addLayout(column(label(heading, "caption"), label(words), spacing=1))
        parts.addWidget(label(sourced, "caption"))
        return framed(parts, "quote")
