"""What is to happen: the advice first and why, then the four actions and what each of them really stops."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.eligibility.advice import Advice, advice
from pos_closeout.domain.eligibility.concerns import circumstances
from pos_closeout.domain.eligibility.findings import Level
from pos_closeout.domain.eligibility.routes import Route, routes
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.wording import finding_title
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import card, clear_layout, label
from pos_closeout.ui.widgets.choice import ChoiceButton
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.action_words import action_explained

_NOTHING_TO_CHOOSE = frozenset({"claim", "not_opened"})
"""Advice after which none of the four actions is asked for."""


class ActionCard(QWidget):
    """Advises, asks, and says what follows; ``changed`` carries the new case."""

    changed = Signal(object)
    step_asked = Signal(object)
    """The owner wants to see the way in the app."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._advice = Banner(context)
        self._in_app = Banner(context)
        self._against = label("", "hint", tone=Tone.AMBER)
        self.choices = {action: self._choice(action) for action in Action}
        self._explained = QVBoxLayout()
        self._explained.setSpacing(10)
        self._shown: tuple[Action, ...] | None = None
        self._asked = QWidget()
        grid = QGridLayout()
        grid.setSpacing(10)
        for at, choice in enumerate(self.choices.values()):
            grid.addWidget(choice, at // 2, at % 2)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(12)
        asked.addLayout(grid)
        asked.addWidget(self._against)
        asked.addLayout(self._explained)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("What is to happen?"), "cardTitle")
        layout.addWidget(card(title, self._advice, self._in_app, self._asked, spacing=12))

    def _choice(self, action: Action) -> ChoiceButton:
        texts = self._context.guidance.actions[action]
        return ChoiceButton(
            self._context.say(texts.name), self._context.say(texts.one_line), lambda: self._chosen(action)
        )

    def tell(self, now: Situation) -> None:
        """Show the advice and what is chosen."""
        self._case = now.case
        given = advice(now.case, circumstances(now.case, now.items, now.today))
        chosen = [terminal.action for terminal in now.case.terminals]
        self._advise(given, chosen)
        self._point_to_the_app(now)
        for action, choice in self.choices.items():
            choice.setChecked(bool(chosen) and all(each is action for each in chosen))
        self._asked.setVisible(given is None or given.name not in _NOTHING_TO_CHOOSE)
        self._warn(now)
        self._explain(tuple(action for action in Action if action in chosen))

    def _advise(self, given: Advice | None, chosen: list[Action | None]) -> None:
        if given is None:
            self._advice.tell(Tone.NEUTRAL, self.tr("Say above why it is to stop; then we say what usually fits."))
            return
        why = self._context.say(self._context.guidance.advice[given.name])
        if given.action is None:
            self._advice.tell(Tone.ACCENT, why)
            return
        name = self._context.say(self._context.guidance.actions[given.action].name)
        text = self.tr("Our advice: %1. %2").replace("%1", name).replace("%2", why)
        if chosen and all(each is given.action for each in chosen):
            self._advice.tell(Tone.OK, text)
        else:
            self._advice.tell(Tone.ACCENT, text, self.tr("Choose this"), self._taking(given.action))

    def _point_to_the_app(self, now: Situation) -> None:
        """Say that there is a way in an app where one is known; it comes before any letter."""
        known = [route for route in routes(now.case, now.today) if route is not Route.ELSEWHERE]
        if not known or not now.case.request.reasons:
            self._in_app.tell(Tone.OK, "")
            return
        name = self._context.say(self._context.guidance.routes[known[0]].name)
        text = self.tr("You may do it in an app first: %1. The letter still goes out.").replace("%1", name)
        self._in_app.tell(Tone.OK, text, self.tr("Show how"), lambda: self.step_asked.emit(Step.CONTACT))

    def _taking(self, action: Action) -> Callable[[], None]:
        return lambda: self._chosen(action)

    def _warn(self, now: Situation) -> None:
        """Say below the choice what speaks against it."""
        texts = self._context.guidance.checks["action_fits"]
        against = [each for each in now.findings if each.check == "action_fits" and each.level is not Level.MET]
        picked = any(terminal.action is not None for terminal in now.case.terminals)
        told = [finding_title(texts, each, self._context.language) for each in against] if picked else []
        self._against.setText("\n".join([*told, self._context.say(texts.why)] if told else []))
        self._against.setVisible(bool(told))

    def _explain(self, actions: tuple[Action, ...]) -> None:
        if actions == self._shown:
            return
        self._shown = actions
        clear_layout(self._explained)
        for action in actions:
            self._explained.addWidget(action_explained(self._context, action))

    def _chosen(self, action: Action) -> None:
        terminals = self._case.terminals or (Terminal(),)
        case = replace(self._case, terminals=tuple(replace(each, action=action) for each in terminals))
        if case == self._case:
            # A press on what is chosen already must not look as if it were taken back.
            self.choices[action].setChecked(True)
        else:
            self.changed.emit(case)
