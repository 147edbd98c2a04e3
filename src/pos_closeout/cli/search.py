"""``search``: one question to cases, open items, history, bills and the library."""

from dataclasses import asdict

import click

from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.search import Searcher
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.domain.phases import Step
from pos_closeout.domain.search import GROUPS, SearchResult
from pos_closeout.guidance.guidance import Guidance


@click.command("search")
@click.argument("text", nargs=-1, required=True)
@click.option("--case", "case_id", type=ROW_ID, help="Look in this case only.")
@verb
def search(context: VerbContext, text: tuple[str, ...], case_id: int | None) -> None:
    """Find TEXT everywhere; all its words must be found.

    An amount is written like 123.45, a day like 2026-12-01, 12月1日, 12/1 or "1 Dec 2026", a month like 2026-12.

    The JSON holds "asked", "count", "whole" and "groups": for each its "group" (a step, bills, history or library),
    "name", "more" and "hits" with "where", "text", "case_id", "step", "item_id", "bill_id" and "entry".
    """
    guidance, asked = Guidance(context.paths.resources / "guidance"), " ".join(text)
    with context.open() as store:
        if case_id is not None:
            load_case(store, case_id)
        found = Searcher(store.database.path, guidance, context.language).find(asked, case_id)
    names = {group: _name(group, guidance, context.language) for group in GROUPS}
    context.answer(_shape(asked, found, names), _told(context, found, names))


def _name(group: str, guidance: Guidance, language: str) -> str:
    if group in set(Step):
        return guidance.steps[Step(group)].name.of(language)
    return guidance.case_words.phrases[group].of(language)


def _shape(asked: str, found: SearchResult, names: dict[str, str]) -> dict[str, object]:
    groups = dict.fromkeys(hit.group for hit in found.hits)
    return {
        "asked": asked,
        "count": len(found.hits),
        "whole": found.whole,
        "groups": [
            {
                "group": group,
                "name": names[group],
                "more": group in found.more,
                "hits": [asdict(hit) for hit in found.hits if hit.group == group],
            }
            for group in groups
        ],
    }


def _told(context: VerbContext, found: SearchResult, names: dict[str, str]) -> list[str]:
    lines = []
    for group in dict.fromkeys(hit.group for hit in found.hits):
        lines.append(names[group])
        for hit in found.hits:
            if hit.group == group:
                case = f"[{hit.case_id}] " if hit.case_id else ""
                lines.append(f"  {case}{hit.where}: {hit.text}")
        if group in found.more:
            lines.append(f"  {context.say(words.MORE_FOUND)}")
    return lines or [context.say(words.NOTHING_FOUND)]
