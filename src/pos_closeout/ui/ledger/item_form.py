"""The fields of one open item: the few that matter first, the rest folded away."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.ledger.due_dates import DueDate, key_facts
from pos_closeout.domain.ledger.item_facts import SPECS, Fact, Facts
from pos_closeout.domain.ledger.open_items import WITHOUT_AMOUNT, ItemKind, OpenItem, PaymentChannel, with_kind
from pos_closeout.domain.money import in_capitals
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.account_field import AccountField, tidy_account
from pos_closeout.ui.ledger.due_fields import DueFields
from pos_closeout.ui.ledger.fact_fields import FactFields
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.ledger.words import channel_name
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.number_line import NumberValidator, number_line

Reckon = Callable[[OpenItem, Facts], DueDate]
"""Works out when an item is due by the rules of its kind."""


class ItemForm(QWidget):
    """Shows an item and gives back what was made of it."""

    grown = Signal()
    """The form may need another height."""

    unfolded = Signal(bool)
    """The owner asked for more details, or for fewer."""

    def __init__(
        self,
        context: Context,
        item: OpenItem,
        places: ItemPlaces,
        facts: Facts,
        reckon: Reckon,
        *,
        details: bool = False,
    ) -> None:
        super().__init__()
        self._details = details
        self._context, self._before, self._places, self._reckon = context, item, places, reckon
        self._key_facts, self._more_facts = FactFields(context, facts), FactFields(context, facts)
        self._make_editors()
        self._make_fields()
        self._fill()
        self._lay_out(several=len(places.shops) > 1)
        self._connect()
        self._tell_kind()
        self._untouched = (self.item(), self.facts())

    def item(self) -> OpenItem:
        """Return the item as it stands in the form; what cannot be read counts as empty."""
        return replace(
            self._before,
            case_id=int(self._case.currentData()),
            kind=ItemKind(self._kind.currentData()),
            amount_fen=self._amount.value(),
            counterparty=self._who.text().strip(),
            due_on=self._due.value(),
            due_basis=self._due.basis(),
            original_on=self._original.value(),
            channel=PaymentChannel(self._channel.currentData()),
            terminal_number=self._terminal.currentText().strip(),
            masked_account=tidy_account(self._account.text().strip()),
            reference=self._reference.text().strip(),
            voucher=self._voucher.text().strip(),
            contact=self._contact.text().strip(),
            note=self._note.text().strip(),
        )

    def facts(self) -> dict[Fact, str]:
        """Return the extra fields of the chosen kind as they stand in the form."""
        return self._key_facts.values() | self._more_facts.values()

    def touched(self) -> bool:
        """Return whether anything was typed or chosen that closing would lose."""
        unread = any(editor.verdict() for editor in (self._amount, self._due.day, self._original))
        unread = unread or self._key_facts.has_unread() or self._more_facts.has_unread()
        return unread or (self.item(), self.facts()) != self._untouched

    def check(self) -> bool:
        """Say what is wrong beside each field, go to the first wrong one, and return whether all is well."""
        self._check_amount(missing=True)
        self._check_original()
        needs = self._kind_chosen() not in WITHOUT_AMOUNT
        wrong: list[QWidget | None] = []
        if self._amount.verdict() or (needs and self._amount.value() is None):
            wrong.append(self._amount)
        if self._original.verdict():
            wrong.append(self._original)
        wrong += [self._key_facts.unread(), self._due.problem()]
        wrong.append(self._more_facts.unread())
        first = next((editor for editor in wrong if editor is not None), None)
        self.grown.emit()
        if first is None:
            return True
        if not first.isVisibleTo(self):
            self._unfold(open_=True)
        first.setFocus()
        return False

    def _make_editors(self) -> None:
        self._kind, self._case, self._channel, self._terminal = (ComboBox() for _ in range(4))
        for kind in ItemKind:
            self._kind.addItem(self._context.say(self._context.guidance.kinds[kind].name), kind.value)
        for case_id, name in (self._places.shops or {self._before.case_id: ""}).items():
            self._case.addItem(name, case_id)
        for channel in PaymentChannel:
            self._channel.addItem(channel_name(channel), channel.value)
        self._terminal.setEditable(True)
        self._terminal.setValidator(NumberValidator(self._terminal))
        typed = self._terminal.lineEdit()
        if typed is not None:
            typed.setMaxLength(60)
        self._terminal.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._amount = MoneyField(self._context, zero=False)
        item = self._before
        self._due = DueFields(self._context, item.due_on, item.due_basis, new=not item.id)
        self._original = DateField(self._context)
        self._account = AccountField()
        self._who, self._contact, self._note = (line_edit() for _ in range(3))
        self._reference, self._voucher = number_line(limit=64), number_line(limit=32)

    def _make_fields(self) -> None:
        self._kind_field = self._field(self.tr("What is open"), self._kind)
        self._amount_field = self._field(self.tr("Amount"), self._amount, self.tr("yuan"))
        self._who_field = self._field(self.tr("Who it is with"), self._who, self.tr("customer, acquirer …"))
        self._original_field = self._field(self.tr("Date of the original payment"), self._original)
        self._channel_field = self._field(self.tr("Paid by"), self._channel)
        self._account_field = self._field(self.tr("Card number"), self._account, self.tr("first 6 and last 4 digits"))

    def _field(self, name: str, editor: QWidget, note: str = "") -> Field:
        return Field(self._context, name, editor, note=note)

    def _fill(self) -> None:
        item = self._before
        self._case.setCurrentIndex(max(self._case.findData(item.case_id), 0))
        self._kind.setCurrentIndex(self._kind.findData(item.kind.value))
        self._channel.setCurrentIndex(self._channel.findData(item.channel.value))
        self._offer_terminals()
        self._terminal.setEditText(item.terminal_number)
        self._amount.set_value(item.amount_fen)
        self._original.set_value(item.original_on)
        texts: dict[QLineEdit, str] = {
            self._who: item.counterparty,
            self._account: item.masked_account,
            self._reference: item.reference,
            self._voucher: item.voucher,
            self._contact: item.contact,
            self._note: item.note,
        }
        for editor, text in texts.items():
            editor.setText(text)

    def _lay_out(self, *, several: bool) -> None:
        shop = self._field(self.tr("Shop"), self._case)
        shop.setVisible(several)
        first = grid(
            [
                [self._kind_field, self._amount_field],
                [self._who_field, self._original_field],
            ]
        )
        self._more = button(self._context.look, "", self._toggle, icon="chevron-down", kind="quiet", name=" ")
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(12)
        rest.addWidget(self._more_facts)
        rest.addLayout(self._paper_fields())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(shop)
        layout.addLayout(first)
        self._key_held = QWidget()
        held = QVBoxLayout(self._key_held)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self._key_facts)
        layout.addWidget(self._key_held)
        layout.addWidget(self._due)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._rest)
        layout.addStretch()
        self._unfold(open_=self._details or self._has_details())

    def _paper_fields(self) -> QGridLayout:
        return grid(
            [
                [self._channel_field, self._account_field],
                [
                    self._field(self.tr("Reference number"), self._reference, self.tr("12 digits on the slip")),
                    self._field(self.tr("Voucher number"), self._voucher, self.tr("6 digits")),
                ],
                [
                    self._field(self.tr("Terminal"), self._terminal),
                    self._field(self.tr("Phone or address"), self._contact),
                ],
                [self._field(self.tr("Note"), self._note)],
            ]
        )

    def _has_details(self) -> bool:
        item = self._before
        return bool(
            item.terminal_number or item.masked_account or item.reference or item.voucher or item.contact or item.note
        )

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._date_of_kind)
        self._kind.currentIndexChanged.connect(self._tell_kind)
        self._case.currentIndexChanged.connect(self._offer_terminals)
        self._amount.edited.connect(lambda: self._check_amount(missing=False))
        self._original.edited.connect(lambda: self._original_field.set_verdict(None, ""))
        self._original.editingFinished.connect(self._check_original)
        for edited in (self._original.edited, self._key_facts.edited, self._more_facts.edited):
            edited.connect(self._reckon_due)
        self._channel.currentIndexChanged.connect(self._reckon_due)
        self._case.currentIndexChanged.connect(self._reckon_due)
        self._due.grown.connect(self.grown)
        self._account.hidden.connect(self._tell_hidden)

    def _offer_terminals(self) -> None:
        typed = self._terminal.currentText()
        self._terminal.clear()
        self._terminal.addItems(list(self._places.terminals.get(int(self._case.currentData()), ())))
        self._terminal.setEditText(typed)

    def _kind_chosen(self) -> ItemKind:
        return ItemKind(self._kind.currentData())

    def _date_of_kind(self) -> None:
        """Let a date go with the kind it belonged to; the item's own kind has the date that it had."""
        dated = with_kind(self._before, self._kind_chosen())
        self._due.start_again(dated.due_on, dated.due_basis)

    def _tell_kind(self) -> None:
        """Explain the kind below its name, and what is usual for its date below the date."""
        texts = self._context.guidance.kinds[self._kind_chosen()]
        self._kind_field.set_verdict(Tone.NEUTRAL, self._context.say(texts.explanation))
        self._due.hint(self._context.say(texts.due))
        self._check_amount(missing=False)
        kind = self._kind_chosen()
        key = key_facts(kind)
        self._key_facts.show_specs(spec for spec in SPECS[kind] if spec.fact in key)
        self._more_facts.show_specs(spec for spec in SPECS[kind] if spec.fact not in key)
        self._order()
        self._reckon_due()

    def _order(self) -> None:
        """Let Tab go through the fields as they are read: those of a kind are made later than the others."""
        after: list[QWidget] = [self._reference, self._voucher, self._terminal, self._contact, self._note]
        order = [
            *(self._case, self._kind, self._amount, self._who, self._original),
            *self._key_facts.editors(),
            *self._due.editors(),
            self._more,
            *self._more_facts.editors(),
            *(self._channel, self._account, *after),
        ]
        for before, following in pairwise(order):
            QWidget.setTabOrder(before, following)

    def _reckon_due(self) -> None:
        """Work out the due date from what stands in the fields now."""
        self._due.tell(self._reckon(self.item(), self.facts()))

    def _check_amount(self, *, missing: bool) -> None:
        """Say what is wrong with the amount, else repeat it in capitals so that a slip of the finger shows."""
        fen, problem = self._amount.value(), self._amount.verdict()
        if not problem and fen is None and missing and self._kind_chosen() not in WITHOUT_AMOUNT:
            problem = self.tr("Please write the amount: for this kind of entry somebody is owed money.")
        if problem:
            self._amount_field.set_verdict(Tone.SEAL, problem)
        elif fen is not None:
            self._amount_field.set_verdict(Tone.NEUTRAL, in_capitals(fen))
        else:
            self._amount_field.set_verdict(None, "")

    def _check_original(self) -> None:
        problem = self._original.verdict()
        self._original_field.set_verdict(Tone.SEAL if problem else None, problem)

    def _tell_hidden(self) -> None:
        words = self.tr("The middle has been hidden. A whole card number is never kept here.")
        self._account_field.set_verdict(Tone.AMBER, words)

    def _toggle(self) -> None:
        self._unfold(open_=self._rest.isHidden())
        self.unfolded.emit(not self._rest.isHidden())

    def _unfold(self, *, open_: bool) -> None:
        self._rest.setVisible(open_)
        # What is new is asked four things; what is known of its date is said, and asked with the rest.
        dated = open_ or bool(self._before.id) or self._before.due_on is not None
        self._key_held.setVisible(dated)
        self._due.ask(asked=dated)
        words = self.tr("Fewer details") if open_ else self.tr("More details")
        self._more.setText(f" {words}")
        self._more.setAccessibleName(words)
        look = self._context.look
        self._more.setIcon(look.icon("chevron-down" if open_ else "chevron-right"))
        self.grown.emit()
