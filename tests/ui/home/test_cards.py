"""The cards of home: the menu of a card offers what fits its case, and asks for it by the id."""

from collections.abc import Generator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pos_closeout.domain.phases import Step, StepState
from pos_closeout.domain.steps.case_card import CaseCard
from pos_closeout.ui.context import Context
from pos_closeout.ui.home.cards import CardMaker
from pos_closeout.ui.widgets.progress import StepBar
from tests.ui.at_hand import dressed

TODAY = date(2026, 11, 22)
OPEN = CaseCard(
    case_id=7,
    made_on=TODAY,
    number="TJ-20261122-01",
    shop="Heshun",
    representative="",
    acquirer="",
    action="",
    terminals=1,
    stop_on=None,
    sample=False,
    closed_on=None,
    carried=0,
    step=Step.PURPOSE,
    missing=1,
    states=(StepState.TO_DO,) * len(Step),
)


@pytest.fixture
def context(qapp: QApplication, resources: Path) -> Generator[Context]:
    with dressed(qapp, resources) as made:
        yield made


@pytest.mark.parametrize(
    ("told", "signals"),
    [
        (OPEN, ("history_asked", "copy_asked", "close_asked", "delete_asked")),
        (replace(OPEN, closed_on=TODAY), ("history_asked", "copy_asked", "archive_asked", "delete_asked")),
    ],
)
def test_a_menu_asks_for_what_fits_the_case(
    context: Context, qtbot: QtBot, told: CaseCard, signals: tuple[str, ...]
) -> None:
    maker = CardMaker(context)
    card = maker.open_card(told, first=True, waiting=0) if told.closed_on is None else maker.closed_card(told)
    qtbot.addWidget(card)
    (menu,) = card.findChildren(QMenu)
    for _ in range(2):
        # What a menu does each time somebody opens it.
        menu.aboutToShow.emit()
    assert len(menu.actions()) == len(signals)
    for entry, signal in zip(menu.actions(), signals, strict=True):
        with qtbot.waitSignal(getattr(maker, signal)) as asked:
            entry.trigger()
        assert asked.args == [7]


def test_a_case_without_use_for_some_steps_says_so(context: Context, qtbot: QtBot) -> None:
    states = (StepState.DONE, *(StepState.NOT_NEEDED,) * (len(Step) - 1))
    card = CardMaker(context).open_card(replace(OPEN, states=states), first=True, waiting=0)
    qtbot.addWidget(card)
    told = card.findChildren(StepBar)[0].accessibleDescription()
    assert told.count("no need") == len(Step) - 1
