"""The dialog that edits what several entries may have in common."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.common_fields import CommonField, shared
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.questions import may_discard


class ManyEditor(QDialog):
    """Changes only the fields that were typed in; closes only when that has been kept, or when nothing is lost.

    Args:
        context: look and texts.
        about: which entries they are, with their sums.
        items: the entries.
        keep: stores the fields that were changed; the dialog stays open when that raises :class:`CloseoutError`.
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
        super().__init__(parent)
        self._context, self._keep = context, keep
        self._touched: set[CommonField] = set()
        self.setWindowTitle(self.tr("Edit several entries"))
        self.setMinimumWidth(context.look.px(560))
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
        self._error_banner = Banner(context)
        hint = self.tr("What you write here is put into all of them. What you leave alone stays as it is in each.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.windowTitle(), "cardTitle"))
        layout.addWidget(label(about, "subtitle"))
        layout.addWidget(label(hint, "hint"))
        first = [fields[CommonField.WHO], fields[CommonField.CONTACT]]
        layout.addLayout(grid([first, [fields[CommonField.TERMINAL], fields[CommonField.NOTE]]]))
        layout.addWidget(self._error_banner)
        layout.addStretch(1)
        ok = button(context.look, self.tr("&Keep"), self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(ok)
        layout.addLayout(buttons)

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

    def accept(self) -> None:
        """Keep what was changed and close, or say what stands in the way."""
        changes = self.changes()
        if changes:
            try:
                self._keep(changes)
            except CloseoutError as error:
                self._error_banner.tell(Tone.SEAL, self._context.sentence(error))
                return
        super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if not self.changes() or may_discard(self):
            super().reject()
