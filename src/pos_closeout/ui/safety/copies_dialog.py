"""The safety copies with what is inside each, to make one, restore one, and name a second place."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from pos_closeout.actions.safety.copies import Listed, MadeCopy
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.dialog_size import fit
from pos_closeout.ui.widgets.questions import says_yes

_CASES_SHOWN = 4
_INSIDE = 3
"""The column that says what is inside."""


class CopiesDialog(QDialog):
    """Lists the safety copies, newest first, each read through beside the window.

    Args:
        context: look and texts.
        read: returns the copies; runs beside the window.
        make: makes a copy; runs beside the window.
        place: returns the second place.
        set_place: keeps a second place and brings copies there.
        parent: the window it stands over.
    """

    restore_asked = Signal(object)
    """A copy is to take the place of the data; carries its path."""

    def __init__(
        self,
        context: Context,
        *,
        read: Callable[[], Sequence[Listed]],
        make: Callable[[], MadeCopy],
        place: Callable[[], Path | None],
        set_place: Callable[[Path | None], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._read, self._make, self._get_place, self._set_place = read, make, place, set_place
        self._copies: Sequence[Listed] = ()
        self.setWindowTitle(self.tr("Safety copies"))
        fit(self, context.look, 860, 620)
        self._banner = Banner(context)
        self._place = label("", "hint")
        self.table = self._table()
        self._reader, self._maker = Runner(self._tell, self), Runner(self._tell, self)
        self._reader.done.connect(self._show)
        self._maker.done.connect(self._made)
        self._lay_out()
        self.reload()

    def reload(self) -> None:
        """Read the list anew."""
        place = self._get_place()
        none = self.tr("No second place yet. A stick or another disk keeps your data when this computer breaks.")
        told = self.tr("Second place: %1").replace("%1", "" if place is None else str(place))
        self._place.setText(none if place is None else told)
        self._reader.run(lambda _job: self._read())

    def make(self) -> None:
        """Make a copy now."""
        self.make_button.setEnabled(False)
        self._maker.run(lambda _job: self._make())

    def restore(self) -> None:
        """Ask, and let the chosen copy take the place of the data."""
        copy = self._chosen()
        if copy is None:
            return
        asked = self.tr("Put the copy of %1 in the place of your data?").replace("%1", self._stamp(copy))
        told = self.tr(
            "Everything entered after %1 is then missing. The data of now is renamed and kept in the data folder. "
            "The window closes and comes again."
        ).replace("%1", copy.contents.last_entry or self._stamp(copy))
        if says_yes(self, self.tr("Restore this copy"), f"{asked}\n\n{told}", usual=False):
            self.accept()
            self.restore_asked.emit(copy.path)

    def choose_place(self) -> None:
        """Let the owner choose a second place, on another disk."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a stick or another disk"))
        if name:
            self._keep_place(Path(name))

    def done(self, result: int) -> None:
        """Close, once nothing runs any more."""
        self._reader.wait()
        self._maker.wait()
        super().done(result)

    def _keep_place(self, place: Path) -> None:
        self._context.do(lambda: self._set_place(place), self, lambda _: self.reload())

    def _table(self) -> QTableWidget:
        heads = (self.tr("Made"), self.tr("Where"), self.tr("State"), self.tr("Inside"), self.tr("Files"))
        table = QTableWidget(0, len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(self.tr("Safety copies"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(_INSIDE, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._selected)
        return table

    def _lay_out(self) -> None:
        look = self._context.look
        self.make_button = button(look, self.tr("&Make a copy now"), self.make, icon="save", kind="primary")
        self.restore_button = button(look, self.tr("&Restore this copy…"), self.restore)
        self.restore_button.setEnabled(False)
        place_button = button(look, self.tr("&Second place…"), self.choose_place)
        bottom = row(self.make_button, self.restore_button, place_button)
        bottom.addStretch()
        bottom.addWidget(button(look, self.tr("&Close"), self.reject))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        told = self.tr("A copy is made every day, before a case is deleted, and when you leave the program.")
        layout.addWidget(label(told, "body"))
        layout.addWidget(self._banner)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._place)
        layout.addLayout(bottom)

    def _show(self, copies: Sequence[Listed]) -> None:
        self._copies = copies
        self.table.setRowCount(len(copies))
        for line, copy in enumerate(copies):
            for column, text in enumerate(self._cells(copy)):
                self.table.setItem(line, column, QTableWidgetItem(text))
        # What is inside may need more than one line.
        self.table.resizeRowsToContents()
        if copies:
            self.table.selectRow(0)

    def _cells(self, copy: Listed) -> tuple[str, ...]:
        where = self.tr("second place") if copy.second else self.tr("this computer")
        state = self.tr("good") if copy.contents.good else self.tr("damaged")
        return self._stamp(copy), where, state, self._inside(copy), "" if copy.files is None else str(copy.files)

    def _inside(self, copy: Listed) -> str:
        cases = [
            f"{case.number} {case.shop}".strip() + (f" ({case.open_items})" if case.open_items else "")
            for case in copy.contents.cases
        ]
        more = self.tr("and %n more", "", len(cases) - _CASES_SHOWN) if len(cases) > _CASES_SHOWN else ""
        return ", ".join([*cases[:_CASES_SHOWN], *([more] if more else [])]) or self.tr("no case")

    def _selected(self) -> None:
        copy = self._chosen()
        self.restore_button.setEnabled(copy is not None and copy.contents.good)

    def _chosen(self) -> Listed | None:
        lines = {index.row() for index in self.table.selectedIndexes()}
        return self._copies[lines.pop()] if len(lines) == 1 else None

    def _made(self, made: MadeCopy) -> None:
        self.make_button.setEnabled(True)
        left = ", ".join(made.left_out[:3])
        told = self.tr("Made and read back.") if not left else self.tr("Made, but these files could not be kept: %1")
        absent = self.tr("The second place is out of reach; it is brought up to date when it is back.")
        told = f"{told.replace('%1', left)} {absent if made.place == 'absent' else ''}".rstrip()
        self._banner.tell(Tone.AMBER if left or made.place == "absent" else Tone.OK, told)
        self.reload()

    def _tell(self, error: CloseoutError) -> None:
        self.make_button.setEnabled(True)
        self._banner.tell(Tone.SEAL, self._context.sentence(error))

    @staticmethod
    def _stamp(copy: Listed) -> str:
        return f"{copy.at:%Y-%m-%d %H:%M}"
