"""The dialog with all fields of one entry of the contact log."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case.contact import ContactChannel, ContactEntry, check_entry
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.discard_question import may_discard
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.wizard.steps.contact.source_choice import SourceChoice, source_warning


class ContactEditor(QDialog):
    """Edits an entry. ``removed`` tells, after a rejection, that the owner took the entry off the log."""

    def __init__(self, context: Context, entry: ContactEntry, today: date, parent: QWidget, *, new: bool) -> None:
        super().__init__(parent)
        self._context, self._before, self._today = context, entry, today
        self.removed = False
        self.setWindowTitle(self.tr("One contact"))
        self.setMinimumWidth(context.look.px(560))
        self._texts: dict[str, QLineEdit] = {}
        self._dates: dict[str, DateField] = {}
        self._problem = Banner(context)
        self._way = QComboBox()
        for way, name in context.guidance.contact.ways.items():
            self._way.addItem(context.say(name), way)
        self._way.setCurrentIndex(list(ContactChannel).index(entry.way))
        self._source = SourceChoice(context)
        self._source.set_source(entry.source)
        self._source_field = Field(context, self.tr("Where the number is from"), self._source)
        self._source.activated.connect(self._warn)
        self._done = CheckLine(self.tr("This next step is done"))
        self._done.set_checked(checked=entry.next_done)
        self._lay_out(new=new)
        self._warn()
        self._dates["spoken_on"].setFocus()

    def _lay_out(self, *, new: bool) -> None:
        inner = QWidget()
        form = QVBoxLayout(inner)
        form.setContentsMargins(24, 4, 24, 4)
        form.addLayout(grid(self._rows()))
        form.addWidget(self._done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 20)
        layout.setSpacing(12)
        head = label(self.tr("What was said"), "cardTitle")
        head.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(head)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons(new=new))
        room = self.screen().availableGeometry().height() - 80
        self.resize(self._context.look.px(640), min(self._context.look.px(700), room))

    def _rows(self) -> list[list[QWidget]]:
        context = self._context
        return [
            [
                self._date("spoken_on", self.tr("On")),
                self._text("spoken_at", self.tr("At"), self.tr("such as 14:30")),
                Field(context, self.tr("Means of contact"), self._way),
            ],
            [self._text("number", self.tr("Number or address")), self._source_field],
            [
                self._text("clerk", self.tr("Who answered")),
                self._text("staff_number", self.tr("Staff number")),
                self._text("ticket", self.tr("Ticket number")),
            ],
            [self._text("agreed_fees", self.tr("Agreed on fees"))],
            [self._text("agreed_deposit", self.tr("Agreed on the deposit"))],
            [self._text("agreed_data", self.tr("Agreed on data"), self.tr("exports, how long to be seen"))],
            [self._date("agreed_stop_on", self.tr("Agreed day of the stop")), QWidget()],
            [self._text("next_step", self.tr("Next step")), self._date("next_on", self.tr("To be done by"))],
            [self._text("note", self.tr("Note"))],
        ]

    def _text(self, name: str, title: str, note: str = "") -> Field:
        self._texts[name] = editor = line_edit(limit=300)
        editor.setText(getattr(self._before, name))
        return Field(self._context, title, editor, note=note)

    def _date(self, name: str, title: str) -> Field:
        self._dates[name] = editor = DateField(self._context)
        editor.set_value(getattr(self._before, name))
        return Field(self._context, title, editor)

    def _buttons(self, *, new: bool) -> QHBoxLayout:
        look = self._context.look
        keep = button(look, self.tr("&Keep"), self.accept, kind="primary")
        keep.setDefault(True)
        take_off = button(look, self.tr("Take off the log"), self._remove, icon="trash-2", kind="danger")
        take_off.setVisible(not new)
        layout = row(take_off, margins=(24, 0, 24, 0))
        layout.addStretch()
        layout.addWidget(button(look, self.tr("Cancel"), self.reject))
        layout.addWidget(keep)
        return layout

    def _warn(self) -> None:
        warned = source_warning(self._source.source())
        self._source_field.set_verdict(*(warned or (None, "")))

    def entry(self) -> ContactEntry:
        """Return the entry as it stands in the dialog."""
        values: dict[str, Any] = {name: editor.text().strip() for name, editor in self._texts.items()}
        values |= {name: editor.value() for name, editor in self._dates.items()}
        return replace(
            self._before,
            **values,
            way=ContactChannel(self._way.currentData()),
            source=self._source.source(),
            next_done=self._done.box.isChecked(),
        )

    def _remove(self) -> None:
        self.removed = True
        super().reject()

    def accept(self) -> None:
        """Keep the entry, or say what is missing."""
        unread = next((editor.verdict() for editor in self._dates.values() if editor.verdict()), "")
        try:
            check_entry(self.entry(), self._today)
        except BadInputError as error:
            self._problem.tell(Tone.SEAL, unread or self._words()[error.message_id])
        else:
            if unread:
                self._problem.tell(Tone.SEAL, unread)
            else:
                super().accept()

    def _words(self) -> dict[str, str]:
        return {
            "contact.date_missing": self.tr("Please say on which day it was."),
            "contact.in_future": self.tr("This day has not come yet."),
            "contact.number_missing": self.tr("Please write down the number or address."),
            "contact.source_missing": self.tr("Please say where the number is from."),
            "contact.step_missing": self.tr("Please say what is to happen until then."),
        }

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if self.entry() == self._before or may_discard(self):
            super().reject()
