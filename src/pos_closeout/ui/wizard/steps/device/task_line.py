"""One task of the device step: a box to tick, why it matters and, unfolded, how it is done and what to note."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_closeout.domain.device.tasks import FIELDS_OF_PRINT, DeviceFile, DeviceTask, LastPrint, Task, settled
from pos_closeout.guidance.device import TaskText
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, column, label, row, tag
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.wizard.steps.device.files import DeviceFileList, local_files
from pos_closeout.ui.wizard.steps.device.print_fields import PrintFields

_INDENT = 32
"""Puts what belongs to a task below its name, right of the box."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """What a line shows.

    Attributes:
        waits: why it cannot be ticked yet, in one sentence; empty when it can.
        current: the first one that can be done now; it is unfolded.
        compared: what the bills and the prints of the day say, for the task that compares them.
    """

    entry: DeviceTask
    last_print: LastPrint
    waits: str
    current: bool
    today: date
    compared: str = ""
    files: tuple[DeviceFile, ...] = ()


class TaskLine(QWidget):
    """Shows one task and reports what the owner says about it."""

    answered = Signal(object)
    """The owner ticked or noted something; carries the new :class:`DeviceTask`."""
    taken_back = Signal()
    """The owner took the tick away."""
    printed = Signal(object)
    """The owner wrote down what the last print says; carries the new :class:`LastPrint`."""
    files_given = Signal(list)
    """The owner chose or dropped photos and slips; carries their paths."""

    def __init__(self, context: Context, task: Task, text: TaskText) -> None:
        super().__init__()
        self._context, self.task = context, task
        self._view: TaskView | None = None
        self.setAcceptDrops(True)
        self.box = CheckLine(context.say(text.name))
        self.box.toggled.connect(self._ticked)
        self._state = row(spacing=4)
        self.more = button(context.look, self.tr("How"), self._unfold, icon="chevron-down", kind="quiet")
        self.more.setAccessibleName(self.tr("How it is done: %1").replace("%1", context.say(text.name)))
        self.more.setCheckable(True)
        top = row(spacing=8)
        top.addWidget(self.box, 1)
        top.addLayout(self._state)
        top.addWidget(self.more)
        self._why = label(context.say(text.why), "hint")
        self._why.setContentsMargins(_INDENT, 0, 0, 0)
        self.files = DeviceFileList(context, context.say(text.name))
        self.files.given.connect(self.files_given)
        self._body = self._make_body(context.say(text.how))
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._why)
        layout.addWidget(self._body)

    def _make_body(self, how: str) -> QFrame:
        self._note, self._reason, self._day = line_edit(limit=200), line_edit(limit=200), DateField(self._context)
        self._note.textEdited.connect(lambda text: self._say(note=text))
        self._reason.textEdited.connect(self._say_not_needed)
        self._day.edited.connect(self._day_changed)
        fields: list[list[QWidget]] = [
            [
                Field(self._context, self.tr("Done on"), self._day),
                Field(self._context, self.tr("Note: who, number, place"), self._note),
            ],
            [Field(self._context, self.tr("Not needed here, because"), self._reason)],
        ]
        self.print_fields: PrintFields | None = None
        self._first = label("", "strong", tone=Tone.AMBER)
        self._compared = label("", "strong")
        parts: list[QWidget] = [self._first, label(how), self._compared]
        if self.task in FIELDS_OF_PRINT:
            self.print_fields = PrintFields(self._context)
            self.print_fields.changed.connect(self.printed)
            parts.append(self.print_fields)
        body = QFrame()
        body.setLayout(column(*parts, grid(fields), self.files, spacing=10, margins=(_INDENT, 4, 0, 6)))
        return body

    def tell(self, view: TaskView) -> None:
        """Show what is known of the task; what is being typed is left alone."""
        before, self._view = self._view, view
        done = view.entry.done_on is not None
        with QSignalBlocker(self.box.box):
            self.box.set_checked(checked=done)
        self.box.box.setEnabled(done or not view.waits)
        self.box.box.setAccessibleDescription(view.waits)
        for editor, text in ((self._note, view.entry.note), (self._reason, view.entry.not_needed)):
            if editor.text() != text and not editor.hasFocus():
                editor.setText(text)
        if not self._day.hasFocus():
            self._day.set_value(view.entry.done_on)
        self._reason.setEnabled(not done)
        self._compared.setText(view.compared)
        self._compared.setVisible(bool(view.compared))
        self._first.setText(view.waits)
        self._first.setVisible(bool(view.waits) and not settled(view.entry))
        if self.print_fields is not None:
            self.print_fields.tell(view.last_print)
        self.files.tell(view.files)
        if before is None or _state_of(before) != _state_of(view):
            self._show_state(view)
        if view.current and (before is None or not before.current):
            self.more.setChecked(True)
            self._body.show()
        elif before is not None and before.current and not view.current and not self._holds_focus():
            self.more.setChecked(False)
            self._body.hide()

    def _holds_focus(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and self._body.isAncestorOf(focus) and focus.hasFocus()

    def _show_state(self, view: TaskView) -> None:
        clear_layout(self._state)
        look = self._context.look
        if view.files:
            self._state.addWidget(tag(look, "file-text", self.tr("%n file(s)", "", len(view.files)), Tone.NEUTRAL))
        if view.entry.done_on is not None:
            told = self.tr("done %1").replace("%1", self._context.day(view.entry.done_on))
            self._state.addWidget(tag(look, "circle-check", told, Tone.OK))
        elif settled(view.entry):
            self._state.addWidget(tag(look, "circle-check", self.tr("not needed"), Tone.NEUTRAL))
        elif view.current:
            self._state.addWidget(tag(look, "circle-dot", self.tr("do this now"), Tone.ACCENT))
        elif view.waits:
            self._state.addWidget(tag(look, "lock", self.tr("later"), Tone.NEUTRAL))
        self.box.setToolTip(shown_plain(view.waits))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files dropped."""
        event.acceptProposedAction()
        self.files_given.emit(local_files(event.mimeData()))

    def _unfold(self) -> None:
        self._body.setVisible(self.more.isChecked())

    def _ticked(self, on: bool) -> None:
        if self._view is None:
            return
        if on:
            self._say(done_on=self._view.today, not_needed="")
        else:
            self.taken_back.emit()

    def _say_not_needed(self, text: str) -> None:
        if self._view is not None and not self._view.waits:
            self._say(not_needed=text)

    def _day_changed(self) -> None:
        day = self._day.value()
        if day is not None and self._view is not None and not self._view.waits:
            self._say(done_on=day, not_needed="")

    def _say(self, **changes: object) -> None:
        if self._view is not None:
            self.answered.emit(replace(self._view.entry, **changes))  # type: ignore[arg-type]  # fields by name


def _state_of(view: TaskView) -> tuple[DeviceTask, str, bool, int]:
    return view.entry, view.waits, view.current, len(view.files)
