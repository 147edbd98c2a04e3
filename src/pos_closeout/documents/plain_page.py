"""A plain page: a title, short paragraphs, headings and tables; for what is no letter."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from pos_closeout.documents.content import Table
from pos_closeout.domain.case.case import LetterLanguage

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the page."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; an empty one leaves a little room. ``small`` sets notes."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class PlainPage:
    """What the page says, top to bottom; ``sample`` marks papers of the sample case."""

    title: str
    caption: str
    parts: tuple[Heading | Words | Table, ...]
    footer: str = ""
    sample: str = ""


def plain_page_pdf(page: PlainPage, language: LetterLanguage, day: date, fonts: "Fonts") -> bytes:
    """Return the page as a PDF dated on a day; the same input gives the same bytes."""
    # By name, like the other papers: reportlab takes a third of a second to import.
    drawing = import_module("pos_closeout.documents.plain_page_drawing")
    drawn: bytes = drawing.draw_plain_page(page, language, day, fonts)
    return drawn
