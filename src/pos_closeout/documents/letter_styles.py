"""The looks of papers: GB/T 9704 grammar in 12 on 20 points, so that a letter takes two pages; forms are smaller."""

from dataclasses import dataclass, replace

from pos_closeout.documents.typesetting import Style, TextAlign
from pos_closeout.domain.case.case import LetterLanguage

_ONES = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of one language. Lengths are points.

    Attributes:
        small: lists and notes beside the running text.
        cell: cells of forms and of the terminal table.
        dense: cells of the annex.
        label_share: part of a form's width that a label takes.
        numerals: whether points are counted （一）（二） or 1. 2.
    """

    title: Style
    subtitle: Style
    number: Style
    addressee: Style
    body: Style
    heading: Style
    point: Style
    small: Style
    cell: Style
    dense: Style
    signature: Style
    note: Style
    office_title: Style
    form_title: Style
    cut: Style
    receipt: Style
    annex_title: Style
    caption: Style
    capitals: Style
    totals: Style
    group: Style
    tag: Style
    label_share: float
    before_signature: float
    numerals: bool

    def mark(self, place: int) -> str:
        """Return what stands before the n-th point (from 1, below 100)."""
        return f"（{_numeral(place)}）" if self.numerals else f"{place}. "


def looks(language: LetterLanguage) -> Looks:
    """Return the styles of a language: Chinese 12 pt on 20 pt, English 10.5 pt on 15 pt."""
    return _chinese() if language is LetterLanguage.CHINESE else _english()


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_ONES[tens - 1]}十"
    return ten + (_ONES[ones - 1] if ones else "")


def _chinese() -> Looks:
    title = Style(heading=1, size=20, leading=30, align=TextAlign.CENTRE, bold=True, tracking=0.06, keep_with_next=True)
    body = Style(size=12, leading=20, first_indent=2)
    small = Style(size=10.5, leading=16)
    left = replace(small, align=TextAlign.LEFT)
    form_title = Style(heading=2, size=12, leading=20, align=TextAlign.CENTRE, bold=True, keep_with_next=True)
    return Looks(
        title=title,
        subtitle=Style(size=12, leading=20, align=TextAlign.CENTRE, keep_with_next=True),
        number=replace(small, align=TextAlign.RIGHT, space_after=4, keep_with_next=True),
        addressee=Style(size=12, leading=20, align=TextAlign.LEFT, keep_with_next=True),
        body=body,
        heading=replace(body, heading=2, bold=True, align=TextAlign.LEFT, keep_with_next=True),
        point=body,
        small=left,
        cell=Style(size=10.5, leading=13.5, align=TextAlign.LEFT),
        dense=Style(size=9, leading=12.5, align=TextAlign.LEFT),
        signature=Style(size=12, leading=20, align=TextAlign.LEFT),
        note=Style(size=9, leading=14, align=TextAlign.LEFT),
        office_title=replace(form_title, space_before=14),
        form_title=form_title,
        cut=Style(size=9, leading=14, align=TextAlign.CENTRE),
        receipt=Style(size=10.5, leading=18, first_indent=2, space_after=3),
        annex_title=replace(title, size=18, leading=30),
        caption=replace(left, align=TextAlign.CENTRE, space_after=4, keep_with_next=True),
        capitals=replace(left, bold=True, space_before=2),
        totals=Style(size=12, leading=20, align=TextAlign.CENTRE, bold=True),
        group=replace(left, heading=2, size=11, bold=True, space_before=4, keep_with_next=True),
        tag=replace(small, align=TextAlign.CENTRE, bold=True, keep_with_next=True),
        label_share=0.165,
        before_signature=12,
        numerals=True,
    )


def _english() -> Looks:
    title = Style(heading=1, size=17, leading=24, align=TextAlign.CENTRE, bold=True, language="en", keep_with_next=True)
    body = Style(size=10.5, leading=15, align=TextAlign.LEFT, language="en", space_after=3)
    small = Style(size=9.5, leading=13.5, language="en", align=TextAlign.LEFT)
    heading = replace(body, heading=2, bold=True, space_before=6, space_after=2, keep_with_next=True)
    return Looks(
        title=title,
        subtitle=Style(size=12, leading=18, align=TextAlign.CENTRE, keep_with_next=True),
        number=replace(small, align=TextAlign.RIGHT, space_after=6, keep_with_next=True),
        addressee=replace(body, space_after=6, keep_with_next=True),
        body=body,
        heading=heading,
        point=replace(body, hanging=1.02, space_after=2),
        small=small,
        cell=replace(small, leading=12.5),
        dense=Style(size=8.5, leading=11.5, align=TextAlign.LEFT, language="en"),
        signature=replace(body, leading=19),
        note=Style(size=8.5, leading=12, align=TextAlign.LEFT, language="en"),
        office_title=replace(heading, align=TextAlign.CENTRE, space_before=16),
        form_title=replace(heading, align=TextAlign.CENTRE, space_before=0),
        cut=Style(size=8.5, leading=13, align=TextAlign.CENTRE, language="en"),
        receipt=replace(small, leading=14.5, space_after=3),
        annex_title=replace(title, size=16, leading=24),
        caption=replace(small, align=TextAlign.CENTRE, space_after=4, keep_with_next=True),
        capitals=replace(small, bold=True, space_before=2),
        totals=replace(small, size=11, leading=17, align=TextAlign.CENTRE, bold=True),
        group=replace(small, heading=2, size=10.5, leading=15, bold=True, space_before=4, keep_with_next=True),
        tag=replace(small, align=TextAlign.CENTRE, bold=True, keep_with_next=True),
        label_share=0.2,
        before_signature=12,
        numerals=False,
    )
