"""From what a paper says to its PDF: the one place where reportlab is imported, when the first paper is drawn.

It takes a third of a second, which a start of the program cannot spare, so these functions import as they are called.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pos_closeout.documents.content import ItemList, Letter, PlainPage, Poster, QuickGuide
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.forms.drawing import Sheet

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts


def load_fonts(folder: Path) -> "Fonts":
    """Return the fonts of a folder.

    Raises:
        DocumentError: ``document.fonts_missing``.
    """
    from pos_closeout.documents import typesetting

    return typesetting.load_fonts(folder)


def draw_letter(letter: Letter, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the PDF of a letter dated on a day; the same input gives the same bytes."""
    from pos_closeout.documents import letter_drawing

    return letter_drawing.draw_letter(letter, language, day, fonts)


def draw_list(listed: ItemList, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the PDF of a list of open items printed on a day; the same input gives the same bytes."""
    from pos_closeout.documents import list_drawing

    return list_drawing.draw_list(listed, language, day, fonts)


def draw_poster(poster: Poster, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the PDF of a poster dated on a day; the same input gives the same bytes."""
    from pos_closeout.documents import poster_drawing

    return poster_drawing.draw_poster(poster, language, day, fonts)


def draw_plain_page(page: PlainPage, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the PDF of a plain page dated on a day; the same input gives the same bytes."""
    from pos_closeout.documents import plain_page_drawing

    return plain_page_drawing.draw_plain_page(page, language, day, fonts)


def draw_quick_guide(guide: QuickGuide, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the PDF of the quick guide dated on a day; the same input gives the same bytes."""
    from pos_closeout.documents import quick_guide_drawing

    return quick_guide_drawing.draw_quick_guide(guide, language, day, fonts)


def draw_overlay(sheets: Sequence[Sheet], day: date, fonts: "Fonts") -> bytes:
    """Return the PDF to lay over a form, one page a sheet; the same input gives the same bytes."""
    from pos_closeout.documents import form_overlay

    return form_overlay.draw_overlay(sheets, day, fonts)
