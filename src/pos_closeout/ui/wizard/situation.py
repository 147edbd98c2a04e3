"""What a page is shown: the case with everything that follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.dates.working_days import WorkCalendar
from pos_closeout.domain.eligibility.eligibility import Finding, evaluate
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.progress import StepStatus, status


@dataclass(frozen=True, slots=True)
class Situation:
    """One case on one day, with its open items, findings and the state of all steps."""

    case: Case
    items: tuple[OpenItem, ...]
    findings: tuple[Finding, ...]
    statuses: Mapping[Step, StepStatus]
    today: date


def situation(case: Case, items: Sequence[OpenItem], today: date, calendar: WorkCalendar | None = None) -> Situation:
    """Work out what follows from a case and its open items; without a calendar only weekends are known."""
    findings = evaluate(case, items, today, calendar)
    return Situation(case, tuple(items), findings, status(case, findings, items), today)
