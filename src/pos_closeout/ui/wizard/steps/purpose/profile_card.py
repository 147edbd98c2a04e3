"""Who applies, and what became of licence, seal and acquirer: the answers that decide what is asked and printed."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case, EntityType, Reason
from pos_closeout.domain.case.profile import Applicant, Profile, Seal
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, card, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit


class ProfileCard(QWidget):
    """Asks the questions of the profile; what was not said stays "not said". ``changed`` carries the profile."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._profile, self._case_id = Profile(), -1
        self._combos: dict[str, QComboBox] = {}
        yes_no: dict[object, str] = {None: self.tr("not said"), False: self.tr("no"), True: self.tr("yes")}
        applicants: dict[object, str] = {
            None: self.tr("not said"),
            Applicant.REGISTERED: self.tr("the registered owner or representative"),
            Applicant.FORMER: self.tr("the former owner; the licence is cancelled"),
            Applicant.CHANGED: self.tr("a new representative the acquirer does not know yet"),
            Applicant.HEIRS: self.tr("the heirs; the owner has died"),
        }
        seals: dict[object, str] = {
            None: self.tr("not said"),
            Seal.HELD: self.tr("at hand"),
            Seal.NONE: self.tr("there is none"),
            Seal.LOST: self.tr("lost"),
        }
        self._name, self._successor, self._since = line_edit(limit=100), line_edit(limit=100), DateField(context)
        self._name.editingFinished.connect(self._tell)
        self._successor.editingFinished.connect(self._tell)
        self._since.edited.connect(self._tell)
        self._name_field = Field(context, self.tr("Name of who applies"), self._name)
        self._since_field = Field(context, self.tr("Since when"), self._since)
        self._successor_field = Field(context, self.tr("Who took over"), self._successor)
        self._left_on = DateField(context)
        self._left_on.edited.connect(self._tell)
        self._left_field = Field(
            context,
            self.tr("Since when is it gone"),
            self._left_on,
            note=self.tr("from its notice or the official list"),
        )
        self._place_field = self._choice("one_place", self.tr("Does only this place close?"), yes_no)
        self._body = QWidget()
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("What you leave open is left blank on the papers."), "hint"))
        applicant = self._choice("applicant", self.tr("Who applies?"), applicants)
        self._seal_field = self._choice("seal", self.tr("Company seal"), seals)
        layout.addLayout(grid([[applicant, self._seal_field]]))
        layout.addLayout(grid([[self._name_field, self._since_field]]))
        left = self._choice("acquirer_left", self.tr("Has the acquirer left the market?"), yes_no)
        layout.addLayout(grid([[left, QWidget()], [self._left_field, self._successor_field]]))
        untouched = self._choice("untouched", self.tr("No device altered, lent or passed on?"), yes_no)
        debits = self._choice("debits_allowed", self.tr("May it debit your account?"), yes_no)
        layout.addLayout(grid([[untouched, debits]]))
        layout.addLayout(grid([[self._place_field, QWidget()]]))
        self._unfold = button(context.look, self.tr("Tell more"), self._turn, icon="chevron-down", kind="small")
        head = row(label(self.tr("Is anything special?"), "cardTitle"), self._unfold)
        head.setStretch(0, 1)
        self._about = label(
            self.tr(
                "Licence cancelled, owner died or changed, seal lost or none, the acquirer has left the market, the "
                "shop has another place: say so here, and questions and papers follow."
            ),
            "hint",
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card(head, self._about, self._body, spacing=10))
        self._body.hide()

    def _choice(self, name: str, title: str, names: Mapping[object, str]) -> Field:
        made = ComboBox()
        for value, text in names.items():
            made.addItem(text, value)
        made.activated.connect(self._tell)
        self._combos[name] = made
        return Field(self._context, title, made)

    def _turn(self) -> None:
        self.unfold(wanted=not self._body.isVisibleTo(self))

    def unfold(self, *, wanted: bool) -> None:
        """Show or hide the questions; nothing that was answered is lost."""
        self._body.setVisible(wanted)
        self._about.setVisible(not wanted)
        text = self.tr("Show less") if wanted else self.tr("Tell more")
        self._unfold.setText(f" {text}")
        self._unfold.setAccessibleName(text)

    def show_case(self, case: Case) -> None:
        """Show the profile of a case; fields that do not matter to it are not there."""
        told = self._profile = case.profile
        for name, combo in self._combos.items():
            combo.setCurrentIndex(max(self._index(combo, getattr(told, name)), 0))
        for editor, text in ((self._name, told.applicant_name), (self._successor, told.successor)):
            if editor.text() != text:
                editor.setText(text)
        self._since.set_value(told.since)
        special = told.applicant not in {None, Applicant.REGISTERED}
        self._name_field.setVisible(special)
        self._since_field.setVisible(special)
        self._left_on.set_value(told.acquirer_left_on)
        for field in (self._successor_field, self._left_field):
            field.setVisible(told.acquirer_left is True)
        self._place_field.setVisible(Reason.CLOSING_DOWN in case.request.reasons)
        self._seal_field.setVisible(case.merchant.entity_type is not EntityType.MICRO)
        said = replace(told, brought_back=())
        if case.id != self._case_id:
            self._case_id = case.id
            self.unfold(wanted=said != Profile())

    @staticmethod
    def _index(combo: QComboBox, value: object) -> int:
        return next((at for at in range(combo.count()) if combo.itemData(at) == value), 0)

    def _tell(self) -> None:
        chosen = {name: combo.currentData() for name, combo in self._combos.items()}
        if chosen["applicant"] is not None:
            chosen["applicant"] = Applicant(chosen["applicant"])
        if chosen["seal"] is not None:
            chosen["seal"] = Seal(chosen["seal"])
        profile = replace(
            self._profile,
            **chosen,
            applicant_name=self._name.text().strip(),
            successor=self._successor.text().strip(),
            since=self._since.value(),
            acquirer_left_on=self._left_on.value(),
        )
        if profile != self._profile:
            self.changed.emit(profile)
