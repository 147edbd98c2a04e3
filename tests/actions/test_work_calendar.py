from datetime import date

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.work_calendar import (
    add_day_off,
    forget_own_day,
    keep_notice,
    own_days,
    remove_day_off,
    work_calendar,
)
from pos_closeout.domain.dates.holiday_notice import read_notice
from pos_closeout.domain.dates.working_days import OwnDay, add_working_days, is_working

PLAIN, HOLIDAY = date(2026, 11, 24), date(2026, 10, 7)


def test_the_owner_adds_and_takes_out_days_and_goes_back_to_what_was_published(store: Store) -> None:
    assert is_working(PLAIN, work_calendar(store))
    add_day_off(store, PLAIN, " 银行系统维护 ")
    remove_day_off(store, HOLIDAY)
    assert not is_working(PLAIN, work_calendar(store))
    assert is_working(HOLIDAY, work_calendar(store))
    assert own_days(store) == (OwnDay(HOLIDAY, working=True), OwnDay(PLAIN, working=False, note="银行系统维护"))
    forget_own_day(store, PLAIN)
    forget_own_day(store, HOLIDAY)
    assert is_working(PLAIN, work_calendar(store))
    assert not is_working(HOLIDAY, work_calendar(store))


def test_what_was_said_last_about_a_day_counts(store: Store) -> None:
    add_day_off(store, PLAIN)
    remove_day_off(store, PLAIN, "4111 1111 1111 1111")
    assert own_days(store) == (OwnDay(PLAIN, working=True, note="411111******1111"),)


NOTICE_2027 = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至12日（农历正月初七、周五）放假调休，共8天。2月14日（周日）、2月20日（周六）上班。
"""


def test_a_pasted_notice_makes_its_year_published(store: Store) -> None:
    new_year = date(2027, 2, 4)
    assert add_working_days(new_year, 1, work_calendar(store)).uncertain
    changed = keep_notice(store, read_notice(NOTICE_2027))
    span = add_working_days(new_year, 1, work_calendar(store))
    assert (span.end, span.uncertain) == (date(2027, 2, 14), False)
    assert {each.day for each in changed} >= {date(2027, 2, 12), date(2027, 2, 14), date(2027, 2, 20)}
    assert keep_notice(store, read_notice(NOTICE_2027)) == changed
