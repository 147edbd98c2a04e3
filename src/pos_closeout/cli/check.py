"""``check``: run the eligibility checks."""

from collections.abc import Iterable

import click

from pos_closeout.actions.cases.cases import list_cases, load_case
from pos_closeout.actions.cases.check_case import check_case
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.domain.eligibility.eligibility import Finding
from pos_closeout.guidance.loading import load_checks, load_concerns, load_laws
from pos_closeout.guidance.texts import LawText
from pos_closeout.guidance.wording import finding_title, laws_of


@click.command("check")
@click.option("--case", "case_id", type=ROW_ID, help="Only this case.")
@verb
def check(context: VerbContext, case_id: int | None) -> None:
    """Say what stands in the way of an application, for one case or for all."""
    with context.open() as store:
        ids = [found.id for found in list_cases(store)] if case_id is None else [case_id]
        cases = {number: load_case(store, number) for number in ids}
        findings = [(number, found) for number in ids for found in check_case(store, number, context.today)]
    folder = context.paths.resources / "guidance"
    checks, laws, reasons = load_checks(folder), load_laws(folder), load_concerns(folder)
    titles = [finding_title(checks[found.check], found, context.language, reasons) for _, found in findings]
    names = [_law_names(context, laws_of(checks[found.check], laws, cases[number])) for number, found in findings]
    context.answer(
        [
            _exported(number, found, title, law)
            for (number, found), title, law in zip(findings, titles, names, strict=True)
        ],
        [_line(context, number, found, title) for (number, found), title in zip(findings, titles, strict=True)]
        or [context.say(words.NO_CASES)],
    )


def _law_names(context: VerbContext, laws: Iterable[LawText]) -> list[str]:
    return [f"{context.say(law.name)} {context.say(law.article)}" for law in laws]


def _exported(number: int, found: Finding, title: str, law: list[str]) -> dict[str, object]:
    return {
        "check": found.check,
        "level": found.level.value,
        "step": found.step.value,
        "terminal": found.terminal or None,
        "law": law or None,
        "unanswered": found.unanswered,
        "left_out": dict(found.values).get("left_out"),
        "case": number,
        "title": title,
    }


def _line(context: VerbContext, number: int, found: Finding, title: str) -> str:
    state = words.TO_ANSWER if found.unanswered else words.LEVELS[found.level]
    return f"{number}  [{context.say(state)}] {title}"
