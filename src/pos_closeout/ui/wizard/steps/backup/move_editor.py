"""The dialog with all fields of one set of data that is moved."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pos_closeout.domain.case.moving import Move, Moved, needs_warning
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog


class MoveEditor(FormDialog[Move]):
    """Edits a move."""

    def __init__(self, context: Context, move: Move, parent: QWidget, *, new: bool) -> None:
        super().__init__(context, move, parent)
        self.warning = Banner(context)
        title, take_off = self.tr("Data to move"), "" if new else self.tr("Take off the list")
        ticks = {
            "third_party": self.tr("Somebody outside the shop does it"),
            "third_party_agreed": self.tr("We agreed in writing on secrecy, purpose and deletion afterwards"),
        }
        self.build(DialogLook(title, title, take_off=take_off, size=(600, 680)), self._rows(), ticks)

    def _rows(self) -> list[list[DialogField]]:
        count, fen = FieldType.COUNT, FieldType.FEN
        return [
            [
                DialogField("what", self.tr("What"), FieldType.CHOICE, choices=moved_names()),
                DialogField("who", self.tr("Who does it")),
            ],
            [DialogField("source", self.tr("From where")), DialogField("target", self.tr("To where"))],
            [
                DialogField("count_before", self.tr("Entries before"), count),
                DialogField("count_after", self.tr("Entries after"), count),
            ],
            [
                DialogField("fen_before", self.tr("Amount before"), fen),
                DialogField("fen_after", self.tr("Amount after"), fen),
            ],
            [
                DialogField("signed_by", self.tr("Compared and signed off by")),
                DialogField("signed_on", self.tr("Signed off on"), FieldType.DATE),
            ],
            [DialogField("note", self.tr("Note, such as why the counts differ"))],
        ]

    def connect_fields(self) -> None:
        """Warn while somebody outside the shop does it and secrecy is not agreed on."""
        self.below.addWidget(self.warning)
        for box in self.ticks.values():
            box.toggled.connect(self._warn)
        self._warn()

    def _warn(self) -> None:
        text = self.tr(
            "Customers' telephone and card numbers are personal data. Give only what is needed, never a password or a "
            "full card number, and agree in writing on secrecy, purpose and deletion. It is safest to do it yourself."
        )
        move = self.value()
        self.warning.tell(Tone.AMBER, text if needs_warning(move) else "")
        self.ticks["third_party_agreed"].setVisible(move.third_party)


def moved_names() -> dict[Moved, str]:
    """Return what the kinds of data are called."""
    return {
        Moved.TILL: QCoreApplication.translate("MoveEditor", "Till software"),
        Moved.MEMBERS: QCoreApplication.translate("MoveEditor", "Members and balances"),
        Moved.STATEMENTS: QCoreApplication.translate("MoveEditor", "Statements"),
        Moved.RECURRING: QCoreApplication.translate("MoveEditor", "Recurring agreements"),
        Moved.OTHER: QCoreApplication.translate("MoveEditor", "Other data"),
    }
