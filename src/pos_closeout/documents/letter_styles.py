"""The looks of the letter: GB/T 9704 grammar in 14 on 26 points, form-like parts smaller."""

from dataclasses import dataclass, replace

from pos_closeout.documents.typesetting import Align, Style
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
        seal_space: between the signatures and the day.
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
    seal_space: float
    before_signature: float
    numerals: bool

    def mark(self, place: int) -> str:
        """Return what stands before the n-th point (from 1, below 100)."""
        return f"（{_numeral(place)}）" if self.numerals else f"{place}. "


def looks(language: LetterLanguage) -> Looks:
    """Return the styles of a language: Chinese 14 pt on 26 pt, English 11 pt on 15.5 pt."""
    return _chinese() if language is LetterLanguage.CHINESE else _english()


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_ONES[tens - 1]}十"
    return ten + (_ONES[ones - 1] if ones else "")


def _chinese() -> Looks:
    body = Style(size=14, leading=26, first_indent=2)
    small = Style(size=10.5, leading=17)
    left = replace(small, align=Align.LEFT)
    form_title = Style(size=12, leading=20, align=Align.CENTRE, bold=True, keep_with_next=True)
    return Looks(
        title=Style(size=22, leading=34, align=Align.CENTRE, bold=True, tracking=0.06, keep_with_next=True),
        subtitle=Style(size=14, leading=22, align=Align.CENTRE, keep_with_next=True),
        number=replace(small, align=Align.RIGHT, space_after=4, keep_with_next=True),
        addressee=Style(size=14, leading=26, align=Align.LEFT, keep_with_next=True),
        body=body,
        heading=replace(body, bold=True, align=Align.LEFT, keep_with_next=True),
        point=body,
        small=left,
        cell=Style(size=10.5, leading=13.5, align=Align.LEFT),
        dense=Style(size=9, leading=12.5, align=Align.LEFT),
        signature=Style(size=14, leading=26, align=Align.LEFT),
        note=Style(size=9, leading=14, align=Align.LEFT),
        office_title=replace(form_title, space_before=16),
        form_title=form_title,
        cut=Style(size=9, leading=14, align=Align.CENTRE),
        receipt=Style(size=10.5, leading=18, first_indent=2, space_after=3),
        annex_title=Style(size=18, leading=30, align=Align.CENTRE, bold=True, tracking=0.06, keep_with_next=True),
        caption=replace(left, align=Align.CENTRE, space_after=4, keep_with_next=True),
        capitals=replace(left, bold=True, space_before=2),
        totals=Style(size=12, leading=20, align=Align.CENTRE, bold=True),
        group=replace(left, size=11, bold=True, space_before=4, keep_with_next=True),
        tag=replace(small, align=Align.CENTRE, bold=True, keep_with_next=True),
        label_share=0.165,
        seal_space=24,
        before_signature=20,
        numerals=True,
    )


def _english() -> Looks:
    body = Style(size=11, leading=15.5, align=Align.LEFT, language="en", space_after=3)
    small = Style(size=9.5, leading=13.5, language="en", align=Align.LEFT)
    heading = replace(body, bold=True, space_before=6, space_after=2, keep_with_next=True)
    return Looks(
        title=Style(size=18, leading=25, align=Align.CENTRE, bold=True, language="en", keep_with_next=True),
        subtitle=Style(size=12, leading=18, align=Align.CENTRE, keep_with_next=True),
        number=replace(small, align=Align.RIGHT, space_after=6, keep_with_next=True),
        addressee=replace(body, space_after=6, keep_with_next=True),
        body=body,
        heading=heading,
        point=replace(body, hanging=1.02, space_after=2),
        small=small,
        cell=replace(small, leading=12.5),
        dense=Style(size=8.5, leading=11.5, align=Align.LEFT, language="en"),
        signature=replace(body, leading=19),
        note=Style(size=8.5, leading=12, align=Align.LEFT, language="en"),
        office_title=replace(heading, align=Align.CENTRE, space_before=16),
        form_title=replace(heading, align=Align.CENTRE, space_before=0),
        cut=Style(size=8.5, leading=13, align=Align.CENTRE, language="en"),
        receipt=replace(small, leading=14.5, space_after=3),
        annex_title=Style(size=16, leading=24, align=Align.CENTRE, bold=True, language="en", keep_with_next=True),
        caption=replace(small, align=Align.CENTRE, space_after=4, keep_with_next=True),
        capitals=replace(small, bold=True, space_before=2),
        totals=replace(small, size=11, leading=17, align=Align.CENTRE, bold=True),
        group=replace(small, size=10.5, leading=15, bold=True, space_before=4, keep_with_next=True),
        tag=replace(small, align=Align.CENTRE, bold=True, keep_with_next=True),
        label_share=0.2,
        seal_space=20,
        before_signature=12,
        numerals=False,
    )
