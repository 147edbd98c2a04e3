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
    list_proposals,
    look_again,
    reject_proposal,
    reopen_proposal,
)
from pos_closeout.actions.cases.case_json import export_item
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, Desk, common_options, verb
from pos_closeout.cli.items import item_lines
from pos_closeout.domain.bills.bills import KeptProposal
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.loading import load_kinds


@click.group("proposals")
@common_options
def proposals() -> None:
    """Decide about what imported bills propose."""


@proposals.command("list")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def list_all(desk: Desk, case_id: int) -> None:
    """List the proposals of a case, those that wait first."""
    with desk.open() as store:
        found = list_proposals(store, case_id)
    desk.answer(
        [_told(each) for each in found], [_line(desk, each) for each in found] or [desk.say(words.NO_PROPOSALS)]
    )


@proposals.command("accept")
@click.argument("proposal_id", metavar="ID", type=ROW_ID)
@verb
def accept(desk: Desk, proposal_id: int) -> None:
    """Write a proposal down as an open item, with its proof."""
    with desk.open() as store:
        item = accept_proposal(store, proposal_id, None, desk.now, language=desk.language)
    desk.answer({"id": item.id, **export_item(item)}, item_lines(desk, [item], desk.say(words.STORED)))


@proposals.command("reject")
@click.argument("proposal_id", metavar="ID", type=ROW_ID)
@click.option("--reason", required=True, help="Why it is no open item, in a few words.")
@verb
def reject(desk: Desk, proposal_id: int, reason: str) -> None:
    """Note that a proposal is no open item; no import proposes it again."""
    with desk.open() as store:
        kept = reject_proposal(store, proposal_id, clean_text(reason), desk.now)
    desk.answer(_told(kept), [_line(desk, kept)])


@proposals.command("reopen")
@click.argument("proposal_id", metavar="ID", type=ROW_ID)
@verb
def reopen(desk: Desk, proposal_id: int) -> None:
    """Take a decision back: the proposal waits again, and the open item it became is removed."""
    with desk.open() as store:
        kept = reopen_proposal(store, proposal_id, desk.now)
    desk.answer(_told(kept), [_line(desk, kept)])


@proposals.command("again")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def again(desk: Desk, case_id: int) -> None:
    """List the refunds whose row in the bill is frozen, with the day on which to look them up again."""
    with desk.open() as store:
        found = look_again(store, case_id, desk.today)
    told = [{"on": day.isoformat(), **_told(each)} for day, each in found]
    lines = [
        f"{day}  ¥{format_yuan(each.proposal.amount_fen)}  {_number(each)}  {each.file_name}" for day, each in found
    ]
    desk.answer(told, lines or [desk.say(words.NOTHING_AGAIN)])


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
        "part": one.source.part,
        "row": one.source.row,
        "sha256": one.source.file_sha256,
        "order": {"file": kept.order_file, "row": one.order.row} if one.order else None,
        "item": kept.item_id,
        "why": kept.why,
        "settled": {"file": kept.settled.file_name, "row": kept.settled.source.row} if kept.settled else None,
    }


def _line(desk: Desk, kept: KeptProposal) -> str:
    one = kept.proposal
    kind = desk.say(load_kinds(desk.paths.resources / "guidance")[one.kind].name)
    state = desk.say(words.PROPOSALS[kept.state])
    proof = f"{kept.file_name} #{one.source.row} {one.word}"
    return f"{kept.id}  {state}  {one.due}  ¥{format_yuan(one.amount_fen)}  {kind}  {proof}"
