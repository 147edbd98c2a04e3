"""A line for an amount in yuan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.money import format_yuan, parse_fen, plain_amount
from pos_closeout.ui.context import Context


class MoneyField(QLineEdit):
    """Takes an amount and gives it in fen; empty is ``None``. Zero is allowed only when asked for.

    What cannot be read stays as it was typed, with :meth:`verdict` saying why; ``value`` is ``None`` then.
    """

    edited = Signal()

    def __init__(self, context: Context, *, zero: bool = True) -> None:
        super().__init__()
        self._context, self._zero = context, zero
        self.setMaxLength(40)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(lambda: self.edited.emit())
        self.editingFinished.connect(self._tidy)

    def value(self) -> int | None:
        """Return the amount in fen, or ``None`` when empty or not readable."""
        return self._read()[0]

    def verdict(self) -> str:
        """Return what is wrong with the amount in a plain sentence, or nothing."""
        return self._read()[1]

    def set_value(self, fen: int | None) -> None:
        """Show an amount unless the line already says the same."""
        if fen != self.value():
            self.setText("" if fen is None else format_yuan(fen))

    def _read(self) -> tuple[int | None, str]:
        text = self.text().strip()
        if not text:
            return None, ""
        plain = plain_amount(text)
        if self._zero and plain and set(plain) <= set("0.,") and "0" in plain:
            return 0, ""
        try:
            return parse_fen(text), ""
        except BadInputError as error:
            if error.message_id == "amount.out_of_range":
                return None, self.tr("The amount must be more than 0 and at most 99,999,999.99 yuan.")
            return None, self.tr("Please write the amount in figures, such as 128.50.")

    def _tidy(self) -> None:
        fen, problem = self._read()
        if fen is not None and not problem:
            self.setText(format_yuan(fen))
