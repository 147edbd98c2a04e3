"""Step 12: until the last yuan is home, and what may still come after that."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.cases.strict_json import MAX_CHARACTERS
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.case.follow_up import CLAW_BACK_MONTHS, still_to_come
from pos_closeout.domain.case.stop_day import ended_on
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, icon_label, label, row
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, TextEdit, grid, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.number_line import CountBox
from pos_closeout.ui.widgets.verdicts import show_problem
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.follow_up.bundle import BundleCard
from pos_closeout.ui.wizard.steps.follow_up.deposit import DepositCard
from pos_closeout.ui.wizard.steps.follow_up.deposit_link import DepositLink
from pos_closeout.ui.wizard.steps.follow_up.ending import EndingCard
from pos_closeout.ui.wizard.steps.follow_up.money_back import MoneyBackCard
from pos_closeout.ui.wizard.steps.follow_up.upkeep import UpkeepCard
from pos_closeout.ui.wizard.steps.follow_up.watch import WatchCard
from pos_closeout.ui.wizard.steps.page import StepPage


class FollowUpPage(StepPage):
    """Confirmation, deposit, charges, what may still come, how it went, and applying again."""

    report_asked = Signal(object)
    """The closing report is to be printed; carries its :class:`LetterLanguage`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.FOLLOW_UP)
        self.watch, self.bundle = WatchCard(context), BundleCard(context)
        self.deposit_link = DepositLink(context)
        self.money_back = MoneyBackCard(context)
        self._money = (DepositCard(context), self.deposit_link, self.watch, self.money_back)
        for each in self._money:
            each.changed.connect(self.edit)
        self._upkeep = UpkeepCard(context)
        self._upkeep.changed.connect(self.edit)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(4)
        missing = QWidget()
        missing.setLayout(self._missing)
        self._missing.setContentsMargins(0, 0, 0, 0)
        self._dates = label("")
        self.ending = EndingCard(context)
        self.lay_out(
            missing,
            self._confirmation(),
            *self._money,
            self._still(),
            self._upkeep,
            self._went(),
            self._report(),
            self.bundle,
            self._later(),
            self.ending,
        )

    def _confirmation(self) -> QFrame:
        self._confirmed = DateField(self.context)
        self._confirmed_field = Field(self.context, self.tr("Confirmed in writing on"), self._confirmed)
        self._confirmed.edited.connect(self._confirmed_edited)
        self._lines: dict[str, QLineEdit] = {}
        fields: list[list[QWidget]] = [
            [self._confirmed_field, self._line("confirmation_number", self.tr("Number of the confirmation"))],
            [self._line("slip_number", self.tr("Slip for the device that was handed back"))],
        ]
        told = self.tr("What was said on the phone does not count: the matter ends with the acquirer's written word.")
        return card(label(self.tr("Written confirmation"), "cardTitle"), label(told, "hint"), grid(fields), spacing=10)

    def _line(self, name: str, title: str) -> Field:
        self._lines[name] = editor = line_edit(limit=120)
        editor.textEdited.connect(lambda text: self.edit(write(self.case, f"follow_up.{name}", text)))
        return Field(self.context, title, editor)

    def _still(self) -> QFrame:
        self._months = CountBox()
        self._months.setRange(0, 120)
        self._months.valueChanged.connect(self._months_changed)
        field = Field(
            self.context,
            self.tr("Months in which the acquirer may come back, by your agreement"),
            self._months,
            note=self.tr("ask your acquirer"),
        )
        told = self.tr("Keep slips, statements and the agreement at least until then, and the settlement account open.")
        title = label(self.tr("What may still come"), "cardTitle")
        return card(title, self._dates, field, label(told, "hint"), spacing=10)

    def _went(self) -> QFrame:
        self._notes: dict[str, TextEdit] = {}
        titles = {"went_well": self.tr("What went well"), "to_improve": self.tr("What you would do differently")}
        rows: list[list[QWidget]] = []
        for name, title in titles.items():
            self._notes[name] = editor = TextEdit(MAX_CHARACTERS)
            editor.setMaximumHeight(self.context.look.px(80))
            editor.textChanged.connect(lambda name=name: self._noted(name))
            rows.append([Field(self.context, title, editor)])
        rows.append([self._line("resumed_why", self.tr("The stop was taken back, because"))])
        return card(label(self.tr("How it went"), "cardTitle"), grid(rows), spacing=10)

    def _report(self) -> QFrame:
        ways = QWidget()
        ways.setLayout(
            FlowLayout().add_all(
                self._print_button(self.tr("Print the closing report"), LetterLanguage.CHINESE),
                self._print_button(self.tr("Print the report in English"), LetterLanguage.ENGLISH),
            )
        )
        told = self.tr("What was stopped and when, who confirmed it, the money that came back, and what is still open.")
        return card(label(self.tr("Closing report"), "cardTitle"), label(told, "hint"), ways)

    def _print_button(self, text: str, language: LetterLanguage) -> QPushButton:
        return button(self.context.look, text, lambda: self.report_asked.emit(language), icon="printer", kind="small")

    def _later(self) -> QFrame:
        parts: list[QWidget] = []
        for chapter in self.context.guidance.afterwards.values():
            parts.append(label(self.context.say(chapter.heading), "strong"))
            parts += [label(f"• {self.context.say(line)}", "hint") for line in chapter.lines]
        return card(label(self.tr("Afterwards"), "cardTitle"), column(*parts, spacing=4))

    def print_paper(self) -> bool:
        """Print the closing report in the language of the screen."""
        self.report_asked.emit(LetterLanguage(self.context.language))
        return True

    def refresh(self, now: Situation) -> None:
        """Show what is known and what is missing."""
        told = now.case.follow_up
        for each in self._money:
            each.tell(now)
        self._upkeep.tell(now)
        if not self._confirmed.hasFocus():
            self._confirmed.set_value(told.confirmed_on)
        for name, editor in self._lines.items():
            if editor.text() != getattr(told, name) and not editor.hasFocus():
                editor.setText(getattr(told, name))
        for name, note in self._notes.items():
            if note.toPlainText() != getattr(told, name) and not note.hasFocus():
                note.setPlainText(getattr(told, name))
        if not self._months.hasFocus():
            self._months.setValue(CLAW_BACK_MONTHS if told.claw_back_months is None else told.claw_back_months)
        self._dates.setText(self._days(now))
        self._tell_missing(now.statuses[Step.FOLLOW_UP].missing)
        self.ending.tell(now)

    def _tell_missing(self, missing: Sequence[str]) -> None:
        clear_layout(self._missing)
        words = self._missing_words()
        for each in missing:
            line = QWidget()
            told = row(
                icon_label(self.context.look, "triangle-alert", Tone.AMBER), label(words[each], "hint"), spacing=8
            )
            told.setStretch(1, 1)
            line.setLayout(told)
            self._missing.addWidget(line)

    def _missing_words(self) -> dict[str, str]:
        return {
            "confirmation": self.tr("The written confirmation has not come yet."),
            "deposit": self.tr("The deposit is not settled yet."),
            "watch": self.tr("The statements of the months after the stop have not all been looked through."),
            "charges": self.tr("A charge after the stop has not come back."),
            "items": self.tr("There are open items left."),
        }

    def _days(self, now: Situation) -> str:
        case, context = now.case, self.context
        last = case.settlement.last_transaction_on
        words = {
            "dispute": self.tr("Disputes of cardholders: about until %1"),
            "claw_back": self.tr("Questions of the acquirer: until %1"),
        }
        lines = [
            words[key].replace("%1", context.long_day(day))
            for key, day in still_to_come(case.follow_up, ended_on(case), last)
        ]
        return "\n".join(lines) or self.tr("The day of the stop is not set yet.")

    def _confirmed_edited(self) -> None:
        show_problem(self._confirmed_field, self._confirmed.verdict())
        self.edit(write(self.case, "follow_up.confirmed_on", self._confirmed.value()))

    def _months_changed(self, months: int) -> None:
        if self.now is not None and self._months.hasFocus():
            self.edit(write(self.case, "follow_up.claw_back_months", months))

    def _noted(self, name: str) -> None:
        note = self._notes[name]
        if self.now is not None and note.hasFocus():
            self.edit(write(self.case, f"follow_up.{name}", note.toPlainText()[:2000]))
