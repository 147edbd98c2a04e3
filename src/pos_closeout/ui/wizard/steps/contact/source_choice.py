"""The drop-down that says where a number came from, and what is wrong with some answers."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from pos_closeout.domain.case.contact import BAITED, TRUSTED, NumberSource
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone


class SourceChoice(QComboBox):
    """Offers the sources of a number; the first line is no answer."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.addItem(self.tr("Where is it from?"), None)
        for source, name in context.guidance.contact.sources.items():
            self.addItem(context.say(name), source)

    def set_source(self, source: NumberSource | None) -> None:
        """Show a source."""
        self.setCurrentIndex(0 if source is None else list(NumberSource).index(source) + 1)

    def source(self) -> NumberSource | None:
        """Return the source chosen."""
        chosen = self.currentData()
        return None if chosen is None else NumberSource(chosen)


def source_warning(source: NumberSource | None) -> tuple[Tone, str] | None:
    """Return how bad a source is and why, or ``None`` where nothing is wrong with it."""
    if source is None or source in TRUSTED:
        return None
    if source in BAITED:
        return Tone.SEAL, QCoreApplication.translate(
            "SourceChoice",
            "Frauds hand out their own numbers like this. Call the number on the slip or the agreement instead.",
        )
    return Tone.AMBER, QCoreApplication.translate(
        "SourceChoice", "Not a safe source. Compare it with the number on the slip or the agreement."
    )
