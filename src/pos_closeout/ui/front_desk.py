"""What home asks of the data: as little as a start needs, over one open data folder and a clock."""

from collections.abc import Callable
from datetime import date, datetime

from pos_closeout.actions.cases.cards import list_cards, renew_card
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.overview import add_up, due_soon, waiting_proposals
from pos_closeout.actions.settings import read_settings, write_setting
from pos_closeout.domain.ledger.open_items import ItemTotals
from pos_closeout.domain.ledger.outlook import Outlook
from pos_closeout.domain.steps.case_card import CaseCard


class FrontDesk:
    """Handed to the window by the composition root; every method raises :class:`CloseoutError` and nothing else.

    Args:
        store: the open data folder.
        clock: the time, with its zone.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self.store, self.clock = store, clock

    @property
    def today(self) -> date:
        """The day it is on this machine."""
        return self.clock().date()

    def cards(self) -> tuple[CaseCard, ...]:
        """Return where each case stands, oldest first; as of today where it changed since, else maybe of before."""
        return list_cards(self.store, self.today)

    def renew_card(self, case_id: int) -> None:
        """Work out anew where a case stands today."""
        renew_card(self.store, case_id, self.today)

    def totals(self) -> ItemTotals:
        """Return what the open items of all cases add up to."""
        return add_up(self.store, self.today)

    def outlook(self) -> Outlook:
        """Return what is overdue and due today, and what comes first within seven days."""
        return due_soon(self.store, self.today)

    def waiting_proposals(self, case_id: int) -> int:
        """Return how many finds in the bills of a case nobody has decided about."""
        return waiting_proposals(self.store, case_id)

    def settings(self) -> dict[str, str]:
        """Return every setting."""
        return read_settings(self.store)

    def set_setting(self, key: str, value: str) -> None:
        """Store a setting."""
        write_setting(self.store, key, value)
