"""Card numbers leave only their first six and last four digits behind, before anything is kept or logged.

What counts as a card number in free text: 13 to 19 digits, alone or in printed groups, that begin with 62 (UnionPay) or
pass the Luhn test and begin like a card of their length. Platform order numbers (28 digits and more), 15-digit merchant
numbers, bar codes and time stamps are left alone, because they are the proof.
"""

import re

_NUMBER = re.compile(r"\d{4,}(?:[ -]\d+)*")
_PRINTED = re.compile(r"(?<!\d)(?:\d{13,19}|\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?)(?!\d)")
_LONG_NUMBER = re.compile(r"(?<!\d)\d{11,}(?!\d)")
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


def mask_cards(text: str) -> str:
    """Return ``text`` with every card number reduced to its first six and last four digits."""
    return _NUMBER.sub(_mask_number, text)


def mask_account(text: str) -> str:
    """Mask a cell that is known to hold a card or account number: every run of 11 or more digits, Luhn or not."""
    joined = re.sub(r"(?<=\d)[ -](?=\d)", "", text)
    return _LONG_NUMBER.sub(lambda found: _masked(found[0]), joined)


def _mask_number(found: re.Match[str]) -> str:
    number = found[0]
    return number if len(number) < 13 else _PRINTED.sub(_mask_printed, number)


def _mask_printed(found: re.Match[str]) -> str:
    digits = "".join(str(int(sign)) for sign in found[0] if sign.isdecimal())
    return _masked(digits) if _is_card(digits) else found[0]


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


def mask_personal(text: str) -> str:
    """Return ``text`` with card, identity, mobile and landline numbers masked, for a copy that goes to others.

    It rather masks a number too many than one too few; names are left.
    """
    plain = _IDENTITY.sub(r"\1********\2", text)
    plain = mask_cards(plain)
    plain = _MOBILE.sub(r"\1\2****\3\4", plain)
    return _LANDLINE.sub(r"\1****\2", plain)
