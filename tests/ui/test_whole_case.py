"""A whole case through the window: from the wish to stop to the last yuan home, for each of the four actions."""

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.app.window import Stage
from pos_closeout.domain.backup import Proof, proof
from pos_closeout.domain.case import Answer, Reason, is_closed
from pos_closeout.domain.contact import NumberSource
from pos_closeout.domain.device import BEFORE_BACKUP, Task, device_missing, tasks
from pos_closeout.domain.impact import ReplacementKind
from pos_closeout.domain.open_items import ItemKind, OpenItem, is_open
from pos_closeout.domain.papers import PaperKind
from pos_closeout.domain.phases import State, Step
from pos_closeout.domain.review import EventKind, ReturnReason
from pos_closeout.domain.terminal import Action, Condition
from pos_closeout.paths import find_paths
from pos_closeout.ui import papers
from pos_closeout.ui.closing_dialog import CloseCaseDialog
from pos_closeout.ui.main_window import MainWindow
from pos_closeout.ui.settings import ScreenSettings
from pos_closeout.ui.steps.application import ApplicationPage
from pos_closeout.ui.steps.backup import BackupPage
from pos_closeout.ui.steps.contact import ContactPage
from pos_closeout.ui.steps.contact_editor import ContactEditor
from pos_closeout.ui.steps.contact_guard import GuardCard
from pos_closeout.ui.steps.contact_log import LogCard
from pos_closeout.ui.steps.device import DevicePage
from pos_closeout.ui.steps.eligibility import EligibilityPage
from pos_closeout.ui.steps.follow_up import FollowUpPage
from pos_closeout.ui.steps.follow_up_money import DepositCard, WatchCard
from pos_closeout.ui.steps.identity import IdentityPage
from pos_closeout.ui.steps.impact import ImpactPage
from pos_closeout.ui.steps.impact_replacements import ReplacementsCard
from pos_closeout.ui.steps.impact_risks import RisksCard
from pos_closeout.ui.steps.notices import NoticesPage
from pos_closeout.ui.steps.purpose import PurposePage
from pos_closeout.ui.steps.questions import Questions
from pos_closeout.ui.steps.review import ReviewPage
from pos_closeout.ui.steps.review_editor import ReviewEditor
from pos_closeout.ui.steps.review_repairs import RepairCard
from pos_closeout.ui.style.tokens import Scheme
from pos_closeout.ui.widgets.choice import CheckLine
from tests.ui.test_journey import WORDS, choice, editor, fill_identity, write

_Kind = TypeVar("_Kind", bound=QWidget)

VARIANTS = [(Action.SUSPEND, "zh"), (Action.SWAP, "en"), (Action.REMOVE, "zh"), (Action.CLOSE_MERCHANT, "en")]


class Play:
    """The window over a data folder, on a day that can pass."""

    def __init__(self, app: QApplication, qtbot: QtBot, folder: Path, language: str) -> None:
        self.day = date(2026, 11, 22)
        self.qtbot, self.language = qtbot, language
        self.store: Store = open_data_folder(folder, self.now())
        self._stage = Stage(app, find_paths(folder), self.now)
        self.window = self._opened()

    def now(self) -> datetime:
        return datetime.combine(self.day, time(18, 32), UTC)

    def _opened(self) -> MainWindow:
        window = self._stage.window(self.store, ScreenSettings(self.language, scheme=Scheme.LIGHT))
        self.qtbot.addWidget(window)
        window.show()
        return window

    def come_back(self, month: int, day: int) -> None:
        """Close the program and open it again on another day, at the case's first unfinished step."""
        case = self.window.session.case
        self.window.close()
        self.day = date(self.day.year + (month < self.day.month), month, day)
        self.window = self._opened()
        self.window.open_case(case.id)
        assert self.window.session.case == case

    def state(self, step: Step) -> State:
        return self.window.workspace.situation().statuses[step].state

    def page(self, step: Step, kind: type[_Kind]) -> _Kind:
        self.window.show_step(step)
        page = self.window.workspace.wizard.page(step)
        assert isinstance(page, kind)
        return page

    def card(self, page: QWidget, kind: type[_Kind]) -> _Kind:
        found = page.findChild(kind)
        assert found is not None
        return found

    def press(self, button: QPushButton | QCheckBox) -> None:
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def play(qapp: QApplication, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Generator[Play]:
    played = Play(qapp, qtbot, tmp_path / "data", request.param)
    yield played
    played.window.close()
    played.store.close()


def prepare(play: Play, action: Action) -> None:
    words = WORDS[play.language]
    play.window.new_case()
    purpose = play.page(Step.PURPOSE, PurposePage)
    play.press(purpose._actions[action])
    write(play.qtbot, editor(purpose, f"{words['number']} 1"), "10023456")
    write(play.qtbot, editor(purpose, f"{words['place']} 1"), "till")
    play.press(purpose._reasons[Reason.LOST if action is Action.REMOVE else Reason.CHANGE_ACQUIRER])
    write(play.qtbot, purpose._stop, "2026-12-20")
    play.page(Step.IDENTITY, IdentityPage)
    fill_identity(play.qtbot, play.window, words)
    if action is Action.REMOVE:
        case = play.window.session.case
        lost = replace(case.terminals[0], condition=Condition.LOST)
        play.window.session.edit(replace(case, terminals=(lost,)))
    assert (play.state(Step.PURPOSE), play.state(Step.IDENTITY)) == (State.DONE, State.DONE)
    assert play.state(Step.DEVICE) is State.LOCKED
    device = play.page(Step.DEVICE, DevicePage)
    assert {task for task, line in device.lines.items() if line.box.box.isEnabled()} <= BEFORE_BACKUP


def contact(play: Play) -> None:
    page = play.page(Step.CONTACT, ContactPage)
    guard = play.card(page, GuardCard)
    for name, answer in (("own_number", 0), ("called_first", 1), ("secret_asked", 1)):
        play.press(guard._chips[name][answer])

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContactEditor)
        write(play.qtbot, dialog._texts["number"], "95016")
        dialog._source.set_source(NumberSource.SLIP)
        dialog.accept()

    QTimer.singleShot(0, fill)
    play.card(page, LogCard)._added()
    identity = play.page(Step.IDENTITY, IdentityPage)
    play.press(identity._confirmed.box)
    assert play.state(Step.CONTACT) is State.DONE


def answer(play: Play) -> None:
    page = play.page(Step.ELIGIBILITY, EligibilityPage)
    questions = play.card(page, Questions)
    asked = []
    while any(found.unanswered for found in play.window.workspace.situation().findings):
        asked.append(questions._asked)
        play.press(questions._buttons[Answer.FINE])
    # The three questions of the contact step have answered this one.
    assert "not_a_scam_call" not in asked
    assert len(asked) == len(set(asked))


def look_ahead(play: Play) -> None:
    page = play.page(Step.IMPACT, ImpactPage)
    line = play.card(page, ReplacementsCard)._lines[ReplacementKind.CASH]
    play.press(line.box.box)
    play.press(line.ready.box)
    play.press(play.card(page, RisksCard)._accepted.box)
    assert play.state(Step.IMPACT) is State.DONE


def back_up(play: Play, folder: Path) -> None:
    page = play.page(Step.BACKUP, BackupPage)
    bill = folder / "微信账单2025-01.csv"
    bill.write_text("金额\n128.00\n", encoding="utf-8")
    (folder / "bags").mkdir()
    page.chosen.add([str(bill)])
    page.bag.folder_chosen.emit(str(folder / "bags"))
    play.press(choice(page, {"en": "Make the backup", "zh": "开始备份"}[play.language]))
    play.qtbot.waitUntil(lambda: proof(play.window.session.case.backup) is Proof.GOOD)
    assert play.state(Step.BACKUP) is State.DONE
    assert play.state(Step.DEVICE) is State.TO_DO


def issue(play: Play, version: int) -> None:
    page = play.page(Step.APPLICATION, ApplicationPage)
    page.print_asked.emit()
    assert play.window.session.case.letter.issued_version == version
    assert play.state(Step.APPLICATION) is State.DONE


def note(play: Play, kind: EventKind) -> None:
    page = play.page(Step.REVIEW, ReviewPage)
    assert page.now is not None
    dialog = ReviewEditor(play.window.kit, kind, page.now, play.window)
    if kind is EventKind.RETURNED:
        dialog._reasons[ReturnReason.SIGNATURE].box.setChecked(True)
    dialog.accept()
    page.noted.emit(dialog.event_noted())
    dialog.deleteLater()


def mend(play: Play) -> None:
    page = play.page(Step.REVIEW, ReviewPage)
    assert play.state(Step.REVIEW) is State.BLOCKED
    for line in play.card(page, RepairCard).findChildren(CheckLine):
        play.press(line.box)
    write(play.qtbot, editor(play.page(Step.IDENTITY, IdentityPage), WORDS[play.language]["phone"]), "13900139000")


def tell_everybody(play: Play) -> None:
    page = play.page(Step.NOTICES, NoticesPage)
    play.press(page.add_usual)
    assert play.state(Step.NOTICES) is State.TO_DO
    told = tuple(replace(each, sent_on=play.day) for each in play.window.session.case.notices)
    page._keep(told)
    assert play.state(Step.NOTICES) is State.DONE


def stop(play: Play) -> None:
    page = play.page(Step.DEVICE, DevicePage)
    terminal = play.window.session.case.terminals[0]
    done: list[Task] = []
    while left := device_missing([terminal], play.window.session.case.device_tasks):
        task = next(each for _, each in left if page.lines[each].box.box.isEnabled())
        play.press(page.lines[task].box.box)
        done.append(task)
    assert sorted(done) == sorted(tasks(terminal))
    for first, then in ((Task.SETTLE, Task.SIGN_OFF), (Task.PHOTOS, Task.POWER_OFF), (Task.POWER_OFF, Task.HAND_OVER)):
        assert then not in done or first not in done or done.index(first) < done.index(then)
    assert play.state(Step.DEVICE) is State.DONE


def watch(play: Play, action: Action) -> None:
    page = play.page(Step.FOLLOW_UP, FollowUpPage)
    write(play.qtbot, page._confirmed, play.day.isoformat())
    if action is Action.REMOVE:
        deposit = play.card(page, DepositCard)
        write(play.qtbot, deposit._money["deposit_received_fen"], "200")
        assert "deposit" in play.window.workspace.situation().statuses[Step.FOLLOW_UP].missing
        write(play.qtbot, deposit._money["deposit_deducted_fen"], "99")
        write(play.qtbot, deposit._why, "scratch")
    if action is Action.CLOSE_MERCHANT:
        play.press(play.card(page, DepositCard)._none.box)
        card = play.card(page, WatchCard)
        write(play.qtbot, card._day, play.day.isoformat())
        write(play.qtbot, card._amount, "36")
        card.add()
        assert "charges" in play.window.workspace.situation().statuses[Step.FOLLOW_UP].missing
        card._change(0, "returned_on")
    while boxes := [each for each in _months(play.card(page, WatchCard)) if not each.isChecked()]:
        play.press(boxes[0])


def _months(card: WatchCard) -> list[QCheckBox]:
    lines = [card._months.itemAt(at).widget() for at in range(card._months.count())]
    return [line.box for line in lines if isinstance(line, CheckLine)]


@pytest.mark.parametrize(("action", "play"), VARIANTS, indirect=["play"])
def test_a_case_goes_through_all_twelve_steps(
    action: Action, play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def keep(document: QPdfDocument, _title: str, _window: QWidget) -> bool:
        printed.append("".join(document.getAllText(at).text() for at in range(document.pageCount())))
        return True

    monkeypatch.setattr(papers, "print_pdf", keep)
    prepare(play, action)
    if action is Action.REMOVE:
        case = play.window.session.case
        play.window.session.edit(replace(case, settlement=replace(case.settlement, deposit_fen=299_00)))
    refund = play.window.ledger.add(
        OpenItem(case_id=play.window.session.case.id, kind=ItemKind.REFUND, amount_fen=128_00, due_on=play.day)
    )
    look_ahead(play)
    contact(play)
    answer(play)
    assert play.state(Step.ELIGIBILITY) is State.BLOCKED
    back_up(play, tmp_path)
    play.come_back(11, 25)
    assert play.window.workspace.wizard.step is Step.ELIGIBILITY
    play.window.ledger.clear(refund, play.day, "original card")
    assert play.state(Step.ELIGIBILITY) is State.DONE
    issue(play, 1)
    if action is Action.REMOVE:
        page = play.page(Step.APPLICATION, ApplicationPage)
        page.choose_paper(PaperKind.LOSS)
        assert page.papers.kind is PaperKind.LOSS
        page.choose_paper(PaperKind.LETTER)
    note(play, EventKind.SUBMITTED)
    assert play.state(Step.REVIEW) is State.TO_DO
    play.come_back(11, 30)
    note(play, EventKind.RETURNED)
    mend(play)
    issue(play, 2)
    for kind in (EventKind.SUBMITTED, EventKind.ACCEPTED):
        note(play, kind)
    window = play.window
    window.close_case(window.session.case.id)
    gate = window.findChildren(CloseCaseDialog)[-1]
    gate.accept()
    assert gate.isVisible()
    gate.done(0)
    play.window.open_case(max(case.id for case in play.window.desk.cases()))
    tell_everybody(play)
    play.come_back(12, 20)
    for kind in (EventKind.APPROVED, EventKind.RECEIVED):
        note(play, kind)
    assert play.state(Step.REVIEW) is State.DONE
    stop(play)
    play.come_back(4, 2)
    assert play.window.workspace.wizard.step is Step.FOLLOW_UP
    watch(play, action)
    assert {step: play.state(step) for step in Step} == dict.fromkeys(Step, State.DONE)
    before = len(printed)
    follow = play.page(Step.FOLLOW_UP, FollowUpPage)
    follow.report_asked.emit(play.window.session.case.letter.language)
    play.qtbot.waitUntil(lambda: len(printed) > before)
    assert "10023456" in printed[-1]
    window, number = play.window, play.window.session.case.id
    assert not any(is_open(item) for item in window.ledger.items_of(number))
    window.close_case(number)
    window.findChildren(CloseCaseDialog)[-1].accept()
    assert is_closed(window.desk.case(number))
