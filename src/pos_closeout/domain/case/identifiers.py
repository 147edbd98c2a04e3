"""Checks of identifiers as they are typed. They warn and seldom call a number wrong: real ones break rules.

python-stdnum does the arithmetic; where it is stricter than the law, its refusal becomes a warning. [C] after a rule
says that it was read in the standard or in an acquirer's interface, [C2] that it is only reported.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidComponent, ValidationError
from stdnum.iso7064 import mod_11_10

from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.masking import mask_cards

_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
_REGISTRATION = re.compile(r"\d{15}")
_RESIDENT_ID = re.compile(r"\d{17}[\dX]")
_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|(?:400|800)-?\d{3}-?\d{4}|9\d{4,7}|1\d{4}|1010\d{4}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_ACQUIRER_WORDS = ("支付", "银行", "银联", "信用社", "金融", "清算", "通联", "商务", "Bank", "Pay", "UnionPay")
_AGENT_WORDS = ("代理", "科技", "网络", "信息", "服务部", "经营部", "营销", "推广")


class VerdictKind(StrEnum):
    """How sure the program is. Only ``ERROR`` can be relied on to be wrong; nothing is ever refused."""

    EMPTY = "empty"
    OK = "ok"
    HINT = "hint"
    WARNING = "warning"
    ERROR = "error"


_WRONG_ID = (VerdictKind.ERROR, "resident_id.check_digit")


@dataclass(frozen=True, slots=True)
class IdentifierVerdict:
    """What a check found.

    Attributes:
        kind: how sure it is.
        message_id: what to say, such as ``credit_code.check_digit``; empty where nothing need be said.
        normalised: the identifier without spaces, in half-width capitals.
    """

    kind: VerdictKind
    message_id: str
    normalised: str


def normalised(text: str) -> str:
    """Return an identifier in half-width capitals without spaces and invisible marks; its dashes stay."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(each for each in plain if unicodedata.category(each)[0] not in "ZC").upper()


def check_identity(entity: EntityType, text: str) -> IdentifierVerdict:
    """Check what the kind of business is identified by: credit code or old registration number, or an ID number."""
    if entity is EntityType.MICRO:
        return check_resident_id(text)
    if entity is EntityType.UNSAID and check_resident_id(text).kind is VerdictKind.OK:
        return check_resident_id(text)
    code = normalised(text).replace("-", "")
    return _registration(code) if len(code) == 15 else check_credit_code(text)


def check_credit_code(text: str) -> IdentifierVerdict:
    """Check a unified social credit code (GB 32100-2015): 18 characters, no I O S V Z, the last one checks the rest."""
    code = normalised(text).replace("-", "")
    if not code:
        return _empty()
    if len(code) != 18:
        return IdentifierVerdict(VerdictKind.WARNING, "credit_code.length", code)
    if _USCC.fullmatch(code) is None:
        return IdentifierVerdict(VerdictKind.ERROR, "credit_code.characters", code)
    if uscc.calc_check_digit(code[:-1]) != code[-1]:
        return IdentifierVerdict(VerdictKind.ERROR, "credit_code.check_digit", code)
    # Legal since the agriculture authorities and others register too, and refused by python-stdnum.
    kind = VerdictKind.OK if code[:8].isdecimal() else VerdictKind.WARNING
    return IdentifierVerdict(kind, "checked" if kind is VerdictKind.OK else "credit_code.unusual_authority", code)


def _registration(code: str) -> IdentifierVerdict:
    """Check an old registration number (GS 15-2006): 14 digits and an ISO 7064 MOD 11,10 check digit [C2]."""
    if _REGISTRATION.fullmatch(code) is None:
        return IdentifierVerdict(VerdictKind.WARNING, "credit_code.length", code)
    if not mod_11_10.is_valid(code):
        return IdentifierVerdict(VerdictKind.WARNING, "registration.check_digit", code)
    return IdentifierVerdict(VerdictKind.HINT, "registration.old", code)


def check_resident_id(text: str) -> IdentifierVerdict:
    """Check an identity number (GB 11643): 18 characters, a real date, ISO 7064 MOD 11-2; newer regions only warn."""
    number = normalised(text)
    if not number:
        return _empty()
    if _RESIDENT_ID.fullmatch(number) is None:
        return IdentifierVerdict(VerdictKind.WARNING, "resident_id.shape", number)
    try:
        ric.validate(number)
    except InvalidComponent:
        # Residence permits (81-83), permanent residence cards of 2023 (9) and newer counties are unknown to stdnum.
        real_day = _is_day(number[6:14])
        return IdentifierVerdict(*((VerdictKind.WARNING, "resident_id.region") if real_day else _WRONG_ID), number)
    except ValidationError:
        return IdentifierVerdict(*_WRONG_ID, number)
    return IdentifierVerdict(VerdictKind.OK, "checked", number)


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def check_merchant_number(text: str) -> IdentifierVerdict:
    """Check a merchant number: 15 letters or digits in ISO 8583 field 42 [C]; others exist and are only pointed out."""
    number = normalised(text)
    if not number:
        return _empty()
    if not (number.isascii() and number.isalnum()):
        return IdentifierVerdict(VerdictKind.WARNING, "merchant_number.characters", number)
    if len(number) != 15:
        return IdentifierVerdict(VerdictKind.HINT, "merchant_number.length", number)
    return IdentifierVerdict(VerdictKind.OK, "", number)


def check_terminal_number(text: str) -> IdentifierVerdict:
    """Check a terminal number: 8 letters or digits in ISO 8583 field 41 [C]."""
    number = normalised(text)
    if not number:
        return _empty()
    if not (number.isascii() and number.isalnum()) or len(number) != 8:
        return IdentifierVerdict(VerdictKind.HINT, "terminal_number.shape", number)
    return IdentifierVerdict(VerdictKind.OK, "", number)


def check_serial_number(text: str) -> IdentifierVerdict:
    """Check a device serial number: at most 50 characters in acquirers' interfaces [C], letters, digits and dashes."""
    number = normalised(text)
    if not number:
        return _empty()
    if len(number) > 50 or not number.replace("-", "").replace("_", "").isascii():
        return IdentifierVerdict(VerdictKind.WARNING, "serial_number.shape", number)
    return IdentifierVerdict(VerdictKind.OK, "", number)


def check_phone(text: str) -> IdentifierVerdict:
    """Check a mobile, landline or service number [C2]; other numbers only warn."""
    number = normalised(text)
    if not number:
        return _empty()
    plain = number.removeprefix("+86").strip("-")
    if _PHONE.fullmatch(plain) or _PHONE.fullmatch(plain.replace("-", "")):
        return IdentifierVerdict(VerdictKind.OK, "", plain)
    return IdentifierVerdict(VerdictKind.WARNING, "phone.shape", number)


def check_email(text: str) -> IdentifierVerdict:
    """Check that an e-mail address has the shape of one."""
    address = unicodedata.normalize("NFKC", text).strip()
    if not address:
        return _empty()
    if _EMAIL.fullmatch(address) is None:
        return IdentifierVerdict(VerdictKind.WARNING, "email.shape", address)
    return IdentifierVerdict(VerdictKind.OK, "", address)


def check_last4(text: str) -> IdentifierVerdict:
    """Check the last four digits of an account; more digits than that are not wanted."""
    digits = normalised(text)
    if not digits:
        return _empty()
    if len(digits) != 4 or not digits.isdecimal():
        return IdentifierVerdict(VerdictKind.WARNING, "last4.shape", digits)
    return IdentifierVerdict(VerdictKind.OK, "", digits)


def check_acquirer_name(text: str) -> IdentifierVerdict:
    """Point out a name that reads like an agent's; only the licensed institution can close a merchant (条例 第22条)."""
    name = unicodedata.normalize("NFKC", text).strip()
    if not name:
        return _empty()
    if looks_like_agent(name):
        return IdentifierVerdict(VerdictKind.HINT, "acquirer.maybe_agent", name)
    return IdentifierVerdict(VerdictKind.OK, "", name)


def looks_like_agent(name: str) -> bool:
    """Return whether a name has the words of an agent and none of a bank or payment institution."""
    return not any(word in name for word in _ACQUIRER_WORDS) and any(word in name for word in _AGENT_WORDS)


def looks_like_full_card_number(text: str) -> bool:
    """Return whether a text holds a whole card number, which is never kept."""
    return mask_cards(unicodedata.normalize("NFKC", text)) != unicodedata.normalize("NFKC", text)


def _empty() -> IdentifierVerdict:
    return IdentifierVerdict(VerdictKind.EMPTY, "", "")
