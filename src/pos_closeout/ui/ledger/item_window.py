"""The window with everything about one item: why it is due, proof, notes, log, messages and history."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from pos_closeout.actions.items.item_files import item_file
from pos_closeout.domain.ledger.item_file import ItemFile
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.item_tab import ItemTab
from pos_closeout.ui.ledger.tab_entries import HistoryTab, LogTab, NotesTab
from pos_closeout.ui.ledger.tab_messages import MessagesTab
from pos_closeout.ui.ledger.tab_overview import OverviewTab
from pos_closeout.ui.ledger.tab_proof import ProofTab
from pos_closeout.ui.ledger.words import due_tag
from pos_closeout.ui.widgets.basic import button, label, row, tag
from pos_closeout.ui.widgets.dialog_size import fit
from pos_closeout.ui.widgets.questions import may_discard

OVERVIEW, PROOF, NOTES, LOG, MESSAGES, HISTORY = "overview", "proof", "notes", "log", "messages", "history"


class ItemWindow(QDialog):
    """Everything added here is kept at once; closing asks only about a note or an entry that was begun.

    Args:
        context: look and texts.
        item: the item.
        parent: the window it stands over.
        tab: which tab to open, empty for the first.
    """

    def __init__(
        self,
        context: Context,
        item: OpenItem,
        parent: QWidget | None = None,
        *,
        tab: str = "",
    ) -> None:
        super().__init__(parent)
        self._context, self._id = context, item.id
        self.setWindowTitle(context.say(context.guidance.kinds[item.kind].name))
        fit(self, context.look, 720, 640)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        makers: dict[str, tuple[str, Callable[..., ItemTab]]] = {
            OVERVIEW: (self.tr("Overview"), OverviewTab),
            PROOF: (self.tr("Proof files"), ProofTab),
            NOTES: (self.tr("Notes"), NotesTab),
            LOG: (self.tr("Calls and visits"), LogTab),
            MESSAGES: (self.tr("Messages"), MessagesTab),
            HISTORY: (self.tr("History"), HistoryTab),
        }
        self._tabs: dict[str, ItemTab] = {}
        for name, (title, make) in makers.items():
            made = make(context, item.id)
            made.changed.connect(self._refresh)
            self._tabs[name] = made
            self.tabs.addTab(made, title)
        self._lay_out(item)
        self._refresh()
        if tab:
            self.tabs.setCurrentWidget(self._tabs[tab])

    def reject(self) -> None:
        """Close, after asking when a note or an entry was begun."""
        if not any(tab.unsaved() for tab in self._tabs.values()) or may_discard(self):
            super().reject()

    def _lay_out(self, item: OpenItem) -> None:
        context = self._context
        state = due_tag(context, item, context.today)
        name = context.say(context.guidance.kinds[item.kind].name)
        head = row(label(" · ".join(part for part in (name, item.counterparty) if part), "cardTitle"), spacing=12)
        head.addWidget(label(context.yuan(item.amount_fen), "cardTitle", wrap=False))
        head.addWidget(tag(context.look, state.icon, state.text, state.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        close = button(context.look, self.tr("&Close"), self.reject)
        bottom = row()
        bottom.addStretch()
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(bottom)

    def _refresh(self) -> None:
        file: ItemFile = item_file(self._context.store, self._id)
        for name, title in (
            (PROOF, self.tr("Proof files")),
            (NOTES, self.tr("Notes")),
            (LOG, self.tr("Calls and visits")),
        ):
            count = {PROOF: len(file.proofs), NOTES: len(file.notes), LOG: len(file.talks)}[name]
            at = self.tabs.indexOf(self._tabs[name])
            self.tabs.setTabText(at, f"{title} ({count})" if count else title)
        for tab in self._tabs.values():
            tab.refresh(file)
