"""Step 7: keep the records, check them, see what is missing, move data, and know how long to keep what."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from pos_closeout.actions.bills.bills import whole_months
from pos_closeout.domain.case.backup import Backup
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.backup.bag import BagCard
from pos_closeout.ui.wizard.steps.backup.months import MonthsCard
from pos_closeout.ui.wizard.steps.backup.moves import MovesCard
from pos_closeout.ui.wizard.steps.backup.retention import RetentionCard
from pos_closeout.ui.wizard.steps.backup.sources import ChosenCard
from pos_closeout.ui.wizard.steps.page import StepPage


class BackupPage(StepPage):
    """Puts the cards of the step below each other; the work itself is done elsewhere."""

    retention_asked = Signal()
    """The retention table is to be shown and printed: the page of papers does that."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.BACKUP)
        self._imported: tuple[date, ...] = ()
        self.bag = BagCard(context)
        self.chosen, self._months, self.moves = ChosenCard(context), MonthsCard(context), MovesCard(context)
        self.kept = RetentionCard(context)
        self.kept.paper_asked.connect(self.retention_asked)
        for editing in (self.chosen, self._months, self.moves, self.kept):
            editing.changed.connect(self._edited)
        self.bag.folder_chosen.connect(lambda folder: self._edited(write(self.case, "backup.folder", folder)))
        self.lay_out(self.chosen, self._months, self.bag, self.moves, self.kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew which months were imported whole: bills may have come in since."""
        super().showEvent(event)
        if self.now is not None:
            self._imported = whole_months(self.context.store, self.case.id, self.context.today)
            self.refresh(self.now)

    def refresh(self, now: Situation) -> None:
        """Show what is chosen, missing and known."""
        case = now.case
        self.chosen.tell(case)
        self._months.tell(case, self._imported, now.today)
        self.bag.tell(case.backup)
        self.moves.tell(case, now.today)
        self.kept.tell(case, now.items, now.today)

    def finish(self, backup: Backup) -> None:
        """Say that a piece of work has ended."""
        self.bag.finish(backup)

    def _edited(self, case: Case) -> None:
        self.edit(case)
