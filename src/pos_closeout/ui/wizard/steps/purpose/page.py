"""Step 1: why, and what is to happen to which terminal."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Reason
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.eligibility.findings import Level
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.progress import purpose_missing
from pos_closeout.guidance.wording import finding_title
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, label
from pos_closeout.ui.widgets.choice import CheckLine, ChoiceButton
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.action_words import action_explained
from pos_closeout.ui.wizard.steps.page import StepPage
from pos_closeout.ui.wizard.steps.purpose.profile_card import ProfileCard
from pos_closeout.ui.wizard.steps.purpose.terminal_rows import TerminalRows


class PurposePage(StepPage):
    """Asks for the action per terminal, the reasons and the day."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.PURPOSE)
        self._actions = {action: self._action_choice(action) for action in Action}
        self._advice = label("", "hint", tone=Tone.AMBER)
        self._explained = QVBoxLayout()
        self._explained.setSpacing(10)
        self._shown_actions: tuple[Action, ...] | None = None
        self._rows = TerminalRows(context)
        self._rows.changed.connect(self._terminals_edited)
        self._reasons = {reason: self._reason_chip(reason) for reason in Reason}
        self._reason_hint = label("", "hint")
        self._note = line_edit(limit=200)
        self._note_field = Field(
            context, self.tr("In your own words"), self._note, note=self.tr("goes into the letter")
        )
        self._note.textEdited.connect(self._note_edited)
        self._stop = DateField(context)
        self._stop_field = Field(context, self.tr("Stop from"), self._stop)
        self._stop.edited.connect(self._stop_edited)
        self._after_close = CheckLine(self.tr("After close of business on that day"))
        self._after_close.toggled.connect(self._after_close_edited)
        self._profile = ProfileCard(context)
        self._profile.changed.connect(lambda profile: self.edit(replace(self.case, profile=profile)))
        about = card(label(self.tr("Your situation"), "cardTitle"), self._profile, spacing=10)
        self._missing = label("", "hint", tone=Tone.AMBER)
        self.lay_out(
            self._action_card(), self._terminal_card(), self._reason_card(), self._day_card(), about, self._missing
        )

    def _action_choice(self, action: Action) -> ChoiceButton:
        texts = self.context.guidance.actions[action]
        return ChoiceButton(
            self.context.say(texts.name), self.context.say(texts.one_line), lambda: self._action_chosen(action)
        )

    def _action_card(self) -> QFrame:
        choices = QGridLayout()
        choices.setSpacing(10)
        for at, choice in enumerate(self._actions.values()):
            choices.addWidget(choice, at // 2, at % 2)
        title = label(self.tr("What is to happen?"), "cardTitle")
        return card(title, self._advice, choices, self._explained, spacing=12)

    def _terminal_card(self) -> QFrame:
        hint = label(
            self.tr("The terminal number (8 characters) stands on every slip. Each terminal can have its own choice."),
            "hint",
        )
        return card(label(self.tr("Which terminals?"), "cardTitle"), hint, self._rows, spacing=10)

    def _reason_chip(self, reason: Reason) -> QPushButton:
        text = self.context.say(self.context.guidance.reasons[reason].label)
        made = button(self.context.look, text, lambda: self._reason_chosen(reason), kind="chip")
        made.setCheckable(True)
        return made

    def _reason_card(self) -> QFrame:
        held = QWidget()
        flow = FlowLayout()
        flow.add_all(*self._reasons.values())
        held.setLayout(flow)
        return card(label(self.tr("Why?"), "cardTitle"), held, self._reason_hint, self._note_field, spacing=10)

    def _day_card(self) -> QFrame:
        return card(
            label(self.tr("From when?"), "cardTitle"),
            grid([[self._stop_field, QWidget()]]),
            self._after_close,
            spacing=6,
        )

    def refresh(self, now: Situation) -> None:
        """Show the answers of step 1."""
        case = now.case
        chosen = [terminal.action for terminal in case.terminals]
        for action, choice in self._actions.items():
            choice.setChecked(bool(chosen) and all(each is action for each in chosen))
        self._explain(tuple(action for action in Action if action in chosen))
        self._rows.tell(case.terminals)
        for reason, chip in self._reasons.items():
            chip.setChecked(reason in case.request.reasons)
        hints = [self.context.say(self.context.guidance.reasons[reason].hint) for reason in case.request.reasons]
        self._reason_hint.setText("\n".join(hint for hint in hints if hint))
        self._reason_hint.setVisible(bool(self._reason_hint.text()))
        if self._note.text() != case.request.reason_note:
            self._note.setText(case.request.reason_note)
        self._profile.show_case(case)
        self._advise(now)
        self._stop.set_value(case.request.stop_on)
        self._show_stop_verdict(now)
        self._after_close.set_checked(checked=case.request.after_close_of_business)
        missing = purpose_missing(case)
        self._missing.setText("\n".join(self._missing_names()[name] for name in missing))
        self._missing.setVisible(bool(missing))

    def _advise(self, now: Situation) -> None:
        """Say above the choice which action fits the reason better, and why."""
        texts = self.context.guidance.checks["action_fits"]
        fits = [each for each in now.findings if each.check == "action_fits" and each.level is not Level.MET]
        told = [finding_title(texts, each, self.context.language) for each in fits]
        self._advice.setText("\n".join([*told, self.context.say(texts.why)] if told else []))
        self._advice.setVisible(bool(told))

    def _show_stop_verdict(self, now: Situation) -> None:
        stop = now.case.request.stop_on
        if self._stop.verdict():
            self._stop_field.set_verdict(Tone.SEAL, self._stop.verdict())
        elif stop is not None and stop < now.today:
            self._stop_field.set_verdict(Tone.AMBER, self.tr("This day has passed. Is the year right?"))
        elif stop is not None and (stop - now.today).days < 15:
            text = self.tr("Acquirers usually want 15 to 30 days' notice. Ask yours whether this day is possible.")
            self._stop_field.set_verdict(Tone.ACCENT, text)
        else:
            self._stop_field.set_verdict(None, "")

    def _missing_names(self) -> dict[str, str]:
        return {
            "terminals": self.tr("Add at least one terminal."),
            "action": self.tr("Choose what is to happen for every terminal."),
            "reasons": self.tr("Choose at least one reason."),
            "reason_note": self.tr("Say in a few words what the other reason is."),
            "stop_on": self.tr("Say from which day the terminal is to stop."),
        }

    def _explain(self, actions: tuple[Action, ...]) -> None:
        if actions == self._shown_actions:
            return
        self._shown_actions = actions
        clear_layout(self._explained)
        for action in actions:
            self._explained.addWidget(action_explained(self.context, action))

    def _action_chosen(self, action: Action) -> None:
        terminals = self.case.terminals or (Terminal(),)
        self.edit(replace(self.case, terminals=tuple(replace(each, action=action) for each in terminals)))
        if self.now is not None:
            self.refresh(self.now)

    def _terminals_edited(self, terminals: tuple[Terminal, ...]) -> None:
        self.edit(replace(self.case, terminals=terminals))

    def _reason_chosen(self, reason: Reason) -> None:
        given = self.case.request.reasons
        toggled = tuple(each for each in Reason if (each in given) != (each is reason))
        self.edit(write(self.case, "request.reasons", toggled))

    def _note_edited(self, text: str) -> None:
        self.edit(write(self.case, "request.reason_note", text))

    def _stop_edited(self) -> None:
        self.edit(write(self.case, "request.stop_on", self._stop.value()))
        if self.now is not None:
            self._show_stop_verdict(self.now)

    def _after_close_edited(self, checked: bool) -> None:
        self.edit(write(self.case, "request.after_close_of_business", checked))
