"""The letter in type: its parts as blocks of the typesetting layer."""

from dataclasses import replace
from datetime import date

from reportlab.platypus import PageBreak

from pos_closeout.documents import content as said
from pos_closeout.documents.layout import Columns, meta, rule, ruled
from pos_closeout.documents.letter_styles import Looks, looks
from pos_closeout.documents.typesetting import (
    MM,
    Aside,
    Fonts,
    FormField,
    FormGrid,
    KeepTogether,
    PageStyle,
    Paragraph,
    SignatureBlock,
    Story,
    pages_needed,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

HAND_ROW = 9.2 * MM
"""Height of a row that is filled in by hand: 9 mm at least."""
SEAL = 42.5 * MM
"""Width and height that a box leaves for a seal: a company seal is 40 to 42 mm across."""
_BESIDE_SEAL = 0.72
"""Part of the width that boxes have beside a seal; their labels stay as wide as above."""
_SHORT = 160
"""Half em of text a box may hold in a form that stays on one page; longer ones may be as tall as the page."""


def draw_letter(letter: said.Letter, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a letter; its creation date is the start of the day."""
    about = meta(letter.title, language, day, author=letter.author, subject=letter.subject)
    footer = said.spaced((letter.footer, letter.sample))
    page = PageStyle(
        top=22 * MM, bottom=25 * MM, footer=footer, language=language.value, footer_height=16 * MM,
    )  # fmt: skip
    # What the acquirer fills in stands where it takes no page of its own: after the signature, or below a short annex.
    orders = (False, True) if letter.annex is not None and letter.office.title else (False,)
    needed = {last: pages_needed(_story(letter, language, last), fonts, about, page) for last in orders}
    return render(_story(letter, language, min(orders, key=needed.__getitem__)), fonts=fonts, meta=about, page=page)


def _story(letter: said.Letter, language: LetterLanguage, office_last: bool) -> Story:
    look = looks(language)
    yield from _head(letter, look)
    for section in letter.sections:
        yield from _section(section, look)
    if letter.signature.lines:
        yield from _signature(letter.signature, look)
    office = _office(letter.office, look) if letter.office.title else ()
    annex = () if letter.annex is None else _annex(letter.annex, look)
    for part in (annex, office) if office_last else (office, annex):
        yield from part


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


def form(told: said.EntryGrid, look: Looks, row_height: float = 18.5) -> FormGrid:
    """Return a boxed form: labels on a light ground, an empty value as a box to write in."""
    label = look.label_share / (_BESIDE_SEAL if told.seal else 1)
    rows = [
        [
            field
            for entry in row
            for field in (FormField(entry.label, label, label=True), FormField(entry.value, 1 / len(row) - label))
        ]
        for row in told.rows
    ]
    style = replace(look.cell, left_indent=0.2)
    aside = Aside(told.seal, SEAL + 3, SEAL) if told.seal else None
    by_hand = {place for place, row in enumerate(told.rows) if any(_by_hand(entry.value) for entry in row)}
    heights = tuple((place, HAND_ROW) for place in sorted(by_hand))
    short = all(said.half_widths(entry.value) <= _SHORT for row in told.rows for entry in row)
    return FormGrid(rows, style, row_height, heights, padding=3, before=2, after=5, keep_together=short, aside=aside)


def _by_hand(value: str) -> bool:
    """Return whether something of a value is written in by hand: all of it, a blank, or a box to tick."""
    return not value.strip() or "＿" in value or "☐" in value


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
    seal = SEAL if signed.sealed else 0.0
    yield SignatureBlock(lines, signed.day, look.signature, seal, before=look.before_signature)


def _blank(half_widths: int) -> str:
    """Return a blank to sign on, about as wide as asked: 8 to 16 em."""
    return "＿" * min(max(half_widths // 2, 8), 16)


def _office(office: said.AcquirerPart, look: Looks) -> Story:
    """Keep what the acquirer fills in and the slip on one page: they are cut apart there."""
    yield KeepTogether(
        [
            Paragraph(office.title, look.office_title),
            replace(form(office.grid, look, HAND_ROW), after=0),
            replace(form(office.checks, look, HAND_ROW), before=0),
            rule(11.9, 1.5, thickness=0.6, dashed=True, keep_next=True),
            Paragraph(office.cut, look.cut),
            Paragraph(office.receipt_title, look.form_title),
            Paragraph(office.receipt_text, look.receipt),
            form(office.receipt_grid, look, HAND_ROW),
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
