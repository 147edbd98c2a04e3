"""What can be done with the item in use: clear it, edit it, delete it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import GRID
from pos_closeout.ui.widgets.basic import button
from pos_closeout.ui.widgets.flow import FlowLayout


class ItemActions(QWidget):
    """Buttons that stay whichever item is in use; the first one says what fits its kind and keeps the focus."""

    clear_asked = Signal()
    reopen_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    more_asked = Signal()
    """Notes, proof, messages and history are wanted."""

    def __init__(self, context: Context, *, prominent: bool) -> None:
        super().__init__()
        look = context.look
        kind = "" if prominent else "small"
        first = "primary" if prominent else "small"
        self._clear = button(look, self.tr("Cleared…"), self.clear_asked.emit, icon="check", kind=first)
        self._arrived = button(look, self.tr("Refund has arrived…"), self.clear_asked.emit, icon="check", kind=first)
        self._reopen = button(look, self.tr("Open again"), self.reopen_asked.emit, icon="rotate-ccw", kind=kind)
        self._edit = button(look, self.tr("Edit…"), self.edit_asked.emit, icon="pencil", kind=kind)
        self._more = button(look, self.tr("Proof, notes, messages…"), self.more_asked.emit, icon="file-text", kind=kind)
        self._delete = button(look, self.tr("Delete"), self.delete_asked.emit, icon="trash-2", kind=kind)
        self._delete.setToolTip(self.tr("Delete (Del); you can undo it"))
        # A flow layout only knows its height by its width when another layout asks for it.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        firsts = (self._clear, self._arrived, self._reopen)
        outer.addLayout(FlowLayout(GRID).add_all(*firsts, self._edit, self._more, self._delete))
        self.tell(None)

    def tell(self, item: OpenItem | None) -> None:
        """Offer what fits an item."""
        for each in (self._clear, self._arrived, self._reopen, self._edit, self._more, self._delete):
            each.setEnabled(item is not None)
        firsts = (self._clear, self._arrived, self._reopen)
        focused = any(each.hasFocus() for each in firsts)
        waiting = item is None or is_open(item)
        refund = item is not None and item.kind is ItemKind.REFUND
        self._clear.setVisible(waiting and not refund)
        self._arrived.setVisible(waiting and refund)
        self._reopen.setVisible(not waiting)
        if focused:
            next(each for each in firsts if not each.isHidden()).setFocus()
