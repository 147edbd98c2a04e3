"""What home says about a case, without the case: kept ready, so that a start reads a line and not a case."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from pos_closeout.domain.phases import Step, StepState

MOST_TASKS = 4
"""How many dated tasks a card names: as many as home has lines for."""
TASKS_AHEAD = timedelta(days=14)
"""How far a card looks ahead for them; home shows a week, and a card may be some days old when it is read."""


class CardTask(NamedTuple):
    """A dated task as home tells it: an id of the names of upkeep or nothing, and a terminal or the owner's words."""

    case_id: int
    due_on: date
    words: str
    about: str

    @property
    def step(self) -> Step:
        """Where it is done: upkeep in the follow-up, what was agreed on with the acquirer where it was noted."""
        return Step.FOLLOW_UP if self.words else Step.CONTACT


@dataclass(frozen=True, slots=True)
class CaseCard:
    """Where a case stood on the day it was looked at; made by :func:`pos_closeout.domain.steps.card.card_of`.

    Attributes:
        case_id: row number of the case.
        made_on: the day; what the calendar decides may have changed since.
        shop: the name the owner knows the shop by; empty while it has none.
        action: value of the :class:`~pos_closeout.domain.device.terminal.Action` that names the letter; empty when none
            is chosen.
        terminals: how many there are.
        closed_on: ``None`` while the case is open.
        carried: how many items the closing left for later.
        step: the first unfinished step.
        missing: how many things that step still waits for.
        states: of the twelve steps, in their order.
        archived: it was put away, and home does not show it.
        task_days, task_words, task_abouts: its first dated tasks, the most urgent first; see :attr:`tasks`.
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
    states: tuple[StepState, ...]
    archived: bool = False
    task_days: tuple[date, ...] = ()
    task_words: tuple[str, ...] = ()
    task_abouts: tuple[str, ...] = ()

    @property
    def tasks(self) -> tuple[CardTask, ...]:
        """The dated tasks the card knows of, the most urgent first."""
        parts = zip(self.task_days, self.task_words, self.task_abouts, strict=True)
        return tuple(CardTask(self.case_id, *part) for part in parts)
