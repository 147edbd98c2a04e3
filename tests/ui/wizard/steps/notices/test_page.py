"""The notices step lists whom to tell, writes the words, and keeps what was told when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.notices import Audience
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.filling import MessageForm
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.wizard.steps.notices.contact_chooser import ContactChooser
from pos_closeout.ui.wizard.steps.notices.notice_editor import NoticeEditor
from pos_closeout.ui.wizard.steps.notices.page import NoticesPage, written
from pos_closeout.ui.wizard.steps.notices.words_dialog import NoticeWords
from tests.ui.conftest import OpenWindow, sample_in


def _page(window: MainWindow) -> NoticesPage:
    sample_in(window)
    window.session.edit(replace(window.session.case, notices=()))
    window.show_step(Step.NOTICES)
    page = window.workspace.wizard.page(Step.NOTICES)
    assert isinstance(page, NoticesPage)
    return page


def test_the_usual_people_are_added_at_once_and_kept(open_window: OpenWindow, qtbot: QtBot, store: Store) -> None:
    window = open_window("zh")
    page = _page(window)
    page.add_usual.setFocus()
    qtbot.keyClick(page.add_usual, Qt.Key.Key_Space)
    assert page.add_usual.isHidden()
    window.session.flush()
    kept = list_cases(store)[-1].notices
    assert {Audience.CUSTOMERS, Audience.STAFF, Audience.OPEN_MATTER} <= {notice.audience for notice in kept}


def test_the_words_are_copied_and_the_telling_is_noted(open_window: OpenWindow, store: Store, today: date) -> None:
    window = open_window("zh")
    page = _page(window)
    page.add_usual.click()

    def read_and_tell() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoticeWords)
        assert "【" in dialog.words.toPlainText()
        dialog.accept()

    QTimer.singleShot(0, read_and_tell)
    page._words(0)
    window.session.flush()
    assert today in {notice.sent_on for notice in list_cases(store)[-1].notices}


def test_a_confirmation_before_the_telling_is_refused_with_a_sentence(open_window: OpenWindow) -> None:
    window = open_window("en")
    page = _page(window)
    page.add_usual.click()
    assert page.now is not None
    notice = replace(page.case.notices[0], acknowledged_on=page.now.today)
    editor = NoticeEditor(window.context, notice, stop_on=None, parent=window, new=False)
    editor.show()
    editor.accept()
    assert editor.isVisible()
    editor.close()


def test_words_follow_the_language_asked_for_not_the_screen(open_window: OpenWindow) -> None:
    window = open_window("zh")
    page = _page(window)
    page.add_usual.click()
    assert page.now is not None
    for language in ("zh", "en"):
        said = written(window.context, page.now, page.case.notices[0], MessageForm.SMS, language).text
        assert ("card payment" in said.lower()) == (language == "en")


def test_the_words_are_saved_as_an_e_mail_with_the_poster(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window("en")
    page = _page(window)
    page.add_usual.click()
    place = next(at for at, each in enumerate(page.case.notices) if each.audience is Audience.CUSTOMERS)
    saved = tmp_path / "notice.eml"

    def save() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoticeWords)
        dialog._choose(MessageForm.EMAIL, "zh")
        dialog.mail_saved_to(saved)
        dialog.reject()

    QTimer.singleShot(0, save)
    page._words(place)
    message = message_from_bytes(saved.read_bytes(), EmailMessage, policy=default)
    assert isinstance(message, EmailMessage)
    assert [each.get_content_type() for each in message.iter_attachments()] == ["application/pdf"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_people_are_chosen_from_an_address_book_with_the_keyboard(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str
) -> None:
    window = open_window(language)
    page = _page(window)
    file = tmp_path / "book.csv"
    file.write_text("姓名,电话\n甲,13800138000\n乙,没有\n丙,13900139000\n", encoding="gb18030")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    take = reached(page, {"zh": "从通讯录导入…", "en": "From an address book…"}[language])
    seen = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContactChooser)
        people = dialog.findChild(QListWidget)
        assert people is not None
        qtbot.waitUntil(people.hasFocus)
        assert not dialog._keep.isEnabled()
        seen.append([people.item(place).text() for place in range(people.count())])
        qtbot.keyClick(people, Qt.Key.Key_Space)
        dialog._find.setFocus()
        qtbot.keyClicks(dialog._find, "139")
        reached(dialog, {"zh": "选中列出的所有人", "en": "Choose all shown"}[language]).click()
        assert [each.name for each in dialog.chosen()[0]] == ["甲", "丙"]
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_asked(choose)
    take.setFocus()
    qtbot.keyClick(take, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(window.session.case.notices))
    assert seen == [["甲 · 13800138000", "乙", "丙 · 13900139000"]]
    assert window.session.flush()
    kept = window.session.case.notices
    assert {(each.name, each.audience) for each in kept} == {("甲", Audience.SUPPLIER), ("丙", Audience.SUPPLIER)}

    def look_again() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ContactChooser)
        reached(dialog, {"zh": "选中列出的所有人", "en": "Choose all shown"}[language]).click()
        seen.append([each.name for each in dialog.chosen()[0]])
        dialog.reject()

    when_asked(look_again)
    take.click()
    qtbot.waitUntil(lambda: seen[-1] == ["乙"])
    assert window.session.case.notices == kept


def test_a_file_that_is_no_address_book_is_told_in_a_sentence(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window("en")
    page = _page(window)
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    told = []

    def read_box() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.reject()

    when_asked(read_box)
    reached(page, "From an address book…").click()
    qtbot.waitUntil(lambda: bool(told))
    assert "letter.pdf" in told[0]
    assert "vCard" in told[0]


def when_asked(act: Callable[[], object]) -> None:
    """Do something once a dialog stands over the window."""
    QTimer.singleShot(5, lambda: act() if QApplication.activeModalWidget() else when_asked(act))


def reached(page: QWidget, name: str) -> QPushButton:
    """Return the button with a name."""
    (found,) = (each for each in page.findChildren(QPushButton) if each.accessibleName() == name)
    return found
