"""The table of terminals in step 2; the pencil opens all fields of one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, label, row, rule, tag
from pos_closeout.ui.wizard.steps.action_words import action_icon
from pos_closeout.ui.wizard.steps.identity.terminal_editor import TerminalEditor, ownership_names

_LAST = 5


class TerminalTable(QWidget):
    """Shows the terminals of a case and edits them one at a time; ``changed`` carries the new tuple."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._terminals: tuple[Terminal, ...] | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        add = row(button(context.look, self.tr("Add a terminal"), self._added, icon="plus", kind="small"))
        add.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._grid)
        layout.addLayout(add)

    def tell(self, terminals: tuple[Terminal, ...]) -> None:
        """Show the terminals."""
        if terminals == self._terminals:
            return
        self._terminals = terminals
        clear_layout(self._grid)
        self._head()
        for position, terminal in enumerate(terminals):
            self._line(position, terminal)
        for column_number, share in enumerate((3, 4, 4, 3, 3, 0)):
            self._grid.setColumnStretch(column_number, share)

    def way_to(self, number: int) -> QWidget:
        """Return the button that leads to the answers of a terminal, counted from 1; else the table itself."""
        held = self._grid.itemAtPosition(2 * number, _LAST)
        button_there = held.widget() if held is not None else None
        return self if button_there is None else button_there

    def _head(self) -> None:
        names = (
            self.tr("Terminal no."),
            self.tr("Serial number (SN)"),
            self.tr("Where it stands"),
            self.tr("Whose it is"),
            self.tr("This time"),
        )
        for at, name in enumerate(names):
            self._grid.addWidget(label(name, "caption"), 0, at)
        self._grid.addWidget(rule(), 1, 0, 1, _LAST + 1)

    def _line(self, position: int, terminal: Terminal) -> None:
        at = 2 + 2 * position
        for number, text in enumerate((terminal.number, terminal.serial_number, terminal.place)):
            self._grid.addWidget(self._cell(text), at, number, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label(ownership_names()[terminal.ownership], "hint"), at, 3)
        self._grid.addWidget(self._action_tag(terminal), at, 4)
        name = self.tr("Edit terminal %1").replace("%1", terminal.number or str(position + 1))
        pencil = button(self._context.look, "", lambda: self._edit(position), icon="pencil", kind="quiet", name=name)
        self._grid.addWidget(pencil, at, _LAST)
        self._grid.addWidget(rule(), at + 1, 0, 1, _LAST + 1)

    def _cell(self, text: str) -> QWidget:
        if text.strip():
            return label(text, "hint")
        return tag(self._context.look, "triangle-alert", self.tr("missing"), Tone.AMBER)

    def _action_tag(self, terminal: Terminal) -> QWidget:
        if terminal.action is None:
            return tag(self._context.look, "triangle-alert", self.tr("not chosen"), Tone.AMBER)
        name = self._context.say(self._context.guidance.actions[terminal.action].name)
        return tag(self._context.look, action_icon(terminal.action), name, Tone.ACCENT)

    def _edit(self, position: int) -> None:
        terminals = self._terminals or ()
        editor = TerminalEditor(self._context, terminals[position], self.window())
        if editor.exec() == TerminalEditor.DialogCode.Accepted:
            self.changed.emit((*terminals[:position], editor.value(), *terminals[position + 1 :]))
        elif editor.removed:
            self.changed.emit(terminals[:position] + terminals[position + 1 :])

    def _added(self) -> None:
        terminals = self._terminals or ()
        like = terminals[-1] if terminals else Terminal()
        fresh = replace(Terminal(), place=like.place, ownership=like.ownership, action=like.action)
        editor = TerminalEditor(self._context, fresh, self.window())
        if editor.exec() == TerminalEditor.DialogCode.Accepted:
            self.changed.emit((*terminals, editor.value()))
