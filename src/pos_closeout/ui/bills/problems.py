"""Rows that could not be read: file, row, column and reason, to be copied or saved as a table."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.actions.files import write_file
from pos_closeout.actions.papers.write_table import table_as_csv
from pos_closeout.domain.bills.transactions import Problem
from pos_closeout.guidance.row_places import row_shown
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.bills.words import count_shown, problem_name
from pos_closeout.ui.context import Context
from pos_closeout.ui.papers.files import ask_place, saved_words
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label
from pos_closeout.ui.widgets.flow import FlowLayout

ProblemRows = Sequence[tuple[str, Problem]]
"""Problems, each with the name of its file."""


class Problems(QWidget):
    """Hidden while there is none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._title = label("", "strong")
        headings = (
            ColumnHeading(self.tr("File"), 3),
            ColumnHeading(self.tr("Row"), 0, figures=True),
            ColumnHeading(self.tr("Column"), 2),
            ColumnHeading(self.tr("Reason"), 4),
            ColumnHeading(self.tr("As it stands"), 2),
        )
        self._table = LinesTable(context, self.tr("Rows with a problem"), headings, several=True, tallest=240)
        look = context.look
        copy = button(look, self.tr("Copy the table"), self.copy, icon="file-text", kind="small")
        save = button(look, self.tr("Save as CSV…"), self.save, icon="save", kind="small")
        self._told = Banner(context)
        ways = QWidget()
        held = QVBoxLayout(ways)
        held.setContentsMargins(0, 0, 0, 0)
        held.addLayout(FlowLayout().add_all(copy, save))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._title, self._table, ways, self._told):
            layout.addWidget(part)
        self.hide()

    def show_rows(self, rows: ProblemRows, count: int) -> None:
        """Show problems; ``count`` is how many there are when not all were kept."""
        self.setVisible(bool(rows))
        self._told.tell(Tone.OK, "")
        title = self.tr("%n row(s) with a problem", "", count).replace(str(count), count_shown(count))
        if count > len(rows):
            title += " · " + self.tr("the first {shown} are shown").format(shown=count_shown(len(rows)))
        self._title.setText(title)
        self._table.show_lines([self._line(name, problem) for name, problem in rows])

    def copy(self) -> None:
        """Copy all rows as a table."""
        self._table.copy(everything=True)
        self._told.tell(Tone.OK, self.tr("Copied. You can paste it into a message or a table."))

    def save(self) -> None:
        """Save all rows as a table that no spreadsheet program takes for formulas."""
        proposed = self.tr("rows with a problem") + ".csv"
        path = ask_place(self, self.tr("Save as CSV"), proposed, ".csv", "CSV (*.csv)")
        if path is None:
            return
        titles = tuple(heading.title for heading in self._table.headings())
        data = table_as_csv(titles, [line.cells for line in self._table.lines()])
        if self._context.do(lambda: write_file(path, data), partial(self._told.tell, Tone.SEAL)):
            self._told.tell(Tone.OK, saved_words(path))

    def _line(self, name: str, problem: Problem) -> TableLine:
        inner = problem.source.inner
        place = f"{name} › {inner}" if inner else name
        return TableLine((place, row_shown(problem.source), problem.column, problem_name(problem.reason), problem.text))
