"""The dialog with all fields of one terminal."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from pos_closeout.domain.case import identifiers
from pos_closeout.domain.device.terminal import Action, Condition, DeviceKind, Ownership, Terminal
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog
from pos_closeout.ui.widgets.verdicts import show_verdict


def ownership_names() -> dict[Ownership, str]:
    """Return what the kinds of ownership are called in the language of the screen."""
    return {
        Ownership.UNKNOWN: QCoreApplication.translate("Ownership", "not sure"),
        Ownership.DEPOSIT: QCoreApplication.translate("Ownership", "on deposit"),
        Ownership.RENTED: QCoreApplication.translate("Ownership", "rented"),
        Ownership.OWNED: QCoreApplication.translate("Ownership", "my own"),
    }


class TerminalEditor(FormDialog[Terminal]):
    """Edits a terminal."""

    def __init__(self, context: Context, terminal: Terminal, parent: QWidget) -> None:
        super().__init__(context, terminal, parent)
        known = terminal != Terminal() and bool(terminal.number or terminal.serial_number)
        take_off = self.tr("Take off the list") if known else ""
        self.build(DialogLook(self.tr("Terminal"), self.tr("Terminal"), take_off=take_off), self._rows(context))
        for name, word in (("number", "terminal_number"), ("serial_number", "serial_number")):
            self.fields[name].explain(partial(self._explain, word))
        self.line("number").setFocus()

    def _explain(self, word: str) -> None:
        from pos_closeout.ui.library.window import show_word

        # Over the dialog: a window beside it would not take a click while the dialog is open.
        show_word(self, self.context, word)

    def _rows(self, context: Context) -> list[list[DialogField]]:
        choice, number = FieldType.CHOICE, FieldType.NUMBER
        names = context.guidance.actions
        actions = {None: self.tr("Please choose")} | {action: context.say(names[action].name) for action in Action}
        conditions = {
            Condition.WORKING: self.tr("works"),
            Condition.DAMAGED: self.tr("damaged"),
            Condition.LOST: self.tr("lost or stolen"),
        }
        kinds = {
            None: self.tr("not said"),
            DeviceKind.COUNTER: self.tr("card terminal on the counter"),
            DeviceKind.SMART: self.tr("smart terminal with a big screen"),
            DeviceKind.POCKET: self.tr("pocket reader (signature POS, MPOS)"),
            DeviceKind.CODE: self.tr("QR plate or sound box only"),
        }
        return [
            [
                DialogField("number", self.tr("Terminal number"), number, note=self.tr("8 characters")),
                DialogField("serial_number", self.tr("Serial number (SN)"), number, note=self.tr("on the label below")),
            ],
            [
                DialogField("place", self.tr("Where it stands"), note=self.tr("shop and address")),
                DialogField("model", self.tr("Make and model")),
                DialogField("kind", self.tr("What it is"), choice, choices=kinds),
            ],
            [
                DialogField("action", self.tr("This time"), choice, choices=actions),
                DialogField("ownership", self.tr("Whose it is"), choice, choices=ownership_names()),
                DialogField("condition", self.tr("State"), choice, choices=conditions),
            ],
            [
                DialogField("sim", self.tr("SIM card (ICCID)"), number, note=self.tr("if it has one")),
                DialogField("accessories", self.tr("Accessories"), note=self.tr("power supply, dock")),
            ],
            [DialogField("qr_codes", self.tr("QR plates and sound boxes"), note=self.tr("numbers on them"))],
        ]

    def connect_fields(self) -> None:
        """Say while typing what is wrong with the numbers."""
        for editor in self.editors.values():
            if isinstance(editor, QLineEdit):
                editor.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        number, serial = self.line("number").text(), self.line("serial_number").text()
        show_verdict(self.fields["number"], identifiers.check_terminal_number(number))
        show_verdict(self.fields["serial_number"], identifiers.check_serial_number(serial))
        if not serial.strip():
            text = self.tr("Without it the acquirer cannot match the device; look at the label on its underside.")
            self.fields["serial_number"].set_verdict(Tone.ACCENT, text)
