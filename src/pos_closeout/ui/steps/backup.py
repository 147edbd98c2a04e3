"""Step 7: keep the records, check them, see what is missing, move data, and know how long to keep what."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from pos_closeout.domain.backup import Backup
from pos_closeout.domain.case import Case
from pos_closeout.domain.phases import Step
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.lens import write
from pos_closeout.ui.situation import Situation
from pos_closeout.ui.steps.backup_bag import BagCard
from pos_closeout.ui.steps.backup_chosen import ChosenCard
from pos_closeout.ui.steps.backup_months import MonthsCard
from pos_closeout.ui.steps.backup_moves import MovesCard
from pos_closeout.ui.steps.page import StepPage
from pos_closeout.ui.widgets.basic import button, card, label, row
from pos_closeout.ui.widgets.field import Field, line_edit


class BackupPage(StepPage):
    """Puts the cards of the step below each other; the work itself is done elsewhere."""

    retention_asked = Signal()
    """The retention table is to be shown and printed: the page of papers does that."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, Step.BACKUP)
        self._imported: tuple[date, ...] = ()
        self.bag = BagCard(kit)
        self.chosen, self._months, self.moves = ChosenCard(kit), MonthsCard(kit), MovesCard(kit)
        for editing in (self.chosen, self._months, self.moves):
            editing.changed.connect(self._edited)
        self.bag.folder_chosen.connect(lambda folder: self._edited(write(self.case, "backup.folder", folder)))
        self._months_kept = line_edit(limit=3)
        self._months_kept.textEdited.connect(self._kept_edited)
        self.lay_out(self.chosen, self._months, self.bag, self.moves, self._retention())

    def _retention(self) -> QFrame:
        hint = label(
            self.tr(
                "Slips and agreement: three years or as your agreement says; tax records: ten years; a company's "
                "books: thirty. The table names the last day of each."
            ),
            "hint",
        )
        show = button(
            self.kit.look, self.tr("Show the table"), self.retention_asked.emit, icon="calendar-days", kind="small"
        )
        line = row(show)
        line.addStretch()
        field = Field(
            self.kit, self.tr("Months your agreement wants slips kept"), self._months_kept, note=self.tr("if it says")
        )
        return card(label(self.tr("How long to keep what"), "cardTitle"), hint, field, line, spacing=10)

    def take_imported(self, months: tuple[date, ...]) -> None:
        """Say which months were imported whole."""
        self._imported = months
        if self.now is not None:
            self.refresh(self.now)

    def refresh(self, now: Situation) -> None:
        """Show what is chosen, missing and known."""
        case = now.case
        self.chosen.tell(case)
        self._months.tell(case, self._imported, now.today)
        self.bag.tell(case.backup)
        self.moves.tell(case, now.today)
        kept = "" if case.backup.keep_months is None else str(case.backup.keep_months)
        if _months_of(self._months_kept.text()) != case.backup.keep_months:
            self._months_kept.setText(kept)

    def finish(self, backup: Backup) -> None:
        """Say that a piece of work has ended."""
        self.bag.finish(backup)

    def _edited(self, case: Case) -> None:
        self.edit(case)

    def _kept_edited(self, text: str) -> None:
        self._edited(write(self.case, "backup.keep_months", _months_of(text)))


def _months_of(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
