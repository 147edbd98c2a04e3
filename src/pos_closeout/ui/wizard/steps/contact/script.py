"""What to say on the phone, filled from the case: to read from the screen, to copy, and to print."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case, LetterLanguage, main_action
from pos_closeout.guidance.contact_texts import call_script, script_as_text
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, framed, label
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.situation import Situation


class ScriptCard(QWidget):
    """Shows the call script in either language; ``print_asked`` carries title, text and :class:`LetterLanguage`."""

    print_asked = Signal(str, str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._language = LetterLanguage(context.language)
        self._chips = {language: self._chip(language) for language in LetterLanguage}
        self._words = label("")
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setAccessibleName(self.tr("Call script"))
        self._copied = label("", "caption", tone=Tone.OK)
        self._copied.hide()
        quote = QVBoxLayout()
        quote.addWidget(self._words)
        ways = QWidget()
        copy = button(context.look, self.tr("Copy"), self._copy, icon="file-text", kind="small")
        printed = button(context.look, self.tr("Print"), self.print_script, icon="printer", kind="small")
        ways.setLayout(FlowLayout().add_all(*self._chips.values(), copy, printed))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        told = self.tr("Filled from your answers. Read it out, and write down what they say in the log below.")
        layout.addWidget(
            card(
                label(self.tr("What to say on the phone"), "cardTitle"),
                label(told, "hint"),
                ways,
                framed(quote, "quote"),
                self._copied,
                spacing=10,
            )
        )

    def _chip(self, language: LetterLanguage) -> QPushButton:
        name = "中文" if language is LetterLanguage.CHINESE else "English"
        made = button(self._context.look, name, lambda: self._choose(language), kind="chip")
        made.setCheckable(True)
        return made

    def tell(self, now: Situation) -> None:
        """Fill the script from a case."""
        self._case = now.case
        for language, chip in self._chips.items():
            chip.setChecked(language is self._language)
        self._words.setText(self.text())

    def text(self, room: int = 0) -> str:
        """Return the script in the language chosen, with ``room`` empty lines below each question."""
        case, language = self._case, self._language.value
        texts, action = self._context.guidance.contact, main_action(case)
        named = "" if action is None else self._context.guidance.actions[action].name.of(language)
        stop = case.request.stop_on
        day = "" if stop is None else replace(self._context, language=language).long_day(stop)
        return script_as_text(call_script(texts.script, case, named, day, language), room=room)

    def _choose(self, language: LetterLanguage) -> None:
        self._language = language
        for each, chip in self._chips.items():
            chip.setChecked(each is language)
        self._words.setText(self.text())
        self._copied.hide()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text())
        self._copied.setText(self.tr("Copied."))
        self._copied.show()

    def print_script(self) -> None:
        """Ask for the script on paper, with room to write below each question."""
        title = "通话提纲" if self._language is LetterLanguage.CHINESE else "Call script"
        self.print_asked.emit(title, self.text(room=3), self._language)
