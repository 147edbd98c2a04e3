"""``bills list``, ``bills forget``, ``bills unpaid``: what was imported, taking it back, and what no bill can show.

With ``--json`` a bill is ``{"id", "case", "name", "sha256", "format", "rows", "new", "problems", "footer",
"announced_rows", "cut", "first", "last", "imported_at", "items"}``; ``items`` are the open items that were accepted
from it. ``forget`` adds ``"copy"``,
the safety copy of the database that was made before, ``"undecided"``, the proposals that went with it, and
``"kept_items"``. ``unpaid`` is ``{"case", "none_on", "ask_again"}``; ``none_on`` is the day on which the owner said
that no payment is without a result, null while that was not said.
"""

from collections.abc import Iterator
from typing import Any

import click

from pos_closeout.actions.bills.bills import forget_bill, items_from, list_bills
from pos_closeout.actions.bills.unpaid import ask_unpaid_again, say_none_unpaid, unpaid_answer
from pos_closeout.actions.data_folder import Store
from pos_closeout.cli import words
from pos_closeout.cli.bill_words import cut_line
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.bills.bills import Bill


@click.group("bills")
@common_options
def bills() -> None:
    """Look at the bills of a case, take one back, answer what no bill can show."""


@bills.command("list")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def list_all(context: VerbContext, case_id: int) -> None:
    """List the bills that were imported, oldest import first."""
    with context.open() as store:
        found = list_bills(store, case_id)
        told = [_told(store, each) for each in found]
    context.answer(told, [line for each in found for line in _lines(context, each)] or [context.say(words.NO_BILLS)])


@bills.command("forget")
@click.argument("bill_id", metavar="ID", type=ROW_ID)
@verb
def forget(context: VerbContext, bill_id: int) -> None:
    """Take a bill back: its rows and undecided proposals go, accepted open items stay. Importing it again works."""
    with context.open() as store:
        gone = forget_bill(store, bill_id, context.now)
        told = _told(store, gone.bill)
    figures = {"undecided": gone.undecided, "kept_items": gone.kept_items, "copy": gone.copy}
    said = context.say(words.BILL_GONE).format(name=gone.bill.name, undecided=gone.undecided, items=gone.kept_items)
    context.answer({**told, **figures}, [said, context.say(words.COPY_MADE).format(name=gone.copy)])


@bills.command("unpaid")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--none", "none", is_flag=True, help="Say that no payment is without a result.")
@click.option("--ask-again", is_flag=True, help="Take that back.")
@verb
def unpaid(context: VerbContext, case_id: int, *, none: bool, ask_again: bool) -> None:
    """Tell whether the owner said that no payment is without a result; bills never hold unpaid orders."""
    with context.open() as store:
        if ask_again:
            ask_unpaid_again(store, case_id, context.now)
        if none:
            say_none_unpaid(store, case_id, context.now)
        answer = unpaid_answer(store, case_id)
    if answer is None:
        context.answer({"case": case_id, "none_on": None, "ask_again": True}, [context.say(words.UNPAID_OPEN)])
        return
    said = words.UNPAID_NEWER if answer.ask_again else words.UNPAID_NONE
    told = {"case": case_id, "none_on": answer.on.isoformat(), "ask_again": answer.ask_again}
    context.answer(told, [context.say(said).format(day=answer.on)])


def _told(store: Store, bill: Bill) -> dict[str, Any]:
    return {
        "id": bill.id,
        "case": bill.case_id,
        "name": bill.name,
        "sha256": bill.sha256,
        "format": bill.format,
        "rows": bill.rows,
        "new": bill.rows - bill.known,
        "problems": bill.problems,
        "footer": bill.footer,
        "announced_rows": bill.announced_rows,
        "cut": bill.cut,
        "first": bill.first.isoformat() if bill.first else None,
        "last": bill.last.isoformat() if bill.last else None,
        "imported_at": bill.imported_at,
        "items": [each.item_id for each in items_from(store, bill)],
    }


def _lines(context: VerbContext, bill: Bill) -> Iterator[str]:
    days = f"{bill.first} – {bill.last}" if bill.first else ""
    yield f"{bill.id}  {bill.name}  {bill.format}  {bill.rows}  {days}"
    if bill.cut:
        yield cut_line(context, bill.rows, bill.announced_rows)
