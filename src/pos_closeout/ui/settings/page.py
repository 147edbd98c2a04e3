"""One page of the settings dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import label


class SettingsPage(QWidget):
    """One page: cards in ``self.body``.

    Args:
        context: look and texts.
    """

    icon = "info"
    """A Lucide name, for the list of pages."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.report: Callable[[str], object] = lambda _sentence: None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(14)
        self.body.addWidget(label(self.name(), "title"))

    def name(self) -> str:
        """Return the title, which the list says too."""
        raise NotImplementedError

    def attempt(self, act: Callable[[], object]) -> None:
        """Keep an answer; when that does not work the dialog says why."""
        self.context.do(act, self.report)
