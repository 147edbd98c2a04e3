"""Step 4: the open items of this case, on the same table as the outstanding list."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from pos_closeout.ui.widgets.basic import scrolled
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
        held = QWidget()
        self._layout = QVBoxLayout(held)
        self._layout.setContentsMargins(side, top, side, top)
        self._layout.setSpacing(16)
        self._layout.addLayout(self.heading)
        self._panel: ItemsPanel | None = None
        self._finds, self._waiting = Banner(context), 0
        self._layout.addWidget(self._finds)
        self._refunds = RefundCard(context)
        self._layout.addWidget(self._refunds)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(held)
        outer.addWidget(self._area)

    def connect_ledger(self, ledger: LedgerController) -> None:
        """Show the items of a ledger."""
        self._panel = ItemsPanel(self.context, ledger)
        self._panel.nothing_open_changed.connect(self._nothing_open)
        self._panel.bills_asked.connect(self.bills_asked)
        self._layout.addWidget(self._panel, 1)
        self._panel.grown.connect(self._make_room)

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
        QTimer.singleShot(0, self, self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table the height that is left."""
        super().resizeEvent(event)
        # Once the texts around it have their width.
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """Let the table end with the window; where that leaves it a few rows only, the page scrolls instead."""
        if self._panel is None:
            return
        width, table = self._area.viewport().width(), self._panel.table
        around = self._layout.totalHeightForWidth(width)
        table.set_highest(self._area.viewport().height() - (around - table.sizeHint().height()))

    def print_paper(self) -> bool:
        """Print the list of this case."""
        self.print_asked.emit()
        return True

    def _nothing_open(self, nothing: bool) -> None:
        self.edit(replace(self.case, nothing_open=nothing))
