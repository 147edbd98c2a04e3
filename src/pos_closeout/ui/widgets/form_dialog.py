"""The one dialog that edits an entry of a list: its fields are data, and what is special about an entry is a method."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.editor_dialog import DialogLook, EditorDialog
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.number_line import take_numbers

T = TypeVar("T")


class FieldType(Enum):
    """What a field holds: text, a number as it is written, a day, fen, a count, or a choice."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    FEN = auto()
    COUNT = auto()
    CHOICE = auto()


@dataclass(frozen=True, slots=True)
class DialogField:
    """One field of an entry.

    Attributes:
        name: the attribute of the entry.
        title: what it is called, in the language of the screen.
        note: a few words beside the title.
        choices: what the values are called, in their order; only for a choice.
        limit: the most characters of a text.
        hint: a line below it while nothing is wrong.
        offers: words to choose instead of typing them.
    """

    name: str
    title: str = ""
    type: FieldType = FieldType.TEXT
    note: str = ""
    choices: Mapping[Any, str] | None = None
    limit: int = 200
    hint: str = ""
    offers: tuple[str, ...] = ()


class FormDialog(EditorDialog, Generic[T]):
    """Edits a frozen entry.

    Args:
        context: look and texts.
        before: the entry to start from, a frozen dataclass.
        parent: the window it stands over.
    """

    def __init__(self, context: Context, before: T, parent: QWidget | None) -> None:
        super().__init__(context, parent)
        self.before = before
        self.editors: dict[str, QWidget] = {}
        self.fields: dict[str, Field] = {}
        self.ticks: dict[str, CheckLine] = {}
        self._specs: dict[str, DialogField] = {}
        self._faulty: set[str] = set()
        self.below = QVBoxLayout()

    def build(
        self,
        look: DialogLook,
        rows: Sequence[Sequence[DialogField | QWidget]],
        ticks: Mapping[str, str] | None = None,
    ) -> None:
        """Make the fields, line by line; called once by the editor, at the end of its own making.

        Args:
            look: titles, buttons and size.
            rows: the fields, line by line; a widget of the editor's own stands where a field would, an empty one
                leaves the place free.
            ticks: what the boxes below the fields say, by the attribute they set.
        """
        made = [[self._field(part) if isinstance(part, DialogField) else part for part in line] for line in rows]
        for name, text in (ticks or {}).items():
            self.ticks[name] = box = CheckLine(text)
            box.set_checked(checked=bool(getattr(self.before, name)))
            self.below.addWidget(box)
        self.lay_out(look, (grid(made), self.below))
        self.connect_fields()
        self._first = self.value()

    # What an editor of its own says

    def connect_fields(self) -> None:
        """Connect what depends on each other; the fields hold the entry by now."""

    def faults(self, value: T) -> Mapping[str, str]:
        """Return what is wrong with single fields, by their names: told beside each, the first takes the focus."""
        del value
        return {}

    def checked(self, value: T) -> str:
        """Return what stands in the way of keeping an entry, in a sentence; empty when nothing does."""
        del value
        return ""

    def from_fields(self, values: dict[str, Any]) -> T:
        """Return the entry that the fields hold."""
        return replace(self.before, **values)  # type: ignore[type-var]  # a frozen dataclass, which no bound can say

    def keep_value(self, value: T) -> None:
        """Keep the entry; nothing here where whoever opened the dialog takes :meth:`value` afterwards."""

    # The entry

    def value(self) -> T:
        """Return the entry as it stands in the dialog."""
        values = {name: _read(self._specs[name], editor) for name, editor in self.editors.items()}
        return self.from_fields(values | {name: box.box.isChecked() for name, box in self.ticks.items()})

    def line(self, name: str) -> QLineEdit:
        """Return the line of a text, a number, a day or an amount."""
        editor = self.editors[name]
        if not isinstance(editor, QLineEdit):
            raise TypeError(name)
        return editor

    def day(self, name: str) -> DateField:
        """Return the line of a day."""
        editor = self.editors[name]
        if not isinstance(editor, DateField):
            raise TypeError(name)
        return editor

    def choice(self, name: str) -> QComboBox:
        """Return the drop-down of a choice."""
        editor = self.editors[name]
        if not isinstance(editor, QComboBox):
            raise TypeError(name)
        return editor

    def ready(self) -> bool:
        """Return whether the entry can be kept, or say what stands in the way."""
        value = self.value()
        faults = self.faults(value)
        for name, words in faults.items():
            self._faulty.add(name)
            self.fields[name].set_verdict(Tone.SEAL, words)
        if faults:
            self.editors[next(iter(faults))].setFocus()
            return False
        problem = self._unread() or self.checked(value)
        self.complain(problem)
        return not problem

    def keep(self) -> None:
        """Keep the entry."""
        self.keep_value(self.value())

    def touched(self) -> bool:
        """Return whether anything was typed or chosen that closing would lose, readable or not."""
        return self.value() != self._first or bool(self._unread())

    def _forgive(self, name: str) -> None:
        """Take what was said beside a field away once it is edited."""
        if name in self._faulty:
            self._faulty.discard(name)
            self.fields[name].set_verdict(None, "")

    def _unread(self) -> str:
        """Return what is wrong with a line that cannot be read; what is not asked is not looked at."""
        for name, editor in self.editors.items():
            if self.fields[name].isHidden():
                continue
            if isinstance(editor, DateField | MoneyField) and editor.verdict():
                return editor.verdict()
            count = self.line(name).text().strip() if self._specs[name].type is FieldType.COUNT else ""
            if count and _whole(count) is None:
                return QCoreApplication.translate("FormDialog", "Please write the number of entries in figures.")
        return ""

    # The screen

    def _field(self, spec: DialogField) -> Field:
        editor = self._editor(spec, getattr(self.before, spec.name))
        self._specs[spec.name], self.editors[spec.name] = spec, editor
        made = Field(self.context, spec.title, editor, note=spec.note, hint=spec.hint)
        if isinstance(editor, QLineEdit):
            made.offer(spec.offers)
            editor.textChanged.connect(lambda: self._forgive(spec.name))
        self.fields[spec.name] = made
        return made

    def _editor(self, spec: DialogField, value: Any) -> QWidget:
        if spec.type is FieldType.DATE:
            day = DateField(self.context)
            day.set_value(value)
            return day
        if spec.type is FieldType.FEN:
            money = MoneyField(self.context)
            money.set_value(value)
            return money
        if spec.type is FieldType.CHOICE:
            box, choices = ComboBox(), spec.choices or {}
            for each, name in choices.items():
                box.addItem(name, each)
            box.setCurrentIndex(list(choices).index(value))
            return box
        line = line_edit(limit=9 if spec.type is FieldType.COUNT else spec.limit)
        if spec.type in {FieldType.COUNT, FieldType.NUMBER}:
            take_numbers(line)
        line.setText("" if value is None else str(value))
        line.setCursorPosition(0)
        return line


def _read(spec: DialogField, editor: QWidget) -> object:
    """Return what an editor holds, as the entry keeps it."""
    if isinstance(editor, DateField | MoneyField):
        return editor.value()
    if isinstance(editor, QComboBox):
        # Qt hands a str enumeration back as plain text.
        found = editor.currentData()
        return next((each for each in spec.choices or {} if each == found), found)
    text = editor.text().strip() if isinstance(editor, QLineEdit) else ""
    return _whole(text) if spec.type is FieldType.COUNT else text


def _whole(text: str) -> int | None:
    plain = text.strip().replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() else None
