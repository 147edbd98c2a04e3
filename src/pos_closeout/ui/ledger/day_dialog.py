"""A dialog that asks for a day and a few words, for one entry or for many at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog


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


@dataclass(frozen=True, slots=True)
class DayAnswer:
    """A few words and a day."""

    words: str = ""
    day: date | None = None


class DayDialog(FormDialog[DayAnswer]):
    """Asks for both.

    Args:
        context: look and texts.
        asked: the words.
        day: the day offered.
        verdict: says what is wrong with an answer in a sentence, or nothing.
        keep: keeps the answer.
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
        super().__init__(context, DayAnswer(day=day), parent)
        self._verdict, self._keep = verdict, keep
        words = DialogField("words", asked.words, limit=400, offers=asked.offers)
        look = DialogLook(asked.title, asked.title, asked.about, asked.keep, size=(520, 0))
        self.build(look, [[words], [DialogField("day", asked.day, FieldType.DATE)]])
        self.line("words").setFocus()

    def faults(self, value: DayAnswer) -> dict[str, str]:
        """Return which of the two is missing."""
        if not value.words:
            return {"words": self.tr("Please write a few words.")}
        if value.day is None:
            return {"day": self.day("day").verdict() or self.tr("Please say which day.")}
        return {}

    def checked(self, value: DayAnswer) -> str:
        """Return what is wrong with the answer."""
        return "" if value.day is None else self._verdict(value.day, value.words)

    def keep_value(self, value: DayAnswer) -> None:
        """Keep the answer."""
        if value.day is not None:
            self._keep(value.day, value.words)
