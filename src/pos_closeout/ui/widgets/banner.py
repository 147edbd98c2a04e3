"""A line across the page that says something important and offers one thing to do about it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, icon_label, label
from pos_closeout.ui.widgets.tab_order import put_in_order

_ICONS = {
    Tone.SEAL: "octagon-alert",
    Tone.AMBER: "triangle-alert",
    Tone.OK: "circle-check",
    Tone.ACCENT: "info",
    Tone.NEUTRAL: "info",
}


class Banner(QFrame):
    """Icon, text and at most one button; hidden while there is nothing to say.

    Args:
        context: look and texts.
        closable: offer a cross that puts the banner away.
    """

    def __init__(self, context: Context, *, closable: bool = False) -> None:
        super().__init__()
        self._context, self._closable = context, closable
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(10)
        self._said: tuple[Tone, str, str] = (Tone.NEUTRAL, "", "")
        self.hide()

    def tell(self, tone: Tone, text: str, offer: str = "", act: Callable[[], object] | None = None) -> None:
        """Say a text, with a button when ``offer`` names one; an empty text hides the banner."""
        if (tone, text, offer) == self._said and act is None:
            self.setVisible(bool(text))
            return
        # Shown again with its parts in it: what is added to a shown widget appears, and gets its place, only later.
        self.hide()
        self._said = (tone, text, offer)
        clear_layout(self._layout)
        look = self._context.look
        self.setStyleSheet(f"Banner {{ background: {look.tokens.background(tone)}; border-radius: 6px; }}")
        self._layout.addWidget(icon_label(look, _ICONS[tone], tone, 20))
        words: QLabel = label(text)
        self._layout.addWidget(words, 1)
        ways = [button(look, offer, act, kind="small")] if offer and act is not None else []
        if self._closable:
            ways.append(button(look, "", self.hide, icon="x", kind="quiet", name=self.tr("Hide")))
        for way in ways:
            self._layout.addWidget(way)
        put_in_order(self, *ways)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
