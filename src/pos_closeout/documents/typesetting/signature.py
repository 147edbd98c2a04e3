"""The end of a letter: who signs, room for the seal, the date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable, Spacer

from pos_closeout.documents.typesetting.blocks import FlowBlock, KeepTogether, Piece
from pos_closeout.documents.typesetting.fonts import Fonts
from pos_closeout.documents.typesetting.paragraph import Paragraph, natural_width
from pos_closeout.documents.typesetting.style import Style, TextAlign
from pos_closeout.documents.typesetting.text import Text


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Lines at the right, centred above each other as in an official letter, never alone on a page.

    The seal is pressed over the name and the date; blank between them makes up the height it needs.

    Args:
        lines: name of the merchant, "（盖章）", person in charge …
        date: last line.
        style: of the lines.
        seal: height from the first line to the date, points; 0 where no seal is pressed.
        before: blank above, points.
        right_indent: blank to the right of the block, ems (four in an official letter).
    """

    lines: Sequence[Text | str]
    date: Text | str
    style: Style
    seal: float = 0.0
    before: float = 26.0
    right_indent: float = 2.0

    def pieces(self, fonts: Fonts, width: float) -> Iterator[Piece]:
        """Yield the lines, tied to the text before them."""
        plain = replace(
            self.style, align=TextAlign.CENTRE, first_indent=0, left_indent=0, space_before=0, space_after=0
        )
        widest = max(natural_width(line, plain, fonts) for line in (*self.lines, self.date))
        indent = max(width - widest - self.right_indent * plain.size, 0.0) / plain.size
        style = replace(plain, left_indent=indent)
        column = min(width, indent * plain.size + widest + 0.5)
        blocks: list[FlowBlock | Flowable] = [
            Spacer(0, self.before),
            *(Paragraph(line, style) for line in self.lines),
            Spacer(0, max(self.seal - (len(self.lines) + 1) * plain.leading, plain.leading)),
            Paragraph(self.date, style),
        ]
        yield from KeepTogether(blocks, with_previous=True).pieces(fonts, column)
