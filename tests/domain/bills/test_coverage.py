from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.bills.coverage import MonthCover, Offer, Period, add_months, coverage, oldest_whole
from pos_closeout.domain.bills.transactions import BillChannel

TODAY = date(2026, 11, 22)


def wechat(first: date, last: date) -> Period:
    return Period(BillChannel.WECHAT, "wechat-merchant", first, last, 3)


def months(*periods: Period, since: date = date(2026, 7, 1)) -> dict[str, MonthCover]:
    return {f"{cover.month:%Y-%m}": cover for cover in coverage(periods, TODAY, since)}


def test_a_month_that_was_imported_whole_is_complete() -> None:
    found = months(wechat(date(2026, 10, 1), date(2026, 10, 31)))["2026-10"]
    assert found.complete
    assert (found.lost, found.download_by) == (0, None)


def test_days_older_than_three_months_are_lost_and_the_next_count_down() -> None:
    found = months(wechat(date(2026, 10, 1), date(2026, 11, 21)))
    assert (found["2026-07"].covered, found["2026-07"].lost, found["2026-07"].download_by) == (0, 31, None)
    assert (found["2026-08"].lost, found["2026-08"].download_by, found["2026-08"].days_left) == (21, TODAY, 0)
    assert (found["2026-09"].download_by, found["2026-09"].days_left) == (date(2026, 12, 1), 9)


def test_today_does_not_count_because_its_bill_comes_tomorrow() -> None:
    found = months(wechat(date(2026, 11, 1), date(2026, 11, 21)))["2026-11"]
    assert (found.days, found.complete) == (21, True)


def test_a_platform_without_a_known_limit_loses_nothing() -> None:
    period = Period(BillChannel.CARD, "ums", date(2026, 10, 1), date(2026, 10, 31), None)
    found = months(period)["2026-07"]
    assert (found.lost, found.download_by, found.complete) == (0, None, False)


def test_overlapping_and_repeated_periods_count_once() -> None:
    once = wechat(date(2026, 9, 3), date(2026, 10, 12))
    assert months(once) == months(once, once, wechat(date(2026, 9, 10), date(2026, 9, 11)))


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_adding_months_keeps_the_day_or_ends_a_shorter_month(day: date, count: int) -> None:
    later = add_months(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later.day < day.day and add_months(later.replace(day=1), 1).replace(day=1) > later)


def test_a_platform_nothing_was_imported_of_counts_down_to_its_oldest_whole_month() -> None:
    offers = (Offer(BillChannel.WECHAT, "wechat-merchant", 3), Offer(BillChannel.ALIPAY, "alipay-merchant", None))
    found = coverage((), TODAY, date(2026, 8, 1), offers)
    assert {(each.source, each.imported, each.covered) for each in found} == {
        ("wechat-merchant", False, 0),
        ("alipay-merchant", False, 0),
    }
    wechat_months = [each for each in found if each.source == "wechat-merchant"]
    assert [each.lost for each in wechat_months] == [21, 0, 0, 0]
    whole = oldest_whole(wechat_months)
    assert whole is not None
    assert (whole.month, whole.download_by, whole.days_left) == (date(2026, 9, 1), date(2026, 12, 1), 9)
    assert oldest_whole(each for each in found if each.source == "alipay-merchant") is None


def test_a_channel_with_a_bill_is_not_named_a_second_time() -> None:
    ums = Period(BillChannel.UNIONPAY, "ums", date(2026, 11, 1), date(2026, 11, 2), None)
    found = coverage((ums,), TODAY, date(2026, 11, 1), [Offer(BillChannel.CARD, "acquirer", None)])
    assert [each.source for each in found] == ["ums"]
