"""The case and the outstanding list change together."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.cases.cases import open_case, save_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.review import note_event, set_review_plan, take_back_event
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.issued_papers import DeliveryChannel
from pos_closeout.domain.case.review import EventKind, ReturnReason, ReviewEvent, ReviewPlan
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.guidance.review_texts import ReviewTexts, load_review_texts


@pytest.fixture
def texts(resources: Path) -> ReviewTexts:
    return load_review_texts(resources / "guidance")


@pytest.fixture
def case(store: Store, today: date, now: datetime) -> Case:
    opened = open_case(store, today, now)
    return save_case(store, replace(opened, letter=replace(opened.letter, issued_version=1)), now)


def _note(store: Store, case: Case, kind: EventKind, texts: ReviewTexts, now: datetime) -> Case:
    how = DeliveryChannel.EMS if kind is EventKind.SUBMITTED else None
    reasons = (ReturnReason.OTHER,) if kind is EventKind.RETURNED else ()
    event = ReviewEvent(kind, now.date(), how=how, reasons=reasons, note="x" if reasons else "")
    return note_event(store, case.id, event, texts=texts, language="zh", now=now)


def _item(store: Store, case: Case) -> OpenItem:
    (item,) = store.items.for_case(case.id)
    assert item.kind is ItemKind.RECEIPT
    return item


def test_one_item_follows_the_application_from_handing_in_to_the_receipt(
    store: Store, case: Case, texts: ReviewTexts, now: datetime
) -> None:
    _note(store, case, EventKind.SUBMITTED, texts, now)
    first = _item(store, case)
    assert is_open(first)
    _note(store, case, EventKind.RETURNED, texts, now)
    assert not is_open(_item(store, case))
    _note(store, case, EventKind.SUBMITTED, texts, now)
    again = _item(store, case)
    assert (again.id, is_open(again)) == (first.id, True)
    _note(store, case, EventKind.APPROVED, texts, now)
    _note(store, case, EventKind.RECEIVED, texts, now)
    assert (_item(store, case).cleared_on, _item(store, case).cleared_how) == (now.date(), "已收到回执")


def test_taking_everything_back_leaves_nothing_behind(
    store: Store, case: Case, texts: ReviewTexts, now: datetime
) -> None:
    for kind in (EventKind.SUBMITTED, EventKind.RETURNED):
        _note(store, case, kind, texts, now)
    back = take_back_event(store, case.id, texts=texts, language="zh", now=now)
    assert (len(back.reviews), back.repairs) == (1, ())
    assert is_open(_item(store, case))
    for _ in range(2):
        back = take_back_event(store, case.id, texts=texts, language="zh", now=now)
    assert back.reviews == ()
    assert store.items.for_case(case.id) == ()


def test_a_longer_wait_moves_the_expected_day(store: Store, case: Case, texts: ReviewTexts, now: datetime) -> None:
    _note(store, case, EventKind.SUBMITTED, texts, now)
    before = _item(store, case).due_on
    plan = ReviewPlan(answer_days=15, asked=True)
    set_review_plan(store, case.id, plan, texts=texts, language="en", now=now)
    after = _item(store, case)
    assert before is not None
    assert after.due_on is not None
    assert after.due_on >= before + timedelta(days=14)
    assert "as the acquirer said" in after.due_basis


def test_a_refused_event_changes_nothing(store: Store, case: Case, texts: ReviewTexts, now: datetime) -> None:
    with pytest.raises(BadInputError):
        _note(store, case, EventKind.RECEIVED, texts, now)
    assert store.cases.get(case.id) == case
    assert store.items.for_case(case.id) == ()
