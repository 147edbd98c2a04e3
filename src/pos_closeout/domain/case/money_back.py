"""Money that comes back after the stop, a deposit or the refund of a fee, and what it clears."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pos_closeout.domain.bills.statement_lines import StatementLine
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.follow_up import DepositState, deposit_open, deposit_state, stands
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open

_DEPOSIT_WORDS = re.compile(r"押金|保证金|deposit", re.IGNORECASE)
_BACK_WORDS = re.compile(r"退费|退款|退还|返还|退回|冲正|冲销|refund|returned|reversal", re.IGNORECASE)
_SETTLEMENT_WORDS = re.compile(r"结算|清算|货款|提现|划款|代付|收单款|T\+?[01]|D\+?[01]", re.IGNORECASE)


class Clears(StrEnum):
    """What money that came back settles."""

    DEPOSIT_ITEM = "deposit_item"
    FEE_ITEM = "fee_item"
    CHARGE = "charge"
    DEPOSIT = "deposit"


class MoneyBack(NamedTuple):
    """Money that came back, offered for what it clears.

    ``item_id`` is the open item (None for the other two kinds), ``charge`` the place of the charge among
    ``case.late_charges`` (None likewise), ``due_fen`` what was to come back.
    """

    line: StatementLine
    clears: Clears
    item_id: int | None
    charge: int | None
    due_fen: int


class _Owed(NamedTuple):
    clears: Clears
    item_id: int | None
    charge: int | None
    fen: int
    since: date


def money_back(
    case: Case, items: Sequence[OpenItem], lines: Iterable[StatementLine], names: frozenset[str]
) -> tuple[MoneyBack, ...]:
    """Return what came back, oldest first; a line settles one thing, and a thing is settled by one line.

    Args:
        case: its charges and its deposit count as they are given.
        items: the open items of the case.
        lines: money that came in, oldest first, each movement once.
        names: the names of acquirer and agent on statements, in small letters.
    """
    owed, found = list(_owed(case, items)), []
    for line in lines:
        fits = [each for each in owed if line.day >= each.since and _settles(line, each, names)]
        if fits:
            # The deposit may come back less a deduction, so what fits to the fen goes first.
            best = min(fits, key=lambda each: (each.fen != line.fen, each.since))
            owed.remove(best)
            found.append(MoneyBack(line, best.clears, best.item_id, best.charge, best.fen))
    return tuple(found)


def _owed(case: Case, items: Sequence[OpenItem]) -> Iterable[_Owed]:
    stop = case.request.stop_on or date.min
    kinds = {ItemKind.DEPOSIT: Clears.DEPOSIT_ITEM, ItemKind.FEE: Clears.FEE_ITEM}
    listed = [item for item in items if item.kind in kinds and is_open(item) and item.amount_fen]
    for item in listed:
        since = stop if item.kind is ItemKind.DEPOSIT else item.original_on or stop
        yield _Owed(kinds[item.kind], item.id, None, item.amount_fen or 0, since)
    fees = [(item.original_on, item.amount_fen) for item in listed if item.kind is ItemKind.FEE]
    for place, charge in enumerate(case.late_charges):
        if not stands(charge) or charge.returned_on or charge.charged_on is None or not charge.amount_fen:
            continue
        if (charge.charged_on, charge.amount_fen) in fees:
            fees.remove((charge.charged_on, charge.amount_fen))
            continue
        yield _Owed(Clears.CHARGE, None, place, charge.amount_fen, charge.charged_on)
    if not any(item.kind is ItemKind.DEPOSIT for item in items):
        state = deposit_state(case.follow_up, case.settlement.deposit_fen)
        left = deposit_open(case.follow_up, case.settlement.deposit_fen)
        if left and state not in (DepositState.NONE, DepositState.HOME):
            yield _Owed(Clears.DEPOSIT, None, None, left, stop)


def _settles(line: StatementLine, owed: _Owed, names: frozenset[str]) -> bool:
    text = line.text
    theirs = any(name in text.lower() for name in names)
    back = bool(_BACK_WORDS.search(text))
    if owed.clears in (Clears.DEPOSIT, Clears.DEPOSIT_ITEM):
        if _DEPOSIT_WORDS.search(text) and (theirs or back or line.fen == owed.fen):
            return line.fen <= owed.fen
    elif _DEPOSIT_WORDS.search(text):
        return False
    return line.fen == owed.fen and (back or (theirs and not _SETTLEMENT_WORDS.search(text)))
