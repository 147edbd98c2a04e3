"""Step 6: whom to call, how not to be cheated, what to say, and what was said."""

from PySide6.QtCore import Signal

from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import label
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.contact.app_routes import AppRoutesCard
from pos_closeout.ui.wizard.steps.contact.guard import GuardCard
from pos_closeout.ui.wizard.steps.contact.log import LogCard
from pos_closeout.ui.wizard.steps.contact.names import NamesCard
from pos_closeout.ui.wizard.steps.contact.numbers import NumbersCard
from pos_closeout.ui.wizard.steps.contact.script import ScriptCard
from pos_closeout.ui.wizard.steps.page import StepPage


class ContactPage(StepPage):
    """Puts the app routes and the five cards of the step below each other."""

    print_asked = Signal(str, str, object)
    """The call script is to be printed: title, text and language."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.CONTACT)
        self._routes = AppRoutesCard(context)
        self._cards = (
            NamesCard(context),
            GuardCard(context),
            NumbersCard(context),
            ScriptCard(context),
            LogCard(context),
        )
        names, guard, numbers, script, log = self._cards
        for editing in (names, guard, numbers, log):
            editing.changed.connect(self.edit)
        script.print_asked.connect(self.print_asked)
        self._script = script
        self._missing = label("", "hint", tone=Tone.AMBER)
        self.lay_out(self._routes, names, guard, numbers, script, log, self._missing)

    def print_paper(self) -> bool:
        """Print the call script."""
        self._script.print_script()
        return True

    def refresh(self, now: Situation) -> None:
        """Show what is known and what is still missing."""
        self._routes.tell(now)
        for each in self._cards:
            each.tell(now)
        words = {
            "acquirer": self.tr("Find out who the acquirer is, and tick that you have checked the name."),
            "guard": self.tr("Answer the three questions."),
            "entry": self.tr("Write down the first contact."),
            "trusted": self.tr("Contact them once by a number from the slip, the agreement or the official site."),
        }
        missing = now.statuses[Step.CONTACT].missing
        self._missing.setText("\n".join(words[name] for name in missing))
        self._missing.setVisible(bool(missing))
