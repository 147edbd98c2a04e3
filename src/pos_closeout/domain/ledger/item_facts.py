"""What an item of a kind has beyond the fields all items share, as a declared list: the editor and the verbs follow it.

A value is kept as text in one form for each type: ISO dates, whole fen, whole numbers, the id of a choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.money import check_fen, parse_fen

TEXT_LIMIT = 400
"""Characters a text may have."""

_HIGHEST_NUMBER = 999


class FactType(StrEnum):
    """How a value is entered and kept."""

    TEXT = "text"
    DATE = "date"
    FEN = "fen"
    NUMBER = "number"
    CHOICE = "choice"


class Fact(StrEnum):
    """Every extra field of every kind; what each is called stands in ``kinds.toml``."""

    AGREED_ON = "agreed_on"
    REASON = "reason"
    DISTANCE_SALE = "distance_sale"
    GOODS_BACK_ON = "goods_back_on"
    REFUND_NUMBER = "refund_number"
    PROGRESS = "progress"
    LOOK_AGAIN_ON = "look_again_on"
    BATCH = "batch"
    AUTH_CODE = "auth_code"
    SHOWN = "shown"
    CHARGED = "charged"
    FOUND_ON = "found_on"
    CYCLE = "cycle"
    FEE_FEN = "fee_fen"
    EXPECTED_FEN = "expected_fen"
    ADDED_ON = "added_on"
    NOTIFIED_ON = "notified_on"
    NOTICE_DUE_ON = "notice_due_on"
    SLIP = "slip"
    REASON_CODE = "reason_code"
    PLATFORM = "platform"
    DEMAND = "demand"
    RECEIPT_NUMBER = "receipt_number"
    CONDITIONS = "conditions"
    DEDUCTION_FEN = "deduction_fen"
    DEDUCTION_REASON = "deduction_reason"
    RETURNED_ON = "returned_on"
    CONTRACT_DUE_ON = "contract_due_on"
    FEE_NAME = "fee_name"
    PERIOD = "period"
    CLAUSE = "clause"
    DISPUTED = "disputed"
    MEMBER_NUMBER = "member_number"
    PRINCIPAL_FEN = "principal_fen"
    BONUS_FEN = "bonus_fen"
    USED_FEN = "used_fen"
    APPLIED_ON = "applied_on"
    UNUSED = "unused"
    MONTHS = "months"
    BANK = "bank"
    SUBSIDY = "subsidy"
    AGREEMENT_NUMBER = "agreement_number"
    USER = "user"
    SERIAL_NUMBER = "serial_number"
    WAY = "way"
    TRACKING_NUMBER = "tracking_number"
    ACCEPTED_ON = "accepted_on"
    INVOICE_NUMBER = "invoice_number"
    INVOICE_KIND = "invoice_kind"
    ISSUED_ON = "issued_on"
    TICKET_NUMBER = "ticket_number"


Facts = Mapping[Fact, str]
"""The extra fields of one item; a field that was not answered is missing."""
GivenFacts = Mapping[Fact, str] | Mapping[str, str]
"""The same as somebody hands it in, by name."""


@dataclass(frozen=True, slots=True)
class FactSpec:
    """One extra field of a kind.

    Attributes:
        choices: the ids to choose from, for ``FactType.CHOICE`` only.
    """

    fact: Fact
    type: FactType = FactType.TEXT
    choices: tuple[str, ...] = ()


YES_NO = ("yes", "no")
ACCEPTED = "accepted"
"""Value of ``Fact.PROGRESS`` for a refund a platform has taken but not yet carried out."""


def _day(fact: Fact) -> FactSpec:
    return FactSpec(fact, FactType.DATE)


def _fen(fact: Fact) -> FactSpec:
    return FactSpec(fact, FactType.FEN)


def _choice(fact: Fact, *choices: str) -> FactSpec:
    return FactSpec(fact, FactType.CHOICE, choices)


SPECS: Mapping[ItemKind, tuple[FactSpec, ...]] = MappingProxyType(
    {
        ItemKind.REFUND: (
            _choice(Fact.DISTANCE_SALE, *YES_NO),
            _day(Fact.GOODS_BACK_ON),
            _day(Fact.AGREED_ON),
            _choice(Fact.PROGRESS, "not_submitted", "submitted", ACCEPTED, "failed"),
            _day(Fact.LOOK_AGAIN_ON),
            FactSpec(Fact.REFUND_NUMBER),
            FactSpec(Fact.REASON),
            FactSpec(Fact.BATCH),
        ),
        ItemKind.UNFINISHED: (
            _day(Fact.FOUND_ON),
            _choice(Fact.CHARGED, "yes", "no", "unknown"),
            FactSpec(Fact.SHOWN),
            FactSpec(Fact.BATCH),
        ),
        ItemKind.SETTLEMENT: (
            _choice(Fact.CYCLE, "t1", "d1", "t0"),
            _fen(Fact.FEE_FEN),
            _fen(Fact.EXPECTED_FEN),
            FactSpec(Fact.BATCH),
        ),
        ItemKind.PREAUTH: (FactSpec(Fact.AUTH_CODE), _day(Fact.ADDED_ON), FactSpec(Fact.BATCH)),
        ItemKind.RETRIEVAL: (
            _day(Fact.NOTIFIED_ON),
            _day(Fact.NOTICE_DUE_ON),
            _choice(Fact.SLIP, "here", "sent", "lost"),
        ),
        ItemKind.CHARGEBACK: (
            FactSpec(Fact.REASON_CODE),
            _day(Fact.NOTIFIED_ON),
            _day(Fact.NOTICE_DUE_ON),
            _choice(Fact.SLIP, "here", "sent", "lost"),
        ),
        ItemKind.COMPLAINT: (
            FactSpec(Fact.PLATFORM),
            _day(Fact.NOTIFIED_ON),
            _day(Fact.NOTICE_DUE_ON),
            FactSpec(Fact.DEMAND),
        ),
        ItemKind.DEPOSIT: (
            _day(Fact.RETURNED_ON),
            _day(Fact.CONTRACT_DUE_ON),
            FactSpec(Fact.RECEIPT_NUMBER),
            FactSpec(Fact.CONDITIONS),
            _fen(Fact.DEDUCTION_FEN),
            _choice(Fact.DEDUCTION_REASON, "depreciation", "damage", "other"),
        ),
        ItemKind.FEE: (
            _choice(Fact.DISPUTED, *YES_NO),
            FactSpec(Fact.FEE_NAME),
            FactSpec(Fact.PERIOD),
            FactSpec(Fact.CLAUSE),
        ),
        ItemKind.PREPAID: (
            _day(Fact.APPLIED_ON),
            _choice(Fact.UNUSED, *YES_NO),
            _day(Fact.AGREED_ON),
            FactSpec(Fact.MEMBER_NUMBER),
            _fen(Fact.PRINCIPAL_FEN),
            _fen(Fact.BONUS_FEN),
            _fen(Fact.USED_FEN),
        ),
        ItemKind.INSTALMENT: (
            FactSpec(Fact.BANK),
            FactSpec(Fact.MONTHS, FactType.NUMBER),
            _choice(Fact.SUBSIDY, "shop", "customer", "bank"),
        ),
        ItemKind.RECURRING: (FactSpec(Fact.AGREEMENT_NUMBER), FactSpec(Fact.USER)),
        ItemKind.DEVICE: (
            _day(Fact.ACCEPTED_ON),
            _day(Fact.CONTRACT_DUE_ON),
            FactSpec(Fact.SERIAL_NUMBER),
            _choice(Fact.WAY, "collected", "brought", "courier"),
            FactSpec(Fact.TRACKING_NUMBER),
        ),
        ItemKind.INVOICE: (
            _day(Fact.ISSUED_ON),
            _choice(Fact.INVOICE_KIND, "fetch", "issue", "red"),
            FactSpec(Fact.INVOICE_NUMBER),
        ),
        ItemKind.RECEIPT: (_day(Fact.ACCEPTED_ON), FactSpec(Fact.TICKET_NUMBER)),
    }
)
"""The extra fields of each kind, in the order in which they are asked for."""


def spec_of(kind: ItemKind, fact: str) -> FactSpec:
    """Return the field of a kind.

    Raises:
        BadInputError: ``fact.unknown`` when items of the kind have none of this name.
    """
    for spec in SPECS[kind]:
        if spec.fact == fact:
            return spec
    raise BadInputError("fact.unknown", name=fact[:40], kind=kind.value, names=", ".join(s.fact for s in SPECS[kind]))


def read_fact(spec: FactSpec, typed: str) -> str:
    """Return the kept form of what somebody typed: dates in any usual way, amounts in yuan; empty stays empty.

    Raises:
        BadInputError: ``date.impossible``, ``amount.not_a_number``, ``amount.out_of_range``, ``fact.not_a_number`` or
            ``fact.not_a_choice``.
    """
    text = typed.strip()
    if not text:
        return ""
    if spec.type is FactType.DATE:
        return parse_date(text).isoformat()
    if spec.type is FactType.FEN:
        return str(parse_fen(text))
    return _checked(spec, text)


def check_facts(kind: ItemKind, facts: GivenFacts) -> dict[Fact, str]:
    """Return kept values in the order of the kind's fields, without empty ones and with no card number left whole.

    Raises:
        BadInputError: as :func:`spec_of` and :func:`read_fact`.
    """
    given = {spec_of(kind, name).fact: value for name, value in facts.items() if value.strip()}
    return {spec.fact: _checked(spec, given[spec.fact].strip()) for spec in SPECS[kind] if spec.fact in given}


def merge_facts(base: Facts, theirs: Facts, ours: Facts) -> dict[Fact, str]:
    """Return extra fields with what two have changed at once; where both changed a field, ours stands.

    Args:
        base: what both started from.
        theirs: as they are stored by now.
        ours: as they are to be stored.
    """
    merged = {
        name: theirs.get(name, "") if ours.get(name, "") == base.get(name, "") else ours.get(name, "")
        for name in dict.fromkeys((*ours, *theirs))
    }
    return {name: value for name, value in merged.items() if value}


def fact_day(facts: Facts, fact: Fact) -> date | None:
    """Return a date among the facts, or ``None``."""
    value = facts.get(fact, "")
    return date.fromisoformat(value) if value else None


def fact_fen(facts: Facts, fact: Fact) -> int | None:
    """Return an amount among the facts in fen, or ``None``."""
    value = facts.get(fact, "")
    return int(value) if value else None


def _checked(spec: FactSpec, value: str) -> str:
    if spec.type is FactType.DATE:
        return parse_date(value).isoformat()
    if spec.type is FactType.FEN:
        if not (value.isascii() and value.isdigit()):
            raise BadInputError("amount.not_a_number", text=value[:40])
        return str(check_fen(int(value[:20])))
    if spec.type is FactType.NUMBER:
        if not (value.isascii() and value.isdigit() and int(value[:9]) <= _HIGHEST_NUMBER):
            raise BadInputError("fact.not_a_number", name=spec.fact.value, text=value[:40], limit=_HIGHEST_NUMBER)
        return str(int(value))
    if spec.type is FactType.CHOICE and value not in spec.choices:
        raise BadInputError("fact.not_a_choice", name=spec.fact.value, text=value[:40], choices=", ".join(spec.choices))
    return mask_cards(value[:TEXT_LIMIT]) if spec.type is FactType.TEXT else value
