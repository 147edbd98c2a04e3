"""The poster in type: to be read from three metres, so every line is as large as its words allow."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time

from pos_closeout.documents.poster import Poster
from pos_closeout.documents.typesetting import (
    A4,
    GREY,
    MM,
    Align,
    Block,
    Fonts,
    Meta,
    PageStyle,
    Paragraph,
    Rule,
    Space,
    Style,
    natural_width,
    render,
)
from pos_closeout.domain.case.case import LetterLanguage

_MARGIN = 18 * MM
_SMALLEST = 0.4


def draw_poster(poster: Poster, language: LetterLanguage, day: date, fonts: Fonts) -> bytes:
    """Return the PDF of a poster; its creation date is the start of the day."""
    chinese = language is LetterLanguage.CHINESE
    meta = Meta(
        title=poster.title, author="", created=datetime.combine(day, time()), language="zh-CN" if chinese else "en-GB"
    )
    page = PageStyle(left=_MARGIN, right=_MARGIN, top=20 * MM, bottom=16 * MM, footer=None, language=language.value)
    # The largest type with which everything stays on one sheet.
    story = next((made for made in _sizes(poster, language, fonts) if _height(made, page, fonts) <= page.height), None)
    return render(story or _story(poster, language, fonts, _SMALLEST), fonts=fonts, meta=meta, page=page)


def _sizes(poster: Poster, language: LetterLanguage, fonts: Fonts) -> Iterator[list[Block]]:
    return (_story(poster, language, fonts, percent / 100) for percent in range(130, round(_SMALLEST * 100), -5))


def _height(story: Iterable[Block], page: PageStyle, fonts: Fonts) -> float:
    """Return the height of a story in points, spaces between its pieces included."""
    pieces = [piece for block in story for piece in block.pieces(fonts, page.width)]
    return sum(piece.before + piece.height + piece.after for piece in pieces)


def _story(poster: Poster, language: LetterLanguage, fonts: Fonts, scale: float) -> list[Block]:
    def style(size: float, leading: float, **more: object) -> Style:
        plain = Style(size=size * scale, leading=leading * scale, align=Align.LEFT, language=language.value)
        return replace(plain, **more)  # type: ignore[arg-type]  # fields by name

    said = style(26, 40)
    story: list[Block] = []
    if poster.sample:
        story.append(Paragraph(poster.sample, replace(style(14, 20), align=Align.CENTRE, colour=GREY)))
    story.append(_line(poster.title, style(32, 46, align=Align.CENTRE), fonts))
    story += [Rule(), Space(16 * scale)]
    story += [_line(poster.head, style(60, 84, align=Align.CENTRE, bold=True), fonts), Space(18 * scale)]
    for heading, text in poster.blocks:
        story.append(Paragraph(heading, replace(said, bold=True, space_before=14 * scale, keep_with_next=True)))
        story += [Paragraph(line, said) for line in text.split("\n")]
    story += [Space(18 * scale), Rule(), Paragraph(poster.fraud, style(20, 32, space_before=8 * scale))]
    story.append(Space(20 * scale))
    story += [Paragraph(line, style(22, 34, align=Align.RIGHT)) for line in poster.signature]
    return story


def _line(text: str, style: Style, fonts: Fonts) -> Paragraph:
    return Paragraph(text, _fitting(text, style, fonts))


def _fitting(text: str, style: Style, fonts: Fonts) -> Style:
    """Return the style smaller, so that the text stays on one line; never below half its size."""
    room = A4[0] - 2 * _MARGIN
    factor = max(0.5, min(1.0, room / max(natural_width(text, style, fonts), 1)))
    return replace(style, size=style.size * factor, leading=style.leading * factor)
