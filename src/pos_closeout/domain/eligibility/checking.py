"""What the checks of the eligibility step look at, and the shapes most of them share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from pos_closeout.domain.case.case import Answer, Case, answer_to
from pos_closeout.domain.dates.working_days import WorkCalendar
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.eligibility.concerns import Circumstance
from pos_closeout.domain.eligibility.findings import Finding, Level
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.domain.phases import Step

NEAR_STOP_DAYS = 3
"""Calendar days before the planned stop from which an undone export or an unpaid fee blocks (our own choice)."""

ALL_IN_ONE = frozenset(ItemKind) - {ItemKind.FEE, ItemKind.INVOICE, ItemKind.DEPOSIT, ItemKind.DEVICE, ItemKind.RECEIPT}
"""The kinds the one question about open matters names."""

Facts = tuple[tuple[str, str | int], ...]
"""Values of a finding."""

ANSWERED_PROBLEM: Facts = (("answer", "problem"),)


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything a check may look at."""

    case: Case
    items: Sequence[OpenItem]
    today: date
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    found: frozenset[Circumstance] = frozenset()


Check = Callable[[Seen], tuple[Finding, ...]]


def met(check: str, step: Step) -> tuple[Finding, ...]:
    """Return the one finding of a satisfied check."""
    return (Finding(check, Level.MET, step),)


def asked(seen: Seen, check: str, level: Level, step: Step = Step.ELIGIBILITY) -> tuple[Finding, ...]:
    """Return what the owner's answer makes of a check that data does not answer.

    The answer is given, and changed, in the eligibility step; ``step`` is another one only where data given there
    takes the place of an answer "there is a problem".
    """
    match answer_to(seen.case, check):
        case None:
            return (Finding(check, level, Step.ELIGIBILITY, unanswered=True),)
        case Answer.PROBLEM:
            return (Finding(check, level, step, values=ANSWERED_PROBLEM),)
        case _:
            return met(check, step)


def by_items(seen: Seen, check: str, level: Level, kinds: frozenset[ItemKind]) -> tuple[Finding, ...]:
    """Return the finding of a check the ledger answers.

    Open items beat any answer; a ledger of these kinds that is all cleared beats an earlier "there are some"; without
    such items the owner is asked, unless they said that there is no open item at all.
    """
    written = [item for item in seen.items if item.kind in kinds]
    still_open = [item for item in written if is_open(item)]
    if still_open:
        values = (("count", len(still_open)), ("amount_fen", sum(item.amount_fen or 0 for item in still_open)))
        return (Finding(check, level, Step.OPEN_ITEMS, values=values),)
    none_said = seen.case.nothing_open or (kinds <= ALL_IN_ONE and nothing_open(seen.case))
    if written or (none_said and answer_to(seen.case, check) is None):
        return met(check, Step.OPEN_ITEMS)
    return asked(seen, check, level, Step.OPEN_ITEMS)


def nothing_open(case: Case) -> bool:
    """Return whether the owner said that there is no open item at all: on the list, or to the one question about it."""
    return case.nothing_open or answer_to(case, "open_matters") in {Answer.FINE, Answer.NOT_APPLICABLE}


def by_amount(
    seen: Seen, check: str, level: Level, kinds: frozenset[ItemKind], *, fen: int | None, late: Facts = ()
) -> tuple[Finding, ...]:
    """Return the finding of a check that an amount of step 2 may answer.

    Open items come first, then what cleared ones leave of the amount in fen, told with ``late`` when it is not zero,
    then the owner.
    """
    written = [item for item in seen.items if item.kind in kinds]
    if fen and not any(is_open(item) for item in written):
        left = _left(fen, written)
        if not left:
            return met(check, Step.OPEN_ITEMS)
        return (Finding(check, level, Step.IDENTITY, values=(("amount_fen", left), *late)),)
    if fen == 0 and not written:
        return met(check, Step.IDENTITY)
    return by_items(seen, check, level, kinds)


def _left(fen: int, cleared: Sequence[OpenItem]) -> int:
    """Return what cleared items leave of an amount in fen; one without an amount of its own stands for all of it."""
    if any(item.amount_fen is None for item in cleared):
        return 0
    return max(fen - sum(item.amount_fen or 0 for item in cleared), 0)


def terminal_name(place: int, terminal: Terminal) -> str:
    """Return the number of a terminal, or its position from 1 such as ``#2`` when it has none."""
    return terminal.number.strip() or f"#{place}"


def closes_merchant(case: Case) -> bool:
    """Return whether the merchant number itself is to be closed, with every terminal and code under it."""
    return any(terminal.action is Action.CLOSE_MERCHANT for terminal in case.terminals)


def hardening(seen: Seen) -> Level:
    """Return the weight of a check that turns from a warning into a block shortly before the planned stop."""
    stop_on = seen.case.request.stop_on
    near = stop_on is not None and (stop_on - seen.today).days <= NEAR_STOP_DAYS
    return Level.BLOCKING if near else Level.WARNING
