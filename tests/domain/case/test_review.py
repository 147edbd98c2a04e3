"""What may happen to an application, in which order, and what follows from it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.case.issued_papers import DeliveryChannel
from pos_closeout.domain.case.review import (
    FOLLOWS,
    REPAIRS,
    USUAL_DAYS,
    WAITING,
    EventKind,
    IssuedText,
    LetterChange,
    Repair,
    ReturnReason,
    ReviewEvent,
    ReviewPlan,
    ReviewState,
    add_event,
    changed_lines,
    expected_on,
    open_repairs,
    repair_step,
    repairs_for,
    review_missing,
    state_of,
    version_changes,
    with_issued,
)
from pos_closeout.domain.dates.working_days import WorkCalendar
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.phases import Step

TODAY = date(2026, 11, 22)
CALENDAR = WorkCalendar(years=frozenset({2026, 2027}))
KINDS = st.sampled_from(EventKind)
DAYS = st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=3))


def event(kind: EventKind, on: date | None = TODAY, **given: object) -> ReviewEvent:
    """Return an event with all that its kind needs."""
    whole: dict[str, object] = {"version": 1}
    if kind is EventKind.SUBMITTED:
        whole["how"] = DeliveryChannel.EMS
    if kind is EventKind.RETURNED:
        whole["reasons"] = (ReturnReason.MISMATCH,)
    return ReviewEvent(kind, on, **(whole | given))  # type: ignore[arg-type]  # by name


def played(*kinds: EventKind) -> tuple[ReviewEvent, ...]:
    """Return the events of kinds that may follow each other."""
    events: tuple[ReviewEvent, ...] = ()
    for kind in kinds:
        events = add_event(events, event(kind), TODAY)
    return events


@given(st.lists(st.tuples(KINDS, DAYS), max_size=12))
def test_whatever_is_tried_only_what_may_follow_is_kept_and_the_days_never_go_back(
    tried: list[tuple[EventKind, date]],
) -> None:
    events: tuple[ReviewEvent, ...] = ()
    for kind, day in tried:
        last = events[-1].happened_on if events else None
        allowed = kind in FOLLOWS[state_of(events)] and day <= TODAY and (last is None or last <= day)
        try:
            events = add_event(events, event(kind, day), TODAY)
        except BadInputError:
            assert not allowed
        else:
            assert allowed
            assert state_of(events).value == kind.value
    days = [each.happened_on for each in events]
    assert days == sorted(days)  # type: ignore[type-var]  # every kept event has its day
    assert not events or events[0].kind is EventKind.SUBMITTED
    assert EventKind.RECEIVED not in [each.kind for each in events[:-1]]


@given(st.lists(KINDS, max_size=8))
def test_the_receipt_comes_only_after_an_approval_of_something_handed_in(tried: list[EventKind]) -> None:
    events: tuple[ReviewEvent, ...] = ()
    for kind in tried:
        if kind in FOLLOWS[state_of(events)]:
            events = add_event(events, event(kind), TODAY)
    kinds = [each.kind for each in events]
    for place, kind in enumerate(kinds):
        if kind is EventKind.RECEIVED:
            assert kinds[place - 1] is EventKind.APPROVED
        if kind is EventKind.RETURNED:
            assert EventKind.SUBMITTED in kinds[:place]


@pytest.mark.parametrize(
    ("wrong", "message_id"),
    [
        (event(EventKind.RECEIVED), "review.not_now"),
        (event(EventKind.SUBMITTED, None), "review.date_missing"),
        (event(EventKind.SUBMITTED, TODAY + timedelta(days=1)), "review.in_future"),
        (event(EventKind.SUBMITTED, version=0), "review.version_missing"),
        (event(EventKind.SUBMITTED, how=None), "review.way_missing"),
    ],
)
def test_a_first_event_that_makes_no_sense_is_refused(wrong: ReviewEvent, message_id: str) -> None:
    with pytest.raises(BadInputError) as refused:
        add_event((), wrong, TODAY)
    assert refused.value.message_id == message_id


@pytest.mark.parametrize(
    ("wrong", "message_id"),
    [
        (event(EventKind.RETURNED, reasons=()), "review.reason_missing"),
        (event(EventKind.RETURNED, reasons=(ReturnReason.OTHER,)), "review.note_missing"),
        (event(EventKind.ACCEPTED, TODAY - timedelta(days=1)), "review.before_last"),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(wrong: ReviewEvent, message_id: str) -> None:
    with pytest.raises(BadInputError) as refused:
        add_event(played(EventKind.SUBMITTED), wrong, TODAY)
    assert refused.value.message_id == message_id


@given(st.sets(st.sampled_from(ReturnReason), min_size=1))
def test_every_reason_leads_to_repairs_in_a_step_that_works(reasons: set[ReturnReason]) -> None:
    back = event(EventKind.RETURNED, reasons=tuple(reasons), note="少一页")
    repairs = repairs_for(back)
    assert [each.key for each in repairs] == [
        key for reason in ReturnReason if reason in reasons for key, _ in REPAIRS[reason]
    ]
    assert all(isinstance(repair_step(each), Step) for each in repairs)
    assert all((each.text == "少一页") is (each.key == "other") for each in repairs)
    assert open_repairs(repairs) == repairs


def test_each_state_says_what_is_missing() -> None:
    assert review_missing((), ()) == ("submit",)
    assert review_missing(played(EventKind.SUBMITTED), ()) == ("answer",)
    back = played(EventKind.SUBMITTED, EventKind.RETURNED)
    assert review_missing(back, repairs_for(back[-1])) == ("mismatch_names", "mismatch_numbers", "mismatch_terminals")
    assert review_missing(back, (Repair(1, "mismatch_names", done=True),)) == ("resubmit",)
    approved = played(EventKind.SUBMITTED, EventKind.ACCEPTED, EventKind.APPROVED)
    assert review_missing(approved, ()) == ("receipt",)
    assert review_missing((*approved, event(EventKind.RECEIVED)), ()) == ()


def test_the_answer_is_expected_so_many_working_days_after_the_last_handing_in() -> None:
    friday = date(2026, 11, 13)
    events = (event(EventKind.SUBMITTED, friday), event(EventKind.ACCEPTED, friday + timedelta(days=3)))
    found = expected_on(ReviewPlan(answer_days=3), events, CALENDAR)
    assert found is not None
    assert (found.end, found.uncertain) == (date(2026, 11, 18), False)
    usual = expected_on(ReviewPlan(), events, CALENDAR)
    assert usual is not None
    assert usual.end == date(2026, 11, 20)
    approved = (*events, event(EventKind.APPROVED, date(2026, 11, 19)))
    receipt = expected_on(ReviewPlan(answer_days=1, receipt_days=1), approved, CALENDAR)
    assert receipt is not None
    assert receipt.end == date(2026, 11, 20)


@given(st.sampled_from(ReviewState), st.none() | st.integers(0, 10**9))
def test_somebody_waits_exactly_while_it_is_the_acquirers_turn(state: ReviewState, days: int | None) -> None:
    ways = {
        ReviewState.PREPARING: (),
        ReviewState.SUBMITTED: (EventKind.SUBMITTED,),
        ReviewState.ACCEPTED: (EventKind.SUBMITTED, EventKind.ACCEPTED),
        ReviewState.RETURNED: (EventKind.SUBMITTED, EventKind.RETURNED),
        ReviewState.APPROVED: (EventKind.SUBMITTED, EventKind.APPROVED),
        ReviewState.RECEIVED: (EventKind.SUBMITTED, EventKind.APPROVED, EventKind.RECEIVED),
    }
    found = expected_on(ReviewPlan(days, days), played(*ways[state]), CALENDAR)
    assert (found is not None) is (state in WAITING)
    assert USUAL_DAYS == 5


def test_the_changes_of_a_version_are_the_lines_that_differ_from_the_one_before() -> None:
    first = IssuedText(1, TODAY, ("标题", "电话：1", "完"), ("Title", "Phone: 1", "End"))
    third = IssuedText(3, TODAY, ("标题", "电话：2", "完", "附"), ("Title", "Phone: 2", "End", "Annex"))
    assert version_changes((first, third), 3, "zh") == (
        LetterChange(("电话：1",), ("电话：2",)),
        LetterChange((), ("附",)),
    )
    assert version_changes((first, third), 3, "en")[0] == LetterChange(("Phone: 1",), ("Phone: 2",))
    assert version_changes((first, third), 1, "zh") == ()
    assert version_changes((), 1, "zh") == ()


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abc"), max_size=6))
def test_changes_turn_one_version_into_the_other(before: list[str], after: list[str]) -> None:
    changes = changed_lines(before, after)
    assert (not changes) is (before == after)
    gone = [line for change in changes for line in change.before]
    come = [line for change in changes for line in change.after]
    assert sorted([*after, *gone]) == sorted([*before, *come])


def test_a_version_issued_again_keeps_its_first_day() -> None:
    kept = with_issued((IssuedText(1, TODAY, ("a",), ()),), IssuedText(1, TODAY + timedelta(days=2), ("a",), ()))
    assert [(text.version, text.issued_on) for text in kept] == [(1, TODAY)]
    assert [text.version for text in with_issued(kept, IssuedText(2, TODAY))] == [1, 2]
