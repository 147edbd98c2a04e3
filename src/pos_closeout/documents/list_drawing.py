"""The printed list of open items in type: a page where it fits, ten thousand rows where it must."""

from dataclasses import replace
from datetime import date

from pos_closeout.documents import content as said
from pos_closeout.documents.layout import ALIGN, dense_page, meta, ruled
from pos_closeout.documents.letter_styles import Looks, looks
from pos_closeout.documents.typesetting import (
    Fonts,
    LongTable,
    Paragraph,
    Story,
    TableColumn,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

_LONG = 300
"""Above this many items rows are of one height and drawn as they come: 10,000 rows in seconds, not in half a minute."""


def draw_list(listed: said.ItemList, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a list; its creation date is the start of the day."""
    laid = dense_page(language, said.spaced((listed.footer, listed.sample)))
    return render(_story(listed, looks(language)), fonts=fonts, meta=meta(listed.title, language, day), page=laid)


def _story(listed: said.ItemList, look: Looks) -> Story:
    if listed.sample:
        yield Paragraph(listed.sample, look.tag)
    yield Paragraph(listed.title, look.annex_title)
    yield Paragraph(listed.caption, look.caption)
    for line in listed.totals:
        yield Paragraph(line, replace(look.totals, size=11, leading=16))
    # Set closer than in a letter: sixteen entries of two shops stand on one page.
    close = replace(look.dense, leading=round(look.dense.size * 1.27, 1))
    long = sum(len(group.table.rows) for group in listed.groups) > _LONG
    for group in listed.groups:
        if group.heading:
            yield Paragraph(group.heading, look.group)
        yield _long(group.table, look) if long else ruled(group.table, close)


def _long(told: said.Table, look: Looks) -> LongTable:
    columns = [TableColumn(column.head, ALIGN[column.align], column.share) for column in told.columns]
    return LongTable(columns, told.rows, replace(look.dense, size=8.5, leading=11), lines=2)
