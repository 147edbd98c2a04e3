"""A dialog that asks for a day and a few words, for one entry or for many at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.questions import may_discard


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialog says.

    Attributes:
        title: of the dialog.
        about: which entries it is about.
        words, day: the labels of both fields.
        keep: the button.
        offers: words to choose instead of typing.
    """

    title: str
    about: str
    words: str
    day: str
    keep: str
    offers: tuple[str, ...] = ()


class DayDialog(QDialog):
    """Closes only when the answer has been kept, or when nothing is lost by closing.

    Args:
        context: look and texts.
        asked: the words.
        day: the day offered.
        verdict: says what is wrong with an answer in a sentence, or nothing.
        keep: keeps the answer; the dialog stays open when that raises :class:`CloseoutError`.
        parent: the window it stands over.
    """

    def __init__(
        self,
        context: Context,
        asked: Asked,
        day: date | None,
        parent: QWidget,
        *,
        verdict: Callable[[date, str], str],
        keep: Callable[[date, str], object],
    ) -> None:
        super().__init__(parent)
        self._context, self._verdict, self._keep = context, verdict, keep
        self.setWindowTitle(asked.title)
        self.setMinimumWidth(context.look.px(520))
        self.day, self.words = DateField(context), line_edit()
        self.day.set_value(day)
        self._words_field = Field(context, asked.words, self.words)
        self._day_field = Field(context, asked.day, self.day)
        self._error_banner = Banner(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(asked.title, "cardTitle"))
        layout.addWidget(label(asked.about, "subtitle"))
        layout.addWidget(self._words_field)
        if asked.offers:
            chips = [
                button(context.look, text, partial(self.words.setText, text), kind="chip") for text in asked.offers
            ]
            layout.addLayout(FlowLayout().add_all(*chips))
        layout.addWidget(self._day_field)
        layout.addWidget(self._error_banner)
        ok = button(context.look, asked.keep, self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(ok)
        layout.addLayout(buttons)
        self.words.textChanged.connect(lambda: self._words_field.set_verdict(None, ""))
        self.day.edited.connect(lambda: self._day_field.set_verdict(None, ""))
        self.words.setFocus()

    def accept(self) -> None:
        """Keep the answer and close, or say what stands in the way."""
        words, day = self.words.text().strip(), self.day.value()
        if not words:
            self._words_field.set_verdict(Tone.SEAL, self.tr("Please write a few words."))
            self.words.setFocus()
        elif day is None:
            self._day_field.set_verdict(Tone.SEAL, self.day.verdict() or self.tr("Please say which day."))
            self.day.setFocus()
        elif problem := self._verdict(day, words):
            self._error_banner.tell(Tone.SEAL, problem)
        else:
            try:
                self._keep(day, words)
            except CloseoutError as error:
                self._error_banner.tell(Tone.SEAL, self._context.sentence(error))
                return
            super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if not self.words.text().strip() or may_discard(self):
            super().reject()
