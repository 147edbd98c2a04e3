"""The acquirer's own form beside the letter: choose or drop it, and see the copies that were filled."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.filled_forms import FilledForm, latest_forms
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, icon_label, label, row
from pos_closeout.ui.widgets.flow import FlowLayout


class TheirFormCard(QWidget):
    """Offers to choose a form, and lists the last version of each that was filled."""

    chosen = Signal()
    """The owner wants to choose the file of a form."""
    export_asked = Signal()
    """What was remembered of forms is to be written into a file for somebody else."""
    take_in_asked = Signal()
    """What somebody else remembered is to be taken in."""
    open_asked = Signal(object)
    """A filled copy is to be opened; carries the :class:`FilledForm`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[FilledForm, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        hint = label(
            self.tr(
                "Did they send a form of their own? Drop it onto the window: Word, Excel, PDF or a photo. The program "
                "fills in what it knows, and you look before it is saved."
            ),
            "hint",
        )
        choose = button(context.look, self.tr("Choose a form"), self.chosen.emit, icon="file-input", kind="small")
        out = button(context.look, self.tr("Export layouts"), self.export_asked.emit, kind="small")
        out.setToolTip(self.tr("A small file that helps another shop with the same forms; it holds no values"))
        taken = button(context.look, self.tr("Import layouts"), self.take_in_asked.emit, kind="small")
        line = QWidget()
        line.setLayout(FlowLayout().add_all(choose, out, taken))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("Their form"), "cardTitle"), hint, self._lines, line, spacing=8))

    def tell(self, case: Case) -> None:
        """Show the filled forms of a case."""
        forms = latest_forms(case.filled_forms)
        if forms == self._shown:
            return
        self._shown = forms
        clear_layout(self._lines)
        opened = self.tr("Open")
        for filled in forms:
            version = self.tr("version %1").replace("%1", str(filled.version))
            opener = button(
                self._context.look, opened, partial(self.open_asked.emit, filled), kind="small",
                name=f"{opened} {filled.name}",
            )  # fmt: skip
            name = label(f"{filled.name} · {version}")
            self._lines.addLayout(row(icon_label(self._context.look, "circle-check", Tone.OK), name, opener))
