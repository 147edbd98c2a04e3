"""The short list of terminals in step 1: number, place and action in one line each."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.device.terminal import Action, DeviceKind, Terminal, device_kind
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import line_edit
from pos_closeout.ui.widgets.number_line import take_numbers
from pos_closeout.ui.widgets.tab_order import put_in_order


class _TerminalLine(QWidget):
    """One terminal."""

    edited = Signal()
    removed = Signal()

    def __init__(self, context: Context, position: int) -> None:
        super().__init__()
        self.number = take_numbers(self._editor(self.tr("Terminal number"), position))
        self.place = self._editor(self.tr("Where it stands"), position)
        self.action = ComboBox()
        self.action.setAccessibleName(self.tr("What is to happen, terminal %1").replace("%1", str(position)))
        self.action.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.action.setMinimumContentsLength(6)
        self.action.addItem(self.tr("Please choose"), None)
        for action in Action:
            self.action.addItem(context.say(context.guidance.actions[action].name), action)
        self.action.activated.connect(lambda: self.edited.emit())
        self.kind = ComboBox()
        self.kind.setAccessibleName(self.tr("Which device, terminal %1").replace("%1", str(position)))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(5)
        for kind, named in kind_names().items():
            self.kind.addItem(named, kind)
        self.kind.activated.connect(lambda: self.edited.emit())
        name = self.tr("Take terminal %1 off the list").replace("%1", str(position))
        self.remove: QPushButton = button(context.look, "", self.removed.emit, icon="trash-2", kind="quiet", name=name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        parts = ((self.number, 3), (self.place, 4), (self.kind, 3), (self.action, 3), (self.remove, 0))
        for widget, share in parts:
            layout.addWidget(widget, share)

    def _editor(self, name: str, position: int) -> QLineEdit:
        made = line_edit(name, limit=100)
        made.setAccessibleName(f"{name} {position}")
        made.textEdited.connect(lambda: self.edited.emit())
        return made

    def tell(self, terminal: Terminal) -> None:
        """Show a terminal without disturbing the cursor."""
        for editor, text in ((self.number, terminal.number), (self.place, terminal.place)):
            if editor.text() != text:
                editor.setText(text)
        self.kind.setCurrentIndex(max(self.kind.findData(device_kind(terminal)), 0))
        self.action.setCurrentIndex(0 if terminal.action is None else list(Action).index(terminal.action) + 1)

    def terminal_shown(self, terminal: Terminal) -> Terminal:
        """Return the terminal with what stands in the line."""
        chosen = self.action.currentData()
        action = None if chosen is None else Action(chosen)
        picked = self.kind.currentData()
        kind = None if picked is None else DeviceKind(picked)
        # What only its model says stays said by the model.
        said = terminal.kind if kind == device_kind(terminal) else kind
        return replace(terminal, number=self.number.text(), place=self.place.text(), action=action, kind=said)


def kind_names() -> dict[DeviceKind | None, str]:
    """Return the kinds of devices in a word each."""
    return {
        None: QCoreApplication.translate("KindNames", "Which device?"),
        DeviceKind.COUNTER: QCoreApplication.translate("KindNames", "Counter terminal"),
        DeviceKind.SMART: QCoreApplication.translate("KindNames", "Smart terminal"),
        DeviceKind.POCKET: QCoreApplication.translate("KindNames", "Pocket reader"),
        DeviceKind.CODE: QCoreApplication.translate("KindNames", "QR or speaker"),
    }


class TerminalRows(QWidget):
    """Edits the terminals of a case; ``changed`` carries the new tuple."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._terminals: tuple[Terminal, ...] = ()
        self._lines: list[_TerminalLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._add = button(context.look, self.tr("Add a terminal"), self._added, icon="plus", kind="small")
        held = row(self._add)
        held.addStretch()
        self._layout.addLayout(held)

    def tell(self, terminals: tuple[Terminal, ...]) -> None:
        """Show the terminals; lines are added and taken away at the end, so the one with the focus stays."""
        self._terminals = terminals
        while len(self._lines) > len(terminals):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(terminals):
            self._new_line()
        for line, terminal in zip(self._lines, terminals, strict=True):
            line.tell(terminal)
            # With one terminal the drawing above says it all.
            line.kind.setVisible(len(terminals) > 1)

    def _new_line(self) -> None:
        line = _TerminalLine(self._context, len(self._lines) + 1)
        line.edited.connect(self._edited)
        line.removed.connect(lambda: self._removed(line))
        self._layout.insertWidget(len(self._lines), line)
        last = self._lines[-1].remove if self._lines else None
        self._lines.append(line)
        if last is None:
            put_in_order(self, line.number)
        else:
            QWidget.setTabOrder(last, line.number)
        for before, after in pairwise((line.number, line.place, line.kind, line.action, line.remove, self._add)):
            QWidget.setTabOrder(before, after)

    def _edited(self) -> None:
        pairs = zip(self._lines, self._terminals, strict=True)
        self.changed.emit(tuple(line.terminal_shown(terminal) for line, terminal in pairs))

    def _added(self) -> None:
        last = self._terminals[-1] if self._terminals else Terminal()
        self.changed.emit((*self._terminals, Terminal(action=last.action, kind=last.kind)))
        if self._lines:
            self._lines[-1].number.setFocus()

    def _removed(self, line: _TerminalLine) -> None:
        at = self._lines.index(line)
        self.changed.emit(self._terminals[:at] + self._terminals[at + 1 :])
