"""Home names what is to be done by a day though it is no item, counts it, and goes where it is done."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.closing import Closing
from pos_closeout.domain.case.contact import ContactEntry
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.device.upkeep import Upkeep, UpkeepMark
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from tests.ui.conftest import OpenWindow


def words(window: MainWindow) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in window.home.findChildren(QLabel))


def links(window: MainWindow) -> list[QPushButton]:
    """Return what can be pressed in what comes next, in order."""
    return [each for each in window.home.findChildren(QPushButton) if each.property("kind") == "link"]


@pytest.fixture
def case(store: Store, today: date) -> Case:
    agreed = ContactEntry(spoken_on=today - timedelta(3), next_step="call again", next_on=today)
    case = Case(
        terminals=(Terminal(id=1, number="10023456", action=Action.SUSPEND),),
        contacts=(agreed, replace(agreed, next_step="next month", next_on=today + timedelta(30))),
        upkeep_marks=(UpkeepMark(1, Upkeep.UPDATES, today - timedelta(200), 6),),
    )
    return store.cases.add(case, store_now(today))


def store_now(today: date) -> datetime:
    return datetime.combine(today, time(9), UTC)


TOLD = {
    "en": ("Look for updates of the terminal 10023456", "1 thing overdue · 1 due today"),
    "zh": ("检查机器更新 10023456", "已经逾期 1 件 · 今天到期 1 件"),
}


@pytest.mark.parametrize("language", TOLD)
def test_what_is_to_be_done_stands_among_what_comes_next(language: str, open_window: OpenWindow, case: Case) -> None:
    window = open_window(language)
    told, counted = TOLD[language]
    agreed, late = links(window)
    assert late.text().startswith(told)
    assert agreed.text() == "call again"
    assert counted in words(window)


@pytest.mark.parametrize(("place", "step"), [(1, Step.FOLLOW_UP), (0, Step.CONTACT)])
def test_a_press_leads_to_where_it_is_done(place: int, step: Step, open_window: OpenWindow, case: Case) -> None:
    window = open_window("en")
    link = links(window)[place]
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert not window.at_home
    assert (window.session.case.id, window.workspace.wizard.step) == (case.id, step)


def test_a_case_put_away_says_nothing(open_window: OpenWindow, store: Store, case: Case, today: date) -> None:
    away = replace(case, closing=Closing(closed_on=today, archived_on=today))
    store.cases.save(away, store_now(today))
    assert links(open_window("en")) == []


def test_long_words_do_not_make_the_page_wider(open_window: OpenWindow, store: Store, case: Case, today: date) -> None:
    at = store_now(today)
    long = "王" * 120
    store.items.add(OpenItem(case_id=case.id, kind=ItemKind.REFUND, amount_fen=1, counterparty=long, due_on=today), at)
    contacts = tuple(replace(each, next_step=long) for each in case.contacts)
    store.cases.save(replace(case, contacts=contacts, merchant=replace(case.merchant, registered_name=long)), at)
    window = open_window("zh")
    window.tell_due()
    window.resize(1024, 600)
    QApplication.processEvents()
    scrolled = window.home.findChildren(QScrollArea)[0]
    assert scrolled.horizontalScrollBar().maximum() == 0
    assert window.width() == 1024
    assert [link.accessibleName() for link in links(window) if long in link.accessibleName()]
