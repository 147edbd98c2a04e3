"""What stands in one cell: amounts, times, numbers and column names as the platforms spell them.

Nothing here raises on bad text: a reader returns None and the row becomes a problem that the owner sees.
"""

import re
import unicodedata
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from pos_closeout.domain.kept_text import seen_text

NOTHING = frozenset({"", "/", "\\", "-", "--", "*", "**", "无", "null", "NULL", "None", "N/A"})
"""Spellings of an empty cell, apart from longer rows of dashes."""

_DASHES = re.compile(r"[-—*]{2,}")
_CURRENCY_SIGNS = r"人民币|RMB|美元|港币|港元|欧元|日元|英镑|[A-Z]{3}"
_AMOUNT = re.compile(
    rf"(?:(?:{_CURRENCY_SIGNS})\s*)?([+-]?)\s*[¥￥$€£]?\s*([+-]?)(\d{{1,3}}(?:,\d{{3}})+|\d*)(?:\.(\d*))?(-?)"
    rf"\s*元?\s*(?:{_CURRENCY_SIGNS})?\s*(?:\([A-Z]{{2}}\)|CR|Cr|cr|DR|Dr|dr|\(?[贷借]\)?)?",
)
_CURRENCY = re.compile(rf"(?<![A-Z])(?:{_CURRENCY_SIGNS})(?![A-Z])")
_SIDE = re.compile(r"(?<=[\d.元 ])\(?([CcDd][Rr]|[贷借])\)?\s*$")
_BRACKETS = re.compile(r"(\D*)\((\D{0,4}[\d,.]+\D{0,4})\)(\D*)")
_BETWEEN = re.compile(r"\s*(?:[|;\n]|/(?=\s*[A-Z人美港欧日英])| (?=[A-Z]{3}\s*[-+]?\d))\s*")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,2}")
_MINUS = str.maketrans("\u2212\u2013\u2014", "---")
_EXPONENT = re.compile(r"-?\d(?:\.\d+)?[eE]\+\d{1,3}")
_PART_REFUND = re.compile(r"已(全额)?退款\s*\(?\s*[¥￥]?\s*([\d,]+(?:\.\d+)?)?\s*元?\s*\)?")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\.0)?")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[-/月]\s*(\d{1,2})\s*日?")
_BARE_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_CLOCK = re.compile(
    r"(上午|凌晨|早上|清晨|中午|下午|傍晚|晚上|[AaPp][Mm])?\s*"
    r"(\d{1,2})\s*[:时點点]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2}))?(?:\.\d+)?\s*[秒分]?\s*([AaPp][Mm])?"
)
_WEEKDAY = re.compile(r"^\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?\s*")
_AFTER_NOON = frozenset({"下午", "傍晚", "晚上", "pm"})
_TRANSLATION = re.compile(r"[\[(][^\[\]()]*[a-z][^\[\]()]*[\])]|[A-Za-z][A-Za-z.'’,&/ -]*[a-z][A-Za-z.'’,&/ -]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d{1,17})?")
_ISO_LENGTH = 19
_EXCEL_EPOCH = date(1899, 12, 30)
_MAX_DIGITS = 18

MICRO = 100_000
"""Parts of a yuan in which sums are kept: fees have five decimals."""


def plain(text: str) -> str:
    """Return a cell without the wrapping the platforms put around it; spellings of "nothing" become ""."""
    stripped = text.strip(" \t\r\n`\ufeff\u200b\u3000")
    if stripped.startswith('="') and stripped.endswith('"'):
        stripped = stripped[2:-1].strip()
    if stripped in NOTHING or (stripped[0] in "-—*" and _DASHES.fullmatch(stripped)):
        return ""
    return stripped if stripped.isprintable() else seen_text(stripped)


def column_name(text: str) -> str:
    """Return the comparable form of a column name: half width, no blanks, lower case, no backtick.

    Of a name in Chinese and English (``交易日期[ Transaction Date ]``) the Chinese counts; capitals (公众账号ID) stay.
    """
    folded = unicodedata.normalize("NFKC", text)
    if len(_CHINESE.findall(folded)) > 1:
        folded = _TRANSLATION.sub(" ", folded)
    return re.sub(r"\s", "", folded).strip("`\ufeff\u200b\"'#/").lower()


def word(text: str) -> str:
    """Return the comparable form of a status or type word (half width, single blanks)."""
    return " ".join(unicodedata.normalize("NFKC", plain(text)).split())


def is_damaged_number(text: str) -> bool:
    """Tell whether a spreadsheet turned a long number into ``4.00123E+27``."""
    return "+" in text and _EXPONENT.fullmatch(text) is not None


def read_fen(text: str) -> int | None:
    """Read an amount in yuan and return signed fen, rounded half up; None when it is none.

    Thousands commas must stand where they belong: a lone ``1,02`` is no amount rather than 1 or 102 yuan.
    """
    micro = read_micro(text)
    if micro is None:
        return None
    return -fen_of(-micro) if micro < 0 else fen_of(micro)


def fen_of(micro: int) -> int:
    """Round hundred-thousandths of a yuan, 0 or more, half up to fen."""
    return (micro + 500) // 1000


def read_micro(text: str) -> int | None:
    """Read an amount in yuan and return signed hundred-thousandths (fees have five decimals); None when it is none."""
    whole, point, decimals = text.partition(".")
    digits = whole + decimals
    if whole and point and digits.isdecimal() and digits.isascii() and len(whole) + 5 <= _MAX_DIGITS:
        return int(whole + (decimals + "00000")[:5])
    return _read_spelled(unicodedata.normalize("NFKC", plain(text)).translate(_MINUS))


def _read_spelled(bare: str) -> int | None:
    """Read an amount with currency, thousands commas, a sign before or after it, brackets for minus, or an exponent."""
    if found := _BRACKETS.fullmatch(bare):
        inside = _read_spelled(f"{found[1]}{found[2]}{found[3]}")
        return None if inside is None or inside < 0 else -inside
    if _SCIENTIFIC.fullmatch(bare):
        value = int(Decimal(bare) * MICRO)
        return value if abs(value) < 10**_MAX_DIGITS else None
    found = _AMOUNT.fullmatch(bare)
    if found is None or not (found[3] or found[4]) or len(found[1] + found[2] + found[5]) > 1:
        return None
    digits = found[3].replace(",", "") + ((found[4] or "") + "00000")[:5]
    if len(digits) > _MAX_DIGITS:
        return None
    return -int(digits) if "-" in found[1] + found[2] + found[5] else int(digits)


def amounts_in(text: str) -> tuple[str, ...]:
    """Split ``USD 20.00 | CNY 144.60`` into its amounts; a cell with one amount, or none, stays as it is."""
    if not any(sign.isalpha() for sign in text):
        return (text,)
    parts = tuple(part for part in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if part)
    return parts if len(parts) > 1 and all(read_micro(part) is not None for part in parts) else (text,)


def side_of(text: str) -> str:
    """Return the side that is written behind an amount (``36.00 DR``, ``12.00贷``), "" where none is."""
    found = _SIDE.search(unicodedata.normalize("NFKC", text)) if text[-1:] and not text[-1].isdigit() else None
    return found[1].upper() if found else ""


def currency_of(text: str) -> str:
    """Return the currency that is written beside an amount as a code or word, ``CNY`` for yuan, "" where none is."""
    found = _CURRENCY.search(unicodedata.normalize("NFKC", text)) if any(sign.isalpha() for sign in text) else None
    return currency_code(found[0]) if found else ""


def currency_code(text: str) -> str:
    """Return the code of a currency as a bill writes it; blank means yuan."""
    folded = word(text).upper()
    return "CNY" if folded in _YUAN else _CODES.get(folded, folded)


_YUAN = frozenset({"", "人民币", "RMB", "人民币元", "人民币(元)", "156", "元", "CNY", "CNH", "人民币CNY", "CNY人民币"})
_CODES = {"美元": "USD", "港币": "HKD", "港元": "HKD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP"}


class MoneyCells(dict[str, int | None]):
    """What cells of a money column are worth, as ``read_micro``; a spelling that comes again is looked up."""

    _MANY = 150_000

    def __missing__(self, text: str) -> int | None:
        """Read a new spelling; forget all after many, so that memory stays bounded."""
        if len(self) > self._MANY:
            self.clear()
        value = self[text] = read_micro(text)
        return value


def read_partial_refund(text: str) -> tuple[str, int | None, bool]:
    """Split ``131.77(已退款89.84)`` or ``已退款(￥39.93)`` into rest, refunded fen, and whether all went back."""
    folded = unicodedata.normalize("NFKC", text)
    found = _PART_REFUND.search(folded)
    if found is None:
        return text, None, False
    rest = (folded[: found.start()] + folded[found.end() :]).strip(" ()")
    return rest, read_fen(found[2]) if found[2] else None, bool(found[1])


def read_when(text: str, clock: str = "", *, day_first: bool = True, year: int | None = None) -> datetime | None:
    """Read a date with or without a time, or None.

    Args:
        text: the cell with the date and, in most bills, the time.
        clock: a second cell with the time of day, also ``63456`` for 06:34:56 when a spreadsheet ate the zero.
        day_first: how to read ``03/04/2025``.
        year: the year for dates that have none (``12/29``, ``1229``).
    """
    stripped = plain(text)
    if stripped[13:17:3] == "::" and len(stripped) == _ISO_LENGTH:
        with suppress(ValueError):
            return datetime.fromisoformat(stripped)
    folded = unicodedata.normalize("NFKC", stripped)
    day, rest = _read_day(folded, day_first=day_first, year=year)
    if day is None:
        return _read_serial(folded)
    moment = read_clock(_WEEKDAY.sub("", rest)) or read_clock(unicodedata.normalize("NFKC", plain(clock)))
    return datetime.combine(day, moment or time())


def _read_day(text: str, *, day_first: bool, year: int | None) -> tuple[date | None, str]:
    if found := _DATE.match(text) or _COMPACT.match(text):
        parts = (found[1], found[2], found[3])
    elif found := _SLASHED.match(text):
        full_year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
        parts = (full_year, found[2], found[1]) if day_first else (full_year, found[1], found[2])
    elif year is not None and (found := _MONTH_DAY.fullmatch(text) or _BARE_MONTH_DAY.fullmatch(text)):
        parts = (str(year), found[1], found[2])
    else:
        return None, ""
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])), text[found.end() :].strip(" T")
    except ValueError:
        return None, ""


def read_clock(text: str) -> time | None:
    """Read a time of day, also as up to six figures without a colon; None when it is none."""
    if found := _CLOCK.match(text):
        hours, minutes, seconds = int(found[2]), int(found[3]), int(found[4] or 0)
        half = (found[1] or found[5] or "").lower()
        if half in _AFTER_NOON or (half == "中午" and hours < 11):
            hours = hours % 12 + 12
        elif half and half != "中午":
            hours %= 12
    else:
        digits = text.removesuffix(".0")
        if not (digits.isdecimal() and 1 <= len(digits) <= 6):
            return None
        digits = digits.zfill(6)
        hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    try:
        return time(hours, minutes, seconds)
    except ValueError:
        return None


def _read_serial(text: str) -> datetime | None:
    """Read a spreadsheet's day number, such as 45678.5."""
    if _SERIAL.fullmatch(text) is None:
        return None
    days, _, part = text.partition(".")
    seconds = round(int(part) * 86_400 / 10 ** len(part)) if part else 0
    return datetime.combine(_EXCEL_EPOCH, time()) + timedelta(days=int(days), seconds=seconds)
