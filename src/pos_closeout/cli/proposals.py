"""``proposals list``, ``accept``, ``reject``, ``reopen``, ``again``: decide about what imported bills propose.

With ``--json`` a proposal is ``{"id", "case", "state", "kind", "reason", "word", "amount_fen", "due", "look_again",
"when", "file", "part", "row", "sha256", "order", "item", "why", "settled"}``; ``order`` and ``settled`` are
``{"file", "row"}`` or null, ``part`` is the sheet or the member of an archive. ``again`` adds ``"on"``, the day on
which a refund whose row in the bill is frozen is worth another look.
"""

from typing import Any

import click

from pos_closeout.actions.bills.bill_proposals import (
    accept_proposal,
    frozen_proposals,
    list_proposals,
    reject_proposal,
    reopen_proposal,
)
from pos_closeout.actions.cases.case_json import export_item
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.cli.items import item_lines
from pos_closeout.domain.bills.bills import KeptProposal
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.loading import load_kinds
from pos_closeout.guidance.row_places import row_place


@click.group("proposals")
@common_options
def proposals() -> None:
    """Decide about what imported bills propose."""


@proposals.command("list")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def list_all(context: VerbContext, case_id: int) -> None:
    """List the proposals of a case, those that wait first."""
    with context.open() as store:
        found = list_proposals(store, case_id)
    context.answer(
        [_told(each) for each in found], [_line(context, each) for each in found] or [context.say(words.NO_PROPOSALS)]
    )


@proposals.command("accept")
@click.argument("proposal_id", metavar="ID", type=ROW_ID)
@verb
def accept(context: VerbContext, proposal_id: int) -> None:
    """Write a proposal down as an open item, with its proof."""
    with context.open() as store:
        item = accept_proposal(store, proposal_id, None, context.now, language=context.language)
    context.answer({"id": item.id, **export_item(item)}, item_lines(context, [item], context.say(words.STORED)))


@proposals.command("reject")
@click.argument("proposal_id", metavar="ID", type=ROW_ID)
@click.option("--reason", required=True, help="Why it is no open item, in a few words.")
@verb
def reject(context: VerbContext, proposal_id: int, reason: str) -> None:
    """Note that a proposal is no open item; no import proposes it again."""
    with context.open() as store:
        kept = reject_proposal(store, proposal_id, clean_text(reason), context.now)
    context.answer(_told(kept), [_line(context, kept)])


@proposals.command("reopen")
@click.argument("proposal_id", metavar="ID", type=ROW_ID)
@verb
def reopen(context: VerbContext, proposal_id: int) -> None:
    """Take a decision back: the proposal waits again, and the open item it became is removed."""
    with context.open() as store:
        kept = reopen_proposal(store, proposal_id, context.now)
    context.answer(_told(kept), [_line(context, kept)])


@proposals.command("again")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def again(context: VerbContext, case_id: int) -> None:
    """List the refunds whose row in the bill is frozen, with the day on which to look them up again."""
    with context.open() as store:
        found = frozen_proposals(store, case_id, context.today)
    told = [{"on": day.isoformat(), **_told(each)} for day, each in found]
    lines = [
        f"{day}  ¥{format_yuan(each.proposal.amount_fen)}  {_number(each)}  {each.file_name}" for day, each in found
    ]
    context.answer(told, lines or [context.say(words.NOTHING_AGAIN)])


def _number(kept: KeptProposal) -> str:
    return kept.proposal.ids.refund or kept.proposal.ids.order


def _told(kept: KeptProposal) -> dict[str, Any]:
    one = kept.proposal
    return {
        "id": kept.id,
        "case": kept.case_id,
        "state": kept.state.value,
        "kind": one.kind.value,
        "reason": one.reason.value,
        "word": one.word,
        "amount_fen": one.amount_fen,
        "due": one.due.isoformat(),
        "look_again": one.look_again.isoformat() if one.look_again else None,
        "when": one.when.isoformat(),
        "file": kept.file_name,
        "part": one.source.inner,
        "row": one.source.row,
        "page": one.source.page,
        "sha256": one.source.file_sha256,
        "order": {"file": kept.order_file, "row": one.order.row} if one.order else None,
        "item": kept.item_id,
        "why": kept.why,
        "settled": {"file": kept.settled.file_name, "row": kept.settled.source.row} if kept.settled else None,
    }


def _line(context: VerbContext, kept: KeptProposal) -> str:
    one = kept.proposal
    kind = context.say(load_kinds(context.paths.resources / "guidance")[one.kind].name)
    state = context.say(words.PROPOSALS[kept.state])
    proof = f"{row_place(kept.file_name, one.source, context.language)} {one.word}"
    return f"{kept.id}  {state}  {one.due}  ¥{format_yuan(one.amount_fen)}  {kind}  {proof}"
