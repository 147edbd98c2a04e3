"""Step 11, the device itself: what is done on each terminal, in which order, and what its last print says.

The order follows the practice of acquirers ([C2]): nothing new, nothing hanging, settle, compare, sign off, photograph,
switch off, hand over, make sure that it is off. A password is typed on the device, never here.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pos_closeout.domain.device.terminal import Action, Condition, DeviceKind, Ownership, Terminal, device_kind


class Task(StrEnum):
    """Everything that may have to be done with a terminal, in the order of the list."""

    REPORT_LOSS = "report_loss"
    REMOTE_STOP = "remote_stop"
    WATCH_MISUSE = "watch_misuse"
    STOP_SALES = "stop_sales"
    REVERSALS = "reversals"
    PREAUTHS = "preauths"
    VOIDS = "voids"
    REFUNDS = "refunds"
    PRINT_DETAIL = "print_detail"
    SETTLE = "settle"
    SETTLE_BY_ACQUIRER = "settle_by_acquirer"
    COMPARE = "compare"
    SIGN_OFF = "sign_off"
    EXPORT = "export"
    PHOTOS = "photos"
    SIM = "sim"
    UNPAIR = "unpair"
    CODES = "codes"
    POWER_OFF = "power_off"
    STORE_SAFE = "store_safe"
    CHECK_NEW = "check_new"
    TRY_NEW = "try_new"
    CLEAR_RECORDS = "clear_records"
    HAND_OVER = "hand_over"
    TRY_OLD = "try_old"
    LAST_CREDIT = "last_credit"
    STATUS = "status"
    RECEIPT = "receipt"
    RESUME_ASK = "resume_ask"
    RESUME_CHECK = "resume_check"
    RESUME_TRY = "resume_try"


@dataclass(frozen=True, slots=True)
class DeviceTask:
    """What the owner did about one task of one terminal.

    Attributes:
        terminal: id of the terminal.
        done_on: the day it was done, ``None`` while it is not.
        not_needed: why it is not needed here, in the owner's words; empty otherwise.
        note: who, what number, anything worth knowing later.
    """

    terminal: int
    task: Task
    done_on: date | None = None
    not_needed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LastPrint:
    """What the settlement print of a terminal says. Amounts in fen, ``None`` means not written down.

    Attributes:
        terminal: id of the terminal.
    """

    terminal: int
    batch: str = ""
    voucher: str = ""
    sale_count: int | None = None
    sale_fen: int | None = None
    refund_count: int | None = None
    refund_fen: int | None = None


@dataclass(frozen=True, slots=True)
class DeviceFile:
    """A photo or slip kept with a task of a terminal.

    Attributes:
        terminal: id of the terminal.
        name: what it was called where it came from.
        stored_as: where it lies below the folder of attachments, with ``/`` between the parts.
        sha256: digest of its content, in hexadecimal.
        size: in bytes.
        added_on: the day.
    """

    terminal: int
    task: Task
    name: str = ""
    stored_as: str = ""
    sha256: str = ""
    size: int = 0
    added_on: date | None = None


_CLEAN = (Task.STOP_SALES, Task.REVERSALS, Task.PREAUTHS, Task.VOIDS, Task.REFUNDS, Task.PRINT_DETAIL)
_SETTLED = (*_CLEAN, Task.SETTLE, Task.COMPARE, Task.SIGN_OFF)
_COUNTER = frozenset(
    {
        Task.REVERSALS,
        Task.PREAUTHS,
        Task.VOIDS,
        Task.PRINT_DETAIL,
        Task.SETTLE,
        Task.COMPARE,
        Task.SIGN_OFF,
        Task.UNPAIR,
    }
)
"""Tasks of a terminal on the counter, with its batch, its cashiers and its till."""

LEFT_OUT: Mapping[DeviceKind | None, frozenset[Task]] = MappingProxyType(
    {DeviceKind.POCKET: _COUNTER, DeviceKind.CODE: _COUNTER | {Task.CLEAR_RECORDS}}
)
"""What a kind of device leaves out: a pocket device or a code has no batch to print and settle, and nobody signs it
off; the acquirer's side does that."""

_OFF = (Task.TRY_OLD, Task.LAST_CREDIT, Task.STATUS, Task.RECEIPT)
_LOST = (Task.REPORT_LOSS, Task.REMOTE_STOP, Task.WATCH_MISUSE, Task.PREAUTHS, Task.REFUNDS, Task.SETTLE_BY_ACQUIRER)

_AFTER: dict[Task, tuple[Task, ...]] = {
    Task.PRINT_DETAIL: (Task.STOP_SALES,),
    Task.SETTLE: (Task.REVERSALS, Task.PREAUTHS, Task.VOIDS, Task.REFUNDS, Task.PRINT_DETAIL),
    Task.SETTLE_BY_ACQUIRER: (Task.PREAUTHS, Task.REFUNDS),
    Task.COMPARE: (Task.SETTLE, Task.SETTLE_BY_ACQUIRER),
    Task.SIGN_OFF: (Task.SETTLE, Task.COMPARE),
    Task.POWER_OFF: (Task.SIGN_OFF, Task.SETTLE_BY_ACQUIRER, Task.PHOTOS),
    Task.STORE_SAFE: (Task.POWER_OFF,),
    Task.TRY_NEW: (Task.CHECK_NEW,),
    Task.CLEAR_RECORDS: (Task.EXPORT, Task.PHOTOS),
    Task.HAND_OVER: (Task.POWER_OFF, Task.SIM),
    Task.RESUME_CHECK: (Task.RESUME_ASK,),
    Task.RESUME_TRY: (Task.RESUME_CHECK,),
}
"""What must come first, where the order matters: a task done too early loses money or proof."""

BEFORE_BACKUP = frozenset(
    {Task.REPORT_LOSS, Task.REMOTE_STOP, Task.WATCH_MISUSE, Task.STOP_SALES, Task.REVERSALS, Task.EXPORT}
)
"""What destroys nothing and may not wait for a backup; everything else stays locked until it has been checked."""

FIELDS_OF_PRINT = frozenset({Task.SETTLE, Task.SETTLE_BY_ACQUIRER})
"""The tasks at which the numbers of the last print are asked for."""


def tasks(terminal: Terminal, back: Collection[Task] = ()) -> tuple[Task, ...]:
    """Return what is to be done with a terminal, in order.

    Args:
        terminal: its action, its condition, whose and what it is decide.
        back: tasks that its kind leaves out and that the owner wants all the same.
    """
    chosen = _of_any_kind(terminal)
    chosen -= LEFT_OUT.get(device_kind(terminal), frozenset()) - set(back)
    if device_kind(terminal) is DeviceKind.CODE and terminal.action not in {Action.SUSPEND, Action.SWAP}:
        chosen.add(Task.CODES)
    return tuple(task for task in Task if task in chosen)


def left_out_tasks(terminal: Terminal) -> tuple[Task, ...]:
    """Return the tasks that only the kind of a terminal leaves out, in order."""
    left = LEFT_OUT.get(device_kind(terminal), frozenset()) & _of_any_kind(terminal)
    return tuple(task for task in Task if task in left)


def _of_any_kind(terminal: Terminal) -> set[Task]:
    chosen = set(_by_condition(terminal)) | set(_by_action(terminal))
    if terminal.condition is Condition.LOST:
        chosen -= {Task.STOP_SALES, Task.EXPORT, Task.PHOTOS, Task.SIM, Task.POWER_OFF, Task.STORE_SAFE, Task.HAND_OVER}
        chosen -= {Task.TRY_OLD, Task.CLEAR_RECORDS}
        chosen.add(Task.EXPORT)
    if terminal.ownership is Ownership.OWNED:
        chosen -= {Task.HAND_OVER, Task.SIM}
    if not terminal.qr_codes.strip() or terminal.action in {Action.SUSPEND, Action.SWAP}:
        chosen.discard(Task.CODES)
    return chosen


def resuming(terminal: Terminal, entries: Sequence[DeviceTask], back: Collection[Task] = ()) -> tuple[Task, ...]:
    """Return the way back (复机) of a suspended terminal whose stop is finished; nobody has to go it."""
    if terminal.action is not Action.SUSPEND or device_missing([terminal], entries, back):
        return ()
    return (Task.RESUME_ASK, Task.RESUME_CHECK, Task.RESUME_TRY)


def _by_condition(terminal: Terminal) -> tuple[Task, ...]:
    if terminal.condition is Condition.LOST:
        return (*_LOST, Task.COMPARE)
    if terminal.condition is Condition.DAMAGED:
        return (Task.STOP_SALES, Task.PREAUTHS, Task.REFUNDS, Task.SETTLE_BY_ACQUIRER, Task.COMPARE, Task.PHOTOS)
    return _SETTLED


def _by_action(terminal: Terminal) -> tuple[Task, ...]:
    common = (Task.EXPORT, Task.PHOTOS, Task.UNPAIR, Task.CODES, Task.POWER_OFF)
    if terminal.action is Action.SUSPEND:
        return (Task.EXPORT, Task.PHOTOS, Task.POWER_OFF, Task.STORE_SAFE, Task.TRY_OLD, Task.LAST_CREDIT, Task.RECEIPT)
    if terminal.action is Action.SWAP:
        return (
            *common,
            Task.SIM,
            Task.CHECK_NEW,
            Task.TRY_NEW,
            Task.CLEAR_RECORDS,
            Task.HAND_OVER,
            Task.LAST_CREDIT,
            Task.RECEIPT,
        )
    return (*common, Task.SIM, Task.CLEAR_RECORDS, Task.HAND_OVER, *_OFF)


def settled(entry: DeviceTask | None) -> bool:
    """Return whether a task needs nothing more: it is done, or the owner said why it is not needed."""
    return entry is not None and (entry.done_on is not None or bool(entry.not_needed.strip()))


def entry_of(entries: Sequence[DeviceTask], terminal: int, task: Task) -> DeviceTask | None:
    """Return what was written about a task of a terminal, or ``None``."""
    return next((entry for entry in entries if (entry.terminal, entry.task) == (terminal, task)), None)


def files_of(files: Sequence[DeviceFile], terminal: int, task: Task) -> tuple[DeviceFile, ...]:
    """Return the files kept with a task of a terminal, in the order they were added."""
    return tuple(each for each in files if (each.terminal, each.task) == (terminal, task))


def waits_for(
    terminal: Terminal, task: Task, entries: Sequence[DeviceTask], back: Collection[Task] = ()
) -> tuple[Task, ...]:
    """Return the tasks of this terminal that must be settled before this one, in order; empty when it may be done."""
    needed = set(_AFTER.get(task, ()))
    mine = (*tasks(terminal, back), *resuming(terminal, entries, back))
    return tuple(each for each in mine if each in needed and not settled(entry_of(entries, terminal.id, each)))


def with_entry(entries: Sequence[DeviceTask], entry: DeviceTask) -> tuple[DeviceTask, ...]:
    """Return the entries with one of them set; an empty one is taken out."""
    kept = [each for each in entries if (each.terminal, each.task) != (entry.terminal, entry.task)]
    if settled(entry) or entry.note.strip():
        kept.append(entry)
    order = list(Task)
    return tuple(sorted(kept, key=lambda each: (each.terminal, order.index(each.task))))


def taken_back(entries: Sequence[DeviceTask], terminal: Terminal, task: Task) -> tuple[DeviceTask, ...]:
    """Return the entries with one task open again, and with it every task that may only follow it."""
    found = tuple(
        DeviceTask(each.terminal, each.task, note=each.note)
        if (each.terminal, each.task) == (terminal.id, task)
        else each
        for each in entries
    )
    kept = tuple(each for each in found if settled(each) or each.note.strip())
    for later in Task:
        if settled(entry_of(kept, terminal.id, later)) and task in _AFTER.get(later, ()):
            kept = taken_back(kept, terminal, later)
    return kept


def print_of(prints: Sequence[LastPrint], terminal: int) -> LastPrint:
    """Return the numbers of the last print of a terminal, empty ones when there are none."""
    return next((each for each in prints if each.terminal == terminal), LastPrint(terminal))


def settled_on(entries: Sequence[DeviceTask], terminal: int) -> date | None:
    """Return the day on which the last batch of a terminal was settled, by the owner or by the acquirer."""
    days = (entry.done_on for entry in entries if entry.terminal == terminal and entry.task in FIELDS_OF_PRINT)
    return next((day for day in days if day is not None), None)


def prints_of_day(entries: Sequence[DeviceTask], prints: Sequence[LastPrint], day: date) -> tuple[int, int, int, int]:
    """Return what the last prints of a day add up to over all terminals: sales fen and count, refunds fen and count."""
    chosen = [printed for printed in prints if settled_on(entries, printed.terminal) == day]
    return (
        sum(printed.sale_fen or 0 for printed in chosen),
        sum(printed.sale_count or 0 for printed in chosen),
        sum(printed.refund_fen or 0 for printed in chosen),
        sum(printed.refund_count or 0 for printed in chosen),
    )


def with_print(prints: Sequence[LastPrint], changed: LastPrint) -> tuple[LastPrint, ...]:
    """Return the prints with one of them set; an empty one is taken out."""
    kept = [each for each in prints if each.terminal != changed.terminal]
    if changed != LastPrint(changed.terminal):
        kept.append(changed)
    return tuple(sorted(kept, key=lambda each: each.terminal))


def device_missing(
    terminals: Sequence[Terminal], entries: Sequence[DeviceTask], back: Collection[Task] = ()
) -> tuple[tuple[int, Task], ...]:
    """Return the tasks of all terminals that are still open, as pairs of terminal id and task, in order."""
    return tuple(
        (terminal.id, task)
        for terminal in terminals
        for task in tasks(terminal, back)
        if not settled(entry_of(entries, terminal.id, task))
    )
