"""Who the acquirer really is: the names that slip, agreement and settlement give, compared."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case import identifiers
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.contact import NameFinding, compare_names
from pos_closeout.guidance.contact_texts import PLACES
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import card, label
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.verdicts import show_verdict
from pos_closeout.ui.wizard.situation import Situation


class NamesCard(QWidget):
    """Asks for the three names and says what they have in common; ``changed`` carries the new case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._editors = {place: line_edit(limit=120) for place in PLACES}
        self._fields = {place: self._field(place, editor) for place, editor in self._editors.items()}
        self._found = Banner(context)
        self._hint = label("", "hint")
        self._name = line_edit(limit=200)
        self._name.textEdited.connect(self._name_edited)
        self._name_field = Field(
            context, self.tr("The acquirer is"), self._name, note=self.tr("full name, not the agent")
        )
        self._confirmed = CheckLine(self.tr("I have checked the name on the slip, the agreement or the settlement"))
        self._confirmed.toggled.connect(self._confirmed_edited)
        told = self.tr("The name on the machine is often a brand or an agent. Copy what stands in these three places.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._card: QFrame = card(
            label(self.tr("Who is the acquirer really?"), "cardTitle"),
            label(told, "hint"),
            *self._fields.values(),
            self._found,
            self._hint,
            self._name_field,
            self._confirmed,
            spacing=10,
        )
        layout.addWidget(self._card)

    def _field(self, place: str, editor: QLineEdit) -> Field:
        texts = self._context.guidance.contact.places[place]
        editor.textEdited.connect(lambda typed: self._place_edited(place, typed))
        return Field(self._context, self._context.say(texts.name), editor, hint=self._context.say(texts.how))

    def tell(self, now: Situation) -> None:
        """Show what is known."""
        self._case = case = now.case
        for place, editor in self._editors.items():
            _show(editor, getattr(case.guard, f"{place}_name"))
        _show(self._name, case.acquirer.name)
        self._confirmed.set_checked(checked=case.acquirer.confirmed)
        show_verdict(self._name_field, identifiers.check_acquirer_name(case.acquirer.name))
        self._tell_found(compare_names(case.guard), case)
        self._tell_hint(case)

    def _tell_found(self, found: NameFinding, case: Case) -> None:
        if found.given > 1 and not found.name:
            text = self.tr("These names differ. The payer of the settlements is mostly the acquirer; ask them.")
            self._found.tell(Tone.AMBER, text)
        elif not found.name or (found.name == case.acquirer.name and case.acquirer.confirmed):
            self._found.tell(Tone.OK, "")
        else:
            text = self.tr("%1 of 3 places say: %2").replace("%1", str(found.agreeing)).replace("%2", found.name)
            self._found.tell(Tone.ACCENT, text, self.tr("Use this name"), lambda: self._take_over(found))

    def _tell_hint(self, case: Case) -> None:
        """Say whose merchant numbers usually begin like this one; the tables on the web differ, so it only hints."""
        usual = self._context.guidance.acquirer_hints.get(case.merchant.merchant_number[:3], "")
        text = self.tr("Merchant numbers that begin with %1 often belong to %2. A hint only, please check.")
        self._hint.setText(text.replace("%1", case.merchant.merchant_number[:3]).replace("%2", usual))
        self._hint.setVisible(bool(usual))

    def _take_over(self, found: NameFinding) -> None:
        # One place alone is no proof: the tick is the owner's then.
        sure = found.agreeing > 1 or self._case.acquirer.confirmed
        self.changed.emit(replace(self._case, acquirer=replace(self._case.acquirer, name=found.name, confirmed=sure)))

    def _place_edited(self, place: str, typed: str) -> None:
        change: dict[str, Any] = {f"{place}_name": typed}
        self.changed.emit(replace(self._case, guard=replace(self._case.guard, **change)))

    def _name_edited(self, typed: str) -> None:
        self.changed.emit(replace(self._case, acquirer=replace(self._case.acquirer, name=typed)))

    def _confirmed_edited(self, checked: bool) -> None:
        self.changed.emit(replace(self._case, acquirer=replace(self._case.acquirer, confirmed=checked)))


def _show(editor: QLineEdit, text: str) -> None:
    if editor.text() != text:
        editor.setText(text)
