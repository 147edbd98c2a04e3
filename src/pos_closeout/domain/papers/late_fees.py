"""Charges of the acquirer after the stop: found in imported statements, and as what the objection speaks of."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.follow_up import LateCharge, stands
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel

T = TypeVar("T")

_FEE_WORDS = re.compile(
    r"流量费|通讯费|通信费|服务费|管理费|年费|月租|月费|租金|收单|押金|商户费|扣率|激活|POS|终端费", re.IGNORECASE
)
"""What such charges are called on statements; whether one is listed in the agreement, the owner decides."""

_FIRM = re.compile(r"(?:网络|信息|电子)?(?:支付|科技|技术|服务)*(?:股份)?(?:有限)?(?:责任)?公司.*$")
_SHORTEST = 2


def looks_like_charge(case: Case, who: str, what: str) -> bool:
    """Return whether money that left an account after the stop looks like a charge of the acquirer or its agent.

    Args:
        case: for the names of acquirer and agent; a statement often writes them short.
        who: the other side, as the statement writes it.
        what: what it was for.
    """
    told = f"{who} {what}"
    names = (_FIRM.sub("", name.strip()) for name in (case.acquirer.name, case.agent.name))
    return bool(_FEE_WORDS.search(told)) or any(len(name) >= _SHORTEST and name in told for name in names)


def new_charges(case: Case, found: Iterable[LateCharge]) -> tuple[LateCharge, ...]:
    """Return what was found on statements and has been neither written down nor left: each entry stands for one."""
    found = tuple(found)
    # First what is the same to the letter, then, for what the owner has worded, what is of the same day and amount.
    known = [(each.charged_on, each.amount_fen, each.what) for each in case.late_charges]
    left = list(_left_over(found, known, lambda charge: (charge.charged_on, charge.amount_fen, charge.what)))
    alike = [each[:2] for each in known]
    return tuple(_left_over(left, alike, lambda charge: (charge.charged_on, charge.amount_fen)))


def _left_over(found: Iterable[LateCharge], known: list[T], key: Callable[[LateCharge], T]) -> Iterator[LateCharge]:
    """Return what is found and not known; each known one, which is taken off the list, stands for one."""
    for charge in found:
        if key(charge) in known:
            known.remove(key(charge))
        else:
            yield charge


def charged_late(case: Case, items: Sequence[OpenItem]) -> tuple[OpenItem, ...]:
    """Return the charges after the stop that have not come back, as fees; those that are open items already are not."""
    known = {(item.original_on, item.amount_fen) for item in items if item.kind is ItemKind.FEE}
    return tuple(
        OpenItem(
            case_id=case.id,
            kind=ItemKind.FEE,
            amount_fen=charge.amount_fen,
            original_on=charge.charged_on,
            channel=PaymentChannel.OTHER,
            note=charge.what,
        )
        for charge in case.late_charges
        if stands(charge) and charge.returned_on is None and (charge.charged_on, charge.amount_fen) not in known
    )
