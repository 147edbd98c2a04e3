"""What stands in place of the list while there is nothing to show: why, and what to do first."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pos_closeout.domain.ledger.open_items import ItemState
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.query import Query
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, icon_label, label


class EmptyNote(QFrame):
    """Says why the list is empty and offers the one thing that helps."""

    add_asked = Signal()
    all_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 28, 24, 28)
        self._layout.setSpacing(10)
        self.hide()

    def tell(self, query: Query, waiting: int, done: int) -> None:
        """Explain an answer without items.

        Args:
            query: what was looked for.
            waiting: how many open items there are in all.
            done: how many cleared ones.
        """
        clear_layout(self._layout)
        if query.state is ItemState.CLEARED and not done:
            title, text = (
                self.tr("Nothing has been cleared yet"),
                self.tr("As soon as somebody has paid, answered or handed over, mark the entry as cleared."),
            )
            self._fill("circle-check", title, text)
            self._offer(self.tr("Show what is still open"), self.all_asked.emit)
        elif query.state is ItemState.OPEN and not waiting and done:
            title, text = (
                self.tr("Everything is cleared"),
                self.tr("No entry is open any more. Add one if something new turns up."),
            )
            self._fill("circle-check", title, text, Tone.OK)
            self._offer(self.tr("Add an entry"), self.add_asked.emit, "plus")
        elif query.state is ItemState.OPEN and not waiting:
            title, text = (
                self.tr("No entry yet"),
                self.tr(
                    "Write down everything that is still open: refunds on their way, payments that did not go through, "
                    "the deposit, stored value of customers. Start with the one that worries you most."
                ),
            )
            self._fill("list-checks", title, text)
            self._offer(self.tr("Add the first entry"), self.add_asked.emit, "plus")
        else:
            title, text = (
                self.tr("Nothing matches"),
                self.tr("No entry has all of these words, kind and shop. Try fewer words, or show everything."),
            )
            self._fill("search", title, text)
            self._offer(self.tr("Show everything"), self.all_asked.emit)

    def _fill(self, icon: str, title: str, text: str, tone: Tone = Tone.ACCENT) -> None:
        self._layout.addWidget(icon_label(self._context.look, icon, tone, 32))
        self._layout.addWidget(label(title, "cardTitle"))
        self._layout.addWidget(label(text, "subtitle"))

    def _offer(self, text: str, act: Callable[[], object], icon: str = "") -> None:
        kind = "primary" if icon else "small"
        made = button(self._context.look, text, act, icon=icon, kind=kind)
        self._layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
