"""Step 9: handed in, and then?"""

from PySide6.QtCore import Signal

from pos_closeout.domain.case.review import EventKind
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.application.their_form import TheirFormCard
from pos_closeout.ui.wizard.steps.page import StepPage
from pos_closeout.ui.wizard.steps.review.event_editor import ReviewEditor
from pos_closeout.ui.wizard.steps.review.history import HistoryCard
from pos_closeout.ui.wizard.steps.review.repairs import ChangesCard, RepairCard
from pos_closeout.ui.wizard.steps.review.state import StateCard


class ReviewPage(StepPage):
    """Follows the application; events go through the workspace, since they touch the outstanding list as well."""

    noted = Signal(object)
    """Something happened; carries a :class:`ReviewEvent`."""
    taken_back = Signal()
    """The last event is to be taken back."""
    planned = Signal(object)
    """How long the acquirer takes; carries a :class:`ReviewPlan`."""
    print_asked = Signal(str, str, object)
    """The note of changes is to be printed: title, text and language."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.REVIEW)
        state, repairs, changes, history = (
            StateCard(context),
            RepairCard(context),
            ChangesCard(context),
            HistoryCard(context),
        )
        self.their_form = TheirFormCard(context)
        self._changes = changes
        self._cards = (state, repairs, changes, history)
        state.noted.connect(self._note)
        state.planned.connect(self.planned)
        repairs.changed.connect(self.edit)
        repairs.step_asked.connect(self.step_asked)
        changes.print_asked.connect(self.print_asked)
        history.taken_back.connect(self.taken_back)
        self.lay_out(state, repairs, self.their_form, changes, history)

    def print_paper(self) -> bool:
        """Print the note of what the last version changed, once there is one."""
        return self._changes.print_note()

    def refresh(self, now: Situation) -> None:
        """Show where the application stands."""
        for each in self._cards:
            each.tell(now)
        self.their_form.tell(now.case)

    def _note(self, kind: EventKind) -> None:
        if self.now is None:
            return
        editor = ReviewEditor(self.context, kind, self.now, self.window())
        if editor.exec() == ReviewEditor.DialogCode.Accepted:
            self.noted.emit(editor.value())
