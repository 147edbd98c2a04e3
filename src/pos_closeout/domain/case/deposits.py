"""Whether a deposit was paid, and whether it is to come back."""

from collections.abc import Iterable

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.terminal import Action, Ownership
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open


def has_deposit(case: Case, items: Iterable[OpenItem] = ()) -> bool:
    """Return whether a deposit was paid: by the amount, by the terms of a device, or by an open item."""
    said = bool(case.settlement.deposit_fen) or bool(case.settlement.deposit_receipt.strip())
    by_device = any(terminal.ownership is Ownership.DEPOSIT for terminal in case.terminals)
    return said or by_device or any(item.kind is ItemKind.DEPOSIT and is_open(item) for item in items)


def wants_deposit_back(case: Case, items: Iterable[OpenItem] = ()) -> bool:
    """Return whether a deposit is to come back: one was paid, and not every terminal is only suspended or swapped."""
    chosen = {terminal.action for terminal in case.terminals} - {None}
    return has_deposit(case, items) and not (chosen and chosen <= {Action.SUSPEND, Action.SWAP})
