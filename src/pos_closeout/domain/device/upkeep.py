"""What a terminal that is suspended or stays in use still needs, and when it is due next.

Acquirers look again at a terminal without transactions for three months and stop it after twelve (self-regulation,
[C2]). How often updates and the visit of the acquirer are to be asked about is no rule: the months are a usual value
the owner changes to what the acquirer says.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pos_closeout.domain.bills.coverage import add_months
from pos_closeout.domain.device.terminal import Action, Condition, Terminal
from pos_closeout.domain.errors import BadInputError


class Upkeep(StrEnum):
    """What is to be seen to, in the order of the list."""

    UPDATES = "updates"
    INSPECTION = "inspection"
    IDLE_CHECK = "idle_check"
    IDLE_STOP = "idle_stop"


USUAL_MONTHS = {Upkeep.UPDATES: 3, Upkeep.INSPECTION: 12, Upkeep.IDLE_CHECK: 3, Upkeep.IDLE_STOP: 12}
"""Months between two times, or from the last transaction on ([C2]; ask the acquirer)."""

MOST_MONTHS = 36
SOON_DAYS = 14
"""Days before the due date from which on it is called soon."""


@dataclass(frozen=True, slots=True)
class UpkeepMark:
    """What the owner wrote down about one thing of one terminal.

    Attributes:
        terminal: id of the terminal.
        done_on: the day it was last done, ``None`` for never.
        months: the months the acquirer gave, ``None`` for :data:`USUAL_MONTHS`.
    """

    terminal: int
    upkeep: Upkeep
    done_on: date | None = None
    months: int | None = None


class UpkeepState(StrEnum):
    """How a row stands."""

    UNKNOWN = "unknown"
    LATER = "later"
    SOON = "soon"
    DUE = "due"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class UpkeepRow:
    """One thing of one terminal; ``due_on`` is ``None`` once nothing more comes, or while no day is known."""

    terminal: Terminal
    upkeep: Upkeep
    months: int
    done_on: date | None
    due_on: date | None


def kept_terminals(terminals: Sequence[Terminal]) -> tuple[Terminal, ...]:
    """Return the terminals that are suspended or stay in use.

    None while nothing was chosen for any, and none when the merchant is closed; a lost one only where it is swapped.
    """
    chosen = {terminal.action for terminal in terminals}
    if Action.CLOSE_MERCHANT in chosen or chosen == {None}:
        return ()
    return tuple(
        terminal
        for terminal in terminals
        if terminal.action is Action.SWAP
        or (terminal.action in {None, Action.SUSPEND} and terminal.condition is not Condition.LOST)
    )


def upkeep_rows(
    terminals: Sequence[Terminal],
    marks: Sequence[UpkeepMark],
    *,
    resumed: Collection[int],
    stop_on: date | None,
    last_on: date | None,
) -> tuple[UpkeepRow, ...]:
    """Return what is to be seen to, terminal by terminal; nothing in it depends on the day it is.

    Args:
        terminals: all of the case.
        marks: what the owner wrote down.
        resumed: ids of suspended terminals that are in use again.
        stop_on: the day of the stop, from which is counted without a last transaction.
        last_on: the last transaction.
    """
    rows = []
    for terminal in kept_terminals(terminals):
        idle = terminal.action is Action.SUSPEND and terminal.id not in resumed
        for upkeep in Upkeep if idle else (Upkeep.UPDATES, Upkeep.INSPECTION, Upkeep.IDLE_CHECK):
            mark = mark_of(marks, terminal.id, upkeep)
            months = USUAL_MONTHS[upkeep] if mark.months is None else mark.months
            # A suspended terminal stays idle: each of both days comes once. One in use is asked about again and again.
            once = idle and upkeep in {Upkeep.IDLE_CHECK, Upkeep.IDLE_STOP}
            start = last_on or stop_on if once or mark.done_on is None else mark.done_on
            over = start is None or (once and mark.done_on is not None)
            due = None if over or start is None else add_months(start, months)
            rows.append(UpkeepRow(terminal, upkeep, months, mark.done_on, due))
    return tuple(rows)


def upkeep_state(row: UpkeepRow, today: date) -> UpkeepState:
    """Return how a row stands on a day."""
    if row.due_on is None:
        return UpkeepState.UNKNOWN if row.done_on is None else UpkeepState.DONE
    if row.due_on <= today:
        return UpkeepState.DUE
    return UpkeepState.SOON if row.due_on - today <= timedelta(days=SOON_DAYS) else UpkeepState.LATER


def mark_of(marks: Sequence[UpkeepMark], terminal: int, upkeep: Upkeep) -> UpkeepMark:
    """Return what was written down, an empty mark when there is none."""
    found = (mark for mark in marks if (mark.terminal, mark.upkeep) == (terminal, upkeep))
    return next(found, UpkeepMark(terminal, upkeep))


def with_mark(marks: Sequence[UpkeepMark], changed: UpkeepMark, today: date) -> tuple[UpkeepMark, ...]:
    """Return the marks with one of them set; an empty one is taken out.

    Raises:
        BadInputError: ``upkeep.in_future`` or ``upkeep.months_out_of_range``.
    """
    if changed.done_on is not None and changed.done_on > today:
        raise BadInputError("upkeep.in_future")
    if changed.months is not None and not 1 <= changed.months <= MOST_MONTHS:
        raise BadInputError("upkeep.months_out_of_range", limit=MOST_MONTHS)
    kept = [mark for mark in marks if (mark.terminal, mark.upkeep) != (changed.terminal, changed.upkeep)]
    if changed != UpkeepMark(changed.terminal, changed.upkeep):
        kept.append(changed)
    order = list(Upkeep)
    return tuple(sorted(kept, key=lambda mark: (mark.terminal, order.index(mark.upkeep))))
