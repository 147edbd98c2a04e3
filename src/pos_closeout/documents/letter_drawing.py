"""The letter in type: its parts as blocks of the typesetting layer."""

from dataclasses import replace
from datetime import date

from reportlab.platypus import PageBreak

from pos_closeout.documents import content as said
from pos_closeout.documents.layout import Columns, meta, rule, ruled
from pos_closeout.documents.letter_styles import Looks, compact, looks
from pos_closeout.documents.typesetting import (
    MM,
    Fonts,
    FormField,
    FormGrid,
    KeepTogether,
    PageStyle,
    Paragraph,
    SignatureBlock,
    Story,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

HAND_ROW = 9.2 * MM
"""Height of a row that is filled in by hand: 9 mm at least."""
SEAL = 42.5 * MM
"""Height of a box for a seal: a company seal is 40 to 42 mm across."""
_SHORT = 160
"""Half em of text a box may hold in a form that stays on one page; longer ones may be as tall as the page."""


def draw_letter(letter: said.Letter, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a letter; its creation date is the start of the day."""
    about = meta(letter.title, language, day, author=letter.author, subject=letter.subject)
    footer = said.spaced((letter.footer, letter.sample))
    page = PageStyle(top=25 * MM, bottom=28 * MM, footer=footer, language=language.value)
    return render(_story(letter, language), fonts=fonts, meta=about, page=page)


def _story(letter: said.Letter, language: LetterLanguage) -> Story:
    further = not letter.office.title
    look = compact(looks(language)) if further else looks(language)
    yield from _head(letter, look)
    for section in letter.sections:
        yield from _section(section, look)
    if letter.signature.lines:
        yield from _signature(letter.signature, look)
    if letter.office.title:
        yield from _office(letter.office, look)
    if letter.annex is not None:
        yield from _annex(letter.annex, look)


def _head(letter: said.Letter, look: Looks) -> Story:
    if letter.sample:
        yield Paragraph(letter.sample, look.tag)
    yield Paragraph(letter.title, look.title)
    if letter.subtitle:
        yield Paragraph(letter.subtitle, look.subtitle)
    yield Paragraph(letter.number, look.number)
    if letter.addressee:
        yield Paragraph(letter.addressee, look.addressee)
    if letter.opening:
        yield Paragraph(letter.opening, look.body)


def _section(section: said.Section, look: Looks) -> Story:
    yield Paragraph(section.heading, look.heading)
    for block in section.blocks:
        yield from _blocks(block, look)


def _blocks(block: said.Block, look: Looks) -> Story:
    match block:
        case said.Prose(text):
            yield Paragraph(text, look.body)
        case said.Points(texts):
            for place, text in enumerate(texts, 1):
                yield Paragraph(f"{look.mark(place)}{text}", look.point)
        case said.Bullets(texts, note):
            yield from _listed(texts, note, look)
        case said.EntryGrid():
            yield form(block, look)
        case said.Table():
            yield ruled(block, look.cell)


def form(
    told: said.EntryGrid, look: Looks, row_height: float = 18.5, heights: tuple[tuple[int, float], ...] = ()
) -> FormGrid:
    """Return a boxed form: labels on a light ground, an empty value as a box to write in."""
    rows = [
        [
            field
            for entry in row
            for field in (FormField(entry.label, look.label_share, label=True), _value(entry, row, look))
        ]
        for row in told.rows
    ]
    style = replace(look.cell, left_indent=0.2)
    by_hand = {place for place, row in enumerate(told.rows) if any(_by_hand(entry.value) for entry in row)}
    known = dict(heights)
    heights = tuple((place, max(known.get(place, 0.0), HAND_ROW)) for place in sorted(by_hand | known.keys()))
    short = all(said.half_widths(entry.value) <= _SHORT for row in told.rows for entry in row)
    return FormGrid(rows, style, row_height, heights, padding=3, before=2, after=5, keep_together=short)


def _by_hand(value: str) -> bool:
    """Return whether something of a value is written in by hand: all of it, a blank, or a box to tick."""
    return not value.strip() or "＿" in value or "☐" in value


def _value(entry: said.GridEntry, row: tuple[said.GridEntry, ...], look: Looks) -> FormField:
    return FormField(entry.value, (1 if len(row) == 1 else 0.5) - look.label_share)


def _listed(texts: tuple[str, ...], note: str, look: Looks) -> Story:
    """Set short lines numbered in two columns, read down the left one first."""
    numbered = [f"{place}. {text}" for place, text in enumerate(texts, 1)]
    half = -(-len(numbered) // 2)
    right = [*numbered[half:], ""][:half]
    rows = list(zip(numbered[:half], right, strict=True))
    # The note never stands alone on the page of the signature: it goes there with its list.
    small_print = (Paragraph(note, look.small),) if note else ()
    yield KeepTogether((Columns(rows, look.small), *small_print))


def _signature(signed: said.Signature, look: Looks) -> Story:
    """Set the lines to one length where blanks can, so that their labels stand below each other."""
    widest = max(said.half_widths(line.label + line.value) for line in signed.lines)
    lines = [f"{line.label}{line.value or _blank(widest - said.half_widths(line.label))}" for line in signed.lines]
    yield SignatureBlock(lines, signed.day, look.signature, seal_space=look.seal_space, before=look.before_signature)


def _blank(half_widths: int) -> str:
    """Return a blank to sign on, about as wide as asked: 8 to 16 em."""
    return "＿" * min(max(half_widths // 2, 8), 16)


def _office(office: said.AcquirerPart, look: Looks) -> Story:
    """Keep what the acquirer fills in and the slip on one page: they are cut apart there."""
    boxes, slip = office.grid, office.receipt_grid
    yield KeepTogether(
        [
            Paragraph(office.title, look.office_title),
            form(boxes, look, HAND_ROW, ((len(boxes.rows) - 1, SEAL),)),
            rule(11.9, 1.5, thickness=0.6, dashed=True, keep_next=True),
            Paragraph(office.cut, look.cut),
            Paragraph(office.receipt_title, look.form_title),
            Paragraph(office.receipt_text, look.receipt),
            form(slip, look, HAND_ROW, ((len(slip.rows) - 1, SEAL),)),
        ]
    )


def _annex(annex: said.Annex, look: Looks) -> Story:
    yield PageBreak()
    yield Paragraph(annex.mark, look.addressee)
    yield Paragraph(annex.title, look.annex_title, bookmark=f"{annex.mark}　{annex.title}")
    yield Paragraph(annex.caption, look.caption)
    yield ruled(annex.table, look.dense)
    for line in annex.sums:
        yield Paragraph(line, look.capitals)
    yield Paragraph(annex.note, look.note)
