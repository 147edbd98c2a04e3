"""An import while it runs, and what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.actions.bills.bills import destroyed_numbers, list_problems
from pos_closeout.actions.bills.import_report import FileReport, ImportReport
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.bills.inspect_file import Vocabulary
from pos_closeout.actions.bills.unpaid import unpaid_answer
from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.bills.chosen_files import ChosenFile
from pos_closeout.ui.bills.layout_names import LayoutNames
from pos_closeout.ui.bills.problems import Problems
from pos_closeout.ui.bills.progress_bar import WorkBar
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.bills.scroll_area import area
from pos_closeout.ui.bills.words import Spans, count_shown, truncation_notes
from pos_closeout.ui.context import Context, Job, Runner
from pos_closeout.ui.widgets.basic import button, label
from pos_closeout.ui.widgets.flow import FlowLayout


class ImportView(QWidget):
    """Shows the progress, then the result; ``idle`` while there is neither."""

    finished = Signal()
    """Bills were imported; the case has more than before."""
    stopped = Signal(str)
    """Nothing was imported: the owner stopped it, or it did not work; carries why, in a sentence."""
    more_asked = Signal()
    decide_asked = Signal()
    months_asked = Signal()

    def __init__(self, context: Context, vocabulary: Callable[[], Vocabulary], names: LayoutNames) -> None:
        super().__init__()
        self._context, self._vocabulary, self._names = context, vocabulary, names
        self._done, self._case_id = False, 0
        self._runner = Runner(self._show_failure, self)
        self._runner.done.connect(self._show_report)
        self._bar = WorkBar(context)
        self._bar.stop_asked.connect(self._runner.stop)
        self._runner.progress.connect(self._bar.tell)
        self._table = LinesTable(
            context,
            self.tr("What was read"),
            (
                ColumnHeading(self.tr("File"), 3),
                ColumnHeading(self.tr("What came of it"), 5),
                ColumnHeading(self.tr("Rows"), 0, figures=True),
                ColumnHeading(self.tr("New"), 0, figures=True),
                ColumnHeading(self.tr("Known"), 0, figures=True),
                ColumnHeading(self.tr("Total at its end"), 0),
            ),
            tallest=320,
        )
        self._problems = Problems(context)
        self._lay_out()

    @property
    def running(self) -> bool:
        """Whether an import is going on."""
        return self._runner.running

    @property
    def idle(self) -> bool:
        """Whether there is nothing to show."""
        return not self._runner.running and not self._done

    def start(self, case_id: int, files: Sequence[ChosenFile]) -> None:
        """Import files into a case, on a thread with a store of its own."""
        self._done, self._case_id = False, case_id
        self._held.hide()
        self._bar.begin(self.tr("Importing %n bill(s)", "", len(files)))
        self._runner.run(self._import_of(case_id, files))
        self._bar.focus_stop()

    def _import_of(self, case_id: int, files: Sequence[ChosenFile]) -> Callable[[Job], ImportReport]:
        """Return the work of importing files, with a store of its own: the context's belongs to the window's thread."""
        folder, clock, vocabulary = self._context.data_folder, self._context.clock, self._vocabulary()
        passwords = {each.path: each.password for each in files if each.password}

        def work(job: Job) -> ImportReport:
            with open_data_folder(folder, clock()) as store:
                return import_statements(
                    store,
                    case_id,
                    [each.path for each in files],
                    vocabulary=vocabulary,
                    today=clock().date(),
                    now=clock(),
                    passwords=passwords,
                    on_progress=job.report,
                    cancelled=job.stopped,
                )

        return work

    def forget(self) -> None:
        """Put the result away."""
        self._done = False
        self._held.hide()

    def close_down(self) -> None:
        """Stop, and wait until nothing is going on any more."""
        self._runner.wait()

    def _lay_out(self) -> None:
        look = self._context.look
        self._title = label("", "cardTitle")
        self._summary = label("", "body")
        self._decide = button(look, "", self.decide_asked.emit, icon="arrow-right", kind="primary")
        more = button(look, self.tr("Import &more…"), self.more_asked.emit, icon="file-input")
        months = button(look, self.tr("Show the mo&nths"), self.months_asked.emit, icon="calendar-days")
        ways = QWidget()
        held_ways = QVBoxLayout(ways)
        held_ways.setContentsMargins(0, 0, 0, 0)
        held_ways.addLayout(FlowLayout(12).add_all(self._decide, more, months))
        self._held = QWidget()
        inner = QVBoxLayout(self._held)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(12)
        for part in (self._title, self._summary, ways, self._table, self._problems):
            inner.addWidget(part)
        inner.addStretch()
        self._held.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._bar)
        layout.addWidget(area(self._held), 1)

    def _show_report(self, report: ImportReport) -> None:
        self._bar.finish()
        self._done = True
        self._held.show()
        read = [each for each in report.files if each.refusal is None]
        found = sum(len(each.proposals) for each in read)
        rows, new, known = (sum(getattr(each, name) for each in read) for name in ("rows", "new", "known"))
        self._title.setText(self.tr("%n bill(s) read", "", len(read)))
        parts = [
            self.tr("%n row(s)", "", rows).replace(str(rows), count_shown(rows)),
            self.tr("{count} new").format(count=count_shown(new)),
            self.tr("{count} already known").format(count=count_shown(known)),
        ]
        self._summary.setText(" · ".join([*parts, *self._more_told(report, found)]))
        self._offer_next(found)
        self._table.show_lines([self._line(each) for each in report.files])
        self._show_problems(read)
        self.finished.emit()
        self._table.setFocus()
        if found:
            self._decide.setFocus()

    def _offer_next(self, found: int) -> None:
        """Lead to the finds, else to the question for what no bill shows while it is open."""
        answer = unpaid_answer(self._context.store, self._case_id)
        decide, ask = self.tr("&Review %n row(s)", "", found), self.tr("&Answer one question")
        self._decide.setText(f" {decide if found else ask}")
        self._decide.setVisible(bool(found) or answer is None or answer.ask_again)

    def _more_told(self, report: ImportReport, found: int) -> list[str]:
        parts = [] if found else [self.tr("nothing new that is open")]
        if report.settled:
            parts.append(self.tr("%n earlier row(s) shown as done now", "", len(report.settled)))
        if report.may_be_cleared:
            parts.append(self.tr("%n item(s) of the list may be cleared now", "", len(report.may_be_cleared)))
        return parts

    def _line(self, report: FileReport) -> TableLine:
        look = self._context.look
        name = report.path.name
        if report.refusal is not None:
            icon = look.icon("octagon-alert", look.tokens.seal, 18)
            return TableLine((name, self._context.sentence(report.refusal), "", "", "", ""), icon, str(report.path))
        destroyed = self._destroyed(report)
        doubtful = bool(destroyed) or report.cut
        name_of, colour = ("triangle-alert", look.tokens.amber) if doubtful else ("circle-check", look.tokens.ok)
        icon = look.icon(name_of, colour, 18)
        footers = {"agrees": self.tr("✓ agrees"), "differs": self.tr("! differs")}
        figures = tuple(count_shown(count) for count in (report.rows, report.new, report.known))
        footer = footers.get(report.footer, self.tr("– none"))
        return TableLine((name, self._what(report, destroyed), *figures, footer), icon, str(report.path))

    def _destroyed(self, report: FileReport) -> int:
        """Return how many order numbers of a file a spreadsheet program has destroyed."""
        return destroyed_numbers(self._context.store, report.bill_id) if report.bill_id and report.problems else 0

    def _what(self, report: FileReport, destroyed: int) -> str:
        if report.imported_before:
            return self.tr("This very file was imported before; nothing was added.")
        own = "" if report.mapping is None else report.mapping.name
        parts = [self._names.layout(report.format, own)]
        if report.proposals:
            parts.append(self.tr("%n to review", "", len(report.proposals)))
        if report.problems:
            parts.append(self.tr("%n row(s) with a problem", "", report.problems))
        parts += truncation_notes(report.footer, report.rows, report.announced_rows)
        told = ("，" if self._context.language == "zh" else ", ").join(parts)
        if destroyed:
            told += f"{'。' if self._context.language == 'zh' else '. '}{Spans().numbers_destroyed(destroyed)}"
        return told

    def _show_problems(self, read: Sequence[FileReport]) -> None:
        store = self._context.store
        rows = [row for each in read if each.bill_id and each.problems for row in list_problems(store, each.bill_id)]
        named = {each.sha256: each.path.name for each in read}
        self._problems.show_rows(
            [(named.get(row.source.file_sha256, ""), row) for row in rows], sum(each.problems for each in read)
        )

    def _show_failure(self, error: CloseoutError) -> None:
        self._bar.finish()
        self.stopped.emit(self._context.sentence(error))
