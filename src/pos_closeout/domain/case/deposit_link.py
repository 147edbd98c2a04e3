"""The deposit stands among the open items and in the follow-up: what one of them says is offered to the other."""

from collections.abc import Sequence
from dataclasses import replace

from pos_closeout.domain.case.follow_up import DepositState, FollowUp
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open


def items_settled(state: DepositState, items: Sequence[OpenItem]) -> tuple[OpenItem, ...]:
    """Return the open items about a deposit that the follow-up says is settled.

    Args:
        state: how the deposit of the case stands in the follow-up.
        items: of the case, of any kind and state.
    """
    if state is not DepositState.HOME:
        return ()
    return tuple(item for item in items if item.kind is ItemKind.DEPOSIT and is_open(item))


def from_items(told: FollowUp, items: Sequence[OpenItem]) -> FollowUp | None:
    """Return the follow-up with what cleared items say of the deposit: the last day and the sum.

    ``None`` while an item about the deposit is open, when none was cleared with an amount, and when the follow-up says
    something of its own: the owner's words are not written over.
    """
    said = told.deposit_received_on, told.deposit_received_fen, told.deposit_deducted_fen
    found = [item for item in items if item.kind is ItemKind.DEPOSIT]
    days = [item.cleared_on for item in found if item.cleared_on is not None]
    fen = sum(item.amount_fen or 0 for item in found)
    if told.deposit_none or any(each is not None for each in said) or any(map(is_open, found)) or not days or not fen:
        return None
    return replace(told, deposit_received_on=max(days), deposit_received_fen=fen)
