"""What can be done with the item in use: clear it, edit it, delete it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.open_items import ItemKind, OpenItem, is_open
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.style.tokens import GRID
from pos_closeout.ui.widgets.basic import button
from pos_closeout.ui.widgets.flow import FlowLayout


class ItemActions(QWidget):
    """Buttons that stay where they are whichever item is in use, so that the focus never jumps."""

    clear_asked = Signal()
    reopen_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, kit: Kit, *, prominent: bool) -> None:
        super().__init__()
        look = kit.look
        kind = "" if prominent else "small"
        first = "primary" if prominent else "small"
        self._clear = button(look, "", self.clear_asked.emit, icon="check", kind=first, name=" ")
        self._reopen = button(look, self.tr("Open again"), self.reopen_asked.emit, icon="rotate-ccw", kind=kind)
        self._edit = button(look, self.tr("Edit…"), self.edit_asked.emit, icon="pencil", kind=kind)
        self._delete = button(look, self.tr("Delete"), self.delete_asked.emit, icon="trash-2", kind=kind)
        self._delete.setToolTip(self.tr("Delete (Del); you can undo it"))
        # A flow layout only knows its height by its width when another layout asks for it.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(FlowLayout(GRID).add_all(self._clear, self._reopen, self._edit, self._delete))
        self.tell(None)

    def tell(self, item: OpenItem | None) -> None:
        """Offer what fits an item."""
        for each in (self._clear, self._reopen, self._edit, self._delete):
            each.setEnabled(item is not None)
        waiting = item is None or is_open(item)
        self._clear.setVisible(waiting)
        self._reopen.setVisible(not waiting)
        refund = item is not None and item.kind is ItemKind.REFUND
        words = self.tr("Refund has arrived…") if refund else self.tr("Cleared…")
        self._clear.setText(words)
        self._clear.setAccessibleName(words.replace("…", ""))
