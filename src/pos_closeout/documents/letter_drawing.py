"""The letter in type: its parts as blocks of the typesetting layer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from pos_closeout.documents import content as said
from pos_closeout.documents.drawing import Columns, ruled
from pos_closeout.documents.letter_styles import Looks, looks
from pos_closeout.documents.paper_looks import compact
from pos_closeout.documents.typesetting import (
    MM,
    Block,
    Bookmark,
    CutLine,
    Field,
    Fonts,
    FormGrid,
    KeepTogether,
    Meta,
    PageBreak,
    PageStyle,
    Paragraph,
    Remembered,
    Signature,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

_SHORT = 160
"""Half em of text a box may hold in a form that stays on one page; longer ones may be as tall as the page."""


def draw_letter(letter: said.Letter, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a letter; its creation date is the start of the day."""
    meta = Meta(
        title=letter.title,
        author=letter.author,
        created=datetime.combine(day, time()),
        language="zh-CN" if language is LetterLanguage.CHINESE else "en-GB",
        subject=letter.subject,
    )
    footer = "　".join(part for part in (letter.footer, letter.sample) if part)
    page = PageStyle(top=25 * MM, bottom=28 * MM, footer=footer, language=language.value)
    return render(_story(letter, language), fonts=fonts, meta=meta, page=page)


def _story(letter: said.Letter, language: LetterLanguage) -> Iterator[Block]:
    """Yield the parts of a letter; those that an edit leaves alone are not set again."""
    further = not letter.office.title
    look, kind = compact(looks(language)) if further else looks(language), (language, further)
    head = (letter.sample, letter.title, letter.subtitle, letter.number, letter.addressee, letter.opening)
    yield Remembered((kind, head), lambda: _head(letter, look))
    for section in letter.sections:
        yield Remembered((kind, section), partial(_section, section, look))
    if letter.signature.lines:
        yield Remembered((kind, letter.signature), lambda: _signature(letter.signature, look))
    if letter.office.title:
        yield Remembered((kind, letter.office), lambda: _office(letter.office, look))
    if letter.annex is not None:
        yield Remembered((kind, letter.annex), partial(_annex, letter.annex, look))


def _head(letter: said.Letter, look: Looks) -> Iterator[Block]:
    if letter.sample:
        yield Paragraph(letter.sample, look.tag)
    yield Bookmark(letter.title)
    yield Paragraph(letter.title, look.title)
    if letter.subtitle:
        yield Paragraph(letter.subtitle, look.subtitle)
    yield Paragraph(letter.number, look.number)
    if letter.addressee:
        yield Paragraph(letter.addressee, look.addressee)
    if letter.opening:
        yield Paragraph(letter.opening, look.body)


def _section(section: said.Section, look: Looks) -> Iterator[Block]:
    yield Bookmark(section.heading)
    yield Paragraph(section.heading, look.heading)
    for block in section.blocks:
        yield from _blocks(block, look)


def _blocks(block: said.Block, look: Looks) -> Iterator[Block]:
    match block:
        case said.Prose(text):
            yield Paragraph(text, look.body)
        case said.Points(texts):
            for place, text in enumerate(texts, 1):
                yield Paragraph(f"{look.mark(place)}{text}", look.point)
        case said.Bullets(texts, note):
            yield from _listed(texts, note, look)
        case said.Grid():
            yield form(block, look)
        case said.Table():
            yield ruled(block, look.cell)


def form(
    told: said.Grid, look: Looks, row_height: float = 18.5, heights: tuple[tuple[int, float], ...] = ()
) -> FormGrid:
    """Return a boxed form: labels on a light ground, an empty value as a box to write in."""
    rows = [
        [
            field
            for entry in row
            for field in (Field(entry.label, look.label_share, label=True), _value(entry, row, look))
        ]
        for row in told.rows
    ]
    style = replace(look.cell, left_indent=0.2)
    short = all(said.half_widths(entry.value) <= _SHORT for row in told.rows for entry in row)
    return FormGrid(rows, style, row_height, heights, padding=3, before=2, after=5, keep_together=short)


def _value(entry: said.Entry, row: tuple[said.Entry, ...], look: Looks) -> Field:
    return Field(entry.value, (1 if len(row) == 1 else 0.5) - look.label_share)


def _listed(texts: tuple[str, ...], note: str, look: Looks) -> Iterator[Block]:
    """Set short lines numbered in two columns, read down the left one first."""
    numbered = [f"{place}. {text}" for place, text in enumerate(texts, 1)]
    half = -(-len(numbered) // 2)
    right = [*numbered[half:], ""][:half]
    rows = list(zip(numbered[:half], right, strict=True))
    yield Columns(rows, look.small)
    if note:
        yield Paragraph(note, look.small)


def _signature(signed: said.Signature, look: Looks) -> Iterator[Block]:
    """Set the lines to one length where blanks can, so that their labels stand below each other."""
    widest = max(said.half_widths(line.label + line.value) for line in signed.lines)
    lines = [f"{line.label}{line.value or _blank(widest - said.half_widths(line.label))}" for line in signed.lines]
    yield Signature(lines, signed.day, look.signature, seal_space=look.seal_space, before=look.before_signature)


def _blank(half_widths: int) -> str:
    """Return a blank to sign on, about as wide as asked: 8 to 16 em."""
    return "＿" * min(max(half_widths // 2, 8), 16)


def _office(office: said.Office, look: Looks) -> Iterator[Block]:
    """Keep what the acquirer fills in and the slip on one page: they are cut apart there."""
    boxes, slip = office.grid, office.receipt_grid
    yield KeepTogether(
        [
            Paragraph(office.title, look.office_title),
            form(boxes, look, 25, ((len(boxes.rows) - 1, 44.0),)),
            CutLine(before=12, after=1),
            Paragraph(office.cut, look.cut),
            Paragraph(office.receipt_title, look.form_title),
            Paragraph(office.receipt_text, look.receipt),
            form(slip, look, 25, ((len(slip.rows) - 1, 44.0),)),
        ]
    )


def _annex(annex: said.Annex, look: Looks) -> Iterator[Block]:
    yield PageBreak()
    yield Bookmark(f"{annex.mark}　{annex.title}")
    yield Paragraph(annex.mark, look.addressee)
    yield Paragraph(annex.title, look.annex_title)
    yield Paragraph(annex.caption, look.caption)
    yield ruled(annex.table, look.dense)
    if annex.capitals:
        yield Paragraph(annex.capitals, look.capitals)
    yield Paragraph(annex.note, look.note)
