"""``device upkeep list``, ``done``, ``undo``, ``every``: what terminals that are suspended or stay still need."""

from collections.abc import Callable
from dataclasses import replace

import click

from pos_closeout.actions.cases.cases import load_case, save_case
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.device.upkeep import (
    MOST_MONTHS,
    Upkeep,
    UpkeepMark,
    UpkeepRow,
    mark_of,
    upkeep_state,
    with_mark,
)
from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.reminders.dated_tasks import upkeep_of
from pos_closeout.guidance.upkeep import load_upkeep

_CASE = click.option("--case", "case_id", required=True, type=ROW_ID)
_TERMINAL = click.option("--terminal", "terminal_id", required=True, type=ROW_ID, help="Its id, as `list` says.")
_WHAT = click.argument("what", type=click.Choice([each.value for each in Upkeep]))


@click.group("upkeep")
@common_options
def upkeep() -> None:
    """See to terminals that are suspended or stay in use."""


@upkeep.command("list")
@_CASE
@verb
def show(context: VerbContext, case_id: int) -> None:
    """Show what each terminal needs and when it is due next."""
    with context.open() as store:
        _answer(context, load_case(store, case_id))


@upkeep.command("done")
@_CASE
@_TERMINAL
@_WHAT
@click.option("--on", help="Date; today when left out.")
@verb
def done(context: VerbContext, case_id: int, terminal_id: int, what: str, on: str | None) -> None:
    """Note the day on which it was last done."""
    day = context.today if on is None else parse_date(on)
    _change(context, case_id, terminal_id, Upkeep(what), lambda mark: replace(mark, done_on=day))


@upkeep.command("undo")
@_CASE
@_TERMINAL
@_WHAT
@verb
def undo(context: VerbContext, case_id: int, terminal_id: int, what: str) -> None:
    """Take the day back on which it was done."""
    _change(context, case_id, terminal_id, Upkeep(what), lambda mark: replace(mark, done_on=None))


@upkeep.command("every")
@_CASE
@_TERMINAL
@_WHAT
@click.option("--months", type=click.IntRange(1, MOST_MONTHS), help="As the acquirer says; the usual when left out.")
@verb
def every(context: VerbContext, case_id: int, terminal_id: int, what: str, months: int | None) -> None:
    """Set after how many months it is due."""
    _change(context, case_id, terminal_id, Upkeep(what), lambda mark: replace(mark, months=months))


def _change(
    context: VerbContext, case_id: int, terminal_id: int, what: Upkeep, change: Callable[[UpkeepMark], UpkeepMark]
) -> None:
    with context.open() as store:
        case = load_case(store, case_id)
        if not any((row.terminal.id, row.upkeep) == (terminal_id, what) for row in upkeep_of(case)):
            raise NotFoundError("upkeep.not_found", id=terminal_id, what=what.value)
        marks = with_mark(case.upkeep_marks, change(mark_of(case.upkeep_marks, terminal_id, what)), context.today)
        _answer(context, save_case(store, replace(case, upkeep_marks=marks), context.now))


def _answer(context: VerbContext, case: Case) -> None:
    rows = upkeep_of(case)
    context.answer({"case": case.id, "upkeep": [_exported(context, row) for row in rows]}, _lines(context, rows))


def _exported(context: VerbContext, row: UpkeepRow) -> dict[str, object]:
    return {
        "terminal": row.terminal.id,
        "number": row.terminal.number,
        "what": row.upkeep.value,
        "months": row.months,
        "done": None if row.done_on is None else row.done_on.isoformat(),
        "due": None if row.due_on is None else row.due_on.isoformat(),
        "state": upkeep_state(row, context.today).value,
    }


def _lines(context: VerbContext, rows: tuple[UpkeepRow, ...]) -> list[str]:
    texts = load_upkeep(context.paths.resources / "guidance")
    return [
        f"{row.terminal.id}  {row.terminal.number}  {row.due_on or '-'}  {context.say(texts[row.upkeep].name)}"
        for row in rows
    ]
