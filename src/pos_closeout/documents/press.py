"""The way to the typesetting that costs nothing until the first paper is drawn.

reportlab takes a third of a second to import, which a start of the program cannot spare; so it is imported here, by
name, when it is needed.
"""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pos_closeout.documents.content import ItemList, Letter
from pos_closeout.domain.case.case import LetterLanguage

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts


def load_fonts(folder: Path) -> "Fonts":
    """Return the fonts of a folder.

    Raises:
        DocumentError: ``document.fonts_missing``.
    """
    fonts: Fonts = import_module("pos_closeout.documents.typesetting").load_fonts(folder)
    return fonts


def press_letter(letter: Letter, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the PDF of a letter dated on a day."""
    drawn: bytes = import_module("pos_closeout.documents.letter_drawing").draw_letter(letter, language, day, fonts)
    return drawn


def press_list(listed: ItemList, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the PDF of a list of open items printed on a day."""
    drawn: bytes = import_module("pos_closeout.documents.list_drawing").draw_list(listed, language, day, fonts)
    return drawn
