"""``bundle make`` and ``bundle verify``: the evidence bundle; ``report``: the closing report."""

from pathlib import Path

import click

from pos_closeout.actions.backup.bundle import check_bundle, make_bundle
from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.actions.papers.pages import draw_closing_report
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.case import LetterLanguage


@click.group("bundle")
@common_options
def bundle() -> None:
    """Put all evidence of a case into one zip, and check such a zip."""


@bundle.command("make")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The zip to write.")
@verb
def make(context: VerbContext, case_id: int, out: Path) -> None:
    """Write the evidence bundle of a case; note its id, "verify --id" asks for it."""
    with context.open() as store:
        documents = open_documents(context.paths.resources)
        made = make_bundle(store, documents, case_id, LetterLanguage(context.language), context.now)
    write_file(out, made.data)
    told = {"file": str(out), "case": case_id, "id": made.checked.id, "files": made.checked.files}
    told["left_out"] = list(made.left_out)
    context.answer(told, [str(out), made.checked.id, *(f"! {name}" for name in made.left_out)])


@bundle.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "expected", default="", help="The id the bundle had when it was made.")
@verb
def verify(context: VerbContext, file: Path, expected: str) -> None:
    """Read every byte of a bundle back. Exit 1 when something is wrong."""
    checked = check_bundle(file, expected.strip().lower())
    faults = [{"fault": found.fault.value, "path": found.path} for found in checked.faults]
    told = {"bundle": str(file), "good": not faults, "files": checked.files, "id": checked.id, "faults": faults}
    heading = context.say(words.BUNDLE_BAD if faults else words.BUNDLE_GOOD)
    context.answer(told, [heading, *(f"! {found.fault.value}  {found.path}" for found in checked.faults)])
    if faults:
        click.get_current_context().exit(1)


@click.command("report")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF file to write.")
@verb
def report(context: VerbContext, case_id: int, out: Path) -> None:
    """Write the closing report of a case, in the language of --language."""
    with context.open() as store:
        case, items = load_case(store, case_id), list_items(store, case_id, cleared=True)
    language = LetterLanguage(context.language)
    write_file(out, draw_closing_report(open_documents(context.paths.resources), case, items, language, context.today))
    context.answer({"file": str(out), "case": case_id, "language": language.value}, [str(out)])
