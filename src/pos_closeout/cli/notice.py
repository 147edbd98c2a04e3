"""``notice list`` and ``notice poster``: who is told of the stop, and the poster for customers."""

from pathlib import Path

import click

from pos_closeout.actions.case_json import export_part
from pos_closeout.actions.cases import load_case
from pos_closeout.actions.items import list_items
from pos_closeout.cli.desk import ROW_ID, Desk, common_options, verb
from pos_closeout.cli.files import write_file
from pos_closeout.domain.case import LetterLanguage


@click.group("notice")
@common_options
def notice() -> None:
    """Tell others of the stop."""


@notice.command("list")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def list_all(desk: Desk, case_id: int) -> None:
    """List who is told, how, and whether that was done."""
    with desk.open() as store:
        told = [export_part(each) for each in load_case(store, case_id).notices]
    desk.answer(told, ["  ".join(str(cell) for cell in each.values() if cell) for each in told])


@notice.command("poster")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF file to write.")
@verb
def poster(desk: Desk, case_id: int, out: Path) -> None:
    """Write the poster for customers, in the language of --language."""
    from pos_closeout.actions.letter import open_documents  # noqa: PLC0415  (draws papers; other verbs do without)
    from pos_closeout.actions.pages import draw_poster  # noqa: PLC0415  (as above)

    with desk.open() as store:
        case, items = load_case(store, case_id), list_items(store, case_id)
    language = LetterLanguage(desk.language)
    write_file(out, draw_poster(open_documents(desk.paths.resources), case, items, language, desk.today))
    desk.answer({"file": str(out), "case": case_id, "language": language.value}, [str(out)])
