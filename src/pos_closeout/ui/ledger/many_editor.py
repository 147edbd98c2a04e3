"""The dialog that edits what several entries may have in common."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from pos_closeout.domain.ledger.common_fields import CommonField, shared
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import label
from pos_closeout.ui.widgets.editor_dialog import DialogLook, EditorDialog
from pos_closeout.ui.widgets.field import Field, grid, line_edit


class ManyEditor(EditorDialog):
    """Changes only the fields that were typed in.

    Args:
        context: look and texts.
        about: which entries they are, with their sums.
        items: the entries.
        keep: stores the fields that were changed.
        parent: the window it stands over.
    """

    def __init__(
        self,
        context: Context,
        about: str,
        items: Sequence[OpenItem],
        keep: Callable[[Mapping[CommonField, str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(context, parent)
        self._keep = keep
        self._touched: set[CommonField] = set()
        names = {
            CommonField.WHO: self.tr("Who it is with"),
            CommonField.CONTACT: self.tr("Phone or address"),
            CommonField.TERMINAL: self.tr("Terminal"),
            CommonField.NOTE: self.tr("Note"),
        }
        alike = shared(items)
        self.editors = {each: self._editor(each, alike) for each in CommonField}
        fields: dict[CommonField, QWidget] = {
            each: Field(context, names[each], editor) for each, editor in self.editors.items()
        }
        hint = self.tr("What you write here is put into all of them. What you leave alone stays as it is in each.")
        first = [fields[CommonField.WHO], fields[CommonField.CONTACT]]
        rows = grid([first, [fields[CommonField.TERMINAL], fields[CommonField.NOTE]]])
        title = self.tr("Edit several entries")
        self.lay_out(DialogLook(title, title, about), (label(hint, "hint"), rows))

    def _editor(self, name: CommonField, alike: Mapping[CommonField, str]) -> QLineEdit:
        made = line_edit()
        if name in alike:
            made.setText(alike[name])
        else:
            made.setPlaceholderText(self.tr("differs, stays as it is"))
        made.textEdited.connect(lambda: self._touched.add(name))
        return made

    def changes(self) -> dict[CommonField, str]:
        """Return the fields that were typed in."""
        return {each: self.editors[each].text() for each in CommonField if each in self._touched}

    def keep(self) -> None:
        """Keep what was changed."""
        if changes := self.changes():
            self._keep(changes)

    def touched(self) -> bool:
        """Return whether something was typed."""
        return bool(self.changes())
