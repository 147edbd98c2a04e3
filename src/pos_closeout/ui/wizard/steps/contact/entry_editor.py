"""The dialog with all fields of one entry of the contact log."""

from PySide6.QtWidgets import QComboBox, QWidget

from pos_closeout.domain.case.contact import ContactEntry, check_entry
from pos_closeout.domain.errors import BadInputError
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.editor_dialog import DialogLook
from pos_closeout.ui.widgets.form_dialog import DialogField, FieldType, FormDialog
from pos_closeout.ui.wizard.steps.contact.source_choice import source_warning

_WIDE = 300


class ContactEditor(FormDialog[ContactEntry]):
    """Edits an entry of the log."""

    def __init__(self, context: Context, entry: ContactEntry, parent: QWidget, *, new: bool) -> None:
        super().__init__(context, entry, parent)
        take_off = "" if new else self.tr("Take off the log")
        look = DialogLook(self.tr("One contact"), self.tr("What was said"), take_off=take_off, size=(640, 700))
        self.build(look, self._rows(context), {"next_done": self.tr("This next step is done")})
        self.day("spoken_on").setFocus()

    def _rows(self, context: Context) -> list[list[DialogField | QWidget]]:
        texts, say = context.guidance.contact, context.say
        ways = {way: say(name) for way, name in texts.ways.items()}
        sources = {None: self.tr("Where is it from?")} | {source: say(name) for source, name in texts.sources.items()}
        date_, choice = FieldType.DATE, FieldType.CHOICE
        return [
            [
                DialogField("spoken_on", self.tr("On"), date_),
                DialogField("spoken_at", self.tr("At"), note=self.tr("such as 14:30"), limit=_WIDE),
                DialogField("way", self.tr("Means of contact"), choice, choices=ways),
            ],
            [
                DialogField("number", self.tr("Number or address"), limit=_WIDE),
                DialogField("source", self.tr("Where the number is from"), choice, choices=sources),
            ],
            [
                DialogField("clerk", self.tr("Who answered"), limit=_WIDE),
                DialogField("staff_number", self.tr("Staff number"), FieldType.NUMBER, limit=_WIDE),
                DialogField("ticket", self.tr("Ticket number"), FieldType.NUMBER, limit=_WIDE),
            ],
            [DialogField("agreed_fees", self.tr("Agreed on fees"), limit=_WIDE)],
            [DialogField("agreed_deposit", self.tr("Agreed on the deposit"), limit=_WIDE)],
            [
                DialogField(
                    "agreed_data", self.tr("Agreed on data"), note=self.tr("exports, how long to be seen"), limit=_WIDE
                )
            ],
            [DialogField("agreed_stop_on", self.tr("Agreed day of the stop"), date_), QWidget()],
            [
                DialogField("next_step", self.tr("Next step"), limit=_WIDE),
                DialogField("next_on", self.tr("To be done by"), date_),
            ],
            [DialogField("note", self.tr("Note"), limit=_WIDE)],
        ]

    def connect_fields(self) -> None:
        """Warn about a source that frauds use as soon as it is chosen."""
        source = self.choice("source")
        source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        source.setMinimumContentsLength(8)
        source.currentIndexChanged.connect(self._warn)
        self._warn()

    def _warn(self) -> None:
        self.fields["source"].set_verdict(*(source_warning(self.value().source) or (None, "")))

    def checked(self, value: ContactEntry) -> str:
        """Return what is missing."""
        words = {
            "contact.date_missing": self.tr("Please say on which day it was."),
            "contact.in_future": self.tr("This day has not come yet."),
            "contact.number_missing": self.tr("Please write down the number or address."),
            "contact.source_missing": self.tr("Please say where the number is from."),
            "contact.step_missing": self.tr("Please say what is to happen until then."),
        }
        try:
            check_entry(value, self.context.today)
        except BadInputError as error:
            return words[error.message_id]
        return ""
