"""The rules a due date comes from: where each begins to count, how far, and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.limits import Limit
from pos_closeout.domain.ledger.open_items import ItemKind


class Mark(StrEnum):
    """What a rule rests on; only ``LAW`` may be quoted with its article."""

    LAW = "law"
    LOCAL = "local"
    PLATFORM = "platform"
    DEFAULT = "default"
    PAPER = "paper"
    PLAN = "plan"


class Unit(StrEnum):
    """What is counted."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    DAY_OF_NEXT_MONTH = "day_of_next_month"


class Weight(StrEnum):
    """How a rule stands beside the others of its kind.

    Bounds always count, and the earliest wins; a date that was given or agreed goes before what is usual; ``ALONE``
    goes before everything; ``LATE`` says when to press harder.
    """

    BOUND = "bound"
    GIVEN = "given"
    USUAL = "usual"
    ALONE = "alone"
    LATE = "late"


class Start(StrEnum):
    """Days a rule may count from that are no extra field of the item."""

    ORIGINAL = "original_on"
    STOP = "stop_on"


class DueRule(StrEnum):
    """Every rule; its words stand in ``due_rules.toml``."""

    LOOK_AGAIN = "look_again"
    AGREED = "agreed"
    DISTANCE_SALE = "distance_sale"
    WECHAT_WINDOW = "wechat_window"
    ALIPAY_WINDOW = "alipay_window"
    CARD_WINDOW = "card_window"
    REFUND_BEFORE_STOP = "refund_before_stop"
    UNFINISHED = "unfinished"
    UNFINISHED_LATE = "unfinished_late"
    SETTLEMENT = "settlement"
    SETTLEMENT_NEXT_DAY = "settlement_next_day"
    SETTLEMENT_SAME_DAY = "settlement_same_day"
    SETTLEMENT_LATE = "settlement_late"
    PREAUTH = "preauth"
    PREAUTH_BEFORE_STOP = "preauth_before_stop"
    NOTICE = "notice"
    RETRIEVAL = "retrieval"
    CHARGEBACK = "chargeback"
    COMPLAINT = "complaint"
    CONTRACT = "contract"
    DEPOSIT = "deposit"
    DEPOSIT_LATE = "deposit_late"
    FEE = "fee"
    PREPAID = "prepaid"
    PREPAID_UNUSED = "prepaid_unused"
    INSTALMENT = "instalment"
    RECURRING = "recurring"
    DEVICE = "device"
    INVOICE = "invoice"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class RuleSpec:
    """How one rule counts.

    Attributes:
        rule: its id.
        starts: where it begins: the first of these days that is known.
        mark: what it rests on.
        weight: how it stands beside the others.
        count: how far it counts: a limit the owner may change, or a number a law fixes.
        unit: what is counted.
        back: it counts backwards from its start.
    """

    rule: DueRule
    starts: tuple[Fact | Start, ...]
    mark: Mark
    weight: Weight
    count: Limit | int = 0
    unit: Unit = Unit.DAYS
    back: bool = False


_DEFAULT, _USUAL, _BOUND, _LATE = Mark.DEFAULT, Weight.USUAL, Weight.BOUND, Weight.LATE
_WORKING = Unit.WORKING_DAYS
_ORIGINAL, _STOP, _NOTIFIED = (Start.ORIGINAL,), (Start.STOP,), (Fact.NOTIFIED_ON,)
_FOUND = (Fact.FOUND_ON, Start.ORIGINAL)

DISTANCE_SALE_DAYS = 7
"""消费者权益保护法 Art. 25: the price goes back within seven days after the goods have come back."""


def _given(rule: DueRule, fact: Fact) -> RuleSpec:
    return RuleSpec(rule, (fact,), Mark.PAPER, Weight.GIVEN)


_NOTICE = _given(DueRule.NOTICE, Fact.NOTICE_DUE_ON)
_CONTRACT = _given(DueRule.CONTRACT, Fact.CONTRACT_DUE_ON)

RULES: Mapping[ItemKind, tuple[RuleSpec, ...]] = MappingProxyType(
    {
        ItemKind.REFUND: (
            RuleSpec(DueRule.LOOK_AGAIN, (Fact.LOOK_AGAIN_ON,), Mark.PLAN, Weight.ALONE),
            RuleSpec(DueRule.AGREED, (Fact.AGREED_ON,), Mark.PAPER, _BOUND),
            RuleSpec(DueRule.DISTANCE_SALE, (Fact.GOODS_BACK_ON,), Mark.LAW, _BOUND, DISTANCE_SALE_DAYS),
            RuleSpec(DueRule.WECHAT_WINDOW, _ORIGINAL, Mark.PLATFORM, _BOUND, Limit.WECHAT_REFUND),
            RuleSpec(DueRule.ALIPAY_WINDOW, _ORIGINAL, _DEFAULT, _BOUND, Limit.ALIPAY_REFUND, Unit.MONTHS),
            RuleSpec(DueRule.CARD_WINDOW, _ORIGINAL, _DEFAULT, _BOUND, Limit.CARD_REFUND),
            RuleSpec(
                DueRule.REFUND_BEFORE_STOP, _STOP, _DEFAULT, _BOUND, Limit.REFUND_BEFORE_STOP, _WORKING, back=True
            ),
        ),
        ItemKind.UNFINISHED: (
            RuleSpec(DueRule.UNFINISHED, _FOUND, _DEFAULT, _USUAL, Limit.UNFINISHED, _WORKING),
            RuleSpec(DueRule.UNFINISHED_LATE, _FOUND, _DEFAULT, _LATE, Limit.UNFINISHED_LATE, _WORKING),
        ),
        ItemKind.SETTLEMENT: (
            RuleSpec(DueRule.SETTLEMENT, _ORIGINAL, _DEFAULT, _USUAL, Limit.SETTLEMENT, _WORKING),
            RuleSpec(DueRule.SETTLEMENT_NEXT_DAY, _ORIGINAL, _DEFAULT, _USUAL, 1),
            RuleSpec(DueRule.SETTLEMENT_SAME_DAY, _ORIGINAL, _DEFAULT, _USUAL),
            RuleSpec(DueRule.SETTLEMENT_LATE, _ORIGINAL, _DEFAULT, _LATE, Limit.SETTLEMENT_LATE, _WORKING),
        ),
        ItemKind.PREAUTH: (
            RuleSpec(DueRule.PREAUTH, (Fact.ADDED_ON, Start.ORIGINAL), _DEFAULT, _BOUND, Limit.PREAUTH),
            RuleSpec(DueRule.PREAUTH_BEFORE_STOP, _STOP, _DEFAULT, _BOUND, Limit.PREAUTH_BEFORE_STOP, back=True),
        ),
        ItemKind.RETRIEVAL: (
            _NOTICE,
            RuleSpec(DueRule.RETRIEVAL, _NOTIFIED, _DEFAULT, _USUAL, Limit.RETRIEVAL, _WORKING),
        ),
        ItemKind.CHARGEBACK: (
            _NOTICE,
            RuleSpec(DueRule.CHARGEBACK, _NOTIFIED, _DEFAULT, _USUAL, Limit.CHARGEBACK),
        ),
        ItemKind.COMPLAINT: (
            _NOTICE,
            RuleSpec(DueRule.COMPLAINT, _NOTIFIED, _DEFAULT, _USUAL, Limit.COMPLAINT, _WORKING),
        ),
        ItemKind.DEPOSIT: (
            _CONTRACT,
            RuleSpec(DueRule.DEPOSIT, (Fact.RETURNED_ON,), _DEFAULT, _USUAL, Limit.DEPOSIT, _WORKING),
            RuleSpec(DueRule.DEPOSIT_LATE, (Fact.RETURNED_ON,), _DEFAULT, _LATE, Limit.DEPOSIT_LATE, _WORKING),
        ),
        ItemKind.FEE: (RuleSpec(DueRule.FEE, _STOP, Mark.PLAN, _USUAL),),
        ItemKind.PREPAID: (
            _given(DueRule.AGREED, Fact.AGREED_ON),
            RuleSpec(DueRule.PREPAID_UNUSED, (Fact.APPLIED_ON,), Mark.LOCAL, _USUAL, Limit.PREPAID_UNUSED),
            RuleSpec(DueRule.PREPAID, (Fact.APPLIED_ON,), Mark.LOCAL, _USUAL, Limit.PREPAID),
        ),
        ItemKind.INSTALMENT: (
            RuleSpec(DueRule.INSTALMENT, _ORIGINAL, _DEFAULT, _USUAL, Limit.INSTALMENT, Unit.MONTHS),
        ),
        ItemKind.RECURRING: (
            RuleSpec(DueRule.RECURRING, _STOP, _DEFAULT, _USUAL, Limit.RECURRING, _WORKING, back=True),
        ),
        ItemKind.DEVICE: (
            _CONTRACT,
            RuleSpec(DueRule.DEVICE, (Fact.ACCEPTED_ON,), _DEFAULT, _USUAL, Limit.DEVICE),
        ),
        ItemKind.INVOICE: (
            RuleSpec(
                DueRule.INVOICE,
                (Fact.ISSUED_ON, Start.ORIGINAL),
                _DEFAULT,
                _USUAL,
                Limit.INVOICE,
                Unit.DAY_OF_NEXT_MONTH,
            ),
        ),
        ItemKind.RECEIPT: (RuleSpec(DueRule.RECEIPT, (Fact.ACCEPTED_ON,), _DEFAULT, _USUAL, Limit.RECEIPT, _WORKING),),
    }
)
"""The rules of each kind; which of them apply to an item, :mod:`pos_closeout.domain.ledger.due_dates` says."""
