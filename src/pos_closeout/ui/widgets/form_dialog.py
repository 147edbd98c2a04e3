"""The one dialog that edits an entry of a list: its fields are data, and what is special about an entry is a method."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.number_line import take_numbers
from pos_closeout.ui.widgets.questions import may_discard

T = TypeVar("T")


class FieldType(Enum):
    """What a field holds: text, a number as it is written, a day, fen, a count, a choice, or room beside another."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    FEN = auto()
    COUNT = auto()
    CHOICE = auto()
    ROOM = auto()


@dataclass(frozen=True, slots=True)
class DialogField:
    """One field of an entry.

    Attributes:
        name: the attribute of the entry.
        title: what it is called, in the language of the screen.
        note: a few words beside the title.
        choices: what the values are called, in their order; only for a choice.
        limit: the most characters of a text.
    """

    name: str
    title: str = ""
    type: FieldType = FieldType.TEXT
    note: str = ""
    choices: Mapping[Any, str] | None = None
    limit: int = 200


ROOM = DialogField("", type=FieldType.ROOM)
"""Leaves the place of one field free."""


@dataclass(frozen=True, slots=True)
class DialogLook:
    """How the dialog is dressed.

    Attributes:
        title: in the title bar.
        heading: above the fields; empty for none.
        keep: on the button that keeps the entry.
        take_off: on the button that takes the entry off its list; empty where that is not offered.
        size: width and height in pixels at normal text; a height of 0 takes what the fields need, others scroll.
    """

    title: str
    heading: str = ""
    keep: str = ""
    take_off: str = ""
    size: tuple[int, int] = (560, 0)


class FormDialog(QDialog, Generic[T]):
    """Edits a frozen entry. ``removed`` tells, after a rejection, that the owner took it off its list.

    Args:
        context: look and texts.
        before: the entry to start from, a frozen dataclass.
        parent: the window it stands over.
    """

    def __init__(self, context: Context, before: T, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.before, self.removed = context, before, False
        self.editors: dict[str, QWidget] = {}
        self.fields: dict[str, Field] = {}
        self.ticks: dict[str, CheckLine] = {}
        self._specs: dict[str, DialogField] = {}
        self._problem = Banner(context)
        self.below = QVBoxLayout()

    def build(
        self, look: DialogLook, rows: Sequence[Sequence[DialogField]], ticks: Mapping[str, str] | None = None
    ) -> None:
        """Make the fields, line by line; called once by the editor, at the end of its own making.

        Args:
            look: titles, buttons and size.
            rows: the fields, line by line.
            ticks: what the boxes below the fields say, by the attribute they set.
        """
        self.setWindowTitle(look.title)
        self._specs = {spec.name: spec for line in rows for spec in line if spec.type is not FieldType.ROOM}
        made: list[list[QWidget]] = [[self._field(spec) for spec in line] for line in rows]
        for name, text in (ticks or {}).items():
            self.ticks[name] = box = CheckLine(text)
            box.set_checked(checked=bool(getattr(self.before, name)))
            self.below.addWidget(box)
        self._lay_out(look, made)
        self.connect_fields()
        self._first = self.value()

    # What an editor of its own says

    def connect_fields(self) -> None:
        """Connect what depends on each other; the fields hold the entry by now."""

    def checked(self, value: T) -> str:
        """Return what stands in the way of keeping an entry, in a sentence; empty when nothing does."""
        del value
        return ""

    def from_fields(self, values: dict[str, Any]) -> T:
        """Return the entry that the fields hold."""
        return replace(self.before, **values)  # type: ignore[type-var]  # a frozen dataclass, which no bound can say

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

    def accept(self) -> None:
        """Keep the entry, or say what stands in the way."""
        problem = self._unread() or self.checked(self.value())
        self._problem.tell(Tone.SEAL, problem)
        if not problem:
            super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if self.value() == self._first or may_discard(self):
            super().reject()

    def take_off(self) -> None:
        """Close, and say that the entry is to go."""
        self.removed = True
        super().reject()

    def _unread(self) -> str:
        """Return what is wrong with a line that cannot be read."""
        for name, editor in self.editors.items():
            if isinstance(editor, DateField | MoneyField) and editor.verdict():
                return editor.verdict()
            count = self.line(name).text().strip() if self._specs[name].type is FieldType.COUNT else ""
            if count and _whole(count) is None:
                return QCoreApplication.translate("FormDialog", "Please write the number of entries in figures.")
        return ""

    # The screen

    def _field(self, spec: DialogField) -> QWidget:
        if spec.type is FieldType.ROOM:
            return QWidget()
        editor = self._editor(spec, getattr(self.before, spec.name))
        self.editors[spec.name] = editor
        self.fields[spec.name] = Field(self.context, spec.title, editor, note=spec.note)
        return self.fields[spec.name]

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
            box, choices = QComboBox(), spec.choices or {}
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

    def _lay_out(self, look: DialogLook, rows: list[list[QWidget]]) -> None:
        width, height = look.size
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        side = 24 if height else 0
        layout.setContentsMargins(24 - side, 20, 24 - side, 20)
        if look.heading:
            head = label(look.heading, "cardTitle")
            head.setContentsMargins(side, 0, side, 0)
            layout.addWidget(head)
        if height:
            inner = QWidget()
            form = QVBoxLayout(inner)
            form.setContentsMargins(24, 4, 24, 4)
            form.setSpacing(10)
            form.addLayout(grid(rows))
            form.addLayout(self.below)
            form.addStretch()
            layout.addWidget(scrolled(inner), 1)
        else:
            layout.addLayout(grid(rows))
            layout.addLayout(self.below)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons(look, side))
        px = self.context.look.px
        if height:
            self.resize(px(width), min(px(height), self.screen().availableGeometry().height() - 80))
        else:
            self.setMinimumWidth(px(width))

    def _buttons(self, look: DialogLook, side: int) -> QHBoxLayout:
        made = self.context.look
        keep = button(made, look.keep or QCoreApplication.translate("FormDialog", "&Keep"), self.accept, kind="primary")
        keep.setDefault(True)
        layout = row(margins=(side, 0, side, 0))
        if look.take_off:
            layout.addWidget(button(made, look.take_off, self.take_off, icon="trash-2", kind="danger"))
        layout.addStretch()
        layout.addWidget(button(made, QCoreApplication.translate("FormDialog", "Cancel"), self.reject))
        layout.addWidget(keep)
        return layout


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
