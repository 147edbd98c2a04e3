"""The looks of the papers beside the letter: a size smaller, so that what one signs stands on one page."""

from dataclasses import replace

from pos_closeout.documents.letter_styles import Looks
from pos_closeout.documents.typesetting import Style

_SCALE = 6 / 7
"""14 points become 12, the size of a form; English is small already."""


def compact(look: Looks) -> Looks:
    """Return the looks of a language with the running text of Chinese papers at 12 on 21 points."""
    if not look.numerals:
        return look
    return replace(
        look,
        addressee=_smaller(look.addressee),
        body=_smaller(look.body),
        heading=_smaller(look.heading),
        point=_smaller(look.point),
        signature=_smaller(look.signature),
    )


def _smaller(style: Style) -> Style:
    return replace(style, size=style.size * _SCALE, leading=round(style.leading * _SCALE) - 1)
