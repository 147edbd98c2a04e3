"""A task taken back takes back what rests on it, on that terminal only."""

from datetime import date

import pytest

from pos_closeout.actions.device import settle_task, task_of, undo_task
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.tasks import DeviceTask, Task
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.errors import BadInputError

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
