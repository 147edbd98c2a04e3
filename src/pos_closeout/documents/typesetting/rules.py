"""Which marks may not start or end a line, which are half blank, and where a long token may break.

After GB/T 15834 (punctuation), GB/T 9704 (official letters) and W3C "Requirements for Chinese Text Layout" (clreq).
"""

import re
from collections.abc import Iterator

#: The first character that belongs to the Chinese fonts (radicals; everything before is letters and signs).
FIRST_HAN = "\u2e80"
#: Full-width marks whose ink is in the left half of the cell: they may lose the right half.
CLOSING = frozenset("，。、；：！？”’）》〉】〕］｝」』〗")
#: Full-width marks whose ink is in the right half.
OPENING = frozenset("“‘（《〈【〔［｛「『〖")
#: Marks written twice, whose halves stay together.
DOUBLED = frozenset("—…")
NO_START = CLOSING | frozenset("…—～·•‥々〻ー％‰℃℉°′″,.!?:;)]}%/")
NO_END = OPENING | frozenset("([{¥￥$£€＃#№☐☑☒")
#: Words a number belongs to: a break before them is allowed but not liked.
UNITS = frozenset("年月日时分秒元角号页笔台张份个人天层楼室单版条款项家次级期周岁名户件万亿")

#: What a break costs; one unit is what stretching a line by a hundredth of an em a gap costs, squared.
FREE = 0.0
UNIT_BREAK = 90.0
SEAM_BREAK = 40.0
TOKEN_GROUP_BREAK = 120.0
TOKEN_BREAK = 170.0
#: Breaks above this are taken only where a line cannot be set otherwise.
LAST_RESORT = 1_000.0
WHOLE_BREAK = 1_500.0
WORD_BREAK = 2_000.0
FORBIDDEN = 20_000.0

#: What is written on by hand; a blank of at least twice the shortest piece may break into pieces that long.
BLANK, SHORTEST_BLANK = "＿", 4
#: A token this long may break inside when its line would be stretched badly otherwise.
LONG_TOKEN = 11
#: The shortest end of a broken token.
SHORTEST_PIECE = 4
_AMOUNT = re.compile(r"[¥$£€+-]*\d{1,3}(,\d{3})*(\.\d+)?%?|\d{1,12}\.\d{1,2}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d(:\d\d)?")
#: Signs after which identifiers may break; amounts, dates and times when they must; e-mail and web addresses.
SEAMS, _WHOLE_SEAMS, _ADDRESS_SEAMS = frozenset("-/_"), frozenset("-:,"), frozenset("-/_@.&=?:~+")


def is_han(character: str) -> bool:
    """Return whether a character is set on the Chinese grid (ideographs, kana, full-width forms), marks excepted."""
    return character >= FIRST_HAN and not "\u3000" <= character <= "\u3004" and character not in NO_START | NO_END


def takes_gap(character: str) -> bool:
    """Return whether a Latin character keeps a small distance from an ideograph beside it."""
    return character < FIRST_HAN and (character.isalnum() or character in "%‰¥$€£#@&+-±°√→")


def token_breaks(token: str) -> Iterator[tuple[int, float]]:
    """Yield (how many characters stand before the break, cost) inside a token without blanks.

    Amounts, dates and times stay whole while their line is wide enough. E-mail and web addresses and numbers with
    hyphens break after a sign; long numbers without signs break in groups of four, rather than stretch the line before.
    """
    whole = _AMOUNT.fullmatch(token.rstrip(",.;:!?)]}")) is not None
    address = "@" in token or "://" in token or token.startswith("www.")
    seams = _ADDRESS_SEAMS if address else _WHOLE_SEAMS if whole else SEAMS
    start = 0
    for end in range(1, len(token) + 1):
        if end == len(token) or (token[end - 1] in seams and token[end].isalnum() and 2 <= end <= len(token) - 2):
            yield from _piece_breaks(token[start:end], start, divisible=not address and not whole)
            if end < len(token):
                yield end, WHOLE_BREAK if whole else TOKEN_GROUP_BREAK if "@" in token[end:] else SEAM_BREAK
            start = end


def _piece_breaks(piece: str, offset: int, *, divisible: bool) -> Iterator[tuple[int, float]]:
    """Yield the breaks inside a piece between two seams."""
    number = divisible and len(piece) >= LONG_TOKEN and not piece.isalpha()
    for before in range(1, len(piece)):
        if number and min(before, len(piece) - before) >= SHORTEST_PIECE:
            yield offset + before, TOKEN_GROUP_BREAK if before % 4 == 0 else TOKEN_BREAK
        else:
            yield offset + before, WORD_BREAK
