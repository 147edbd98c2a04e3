"""On the device the order saves money and proof: nothing may be done before what it rests on."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.device.tasks import (
    DeviceTask,
    LastPrint,
    Task,
    device_missing,
    entry_of,
    print_of,
    prints_of_day,
    resuming,
    settled,
    settled_on,
    taken_back,
    tasks,
    waits_for,
    with_entry,
    with_print,
)
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal

TODAY = date(2026, 11, 23)

terminals = st.builds(
    Terminal,
    id=st.integers(1, 3),
    action=st.sampled_from(Action),
    condition=st.sampled_from(Condition),
    ownership=st.sampled_from(Ownership),
    qr_codes=st.sampled_from(["", "1 at the till"]),
)


def _terminal(action: Action = Action.REMOVE, condition: Condition = Condition.WORKING, **more: object) -> Terminal:
    return Terminal(id=1, number="10023456", action=action, condition=condition, **more)  # type: ignore[arg-type]


@given(terminals, st.randoms(use_true_random=False))
def test_whoever_does_only_what_is_allowed_gets_through_and_never_out_of_order(
    terminal: Terminal, random: Random
) -> None:
    entries: tuple[DeviceTask, ...] = ()
    done: list[Task] = []
    while open_tasks := [task for _, task in device_missing([terminal], entries)]:
        allowed = [task for task in open_tasks if not waits_for(terminal, task, entries)]
        assert allowed, "a ring of tasks that wait for each other"
        task = random.choice(allowed)
        entries = with_entry(entries, DeviceTask(terminal.id, task, TODAY))
        done.append(task)
    assert sorted(done, key=list(Task).index) == list(tasks(terminal))
    for earlier, later in (
        (Task.PRINT_DETAIL, Task.SETTLE),
        (Task.REVERSALS, Task.SETTLE),
        (Task.PREAUTHS, Task.SETTLE),
        (Task.REFUNDS, Task.SETTLE),
        (Task.SETTLE, Task.SIGN_OFF),
        (Task.SIGN_OFF, Task.POWER_OFF),
        (Task.PHOTOS, Task.POWER_OFF),
        (Task.POWER_OFF, Task.HAND_OVER),
    ):
        if earlier in done and later in done:
            assert done.index(earlier) < done.index(later)


@given(terminals, st.data())
def test_taking_a_tick_back_reopens_everything_that_rested_on_it(terminal: Terminal, data: st.DataObject) -> None:
    every = tasks(terminal)
    entries: tuple[DeviceTask, ...] = ()
    for task in every:
        entries = with_entry(entries, DeviceTask(terminal.id, task, TODAY))
    undone = data.draw(st.sampled_from(every))
    left = taken_back(entries, terminal, undone)
    assert not settled(entry_of(left, terminal.id, undone))
    for task in every:
        if settled(entry_of(left, terminal.id, task)):
            assert not waits_for(terminal, task, left)


@pytest.mark.parametrize("action", Action)
def test_a_lost_terminal_asks_nothing_that_needs_the_device(action: Action) -> None:
    asked = set(tasks(_terminal(action, Condition.LOST)))
    assert {Task.REPORT_LOSS, Task.REMOTE_STOP, Task.SETTLE_BY_ACQUIRER} <= asked
    assert not asked & {Task.SETTLE, Task.SIGN_OFF, Task.PHOTOS, Task.POWER_OFF, Task.HAND_OVER, Task.SIM}


def test_a_broken_terminal_is_settled_by_the_acquirer() -> None:
    asked = tasks(_terminal(condition=Condition.DAMAGED))
    assert Task.SETTLE_BY_ACQUIRER in asked
    assert Task.SETTLE not in asked
    assert Task.HAND_OVER in asked


def test_an_own_device_is_not_handed_over_and_codes_are_asked_for_only_where_there_are_some() -> None:
    own = tasks(_terminal(ownership=Ownership.OWNED))
    assert Task.HAND_OVER not in own
    assert Task.CODES not in own
    assert Task.CODES in tasks(_terminal(qr_codes="柜台 1 张"))


def test_a_suspended_terminal_is_kept_and_can_be_resumed_once_its_stop_is_finished() -> None:
    terminal = _terminal(Action.SUSPEND)
    assert Task.STORE_SAFE in tasks(terminal)
    assert Task.HAND_OVER not in tasks(terminal)
    entries: tuple[DeviceTask, ...] = ()
    assert resuming(terminal, entries) == ()
    for task in tasks(terminal):
        entries = with_entry(entries, DeviceTask(1, task, TODAY))
    assert resuming(terminal, entries) == (Task.RESUME_ASK, Task.RESUME_CHECK, Task.RESUME_TRY)
    assert waits_for(terminal, Task.RESUME_TRY, entries) == (Task.RESUME_CHECK,)


def test_a_swap_checks_the_new_device_before_it_is_tried() -> None:
    terminal = _terminal(Action.SWAP)
    assert waits_for(terminal, Task.TRY_NEW, ()) == (Task.CHECK_NEW,)


def test_a_reason_settles_a_task_and_emptying_it_opens_it_again() -> None:
    given_up = with_entry((), DeviceTask(1, Task.UNPAIR, not_needed="没有收银软件"))
    assert settled(entry_of(given_up, 1, Task.UNPAIR))
    assert with_entry(given_up, DeviceTask(1, Task.UNPAIR)) == ()


def test_the_numbers_of_a_print_are_kept_for_each_terminal() -> None:
    prints = with_print((), LastPrint(2, batch="000123", sale_count=3, sale_fen=128_50))
    prints = with_print(prints, LastPrint(1, batch="000007"))
    assert print_of(prints, 2).sale_fen == 128_50
    assert [each.terminal for each in prints] == [1, 2]
    assert with_print(prints, LastPrint(2)) == (LastPrint(1, batch="000007"),)


def test_prints_of_a_day_add_up_over_the_terminals_settled_on_it() -> None:
    entries = (
        DeviceTask(1, Task.SETTLE, TODAY),
        DeviceTask(2, Task.SETTLE_BY_ACQUIRER, TODAY),
        DeviceTask(3, Task.SETTLE, date(2026, 11, 22)),
    )
    prints = tuple(LastPrint(number, sale_count=2, sale_fen=100 * number, refund_fen=5) for number in (1, 2, 3))
    assert settled_on(entries, 2) == TODAY
    assert settled_on(entries, 4) is None
    assert prints_of_day(entries, prints, TODAY) == (300, 4, 10, 0)


def test_a_task_taken_back_takes_back_everything_that_rests_on_it_and_nothing_else() -> None:
    terminal = _terminal(Action.SUSPEND)
    entries: tuple[DeviceTask, ...] = ()
    for task in (*tasks(terminal), Task.RESUME_ASK, Task.RESUME_CHECK, Task.RESUME_TRY):
        entries = with_entry(entries, DeviceTask(1, task, TODAY))
        entries = with_entry(entries, DeviceTask(2, task, TODAY))
    left = taken_back(entries, terminal, Task.RESUME_ASK)
    gone = {(each.terminal, each.task) for each in entries} - {(each.terminal, each.task) for each in left}
    # The third rests on the second, not on the first itself; the other terminal is another device.
    assert gone == {(1, Task.RESUME_ASK), (1, Task.RESUME_CHECK), (1, Task.RESUME_TRY)}


def test_a_task_taken_back_keeps_its_note() -> None:
    noted = DeviceTask(1, Task.RESUME_TRY, TODAY, note="试刷 1 元")
    entries = with_entry(with_entry((), DeviceTask(1, Task.RESUME_CHECK, TODAY)), noted)
    assert taken_back(entries, _terminal(Action.SUSPEND), Task.RESUME_CHECK) == (
        DeviceTask(1, Task.RESUME_TRY, note="试刷 1 元"),
    )
