"""The dialog that adds or edits one open item."""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.due_dates import DueDate
from pos_closeout.domain.ledger.item_facts import Fact, Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.item_form import ItemForm, Reckon
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled
from pos_closeout.ui.widgets.questions import may_discard

NO_FACTS: Facts = MappingProxyType(dict[Fact, str]())


def no_date(item: OpenItem, facts: Facts) -> DueDate:
    """Work out no due date, for an editor without a case behind it."""
    del item, facts
    return DueDate()


class ItemEditor(QDialog):
    """Closes only when the item has been kept, or when nothing is lost by closing.

    Args:
        context: look and texts.
        item: what to start from; id 0 for a new one.
        places: the shops and terminals to choose from.
        keep: stores the item with its extra fields; the dialog stays open with everything in it when that raises
            :class:`CloseoutError`.
        parent: the window it stands over.
        facts: its extra fields.
        reckon: works out its due date.
    """

    def __init__(
        self,
        context: Context,
        item: OpenItem,
        places: ItemPlaces,
        keep: Callable[[OpenItem, Facts], object],
        parent: QWidget | None = None,
        *,
        facts: Facts = NO_FACTS,
        reckon: Reckon = no_date,
    ) -> None:
        super().__init__(parent)
        self._context, self._keep = context, keep
        title = self.tr("Edit an entry") if item.id else self.tr("Add an entry")
        self.setWindowTitle(title)
        self.form = ItemForm(context, item, places, facts, reckon)
        self._error_banner = Banner(context)
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 16, 20)
        layout.setSpacing(14)
        layout.addWidget(label(title, "cardTitle"))
        layout.addWidget(scrolled(held), 1)
        layout.addWidget(self._error_banner)
        cancel = button(context.look, self.tr("Cancel"), self.reject)
        ok = button(context.look, self.tr("&Keep"), self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row(margins=(0, 0, 8, 0))
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(ok)
        layout.addLayout(buttons)
        self.form.grown.connect(self._fit)
        self._fit()

    def accept(self) -> None:
        """Keep the item and close, or say what stands in the way."""
        if not self.form.check():
            return
        try:
            self._keep(self.form.item(), self.form.facts())
        except CloseoutError as error:
            self._error_banner.tell(Tone.SEAL, self._context.sentence(error))
            return
        super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if not self.form.touched() or may_discard(self):
            super().reject()

    def _fit(self) -> None:
        """Be as tall as the form needs and the screen allows."""
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        width = min(self._context.look.px(640), room.width())
        needed = self.form.heightForWidth(width - 60) + self._context.look.px(150)
        self.resize(width, max(self.height(), min(needed, room.height())))
