"""Safety copies, everything in one file, and deleting for good: asks, does it, and says what came of it."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from pos_closeout.actions.data_folder import open_beside
from pos_closeout.actions.safety.copies import (
    MadeCopy,
    list_copies,
    make_safety_copy,
    place_of,
    restore_safety_copy,
    set_second_place,
)
from pos_closeout.actions.safety.deleting import Before, Erased, before_erasing, erase_case
from pos_closeout.actions.safety.everything import ENDING, WrittenArchive, look_into, take_in, write_everything
from pos_closeout.domain.case.case import shop_name
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.papers.files import ask_place, file_name
from pos_closeout.ui.safety.copies_dialog import CopiesDialog
from pos_closeout.ui.widgets.questions import says_yes
from pos_closeout.ui.wizard.steps.backup.retention import record_names


class SafetyController(QObject):
    """Does what the menu offers about the data as a whole.

    Args:
        window: what dialogs belong to.
        context: look, texts, the open data folder and the clock.
    """

    replace_asked = Signal(object)
    """Something else is to take the place of the data; carries the callable that does it once nothing is open."""
    told = Signal(str)
    """Something is done; carries a sentence."""
    case_erased = Signal()
    """The case on the screen may be gone."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._runner = Runner(lambda error: context.tell(window, error), self)
        self._runner.done.connect(self._written)

    def show_copies(self) -> CopiesDialog:
        """Show the safety copies."""
        context, store = self._context, self._context.store
        folder, clock, path = context.data_folder, context.clock, store.database.path

        def make() -> MadeCopy:
            with open_beside(path) as store:
                return make_safety_copy(store, clock())

        dialog = CopiesDialog(
            context,
            read=lambda: list_copies(folder, place_of(folder)),
            make=make,
            place=lambda: place_of(folder),
            set_place=lambda place: set_second_place(store, place, clock()),
            parent=self._window,
        )
        dialog.restore_asked.connect(
            lambda copy: self.replace_asked.emit(partial(restore_safety_copy, folder, copy, clock()))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write_everything(self) -> None:
        """Ask for a place and write all data into one file there, beside the window."""
        title = self.tr("Everything in one file")
        name = f"{file_name(title)} {self._context.today.isoformat()}{ENDING}"
        path = ask_place(self._window, title, name, ENDING, f"POS Closeout (*{ENDING})")
        if path is not None:
            self.write_to(path)

    def write_to(self, target: Path) -> None:
        """Write all data into a file; what is open already is written even where its folder has gone."""
        store, now = self._context.store, self._context.clock()
        path = store.database.path
        if path.exists():
            self._runner.run(lambda _job: _write(path, target, now))
        else:
            self._context.do(lambda: write_everything(store, target, now), self._window, self._written)

    def take_everything(self) -> None:
        """Ask for a file with all data and put it in the place of the data there is."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Take in everything from a file"), "", f"POS Closeout (*{ENDING})"
        )
        if name:
            self._context.do(lambda: self.take_from(Path(name)), self._window)

    def take_from(self, source: Path) -> None:
        """Say what is in a file, ask, and let it take the place of the data.

        Raises:
            CloseoutError: the file cannot be used.
        """
        inside = ", ".join(f"{case.number} {case.shop}".strip() for case in look_into(source).cases)
        told = self.tr("In the file: %1").replace("%1", inside or self.tr("no case"))
        kept = self.tr("The data of now is renamed and kept in the data folder. The window closes and comes again.")
        asked = self.tr("Put it in the place of your data?")
        title = self.tr("Take in everything from a file")
        if says_yes(self._window, title, f"{told}\n\n{asked} {kept}", usual=False):
            self.replace_asked.emit(
                partial(take_in, self._context.data_folder, source, self._context.clock(), instead=True)
            )

    def erase(self, case_id: int) -> None:
        """Say what the law wants kept, ask twice, and delete a case for good."""
        self._context.do(lambda: self._erase(case_id), self._window)

    def _erase(self, case_id: int) -> None:
        context = self._context
        before = before_erasing(context.store, case_id, context.today)
        title = self.tr("Delete for good")
        if not says_yes(self._window, title, self._warning(before), usual=False):
            return
        really = self.tr("Really delete it? Nobody can bring it back afterwards.")
        if not says_yes(self._window, title, really, usual=False):
            return
        erased = erase_case(context.store, case_id, context.clock(), context.paths.logs)
        self.case_erased.emit()
        self.told.emit(self._result(erased))

    def _warning(self, before: Before) -> str:
        name = shop_name(before.case) or before.case.number
        lines = [
            self.tr(
                "“%1” is deleted with its items, history and attached files, and taken out of every safety copy that "
                "is within reach. This cannot be undone."
            ).replace("%1", name)
        ]
        names = record_names()
        if before.kept:
            lines.append(self.tr("The law wants these kept (papers or files elsewhere are enough):"))
            lines += [
                f"• {names[each.record]}: {self._context.long_day(each.until)}" for each in before.kept if each.until
            ]
        if before.bag:
            lines.append(self.tr("Your backup of the records stays: %1").replace("%1", before.bag))
        if before.place is not None:
            away = self.tr("The second place is out of reach: %1. It is done when it is back.")
            lines.append(away.replace("%1", str(before.place)))
        return "\n\n".join(lines)

    def _result(self, erased: Erased) -> str:
        if not erased.complete:
            left = [*erased.left, *(str(each.path) for each in erased.cleaned if not each.done)]
            return self.tr("Deleted, but something of it is left: %1").replace(
                "%1", ", ".join(left[:3]) or "closeout.db"
            )
        copies = self.tr("%n safety copy(ies) cleaned and proved.", "", len(erased.cleaned))
        told = self.tr("Deleted for good: %1.").replace("%1", erased.number)
        return f"{told} {copies}"

    def _written(self, written: WrittenArchive) -> None:
        told = self.tr("Everything is in this file, and it was read back: %1").replace("%1", str(written.path))
        left = self.tr("Left out: %1").replace("%1", ", ".join(written.left_out[:3])) if written.left_out else ""
        self.told.emit(f"{told} {left}".rstrip())


def _write(path: Path, target: Path, now: datetime) -> WrittenArchive:
    with open_beside(path) as store:
        return write_everything(store, target, now)
