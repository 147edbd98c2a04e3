"""Card numbers leave only their first six and last four digits behind, before anything is kept or logged.

What counts as a card number in free text: 13 to 19 digits, in any script, that begin with 62 (UnionPay) or pass the
Luhn test and begin like a card of their length. They may stand together or in groups, with whatever stands between:
blanks of all kinds, dots, dashes, signs nobody sees. Groups as cards print them (four by four, six and the rest,
four-six-five) are found among other numbers; any other grouping only where it stands alone, has one kind of separator
and passes the Luhn test. Platform order numbers (28 digits and more), 15-digit merchant numbers, bar codes and time
stamps are left alone, because they are the proof.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

# Digits of all scripts, and those that NFKC makes digits of. A star between digits is a mask already.
_DIGIT = "[\\d⁰¹²³⁴-⁹₀-₉①-⑨⓪]"
_BETWEEN = "(?:_|[^\\w*•●]){0,3}"
_RUN = re.compile(f"{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{12,}}")
_PLAIN = re.compile(r"\d(?:[ \t.\u00b7_-]{0,3}\d){12,}", re.ASCII)
_GROUP = re.compile(f"{_DIGIT}+")
# Not across points and commas: columns of accounts may hold a balance as well.
_ACCOUNT = re.compile(r"\d(?:(?:_|[^\w*•●.,，．]){0,3}\d){10,}")
_TOO_LONG = re.compile(r"(\d{20})\d+")
_TIME_STAMP = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")

# Lengths and first digits that card schemes really issue; 15 digits is American Express only, because merchant numbers
# have 15 digits too, and 13 digits is Visa only, because bar codes have 13.
_BEGINNINGS = {
    13: re.compile(r"4"),
    14: re.compile(r"3[0689]"),
    15: re.compile(r"3[47]"),
    16: re.compile(r"[3-9]|2[2-7]"),
    17: re.compile(r"[3-9]"),
    18: re.compile(r"[3-9]"),
    19: re.compile(r"[3-9]"),
}
_SHORTEST, _LONGEST = 13, 19
_PRINTED_FIRST = {4, 6}
"""Digits of the first group of a card that is printed in several."""
_PHONES = ((7, 7), (8, 8))
"""Two groups that are rather two telephone numbers."""


def mask_cards(text: str) -> str:
    """Return ``text`` with every card number reduced to its first six and last four digits."""
    return text if len(text) < _SHORTEST else _RUN.sub(_mask_run, text)


def card_in_bytes(data: bytes) -> bool:
    """Return whether bytes that are no text, such as those of a picture, hold a card number in plain figures."""
    # Whatever stands between figures there is no separator.
    text = data.decode("latin-1")
    return any(shows_card(found[0]) for found in _PLAIN.finditer(_shortened(text)))


def shows_card(text: str) -> bool:
    """Return whether ``text`` holds a card number; faster than masking where it has figures by the million."""
    text = _shortened(text)
    return mask_cards(text) != text


def _shortened(text: str) -> str:
    """Cut runs of figures that are too long for a card to one figure too many."""
    return _TOO_LONG.sub(r"\1", text)


def may_hold_card(texts: Iterable[str]) -> bool:
    """Return whether any of many texts has enough digits for a card number; one look instead of one for each."""
    # A letter keeps the digits of one text from those of the next.
    return _RUN.search("x".join(texts)) is not None


def mask_account(text: str) -> str:
    """Mask a cell that is known to hold a card or account number: every run of 11 or more digits, Luhn or not."""
    return _ACCOUNT.sub(lambda found: _masked("".join(map(_digits, _GROUP.findall(found[0])))), mask_cards(text))


def _mask_run(found: re.Match[str]) -> str:
    text = found[0]
    groups = [(each.start(), each.end(), _digits(each[0])) for each in _GROUP.finditer(text)]
    told, written, at = [], 0, 0
    while at < len(groups):
        count = _card_from(text, groups, at)
        if count:
            first, last = groups[at], groups[at + count - 1]
            number = "".join(digits for _, _, digits in groups[at : at + count])
            told += [text[written : first[0]], _masked(number)]
            written = last[1]
        at += max(count, 1)
    return "".join((*told, text[written:]))


def _card_from(text: str, groups: Sequence[tuple[int, int, str]], at: int) -> int:
    """Return how many groups from one on are a card number together, 0 for none."""
    if at > 0 and len(groups[at][2]) < _SHORTEST and len(groups[at][2]) not in _PRINTED_FIRST:
        return 0
    printed = []
    number = ""
    for count, (_, _, digits) in enumerate(groups[at : at + _LONGEST + 1], 1):
        number += digits
        if len(number) > _LONGEST:
            break
        sizes = tuple(len(each) for _, _, each in groups[at : at + count])
        if len(number) >= _SHORTEST and _is_printed(sizes):
            printed.append((count, number))
    sure = [count for count, number in printed if _is_card(number) and _passes_luhn(number)]
    likely = [count for count, number in printed if _is_card(number)]
    if sure or likely:
        return max(sure or likely)
    whole = len(number) <= _LONGEST and at == 0 and _is_alone(text, groups)
    return len(groups) if whole and _is_card(number) and _passes_luhn(number) else 0


def _is_printed(sizes: tuple[int, ...]) -> bool:
    """Tell whether digits stand in groups as on cards and slips."""
    if len(sizes) == 1:
        return True
    if all(size == 4 for size in sizes[:-1]) and sizes[-1] <= 4:
        return True
    return (sizes[0] == 6 and len(sizes) == 2) or sizes in {
        (4, 6, 5),
        (4, 6, 4),
        (6, 4, 4),
        (6, 4, 5),
        (6, 4, 6),
        (6, 4, 4, 4),
    }


def _is_alone(text: str, groups: Sequence[tuple[int, int, str]]) -> bool:
    """Tell whether all groups are parted alike, and are no two telephone numbers."""
    between = {text[one[1] : other[0]] for one, other in pairwise(groups)}
    return len(between) == 1 and tuple(len(digits) for _, _, digits in groups) not in _PHONES


def _digits(text: str) -> str:
    return text if text.isascii() else "".join(str(unicodedata.digit(sign)) for sign in text)


def _masked(digits: str) -> str:
    return f"{digits[:6]}{'*' * (len(digits) - 10)}{digits[-4:]}"


def _is_card(digits: str) -> bool:
    beginning = _BEGINNINGS.get(len(digits))
    if beginning is None:
        return False
    if digits.startswith("62"):
        return True
    return beginning.match(digits) is not None and _TIME_STAMP.match(digits) is None and _passes_luhn(digits)


def _passes_luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in digits[-1::-2])) % 10 == 0


_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])(\d{6})(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3}[0-9Xx])(?![0-9A-Za-z])"
)
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)([ -]?)\d{4}([ -]?)(\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)(0\d{2,3}[- ]?)\d{3,4}[- ]?(\d{4})(?!\d)")


def mask_identity(text: str) -> str:
    """Return ``text`` with the day of birth in identity numbers masked, as they are shown until somebody asks."""
    return _IDENTITY.sub(r"\1********\2", text)


def mask_personal(text: str) -> str:
    """Return ``text`` with card, identity, mobile and landline numbers masked, for a copy that goes to others.

    It rather masks a number too many than one too few; names are left.
    """
    plain = mask_cards(mask_identity(text))
    plain = _MOBILE.sub(r"\1\2****\3\4", plain)
    return _LANDLINE.sub(r"\1****\2", plain)
