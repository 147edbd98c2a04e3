"""``import``: keep bills in a case.

With ``--json``: ``{"files": [...], "settled": [id], "may_be_cleared": [{"proposal", "item", "file", "row"}]}``. Each
file is ``{"path", "sha256", "format", "encoding", "rows", "new", "known", "imported_before", "problems", "footer",
"announced_rows", "cut", "proposals": [{"id", "kind", "amount_fen", "row", "page", "reason", "due"}],
"destroyed_numbers", "error"}``; ``rows`` are those of the file, ``new`` the ones the case did not have, ``problems`` a
number, ``announced_rows`` what the file itself promises (null: nothing), ``cut`` whether its totals or that number
differ, ``destroyed_numbers`` how many order numbers a spreadsheet program has destroyed, ``page`` that of a PDF (0 for
other files), ``error`` the id of a refusal or null. When a file is refused the others are imported all the same, the
refusal is said on stderr, and the exit code is 2.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from pos_closeout.actions.bills.bills import destroyed_numbers
from pos_closeout.actions.bills.import_report import FileReport, ImportReport
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.error_log import keep_log
from pos_closeout.cli import words
from pos_closeout.cli.bill_words import cut_line
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.domain.bills.bills import KeptProposal
from pos_closeout.guidance.row_places import row_place


@click.command("import")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--case", "case_id", required=True, type=ROW_ID, help="The case that keeps them.")
@click.option("--ask-password", is_flag=True, help="Ask for the password of a locked file; it is not kept.")
@verb
def import_bills(
    context: VerbContext, files: tuple[Path, ...], case_id: int, ask_password: bool
) -> None:  # click's parameter
    """Keep the bills of payment platforms in a case and propose what is open in them."""
    keep_log(context.paths.logs)
    password = click.prompt("Password", hide_input=True, err=True) if ask_password else None
    with context.open() as store:
        report = import_statements(
            store,
            case_id,
            files,
            vocabulary=load_words(context.paths.resources),
            today=context.today,
            now=context.now,
            password=password,
        )
        destroyed = _destroyed(store, report)
    context.answer(_told(report, destroyed), _lines(context, report, destroyed))
    refusals = [file.refusal for file in report.files if file.refusal is not None]
    for refusal in refusals:
        context.refuse(refusal)
    if refusals:
        click.get_current_context().exit(2)


def _destroyed(store: Store, report: ImportReport) -> dict[int | None, int]:
    return {each.bill_id: destroyed_numbers(store, each.bill_id) for each in report.files if each.bill_id}


def _told(report: ImportReport, destroyed: Mapping[int | None, int]) -> dict[str, Any]:
    return {
        "files": [_file(file, destroyed.get(file.bill_id, 0)) for file in report.files],
        "settled": [each.id for each in report.settled],
        "may_be_cleared": [
            {
                "proposal": each.id,
                "item": each.item_id,
                "file": each.settled.file_name if each.settled else "",
                "row": each.settled.source.row if each.settled else 0,
            }
            for each in report.may_be_cleared
        ],
    }


def _file(file: FileReport, destroyed: int) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "sha256": file.sha256,
        "format": file.format,
        "encoding": file.encoding,
        "rows": file.rows,
        "new": file.new,
        "known": file.known,
        "imported_before": file.imported_before,
        "problems": file.problems,
        "footer": file.footer,
        "announced_rows": file.announced_rows,
        "cut": file.cut,
        "proposals": [_proposal(each) for each in file.proposals],
        "destroyed_numbers": destroyed,
        "error": file.refusal.message_id if file.refusal else None,
    }


def _proposal(kept: KeptProposal) -> dict[str, Any]:
    one = kept.proposal
    return {
        "id": kept.id,
        "kind": one.kind.value,
        "amount_fen": one.amount_fen,
        "row": one.source.row,
        "page": one.source.page,
        "reason": f"{one.reason.value}: {one.word}" if one.word else one.reason.value,
        "due": one.due.isoformat(),
    }


def _lines(context: VerbContext, report: ImportReport, destroyed: Mapping[int | None, int]) -> Iterator[str]:
    """Yield a line for each file that was imported: what it is, rows, new ones, proposals, problems."""
    for file in report.files:
        if file.refusal is None:
            told = f"{file.rows}  + {file.new}  = {file.known}  ? {len(file.proposals)}  ! {file.problems}"
            yield f"{file.path}  {file.format}  {told}"
        if destroyed.get(file.bill_id):
            yield context.say(words.DESTROYED).format(count=destroyed[file.bill_id])
        if file.refusal is None and file.cut:
            yield cut_line(context, file.rows, file.announced_rows)
    for each in report.may_be_cleared:
        if each.settled is not None:
            place = row_place(each.settled.file_name, each.settled.source, context.language)
            yield f"{each.item_id}  ✓ {place}"
