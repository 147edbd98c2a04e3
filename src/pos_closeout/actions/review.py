"""Follow an application once it is handed in: note what happened, keep the expected day in the outstanding list."""

from dataclasses import replace
from datetime import datetime

from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.items.items import add_item, change_item
from pos_closeout.actions.work_calendar import work_calendar
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.review import (
    FORM_AGAIN,
    WAITING,
    ReviewEvent,
    ReviewPlan,
    ReviewState,
    add_event,
    awaited,
    days_planned,
    expected_on,
    last_submitted,
    repairs_for,
    state_of,
)
from pos_closeout.domain.dates.working_days import WorkingSpan
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, clear, reopen
from pos_closeout.guidance.review_texts import ReviewTexts
from pos_closeout.store import Store


def note_event(
    store: Store, case_id: int, event: ReviewEvent, *, texts: ReviewTexts, language: str, now: datetime
) -> Case:
    """Add an event to a case, with the repairs a return needs, and bring the expected day up to date.

    Args:
        store: the open data folder.
        case_id: the case.
        event: what happened; its version is filled in with the letter's when it is 0.
        texts: words for the outstanding list.
        language: of those words.
        now: the moment; its day is today.

    Raises:
        BadInputError: as :func:`pos_closeout.domain.case.review.add_event`.
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    noted = replace(event, version=event.version or _version(case, event))
    with store.database.writing():
        stored = save_case(
            store,
            replace(
                case,
                reviews=add_event(case.reviews, noted, now.date()),
                repairs=(*case.repairs, *repairs_for(noted, with_form=bool(case.filled_forms))),
            ),
            now,
        )
        _follow(store, stored, texts, language, now)
    return stored


def take_back_event(store: Store, case_id: int, *, texts: ReviewTexts, language: str, now: datetime) -> Case:
    """Take the last event of a case back, with the repairs it brought; nothing happens when there is none.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    if not case.reviews:
        return case
    # A form may have been filled in since: what counts is whether the return brought its line.
    with_form = bool(case.repairs) and case.repairs[-1].key == FORM_AGAIN[0]
    brought = repairs_for(case.reviews[-1], with_form=with_form)
    kept = case.repairs[: len(case.repairs) - len(brought)]
    with store.database.writing():
        stored = save_case(store, replace(case, reviews=case.reviews[:-1], repairs=kept), now)
        _follow(store, stored, texts, language, now)
    return stored


def set_review_plan(
    store: Store, case_id: int, plan: ReviewPlan, *, texts: ReviewTexts, language: str, now: datetime
) -> Case:
    """Keep how long the acquirer takes, and move the expected day.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    with store.database.writing():
        stored = save_case(store, replace(store.cases.get(case_id), review=plan), now)
        _follow(store, stored, texts, language, now)
    return stored


def expected_answer(store: Store, case_id: int) -> WorkingSpan | None:
    """Return when the answer or the receipt of a case is to be expected; ``None`` while nobody waits.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    return expected_on(case.review, case.reviews, work_calendar(store))


def _version(case: Case, event: ReviewEvent) -> int:
    """Return the version an event is about: the letter's when it is handed in, else that of the event before."""
    return case.reviews[-1].version if case.reviews and event.how is None else case.letter.issued_version


def _follow(store: Store, case: Case, texts: ReviewTexts, language: str, now: datetime) -> None:
    """Keep one item of the outstanding list in step with what happened."""
    state = state_of(case.reviews)
    item = awaited(case.number, store.items.for_case(case.id))
    if state in WAITING:
        span = expected_on(case.review, case.reviews, work_calendar(store))
        wanted = _waiting(case, reopen(item) if item else OpenItem(case_id=case.id, kind=ItemKind.RECEIPT))
        if span is not None:
            wanted = replace(wanted, due_on=span.end, due_basis=_basis(case, span, texts, language))
        _ = add_item(store, wanted, now) if item is None else change_item(store, wanted, now)
    elif item is not None and state is ReviewState.PREPARING:
        store.items.remove(item.id, now)
    elif item is not None:
        how = texts.bases["received" if state is ReviewState.RECEIVED else "returned"].of(language)
        # An event may be written down ahead of its day; what it clears is cleared from today at the latest.
        today = now.date()
        day = min(case.reviews[-1].happened_on or today, today)
        change_item(store, clear(reopen(item), day, how, today), now)


def _waiting(case: Case, item: OpenItem) -> OpenItem:
    submitted = last_submitted(case.reviews)
    numbers = [event.number.strip() for event in case.reviews if event.number.strip()]
    return replace(
        item,
        reference=case.number,
        voucher=numbers[-1] if numbers else "",
        counterparty=case.acquirer.name,
        original_on=None if submitted is None else submitted.happened_on,
    )


def _basis(case: Case, span: WorkingSpan, texts: ReviewTexts, language: str) -> str:
    state = state_of(case.reviews)
    key = ("receipt" if state is ReviewState.APPROVED else "answer") + ("_asked" if case.review.asked else "")
    told = texts.bases[key].of(language).replace("{days}", str(days_planned(case.review, state)))
    return told + (texts.bases["uncertain"].of(language) if span.uncertain else "")
