from datetime import date

from pos_closeout.domain.ledger.due_dates import Terms
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem, PaymentChannel
from pos_closeout.domain.ledger.refund_windows import RefundPlan, plan_open_refunds
from pos_closeout.guidance.work_calendar import load_work_calendar

TERMS, TODAY, STOP = Terms(load_work_calendar()), date(2026, 11, 22), date(2026, 11, 30)


def refund(number: int, original: date | None, channel: PaymentChannel, **more: object) -> OpenItem:
    return OpenItem(id=number, amount_fen=100, original_on=original, channel=channel, **more)  # type: ignore[arg-type]


def plan(*items: OpenItem, stop: date | None = STOP, last: date | None = None) -> RefundPlan:
    return plan_open_refunds(items, stop, last, TERMS, TODAY)


def test_each_channel_has_its_last_day() -> None:
    paid = date(2026, 11, 10)
    found = plan(
        refund(1, paid, PaymentChannel.WECHAT),
        refund(2, paid, PaymentChannel.ALIPAY),
        refund(3, paid, PaymentChannel.CARD),
        refund(4, paid, PaymentChannel.CASH),
        refund(5, None, PaymentChannel.WECHAT),
    )
    assert {reach.item.id: reach.window_on for reach in found.refunds} == {
        1: date(2027, 11, 10),
        2: date(2027, 11, 10),
        3: date(2026, 12, 10),
        4: None,
        5: None,
    }
    assert all(reach.before_stop and reach.last_on == date(2026, 11, 25) for reach in found.refunds)
    assert found.lead == date(2026, 11, 25)


def test_a_window_that_ends_before_the_stop_decides() -> None:
    (reach,) = plan(refund(1, date(2026, 10, 24), PaymentChannel.CARD)).refunds
    assert (reach.window_on, reach.last_on) == (date(2026, 11, 23), date(2026, 11, 23))


def test_a_window_that_has_passed_leaves_the_acquirer_for_cards_only() -> None:
    card, wechat = plan(
        refund(1, date(2026, 9, 1), PaymentChannel.CARD), refund(2, date(2025, 11, 1), PaymentChannel.WECHAT)
    ).refunds
    assert (card.passed, card.by_hand, card.before_stop) == (True, True, False)
    assert (wechat.passed, wechat.by_hand) == (True, False)


def test_the_number_stays_open_for_a_quiet_time_after_the_last_thing_that_needs_it() -> None:
    assert plan().close_on == date(2026, 12, 30)
    waiting = OpenItem(id=1, kind=ItemKind.SETTLEMENT, amount_fen=1, due_on=date(2026, 12, 10))
    held = plan(waiting)
    # 2026-12-10 and thirty days is a Saturday.
    assert (held.quiet_from, held.close_on, held.holding) == (date(2026, 12, 10), date(2027, 1, 11), 1)
    assert held.uncertain
    assert plan(last=date(2026, 12, 2)).quiet_from == date(2026, 12, 2)


def test_what_is_cleared_or_needs_no_number_does_not_hold_it_open() -> None:
    done = refund(1, TODAY, PaymentChannel.CARD, state=ItemState.CLEARED, due_on=date(2027, 1, 1))
    deposit = OpenItem(id=2, kind=ItemKind.DEPOSIT, amount_fen=1, due_on=date(2027, 1, 1))
    found = plan(done, deposit)
    assert (found.refunds, found.quiet_from) == ((), STOP)


def test_without_a_stop_only_the_windows_are_known() -> None:
    found = plan(refund(1, date(2026, 11, 10), PaymentChannel.WECHAT), stop=None)
    assert found.close_on is None
    assert found.refunds[0].last_on == date(2027, 11, 10)
    assert not found.refunds[0].before_stop


def test_where_the_number_lives_on_nothing_is_said_of_closing_it() -> None:
    plan = plan_open_refunds((), STOP, None, TERMS, TODAY, number_closes=False)
    assert (plan.close_on, plan.quiet_from) == (None, None)
    assert plan_open_refunds((), STOP, None, TERMS, TODAY).close_on is not None
