"""Deciding about the finds: accept, change or leave out, one by one or a whole kind at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from pos_closeout.actions.bills.bill_proposals import proposed_item
from pos_closeout.actions.items.due import due_calculator
from pos_closeout.domain.bills.bills import KeptProposal, ProposalState
from pos_closeout.domain.bills.transactions import TransactionState
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.guidance.row_places import row_place
from pos_closeout.ui.bills.decisions import Decisions
from pos_closeout.ui.bills.proposal_card import ProposalCard
from pos_closeout.ui.bills.reject_dialog import RejectDialog
from pos_closeout.ui.bills.rejected_list import RejectedList
from pos_closeout.ui.bills.rows_table import ColumnHeading, LinesTable, TableLine
from pos_closeout.ui.bills.scroll_area import area
from pos_closeout.ui.bills.words import reason_icon, reason_name, reason_text
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.item_editor import ItemEditor
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.ledger.words import number_shown
from pos_closeout.ui.widgets.basic import button, chip, clear_layout, column, label
from pos_closeout.ui.widgets.flow import FlowLayout

_ORDER = (
    TransactionState.REFUND_ACTION,
    TransactionState.UNFINISHED,
    TransactionState.REFUND_PENDING,
    TransactionState.WAITING,
    TransactionState.UNKNOWN,
)


class ProposalsView(QWidget):
    """A chip for each reason, its finds below, and the proof of the one in use.

    Args:
        context: look and texts.
        decisions: carries out what is decided.
        below: what stands below the finds, also when there is none.
    """

    failed = Signal(str)
    """Something did not work; carries the sentence."""

    def __init__(self, context: Context, decisions: Decisions, below: QWidget) -> None:
        super().__init__()
        self._context, self._decisions, self._below = context, decisions, below
        self.places = ItemPlaces()
        self._finds: tuple[KeptProposal, ...] = ()
        self._reason: TransactionState | None = TransactionState.UNFINISHED
        self._group = QButtonGroup(self)
        self._meaning = label("", "hint")
        self._nothing = label("", "body")
        self._card = ProposalCard(context)
        self._out = RejectedList(context, decisions)
        self._out.failed.connect(self.failed)
        self._table = LinesTable(
            context,
            self.tr("To review"),
            (
                ColumnHeading(self.tr("Amount"), 0, figures=True),
                ColumnHeading(self.tr("Payment day"), 0),
                ColumnHeading(self.tr("The bill says"), 3),
                ColumnHeading(self.tr("With whom, number"), 4),
                ColumnHeading(self.tr("Due"), 0),
                ColumnHeading(self.tr("Proof"), 3),
            ),
            several=True,
            tallest=320,
        )
        self._lay_out()
        self._connect()

    @property
    def waiting(self) -> int:
        """How many finds wait for a decision."""
        return len(self._finds)

    def show_proposals(self, finds: Sequence[KeptProposal]) -> None:
        """Show what waits for a decision."""
        waiting = [find for find in finds if find.state is ProposalState.WAITING]
        self._finds = tuple(sorted(waiting, key=lambda find: (find.proposal.due, -find.proposal.amount_fen, find.id)))
        counts = {reason: sum(find.proposal.reason is reason for find in waiting) for reason in _ORDER}
        out = self._out.show_proposals(finds)
        if not (counts.get(self._reason) if self._reason else out):
            self._reason = next((reason for reason in _ORDER if counts[reason]), None)
        self._show_chips({reason: count for reason, count in counts.items() if count}, out)
        self._held.setVisible(bool(waiting) or bool(out))
        self._nothing.setVisible(not waiting)
        self._nothing.setText(
            self.tr("Everything has been reviewed. What you accepted is on the outstanding list.")
            if finds
            else self.tr("Nothing open was found in the bills so far.")
        )
        self._refill()

    # The screen

    def _lay_out(self) -> None:
        look = self._context.look
        self._chip_row = QWidget()
        held_chips = QVBoxLayout(self._chip_row)
        held_chips.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout()
        held_chips.addLayout(self._flow)
        self._accept = button(look, self.tr("&Accept"), self.accept, icon="check", kind="primarySmall")
        self._change = button(look, self.tr("&Change and accept…"), self.change, icon="pencil", kind="small")
        self._leave = button(look, self.tr("&Leave out…"), self.turn_down, icon="x", kind="small")
        self._all = button(look, "", self.accept_all, icon="list-checks", kind="small")
        self._accept.setToolTip(self.tr("Put it on the outstanding list (Ctrl+Enter)"))
        self._leave.setToolTip(self.tr("Say why it is no open item (Del)"))
        ways = QWidget()
        held_ways = QVBoxLayout(ways)
        held_ways.setContentsMargins(0, 0, 0, 0)
        held_ways.addLayout(FlowLayout().add_all(self._accept, self._change, self._leave, self._all))
        self._waiting = QWidget()
        self._waiting.setLayout(column(ways, self._table, self._card, spacing=10))
        self._held = QWidget()
        self._held.setLayout(column(self._chip_row, self._meaning, self._waiting, self._out, spacing=10))
        inside = QWidget()
        inner = column(self._nothing, self._held, self._below, spacing=12, margins=(0, 0, 8, 0))
        inner.addStretch()
        inside.setLayout(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area(inside))

    def _connect(self) -> None:
        self._table.chosen.connect(self._tell)
        self._table.opened.connect(self.change)
        self._table.delete_asked.connect(self.turn_down)

    def _show_chips(self, counts: dict[TransactionState, int], out: int) -> None:
        """Show a chip for each reason, and one for what was left out."""
        clear_layout(self._flow)
        for reason, count in counts.items():
            self._add_chip(reason, f"{reason_name(reason)} · {count}", reason_icon(reason)[0])
        if out:
            self._add_chip(None, self.tr("Left out · {count}").format(count=out), "x")

    def _add_chip(self, reason: TransactionState | None, text: str, icon: str) -> None:
        made = chip(self._context.look, text, partial(self._use_reason, reason), icon=icon)
        made.setChecked(reason is self._reason)
        self._group.addButton(made)
        self._flow.addWidget(made)
        made.show()

    def _use_reason(self, reason: TransactionState | None) -> None:
        self._reason = reason
        self._refill()

    def _shown(self) -> list[KeptProposal]:
        return [find for find in self._finds if find.proposal.reason is self._reason]

    def _refill(self) -> None:
        shown = self._shown()
        self._waiting.setVisible(self._reason is not None)
        self._out.setVisible(self._reason is None)
        left_out = self.tr("You left these out. None of them is proposed again unless you look at it again.")
        self._meaning.setText(left_out if self._reason is None else reason_text(self._reason))
        self._table.show_lines([self._line(find) for find in shown])
        self._all.setText(" " + self.tr("Accept all %n of this kind", "", len(shown)))
        self._all.setVisible(len(shown) > 1)

    def _line(self, find: KeptProposal) -> TableLine:
        proposal = find.proposal
        number = number_shown(proposal.ids.refund or proposal.ids.order or proposal.ids.merchant_order)
        cells = (
            self._context.yuan(proposal.amount_fen),
            f"{proposal.when:%Y-%m-%d}",
            proposal.word or "—",
            "  ".join(part for part in (proposal.counterparty, number) if part),
            self._context.day(proposal.due),
            row_place(find.file_name, proposal.source, self._context.language),
        )
        return TableLine(cells)

    def _tell(self) -> None:
        find = self._in_use()
        self._card.tell(find)
        for each in (self._accept, self._change, self._leave):
            each.setEnabled(find is not None)

    def _in_use(self) -> KeptProposal | None:
        shown, at = self._shown(), self._table.row()
        return shown[at] if 0 <= at < len(shown) else None

    def _chosen(self) -> list[KeptProposal]:
        shown = self._shown()
        return [shown[at] for at in self._table.rows() if at < len(shown)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter accepts what is chosen."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        else:
            super().keyPressEvent(event)

    # What the owner decides

    def accept(self) -> None:
        """Put the chosen finds on the outstanding list as they are."""
        self._attempt(lambda: self._decisions.accept(self._chosen()))

    def accept_all(self) -> None:
        """Put all finds of the kind shown on the outstanding list."""
        self._attempt(lambda: self._decisions.accept(self._shown()))

    def change(self) -> None:
        """Open the editor on the find in use; keeping it there accepts it."""
        find = self._in_use()
        if find is None:
            return

        def keep(item: OpenItem, facts: Facts) -> None:
            self._decisions.accept_changed(find, item, facts)

        suggested = proposed_item(find, self._context.language)
        self._open(
            ItemEditor(self._context, suggested, self.places, keep, self, reckon=due_calculator(self._context.store))
        )

    def turn_down(self) -> None:
        """Ask why the chosen finds are no open items."""
        chosen = self._chosen()
        if not chosen:
            return
        first = chosen[0].proposal
        what = f"{self._context.yuan(first.amount_fen)} · {first.counterparty or first.word}"
        if len(chosen) > 1:
            what = self.tr("%n to review", "", len(chosen))
        self._open(RejectDialog(self._context, what, lambda why: self._decisions.turn_down(chosen, why), self))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._table.setFocus)
        dialog.open()

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except CloseoutError as error:
            self.failed.emit(self._context.sentence(error))
        self._table.setFocus()
