"""Which paper is shown: the letter or one of those that fit the case, with what each still needs to know."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.papers.papers import OfferedPaper
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, label
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.field_path import read, write


class PaperChoice(QWidget):
    """Chips for the papers, why the chosen one is offered, what it lacks, and the fields only it asks for."""

    chosen = Signal(object)
    """Another :class:`PaperKind` is wanted."""
    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self.kind = PaperKind.LETTER
        self._offered: tuple[OfferedPaper, ...] = ()
        self._chips: dict[PaperKind, QPushButton] = {}
        self._flow = FlowLayout(spacing=6)
        held = QWidget()
        held.setLayout(self._flow)
        self._why, self._missing = label("", "hint"), label("", "hint", tone=Tone.AMBER)
        self._fields: dict[str, Field] = {}
        self._forms = {kind: self._form(places) for kind, places in self._asked().items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (label(self.tr("Which paper?"), "strong"), held, self._why, *self._forms.values(), self._missing):
            layout.addWidget(part)

    def _asked(self) -> dict[PaperKind, tuple[tuple[str, str], ...]]:
        """Return the places each paper alone asks for, with their names."""
        return {
            PaperKind.PLAN: (
                ("operator", self.tr("Who works the device")),
                ("checker", self.tr("Who looks on")),
                ("collect_on", self.tr("Device handed over on")),
                ("fallback", self.tr("What to do when it does not settle")),
            ),
            PaperKind.ATTORNEY: (("attorney_until", self.tr("Authority until")),),
            PaperKind.LOSS: (
                ("lost_on", self.tr("Missed on")),
                ("lost_where", self.tr("Where it was lost")),
                ("lost_how", self.tr("How it was lost")),
                ("report_number", self.tr("Police report number")),
            ),
            PaperKind.DEPOSIT: (("deposit_paid_on", self.tr("Deposit paid on")),),
        }

    def _form(self, places: Sequence[tuple[str, str]]) -> QWidget:
        held = QWidget()
        held.setLayout(grid([[self._field(f"paper_answers.{place}", name)] for place, name in places]))
        return held

    def _field(self, place: str, name: str) -> Field:
        editor: QLineEdit
        if place.endswith(("_on", "_until")):
            dated = DateField(self._context)
            dated.edited.connect(lambda: self.changed.emit(write(self._case, place, dated.value())))
            editor = dated
        else:
            editor = line_edit(limit=300)
            editor.textEdited.connect(lambda text: self.changed.emit(write(self._case, place, text)))
        self._fields[place] = made = Field(self._context, name, editor)
        return made

    def tell(self, case: Case, offered: tuple[OfferedPaper, ...]) -> None:
        """Show the papers that fit a case; the letter is shown when the chosen one no longer fits."""
        self._case = case
        if [(each.kind, each.name) for each in offered] != [(each.kind, each.name) for each in self._offered]:
            clear_layout(self._flow)
            self._chips = {each.kind: self._chip(each) for each in offered}
            self._flow.add_all(*self._chips.values())
        self._offered = offered
        if self.kind not in self._chips:
            self.kind = PaperKind.LETTER
        for kind, chip in self._chips.items():
            chip.setChecked(kind is self.kind)
        for kind, form in self._forms.items():
            form.setVisible(kind is self.kind)
        self._show_words()
        self._show_answers()

    def _show_words(self) -> None:
        shown = next((each for each in self._offered if each.kind is self.kind), None)
        further = shown is not None and self.kind is not PaperKind.LETTER
        self._why.setText(shown.why if shown is not None else "")
        self._why.setVisible(further)
        gap = "、" if self._context.language == "zh" else ", "
        lacking = gap.join(shown.missing) if shown is not None else ""
        text = self.tr("Still missing, printed as a blank: %1").replace("%1", lacking)
        self._missing.setText(text if lacking else "")
        self._missing.setVisible(bool(lacking))

    def _show_answers(self) -> None:
        for place, field in self._fields.items():
            value, editor = read(self._case, place), field.editor
            if isinstance(editor, DateField):
                editor.set_value(value)
            elif isinstance(editor, QLineEdit) and editor.text() != value:
                editor.setText(value)

    def _chip(self, offered: OfferedPaper) -> QPushButton:
        made = button(self._context.look, offered.name, lambda: self.choose(offered.kind), kind="chip")
        made.setCheckable(True)
        made.setToolTip(shown_plain(offered.why))
        return made

    def choose(self, kind: PaperKind) -> None:
        """Show another paper."""
        self.kind = kind
        self.tell(self._case, self._offered)
        self.chosen.emit(kind)

    def version(self) -> int:
        """Return the version of the chosen paper issued last, 0 when none was."""
        return next((each.version for each in self._offered if each.kind is self.kind), 0)
