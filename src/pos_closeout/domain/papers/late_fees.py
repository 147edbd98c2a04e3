"""Charges of the acquirer after the stop: found in imported statements, and as what the objection speaks of."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from pos_closeout.domain.bills.statement_lines import StatementLine
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.follow_up import LateCharge, stands
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel
from pos_closeout.domain.papers.charge_words import fees_named, may_collect, names_fee, names_terminal

T = TypeVar("T")

_FIRM = re.compile(r"(?:网络|信息|电子)?(?:支付|科技|技术|服务)*(?:股份)?(?:有限)?(?:责任)?公司.*$")
_REGION = re.compile(
    r"^(?:中国)?(?:.{2,3}?(?:省|自治区))?(?:.{2,4}?市|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|福建|广东|浙江|江苏|山东|湖南)"
)
_SHORTEST = 2
_KNOWN_AS: tuple[tuple[str, ...], ...] = (
    ("拉卡拉", "考拉", "lakala"),
    ("银联商务", "全民付", "银商", "chinaums"),
    ("通联", "allinpay"),
    ("富友", "fuiou"),
    ("银盛", "ysepay"),
    ("合利宝", "helipay"),
    ("收钱吧", "喔噻"),
    ("乐刷", "移卡"),
    ("随行付", "会员宝"),
    ("星驿付", "国通星驿"),
    ("开店宝", "点佰趣"),
    ("杉德", "sandpay"),
)
"""Names under which the same acquirer stands on statements, of the kind merchants know."""


def names_on_statements(case: Case) -> frozenset[str]:
    """Return the names under which acquirer and agent of a case may stand on a statement, in small letters.

    A statement often writes a name without its town and without 有限公司, or under the name of a product.
    """
    names: set[str] = set()
    for full in (case.acquirer.name.strip(), case.agent.name.strip()):
        short = _FIRM.sub("", full)
        names |= {full, short, _REGION.sub("", short)}
        names |= {each for group in _KNOWN_AS if any(name in full.lower() for name in group) for each in group}
    return frozenset(name.lower() for name in names if len(name) >= _SHORTEST)


def looks_like_charge(case: Case, who: str, what: str) -> bool:
    """Return whether money that left an account after the stop looks like a charge of the acquirer or its agent.

    Args:
        case: for the names of acquirer and agent; a statement often writes them short.
        who: the other side, as the statement writes it.
        what: every other text of the line.
    """
    return is_charge(names_on_statements(case), f"{who} {what}", who)


def is_charge(names: frozenset[str], text: str, who: str = "") -> bool:
    """Return the same for names that are known and all texts of a line; ``who`` is the other side, which is in them."""
    folded = text.lower()
    if any(name in folded for name in names) or names_terminal(text):
        return True
    return names_fee(text) and may_collect(who)


def fee_words(line: StatementLine) -> frozenset[str]:
    """Return the words of fees on a line, which tell two charges of one day and amount apart."""
    return fees_named(line.text) - {"收单"}


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
