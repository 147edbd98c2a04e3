"""The deposit and the charges after the stop."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.follow_up import (
    DepositState,
    deposit_open,
)
from pos_closeout.domain.steps.progress import deposit_of
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import card, clear_layout, label, row, tag
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.verdicts import show_problem
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.situation import Situation


class DepositCard(QWidget):
    """Asked, deducted, received; ``changed`` carries the new case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._none = CheckLine(self.tr("There is no deposit to get back"))
        self._none.toggled.connect(lambda on: self._say("deposit_none", on))
        self._state = row(spacing=8)
        self._dates = {name: DateField(context) for name in ("deposit_asked_on", "deposit_received_on")}
        self._money = {name: MoneyField(context) for name in ("deposit_received_fen", "deposit_deducted_fen")}
        self._why = line_edit(limit=200)
        titles = {
            "deposit_asked_on": self.tr("Asked for on"),
            "deposit_received_on": self.tr("Received on"),
            "deposit_received_fen": self.tr("Received"),
            "deposit_deducted_fen": self.tr("Deducted by them"),
        }
        self._fields = {
            name: Field(context, titles[name], editor, note="¥" if isinstance(editor, MoneyField) else "")
            for name, editor in (*self._dates.items(), *self._money.items())
        }
        why = Field(context, self.tr("Why they deducted it, and where the agreement says so"), self._why)
        self._body = QWidget()
        self._body.setLayout(
            grid(
                [
                    [self._fields["deposit_asked_on"], self._fields["deposit_received_on"]],
                    [self._fields["deposit_received_fen"], self._fields["deposit_deducted_fen"]],
                    [why],
                ]
            )
        )
        for name, editor in self._fields_of():
            editor.edited.connect(lambda name=name: self._edited(name))
        self._why.textEdited.connect(lambda text: self._say("deposit_deducted_why", text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = row(label(self.tr("Deposit"), "cardTitle", wrap=False), self._state, spacing=12)
        head.setStretch(1, 1)
        layout.addWidget(card(head, self._none, self._body, spacing=10))

    def _fields_of(self) -> list[tuple[str, DateField | MoneyField]]:
        return [*self._dates.items(), *self._money.items()]

    def tell(self, now: Situation) -> None:
        """Show how the deposit of a case stands."""
        self._case, told = now.case, now.case.follow_up
        with QSignalBlocker(self._none.box):
            self._none.set_checked(checked=told.deposit_none)
        self._body.setVisible(not told.deposit_none)
        for name, editor in self._fields_of():
            if not editor.hasFocus():
                editor.set_value(getattr(told, name))
        if self._why.text() != told.deposit_deducted_why and not self._why.hasFocus():
            self._why.setText(told.deposit_deducted_why)
        clear_layout(self._state)
        icon, word, tone = self._words(now.case)
        self._state.addWidget(tag(self._context.look, icon, word, tone))
        self._state.addStretch()

    def _words(self, case: Case) -> tuple[str, str, Tone]:
        deposit = case.settlement.deposit_fen
        left = self._context.yuan(deposit_open(case.follow_up, deposit))
        return {
            DepositState.NONE: ("circle-check", self.tr("none"), Tone.NEUTRAL),
            DepositState.NOT_ASKED: ("circle", self.tr("not asked for yet"), Tone.AMBER),
            DepositState.WAITING: ("hourglass", self.tr("waiting for %1").replace("%1", left), Tone.AMBER),
            DepositState.SHORT: ("triangle-alert", self.tr("%1 missing").replace("%1", left), Tone.SEAL),
            DepositState.HOME: ("circle-check", self.tr("settled"), Tone.OK),
        }[deposit_of(case)]

    def _edited(self, name: str) -> None:
        editor = dict(self._fields_of())[name]
        show_problem(self._fields[name], editor.verdict())
        self._say(name, editor.value())

    def _say(self, name: str, value: object) -> None:
        self.changed.emit(write(self._case, f"follow_up.{name}", value))
