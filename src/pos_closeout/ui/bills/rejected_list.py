"""Finds that the owner left out, with the reason, and the way to look at them again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_closeout.domain.bills.bills import KeptProposal, ProposalState
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.guidance.row_places import row_place
from pos_closeout.ui.bills.decisions import Decisions
from pos_closeout.ui.bills.proposal_card import ProposalCard
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, column, row


class RejectedList(QWidget):
    """The latest decision first.

    Args:
        context: look and texts.
        decisions: carries out what is decided.
    """

    failed = Signal(str)
    """Something did not work; carries the sentence."""

    def __init__(self, context: Context, decisions: Decisions) -> None:
        super().__init__()
        self._context, self._decisions = context, decisions
        self._finds: tuple[KeptProposal, ...] = ()
        headings = (
            ColumnHeading(self.tr("Amount"), 0, figures=True),
            ColumnHeading(self.tr("Payment day"), 0),
            ColumnHeading(self.tr("The bill says"), 3),
            ColumnHeading(self.tr("Why it was left out"), 4),
            ColumnHeading(self.tr("Proof"), 3),
        )
        self._table = LinesTable(context, self.tr("Left out"), headings, several=True, tallest=320)
        self._card = ProposalCard(context)
        self._again = button(
            context.look, self.tr("&Look at it again"), self.reopen, icon="undo-2", kind="primarySmall"
        )
        self._table.chosen.connect(self._tell)
        self._table.opened.connect(self.reopen)
        ways = row(self._again)
        ways.addStretch()
        self.setLayout(column(ways, self._table, self._card, spacing=10))

    def show_proposals(self, finds: Sequence[KeptProposal]) -> int:
        """Show the finds that were left out and return how many there are."""
        out = [find for find in finds if find.state is ProposalState.REJECTED]
        self._finds = tuple(sorted(out, key=lambda find: (find.decided_at, find.id), reverse=True))
        self._table.show_lines([self._line(find) for find in self._finds])
        return len(self._finds)

    def reopen(self) -> None:
        """Let the chosen finds wait for a decision again."""
        chosen = [self._finds[at] for at in self._table.rows() if at < len(self._finds)]
        try:
            self._decisions.take_up_again(chosen)
        except CloseoutError as error:
            self.failed.emit(self._context.sentence(error))

    def _line(self, find: KeptProposal) -> TableLine:
        proposal = find.proposal
        proof = row_place(find.file_name, proposal.source, self._context.language)
        day = f"{proposal.when:%Y-%m-%d}"
        return TableLine((self._context.yuan(proposal.amount_fen), day, proposal.word or "—", find.why, proof))

    def _tell(self) -> None:
        at = self._table.row()
        find = self._finds[at] if 0 <= at < len(self._finds) else None
        self._card.tell(find)
        self._again.setEnabled(find is not None)
