"""Home, the menus, and what happens when something goes wrong."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cards import list_cards
from pos_closeout.actions.cases.cases import list_cases, open_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.case_card import CaseCard
from pos_closeout.ui.home.page import HomePage
from pos_closeout.ui.settings.screen_settings import read_screen_settings
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import Scheme, TextSize, Tone
from pos_closeout.ui.widgets.progress import StepBar
from pos_closeout.ui.wizard.field_path import write
from tests.ui.conftest import OpenWindow, sample_in

YESTERDAY = date(2020, 1, 1)


def menu_entry(window: MainWindow, text: str) -> QAction:
    return next(action for action in window.findChildren(QAction) if action.text().replace("&", "").startswith(text))


def test_the_first_run_welcomes_and_the_sample_is_marked_as_one(open_window: OpenWindow) -> None:
    window = open_window()
    assert any(button.text().strip() == "Look at a sample first" for button in window.findChildren(QPushButton))
    menu_entry(window, "Open the sample").trigger()
    assert window.session.case.sample
    number = window.session.case.id
    menu_entry(window, "Open the sample").trigger()
    assert window.session.case.id == number
    menu_entry(window, "Home").trigger()
    assert window.at_home


def test_every_case_gets_its_card(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    for _ in range(7):
        _keep_case(window)
    window.show_home()
    qtbot.waitUntil(lambda: len(_shown_cards(window)) == 7)
    # Told again while cards are still being drawn: none is drawn twice.
    window.show_home()
    window.show_home()
    qtbot.waitUntil(lambda: len(_shown_cards(window)) == 7)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(window.home.findChildren(StepBar)) == 7


def _keep_case(window: MainWindow) -> None:
    open_case(window.context.store, window.context.today, window.context.clock())


def _shown_cards(window: MainWindow) -> list[StepBar]:
    return [bar for bar in window.home.findChildren(StepBar) if bar.isVisible()]


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_the_cards_below_the_first_screen_come_in_one_go(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    for _ in range(30):
        _keep_case(window)
    paints = Paints()
    page = window.home.findChildren(QScrollArea)[0].widget()
    page.installEventFilter(paints)
    window.show_home()
    qtbot.waitUntil(lambda: len(_shown_cards(window)) == 30)
    QCoreApplication.processEvents()
    # Once with the first ones, once with the rest; a neighbour's event may cause one more.
    assert 1 <= paints.count <= 4


def test_home_shows_the_cards_of_yesterday_and_then_those_of_today(
    open_window: OpenWindow, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_in(open_window())
    told: list[str] = []
    tell = HomePage.tell

    def heard(page: HomePage, at: datetime, cases: list[CaseCard], *rest: Any) -> None:
        told.extend(case.acquirer for case in cases)
        tell(page, at, cases, *rest)

    monkeypatch.setattr(HomePage, "tell", heard)
    card = list_cards(store, YESTERDAY)[0]
    store.cards.keep(replace(card, made_on=YESTERDAY, acquirer="of yesterday"), store.cards.last_line(card.case_id))
    window = open_window()
    # Which may have been and gone by the time the window is active.
    assert told[0] == "of yesterday"
    qtbot.waitUntil(lambda: not any("of yesterday" in shown.text() for shown in window.home.findChildren(QLabel)))
    assert [card.made_on for card in store.cards.all()] == [window.context.today]


def test_tab_comes_to_all_cards_before_the_list(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    for _ in range(7):
        _keep_case(window)
    window.show_home()
    qtbot.waitUntil(lambda: len(_shown_cards(window)) == 7)
    ways = [made for made in window.home.findChildren(QPushButton) if made.text().strip() in {"Go on", "Open"}]
    reached: QWidget | None = next(made for made in ways if made.text().strip() == "Go on")
    passed: list[QWidget] = []
    while reached is not None and reached not in passed:
        passed.append(reached)
        reached = reached.nextInFocusChain()
    shown = next(made for made in passed if isinstance(made, QPushButton) and made.text().strip() == "Show the list")
    assert len(ways) == 7
    assert max(passed.index(made) for made in ways) < passed.index(shown)


def test_a_case_is_deleted_only_after_yes_and_a_safety_copy(
    open_window: OpenWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    sample_in(window)
    number = window.session.case.id
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    window.cases.delete(number)
    assert len(list_cases(store)) == 1
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    window.cases.delete(number)
    assert list_cases(store) == ()
    assert window.ledger.items() == []
    assert list((tmp_path / "data" / "backups").iterdir())


def test_a_refused_save_is_told_and_leaving_asks(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window()
    window.new_case()

    def refuse(*_: object) -> None:
        raise DataFolderError("store.disk_full", path="D")

    monkeypatch.setattr("pos_closeout.ui.wizard.case_session.save_case", refuse)
    window.session.edit(write(window.session.case, "merchant.phone", "138"))
    assert not window.session.flush()
    assert window._banner.isVisible()
    asked: list[str] = []

    def stay(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "warning", stay)
    assert not window.close()
    assert asked
    assert window.session.case.merchant.phone == "138"
    monkeypatch.undo()
    assert window.close()


def test_what_is_said_at_the_top_has_its_place_at_once(open_window: OpenWindow) -> None:
    window = open_window()
    for text in ("Two items are overdue.", "Three items are overdue."):
        window._banner.tell(Tone.SEAL, text, "Show the list", window.show_list)
        told = next(each for each in window._banner.findChildren(QLabel) if each.text() == text)
        offer = window._banner.findChildren(QPushButton)[-1]
        for part in (told, offer):
            assert part.isVisible()
            assert window._banner.rect().contains(part.geometry())
        assert window._banner.width() == window.centralWidget().width()


def test_another_case_never_shows_what_was_typed_in_the_one_before(open_window: OpenWindow) -> None:
    window = open_window()
    sample_in(window)
    window.show_step(Step.PURPOSE)
    old = window.workspace.wizard.page(Step.PURPOSE)
    window.new_case()
    assert window.workspace.wizard.page(Step.PURPOSE) is not old
    assert window.session.case.terminals == ()


def test_unknown_settings_take_their_usual_values() -> None:
    found = read_screen_settings({"language": "fr", "text_size": "huge", "scheme": "pink"})
    assert found.language in {"zh", "en"}
    assert (found.size, found.scheme, found.panel) == (TextSize.NORMAL, Scheme.SYSTEM, True)


def test_an_item_on_home_opens_the_list_at_that_item(open_window: OpenWindow) -> None:
    window = open_window()
    sample_in(window)
    window.show_home()
    item = window.outlook().first[0]
    window.home.item_asked.emit(item.id)
    assert not window.at_home
    assert window.workspace.list_page._table.item() == item


def test_columns_of_the_list_are_remembered_when_the_screen_is_built_anew(open_window: OpenWindow) -> None:
    window = open_window()
    window.show_list()
    action = window.workspace.list_page.columns.actions()[0]
    action.trigger()
    assert not action.isChecked()
    window.settle(size=TextSize.LARGE)
    assert not window.workspace.list_page.columns.actions()[0].isChecked()


def test_what_is_due_is_told_once_and_not_again_on_every_step(open_window: OpenWindow) -> None:
    window = open_window()
    sample_in(window)
    window.show_step(Step.PURPOSE)
    window.tell_due()
    assert window._banner.isVisible(), "it is news on the page on which it comes"
    window.workspace.wizard.go(Step.IDENTITY)
    assert not window._banner.isVisible(), "the rail says it from now on"
    window.tell_done("Saved")
    window.workspace.wizard.go(Step.PURPOSE)
    assert window._banner.isVisible(), "what was done is no reminder"
