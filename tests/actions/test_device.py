"""A task taken back takes back what rests on it, on that terminal only."""

from datetime import date

import pytest

from pos_closeout.actions.device import settle_task, task_of, undo_task
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.tasks import DeviceTask, Task
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.errors import BadInputError, NotFoundError

DAY = date(2026, 11, 22)
FIRST, SECOND = Terminal(id=1, action=Action.SWAP), Terminal(id=2, action=Action.SWAP)


def test_undoing_a_task_opens_what_rests_on_it_and_leaves_the_rest() -> None:
    both = (Task.EXPORT, Task.CHECK_NEW, Task.TRY_NEW)
    case = Case(
        terminals=(FIRST, SECOND), device_tasks=tuple(DeviceTask(at, each, DAY) for at in (1, 2) for each in both)
    )
    undone = undo_task(case, FIRST, Task.CHECK_NEW)
    assert undone.device_tasks == (DeviceTask(1, Task.EXPORT, DAY), *(DeviceTask(2, each, DAY) for each in both))


def test_a_task_cannot_be_done_before_what_it_rests_on() -> None:
    case = Case(terminals=(FIRST,))
    with pytest.raises(BadInputError):
        settle_task(case, FIRST, DeviceTask(1, Task.TRY_NEW, DAY))
    assert task_of(case, 1, Task.TRY_NEW.value) == (FIRST, Task.TRY_NEW)


def test_what_destroys_something_waits_for_a_backup_and_the_rest_does_not() -> None:
    leaving = Terminal(id=1, action=Action.REMOVE)
    case = Case(terminals=(leaving,))
    with pytest.raises(BadInputError, match=r"device\.locked"):
        settle_task(case, leaving, DeviceTask(1, Task.POWER_OFF, DAY))
    assert settle_task(case, leaving, DeviceTask(1, Task.STOP_SALES, DAY)).device_tasks == (
        DeviceTask(1, Task.STOP_SALES, DAY),
    )


def test_a_note_stays_until_another_takes_its_place() -> None:
    noted = settle_task(Case(terminals=(FIRST,)), FIRST, DeviceTask(1, Task.STOP_SALES, DAY, note="柜台"))
    again = settle_task(noted, FIRST, DeviceTask(1, Task.STOP_SALES, DAY))
    assert [each.note for each in again.device_tasks] == ["柜台"]
    other = settle_task(again, FIRST, DeviceTask(1, Task.STOP_SALES, DAY, note="后厨"))
    assert [each.note for each in other.device_tasks] == ["后厨"]


def test_a_terminal_or_task_that_a_case_does_not_have_is_refused() -> None:
    case = Case(terminals=(FIRST, Terminal(id=3)))
    for nobody in (3, 9):
        with pytest.raises(NotFoundError, match=r"device\.no_terminal"):
            task_of(case, nobody, Task.EXPORT.value)
    with pytest.raises(BadInputError, match=r"device\.no_task") as refused:
        task_of(case, 1, "dance")
    assert Task.CHECK_NEW.value in str(refused.value.facts["choices"])
