"""Every screen in both languages and at the sizes it must work at: nothing cut off, covered, squeezed or outside."""

from functools import partial

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pos_closeout.actions.settings import read_settings
from pos_closeout.domain.phases import Step
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.look import Look, LookMaker
from pos_closeout.ui.style.tokens import DARK, LIGHT, Scheme, TextSize, Tokens
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from tests.screens.checks import all_faults, settle
from tests.ui.conftest import OpenWindow, sample_in

SIZES = [
    (1280, 800, TextSize.NORMAL),
    (1024, 600, TextSize.NORMAL),
    (900, 500, TextSize.NORMAL),
    (1280, 720, TextSize.VERY_LARGE),
]


WIDE = 108.0
"""How wide English words are in DejaVu Sans, in percent of the face that the tests have; the widest that may be met."""


def drawn(page: ApplicationPage) -> bool:
    """Return whether the letter has been drawn: its pages are counted beside the buttons then."""
    return page.preview.document.pageCount() > 1


@pytest.mark.parametrize("screen", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_screen_is_too_wide_or_cuts_a_text(
    language: str, screen: tuple[int, int, TextSize], open_window: OpenWindow, qtbot: QtBot
) -> None:
    assert faults_of_all_screens(language, screen, open_window, qtbot) == {}


@pytest.mark.parametrize("screen", SIZES[1:])
def test_no_screen_cuts_a_text_in_a_wide_face(
    screen: tuple[int, int, TextSize], open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In English: Chinese characters are as wide as high in every face."""
    dress = LookMaker.apply

    def apply(maker: LookMaker, app: QApplication, *settings: object) -> Look:
        look = dress(maker, app, *settings)  # type: ignore[arg-type]
        font = app.font()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, WIDE)
        app.setFont(font)
        return look

    monkeypatch.setattr(LookMaker, "apply", apply)
    assert faults_of_all_screens("en", screen, open_window, qtbot) == {}


def faults_of_all_screens(
    language: str, screen: tuple[int, int, TextSize], open_window: OpenWindow, qtbot: QtBot
) -> dict[str, list[str]]:
    """Return what is too wide or cut on every screen that has such faults."""
    width, height, size = screen
    window = open_window(language, width, height, size=size)
    assert window.width() == width, "the window must fit this screen"
    qtbot.waitExposed(window)
    faults = {"welcome": all_faults(window)}
    sample_in(window)
    for step in Step:
        window.show_step(step)
        settle()
        page = window.workspace.wizard.page(step)
        if isinstance(page, ApplicationPage):
            qtbot.waitUntil(partial(drawn, page))
            settle()
        faults[step.value] = all_faults(window)
    window.show_list()
    settle()
    faults["list"] = all_faults(window)
    window.show_home()
    settle()
    faults["home"] = all_faults(window)
    return {place: found for place, found in faults.items() if found}


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_pair_of_text_and_ground_can_be_read(tokens: Tokens) -> None:
    grounds = (tokens.bg, tokens.card, tokens.rail)
    assert min(contrast(ink, ground) for ink in (tokens.ink, tokens.mute) for ground in grounds) >= 4.5
    pairs = [(tokens.on_accent, tokens.accent), (tokens.on_accent, tokens.accent_hover)]
    pairs += [(getattr(tokens, name), getattr(tokens, f"{name}_soft")) for name in ("accent", "seal", "amber", "ok")]
    assert min(contrast(*pair) for pair in pairs) >= 4.5
    assert min(contrast(tokens.edge, ground) for ground in (tokens.field, tokens.bg)) >= 3


def test_every_control_has_a_name_for_screen_readers(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("en")
    sample_in(window)
    nameless = []
    for step in Step:
        window.show_step(step)
        buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
        nameless += [each for each in buttons if not each.accessibleName() and not each.text()]
    # Qt's own clear and drop-down buttons carry their names in the style.
    assert [each for each in nameless if not each.objectName().startswith("qt_") and each.parent() is window] == []


def test_a_change_of_language_size_or_colours_keeps_the_place_and_the_answers(open_window: OpenWindow) -> None:
    window = open_window("en")
    sample_in(window)
    window.show_step(Step.IDENTITY)
    case = window.session.case
    window.settle(language="zh")
    assert (window.workspace.wizard.step, window.session.case) == (Step.IDENTITY, case)
    assert "POS停机助手" in window.windowTitle()
    window.settle(size=TextSize.LARGE)
    window.settle(scheme=Scheme.DARK)
    assert window.context.look.tokens is DARK
    window.show_list()
    window.settle(language="en")
    assert "Outstanding list" in window.windowTitle()
    window.settle(panel=False)
    again = open_window_settings(window)
    assert (again["language"], again["text_size"], again["scheme"], again["panel"]) == ("en", "large", "dark", "0")


def open_window_settings(window: MainWindow) -> dict[str, str]:
    """Return what the data folder holds of the settings."""
    return read_settings(window.context.store)
