"""The dialog with all fields of one terminal."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case import identifiers
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.discard_question import may_discard
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.verdicts import show_verdict


def ownership_names() -> dict[Ownership, str]:
    """Return what the kinds of ownership are called in the language of the screen."""
    return {
        Ownership.UNKNOWN: QCoreApplication.translate("Ownership", "not sure"),
        Ownership.DEPOSIT: QCoreApplication.translate("Ownership", "on deposit"),
        Ownership.RENTED: QCoreApplication.translate("Ownership", "rented"),
        Ownership.OWNED: QCoreApplication.translate("Ownership", "my own"),
    }


class TerminalEditor(QDialog):
    """Edits a terminal. ``removed`` tells, after a rejection, that the owner took the terminal off the list."""

    def __init__(self, context: Context, terminal: Terminal, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._before = context, terminal
        self.removed = False
        self.setWindowTitle(self.tr("Terminal"))
        self.setMinimumWidth(context.look.px(560))
        self._texts: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Terminal"), "cardTitle"))
        layout.addLayout(self._form())
        layout.addLayout(self._buttons())
        self._check()
        self._texts["number"].setFocus()

    def _form(self) -> Any:
        before = self._before
        self._action = self._combo(
            {None: self.tr("Please choose")}
            | {action: self._context.say(self._context.guidance.actions[action].name) for action in Action},
            before.action,
        )
        self._ownership = self._combo(dict(ownership_names()), before.ownership)
        conditions = {
            Condition.WORKING: self.tr("works"),
            Condition.DAMAGED: self.tr("damaged"),
            Condition.LOST: self.tr("lost or stolen"),
        }
        self._condition = self._combo(dict(conditions), before.condition)
        return grid(
            [
                [
                    self._text("number", self.tr("Terminal number"), self.tr("8 characters")),
                    self._text("serial_number", self.tr("Serial number (SN)"), self.tr("on the label below")),
                ],
                [
                    self._text("place", self.tr("Where it stands"), self.tr("shop and address")),
                    self._text("model", self.tr("Make and model")),
                ],
                [
                    Field(self._context, self.tr("This time"), self._action),
                    Field(self._context, self.tr("Whose it is"), self._ownership),
                    Field(self._context, self.tr("State"), self._condition),
                ],
                [
                    self._text("sim", self.tr("SIM card (ICCID)"), self.tr("if it has one")),
                    self._text("accessories", self.tr("Accessories"), self.tr("power supply, dock")),
                ],
                [self._text("qr_codes", self.tr("QR plates and sound boxes"), self.tr("numbers on them"))],
            ]
        )

    def _text(self, name: str, title: str, note: str = "") -> Field:
        editor = line_edit(limit=200)
        editor.setText(getattr(self._before, name))
        editor.textChanged.connect(self._check)
        self._texts[name] = editor
        self._fields[name] = Field(self._context, title, editor, note=note)
        return self._fields[name]

    def _combo(self, names: dict[Any, str], chosen: object) -> QComboBox:
        made = QComboBox()
        for value, name in names.items():
            made.addItem(name, value)
        made.setCurrentIndex(list(names).index(chosen))
        return made

    def _buttons(self) -> Any:
        look = self._context.look
        keep = button(look, self.tr("&Keep"), self.accept, kind="primary")
        keep.setDefault(True)
        take_off = button(look, self.tr("Take off the list"), self._remove, icon="trash-2", kind="danger")
        take_off.setVisible(self._before != Terminal() and bool(self._before.number or self._before.serial_number))
        cancel = button(look, self.tr("Cancel"), self.reject)
        layout = row(take_off)
        layout.addStretch()
        layout.addWidget(cancel)
        layout.addWidget(keep)
        return layout

    def _check(self) -> None:
        number, serial = self._texts["number"].text(), self._texts["serial_number"].text()
        show_verdict(self._fields["number"], identifiers.check_terminal_number(number))
        show_verdict(self._fields["serial_number"], identifiers.check_serial_number(serial))
        if not serial.strip():
            text = self.tr("Without it the acquirer cannot match the device; look at the label on its underside.")
            self._fields["serial_number"].set_verdict(Tone.ACCENT, text)

    def terminal(self) -> Terminal:
        """Return the terminal as it stands in the dialog."""
        texts: dict[str, Any] = {name: editor.text().strip() for name, editor in self._texts.items()}
        action = self._action.currentData()
        return replace(
            self._before,
            **texts,
            action=None if action is None else Action(action),
            ownership=Ownership(self._ownership.currentData()),
            condition=Condition(self._condition.currentData()),
        )

    def _remove(self) -> None:
        self.removed = True
        super().reject()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if self.terminal() == self._before or may_discard(self):
            super().reject()
