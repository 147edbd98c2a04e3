"""``letter``: issue the application letter as a PDF; ``items print`` has the list."""

from pathlib import Path

import click

from pos_closeout.actions.cases import list_cases, load_case, save_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items import list_items
from pos_closeout.actions.letter import issue_letter, open_documents, unprintable_answers
from pos_closeout.cli.desk import ROW_ID, Desk, verb
from pos_closeout.cli.files import write_file
from pos_closeout.domain.case import Case, LetterLanguage
from pos_closeout.domain.errors import BadInputError


@click.command("letter")
@click.option("--case", "case_id", type=ROW_ID, help="The case; may be left out while there is only one.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF file to write.")
@verb
def letter(desk: Desk, case_id: int | None, out: Path) -> None:
    """Issue the letter of a case; --language chooses the language of the letter, else the case does."""
    with desk.open() as store:
        case = _chosen(store, case_id)
        items = list_items(store, case.id)
        language = LetterLanguage(desk.asked_language or case.letter.language)
        documents = open_documents(desk.paths.resources)
        issued, data = issue_letter(documents, case, items, language, desk.today)
        # The file first: a version is counted only when there is a letter that bears it.
        write_file(out, data)
        save_case(store, issued, desk.now)
        holes = [f"{each.field}: {each.characters}" for each in unprintable_answers(documents, case, items)]
    told = {"file": str(out), "case": case.id, "version": issued.letter.issued_version, "unprintable": holes}
    desk.answer(told, [str(out), *holes])


def _chosen(store: Store, case_id: int | None) -> Case:
    if case_id is not None:
        return load_case(store, case_id)
    cases = list_cases(store)
    if len(cases) != 1:
        raise BadInputError("case.not_chosen", count=len(cases))
    return cases[0]
