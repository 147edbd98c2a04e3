"""Step 11: each terminal through its last tasks, in the order that saves money and proof."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.bills.bills import takings_of_day
from pos_closeout.actions.papers.left_out import LeftOutKind
from pos_closeout.domain.device.tasks import (
    BEFORE_BACKUP,
    DeviceTask,
    LastPrint,
    Task,
    entry_of,
    files_of,
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
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.eligibility.concerns import tasks_back
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, card, clear_layout, framed, icon_label, label, row, rule
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.phrases import shortened
from pos_closeout.ui.wizard.left_out import LeftOutLine
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.action_words import action_icon
from pos_closeout.ui.wizard.steps.device.task_line import TaskLine, TaskView
from pos_closeout.ui.wizard.steps.page import StepPage

_PLACE_COLUMNS = 40
"""What a chip says of where a terminal stands."""


class DevicePage(StepPage):
    """A checklist for each terminal; what must wait says what for."""

    files_given = Signal(int, object, list)
    """The owner adds files: id of the terminal, the :class:`Task`, their paths."""
    file_opened = Signal(object)
    """The owner wants to see a :class:`DeviceFile`."""
    file_removed = Signal(object)
    """The owner takes a :class:`DeviceFile` off its task."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.DEVICE)
        self._terminal = 0
        self._drawn: tuple[int, tuple[Task, ...]] | None = None
        self.lines: dict[Task, TaskLine] = {}
        self._banner = Banner(context)
        self._chips = FlowLayout(spacing=12)
        chips = QWidget()
        chips.setLayout(self._chips)
        self._chips_shown: tuple[tuple[int, str], ...] = ()
        self._summary = label("", "strong")
        never = row(icon_label(context.look, "shield-alert", Tone.SEAL, 18, top=True), spacing=8)
        never.addWidget(label(self._never_text(), "hint"), 1)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(8, 6, 8, 6)
        self._list.setSpacing(0)
        self._card: QFrame = framed(self._list, "card")
        self._left_out = LeftOutLine(context, (LeftOutKind.TASK,))
        self._left_out.changed.connect(self.edit)
        self.lay_out(self._banner, chips, self._summary, card(never), self._card, self._left_out)

    def _never_text(self) -> str:
        return self.tr(
            "Never reset the terminal, clear its keys or open its body, and never tell anybody a password or a code: "
            "passwords are typed on the device only."
        )

    def refresh(self, now: Situation) -> None:
        """Show the tasks of the chosen terminal."""
        terminals = [terminal for terminal in now.case.terminals if terminal.action is not None]
        self._tell_banner(now, terminals)
        chosen = next((terminal for terminal in terminals if terminal.id == self._terminal), None)
        if chosen is None and terminals:
            chosen = terminals[0]
        self._show_chips(terminals, chosen)
        self._left_out.tell(now)
        self._card.setVisible(chosen is not None)
        self._summary.setVisible(chosen is not None)
        if chosen is not None:
            self._terminal = chosen.id
            self._show_tasks(now, chosen)

    def _tell_banner(self, now: Situation, terminals: Sequence[Terminal]) -> None:
        if now.statuses[Step.DEVICE].state is StepState.NOT_NEEDED:
            self._banner.tell(Tone.NEUTRAL, "")
        elif not terminals:
            text = self.tr("Say first which terminals are to stop and how.")
            self._banner.tell(Tone.AMBER, text, self.tr("Go there"), lambda: self.step_asked.emit(Step.PURPOSE))
        elif now.statuses[Step.DEVICE].state is StepState.LOCKED:
            text = self.tr(
                "Locked until your backup has been checked: what is on the device and behind the login cannot be "
                "fetched again later."
            )
            self._banner.tell(Tone.AMBER, text, self.tr("Go to the backup"), lambda: self.step_asked.emit(Step.BACKUP))
        else:
            self._banner.tell(Tone.NEUTRAL, "")

    def _show_chips(self, terminals: Sequence[Terminal], chosen: Terminal | None) -> None:
        named = tuple((terminal.id, self._name(number, terminal)) for number, terminal in enumerate(terminals, 1))
        if named != self._chips_shown:
            self._chips_shown = named
            clear_layout(self._chips)
            if len(named) > 1:
                self._chips.add_all(*(self._chip(number, name, terminals) for number, name in named))
        for chip in self.findChildren(QPushButton):
            number = chip.property("terminal")
            if number is not None:
                chip.setChecked(chosen is not None and number == chosen.id)

    def _chip(self, number: int, name: str, terminals: Sequence[Terminal]) -> QPushButton:
        action = next(terminal.action for terminal in terminals if terminal.id == number)
        made = button(self.context.look, name, lambda: self._choose(number), icon=_icon(action), kind="chip")
        made.setProperty("terminal", number)
        made.setCheckable(True)
        return made

    def _name(self, position: int, terminal: Terminal) -> str:
        place = shortened(terminal.place, _PLACE_COLUMNS)
        return " · ".join(part for part in (terminal.number or str(position), place) if part)

    def _choose(self, number: int) -> None:
        self._terminal = number
        if self.now is not None:
            self.refresh(self.now)

    def _show_tasks(self, now: Situation, terminal: Terminal) -> None:
        entries, locked = now.case.device_tasks, now.statuses[Step.DEVICE].state is StepState.LOCKED
        back = tasks_back(now.case)
        needed = tasks(terminal, back)
        wanted = (*needed, *resuming(terminal, entries, back))
        if self._drawn != (terminal.id, wanted):
            self._drawn = (terminal.id, wanted)
            self._draw(wanted)
        waits = {task: self._waits(terminal, task, entries, locked=locked) for task in wanted}
        is_open = [task for task in wanted if not settled(entry_of(entries, terminal.id, task))]
        current = next((task for task in is_open if task in needed and not waits[task]), None)
        for task, line in self.lines.items():
            entry = entry_of(entries, terminal.id, task) or DeviceTask(terminal.id, task)
            printed = print_of(now.case.last_prints, terminal.id)
            compared = self._compared(now, terminal.id) if task is Task.COMPARE else ""
            files = files_of(now.case.device_files, terminal.id, task)
            line.tell(TaskView(entry, printed, waits[task], task is current, now.today, compared, files))
        settled_count = sum(task not in is_open for task in needed)
        done = self.tr("%1 of %2 done").replace("%1", str(settled_count)).replace("%2", str(len(needed)))
        action = (
            "" if terminal.action is None else self.context.say(self.context.guidance.actions[terminal.action].name)
        )
        self._summary.setText(" · ".join(part for part in (terminal.number, action, done) if part))

    def _compared(self, now: Situation, terminal: int) -> str:
        day = settled_on(now.case.device_tasks, terminal)
        if day is None:
            return ""
        bills = takings_of_day(self.context.store, now.case.id, day)
        if not bills.bills:
            return self.tr("No imported bill holds %1 yet; import it and look again.").replace(
                "%1", self.context.day(day)
            )
        sales, sales_count, refunds, refunds_count = prints_of_day(now.case.device_tasks, now.case.last_prints, day)
        said = self.tr("Bills: %1 in %2, %3 back in %4. Prints: %5 in %6, %7 back in %8.")
        told = (
            (
                self.context.yuan(bills.income_fen),
                bills.income_count,
                self.context.yuan(bills.refund_fen),
                bills.refund_count,
            ),
            (self.context.yuan(sales), sales_count, self.context.yuan(refunds), refunds_count),
        )
        for number, value in enumerate((*told[0], *told[1]), 1):
            said = said.replace(f"%{number}", str(value))
        agree = (sales, refunds) == (bills.income_fen, bills.refund_fen)
        verdict = self.tr("They agree.") if agree else self.tr("They differ: write the difference into the open items.")
        return f"{said} {verdict}"

    def _draw(self, wanted: Sequence[Task]) -> None:
        clear_layout(self._list)
        self.lines = {}
        for task in wanted:
            if self.lines:
                self._list.addWidget(rule())
            line = TaskLine(self.context, task, self.context.guidance.device[task])
            line.answered.connect(self._told)
            line.taken_back.connect(lambda task=task: self._taken_back(task))
            line.printed.connect(self._printed)
            line.files_given.connect(lambda files, task=task: self.files_given.emit(self._terminal, task, files))
            line.files.opened.connect(self.file_opened)
            line.files.removed.connect(self.file_removed)
            self.lines[task] = line
            self._list.addWidget(line)

    def _waits(self, terminal: Terminal, task: Task, entries: Sequence[DeviceTask], *, locked: bool) -> str:
        if locked and task not in BEFORE_BACKUP:
            return self.tr("First check your backup.")
        before = waits_for(terminal, task, entries, tasks_back(self.case))
        if not before:
            return ""
        names = [self.context.say(self.context.guidance.device[each].name) for each in before]
        return self.tr("First: %1").replace("%1", self.tr(", ").join(names))

    def _told(self, entry: DeviceTask) -> None:
        self.edit(replace(self.case, device_tasks=with_entry(self.case.device_tasks, entry)))

    def _taken_back(self, task: Task) -> None:
        terminal = next(each for each in self.case.terminals if each.id == self._terminal)
        self.edit(replace(self.case, device_tasks=taken_back(self.case.device_tasks, terminal, task)))

    def _printed(self, printed: LastPrint) -> None:
        self.edit(replace(self.case, last_prints=with_print(self.case.last_prints, printed)))


def _icon(action: Action | None) -> str:
    return "" if action is None else action_icon(action)
