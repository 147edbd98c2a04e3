"""What follows from a case knows the public holidays, once they are loaded, in the window as on the command line."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pos_closeout.domain.case.case import Case, Request
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.work_calendar import load_work_calendar
from pos_closeout.ui.wizard.situation import situation
from pos_closeout.ui.wizard.steps.purpose.page import PurposePage
from tests.ui.conftest import OpenWindow, sample_in


@pytest.mark.parametrize(
    ("stop", "said"),
    [
        (date(2026, 10, 1), {"when": "not_worked", "day": "2026-10-01", "before": "2026-09-30", "after": "2026-10-08"}),
        (date(2026, 10, 10), None),
        (
            date(2026, 10, 11),
            {"when": "not_worked", "day": "2026-10-11", "before": "2026-10-10", "after": "2026-10-12"},
        ),
        (date(2027, 10, 1), {"when": "not_worked"}),
    ],
)
def test_a_public_holiday_is_no_day_for_a_stop_and_a_weekend_that_is_worked_is_one(
    stop: date, said: dict[str, str] | None
) -> None:
    case = Case(request=Request(stop_on=stop))
    now = situation(case, (), date(2026, 9, 1), load_work_calendar())
    found = [dict(each.values) for each in now.findings if each.check == "stop_day" and each.values]
    assert found[:1] == ([] if said is None else [{**found[0], **said}])


def test_the_window_says_that_the_day_is_a_holiday(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.PURPOSE)
    case = window.session.case
    window.session.edit(replace(case, request=replace(case.request, stop_on=date(2027, 1, 1))))
    space = window.workspace
    qtbot.waitUntil(lambda: space._published is not None)
    values = [dict(each.values) for each in space.situation().findings if each.check == "stop_day"]
    assert values[0]["when"] == "not_worked"
    page = space.wizard.page(Step.PURPOSE)
    assert isinstance(page, PurposePage)
    qtbot.waitUntil(lambda: "Nobody works" in page.day.stop.accessibleDescription())
