"""Work through the device step: tick a task, take it back, keep photos and slips with it.

Files lie in ``attachments/<number of the case>/device/<id of the terminal>/<task>/`` and are known by their digest;
what is taken off goes to ``attachments/bin/``, as with the proof of items.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from pos_closeout.actions.items.proofs import bin_file, keep_copy, unchanged
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.tasks import (
    BEFORE_BACKUP,
    DeviceFile,
    DeviceTask,
    Task,
    entry_of,
    resuming,
    taken_back,
    tasks,
    waits_for,
    with_entry,
)
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.eligibility.concerns import tasks_back
from pos_closeout.domain.errors import BadInputError, DataFolderError, NotFoundError
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.domain.steps.progress import status
from pos_closeout.store import Store

_FOLDER = "device"


def task_of(case: Case, terminal_id: int, name: str) -> tuple[Terminal, Task]:
    """Return a terminal of a case and one of its tasks.

    Raises:
        NotFoundError: ``device.no_terminal`` when the case has no such terminal or nothing happens to it.
        BadInputError: ``device.no_task`` with the tasks it has.
    """
    terminal = next((each for each in case.terminals if each.id == terminal_id and each.action is not None), None)
    if terminal is None:
        raise NotFoundError("device.no_terminal", id=terminal_id)
    back = tasks_back(case)
    mine = (*tasks(terminal, back), *resuming(terminal, case.device_tasks, back))
    found = next((task for task in mine if task.value == name), None)
    if found is None:
        raise BadInputError("device.no_task", task=name, choices=", ".join(mine))
    return terminal, found


def settle_task(case: Case, terminal: Terminal, entry: DeviceTask) -> Case:
    """Return the case with a task done or not needed, as a tick in the window would leave it.

    Raises:
        BadInputError: ``device.locked`` while no backup has been read back, ``device.waits`` with the tasks before it.
    """
    # Neither findings nor items decide about this step.
    locked = status(case, (), ())[Step.DEVICE].state is StepState.LOCKED
    if locked and entry.task not in BEFORE_BACKUP:
        raise BadInputError("device.locked")
    before = waits_for(terminal, entry.task, case.device_tasks, tasks_back(case))
    if before:
        raise BadInputError("device.waits", tasks=", ".join(before))
    old = entry_of(case.device_tasks, terminal.id, entry.task)
    kept = replace(entry, note=entry.note or (old.note if old is not None else ""))
    return replace(case, device_tasks=with_entry(case.device_tasks, kept))


def undo_task(case: Case, terminal: Terminal, task: Task) -> Case:
    """Return the case with a task open again, and with it every task that may only follow it; files stay."""
    return replace(case, device_tasks=taken_back(case.device_tasks, terminal, task))


def attach_device_file(store: Store, case: Case, terminal_id: int, task: Task, source: Path, *, now: datetime) -> Case:
    """Copy a file into the data folder and return the case with it; the same file twice is kept once.

    Raises:
        BadInputError: ``file.not_found``, ``file.unreadable`` or ``file.too_big``.
        DataFolderError: ``proof.not_copied``; no copy is left then.
    """
    copy = keep_copy(store, PurePosixPath(case.number) / _FOLDER / str(terminal_id) / task.value, source, now)
    if any(each.stored_as == copy.stored_as for each in case.device_files):
        return case
    made = DeviceFile(terminal_id, task, copy.name, copy.stored_as, copy.sha256, copy.size, now.date())
    return replace(case, device_files=(*case.device_files, made))


def detach_device_file(store: Store, case: Case, file: DeviceFile, now: datetime) -> Case:
    """Move a file to the bin and return the case without it.

    Raises:
        DataFolderError: ``proof.not_copied`` when it cannot be moved; ``proof.missing`` for a place outside the folder.
    """
    _inside(file)
    name = f"{now:%Y%m%d%H%M%S}-{file.terminal}-{file.task.value}-{PurePosixPath(file.stored_as).name}"
    bin_file(store, file.stored_as, name)
    return replace(case, device_files=tuple(each for each in case.device_files if each != file))


def device_file_path(store: Store, file: DeviceFile) -> Path:
    """Return where a file lies, after comparing it with its digest.

    Raises:
        DataFolderError: ``proof.missing`` or ``proof.changed``.
    """
    _inside(file)
    return unchanged(store, file.stored_as, file.sha256)


def _inside(file: DeviceFile) -> None:
    """Refuse a place that leads out of the folder of attachments: a case may have come from somebody else's hands."""
    place = PurePosixPath(file.stored_as)
    if place.is_absolute() or ".." in place.parts or "\\" in file.stored_as or ":" in file.stored_as:
        raise DataFolderError("proof.missing", path=file.stored_as)
