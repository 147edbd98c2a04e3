"""``watch charges``, ``watch returns``: what the imported statements of a case show after the stop.

With ``--json`` a charge is ``{"charged_on", "amount_fen", "what"}``; what was written down or left before is not named
again. Money that came back is ``{"on", "amount_fen", "what", "file", "row", "clears", "item", "charge", "due_fen"}``:
``clears`` is ``deposit_item``, ``fee_item``, ``charge`` or ``deposit``, ``item`` the number of the open item or null,
``charge`` the place of the charge among ``late_charges`` of the case, from 0, or null, ``due_fen`` what was to come
back.
"""

from typing import Any

import click

from pos_closeout.actions.bills.late_charges import described, find_late_charges, find_returns
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.follow_up import LateCharge
from pos_closeout.domain.case.money_back import MoneyBack
from pos_closeout.domain.money import format_yuan


@click.group("watch")
@common_options
def watch() -> None:
    """Watch the statements of the settlement account after the stop."""


@watch.command("charges")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def charges(context: VerbContext, case_id: int) -> None:
    """List what left the account after the stop and looks like a charge of the acquirer, oldest first."""
    with context.open() as store:
        found = find_late_charges(store, case_id)
    context.answer(
        [_charge(each) for each in found], [_line(each) for each in found] or [context.say(words.NO_CHARGES)]
    )


@watch.command("returns")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def returns(context: VerbContext, case_id: int) -> None:
    """List what came back since the stop, each with what it clears."""
    with context.open() as store:
        found = find_returns(store, case_id)
    lines = [_back_line(context, each) for each in found]
    context.answer([_back(each) for each in found], lines or [context.say(words.NO_RETURNS)])


def _charge(charge: LateCharge) -> dict[str, Any]:
    day = charge.charged_on.isoformat() if charge.charged_on else None
    return {"charged_on": day, "amount_fen": charge.amount_fen, "what": charge.what}


def _line(charge: LateCharge) -> str:
    return f"{charge.charged_on}  ¥{format_yuan(charge.amount_fen or 0)}  {charge.what}"


def _back(each: MoneyBack) -> dict[str, Any]:
    return {
        "on": each.line.day.isoformat(),
        "amount_fen": each.line.fen,
        "what": described(each.line),
        "file": each.line.file,
        "row": each.line.row,
        "clears": each.clears.value,
        "item": each.item_id,
        "charge": each.charge,
        "due_fen": each.due_fen,
    }


def _back_line(context: VerbContext, each: MoneyBack) -> str:
    clears = context.say(words.CLEARS[each.clears])
    number = f" {each.item_id}" if each.item_id is not None else ""
    return f"{each.line.day}  ¥{format_yuan(each.line.fen)}  {described(each.line)}  → {clears}{number}"
