"""A plain page in type."""

from dataclasses import replace
from datetime import date

from reportlab.platypus import Spacer

from pos_closeout.documents.content import Heading, PlainPage, Words, spaced
from pos_closeout.documents.layout import dense_page, meta, ruled
from pos_closeout.documents.letter_styles import Looks, looks
from pos_closeout.documents.typesetting import Fonts, Paragraph, Story, render
from pos_closeout.domain.case.case import LetterLanguage


def draw_plain_page(page: PlainPage, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a page; its creation date is the start of the day."""
    laid = dense_page(language, spaced((page.footer, page.sample)))
    return render(_story(page, looks(language)), fonts=fonts, meta=meta(page.title, language, day), page=laid)


def _story(page: PlainPage, look: Looks) -> Story:
    if page.sample:
        yield Paragraph(page.sample, look.tag)
    yield Paragraph(page.title, look.annex_title)
    if page.caption:
        yield Paragraph(page.caption, look.caption)
    said = replace(look.small, size=look.small.size + 0.5, leading=look.small.leading + 2)
    for part in page.parts:
        if isinstance(part, Heading):
            yield Paragraph(part.text, look.group)
        elif not isinstance(part, Words):
            yield ruled(part, look.dense)
        elif part.text:
            yield Paragraph(part.text, look.note if part.small else said)
        else:
            yield Spacer(0, 8)
