"""Lines for numbers: full-width figures, spaces and invisible marks are taken in and shown as what they mean."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QIntValidator, QValidator, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from pos_closeout.domain.case.identifiers import normalised
from pos_closeout.ui.widgets.field import line_edit


class NumberValidator(QValidator):
    """Refuses nothing: it puts what is typed or pasted into the form that is kept, before anybody hears of it.

    Args:
        parent: what it goes with.
        tidy: returns the form that is kept.
    """

    def __init__(self, parent: QObject, tidy: Callable[[str], str] = normalised) -> None:
        super().__init__(parent)
        self._tidy = tidy
        self.several = tidy is not normalised

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Return the tidy text, and where the cursor stands in it."""
        return QValidator.State.Acceptable, self._tidy(text), len(self._tidy(text[:place]))


def several_numbers(text: str) -> str:
    """Return several numbers in one line in half-width form; the spaces between them stay."""
    return unicodedata.normalize("NFKC", text)


def number_line(placeholder: str = "", limit: int = 400) -> QLineEdit:
    """Return a line for one number, which has no spaces."""
    return take_numbers(line_edit(placeholder, limit))


def take_numbers(line: QLineEdit, tidy: Callable[[str], str] = normalised) -> QLineEdit:
    """Let a line take numbers, and return it."""
    line.setValidator(NumberValidator(line, tidy))
    return line


class CountValidator(QIntValidator):
    """A whole number between two bounds, in figures of any width."""

    def validate(self, text: str, place: int) -> object:
        """Judge the number as it is meant."""
        return super().validate(normalised(text), len(normalised(text[:place])))


_LONGEST_COUNT = 20


class CountBox(QSpinBox):
    """A whole number in figures, full-width ones too, without the small arrows that few people hit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().setMaxLength(_LONGEST_COUNT)

    def validate(self, text: str, place: int) -> object:
        """Judge the number as it is meant."""
        return super().validate(normalised(text), len(normalised(text[:place])))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a number is typed."""
        event.ignore()
