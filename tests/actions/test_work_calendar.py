from datetime import date

from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.work_calendar import add_day_off, forget_own_day, own_days, remove_day_off, work_calendar
from pos_closeout.domain.dates.working_days import OwnDay, is_working

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
