"""The first run: language, text size, a promise, and the way in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import SCALES, TextSize, Tone
from pos_closeout.ui.widgets.basic import button, card, icon_label, label, row


class Welcome(QWidget):
    """Shown on the home page while there is no case."""

    language_asked = Signal(str)
    size_asked = Signal(object)
    new_asked = Signal()
    sample_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        look = context.look
        promise = self.tr(
            "Everything stays on this computer: no account, nothing is uploaded. "
            "The program never asks for a password, a verification code or a full card number."
        )
        languages = row(
            label(self.tr("Language"), wrap=False),
            self._chip(context, "中文", lambda: self.language_asked.emit("zh"), on=context.language == "zh"),
            self._chip(context, "English", lambda: self.language_asked.emit("en"), on=context.language == "en"),
        )
        languages.addStretch()
        names = {
            TextSize.NORMAL: self.tr("normal"),
            TextSize.LARGE: self.tr("large"),
            TextSize.VERY_LARGE: self.tr("very large"),
        }
        sizes = row(label(self.tr("Text size"), wrap=False))
        for size, name in names.items():
            chip = self._chip(context, name, partial(self.size_asked.emit, size), on=SCALES[size] == look.scale)
            sizes.addWidget(chip)
        sizes.addStretch()
        start = button(look, self.tr("&Start"), self.new_asked.emit, icon="file-plus", kind="primary")
        ways = row(start, button(look, self.tr("Look at a sample first"), self.sample_asked.emit, icon="eye"))
        ways.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                label(self.tr("Welcome"), "cardTitle"),
                row(icon_label(look, "shield-alert", Tone.OK, 20), label(promise), spacing=10),
                languages,
                sizes,
                ways,
                spacing=14,
            )
        )

    def _chip(self, context: Context, name: str, act: Callable[[], object], *, on: bool) -> QPushButton:
        made = button(context.look, name, act, kind="chip")
        made.setCheckable(True)
        made.setChecked(on)
        return made
