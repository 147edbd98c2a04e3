"""The dialog in which the owner says what the columns of a table mean, with the first rows as they would be read."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from pos_closeout.actions.bills.inspect_file import ColumnMapping
from pos_closeout.domain.bills.transactions import BillChannel, Direction, Problem, Transaction
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.guidance.row_places import row_shown
from pos_closeout.ui.bills.chosen_files import TableColumns
from pos_closeout.ui.bills.column_rows import ColumnRows
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.bills.scroll_area import area
from pos_closeout.ui.bills.words import channel_name, direction_name, problem_name, state_name
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, column, framed, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.number_line import CountBox


class ColumnsDialog(QDialog):
    """Starts from the guess; every change shows at once how the first rows would be read.

    Args:
        context: look and texts.
        columns: the head of the table and the verbs about it.
        use: takes the mapping the owner agreed to.
        parent: the window it stands over.
    """

    def __init__(
        self,
        context: Context,
        columns: TableColumns,
        use: Callable[[ColumnMapping], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._columns, self._use = context, columns, use
        self._runner = Runner(self._show_refusal, self)
        self._runner.done.connect(self._show_understood)
        self.setWindowTitle(self.tr("What the columns mean"))
        self._make_fields()
        self._rows = ColumnRows(context)
        self._rows.changed.connect(self._changed)
        self._missing = Banner(context)
        self._preview = self._make_preview()
        self._lay_out()
        self._connect()
        self._fill()
        self._fit()

    def _make_fields(self) -> None:
        self.header = CountBox()
        self.header.setRange(1, self._columns.head.rows[-1].number)
        self.header.setValue(self._columns.header)
        self.positive = ComboBox()
        for direction in (Direction.IN, Direction.OUT):
            self.positive.addItem(direction_name(direction), direction)
        self.unit = ComboBox()
        self.unit.addItem(self.tr("yuan (12.50)"), "yuan")
        self.unit.addItem(self.tr("fen (1250)"), "fen")
        self.name = line_edit(limit=60)
        self.name.setPlaceholderText(self.tr("such as the name of your bank"))
        self.channel = ComboBox()
        for channel in BillChannel:
            self.channel.addItem(channel_name(channel), channel)

    def _make_preview(self) -> LinesTable:
        headings = (
            ColumnHeading(self.tr("Row"), 0, figures=True),
            ColumnHeading(self.tr("Date"), 0),
            ColumnHeading(self.tr("Amount"), 0, figures=True),
            ColumnHeading(self.tr("In or out"), 0),
            ColumnHeading(self.tr("Payment status"), 3),
            ColumnHeading(self.tr("The other side"), 3),
        )
        made = LinesTable(self._context, self.tr("How the first rows are read"), headings)
        # At the largest text on a low screen the columns need the room more than the rows below them.
        made.setFixedHeight(min(self._context.look.px(190), self.screen().availableGeometry().height() // 4))
        return made

    def _lay_out(self) -> None:
        context = self._context
        lead = self.tr(
            "The program does not know this table and has guessed. Please check the columns; next time a table with "
            "the same columns is read without asking."
        )
        settings = grid(
            [
                [
                    Field(context, self.tr("&Names stand in row"), self.header),
                    Field(context, self.tr("A plus amount is"), self.positive),
                    Field(context, self.tr("Amounts are in"), self.unit),
                    Field(context, self.tr("Paid through"), self.channel),
                ],
                [Field(context, self.tr("&Call this kind of table"), self.name)],
            ]
        )
        upper = QWidget()
        inside = column(settings, self._rows, spacing=12, margins=(0, 0, 10, 0))
        inside.addStretch()
        upper.setLayout(inside)
        self._area = area(upper)
        ok = button(context.look, self.tr("&Use these columns"), self.accept, kind="primary")
        ok.setDefault(True)
        self._ok = ok
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Columns of “{name}”").format(name=self._columns.name), "cardTitle"))
        layout.addWidget(label(lead, "hint"))
        layout.addWidget(self._area, 3)
        layout.addWidget(self._framed())
        layout.addWidget(self._missing)
        layout.addLayout(buttons)

    def _framed(self) -> QFrame:
        return framed(column(label(self.tr("So the first rows would be read"), "strong"), self._preview, spacing=6))

    def _connect(self) -> None:
        self.header.valueChanged.connect(self._fill)
        for box in (self.positive, self.unit, self.channel):
            box.currentIndexChanged.connect(self._changed)

    def _fill(self) -> None:
        """Show the columns below the header line chosen, with the guess for it."""
        number = self.header.value()
        self._mapping = self._columns.guess(number)
        for box, value in (
            (self.positive, self._mapping.positive),
            (self.unit, self._mapping.unit),
            (self.channel, self._mapping.channel),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(value), 0))
        self._rows.show_columns(self._columns.named(number), self._columns.samples(number), self._mapping.columns)
        self._changed()

    def _changed(self) -> None:
        self._mapping = replace(
            self._mapping,
            columns=self._rows.columns(),
            positive=Direction(self.positive.currentData()),
            unit=str(self.unit.currentData()),
            channel=BillChannel(self.channel.currentData()),
        )
        missing = self._lacks()
        self._missing.tell(Tone.AMBER, missing)
        self._ok.setEnabled(not missing)
        if missing:
            self._preview.show_lines(())
        else:
            mapping, columns = self._mapping, self._columns
            self._runner.run(lambda _job: columns.understood(mapping))

    def _lacks(self) -> str:
        chosen = self._mapping.columns
        if "when" not in chosen:
            return self.tr("Please say which column holds the date.")
        if chosen.keys().isdisjoint(("amount", "income", "expense")):
            return self.tr("Please say which column holds the amount.")
        return ""

    def _show_understood(self, items: tuple[Transaction | Problem, ...]) -> None:
        self._preview.show_lines([self._line(item) for item in items])
        if not items:
            self._missing.tell(Tone.AMBER, self.tr("No row below the names could be read. Is it the right row?"))

    def _line(self, item: Transaction | Problem) -> TableLine:
        look = self._context.look
        if isinstance(item, Problem):
            icon = look.icon("octagon-alert", look.tokens.seal, 16)
            told = problem_name(item.reason)
            return TableLine((row_shown(item.source), "", "", "", told, f"{item.column} {item.text}".strip()), icon)
        when = f"{item.when:%Y-%m-%d %H:%M}"
        status = " · ".join(part for part in (item.status, state_name(item.state)) if part)
        cells = (
            row_shown(item.source),
            when,
            self._context.yuan(item.amount_fen),
            direction_name(item.direction),
            status,
        )
        return TableLine((*cells, item.counterparty or item.summary))

    def _show_refusal(self, error: CloseoutError) -> None:
        self._preview.show_lines(())
        self._missing.tell(Tone.SEAL, self._context.sentence(error))

    def accept(self) -> None:
        """Hand the mapping over."""
        if self._lacks():
            return
        self._runner.wait()
        super().accept()
        self._use(replace(self._mapping, name=self.name.text().strip()))

    def reject(self) -> None:
        """Close; the file waits on the list."""
        self._runner.wait()
        super().reject()

    def _fit(self) -> None:
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        look = self._context.look
        self.resize(min(look.px(820), room.width()), min(look.px(720), room.height()))
