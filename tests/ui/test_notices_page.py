"""The notices step lists whom to tell, writes the words, and keeps what was told when."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_closeout.actions.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.notices import Audience
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.filling import Form
from pos_closeout.ui.main_window import MainWindow
from pos_closeout.ui.steps.notice_editor import NoticeEditor
from pos_closeout.ui.steps.notice_words import NoticeWords
from pos_closeout.ui.steps.notices import NoticesPage, written
from tests.ui.conftest import OpenWindow


def _page(window: MainWindow) -> NoticesPage:
    window.open_sample()
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
    editor = NoticeEditor(window.kit, notice, stop_on=None, today=page.now.today, parent=window, new=False)
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
        said = written(window.kit, page.now, page.case.notices[0], Form.SMS, language).text
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
        dialog._choose(Form.EMAIL, "zh")
        dialog.mail_saved_to(saved)
        dialog.reject()

    QTimer.singleShot(0, save)
    page._words(place)
    message = message_from_bytes(saved.read_bytes(), EmailMessage, policy=default)
    assert isinstance(message, EmailMessage)
    assert [each.get_content_type() for each in message.iter_attachments()] == ["application/pdf"]
