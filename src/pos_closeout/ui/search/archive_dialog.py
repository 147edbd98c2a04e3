"""The archive: closed cases that were put away, to search, to read, and to take out again."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pos_closeout.actions.cases.archive import unarchive_case
from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.search import fold, terms_of
from pos_closeout.ui.context import Context
from pos_closeout.ui.search.hit_delegate import SHOP, TEXT, WHERE, HitDelegate
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.dialog_size import fit
from pos_closeout.ui.widgets.field import search_line

_PAUSE_MS = 150


class ArchiveDialog(QDialog):
    """Lists archived cases.

    Args:
        context: look and texts.
        parent: the window it stands over.
    """

    changed = Signal()
    """A case was taken out."""
    history_asked = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cases = _archived(context.store)
        self.setWindowTitle(self.tr("Archive"))
        fit(self, context.look, 720, 520)
        self.search = search_line(self.tr("Search in the archive…"), self.tr("Search in the archive"))
        self.status = label("", "hint")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Archived cases"))
        self.list.setItemDelegate(HitDelegate(context, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._show)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.take_out = button(context.look, self.tr("&Take out again"), self._take_out, icon="undo-2", kind="primary")
        self._history = button(context.look, self.tr("What happened so far…"), self._ask_history, icon="file-text")
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        bottom = row(self._history)
        bottom.addStretch()
        bottom.addWidget(button(self._context.look, self.tr("&Close"), self.reject))
        bottom.addWidget(self.take_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.status)
        layout.addWidget(self.list, 1)
        layout.addLayout(bottom)

    def _show(self) -> None:
        terms = terms_of(self.search.text())
        found = [case for case in self._cases if all(term.place(_searched(case)) >= 0 for term in terms)]
        self.list.clear()
        for case in found:
            self._add(case)
        self.list.setCurrentRow(0)
        for each in (self.take_out, self._history):
            each.setEnabled(bool(found))
        if not self._cases:
            told = self.tr("The archive is empty. A closed case can be put here from “More” on its card.")
        elif not found:
            told = self.tr("Nothing found. Try fewer or other words.")
        else:
            told = self.tr("%n case(s) put away. Nothing in them is lost.", "", len(self._cases))
        self.status.setText(told)

    def _add(self, case: Case) -> None:
        closing, day = case.closing, self._context.long_day
        name = f"{shop_name(case) or case.number} · {case.number}"
        closed = "" if closing.closed_on is None else self.tr("Closed on %1").replace("%1", day(closing.closed_on))
        away = "" if closing.archived_on is None else self.tr("put away on %1").replace("%1", day(closing.archived_on))
        below = " · ".join(part for part in (case.acquirer.name, away) if part)
        line = QListWidgetItem(self.list)
        line.setData(Qt.ItemDataRole.UserRole, case.id)
        line.setData(WHERE, name)
        line.setData(SHOP, closed)
        line.setData(TEXT, below)
        line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {closed}, {below}")

    def _chosen(self) -> int:
        line = self.list.currentItem()
        return 0 if line is None else int(line.data(Qt.ItemDataRole.UserRole))

    def _take_out(self) -> None:
        context, case_id = self._context, self._chosen()
        if not context.do(lambda: unarchive_case(context.store, case_id, context.clock()), self.status.setText):
            return
        self._cases = _archived(context.store)
        self._show()
        self.changed.emit()

    def _ask_history(self) -> None:
        case_id = self._chosen()
        self.accept()
        self.history_asked.emit(case_id)


def _archived(store: Store) -> list[Case]:
    """Return the cases that were put away, the last one first."""
    away = [case for case in list_cases(store) if case.closing.archived_on is not None]
    return sorted(away, key=lambda case: (str(case.closing.archived_on), case.id), reverse=True)


def _searched(case: Case) -> str:
    merchant = case.merchant
    texts = (shop_name(case), merchant.registered_name, case.number, case.acquirer.name, merchant.merchant_number)
    return fold(" ".join((*texts, *(each.number for each in case.terminals))))
