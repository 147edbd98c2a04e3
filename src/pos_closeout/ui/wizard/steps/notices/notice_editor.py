"""The dialog with all fields of one notice."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case.notices import Audience, Notice, NoticeChannel, check_notice, planned_day
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.discard_question import may_discard
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.wizard.steps.notices.names import notice_channel_name


class NoticeEditor(QDialog):
    """Edits a notice. ``removed`` tells, after a rejection, that the owner took it off the list.

    Args:
        context: look and texts.
        notice: what to start from.
        stop_on: the planned stop, from which the usual day is counted.
        today: the day it is.
        parent: the window it stands over.
        new: whether it is not on the list yet.
    """

    def __init__(
        self, context: Context, notice: Notice, *, stop_on: date | None, today: date, parent: QWidget, new: bool
    ) -> None:
        super().__init__(parent)
        self._context, self._before, self._stop_on, self._today = context, notice, stop_on, today
        self.removed = False
        self.setWindowTitle(self.tr("One notice"))
        self._texts: dict[str, QLineEdit] = {}
        self._dates: dict[str, DateField] = {}
        self._problem = Banner(context)
        self._audience, self._way = QComboBox(), QComboBox()
        for audience in Audience:
            self._audience.addItem(context.say(context.guidance.notices[audience].name), audience)
        for way in NoticeChannel:
            self._way.addItem(notice_channel_name(way), way)
        self._audience.setCurrentIndex(list(Audience).index(notice.audience))
        self._way.setCurrentIndex(list(NoticeChannel).index(notice.way))
        self._audience.activated.connect(self._plan_again)
        self._lay_out(new=new)
        self._first = self.notice()

    def _lay_out(self, *, new: bool) -> None:
        inner = QWidget()
        form = QVBoxLayout(inner)
        form.setContentsMargins(24, 4, 24, 4)
        form.addLayout(grid(self._rows()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 20)
        layout.setSpacing(12)
        head = label(self.tr("Who is told, and when"), "cardTitle")
        head.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(head)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons(new=new))
        room = self.screen().availableGeometry().height() - 80
        self.resize(self._context.look.px(620), min(self._context.look.px(560), room))

    def _rows(self) -> list[list[QWidget]]:
        context = self._context
        return [
            [Field(context, self.tr("Who"), self._audience), self._text("name", self.tr("Name"))],
            [self._text("phone", self.tr("Phone")), self._text("email", self.tr("E-mail"))],
            [Field(context, self.tr("How"), self._way), self._date("planned_on", self.tr("Planned for"))],
            [self._date("sent_on", self.tr("Told on")), self._date("acknowledged_on", self.tr("Confirmed on"))],
            [self._text("not_needed", self.tr("Nobody needs to be told here, because"))],
            [self._text("note", self.tr("Note"))],
        ]

    def _text(self, name: str, title: str) -> Field:
        self._texts[name] = editor = line_edit(limit=200)
        editor.setText(getattr(self._before, name))
        return Field(self._context, title, editor)

    def _date(self, name: str, title: str) -> Field:
        self._dates[name] = editor = DateField(self._context)
        editor.set_value(getattr(self._before, name))
        return Field(self._context, title, editor)

    def _buttons(self, *, new: bool) -> QHBoxLayout:
        look = self._context.look
        keep = button(look, self.tr("&Keep"), self.accept, kind="primary")
        keep.setDefault(True)
        take_off = button(look, self.tr("Take off the list"), self._remove, icon="trash-2", kind="danger")
        take_off.setVisible(not new)
        layout = row(take_off, margins=(24, 0, 24, 0))
        layout.addStretch()
        layout.addWidget(button(look, self.tr("Cancel"), self.reject))
        layout.addWidget(keep)
        return layout

    def _plan_again(self) -> None:
        """Another audience has another usual day; a day the owner set himself stays."""
        usual = planned_day(self._before.audience, self._stop_on, self._today)
        if self._dates["planned_on"].value() in {None, usual}:
            chosen = Audience(self._audience.currentData())
            self._dates["planned_on"].set_value(planned_day(chosen, self._stop_on, self._today))

    def notice(self) -> Notice:
        """Return the notice as it stands in the dialog."""
        values: dict[str, Any] = {name: editor.text().strip() for name, editor in self._texts.items()}
        values |= {name: editor.value() for name, editor in self._dates.items()}
        audience, way = Audience(self._audience.currentData()), NoticeChannel(self._way.currentData())
        return replace(self._before, **values, audience=audience, way=way)

    def _remove(self) -> None:
        self.removed = True
        super().reject()

    def accept(self) -> None:
        """Keep the notice, or say what is wrong."""
        problem = next((editor.verdict() for editor in self._dates.values() if editor.verdict()), "")
        try:
            check_notice(self.notice(), self._today)
        except BadInputError as error:
            problem = problem or self._words()[error.message_id]
        if problem:
            self._problem.tell(Tone.SEAL, problem)
        else:
            super().accept()

    def _words(self) -> dict[str, str]:
        return {
            "notice.sent_in_future": self.tr("“Told on” lies ahead. Put the day into “planned for” instead."),
            "notice.acknowledged_unsent": self.tr("Please say first on which day they were told."),
            "notice.acknowledged_before_sent": self.tr("They cannot have confirmed before they were told."),
        }

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if self.notice() == self._first or may_discard(self):
            super().reject()
