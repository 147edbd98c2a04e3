"""Step 4: the open items of this case, on the same table as the outstanding list."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from pos_closeout.actions.items.due import terms
from pos_closeout.actions.items.overview import waiting_proposals
from pos_closeout.domain.case.case import number_closes
from pos_closeout.domain.ledger.refund_windows import plan_open_refunds
from pos_closeout.domain.phases import Step
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.case_panel import ItemsPanel
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.refund_windows import RefundCard
from pos_closeout.ui.style.tokens import PAGE_MARGINS, Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.phrases import proposals_text
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.page import StepPage


class OpenItemsPage(StepPage):
    """Holds the list of this case; the ledger is handed in once the page stands in the window."""

    bills_asked = Signal()
    """The owner wants to import bills, or to decide about what was found in them."""

    print_asked = Signal()
    """The list of this case is wanted on paper."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.OPEN_ITEMS)
        side, top = PAGE_MARGINS
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(side, top, side, top)
        self._layout.setSpacing(16)
        self._layout.addLayout(self.heading)
        self._panel: ItemsPanel | None = None
        self._finds, self._waiting = Banner(context), 0
        self._layout.addWidget(self._finds)
        self._refunds = RefundCard(context)
        self._layout.addWidget(self._refunds)

    def connect_ledger(self, ledger: LedgerController) -> None:
        """Show the items of a ledger."""
        self._panel = ItemsPanel(self.context, ledger)
        self._panel.nothing_open_changed.connect(self._nothing_open)
        self._panel.bills_asked.connect(self.bills_asked)
        self._layout.addWidget(self._panel, 1)

    def refresh(self, now: Situation) -> None:
        """Show the items of the case."""
        if self._panel is not None:
            self._panel.show_case(now.case)
        last = now.case.settlement.last_transaction_on
        stop, closes, days = now.case.request.stop_on, number_closes(now.case), terms(self.context.store)
        self._refunds.tell(plan_open_refunds(now.items, stop, last, days, now.today, number_closes=closes))
        waiting = waiting_proposals(self.context.store, now.case.id)
        if waiting != self._waiting:
            self._waiting = waiting
            told = proposals_text(waiting) if waiting else ""
            self._finds.tell(Tone.AMBER, told, self.tr("Decide now"), self.bills_asked.emit)

    def print_paper(self) -> bool:
        """Print the list of this case."""
        self.print_asked.emit()
        return True

    def _nothing_open(self, nothing: bool) -> None:
        self.edit(replace(self.case, nothing_open=nothing))
