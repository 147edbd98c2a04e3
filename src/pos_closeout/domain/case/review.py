"""Step 9: what happened to the application once it was handed in, and which event may follow which."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from types import MappingProxyType

from pos_closeout.domain.case.issued_papers import DeliveryChannel
from pos_closeout.domain.dates.working_days import WorkCalendar, WorkingSpan, add_working_days
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.phases import Step

USUAL_DAYS = 5
"""Working days to an answer where the acquirer has not said: a default only ([C2])."""
MOST_DAYS = 365
"""The longest wait an owner may enter, in working days."""


class EventKind(StrEnum):
    """What can happen to an application."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    APPROVED = "approved"
    RECEIVED = "received"


class ReviewState(StrEnum):
    """Where an application stands; the name of its last event, or ``PREPARING``."""

    PREPARING = "preparing"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    APPROVED = "approved"
    RECEIVED = "received"


class ReturnReason(StrEnum):
    """Why an acquirer sends an application back."""

    INCOMPLETE = "incomplete"
    UNCLEAR = "unclear"
    MISMATCH = "mismatch"
    SIGNATURE = "signature"
    OTHER = "other"


WAITING = frozenset({ReviewState.SUBMITTED, ReviewState.ACCEPTED, ReviewState.APPROVED})
"""Where it is the acquirer's turn: to answer, or to send the receipt."""

FOLLOWS = MappingProxyType(
    {
        ReviewState.PREPARING: (EventKind.SUBMITTED,),
        ReviewState.SUBMITTED: (EventKind.ACCEPTED, EventKind.RETURNED, EventKind.APPROVED),
        ReviewState.ACCEPTED: (EventKind.RETURNED, EventKind.APPROVED),
        ReviewState.RETURNED: (EventKind.SUBMITTED,),
        ReviewState.APPROVED: (EventKind.RECEIVED,),
        ReviewState.RECEIVED: (),
    }
)
"""Which events may come next. An application may be approved or returned without having been accepted first."""

REPAIRS = MappingProxyType(
    {
        ReturnReason.INCOMPLETE: (
            ("incomplete_papers", Step.APPLICATION),
            ("incomplete_answers", Step.IDENTITY),
            ("incomplete_records", Step.BACKUP),
        ),
        ReturnReason.UNCLEAR: (("unclear_copies", Step.APPLICATION), ("unclear_print", Step.APPLICATION)),
        ReturnReason.MISMATCH: (
            ("mismatch_names", Step.IDENTITY),
            ("mismatch_numbers", Step.IDENTITY),
            ("mismatch_terminals", Step.PURPOSE),
        ),
        ReturnReason.SIGNATURE: (("signature_sign", Step.APPLICATION), ("signature_person", Step.IDENTITY)),
        ReturnReason.OTHER: (("other", Step.APPLICATION),),
    }
)
"""What mends each reason, and the step where that is done; the words are in ``resources/guidance/review.toml``."""


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """How long things take, in working days: ``None`` for the usual; ``asked`` once the acquirer has said so."""

    answer_days: int | None = None
    receipt_days: int | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One thing that happened.

    Attributes:
        version: of the letter it is about.
        how: how it was handed in; ``None`` for other events.
        number: of the consignment, of the ticket or of the receipt.
        reasons: why it came back.
        note: in the acquirer's words; needed where the reason is ``OTHER``.
    """

    kind: EventKind = EventKind.SUBMITTED
    happened_on: date | None = None
    version: int = 0
    how: DeliveryChannel | None = None
    number: str = ""
    reasons: tuple[ReturnReason, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing to mend after a return.

    Attributes:
        version: the version that came back.
        key: what to do, a key of ``REPAIRS``.
        text: the acquirer's own words where the reason is ``OTHER``.
    """

    version: int = 0
    key: str = ""
    text: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class IssuedText:
    """What an issued version of the letter said, line by line, in both languages."""

    version: int = 0
    issued_on: date | None = None
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterChange:
    """Lines of a letter that gave way to others; one of the two may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def state_of(events: Sequence[ReviewEvent]) -> ReviewState:
    """Return where an application stands."""
    return ReviewState(events[-1].kind) if events else ReviewState.PREPARING


def add_event(events: Sequence[ReviewEvent], event: ReviewEvent, today: date) -> tuple[ReviewEvent, ...]:
    """Return the events with one more.

    Raises:
        BadInputError: ``review.not_now`` when it cannot follow, ``review.date_missing``, ``review.in_future``,
            ``review.before_last``, ``review.version_missing``, ``review.way_missing``, ``review.reason_missing`` or
            ``review.note_missing``.
    """
    state = state_of(events)
    if event.kind not in FOLLOWS[state]:
        raise BadInputError("review.not_now", event=event.kind.value, state=state.value)
    _check_day(events, event, today)
    _check_answers(event)
    return (*events, event)


def _check_day(events: Sequence[ReviewEvent], event: ReviewEvent, today: date) -> None:
    if event.happened_on is None:
        raise BadInputError("review.date_missing")
    if event.happened_on > today:
        raise BadInputError("review.in_future", date=event.happened_on.isoformat())
    last = events[-1].happened_on if events else None
    if last is not None and event.happened_on < last:
        raise BadInputError("review.before_last", date=last.isoformat())


def _check_answers(event: ReviewEvent) -> None:
    if event.kind is EventKind.SUBMITTED and event.version < 1:
        raise BadInputError("review.version_missing")
    if event.kind is EventKind.SUBMITTED and event.how is None:
        raise BadInputError("review.way_missing")
    if event.kind is EventKind.RETURNED and not event.reasons:
        raise BadInputError("review.reason_missing")
    if ReturnReason.OTHER in event.reasons and not event.note.strip():
        raise BadInputError("review.note_missing")


def last_submitted(events: Sequence[ReviewEvent]) -> ReviewEvent | None:
    """Return the latest handing in, or ``None``."""
    return next((event for event in reversed(events) if event.kind is EventKind.SUBMITTED), None)


FORM_AGAIN = ("form_again", Step.APPLICATION)
"""What is to be done besides where the acquirer's own form went with the application."""


def repairs_for(event: ReviewEvent, *, with_form: bool = False) -> tuple[Repair, ...]:
    """Return what mends a return, in the order of the reasons; nothing for other events.

    Args:
        event: what happened.
        with_form: a form of the acquirer's own was filled in, which then needs its next version too.
    """
    found = tuple(
        Repair(event.version, key, event.note.strip() if reason is ReturnReason.OTHER else "")
        for reason in ReturnReason
        if reason in event.reasons
        for key, _ in REPAIRS[reason]
    )
    return (*found, Repair(event.version, FORM_AGAIN[0])) if found and with_form else found


def repair_step(repair: Repair) -> Step:
    """Return the step where a repair is made; the letter's for a key nobody knows."""
    known = {key: step for steps in (*REPAIRS.values(), (FORM_AGAIN,)) for key, step in steps}
    return known.get(repair.key, Step.APPLICATION)


def open_repairs(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """Return what is still to be mended."""
    return tuple(repair for repair in repairs if not repair.done)


def review_missing(events: Sequence[ReviewEvent], repairs: Iterable[Repair]) -> tuple[str, ...]:
    """Return what step 9 still lacks: ``submit``, ``answer``, the keys of open repairs, ``resubmit`` or ``receipt``."""
    match state_of(events):
        case ReviewState.PREPARING:
            return ("submit",)
        case ReviewState.RETURNED:
            return tuple(repair.key for repair in open_repairs(repairs)) or ("resubmit",)
        case ReviewState.APPROVED:
            return ("receipt",)
        case ReviewState.RECEIVED:
            return ()
        case _:
            return ("answer",)


def expected_on(plan: ReviewPlan, events: Sequence[ReviewEvent], calendar: WorkCalendar) -> WorkingSpan | None:
    """Return when the answer, or after the approval the receipt, is to be expected; ``None`` while nobody waits.

    The answer is counted from the handing in, whether or not it was accepted in between.
    """
    state, submitted = state_of(events), last_submitted(events)
    if state not in WAITING or submitted is None:
        return None
    from_approval = state is ReviewState.APPROVED
    start = events[-1].happened_on if from_approval else submitted.happened_on
    return None if start is None else add_working_days(start, days_planned(plan, state), calendar)


def days_planned(plan: ReviewPlan, state: ReviewState) -> int:
    """Return how many working days to wait: for the receipt after the approval, for the answer before it."""
    days = plan.receipt_days if state is ReviewState.APPROVED else plan.answer_days
    return min(USUAL_DAYS if days is None else days, MOST_DAYS)


def changed_lines(before: Sequence[str], after: Sequence[str]) -> tuple[LetterChange, ...]:
    """Return which lines of one version gave way to which of the next, in their order."""
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(LetterChange(tuple(before[a:b]), tuple(after[c:d])) for tag, a, b, c, d in found if tag != "equal")


def with_issued(issued: Sequence[IssuedText], text: IssuedText) -> tuple[IssuedText, ...]:
    """Return the kept texts with one more; the same version issued again keeps its first day."""
    before = next((each for each in issued if each.version == text.version), None)
    if before is None:
        return (*issued, text)
    kept = replace(text, issued_on=before.issued_on)
    return tuple(kept if each.version == text.version else each for each in issued)


def awaited(case_number: str, items: Iterable[OpenItem]) -> OpenItem | None:
    """Return the item that stands for the expected answer of a case, open or cleared, or ``None``."""
    own = [item for item in items if item.kind is ItemKind.RECEIPT and item.reference == case_number]
    return max(own, key=lambda item: item.id, default=None)


def version_changes(issued: Sequence[IssuedText], version: int, language: str) -> tuple[LetterChange, ...]:
    """Return what a version of the letter changed against the one issued before it; nothing for the first."""
    kept = sorted(issued, key=lambda text: text.version)
    after = next((text for text in kept if text.version == version), None)
    before = next((text for text in reversed(kept) if text.version < version), None)
    if after is None or before is None:
        return ()
    return changed_lines(before.zh, after.zh) if language == "zh" else changed_lines(before.en, after.en)
