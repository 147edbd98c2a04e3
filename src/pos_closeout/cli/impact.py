"""``impact show``, ``impact print``."""

from collections.abc import Iterator
from pathlib import Path

import click

from pos_closeout.actions.bills.bills import takings
from pos_closeout.actions.cases.case_json import export_part
from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.files import write_file
from pos_closeout.actions.papers.impact import draw_impact, impact_of
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.impact import Impact, TakingsShare
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.impact_texts import ImpactTexts, load_impact_texts, risk_text, risks_of


@click.group("impact")
@common_options
def impact() -> None:
    """Say what the stop means for the takings."""


@impact.command("show")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def show(context: VerbContext, case_id: int) -> None:
    """Show takings by channel and month, what stops, what replaces it, and the risks."""
    with context.open() as store:
        case = load_case(store, case_id)
        found = impact_of(case, takings(store, case_id))
    texts = load_impact_texts(context.paths.resources / "guidance")
    context.answer(_exported(context, case, found, texts), _lines(context, case, found, texts))


@impact.command("print")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF file to write.")
@verb
def print_page(context: VerbContext, case_id: int, out: Path) -> None:
    """Write the one-page assessment as a PDF; --language chooses its language."""
    with context.open() as store:
        case, found = load_case(store, case_id), takings(store, case_id)
    language = LetterLanguage(context.asked_language or case.letter.language)
    texts = load_impact_texts(context.paths.resources / "guidance")
    documents = open_documents(context.paths.resources)
    write_file(out, draw_impact(documents, case, found, texts, language=language, today=context.today))
    context.answer({"file": str(out), "case": case.id}, [str(out)])


def _part(part: TakingsShare) -> dict[str, object]:
    return {"fen": part.fen, "stopping_fen": part.stopping_fen, "percent": part.percent}


def _exported(context: VerbContext, case: Case, found: Impact, texts: ImpactTexts) -> dict[str, object]:
    risks = []
    for risk in risks_of(texts, case):
        what, measure = risk_text(texts, risk, context.language)
        risks.append(export_part(risk) | {"what": what, "measure": measure})
    return {
        "case": case.id,
        "estimated": found.estimated,
        "whole": _part(found.whole),
        "channels": [{"channel": channel.value, **_part(part)} for channel, part in found.channels],
        "months": [{"month": f"{month:%Y-%m}", **_part(part)} for month, part in found.months],
        "replacements": [export_part(each) for each in case.replacements],
        "risks": risks,
    }


def _lines(context: VerbContext, case: Case, found: Impact, texts: ImpactTexts) -> Iterator[str]:
    yield f"¥{format_yuan(found.whole.fen)}  -¥{format_yuan(found.whole.stopping_fen)}  {found.whole.percent}%"
    for channel, part in found.channels:
        yield f"{context.say(texts.channels[channel])}  ¥{format_yuan(part.fen)}  {part.percent}%"
    for month, part in found.months:
        yield f"{month:%Y-%m}  ¥{format_yuan(part.fen)}  {part.percent}%"
    for each in case.replacements:
        day = "" if each.ready_by is None else each.ready_by.isoformat()
        yield f"[{'x' if each.ready else ' '}] {context.say(texts.replacements[each.kind].name)}  {day}".rstrip()
    for risk in risks_of(texts, case):
        what, measure = risk_text(texts, risk, context.language)
        yield f"- {what}: {measure}"
