"""``device show``, ``done``, ``undo``, ``attach``, ``detach``: what is done on each terminal."""

from pathlib import Path

import click

from pos_closeout.actions.cases.cases import load_case, save_case
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.device import attach_device_file, detach_device_file, settle_task, task_of, undo_task
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.cli.upkeep import upkeep
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.device.tasks import DeviceTask, Task, entry_of, files_of, resuming, settled, tasks, waits_for
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.eligibility.concerns import tasks_back
from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.domain.steps.progress import status
from pos_closeout.guidance.device import load_device

_CASE = click.option("--case", "case_id", required=True, type=ROW_ID)
_TERMINAL = click.option("--terminal", "terminal_id", required=True, type=ROW_ID, help="Its id, as `device show` says.")
_TASK = click.argument("task", metavar="TASK")


@click.group("device")
@common_options
def device() -> None:
    """Work through what is done on each terminal."""


device.add_command(upkeep)


@device.command("show")
@_CASE
@verb
def show(context: VerbContext, case_id: int) -> None:
    """Show the tasks of every terminal in order, what each waits for, and the files kept with them."""
    with context.open() as store:
        _answer(context, load_case(store, case_id))


@device.command("done")
@_CASE
@_TERMINAL
@_TASK
@click.option("--on", help="Date; today when left out.")
@click.option("--note", default="", help="Who, what number, where. Never a password.")
@click.option("--not-needed", default="", help="Why it is not needed here, instead of having been done.")
@verb
def done(
    context: VerbContext, *, case_id: int, terminal_id: int, task: str, on: str | None, note: str, not_needed: str
) -> None:
    """Say that a task has been done, or why it is not needed."""
    reason = clean_text(not_needed)
    day = None if reason else context.today if on is None else parse_date(on)
    with context.open() as store:
        case = load_case(store, case_id)
        terminal, found = task_of(case, terminal_id, task)
        entry = DeviceTask(terminal.id, found, day, reason, clean_text(note))
        _answer(context, save_case(store, settle_task(case, terminal, entry), context.now))


@device.command("undo")
@_CASE
@_TERMINAL
@_TASK
@verb
def undo(context: VerbContext, *, case_id: int, terminal_id: int, task: str) -> None:
    """Open a task again, and with it those that may only follow it."""
    with context.open() as store:
        case = load_case(store, case_id)
        _answer(context, save_case(store, undo_task(case, *task_of(case, terminal_id, task)), context.now))


@device.command("attach")
@_CASE
@_TERMINAL
@_TASK
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@verb
def attach(context: VerbContext, *, case_id: int, terminal_id: int, task: str, files: tuple[Path, ...]) -> None:
    """Copy photos and slips into the data folder and keep them with a task."""
    context.warn_of_cards(files)
    with context.open() as store:
        case = load_case(store, case_id)
        terminal, found = task_of(case, terminal_id, task)
        for file in files:
            case = attach_device_file(store, case, terminal.id, found, file, now=context.now)
            # Saved one by one: what has been copied is known even when the next file cannot be read.
            case = save_case(store, case, context.now)
        _answer(context, case)


@device.command("detach")
@_CASE
@click.argument("sha256", metavar="SHA256")
@verb
def detach(context: VerbContext, *, case_id: int, sha256: str) -> None:
    """Take the file with this digest (its first characters will do) off its task; it moves to the bin."""
    with context.open() as store:
        _answer(context, _detached(context, store, load_case(store, case_id), sha256))


def _detached(context: VerbContext, store: Store, case: Case, sha256: str) -> Case:
    file = next((each for each in case.device_files if each.sha256.startswith(sha256.lower())), None)
    if not sha256 or file is None:
        raise NotFoundError("proof.not_found", id=sha256)
    return save_case(store, detach_device_file(store, case, file, context.now), context.now)


def _answer(context: VerbContext, case: Case) -> None:
    locked = status(case, (), ())[Step.DEVICE].state is StepState.LOCKED
    terminals = [each for each in case.terminals if each.action is not None]
    told = [
        {"id": each.id, "number": each.number, "action": each.action, "tasks": _tasks(case, each)} for each in terminals
    ]
    context.answer({"case": case.id, "locked": locked, "terminals": told}, _lines(context, case, terminals))


def _tasks(case: Case, terminal: Terminal) -> list[dict[str, object]]:
    return [_exported(case, terminal, task) for task in _all(case, terminal)]


def _all(case: Case, terminal: Terminal) -> tuple[Task, ...]:
    back = tasks_back(case)
    return (*tasks(terminal, back), *resuming(terminal, case.device_tasks, back))


def _exported(case: Case, terminal: Terminal, task: Task) -> dict[str, object]:
    entry = entry_of(case.device_tasks, terminal.id, task) or DeviceTask(terminal.id, task)
    return {
        "task": task.value,
        "done": None if entry.done_on is None else entry.done_on.isoformat(),
        "not_needed": entry.not_needed,
        "note": entry.note,
        "waits_for": [each.value for each in waits_for(terminal, task, case.device_tasks, tasks_back(case))],
        "files": [
            {"name": each.name, "sha256": each.sha256, "size": each.size}
            for each in files_of(case.device_files, terminal.id, task)
        ],
    }


def _lines(context: VerbContext, case: Case, terminals: list[Terminal]) -> list[str]:
    texts = load_device(context.paths.resources / "guidance")
    lines = []
    for terminal in terminals:
        lines.append(f"{terminal.id}  {terminal.number}  {terminal.action}")
        for task in _all(case, terminal):
            mark = "x" if settled(entry_of(case.device_tasks, terminal.id, task)) else " "
            lines.append(f"  [{mark}] {task.value}  {context.say(texts[task].name)}")
            kept = files_of(case.device_files, terminal.id, task)
            lines += [f"      {each.name}  SHA-256 {each.sha256[:16]}" for each in kept]
    return lines
