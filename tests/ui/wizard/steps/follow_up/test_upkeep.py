"""The card about terminals that stay shows what is due and keeps what was done."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from pytestqt.qtbot import QtBot

from pos_closeout.actions.reminders.reminders import remind_now
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.device.upkeep import Upkeep, UpkeepMark
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.shell.reminder_timer import ReminderTimer
from pos_closeout.ui.wizard.steps.follow_up.upkeep import UpkeepCard
from tests.ui.conftest import OpenWindow, sample_in


def _card(window: MainWindow, action: Action) -> UpkeepCard:
    sample_in(window)
    case = window.session.case
    first, *others = case.terminals
    window.session.edit(replace(case, terminals=(replace(first, action=action), *others)))
    window.show_step(Step.FOLLOW_UP)
    card = window.workspace.wizard.page(Step.FOLLOW_UP).findChild(UpkeepCard)
    assert card is not None
    return card


def test_a_suspended_terminal_has_a_line_for_each_thing_and_a_removed_one_none(open_window: OpenWindow) -> None:
    window = open_window("zh")
    card = _card(window, Action.SUSPEND)
    assert [line.row.upkeep for line in card._lines] == list(Upkeep)
    assert not card.isHidden()
    assert _card(window, Action.REMOVE).isHidden()


def test_done_today_and_other_months_are_kept_and_the_lines_stay(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    card = _card(window, Action.SUSPEND)
    line = card._lines[0]
    line._today()
    line._months.setFocus()
    line._months.setValue(6)
    terminal = window.session.case.terminals[0].id
    today = window.context.today
    assert window.session.case.upkeep_marks == (UpkeepMark(terminal, Upkeep.UPDATES, today, 6),)
    assert card._lines[0] is line
    assert line._done.value() == today
    line._done.setFocus()
    line._done.clear()
    qtbot.keyClicks(line._done, date(2099, 1, 1).isoformat())
    assert window.session.case.upkeep_marks[0].done_on != date(2099, 1, 1)


def test_what_is_due_is_said_beside_the_items_and_stands_in_the_window(open_window: OpenWindow) -> None:
    window = open_window("en")
    _card(window, Action.SUSPEND)
    case = window.session.case
    window.session.edit(replace(case, settlement=replace(case.settlement, last_transaction_on=date(2020, 1, 1))))
    window.session.flush()
    noon = datetime.combine(window.context.today, time(12), UTC)
    told = remind_now(window.context.store, noon)
    reminding = ReminderTimer(window, None)
    (first, *_) = reminding.task_lines(told)
    assert "Three months without a transaction" in first
    # What is longest overdue comes after what is new and due today; the head counts it all the same.
    assert reminding.sentence(told).startswith(f"{len(told.ids) + len(told.tasks)} things to see to")
    window.tell_due([first])
    assert first in window._banner.accessibleName()
    reminding.deleteLater()
