"""A plain page in type."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from pos_closeout.documents.drawing import ruled
from pos_closeout.documents.letter_styles import Looks, looks
from pos_closeout.documents.plain_page import Heading, PlainPage, Words
from pos_closeout.documents.typesetting import MM, Block, Fonts, Meta, PageStyle, Paragraph, Space, render
from pos_closeout.domain.case.case import LetterLanguage


def draw_plain_page(page: PlainPage, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a page; its creation date is the start of the day."""
    meta = Meta(
        title=page.title,
        author="",
        created=datetime.combine(day, time()),
        language="zh-CN" if language is LetterLanguage.CHINESE else "en-GB",
    )
    footer = "　".join(part for part in (page.footer, page.sample) if part)
    style = PageStyle(
        left=20 * MM, right=20 * MM, top=18 * MM, bottom=22 * MM, footer=footer, language=language.value,
        footer_height=12 * MM,
    )  # fmt: skip
    return render(_story(page, looks(language)), fonts=fonts, meta=meta, page=style)


def _story(page: PlainPage, look: Looks) -> Iterator[Block]:
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
            yield Space(8)
