"""How long to keep what, until which day: the retention table on the screen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case, EntityType
from pos_closeout.domain.case.retention import Ground, RecordKind, RetentionPeriod, counted_from, retention
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, card, clear_layout, label, row, rule
from pos_closeout.ui.widgets.field import Field
from pos_closeout.ui.widgets.number_line import number_line
from pos_closeout.ui.wizard.field_path import write


class RetentionCard(QWidget):
    """Lists every kind of record by the kind of business, and asks for the agreement's own period."""

    changed = Signal(object)
    """The owner entered a period; carries the new :class:`Case`."""
    paper_asked = Signal()
    """The table is to be shown as a paper and printed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._shown: tuple[RetentionPeriod, ...] = ()
        self._counted = label("", "hint")
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(16)
        self._table.setVerticalSpacing(6)
        self._table.setColumnStretch(0, 1)
        self._months = number_line(limit=3)
        self._months.textEdited.connect(lambda text: self._edited(_months_of(text)))
        told = self.tr("Months your agreement wants slips kept")
        show = button(context.look, self.tr("Print the table"), self.paper_asked.emit, icon="printer", kind="small")
        line = row(show)
        line.addStretch()
        note = self.tr("The legal ground of each period stands in the printed table. Ask your acquirer about its own.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                label(self.tr("How long to keep what"), "cardTitle"),
                self._counted,
                self._table,
                label(note, "caption"),
                Field(context, told, self._months, note=self.tr("if it says")),
                line,
                spacing=10,
            )
        )

    def tell(self, case: Case, items: Sequence[OpenItem], today: date) -> None:
        """Show the table of a case; it follows the kind of business, last transaction, stop and agreement."""
        self._case = case
        prepaid = any(item.kind is ItemKind.PREPAID for item in items)
        kept = retention(case, today, prepaid=prepaid)
        company = case.merchant.entity_type is EntityType.COMPANY
        whose = self.tr("a company") if company else self.tr("a sole trader")
        counted = self.tr("For %1, counted from %2; tax and books from the end of that year.").replace("%1", whose)
        self._counted.setText(counted.replace("%2", self._context.long_day(counted_from(case, today))))
        if kept != self._shown:
            self._shown = kept
            self._draw(kept)
        if _months_of(self._months.text()) != case.backup.keep_months:
            self._months.setText("" if case.backup.keep_months is None else str(case.backup.keep_months))

    def _draw(self, kept: Sequence[RetentionPeriod]) -> None:
        clear_layout(self._table)
        names = record_names()
        for place, text in enumerate((self.tr("What"), self.tr("How long"), self.tr("Until"))):
            self._table.addWidget(label(text, "caption", wrap=False), 0, place)
        for number, each in enumerate(kept):
            line = 2 * number + 1
            self._table.addWidget(rule(), line, 0, 1, 3)
            until = "—" if each.until is None else each.until.isoformat()
            self._table.addWidget(label(names[each.record]), line + 1, 0)
            self._table.addWidget(label(self._long(each)), line + 1, 1)
            self._table.addWidget(_day(until), line + 1, 2)

    def _long(self, kept: RetentionPeriod) -> str:
        years, rest = divmod(kept.months, 12)
        if not kept.months:
            return self.tr("no longer than needed")
        told = self.tr("%n month(s)", "", kept.months) if rest else self.tr("%n year(s)", "", years)
        by = {
            Ground.LAW: self.tr("by law"),
            Ground.USUAL: self.tr("usual"),
            Ground.OWN: self.tr("your agreement"),
        }
        # The only rule that was read is Beijing's; other places have their own.
        ground = self.tr("by law in Beijing") if kept.record is RecordKind.PREPAID else by[kept.ground]
        return f"{told} · {ground}"

    def _edited(self, months: int | None) -> None:
        self.changed.emit(write(self._case, "backup.keep_months", months))


def record_names() -> dict[RecordKind, str]:
    """Return what the kinds of records are called on the screen."""
    return {
        RecordKind.SLIPS: QCoreApplication.translate("RetentionCard", "Card slips, electronic and refund slips"),
        RecordKind.AGREEMENT: QCoreApplication.translate("RetentionCard", "Agreement, deposit receipt, fee notes"),
        RecordKind.CLOSURE: QCoreApplication.translate("RetentionCard", "Application, confirmation, hand-over, backup"),
        RecordKind.TAX: QCoreApplication.translate("RetentionCard", "Tax records"),
        RecordKind.INVOICES: QCoreApplication.translate("RetentionCard", "Counterfoils of invoices"),
        RecordKind.BOOKS: QCoreApplication.translate("RetentionCard", "Vouchers and books of account"),
        RecordKind.STATEMENTS: QCoreApplication.translate("RetentionCard", "Bank and acquirer statements"),
        RecordKind.PREPAID: QCoreApplication.translate("RetentionCard", "Records of prepaid cards and balances"),
        RecordKind.CUSTOMERS: QCoreApplication.translate("RetentionCard", "Customers' telephone and card numbers"),
    }


def _day(text: str) -> QLabel:
    made = label(text, wrap=False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _months_of(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
