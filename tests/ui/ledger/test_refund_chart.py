"""Refunds stand against the stop in a picture, and in words for who does not see it."""

from collections.abc import Generator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.ledger.refund_windows import RefundDeadline, RefundPlan
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.refund_chart import RefundChart
from tests.ui.at_hand import dressed


@pytest.fixture(scope="module")
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources, "en") as made:
        yield made


def _chart(context: Context, *days: int | None, stop: int | None = 20) -> RefundChart:
    """Draw refunds whose channel takes them until so many days from today; the stop counts from today as well."""
    today = context.today
    refunds = tuple(
        RefundDeadline(
            OpenItem(amount_fen=12800),
            window_on=None if day is None else today + timedelta(days=day),
            last_on=None,
            passed=day is not None and day < 0,
            by_hand=False,
            before_stop=day is not None and stop is not None and day > stop,
        )
        for day in days
    )
    plan = RefundPlan(
        stop_on=None if stop is None else today + timedelta(days=stop),
        lead=None,
        refunds=refunds,
        count=len(refunds),
        before=0,
        passed=0,
        quiet_from=None,
        quiet_days=0,
        close_on=None,
        holding=0,
        uncertain=False,
    )
    chart = RefundChart(context, plan)
    chart.resize(600, chart.sizeHint().height())
    return chart


def test_every_refund_and_the_stop_are_said_in_the_order_of_their_days(context: Context) -> None:
    told = _chart(context, 40, 5).accessibleDescription().split("; ")
    assert [part.rsplit(" ", 1)[1] for part in told] == ["today", "¥128.00", "stop", "¥128.00"]


def test_days_stand_in_their_order_and_never_outside(context: Context) -> None:
    chart, today = _chart(context, -3, 5, 400), context.today
    places = [chart.place(today + timedelta(days=day)) for day in (-3, 0, 5, 20, 400)]
    assert places == sorted(places)
    assert places[0] == places[1] > 0
    assert places[-1] < chart.width()
    # A window of a year leaves the days before the stop most of the width.
    assert places[3] - places[1] > (places[-1] - places[1]) / 2


def test_what_is_too_late_and_what_the_stop_cuts_short_are_painted_apart(context: Context) -> None:
    tokens = context.look.tokens
    crowd = _painted(_chart(context, *[5] * 60, -2, 25))
    assert {tokens.accent, tokens.seal, tokens.amber, tokens.amber_soft} <= crowd
    # Without a stop nothing is cut short by it.
    assert not {tokens.seal, tokens.amber, tokens.amber_soft} & _painted(_chart(context, 3, stop=None))


def test_without_a_known_day_there_is_no_chart(context: Context) -> None:
    assert _chart(context, None).isHidden()


def _painted(chart: RefundChart) -> set[str]:
    """Return the colours in the picture of a chart, as the tokens write them."""
    picture = chart.grab().toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name().upper() for x, y in points}
