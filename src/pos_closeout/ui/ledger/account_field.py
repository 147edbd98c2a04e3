"""A line for a card number that never holds a whole one."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from pos_closeout.domain.masking import mask_account

_LONG_TAIL = re.compile(r"(\d{6})(\*+)(\d+)(\d{4})")


def tidy_account(text: str) -> str:
    """Return a card number with its middle hidden, also while it is still being typed.

    As soon as eleven digits stand there the middle is hidden; each digit typed after that moves into the last four, and
    the one it pushes out is hidden too. Shorter numbers and other text stay.
    """
    masked = mask_account(text)
    return _LONG_TAIL.sub(lambda found: f"{found[1]}{found[2]}{'*' * len(found[3])}{found[4]}", masked)


class AccountField(QLineEdit):
    """Hides the middle of a card number the moment it is typed or pasted."""

    hidden = Signal()
    """A whole number was about to stand there; its middle has been hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(40)
        self.textEdited.connect(self._on_edited)

    def _on_edited(self, text: str) -> None:
        tidy = tidy_account(text)
        if tidy != text:
            self.setText(tidy)
            self.hidden.emit()
