"""Step 2: everything the acquirer needs to know who asks for which terminal."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from pos_closeout.domain.case import identifiers
from pos_closeout.domain.case.case import Case, EntityType, never_opened
from pos_closeout.domain.case.stop_day import billing_day
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.progress import identity_needed
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import card, label
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.hidden_field import hide_until_asked
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.number_line import number_line, take_numbers
from pos_closeout.ui.widgets.verdicts import refuse_card_number, show_problem, show_verdict
from pos_closeout.ui.wizard.field_path import read, write
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.identity.acquirer_name import AcquirerCompleter, AcquirerKnown
from pos_closeout.ui.wizard.steps.identity.form import AnswerField, IdentityForm
from pos_closeout.ui.wizard.steps.identity.ready_card import ReadyCard
from pos_closeout.ui.wizard.steps.identity.terminal_table import TerminalTable
from pos_closeout.ui.wizard.steps.page import StepPage

_NUMBERS = frozenset(
    {"merchant.identity_number", "merchant.merchant_number", "merchant.other_numbers", "handler.id_number"}
)
"""Numbers that may look like a card number and are needed whole."""

_PLACES = {
    "registered_name": "merchant.registered_name",
    "merchant_number": "merchant.merchant_number",
    "representative": "merchant.representative",
    "phone": "merchant.phone",
    "acquirer": "acquirer.name",
    "account_name": "settlement.account_name",
}
"""Where the answers stand that a letter may need."""


_WORDS = {
    "merchant.merchant_number": "merchant_number",
    "acquirer.name": "acquirer",
    "settlement.last_batch_number": "batch",
}
"""Answers that stand on a slip, with the word of the glossary that shows where."""


class IdentityPage(StepPage):
    """Asks for parts A, B and D of the letter; checks identifiers as they are typed and never refuses to go on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.IDENTITY)
        self._texts: dict[str, tuple[AnswerField, Field]] = {}
        self._entity = ComboBox()
        for entity, name in self._entities().items():
            self._entity.addItem(name, entity)
        self._entity.activated.connect(self._entity_chosen)
        self._identity = number_line(limit=40)
        self._identity_field = Field(context, self.tr("Credit code, registration or ID number"), self._identity)
        self._identity_field.explain(lambda: self._explain("credit_code"))
        self._identity.textEdited.connect(lambda text: self._edited("merchant.identity_number", text))
        entity_row: list[QWidget] = [Field(context, self.tr("Kind of business"), self._entity), self._identity_field]
        form = IdentityForm(self)
        first, *more = form.merchant()
        merchant = [self._fields(first), entity_row, *(self._fields(line) for line in more)]
        self._confirmed = CheckLine(self.tr("I have checked the name on the slip, the agreement or the settlement"))
        self._confirmed.toggled.connect(lambda on: self.edit(write(self.case, "acquirer.confirmed", on)))
        acquirer: list[list[QWidget]] = [*(self._fields(line) for line in form.acquirer()), [self._confirmed]]
        self._completer = AcquirerCompleter(context, self._line("acquirer.name"))
        self._completer.chosen.connect(self._acquirer_chosen)
        self._known = AcquirerKnown(context)
        self._known.changed.connect(self.edit)
        acquirer.insert(1, [self._known])
        self._ready = ReadyCard(context)
        self._ready.step_asked.connect(self.step_asked)
        self._ready.field_asked.connect(self._go_to)
        self._terminals = TerminalTable(context)
        self._terminals.changed.connect(self._terminals_edited)
        self._of_a_shop = (
            card(label(self.tr("The terminals"), "cardTitle"), self._terminals),
            self._section(self.tr("Money and fees"), [self._fields(line) for line in form.money()]),
        )
        self.lay_out(
            self._section(self.tr("The shop"), merchant),
            self._section(self.tr("The acquirer"), acquirer),
            *self._of_a_shop,
            self._section(self.tr("Who handles it"), [self._fields(line) for line in form.handler()]),
            self._ready,
        )

    def _entities(self) -> dict[EntityType, str]:
        return {
            EntityType.SOLE_TRADER: self.tr("Sole trader (个体工商户)"),
            EntityType.COMPANY: self.tr("Company (企业)"),
            EntityType.MICRO: self.tr("Micro merchant without a licence (小微商户)"),
            EntityType.UNSAID: self.tr("not said"),
        }

    def _section(self, title: str, rows: list[list[QWidget]]) -> QFrame:
        return card(label(title, "cardTitle"), grid(rows), spacing=12)

    def _fields(self, line: tuple[AnswerField, ...]) -> list[QWidget]:
        return [self._field(text) for text in line]

    def _field(self, text: AnswerField) -> Field:
        place = text.place
        editor: QLineEdit | DateField | MoneyField
        if place.endswith("_on"):
            editor = DateField(self.context)
            editor.edited.connect(lambda: self._valued(place))
        elif place.endswith("_fen"):
            editor = MoneyField(self.context)
            editor.edited.connect(lambda: self._valued(place))
        else:
            editor = line_edit(limit=200)
            if text.number is not None:
                take_numbers(editor, text.number)
            if text.hidden:
                hide_until_asked(editor, self.context)
            editor.textEdited.connect(lambda typed: self._edited(place, typed))
        made = Field(
            self.context,
            text.name,
            editor,
            note=text.note,
            hint=text.hint,
        )
        if place in _WORDS:
            made.explain(lambda: self._explain(_WORDS[place]))
        self._texts[place] = (text, made)
        return made

    def _explain(self, word: str) -> None:
        from pos_closeout.ui.library.window import show_word

        show_word(self.window(), self.context, word)

    def refresh(self, now: Situation) -> None:
        """Show the answers of step 2."""
        case = now.case
        self._entity.setCurrentIndex(self._entity.findData(case.merchant.entity_type))
        _set_text(self._identity, case.merchant.identity_number)
        self._show_identity_verdict(case)
        self._confirmed.set_checked(checked=case.acquirer.confirmed)
        for place, (text, field) in self._texts.items():
            value = read(case, place)
            if isinstance(field.editor, DateField | MoneyField):
                field.editor.set_value(value)
            elif isinstance(field.editor, QLineEdit):
                _set_text(field.editor, value)
                if text.check is not None:
                    show_verdict(field, text.check(value))
        self._hint_at_acquirer(case)
        self._propose_billing_day(now)
        self._known.tell(case)
        self._completer.prepare()
        self._terminals.tell(case.terminals)
        self._mark_needed(now)

    def _mark_needed(self, now: Situation) -> None:
        """Mark what the letter cannot do without, and say at the end what of it is missing."""
        needed = identity_needed(now.case)
        fields = {name: self._texts[place][1] for name, place in _PLACES.items()}
        fields["identity_number"] = self._identity_field
        for name, field in fields.items():
            field.set_needed(needed=name in needed)
        self._ready.tell(now, {name: field.name for name, field in fields.items()})
        # Whoever never opened a merchant has no device, account or handler to tell of.
        for card_shown in self._of_a_shop:
            card_shown.setVisible(not never_opened(now.case))

    def _go_to(self, missing: str) -> None:
        """Put the keyboard into a missing answer; the page scrolls there by itself."""
        if missing == "identity_number":
            editor: QWidget = self._identity
        elif missing in _PLACES:
            editor = self._texts[_PLACES[missing]][1].editor
        else:
            editor = self._terminals.way_to(int(missing.partition(".")[2]))
        area = self.findChild(QScrollArea)
        if area is not None:
            area.ensureWidgetVisible(editor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, place: str) -> QLineEdit:
        editor = self._texts[place][1].editor
        if not isinstance(editor, QLineEdit):
            raise TypeError(place)
        return editor

    def _acquirer_chosen(self, name: str) -> None:
        self._line("acquirer.name").setText(name)
        self._edited("acquirer.name", name)

    def _hint_at_acquirer(self, case: Case) -> None:
        """Say whose numbers usually begin like this one; two tables on the web differ, so it is never filled in."""
        hint = self.context.guidance.acquirer_hints.get(case.merchant.merchant_number[:3])
        if hint and not case.acquirer.name.strip():
            text = self.tr("Numbers that begin like yours often belong to %1. Please check.").replace("%1", hint)
            self._texts["acquirer.name"][1].set_verdict(Tone.ACCENT, text)

    def _propose_billing_day(self, now: Situation) -> None:
        """Show in the empty line from when the letter asks for no more fees, as it follows from the day of the stop."""
        field = self._texts["settlement.stop_billing_on"][1]
        case, editor = now.case, field.editor
        if not isinstance(editor, DateField):
            return
        ends = {each.action for each in case.terminals} & {Action.REMOVE, Action.CLOSE_MERCHANT}
        day = billing_day(case, now.today) if ends and case.profile.acquirer_left is not True else None
        editor.propose(day)
        if editor.text():
            show_problem(field, editor.verdict())
        else:
            told = self.tr("Left empty, the letter says this day: the first one without payments.")
            field.set_verdict(Tone.NEUTRAL if day else None, told if day else "")

    def _show_identity_verdict(self, case: Case) -> None:
        typed = case.merchant.identity_number
        show_verdict(self._identity_field, identifiers.check_identity(case.merchant.entity_type, typed))

    def _edited(self, place: str, typed: str) -> None:
        if place not in _NUMBERS and identifiers.looks_like_full_card_number(typed):
            refuse_card_number(self._texts[place][1])
            return
        self.edit(write(self.case, place, typed))

    def _valued(self, place: str) -> None:
        _, field = self._texts[place]
        editor = field.editor
        if isinstance(editor, DateField | MoneyField):
            show_problem(field, editor.verdict())
            self.edit(write(self.case, place, editor.value()))

    def _entity_chosen(self) -> None:
        self.edit(write(self.case, "merchant.entity_type", EntityType(self._entity.currentData())))

    def _terminals_edited(self, terminals: tuple[Terminal, ...]) -> None:
        self.edit(replace(self.case, terminals=terminals))


def _set_text(editor: QLineEdit, text: str) -> None:
    if editor.text() != text:
        editor.setText(text)
        # From its beginning: a longer text would show its end.
        editor.setCursorPosition(0)
