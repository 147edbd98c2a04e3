"""The bills that have been imported, what was wrong with their rows, and the way to take one back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.actions.bills.bills import forget_bill, items_from, list_problems
from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.domain.bills.bills import Bill, Forgotten
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.bills.layout_names import LayoutNames
from pos_closeout.ui.bills.problems import Problems
from pos_closeout.ui.bills.progress_bar import WorkBar
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.bills.scroll_area import area
from pos_closeout.ui.bills.words import count_shown, span, truncation_notes
from pos_closeout.ui.context import Context, Job, Runner
from pos_closeout.ui.widgets.basic import button, label
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.questions import says_yes


class KeptView(QWidget):
    """One line for each bill."""

    changed = Signal(str)
    """A bill was taken back; carries what that did, in a sentence."""
    failed = Signal(str)

    def __init__(self, context: Context, names: LayoutNames) -> None:
        super().__init__()
        self._context, self._names = context, names
        self._bills: tuple[Bill, ...] = ()
        self._runner = Runner(self._tell_failed, self)
        self._runner.done.connect(self._tell_forgotten)
        self._nothing = label(self.tr("No bill has been imported yet."), "body")
        headings = (
            ColumnHeading(self.tr("File"), 3),
            ColumnHeading(self.tr("What it is"), 4),
            ColumnHeading(self.tr("Rows"), 0, figures=True),
            ColumnHeading(self.tr("New"), 0, figures=True),
            ColumnHeading(self.tr("Total at its end"), 0),
            ColumnHeading(self.tr("Imported"), 0),
        )
        self._table = LinesTable(context, self.tr("Imported bills"), headings, tallest=420)
        self._table.chosen.connect(self._tell)
        self._table.delete_asked.connect(self._take_back)
        self._back = button(context.look, self.tr("&Take back…"), self._take_back, icon="undo-2", kind="small")
        self._problems = Problems(context)
        self._bar = WorkBar(context, stoppable=False)
        self._lay_out()

    def show_bills(self, bills: Sequence[Bill]) -> None:
        """Show the bills of a case, the newest first."""
        self._bills = tuple(reversed(bills))
        self._held.setVisible(bool(bills))
        self._nothing.setVisible(not bills)
        self._table.show_lines([self._line(bill) for bill in self._bills])

    def use(self, bill_id: int) -> None:
        """Choose a bill and give it the keyboard."""
        row = next((at for at, bill in enumerate(self._bills) if bill.id == bill_id), None)
        if row is not None:
            self._table.use(row)
            self._table.setFocus()

    @property
    def running(self) -> bool:
        """Whether a bill is being taken back just now."""
        return self._runner.running

    def close_down(self) -> None:
        """Wait until nothing is going on any more."""
        self._runner.wait()

    def _lay_out(self) -> None:
        ways = QWidget()
        held_ways = QVBoxLayout(ways)
        held_ways.setContentsMargins(0, 0, 0, 0)
        held_ways.addLayout(FlowLayout().add_all(self._back))
        self._held = QWidget()
        inner = QVBoxLayout(self._held)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(10)
        for part in (ways, self._bar, self._table, self._problems):
            inner.addWidget(part)
        inner.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(area(self._held), 1)

    def _line(self, bill: Bill) -> TableLine:
        between = "，" if self._context.language == "zh" else ", "
        parts = (
            self._names.layout(bill.format),
            span(self._context, bill.first, bill.last),
            *truncation_notes(bill.footer, bill.rows, bill.announced_rows),
        )
        what = between.join(part for part in parts if part)
        cells = (bill.name, what, count_shown(bill.rows), count_shown(bill.rows - bill.known))
        return TableLine(
            (*cells, self._footers().get(bill.footer, self.tr("– none")), bill.imported_at[:16].replace("T", " "))
        )

    def _footers(self) -> dict[str, str]:
        return {"agrees": self.tr("✓ agrees"), "differs": self.tr("! differs")}

    def _in_use(self) -> Bill | None:
        at = self._table.row()
        return self._bills[at] if 0 <= at < len(self._bills) else None

    def _tell(self) -> None:
        bill = self._in_use()
        self._back.setEnabled(bill is not None and not self.running)
        rows = () if bill is None or not bill.problems else list_problems(self._context.store, bill.id)
        named = [(bill.name, row) for row in rows] if bill is not None else []
        self._problems.show_rows(named, 0 if bill is None else bill.problems)

    def _take_back(self) -> None:
        bill = self._in_use()
        if bill is None or self.running:
            return
        asked = self.tr("Take back “{name}”?").format(name=bill.name)
        told = [
            self.tr("All its rows are removed, reviewed or not; a safety copy of your data is made before."),
            self._stays(len(items_from(self._context.store, bill))),
            self.tr("The file itself is not touched; you can import it again."),
        ]
        between = "" if self._context.language == "zh" else " "
        words = f"{asked}\n\n{between.join(part for part in told if part)}"
        if not says_yes(self, self.tr("Take back a bill"), words, usual=False):
            return
        self._back.setEnabled(False)
        self._bar.begin(self.tr("Taking back “{name}”").format(name=bill.name))
        folder, clock = self._context.data_folder, self._context.clock

        def work(_job: Job) -> Forgotten:
            # A store of its own: the context's belongs to the window's thread.
            with open_data_folder(folder, clock()) as store:
                return forget_bill(store, bill.id, clock())

        self._runner.run(work)

    def _stays(self, count: int) -> str:
        """Say that accepted entries stay, when there are any."""
        return self.tr("%n item(s) you accepted from it will stay on the outstanding list.", "", count) if count else ""

    def _tell_forgotten(self, gone: Forgotten) -> None:
        self._bar.finish()
        told = [
            self.tr("“{name}” was taken back.").format(name=gone.bill.name),
            self.tr("%n row(s) not reviewed yet went with it.", "", gone.undecided) if gone.undecided else "",
            self._stays(gone.kept_items),
            self.tr("Import the file again to have it back."),
        ]
        between = "" if self._context.language == "zh" else " "
        self.changed.emit(between.join(part for part in told if part))

    def _tell_failed(self, error: CloseoutError) -> None:
        self._bar.finish()
        self._tell()
        self.failed.emit(self._context.sentence(error))
