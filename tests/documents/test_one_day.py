"""Letter, plan, poster, messages and what is kept afterwards speak of one day, whatever was asked for."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.actions.notices.notices import write_notice
from pos_closeout.documents.letter import letter_content
from pos_closeout.documents.papers import paper_content
from pos_closeout.documents.poster import poster_of
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, Reason
from pos_closeout.domain.case.follow_up import FollowUp, still_to_come
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.notices import Audience, Notice
from pos_closeout.domain.case.retention import RecordKind, retention
from pos_closeout.domain.case.stop_day import last_day
from pos_closeout.domain.device.terminal import Action
from pos_closeout.guidance.filling import MessageForm
from pos_closeout.guidance.notices import NoticeText, load_notices
from tests.documents.sample_cases import CASE, TODAY, with_terminals

CHINESE = LetterLanguage.CHINESE
DAYS = st.dates(TODAY, date(2029, 12, 31))


@pytest.fixture(scope="module")
def notices(resources: Path) -> dict[Audience, NoticeText]:
    return dict(load_notices(resources / "guidance"))


def asked(stop: date, action: Action, *, after_close: bool, closing: bool) -> Case:
    reason = Reason.CLOSING_DOWN if closing else Reason.CHANGE_ACQUIRER
    request = replace(CASE.request, stop_on=stop, after_close_of_business=after_close, reasons=(reason,))
    money = replace(CASE.settlement, stop_billing_on=None)
    return replace(with_terminals(CASE, 1, action), request=request, settlement=money)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stop=DAYS, action=st.sampled_from(Action), asked_for=st.tuples(st.booleans(), st.booleans()))
def test_every_paper_and_message_speaks_of_one_day(
    wording: Wording,
    notices: dict[Audience, NoticeText],
    stop: date,
    action: Action,
    asked_for: tuple[bool, bool],
) -> None:
    after_close, closing = asked_for
    case = asked(stop, action, after_close=after_close, closing=closing)
    say = wording.phrases(CHINESE)
    last = stop if after_close else stop - timedelta(days=1)
    first = last + timedelta(days=1)
    letter = letter_content(case, (), language=CHINESE, today=TODAY, version=1, wording=wording)
    assert f"{say.day(stop)}{'营业终了时' if after_close else ''}起" in letter.opening
    points = repr(letter.sections[2])
    assert (f"自{say.day(first)}起停止计收" in points) is (action is not Action.SWAP)
    plan = paper_content(PaperKind.PLAN, case, (), language=CHINESE, today=TODAY, version=1, wording=wording)
    assert first.isoformat() in repr(plan.sections[2])
    head = poster_of(case, (), say, TODAY).head
    assert head.startswith(say.day(last if closing else first))
    told = {
        audience: write_notice(
            notices[audience], case, Notice(audience), None, None, form=MessageForm.SMS, language="zh", today=TODAY
        ).text
        for audience in (Audience.CUSTOMERS, Audience.STAFF)
    }
    assert f"自{first.month}月{first.day}日起" in told[Audience.CUSTOMERS]
    assert f"{last.month}月{last.day}日打烊后" in told[Audience.STAFF]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    stop=DAYS, last=st.none() | st.dates(date(2020, 1, 1), date(2029, 12, 31)), months=st.none() | st.integers(1, 60)
)
def test_what_may_still_come_and_what_is_kept_for_it_end_on_one_day_and_never_before_the_stop(
    stop: date, last: date | None, months: int | None
) -> None:
    told = FollowUp(claw_back_months=months)
    case = asked(stop, Action.REMOVE, after_close=True, closing=False)
    case = replace(case, follow_up=told, settlement=replace(case.settlement, last_transaction_on=last))
    ends = dict(still_to_come(told, stop, last))
    assert ends["dispute"] >= stop
    assert ends["claw_back"] >= stop
    kept = {each.record: each.until for each in retention(case, TODAY, prepaid=False)}
    slips = kept[RecordKind.SLIPS]
    assert slips is not None
    assert slips >= ends["claw_back"]
    assert months is not None or slips == ends["claw_back"]
    assert last_day(case.request) == stop
