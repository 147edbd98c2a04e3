"""The dialog with the words of one notice, in both languages, to be copied or saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.item_files import LONGEST
from pos_closeout.domain.case.notices import Notice, NoticeChannel
from pos_closeout.domain.case.sms import count_sms
from pos_closeout.guidance.filling import MessageForm, Written
from pos_closeout.ui.context import Context
from pos_closeout.ui.papers.files import ask_place
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, label, set_tone
from pos_closeout.ui.widgets.field import TextEdit
from pos_closeout.ui.widgets.flow import FlowLayout

_FORM_OF = {
    NoticeChannel.EMAIL: MessageForm.EMAIL,
    NoticeChannel.PHONE: MessageForm.PHONE,
    NoticeChannel.IN_PERSON: MessageForm.PHONE,
}


class NoticeWords(QDialog):
    """Shows the words; the owner may change them before copying. Accepted means: told today.

    Args:
        context: look and texts.
        notice: who it goes to.
        write: writes the words for a form and a language.
        mail: makes an e-mail file of words in a language.
        parent: the window it stands over.
    """

    def __init__(
        self,
        context: Context,
        notice: Notice,
        write: Callable[[MessageForm, str], Written],
        mail: Callable[[Written, str], bytes],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._write, self._mail = context, write, mail
        self._form, self._language = _FORM_OF.get(notice.way, MessageForm.SMS), "zh"
        text = context.guidance.notices[notice.audience]
        self.setWindowTitle(self.tr("What to say"))
        self._forms = {form: self._chip(name, partial(self._choose, form=form)) for form, name in self._names()}
        languages = {"zh": "中文", "en": "English"}
        self._languages = {
            key: self._chip(name, partial(self._choose, language=key)) for key, name in languages.items()
        }
        chips = QWidget()
        chips.setLayout(FlowLayout().add_all(*self._forms.values(), *self._languages.values()))
        self._subject = label("", "strong")
        self.words = TextEdit(LONGEST)
        self.words.setAccessibleName(self.tr("The words"))
        self.words.textChanged.connect(self._count)
        self._counted = label("", "caption")
        must = self.tr("It must say: %1").replace("%1", context.say(text.must_say))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(label(" · ".join(part for part in (context.say(text.name), notice.name) if part), "cardTitle"))
        layout.addWidget(label(must, "hint"))
        layout.addWidget(chips)
        layout.addWidget(self._subject)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._counted)
        layout.addWidget(self._buttons())
        self._choose()
        room = self.screen().availableGeometry().height() - 80
        self.resize(context.look.px(640), min(context.look.px(560), room))

    def _names(self) -> list[tuple[MessageForm, str]]:
        return [
            (MessageForm.SMS, self.tr("Text message")),
            (MessageForm.EMAIL, self.tr("E-mail")),
            (MessageForm.PHONE, self.tr("Phone script")),
        ]

    def _chip(self, name: str, act: Callable[[], None]) -> QPushButton:
        made = button(self._context.look, name, act, kind="chip")
        made.setCheckable(True)
        return made

    def _buttons(self) -> QWidget:
        look = self._context.look
        self._mail_button = button(look, self.tr("Save as &e-mail…"), self._save_mail, icon="save")
        ways = QWidget()
        ways.setLayout(
            FlowLayout().add_all(
                button(look, self.tr("&Copy"), self._copy, icon="file-text"),
                button(look, self.tr("&Save as text…"), self._save, icon="save"),
                self._mail_button,
                button(look, self.tr("Cancel"), self.reject),
                button(look, self.tr("&Told today"), self.accept, icon="check", kind="primary"),
            )
        )
        return ways

    def _choose(self, form: MessageForm | None = None, language: str = "") -> None:
        self._form, self._language = form or self._form, language or self._language
        written = self._write(self._form, self._language)
        self._line = written.subject
        self._mail_button.setVisible(self._form is MessageForm.EMAIL)
        self._subject.setText(self.tr("Subject: %1").replace("%1", written.subject))
        self._subject.setVisible(bool(written.subject))
        self.words.setPlainText(written.text)
        for each, chip in self._forms.items():
            chip.setChecked(each is self._form)
        for key, chip in self._languages.items():
            chip.setChecked(key == self._language)

    def _count(self) -> None:
        if self._form is not MessageForm.SMS:
            self._counted.setText("")
            return
        count = count_sms(self.words.toPlainText())
        told = self.tr("%1 characters: %n text message(s)", "", count.messages)
        self._counted.setText(told.replace("%1", str(count.characters)))
        set_tone(self._counted, "tone", Tone.AMBER.value if count.messages > 1 else "")

    def _copy(self) -> None:
        subject = f"{self._subject.text()}\n\n" if self._form is MessageForm.EMAIL else ""
        QApplication.clipboard().setText(subject + self.words.toPlainText())

    def _save(self) -> None:
        proposed = self.tr("notice") + ".txt"
        path = ask_place(self, self.tr("Save the words"), proposed, ".txt", "TXT (*.txt)")
        if path is not None:
            self.saved_to(path)

    def _save_mail(self) -> None:
        proposed, kinds = self.tr("notice") + ".eml", self.tr("E-mail (*.eml)")
        path = ask_place(self, self.tr("Save as e-mail"), proposed, ".eml", kinds)
        if path is not None:
            self.mail_saved_to(path)

    def mail_saved_to(self, path: Path) -> None:
        """Write the words as an e-mail file; what came of it stands below them."""
        told = self.tr("Saved: %1. Open it in your e-mail program and send it.")
        written = Written(self._line, self.words.toPlainText())
        self._save_as(path, lambda: self._mail(written, self._language), told)

    def saved_to(self, path: Path) -> None:
        """Write the words into a file; what goes wrong stands below them."""
        self._save_as(path, lambda: self.words.toPlainText().encode("utf-8-sig"), self.tr("Saved: %1."))

    def _save_as(self, path: Path, made: Callable[[], bytes], told: str) -> None:
        """Write what is made, and say below the words what came of it."""
        if self._context.do(lambda: write_file(path, made()), self._counted.setText):
            self._counted.setText(told.replace("%1", path.name))
