"""What home says about a case, without the case: kept ready, so that a start reads a line and not a case."""

from dataclasses import dataclass
from datetime import date

from pos_closeout.domain.phases import State, Step


@dataclass(frozen=True, slots=True)
class CaseCard:
    """Where a case stood on the day it was looked at; made by :func:`pos_closeout.domain.standing.card_of`.

    Attributes:
        case_id: row number of the case.
        made_on: the day; what the calendar decides may have changed since.
        shop: the name the owner knows the shop by; empty while it has none.
        action: value of the :class:`~pos_closeout.domain.terminal.Action` that names the letter; empty when none is
            chosen.
        terminals: how many there are.
        closed_on: ``None`` while the case is open.
        carried: how many items the closing left for later.
        step: the first unfinished step.
        missing: how many things that step still waits for.
        states: of the twelve steps, in their order.
        archived: it was put away, and home does not show it.
    """

    case_id: int
    made_on: date
    number: str
    shop: str
    representative: str
    acquirer: str
    action: str
    terminals: int
    stop_on: date | None
    sample: bool
    closed_on: date | None
    carried: int
    step: Step
    missing: int
    states: tuple[State, ...]
    archived: bool = False
