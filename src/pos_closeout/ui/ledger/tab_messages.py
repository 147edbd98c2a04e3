"""Messages to the customer or the acquirer about an item, to be copied or read out on the phone."""

from PySide6.QtGui import QGuiApplication

from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.items.item_messages import MessageForm, Party, write_message
from pos_closeout.domain.case.sms import count_sms
from pos_closeout.domain.ledger.item_file import ItemFile
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.item_tab import ItemTab, text_box
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import Field, grid, line_edit

_FOR_CUSTOMERS = frozenset(
    {ItemKind.REFUND, ItemKind.UNFINISHED, ItemKind.PREAUTH, ItemKind.PREPAID, ItemKind.INSTALMENT, ItemKind.RECURRING}
)


class MessagesTab(ItemTab):
    """The text follows the choices and may be changed by hand before it is copied; nothing is sent from here."""

    def __init__(self, context: Context, item_id: int) -> None:
        super().__init__(context, item_id)
        self._file: ItemFile | None = None
        self.party, self.form, self.language = ComboBox(), ComboBox(), ComboBox()
        self.party.addItem(self.tr("the customer"), Party.CUSTOMER.value)
        self.party.addItem(self.tr("the acquirer"), Party.ACQUIRER.value)
        self.form.addItem(self.tr("text message"), MessageForm.SMS.value)
        self.form.addItem(self.tr("e-mail"), MessageForm.EMAIL.value)
        self.form.addItem(self.tr("phone script"), MessageForm.PHONE.value)
        # Both languages are named in their own words.
        self.language.addItem("中文", "zh")
        self.language.addItem("English", "en")
        self.body.addLayout(
            grid(
                [
                    [
                        Field(context, self.tr("To"), self.party),
                        Field(context, self.tr("As"), self.form),
                        Field(context, self.tr("Language"), self.language),
                    ]
                ]
            )
        )
        self.subject = line_edit(limit=1000)
        self._subject_field = Field(context, self.tr("Subject"), self.subject)
        self.text = text_box(self.tr("Message"), 6, context, grows=True)
        self._count = label("", "hint")
        self.body.addWidget(self._subject_field)
        self.body.addWidget(self.text, 1)
        copy = button(context.look, self.tr("&Copy"), self._copy, icon="file-text", kind="primarySmall")
        line = row(copy, spacing=12)
        line.addWidget(self._count, 1)
        self.body.addLayout(line)
        words = self.tr("The program sends nothing. No message ever asks for a card number, a password or a code.")
        self.body.addWidget(label(words, "caption"))
        for box in (self.party, self.form, self.language):
            box.currentIndexChanged.connect(self._write)
        self.text.textChanged.connect(self._tell_count)

    def refresh(self, file: ItemFile) -> None:
        """Write the message anew when the item has changed."""
        first, same = (
            self._file is None,
            self._file is not None
            and (file.item, file.facts)
            == (
                self._file.item,
                self._file.facts,
            ),
        )
        self._file = file
        if first:
            party = Party.CUSTOMER if file.item.kind in _FOR_CUSTOMERS else Party.ACQUIRER
            self.party.setCurrentIndex(self.party.findData(party.value))
        if not same:
            self._write()

    def _write(self) -> None:
        if self._file is None:
            return
        item = self._file.item
        written = write_message(
            self.context.guidance.item_messages,
            self.context.guidance.kinds[item.kind],
            load_case(self.context.store, item.case_id),
            item,
            self._file.facts,
            party=Party(self.party.currentData()),
            form=self._form(),
            language=str(self.language.currentData()),
            today=self.context.today,
        )
        self._subject_field.setVisible(bool(written.subject))
        self.subject.setText(written.subject)
        self.text.setPlainText(written.text)
        self._tell_count()

    def _form(self) -> MessageForm:
        return MessageForm(self.form.currentData())

    def _tell_count(self) -> None:
        count = count_sms(self.text.toPlainText())
        told = self.tr("{characters} characters, charged as {messages} text message(s)")
        told = told.format(characters=count.characters, messages=count.messages)
        self._count.setText(told if self._form() is MessageForm.SMS else "")

    def _copy(self) -> None:
        parts = (self.subject.text() if self._form() is MessageForm.EMAIL else "", self.text.toPlainText())
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
        self._count.setText(self.tr("Copied."))
