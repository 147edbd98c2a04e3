"""The proof of one find: where it stands, the row itself, why it is due then, and the order of a refund."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from pos_closeout.domain.bills.bills import KeptProposal
from pos_closeout.domain.bills.proposals import CARD_REFUND_DAYS
from pos_closeout.domain.bills.transactions import RowSource, TransactionState
from pos_closeout.guidance.row_places import row_place
from pos_closeout.ui.bills.words import state_name
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import clear_layout, column, framed, label


class ProposalCard(QFrame):
    """Shows the find in use; every text can be marked and copied."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "card")
        self._body = column(spacing=6, margins=(16, 12, 16, 12))
        self.setLayout(self._body)
        self._shown: KeptProposal | None = None
        self.hide()

    def tell(self, find: KeptProposal | None) -> None:
        """Show a find, or nothing."""
        if find == self._shown:
            return
        self._shown = find
        clear_layout(self._body)
        self.setVisible(find is not None)
        if find is None:
            return
        for role, text in self._lines(find):
            self._body.addWidget(_copyable(text, role))
        raw = " | ".join(cell.strip() for cell in find.raw if cell.strip())
        if raw:
            words = _copyable(raw, "hint")
            words.setAccessibleName(self.tr("The row itself: {row}").format(row=raw))
            self._body.addWidget(framed(column(words, margins=(8, 0, 0, 0)), "quote"))
        if find.settled is not None:
            told = self.tr("A later bill shows it as “{state}”: {place}. You can leave it out.").format(
                state=state_name(find.settled.state),
                place=self._place(find.settled.file_name, find.settled.source),
            )
            self._body.addWidget(label(told, tone=Tone.OK))

    def _lines(self, find: KeptProposal) -> Iterator[tuple[str, str]]:
        proposal = find.proposal
        yield "strong", self.tr("Proof: {place}").format(place=self._place(find.file_name, proposal.source))
        due = self.tr("Due {day}: {why}").format(day=self._context.long_day(proposal.due), why=self._why(find))
        yield "body", due
        if proposal.order is not None:
            when = "" if proposal.order_when is None else self._context.long_day(proposal.order_when.date())
            told = self.tr("The payment it belongs to: {amount}, {day}, {place}")
            yield (
                "body",
                told.format(
                    amount=self._context.yuan(proposal.order_amount_fen),
                    day=when,
                    place=self._place(find.order_file, proposal.order),
                ),
            )
        if proposal.damaged:
            yield "body", self.tr("A spreadsheet program has destroyed the order number; ask with day and amount.")

    def _place(self, file_name: str, source: RowSource) -> str:
        return row_place(file_name, source, self._context.language)

    def _why(self, find: KeptProposal) -> str:
        proposal = find.proposal
        if proposal.look_again is not None and proposal.due == proposal.look_again:
            return self.tr("a refund to a card takes about %n working day(s); then look again", "", CARD_REFUND_DAYS)
        if proposal.reason is TransactionState.REFUND_ACTION and proposal.order_when is not None:
            return self.tr("the platform takes refunds for one year after the payment; better at once")
        return self.tr("ask within one working day; the older it gets, the harder it is to find")


def _copyable(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
