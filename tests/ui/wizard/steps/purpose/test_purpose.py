"""Step 1: nothing is chosen for the owner, advice comes before the choice, and what follows is there at once."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pos_closeout.domain.case.case import EntityType, Reason
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.device.terminal import Action, DeviceKind, Terminal
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import Scheme, TextSize
from pos_closeout.ui.widgets.choice import PictureChoice
from pos_closeout.ui.wizard.left_out import LeftOutDialog
from pos_closeout.ui.wizard.steps.purpose.page import PurposePage
from tests.ui.conftest import OpenWindow


def opened(window: MainWindow) -> PurposePage:
    window.new_case()
    page = window.workspace.wizard.page(Step.PURPOSE)
    assert isinstance(page, PurposePage)
    return page


def said(page: PurposePage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_a_new_case_has_nothing_chosen(open_window: OpenWindow) -> None:
    window = open_window()
    page = opened(window)
    case = window.session.case
    assert case.merchant.entity_type is EntityType.UNSAID
    chosen = (*page.three.entities.values(), *page.three.kinds.values(), *page.action.choices.values())
    assert not any(each.isChecked() for each in chosen)
    assert "Say who you are." in said(page)


def test_each_question_is_kept_as_it_is_answered_and_a_second_press_takes_nothing_back(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = opened(window)
    for choice in (page.three.entities[EntityType.MICRO], page.three.kinds[DeviceKind.POCKET]):
        for _ in range(2):
            qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
            assert choice.isChecked()
    case = window.session.case
    assert case.merchant.entity_type is EntityType.MICRO
    assert [each.kind for each in case.terminals] == [DeviceKind.POCKET]
    assert not page.three.kinds[DeviceKind.SMART].isChecked()


def test_the_advice_stands_before_the_choice_and_is_taken_with_one_press(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window)
    qtbot.mouseClick(page.three._reasons[Reason.CLOSING_DOWN], Qt.MouseButton.LeftButton)
    assert "Our advice: Close the merchant." in said(page)
    assert not any(each.action for each in window.session.case.terminals)
    take = next(each for each in page.action._advice.findChildren(type(page._left_out.show_list)) if each.text())
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert [each.action for each in window.session.case.terminals] == [Action.CLOSE_MERCHANT]
    assert page.action.choices[Action.CLOSE_MERCHANT].isChecked()


def test_terminals_of_several_kinds_each_say_theirs(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window)
    qtbot.mouseClick(page.three.kinds[DeviceKind.COUNTER], Qt.MouseButton.LeftButton)
    page._rows._added()
    first, second = page._rows._lines
    qtbot.waitUntil(lambda: first.kind.isVisibleTo(page))
    second.kind.setCurrentIndex(second.kind.findData(DeviceKind.CODE))
    second.kind.activated.emit(second.kind.currentIndex())
    assert [each.kind for each in window.session.case.terminals] == [DeviceKind.COUNTER, DeviceKind.CODE]
    assert not any(tile.isChecked() for tile in page.three.kinds.values())
    model = replace(Terminal(), model="电签POS")
    second.tell(model)
    assert second.kind.currentData() == DeviceKind.POCKET
    assert second.terminal_shown(model).kind is None


def test_a_day_that_is_worked_is_offered_and_taken_with_one_press(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window)
    qtbot.waitUntil(lambda: len(page.day._offered) > 0)
    assert window.session.case.request.stop_on is None
    days = page.day._offered
    assert all(day.weekday() < 5 for day in days)
    page.day._take(days[0])
    assert window.session.case.request.stop_on == days[0]
    qtbot.mouseClick(page.three._reasons[Reason.CLOSING_DOWN], Qt.MouseButton.LeftButton)
    assert all((day - window.context.today).days >= 30 for day in page.day._offered)


def test_a_day_that_is_not_worked_is_said_with_the_days_beside_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = opened(open_window())
    qtbot.waitUntil(lambda: len(page.day._offered) > 0)
    page.day.stop.setText("2026-12-12")
    page.day.stop.textEdited.emit("2026-12-12")
    assert "Nobody works at the acquirer on this day (weekend or holiday). Take Fri 11 Dec or Mon 14 Dec." in said(page)


def test_a_way_in_the_app_is_pointed_to_before_the_choice(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window)
    for choice in (page.three.entities[EntityType.MICRO], page.three._reasons[Reason.IDLE]):
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert "You may do it in an app first" in said(page)
    show = next(each for each in page.action._in_app.findChildren(type(page._left_out.show_list)) if each.text())
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert window.workspace.wizard.step is Step.CONTACT


def test_whoever_never_opened_the_merchant_is_asked_for_no_device(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window)
    qtbot.mouseClick(page.three.entities[EntityType.MICRO], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.three._reasons[Reason.NOT_OPENED], Qt.MouseButton.LeftButton)
    for hidden in (page.three._device, page.action._asked, page._terminals, page.day):
        assert not hidden.isVisibleTo(page)
    now = window.workspace.situation()
    assert now.statuses[Step.PURPOSE].state is StepState.DONE
    for step in (Step.OPEN_ITEMS, Step.IMPACT, Step.BACKUP, Step.NOTICES, Step.DEVICE):
        assert now.statuses[step].state is StepState.NOT_NEEDED
    wizard = window.workspace.wizard
    passed = [wizard.step]
    for _ in range(6):
        wizard._move(1)
        passed.append(wizard.step)
    assert passed == [
        Step.PURPOSE, Step.IDENTITY, Step.ELIGIBILITY, Step.CONTACT, Step.APPLICATION, Step.REVIEW, Step.FOLLOW_UP,
    ]  # fmt: skip


def test_what_is_left_out_says_why_and_comes_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = opened(window)
    for choice in (page.three.entities[EntityType.MICRO], page.three.kinds[DeviceKind.POCKET]):
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.three._reasons[Reason.IDLE], Qt.MouseButton.LeftButton)
    now = page.now
    assert now is not None
    dialog = LeftOutDialog(window.context, now, page._left_out._groups, window)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog._lines.count() > 5)
    told = "\n".join(each.text() for each in dialog.findChildren(QLabel))
    assert "A personal device has no such matter" in told
    buttons = [each for each in dialog.findChildren(type(page._left_out.show_list)) if "Bring back" in each.text()]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert len(dialog.case.profile.brought_back) == 1
    qtbot.waitUntil(lambda: "brought back" in "\n".join(each.text() for each in dialog.findChildren(QLabel)))


def test_special_situations_are_folded_away_until_one_is_told(open_window: OpenWindow) -> None:
    window = open_window()
    page = opened(window)
    card = page._profile
    assert not card._body.isVisibleTo(page)
    card.unfold(wanted=True)
    combo = card._combos["applicant"]
    combo.setCurrentIndex(combo.findData(Applicant.HEIRS))
    combo.activated.emit(combo.currentIndex())
    assert window.session.case.profile.applicant is Applicant.HEIRS
    assert "suspended by telephone today" in said(page)
    number = window.session.case.id
    window.session.flush()
    window.open_case(number)
    window.show_step(Step.PURPOSE)
    assert page._profile._body.isVisibleTo(page)


def _whole(tile: PictureChoice) -> bool:
    return tile.height() >= tile.heightForWidth(tile.width()) - 2


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.VERY_LARGE])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_drawings_stand_whole_beside_their_words(
    open_window: OpenWindow, qtbot: QtBot, size: TextSize, language: str
) -> None:
    page = opened(open_window(language, size=size, scheme=Scheme.DARK))
    for tile in page.three.kinds.values():
        assert tile._picture.pixmap().width() > 0
        qtbot.waitUntil(partial(_whole, tile))
        assert tile.accessibleName()
        assert tile.accessibleDescription()
