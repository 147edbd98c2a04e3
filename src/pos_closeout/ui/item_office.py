"""What the window can do with a single item beyond its line: extra fields, due dates, notes, log, proof, messages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from pos_closeout.actions import work_calendar as days
from pos_closeout.actions.cases.archive import archive_case, unarchive_case
from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.cases.closing import close_case, reopen_case, standing_of
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.clearing import (
    Cleared,
    clear_with_proof,
    look_again_day,
    note_accepted,
    take_back_clearing,
)
from pos_closeout.actions.items.due import DueDate, Terms, keep_limits, own_limits, refund_plan, terms
from pos_closeout.actions.items.item_files import add_note, facts_of, item_file, keep_item, log_talk, put_back_facts
from pos_closeout.actions.items.proofs import attach_proof, proof_path, remove_proof
from pos_closeout.actions.reminders.reminders import read_reminder_settings, rhythms_of, set_rhythms
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.closing import CarriedItem, Standing
from pos_closeout.domain.dates.working_days import OwnDay, WorkCalendar
from pos_closeout.domain.ledger.due_dates import due_date
from pos_closeout.domain.ledger.item_facts import Fact, Facts
from pos_closeout.domain.ledger.item_file import ItemFile, Proof, Talk
from pos_closeout.domain.ledger.limits import Limit
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.ledger.refund_windows import RefundPlan
from pos_closeout.domain.reminders.reminders import Rhythm


class ItemOffice:
    """The owner's verbs on single items; every method raises :class:`CloseoutError` and nothing else.

    Args:
        store: the open data folder.
        clock: the time, with its zone.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self.clock = store, clock
        self._terms: Terms | None = None

    @property
    def today(self) -> date:
        """The day it is on this machine."""
        return self.clock().date()

    # Due dates

    @property
    def terms(self) -> Terms:
        """Working days and limits in force, read when first wanted."""
        if self._terms is None:
            self._terms = terms(self._store)
        return self._terms

    def case(self, case_id: int) -> Case:
        """Return a case."""
        return load_case(self._store, case_id)

    def reckoner(self) -> Callable[[OpenItem, Facts], DueDate]:
        """Return what works out due dates as fast as somebody types; it asks for the stop of each case once."""
        stops: dict[int, date | None] = {}

        def reckon(item: OpenItem, facts: Facts) -> DueDate:
            if item.case_id not in stops:
                stops[item.case_id] = self.case(item.case_id).request.stop_on
            return due_date(item, facts, stops[item.case_id], self.terms)

        return reckon

    def due(self, item: OpenItem) -> DueDate:
        """Return when a stored item is due by the rules of its kind."""
        return self.reckoner()(item, self.facts(item.id))

    def reach(self, case_id: int, most: int) -> RefundPlan:
        """Return how far the open refunds of a case reach, with the ``most`` most urgent."""
        return refund_plan(self._store, case_id, self.today, most)

    def limits(self) -> dict[Limit, int]:
        """Return every time limit in force."""
        return own_limits(self._store)

    def keep_limits(self, limits: Mapping[Limit, int]) -> None:
        """Store time limits."""
        keep_limits(self._store, limits)
        self._terms = None

    def calendar(self) -> WorkCalendar:
        """Return the working days in force."""
        return self.terms.calendar

    def own_days(self) -> tuple[OwnDay, ...]:
        """Return the days the owner added or took out."""
        return days.own_days(self._store)

    def keep_day(self, day: OwnDay) -> None:
        """Let a day count as free or worked."""
        keep = days.remove_day_off if day.working else days.add_day_off
        keep(self._store, day.day, day.note)
        self._terms = None

    def forget_day(self, day: date) -> None:
        """Go back to what was published about a day."""
        days.forget_own_day(self._store, day)
        self._terms = None

    # Extra fields, notes, log, proof

    def file(self, item_id: int) -> ItemFile:
        """Return everything about an item."""
        return item_file(self._store, item_id)

    def facts(self, item_id: int) -> dict[Fact, str]:
        """Return the extra fields of an item."""
        return facts_of(self._store, item_id)

    def keep_item(self, item: OpenItem, facts: Facts) -> tuple[OpenItem, dict[Fact, str]]:
        """Store an item with its extra fields; return it with those it had before."""
        return keep_item(self._store, item, facts, self.clock())

    def put_back_facts(self, item_id: int, facts: Facts) -> None:
        """Put back extra fields as they were."""
        put_back_facts(self._store, item_id, facts, self.clock())

    def note(self, item_id: int, text: str) -> None:
        """Add a note."""
        add_note(self._store, item_id, text, self.clock())

    def log(self, item_id: int, talk: Talk) -> None:
        """Add a line to the communication log."""
        log_talk(self._store, item_id, talk, self.clock())

    def attach(self, item_id: int, source: Path) -> Proof:
        """Keep a file as proof."""
        return attach_proof(self._store, item_id, source, self.clock())

    def detach(self, item_id: int, proof_id: int) -> None:
        """Move a file of proof to the bin."""
        remove_proof(self._store, item_id, proof_id, self.clock())

    def proof_path(self, item_id: int, proof_id: int) -> Path:
        """Return where a file of proof lies, checked against its digest."""
        return proof_path(self._store, item_id, proof_id)

    # Reminders

    def usual_rhythm(self) -> Rhythm:
        """Return how often everything is reminded of that has no way of its own."""
        settings = read_reminder_settings(self._store)
        return Rhythm(settings.days_before, settings.every_days)

    def rhythms(self, item_ids: Sequence[int]) -> dict[int, Rhythm | None]:
        """Return how often items are reminded of, ``None`` for as the settings say."""
        return rhythms_of(self._store, item_ids)

    def set_rhythms(self, rhythms: Mapping[int, Rhythm | None]) -> dict[int, Rhythm | None]:
        """Remind of items in their own way and return what they had before."""
        return set_rhythms(self._store, rhythms)

    # Clearing and closing

    def look_again_day(self) -> date:
        """Return the day on which a refund accepted today is worth another look."""
        return look_again_day(self._store, self.today)

    def clear(self, item_id: int, on: date, how: str, proofs: Sequence[Path]) -> Cleared:
        """Mark an item as cleared, with files that prove it."""
        return clear_with_proof(self._store, item_id, on, how, proofs=tuple(proofs), now=self.clock())

    def take_back_clearing(self, before: OpenItem, proof_ids: Sequence[int]) -> None:
        """Make an item what it was before it was cleared; its new files go to the bin."""
        take_back_clearing(self._store, before, proof_ids, self.clock())

    def note_accepted(self, item_id: int, look_again_on: date) -> OpenItem:
        """Note that a refund has been accepted and not carried out."""
        return note_accepted(self._store, item_id, look_again_on, self.clock())

    def standing(self, case_id: int, most: int) -> Standing:
        """Return how many items of a case are open, with the ``most`` most urgent."""
        return standing_of(self._store, case_id, most)

    def close_case(self, case_id: int, carried: Iterable[CarriedItem], rest: str = "") -> Case:
        """Close a case; ``rest`` is the reason for what has none of its own."""
        return close_case(self._store, case_id, carried, self.clock(), rest)

    def archive_case(self, case_id: int) -> Case:
        """Put a closed case away."""
        return archive_case(self._store, case_id, self.clock())

    def unarchive_case(self, case_id: int) -> Case:
        """Take a case out of the archive."""
        return unarchive_case(self._store, case_id, self.clock())

    def reopen_case(self, case_id: int) -> Case:
        """Open a closed case again."""
        return reopen_case(self._store, case_id, self.clock())
