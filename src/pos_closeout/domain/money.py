"""Amounts: whole fen inside, yuan at the edges, and the capitals a Chinese clerk expects (大写金额)."""

import re
import unicodedata

from pos_closeout.domain.errors import BadInputError

MAX_FEN = 99_999_999_99
"""Largest amount the program takes, in fen (99,999,999.99 yuan)."""

_AMOUNT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?|\.\d{1,2}")
_CURRENCY_BEFORE = re.compile(r"^(?:人民币|rmb|cny|cn¥|¥)+", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(r"(?:[元圆]整?|rmb|cny|yuan)$", re.IGNORECASE)
_SPACE = re.compile(r"(?<!\d)\s+|\s+(?!\d)|\s+(?=\d{3}(?!\d))")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def parse_fen(text: str) -> int:
    """Read an amount the owner typed, in yuan, and return fen.

    Accepts what people write around and between the figures: see :func:`plain_amount`.

    Raises:
        BadInputError: ``amount.not_a_number`` for anything that is not one plain amount with at most two decimals,
            ``amount.out_of_range`` unless 0 < amount <= 99,999,999.99 yuan.
    """
    plain = plain_amount(text)
    if not plain.isascii() or _AMOUNT.fullmatch(plain) is None:
        raise BadInputError("amount.not_a_number", text=text.strip()[:40])
    yuan, _, rest = plain.replace(",", "").partition(".")
    return check_fen(int(yuan or "0") * 100 + int(rest.ljust(2, "0")))


def plain_amount(text: str) -> str:
    """Return an amount as it is written without its currency, its spaces and in half-width figures.

    ``￥ １，２３４．５０ 元整`` becomes ``1,234.50``; so does a Chinese full stop that stands for the point. A space
    between figures stays unless three figures follow it: ``1 234`` is one amount, ``1 2`` may be two.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", text).strip()).replace("。", ".")
    return _CURRENCY_BEFORE.sub("", _CURRENCY_AFTER.sub("", plain))


def check_fen(fen: int) -> int:
    """Return ``fen`` when it is an amount the program takes.

    Raises:
        BadInputError: ``amount.out_of_range`` unless 0 < fen <= ``MAX_FEN``.
    """
    if not 0 < fen <= MAX_FEN:
        raise BadInputError("amount.out_of_range", limit=format_yuan(MAX_FEN))
    return fen


def format_yuan(fen: int) -> str:
    """Write fen as yuan with thousands separators and two decimals: ``123456`` becomes ``1,234.56``."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan:,}.{rest:02d}"


def in_capitals(fen: int) -> str:
    """Write an amount of 0 or more fen in Chinese capitals, without the 人民币 in front.

    整 follows whole yuan and whole jiao, never fen; 零 stands for every gap, as on cheques and payment orders.

    Raises:
        BadInputError: ``amount.out_of_range`` for a negative amount or one of 10,000,000,000,000,000 yuan and more.
    """
    if not 0 <= fen < 10**18:
        raise BadInputError("amount.out_of_range", limit=format_yuan(MAX_FEN))
    yuan, rest = divmod(fen, 100)
    jiao, odd = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"{words}整"
    if jiao:
        # A yuan part that ends in 0 and a jiao part leave a gap, which the standard tables write as 零.
        words += "零" * _gap_before_jiao(yuan) + f"{_DIGITS[jiao]}角"
    elif yuan:
        words += "零"
    return f"{words}{_DIGITS[odd]}分" if odd else f"{words}整"


def _gap_before_jiao(yuan: int) -> bool:
    return yuan > 0 and yuan % 10 == 0


def _whole(number: int) -> str:
    """Write a whole number in capitals; 0 is 零."""
    if number == 0:
        return "零"
    words, gap, level = "", False, 0
    while number:
        number, group = divmod(number, 10_000)
        if group:
            # One trailing 0 before the next group reads without 零 (壹拾万柒仟), two or more with it (壹佰万零伍仟).
            if words and (gap or group % 100 == 0):
                words = f"零{words}"
            words = f"{_group(group)}{_GROUPS[level]}{words}"
            gap = group < 1_000
        else:
            gap = gap or bool(words)
        level += 1
    return words


def _group(group: int) -> str:
    """Write 1..9999 in capitals, one 零 for each run of inner zeros."""
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            words += "零" * (gap and bool(words)) + _DIGITS[digit] + _PLACES[place]
        gap = digit == 0
    return words
