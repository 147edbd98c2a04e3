"""The dialog that adds or edits one open item."""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from pos_closeout.domain.ledger.due_dates import DueDate
from pos_closeout.domain.ledger.item_facts import Fact, Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.item_form import ItemForm, Reckon
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.widgets.editor_dialog import DialogLook, EditorDialog

NO_FACTS: Facts = MappingProxyType(dict[Fact, str]())


def no_date(item: OpenItem, facts: Facts) -> DueDate:
    """Work out no due date, for an editor without a case behind it."""
    del item, facts
    return DueDate()


class ItemEditor(EditorDialog):
    """Edits an item with its extra fields.

    Args:
        context: look and texts.
        item: what to start from; id 0 for a new one.
        places: the shops and terminals to choose from.
        keep: stores the item with its extra fields.
        parent: the window it stands over.
        facts: its extra fields.
        reckon: works out its due date.
        details: whether the owner wants all fields at once.
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
        details: bool = False,
    ) -> None:
        super().__init__(context, parent)
        self._keep = keep
        title = self.tr("Edit an entry") if item.id else self.tr("Add an entry")
        self.form = ItemForm(context, item, places, facts, reckon, details=details)
        self.lay_out(DialogLook(title, title, size=(640, 480)), (self.form,))
        self.form.grown.connect(self._fit)
        self._fit()

    def ready(self) -> bool:
        """Return whether all is well, or say beside each field what is wrong with it."""
        return self.form.check()

    def keep(self) -> None:
        """Keep the item."""
        self._keep(self.form.item(), self.form.facts())

    def touched(self) -> bool:
        """Return whether anything was typed."""
        return self.form.touched()

    def _fit(self) -> None:
        """Be as tall as the form needs and the screen allows."""
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        width = min(self.context.look.px(640), room.width())
        needed = self.form.heightForWidth(width - 60) + self.context.look.px(150)
        self.resize(width, max(self.height(), min(needed, room.height())))
