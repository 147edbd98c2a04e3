"""When terminals that are suspended or stay are due for something."""

from datetime import date

import pytest

from pos_closeout.domain.device.terminal import Action, Condition, Terminal
from pos_closeout.domain.device.upkeep import (
    Upkeep,
    UpkeepMark,
    UpkeepRow,
    UpkeepState,
    upkeep_rows,
    upkeep_state,
    with_mark,
)
from pos_closeout.domain.errors import BadInputError

STOP, LAST = date(2026, 12, 7), date(2026, 11, 30)
ASLEEP = Terminal(1, "10023456", action=Action.SUSPEND)
GOING = Terminal(2, "10023457", action=Action.REMOVE)
IN_USE = Terminal(3, "10023458")


def rows(
    *terminals: Terminal, marks: tuple[UpkeepMark, ...] = (), resumed: tuple[int, ...] = ()
) -> dict[Upkeep, UpkeepRow]:
    found = upkeep_rows(terminals, marks, resumed=resumed, stop_on=STOP, last_on=LAST)
    return {row.upkeep: row for row in found}


def test_a_suspended_terminal_has_both_days_of_the_idle_rule_from_its_last_transaction() -> None:
    found = rows(ASLEEP, GOING)
    assert list(found) == list(Upkeep)
    assert found[Upkeep.IDLE_CHECK].due_on == date(2027, 2, 28)
    assert found[Upkeep.IDLE_STOP].due_on == date(2027, 11, 30)


def test_without_a_last_transaction_the_stop_counts_and_without_a_stop_nothing_is_known() -> None:
    (row, *_) = upkeep_rows([ASLEEP], (), resumed=(), stop_on=STOP, last_on=None)
    assert row.due_on == date(2027, 3, 7)
    (row, *_) = upkeep_rows([ASLEEP], (), resumed=(), stop_on=None, last_on=None)
    assert upkeep_state(row, STOP) is UpkeepState.UNKNOWN


def test_what_comes_again_counts_from_the_day_it_was_done_and_what_comes_once_is_done() -> None:
    marks = (
        UpkeepMark(1, Upkeep.UPDATES, date(2027, 1, 31), 1),
        UpkeepMark(1, Upkeep.IDLE_CHECK, date(2027, 2, 1)),
    )
    found = rows(ASLEEP, marks=marks)
    assert (found[Upkeep.UPDATES].months, found[Upkeep.UPDATES].due_on) == (1, date(2027, 2, 28))
    assert upkeep_state(found[Upkeep.IDLE_CHECK], STOP) is UpkeepState.DONE


def test_a_terminal_in_use_or_in_use_again_is_asked_about_again_and_is_not_stopped() -> None:
    done = date(2027, 3, 1)
    for terminal, resumed in ((IN_USE, ()), (ASLEEP, (1,))):
        found = rows(terminal, GOING, marks=(UpkeepMark(terminal.id, Upkeep.IDLE_CHECK, done),), resumed=resumed)
        assert Upkeep.IDLE_STOP not in found
        assert found[Upkeep.IDLE_CHECK].due_on == date(2027, 6, 1)


@pytest.mark.parametrize(
    "terminals",
    [
        (GOING,),
        (IN_USE,),
        (ASLEEP, Terminal(4, action=Action.CLOSE_MERCHANT)),
        (Terminal(5, action=Action.SUSPEND, condition=Condition.LOST),),
    ],
)
def test_nothing_is_kept_up_of_what_goes_is_lost_or_was_not_decided_about(terminals: tuple[Terminal, ...]) -> None:
    assert not rows(*terminals)


def test_a_row_is_soon_for_a_fortnight_and_then_due() -> None:
    row = UpkeepRow(ASLEEP, Upkeep.UPDATES, 3, None, date(2027, 3, 15))
    days = {date(2027, 2, 28): UpkeepState.LATER, date(2027, 3, 1): UpkeepState.SOON, row.due_on: UpkeepState.DUE}
    assert {day: upkeep_state(row, day) for day in days if day} == days


def test_a_mark_lies_neither_in_the_future_nor_out_of_range_and_an_empty_one_goes() -> None:
    marks = with_mark((), UpkeepMark(1, Upkeep.UPDATES, STOP), STOP)
    assert with_mark(marks, UpkeepMark(1, Upkeep.UPDATES), STOP) == ()
    with pytest.raises(BadInputError, match="in_future"):
        with_mark((), UpkeepMark(1, Upkeep.UPDATES, STOP), LAST)
    with pytest.raises(BadInputError, match="months_out_of_range"):
        with_mark((), UpkeepMark(1, Upkeep.UPDATES, months=0), LAST)
