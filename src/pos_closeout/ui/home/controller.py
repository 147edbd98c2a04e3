"""Home in the window: its page, what its buttons lead to, and its cards brought up to the day one by one."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.cases.cards import list_cards, renew_card
from pos_closeout.actions.items.overview import add_up, due_soon
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.case_card import CaseCard
from pos_closeout.ui.context import Context
from pos_closeout.ui.home.page import HomePage

if TYPE_CHECKING:
    from pos_closeout.ui.home.case_controller import CaseController
    from pos_closeout.ui.home.welcome import Welcome


class HomeActions(Protocol):
    """What the buttons of home lead to."""

    @property
    def cases(self) -> "CaseController":
        """What the owner does with whole cases."""

    def new_case(self) -> None:
        """Open an empty case."""

    def open_sample(self) -> None:
        """Open the sample."""

    def open_case(self, case_id: int) -> None:
        """Open a case."""

    def open_at(self, case_id: int, step: Step) -> None:
        """Open a case at a step."""

    def show_history(self, case_id: int) -> None:
        """Show what happened in a case."""

    def show_list(self) -> None:
        """Show the outstanding list."""

    def show_item(self, item_id: int) -> None:
        """Show an open item in its list."""

    def decide(self, case_id: int) -> None:
        """Show what was found in the bills of a case."""

    def show_bills(self) -> None:
        """Show where bills are imported."""

    def print_list(self) -> None:
        """Print the outstanding list."""

    def settle(self, **changes: object) -> None:
        """Put changed settings into force."""


class HomeController(QObject):
    """Makes home and keeps it up to date.

    Args:
        window: where errors are told.
        verbs: the same window, as what the buttons of home lead to.
    """

    title_changed = Signal()
    """Home has just been told anew."""

    def __init__(self, window: QWidget, verbs: HomeActions) -> None:
        super().__init__()
        self._window, self._verbs = window, verbs
        self._page: HomePage | None = None
        self._context: Context | None = None
        self._cards: dict[int, CaseCard] = {}
        # An interval of nothing: whenever the event loop has nothing else to do.
        self._renewing = QTimer(self)
        self._renewing.timeout.connect(self._renew_card)

    def build(self, context: Context) -> HomePage:
        """Return a new page, in the place of the one before."""
        verbs = self._verbs
        page = HomePage(context, partial(self._make_welcome, context))
        page.new_asked.connect(verbs.new_case)
        page.sample_asked.connect(verbs.open_sample)
        page.case_asked.connect(verbs.open_case)
        page.delete_asked.connect(lambda case_id: verbs.cases.delete(case_id))
        page.close_asked.connect(lambda case_id: verbs.cases.close(case_id))
        page.reopen_asked.connect(lambda case_id: verbs.cases.reopen(case_id))
        page.copy_asked.connect(lambda case_id: verbs.cases.copy(case_id))
        page.history_asked.connect(verbs.show_history)
        page.archive_asked.connect(lambda case_id: verbs.cases.archive(case_id))
        page.import_asked.connect(lambda: verbs.show_bills())
        page.list_asked.connect(verbs.show_list)
        page.print_asked.connect(verbs.print_list)
        page.item_asked.connect(verbs.show_item)
        page.bills_asked.connect(verbs.decide)
        page.step_asked.connect(verbs.open_at)
        self._page, self._context = page, context
        return page

    def _make_welcome(self, context: Context) -> "Welcome":
        from pos_closeout.ui.home.welcome import Welcome

        welcome = Welcome(context)
        welcome.language_asked.connect(lambda language: self._verbs.settle(language=language))
        welcome.size_asked.connect(lambda size: self._verbs.settle(size=size))
        welcome.new_asked.connect(self._verbs.new_case)
        welcome.sample_asked.connect(self._verbs.open_sample)
        return welcome

    def refresh(self) -> None:
        """Tell home where everything stands."""
        if self._page is None or self._context is None:
            return
        store, today = self._context.store, self._context.today
        self._cards = {card.case_id: card for card in list_cards(store, today)}
        there = (card for card in self._cards.values() if not card.archived)
        shown = sorted(there, key=lambda card: (card.sample, -card.case_id))
        self._page.tell(self._context.clock(), shown, add_up(store, today), due_soon(store, today))
        self.title_changed.emit()
        if any(card.made_on != today for card in self._cards.values()):
            self._renewing.start()

    def _renew_card(self) -> None:
        """Renew one of the cards that an earlier day left; home is told once all are as of today."""
        if self._page is None or self._context is None:
            return
        store, today, visible = self._context.store, self._context.today, not self._page.isHidden()
        stale = next((card for card in self._cards.values() if card.made_on != today), None)
        if stale is not None and visible:
            self._cards[stale.case_id] = replace(stale, made_on=today)
            self._context.do(partial(renew_card, store, stale.case_id, today), self._window)
            return
        self._renewing.stop()
        if visible:
            self.refresh()
