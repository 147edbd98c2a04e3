"""``items print``, ``items export``, ``items move``: the list on paper and in files, and another due date."""

from pathlib import Path

import click

from pos_closeout.actions.cases.case_json import export_item
from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.papers.letter import draw_open_items, open_documents
from pos_closeout.actions.papers.list_files import export_list
from pos_closeout.actions.reminders.reminders import move_due
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.cli.item_files import items
from pos_closeout.cli.items import item_lines
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.errors import BadInputError

__all__ = ["items"]

_FORMATS = (".xlsx", ".csv")


@items.command("print")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF file to write.")
@click.option("--case", "case_id", type=ROW_ID, help="Only this case.")
@verb
def print_list(context: VerbContext, out: Path, case_id: int | None) -> None:
    """Write the open items as a PDF, in the language asked for."""
    with context.open() as store:
        found, cases = list_items(store, case_id), list_cases(store)
    language = LetterLanguage(context.language)
    data = draw_open_items(open_documents(context.paths.resources), found, cases, language, context.today)
    write_file(out, data)
    context.answer({"file": str(out), "items": len(found)}, [str(out)])


@items.command("export")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A file that ends in .xlsx or .csv.")
@click.option("--case", "case_id", type=ROW_ID, help="Only this case.")
@click.option("--all", "cleared", is_flag=True, help="The cleared ones too.")
@verb
def export(context: VerbContext, out: Path, case_id: int | None, *, cleared: bool) -> None:
    """Write the list as a spreadsheet or as comma-separated text; no cell of it is a formula."""
    if out.suffix.lower() not in _FORMATS:
        raise BadInputError("export.unknown_format", name=out.name)
    with context.open() as store:
        found, cases = list_items(store, case_id, cleared=cleared), list_cases(store)
    data = export_list(
        found,
        {case.id: case for case in cases},
        open_documents(context.paths.resources),
        LetterLanguage(context.language),
        context.today,
        spreadsheet=out.suffix.lower() == ".xlsx",
    )
    write_file(out, data)
    context.answer({"file": str(out), "items": len(found)}, [str(out)])


@items.command("move")
@click.argument("item_id", metavar="ID", type=ROW_ID)
@click.option("--to", "day", required=True, help="The new due date, such as 2026-11-30.")
@click.option("--reason", required=True, help="Why, in a few words.")
@verb
def move(context: VerbContext, item_id: int, day: str, reason: str) -> None:
    """Give an item another due date, with a reason."""
    with context.open() as store:
        stored = move_due(store, item_id, parse_date(day), clean_text(reason), context.now)
    context.answer(export_item(stored), item_lines(context, [stored]))
