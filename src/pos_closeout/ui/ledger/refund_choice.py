"""The three ways a refund can stand: it succeeded, there is proof, or it has only been accepted."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import label


class RefundOutcome(StrEnum):
    """How a refund stands."""

    SUCCESS = "success"
    PROOF = "proof"
    ACCEPTED = "accepted"


class RefundChoice(QWidget):
    """Asks how a refund stands; only the first two clear it."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(self.tr("How the refund stands"))
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(self.tr("How the refund stands"), "strong"))
        self._buttons = {way: QRadioButton(words) for way, words in self._words().items()}
        for each in self._buttons.values():
            self._group.addButton(each)
            layout.addWidget(each)
        note = self.tr("Accepted is not refunded: the bank can still send it back.")
        layout.addWidget(label(note, "hint"))
        self._buttons[RefundOutcome.SUCCESS].setChecked(True)
        self._group.buttonClicked.connect(lambda: self.changed.emit())

    def outcome(self) -> RefundOutcome:
        """Return the chosen way."""
        return next(way for way, each in self._buttons.items() if each.isChecked())

    def choose(self, way: RefundOutcome) -> None:
        """Choose a way."""
        self._buttons[way].click()

    def _words(self) -> dict[RefundOutcome, str]:
        return {
            RefundOutcome.SUCCESS: self.tr("It says “refund successful”, or the customer has the money"),
            RefundOutcome.PROOF: self.tr("There is other proof, such as a bank record or a signed slip"),
            RefundOutcome.ACCEPTED: self.tr("Accepted or under way: leave it open and look again"),
        }
