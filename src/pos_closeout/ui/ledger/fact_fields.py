"""The extra fields of a kind, built from their declaration; what was typed outlives a change of the kind and back."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import Fact, Facts, FactSpec, FactType, fact_day, fact_fen, read_fact
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import clear_layout
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.number_line import number_line

_DIGITS = 3


class FactFields(QWidget):
    """Two columns of fields."""

    edited = Signal()

    def __init__(self, context: Context, facts: Facts) -> None:
        super().__init__()
        self._context = context
        self._values: dict[Fact, str] = dict(facts)
        self._fields: dict[Fact, tuple[FactSpec, Field]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        # Fields can stretch; what is left over belongs below the whole form.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_specs(self, specs: Iterable[FactSpec]) -> None:
        """Show these fields instead of those that stand here."""
        wanted = tuple(specs)
        if wanted == tuple(spec for spec, _ in self._fields.values()):
            return
        self._values |= self.typed()
        clear_layout(self._layout)
        self._fields = {spec.fact: (spec, self._field(spec)) for spec in wanted}
        made: list[QWidget] = [field for _, field in self._fields.values()]
        self.setVisible(bool(made))
        if len(made) % 2:
            made.append(QWidget())
        self._layout.addLayout(grid([made[at : at + 2] for at in range(0, len(made), 2)]))

    def editors(self) -> list[QWidget]:
        """Return what takes the focus, in reading order."""
        return [field.editor for _, field in self._fields.values()]

    def typed(self) -> dict[Fact, str]:
        """Return what stands in the fields, in its kept form; empty for what is empty or cannot be read."""
        return {fact: self._read(spec, field)[0] for fact, (spec, field) in self._fields.items()}

    def values(self) -> dict[Fact, str]:
        """Return what stands in the fields, without empty ones."""
        return {fact: value for fact, value in self.typed().items() if value}

    def unread(self) -> QWidget | None:
        """Say beside each field that cannot be read what is wrong, and return the editor of the first such field."""
        first: QWidget | None = None
        for spec, field in self._fields.values():
            problem = self._read(spec, field)[1]
            field.set_verdict(Tone.SEAL if problem else None, problem)
            if problem and first is None:
                first = field.editor
        return first

    def has_unread(self) -> bool:
        """Return whether something was typed that cannot be read."""
        return any(self._read(spec, field)[1] for spec, field in self._fields.values())

    def _field(self, spec: FactSpec) -> Field:
        text = self._context.guidance.facts[spec.fact]
        field = Field(self._context, self._context.say(text.label), self._editor(spec))
        self._watch(field, spec)
        return field

    def _editor(self, spec: FactSpec) -> QWidget:
        value = self._values.get(spec.fact, "")
        if spec.type is FactType.DATE:
            day = DateField(self._context)
            day.set_value(fact_day(self._values, spec.fact))
            return day
        if spec.type is FactType.FEN:
            money = MoneyField(self._context, zero=False)
            money.set_value(fact_fen(self._values, spec.fact))
            return money
        if spec.type is FactType.CHOICE:
            return self._box(spec, value)
        number = spec.type is FactType.NUMBER
        line = number_line(limit=_DIGITS) if number else line_edit()
        line.setText(value)
        return line

    def _box(self, spec: FactSpec, value: str) -> QComboBox:
        box = ComboBox()
        box.addItem("—", "")
        for choice, words in self._context.guidance.facts[spec.fact].choices.items():
            box.addItem(self._context.say(words), choice)
        box.setCurrentIndex(max(box.findData(value), 0))
        return box

    def _watch(self, field: Field, spec: FactSpec) -> None:
        editor = field.editor
        if isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self.edited)
        elif isinstance(editor, DateField | MoneyField):
            editor.edited.connect(self.edited)
        elif isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.edited)
        if isinstance(editor, QLineEdit):
            editor.editingFinished.connect(lambda: self._tell(spec, field))

    def _tell(self, spec: FactSpec, field: Field) -> None:
        problem = self._read(spec, field)[1]
        field.set_verdict(Tone.SEAL if problem else None, problem)

    def _read(self, spec: FactSpec, field: Field) -> tuple[str, str]:
        """Return the kept form of a field and what is wrong with it."""
        editor = field.editor
        if isinstance(editor, QComboBox):
            return str(editor.currentData()), ""
        if isinstance(editor, DateField):
            day = editor.value()
            return "" if day is None else day.isoformat(), editor.verdict()
        if isinstance(editor, MoneyField):
            fen = editor.value()
            return "" if fen is None else str(fen), editor.verdict()
        text = editor.text() if isinstance(editor, QLineEdit) else ""
        try:
            return read_fact(spec, text), ""
        except BadInputError:
            return "", self.tr("Please write a whole number.")
