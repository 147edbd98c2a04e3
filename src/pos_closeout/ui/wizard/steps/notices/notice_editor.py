"""The dialog with all fields of one notice."""

from datetime import date

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.case.notices import Audience, Notice, NoticeChannel, check_notice, planned_day
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog
from pos_closeout.ui.wizard.steps.notices.names import notice_channel_name


class NoticeEditor(FormDialog[Notice]):
    """Edits a notice.

    Args:
        context: look and texts.
        notice: what to start from.
        stop_on: the planned stop, from which the usual day is counted.
        parent: the window it stands over.
        new: whether it is not on the list yet.
    """

    def __init__(self, context: Context, notice: Notice, *, stop_on: date | None, parent: QWidget, new: bool) -> None:
        super().__init__(context, notice, parent)
        self._stop_on = stop_on
        take_off = "" if new else self.tr("Take off the list")
        look = DialogLook(self.tr("One notice"), self.tr("Who is told, and when"), take_off=take_off, size=(620, 560))
        self.build(look, self._rows(context))

    def _rows(self, context: Context) -> list[list[DialogField]]:
        audiences = {each: context.say(context.guidance.notices[each].name) for each in Audience}
        channels = {each: notice_channel_name(each) for each in NoticeChannel}
        date_, choice = FieldType.DATE, FieldType.CHOICE
        return [
            [DialogField("audience", self.tr("Who"), choice, choices=audiences), DialogField("name", self.tr("Name"))],
            [DialogField("phone", self.tr("Phone"), FieldType.NUMBER), DialogField("email", self.tr("E-mail"))],
            [
                DialogField("way", self.tr("How"), choice, choices=channels),
                DialogField("planned_on", self.tr("Planned for"), date_),
            ],
            [
                DialogField("sent_on", self.tr("Told on"), date_),
                DialogField("acknowledged_on", self.tr("Confirmed on"), date_),
            ],
            [DialogField("not_needed", self.tr("Nobody needs to be told here, because"))],
            [DialogField("note", self.tr("Note"))],
        ]

    def connect_fields(self) -> None:
        """Plan anew when another audience is chosen."""
        self.choice("audience").activated.connect(self._plan_again)

    def _plan_again(self) -> None:
        """Another audience has another usual day; a day the owner set himself stays."""
        usual, planned = planned_day(self.before.audience, self._stop_on, self.context.today), self.day("planned_on")
        if planned.value() in {None, usual}:
            planned.set_value(planned_day(self.value().audience, self._stop_on, self.context.today))

    def checked(self, value: Notice) -> str:
        """Return what is wrong."""
        words = {
            "notice.sent_in_future": self.tr("“Told on” lies ahead. Put the day into “planned for” instead."),
            "notice.acknowledged_unsent": self.tr("Please say first on which day they were told."),
            "notice.acknowledged_before_sent": self.tr("They cannot have confirmed before they were told."),
        }
        try:
            check_notice(value, self.context.today)
        except BadInputError as error:
            return words[error.message_id]
        return ""
