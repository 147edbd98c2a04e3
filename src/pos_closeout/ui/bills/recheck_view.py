"""Refunds whose row in the bill is frozen: on which day to look them up on the platform's own page."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.bills.bills import KeptProposal, ProposalState
from pos_closeout.ui.bills.decisions import Decisions
from pos_closeout.ui.bills.proposal_card import ProposalCard
from pos_closeout.ui.bills.reject_dialog import RejectDialog
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.bills.scroll_area import area
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, label
from pos_closeout.ui.widgets.flow import FlowLayout


class RecheckView(QWidget):
    """The earliest day first; what was accepted is cleared on the outstanding list, what was not is left out here."""

    item_asked = Signal(int)
    """The owner wants to see an open item; carries its id."""

    def __init__(self, context: Context, decisions: Decisions) -> None:
        super().__init__()
        self._context, self._decisions, self._today = context, decisions, context.today
        self._shown: tuple[KeptProposal, ...] = ()
        lead = self.tr(
            "A refund row of a bill is written once and never updated. These were still running then; look each one up "
            "on the platform's own page on the day beside it."
        )
        self._lead = label(lead, "hint")
        self._nothing = label(self.tr("There is no running refund to look up again."), "body")
        self._card = ProposalCard(context)
        headings = (
            ColumnHeading(self.tr("Look again"), 0),
            ColumnHeading(self.tr("Amount"), 0, figures=True),
            ColumnHeading(self.tr("Started"), 0),
            ColumnHeading(self.tr("Number to ask with"), 4),
            ColumnHeading(self.tr("Where it stands now"), 3),
        )
        self._table = LinesTable(context, self.tr("To look up again"), headings, tallest=320)
        self._table.chosen.connect(self._tell)
        self._table.opened.connect(self._go)
        look = context.look
        self._copy = button(look, self.tr("Copy the &number"), self._copy_number, icon="file-text", kind="small")
        self._done = button(look, self.tr("It is &done…"), self._leave_out, icon="check", kind="small")
        self._show = button(look, self.tr("Show on the &list"), self._go, icon="list-checks", kind="small")
        self._lay_out()

    def show_proposals(self, finds: Sequence[tuple[date, KeptProposal]]) -> None:
        """Show what to look up, with the day for each."""
        self._shown = tuple(find for _, find in finds)
        self._held.setVisible(bool(finds))
        self._nothing.setVisible(not finds)
        self._table.show_lines([self._line(day, find) for day, find in finds])

    def _lay_out(self) -> None:
        ways = QWidget()
        held_ways = QVBoxLayout(ways)
        held_ways.setContentsMargins(0, 0, 0, 0)
        held_ways.addLayout(FlowLayout().add_all(self._copy, self._done, self._show))
        self._held = QWidget()
        inner = QVBoxLayout(self._held)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(10)
        for part in (self._lead, ways, self._table, self._card):
            inner.addWidget(part)
        inner.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(area(self._held), 1)

    def _line(self, day: date, find: KeptProposal) -> TableLine:
        look, proposal = self._context.look, find.proposal
        days = (day - self._today).days
        if days <= 0:
            icon, when = look.icon("bell", look.tokens.amber, 16), self.tr("now")
        else:
            icon, when = look.icon("calendar", look.tokens.accent, 16), self.tr("in %n day(s)", "", days)
        number = proposal.ids.refund or proposal.ids.order
        on_list = find.state is ProposalState.ACCEPTED
        where = self.tr("on the outstanding list") if on_list else self.tr("waits for your decision")
        cells = (
            f"{when} · {self._context.day(day)}",
            self._context.yuan(proposal.amount_fen),
            f"{proposal.when:%Y-%m-%d}",
        )
        return TableLine((*cells, number, where), icon)

    def _in_use(self) -> KeptProposal | None:
        at = self._table.row()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def _tell(self) -> None:
        find = self._in_use()
        self._card.tell(find)
        waiting = find is not None and find.state is ProposalState.WAITING
        self._done.setVisible(waiting)
        self._show.setVisible(find is not None and not waiting)

    def _copy_number(self) -> None:
        find = self._in_use()
        if find is not None:
            QGuiApplication.clipboard().setText(find.proposal.ids.refund or find.proposal.ids.order)

    def _leave_out(self) -> None:
        find = self._in_use()
        if find is None:
            return
        what = f"{self._context.yuan(find.proposal.amount_fen)} · {find.proposal.counterparty or find.proposal.word}"
        dialog = RejectDialog(self._context, what, lambda why: self._decisions.turn_down([find], why), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go(self) -> None:
        find = self._in_use()
        if find is not None and find.item_id is not None:
            self.item_asked.emit(find.item_id)
        elif find is not None:
            self._leave_out()
