"""The library finds what is asked for in either language, and shows it with how well it is known."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pos_closeout.guidance import load_guidance
from pos_closeout.ui.library.entries import Library, LibraryEntry, LibrarySection, matching
from pos_closeout.ui.library.paper_pictures import PICTURES
from pos_closeout.ui.library.slip_picture import PLACES, WHOLE, SlipPicture
from pos_closeout.ui.library.window import LibraryWindow, show_library
from tests.ui.conftest import OpenWindow


def _texts(window: LibraryWindow) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def zh(open_window: OpenWindow) -> tuple[LibraryEntry, ...]:
    return Library(open_window("zh").context).entries()


@pytest.fixture
def en(open_window: OpenWindow) -> tuple[LibraryEntry, ...]:
    return Library(open_window("en").context).entries()


def test_every_shelf_has_entries_and_no_title_stands_twice_on_one(en: tuple[LibraryEntry, ...]) -> None:
    for section in LibrarySection:
        titles = [entry.title for entry in en if entry.section is section]
        assert titles
        assert len(titles) == len(set(titles))
        assert not [title for title in titles if "{" in title]


@pytest.mark.parametrize("asked", ["MID", "ｍｉｄ", "商户号", "merchant number", "编号 商户"])
def test_a_word_is_found_by_any_of_its_names_whatever_the_screen_speaks(
    asked: str, zh: tuple[LibraryEntry, ...], en: tuple[LibraryEntry, ...]
) -> None:
    for entries in (zh, en):
        assert "merchant_number" in [entry.key for entry in matching(entries, asked)]


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("停机会不会影响征信？", "credit_record"),
        ("注销pos要付钱吗", "pay_to_close"),
        ("机器能不能扔", "throw_away"),
        ("什么都不做行不行", "do_nothing"),
        ("收单机构倒闭了怎么办", "licence_cancelled"),
        ("名下商户被冒用", "never_opened"),
        ("押金不退怎么办", "deposit"),
        ("can I throw it away?", "throw_away"),
    ],
)
def test_whole_questions_find_their_answer(
    asked: str, key: str, zh: tuple[LibraryEntry, ...], en: tuple[LibraryEntry, ...]
) -> None:
    for entries in (zh, en):
        assert key in [entry.key for entry in matching(entries, asked)]


def test_nothing_asked_shows_everything_and_nonsense_nothing(en: tuple[LibraryEntry, ...]) -> None:
    assert matching(en, "  ") == en
    assert matching(en, "xyzzy 量子") == ()


def test_every_article_of_law_stands_under_its_rule(resources: Path, en: tuple[LibraryEntry, ...]) -> None:
    laws = load_guidance(resources / "guidance").laws
    told = "\n".join(text for entry in en if entry.section is LibrarySection.RULES for _, text in entry.lines)
    for law in laws.values():
        assert law.gist.en in told
        assert law.quote in told


def test_a_rule_known_from_reports_only_is_never_quoted(resources: Path) -> None:
    guidance = load_guidance(resources / "guidance")
    hearsay = {rule.name for rule in guidance.rules.values() if rule.read == "report"}
    assert hearsay
    assert not [law for law in guidance.laws.values() if law.name in hearsay]


def test_every_place_a_word_names_is_on_the_slip(resources: Path) -> None:
    words = load_guidance(resources / "guidance").glossary.values()
    assert {word.slip for word in words if word.slip} == {*PLACES, WHOLE, *PICTURES}


@pytest.mark.parametrize(("word", "marked"), [("serial_number", "N7NL00123456"), ("credit_code", "92310115MA1K3TE79M")])
def test_a_number_on_no_slip_is_marked_on_the_paper_that_bears_it(
    open_window: OpenWindow, qtbot: QtBot, word: str, marked: str
) -> None:
    window = open_window("zh")
    library = show_library(window, window.context)
    library.show_entry(LibrarySection.WORDS, word)
    pictures = [each for kind in PICTURES.values() for each in library.findChildren(kind)]
    qtbot.waitUntil(lambda: [each for each in pictures if each.isVisible()] != [])
    assert marked in pictures[-1].accessibleDescription()
    assert pictures[-1].accessibleName()
    pictures[-1].grab()


def test_the_marked_line_of_the_slip_is_drawn_differently(open_window: OpenWindow, qtbot: QtBot) -> None:
    context = open_window("en").context
    plain, marked = SlipPicture(context), SlipPicture(context, "batch")
    for picture in (plain, marked):
        qtbot.addWidget(picture)
        picture.resize(picture.sizeHint())
    assert plain.grab().toImage() != marked.grab().toImage()
    assert "批次号" in marked.accessibleDescription()


def test_typing_and_the_arrow_keys_lead_to_an_entry(open_window: OpenWindow, qtbot: QtBot) -> None:
    library = show_library(window := open_window("en"), window.context)
    qtbot.keyClicks(library.search, "chargeback")
    qtbot.waitUntil(lambda: "Chargeback" in _texts(library))
    library.search.setFocus()
    qtbot.keyClick(library.search, Qt.Key.Key_Down)
    assert library.list.hasFocus() or library.focusWidget() is library.list
    library.search.setText("zzzz")
    qtbot.waitUntil(lambda: "Nothing found" in _texts(library))


def test_the_menu_opens_one_library_and_comes_back_to_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("zh")
    first = show_library(window, window.context)
    assert show_library(window, window.context) is first
    first.show_entry(LibrarySection.WORDS, "retrieval")
    qtbot.waitUntil(lambda: "调单" in _texts(first))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_number_on_the_slip_is_explained_below_it(open_window: OpenWindow, language: str) -> None:
    window = show_library(open_window(language), open_window(language).context)
    for key in ("merchant_number", "slip"):
        window.show_entry(LibrarySection.WORDS, key)
        told = "\n".join(each.text() for each in window.findChildren(QLabel))
        assert all(f"{number}  " in told for number in range(1, len(PLACES) + 1))
        assert ("终端号" if language == "zh" else "Terminal number") in told
    window.close()
