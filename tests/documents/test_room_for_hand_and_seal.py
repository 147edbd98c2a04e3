"""A paper leaves room for what is done by hand: a seal of 42 mm, and rows of 9 mm to write in."""

import pytest

from pos_closeout.documents.content import EntryGrid, GridEntry
from pos_closeout.documents.letter_drawing import HAND_ROW, SEAL, form
from pos_closeout.documents.letter_styles import Looks, looks
from pos_closeout.documents.typesetting import MM, Fonts, SignatureBlock
from pos_closeout.documents.typesetting.blocks import pieces_of
from pos_closeout.domain.case.case import LetterLanguage

WIDTH = 450.0
LOOKS = [looks(language) for language in LetterLanguage]


def height(block: object, fonts: Fonts) -> float:
    pieces = list(pieces_of([block], fonts, WIDTH))
    return sum(piece.before + piece.height + piece.after for piece in pieces)


@pytest.mark.parametrize("value", ["", "＿＿＿＿", "☐ 没有欠费　☐ 欠 ¥＿＿＿＿＿＿"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_row_that_is_filled_in_by_hand_has_nine_millimetres(look: Looks, value: str, fonts: Fonts) -> None:
    one, two = (EntryGrid(((GridEntry("押金", value, wide=True),),) * count) for count in (1, 2))
    assert height(form(two, look), fonts) - height(form(one, look), fonts) >= 9 * MM
    assert HAND_ROW >= 9 * MM


@pytest.mark.parametrize("look", LOOKS)
def test_a_seal_has_its_forty_two_millimetres(look: Looks, fonts: Fonts) -> None:
    lines = ("申请人（盖章）：和顺便利店", "经营者（签字）：＿＿＿＿＿＿", "经办人（签字）：＿＿＿＿＿＿")
    for count in range(1, 4):
        signed = SignatureBlock(lines[:count], "2026年11月29日", look.signature, SEAL, before=0.0)
        assert height(signed, fonts) >= 42 * MM
    boxes = EntryGrid(((GridEntry("受理人／工号"),), (GridEntry("受理日期"),)), seal="经办部门盖章")
    assert height(form(boxes, look), fonts) >= 42 * MM
    assert SEAL >= 42 * MM
