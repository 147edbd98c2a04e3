"""From the first start to the printed letter, and back in, by keys alone: what has no way by keyboard is found here."""

import re
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.domain.phases import Step, StepState
from tests.ui.owner import Owner

_MOST = 120
"""More stops than any page has before what is looked for on it."""
ANSWERS = {
    "Registered name": "Heshun",
    "Credit code": "92310115MA1K3TE79M",
    "Merchant number": "822331054110001",
    "Person in charge": "Zhang",
    "Phone": "13800138000",
    "Full name of the acquirer": "Lakala Payment",
    "Settlement account in the name of": "Heshun",
}


class Keys:
    """An owner without a mouse: every key goes to whatever has the keyboard, and nothing else is touched."""

    def __init__(self, owner: Owner) -> None:
        self.owner = owner

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is: an open list takes them all."""
        self.owner.qtbot.keyClick(QApplication.activePopupWidget() or self.focus(), key, held)
        QApplication.processEvents()
        left = QApplication.activeWindow()
        if left is not None and not left.isVisible():
            # A list that closed: every desktop gives the keyboard back to the window, the one of the tests does not.
            self.owner.window.activateWindow()
            QApplication.processEvents()

    def focus(self) -> QWidget:
        """Return what has the keyboard; without any, keys go nowhere."""
        now = QApplication.focusWidget()
        assert now is not None, "nothing has the keyboard"
        return now

    def tab_to(self, name: str) -> None:
        """Press Tab until what begins with a word in English, and ends or has a note there, has the keyboard."""
        self._tab_until(re.compile(rf"{re.escape(self.owner.word(name))}(\W|$)").match, name)

    def _tab_until(self, fits: Callable[[str], object], name: str) -> None:
        met = []
        for _ in range(_MOST):
            self.key(Qt.Key.Key_Tab)
            met.append(called(self.focus()))
            if fits(met[-1]):
                assert not self.focus().visibleRegion().isEmpty(), f"{met[-1]} has the keyboard out of sight"
                return
        raise AssertionError(f"{name}: Tab goes to {list(dict.fromkeys(met))}")

    def press(self, name: str) -> None:
        """Go to a button or a box and press the space bar."""
        self.tab_to(name)
        self.key(Qt.Key.Key_Space)

    def take_a_day(self) -> None:
        """Go to the first day that is proposed, and take it."""
        ending = self.owner.word("%1, in %2 days").split("%2")[1]
        self._tab_until(lambda told: told.endswith(ending), ending)
        self.key(Qt.Key.Key_Space)

    def type(self, name: str, text: str) -> None:
        """Go to a line and type into it."""
        self.tab_to(name)
        self.owner.qtbot.keyClicks(self.focus(), text)


def called(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text.strip().replace("&", "")


@pytest.fixture
def keys(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Keys]:
    """Return an owner without a mouse at a first start."""
    owner = Owner(qapp, qtbot, tmp_path, "zh", monkeypatch)
    yield Keys(owner)
    owner.leave()


def test_the_printed_letter_is_reached_by_keys_alone(keys: Keys) -> None:
    owner = keys.owner
    assert called(keys.focus()).startswith(owner.word("Start")), "the keyboard begins where the work does"
    keys.key(Qt.Key.Key_Space)
    _say_what_stops(keys)
    keys.key(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    owner.qtbot.waitUntil(lambda: owner.window.workspace.wizard.step is Step.IDENTITY)
    for name, text in ANSWERS.items():
        keys.type(name, text)
    keys.press("I have checked the name")
    assert owner.state(Step.IDENTITY) is StepState.DONE
    _print_with_keys(keys)
    keys.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert called(keys.focus()).startswith(owner.word("Go on")), "home leads on"
    keys.key(Qt.Key.Key_Space)
    assert owner.window.workspace.shows_wizard


def _say_what_stops(keys: Keys) -> None:
    owner = keys.owner
    keys.press("Sole trader")
    keys.press("Counter terminal")
    keys.press("Closing down")
    keys.press("Choose this")
    keys.type("Terminal number 1", "10023456")
    keys.type("Where it stands 1", "till")
    keys.take_a_day()
    assert owner.state(Step.PURPOSE) is StepState.DONE


def _print_with_keys(keys: Keys) -> None:
    """Go to the letter, and print it with the key of the menu."""
    owner = keys.owner
    keys.press("See the letter")
    assert owner.window.workspace.wizard.step is Step.APPLICATION
    paper = owner.print_by(lambda: keys.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier))
    told = "".join(paper.split())
    assert all("".join(answer.split()) in told for answer in (*ANSWERS.values(), "10023456"))


def test_whoever_starts_and_answers_nothing_leaves_no_case(keys: Keys) -> None:
    owner = keys.owner
    keys.key(Qt.Key.Key_Space)
    assert owner.window.workspace.shows_wizard
    keys.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert called(keys.focus()).startswith(owner.word("Start")), "as at the first start"
    assert list_cases(owner.store) == ()
    keys.key(Qt.Key.Key_Space)
    keys.press("Sole trader")
    keys.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert len(list_cases(owner.store)) == 1, "an answer is kept"
