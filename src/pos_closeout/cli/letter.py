"""``letter``: issue the application letter, or another paper of the case, as a PDF."""

from pathlib import Path

import click

from pos_closeout.actions.cases.cases import list_cases, load_case, save_after_paper
from pos_closeout.actions.cases.check_case import check_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.item_files import facts_of_items
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.papers.letter import open_documents, unprintable_answers
from pos_closeout.actions.papers.papers import issue_paper, offered_papers
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import DRAWN_PAPERS, PaperKind
from pos_closeout.domain.eligibility.eligibility import PAPER_CHECKS
from pos_closeout.domain.eligibility.findings import Level
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.papers.fitting_papers import issued_version
from pos_closeout.guidance.loading import load_checks
from pos_closeout.guidance.wording import finding_title

_OBJECTION = "objection"


@click.command("letter")
@click.option("--case", "case_id", type=ROW_ID, help="The case; may be left out while there is only one.")
@click.option(
    "--kind",
    type=click.Choice([*(kind.value for kind in DRAWN_PAPERS), _OBJECTION]),
    default=PaperKind.LETTER.value,
    help='Which paper; only those that fit the case. "objection" is the one to fees, late charges among them.',
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF file to write.")
@verb
def letter(context: VerbContext, case_id: int | None, kind: str, out: Path) -> None:
    """Issue a paper of a case; --language chooses its language, else the case does."""
    chosen = PaperKind.FEES if kind == _OBJECTION else PaperKind(kind)
    with context.open() as store:
        case = _chosen(store, case_id)
        items = list_items(store, case.id)
        language = LetterLanguage(context.asked_language or case.letter.language)
        documents = open_documents(context.paths.resources)
        facts, screen = facts_of_items(store, items), LetterLanguage(context.language)
        offered = {each.kind: each for each in offered_papers(documents, case, items, screen, facts)}
        if chosen not in offered:
            raise BadInputError("paper.not_fitting", kind=kind, choices=", ".join(offered))
        doubts = _doubts(context, store, case)
        issued, data = issue_paper(documents, chosen, case, items, language=language, today=context.today, facts=facts)
        # The file first: a version is counted only when there is a letter that bears it.
        write_file(out, data)
        kept = save_after_paper(store, issued, context.now)
        holes = [f"{each.field}: {each.characters}" for each in unprintable_answers(documents, case, items)]
    missing = offered[chosen].missing
    version = issued_version(issued, chosen)
    told = {"file": str(out), "case": case.id, "kind": kind, "version": version, "unprintable": holes, "kept": kept}
    not_kept = [] if kept else [context.say(words.PAPER_NOT_KEPT)]
    lines = [str(out), *holes, *(f"! {each}" for each in doubts), *(f"? {each}" for each in missing), *not_kept]
    context.answer(told | {"missing": missing, "doubtful": doubts}, lines)


def _doubts(context: VerbContext, store: Store, case: Case) -> list[str]:
    """Say what in the case is missing, malformed, contradicted or out of time before it is printed."""
    checks = load_checks(context.paths.resources / "guidance")
    found = [each for each in check_case(store, case.id, context.today) if each.check in PAPER_CHECKS]
    wrong = [each for each in found if each.level in {Level.BLOCKING, Level.WARNING}]
    return [finding_title(checks[each.check], each, context.language) for each in wrong]


def _chosen(store: Store, case_id: int | None) -> Case:
    if case_id is not None:
        return load_case(store, case_id)
    cases = list_cases(store)
    if len(cases) != 1:
        raise BadInputError("case.not_chosen", count=len(cases))
    return cases[0]
