"""One tab of the window about an item."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.actions.items.item_files import LONGEST
from pos_closeout.domain.ledger.item_file import ItemFile
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.field import TextEdit


class ItemTab(QWidget):
    """Shows a part of what is kept about an item and lets the owner add to it.

    Args:
        context: look and texts.
        item_id: the item.
    """

    changed = Signal()
    """Something was added or taken off."""

    def __init__(self, context: Context, item_id: int) -> None:
        super().__init__()
        self.context, self.item_id = context, item_id
        self._error_banner = Banner(context)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._error_banner)
        layout.addLayout(self.body, 1)

    def refresh(self, file: ItemFile) -> None:
        """Show what is kept now."""
        raise NotImplementedError

    def unsaved(self) -> bool:
        """Return whether something was typed here that has not been kept."""
        return False

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; say why when it does not work, and return whether it did."""
        if not self.context.do(act, partial(self._error_banner.tell, Tone.SEAL)):
            return False
        self._error_banner.hide()
        self.changed.emit()
        return True


def text_box(name: str, lines: int, context: Context, *, grows: bool = False) -> TextEdit:
    """Return a box for some lines of text, or for as many as there is room for; Tab leaves it."""
    box = TextEdit(LONGEST)
    box.setAccessibleName(name)
    height = context.look.px(24 * lines + 14)
    box.setMinimumHeight(height)
    if not grows:
        box.setMaximumHeight(height)
    return box


def moment(at: str) -> str:
    """Write a moment as day and time, without seconds and zone."""
    return at[:16].replace("T", " ")
