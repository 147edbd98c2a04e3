"""What the screens behind home can do to the data: the owner's verbs, over one open data folder and a clock."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from pos_closeout.actions.autostart import Autostart
from pos_closeout.actions.cases.cases import delete_case, list_cases, load_case, open_case, save_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.cases.timeline import TimelineEntry, read_timeline
from pos_closeout.actions.items.item_lines import LedgerLine, SearchedText, item_lines, items_by_id, searched_texts
from pos_closeout.actions.items.items import add_item, change_item, change_items, delete_item, list_items, restore_item
from pos_closeout.actions.items.overview import items_of
from pos_closeout.actions.reminders.reminders import (
    DueReminders,
    keep_reminder_settings,
    put_back_reminders,
    read_reminder_settings,
    remind_now,
    snooze,
    snooze_all,
)
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem
from pos_closeout.domain.reminders.reminders import ReminderSettings, ReminderState
from pos_closeout.ui.front_desk import FrontDesk

if TYPE_CHECKING:
    from pos_closeout.actions.backup.backup import Records
    from pos_closeout.actions.backup.bundle import Evidence
    from pos_closeout.actions.cases.case_history import HistoryEntry
    from pos_closeout.actions.papers.letter import Documents
    from pos_closeout.actions.search import Searcher
    from pos_closeout.domain.bills.bills import DayTakings, Takings
    from pos_closeout.domain.case.follow_up import LateCharge
    from pos_closeout.domain.case.review import ReviewEvent, ReviewPlan
    from pos_closeout.domain.device.tasks import DeviceFile, Task
    from pos_closeout.guidance.review_texts import ReviewTexts
    from pos_closeout.ui.bills.desk import BillDesk
    from pos_closeout.ui.context import Context
    from pos_closeout.ui.item_office import ItemOffice


class Desk:
    """What the screens behind home ask for; every method raises :class:`CloseoutError` and nothing else.

    Args:
        front: what home asks, over the same data folder and clock.
        data_folder: where the owner's data lies, to be shown.
        licences: the page of licences that an installer brings along; a source checkout has none.
        autostart: the entry that starts the program with the computer.
    """

    def __init__(self, front: FrontDesk, data_folder: str, licences: Path, autostart: Autostart) -> None:
        self.front, self.clock = front, front.clock
        self.data_folder, self.licences, self.autostart = data_folder, licences, autostart
        self._store = front.store

    @property
    def today(self) -> date:
        """The day it is on this machine."""
        return self.front.today

    def cases(self) -> tuple[Case, ...]:
        """Return all cases, oldest first."""
        return list_cases(self._store)

    def case(self, case_id: int) -> Case:
        """Return a case."""
        return load_case(self._store, case_id)

    def new_case(self) -> Case:
        """Open an empty case."""
        return open_case(self._store, self.today, self.clock())

    def sample_case(self) -> Case:
        """Open the sample case."""
        return add_sample_case(self._store, self.today, self.clock())

    def save_case(self, case: Case) -> Case:
        """Store a case and return it as stored."""
        return save_case(self._store, case, self.clock())

    def delete_case(self, case_id: int) -> None:
        """Delete a case, after a safety copy of everything."""
        delete_case(self._store, case_id, self.clock())

    def takings(self, case_id: int) -> "tuple[Takings, ...]":
        """Return what the bills of a case hold by month and channel."""
        from pos_closeout.actions.bills.bills import takings  # noqa: PLC0415  (home comes up without it)

        return takings(self._store, case_id)

    def takings_of_day(self, case_id: int, day: date) -> "DayTakings":
        """Return what the bills of a case hold of one day."""
        from pos_closeout.actions.bills.bills import takings_of_day  # noqa: PLC0415  (home comes up without it)

        return takings_of_day(self._store, case_id, day)

    def charge_finder(self, case: Case) -> "Callable[[], tuple[LateCharge, ...]]":
        """Return what finds, from any thread, the charges after the stop on imported statements."""
        from pos_closeout.actions.bills.late_charges import charges_beside  # noqa: PLC0415  (home comes up without it)

        return partial(charges_beside, self._store.database.path, case)

    def imported(self, case_id: int) -> tuple[int, ...]:
        """Return the ids of the bills of a case: other ones than before, and it is worth looking through them again."""
        from pos_closeout.actions.bills.bills import list_bills  # noqa: PLC0415  (as above)

        return tuple(bill.id for bill in list_bills(self._store, case_id))

    def evidence(self, documents: "Documents", case_id: int) -> "Evidence":
        """Return what the evidence bundle of a case is made of."""
        from pos_closeout.actions.backup.bundle import read_evidence  # noqa: PLC0415  (home comes up without it)

        return read_evidence(self._store, documents, case_id)

    def note_event(self, case_id: int, event: "ReviewEvent", texts: "ReviewTexts", language: str) -> Case:
        """Note what happened to an application and return the case."""
        from pos_closeout.actions.review import note_event  # noqa: PLC0415  (home comes up without it)

        return note_event(self._store, case_id, event, texts=texts, language=language, now=self.clock())

    def take_back_event(self, case_id: int, texts: "ReviewTexts", language: str) -> Case:
        """Take the last event of an application back and return the case."""
        from pos_closeout.actions.review import take_back_event  # noqa: PLC0415  (home comes up without it)

        return take_back_event(self._store, case_id, texts=texts, language=language, now=self.clock())

    def set_review_plan(self, case_id: int, plan: "ReviewPlan", texts: "ReviewTexts", language: str) -> Case:
        """Keep how long the acquirer takes and return the case."""
        from pos_closeout.actions.review import set_review_plan  # noqa: PLC0415  (home comes up without it)

        return set_review_plan(self._store, case_id, plan, texts=texts, language=language, now=self.clock())

    def all_items(self) -> list[OpenItem]:
        """Return every item of every case, open ones first."""
        return list(list_items(self._store, cleared=True))

    def items_of(self, case_id: int) -> tuple[OpenItem, ...]:
        """Return every item of one case."""
        return items_of(self._store, case_id)

    def lines(self, state: ItemState) -> list[LedgerLine]:
        """Return the items in a state as bare lines, in the order of the list."""
        return item_lines(self._store, state)

    def texts(self, item_ids: Sequence[int]) -> list[SearchedText]:
        """Return what can be searched for in items."""
        return searched_texts(self._store, item_ids)

    def looked_at(self, item_ids: Sequence[int]) -> list[OpenItem]:
        """Return items in the order of their ids."""
        return items_by_id(self._store, item_ids)

    def add(self, item: OpenItem) -> OpenItem:
        """Store a new item and return it with its id."""
        return add_item(self._store, item, self.clock())

    def change(self, item: OpenItem) -> OpenItem:
        """Store a changed item."""
        return change_item(self._store, item, self.clock())

    def change_many(self, items: Collection[OpenItem]) -> list[OpenItem]:
        """Store changed items, all or none."""
        return change_items(self._store, items, self.clock())

    @cached_property
    def office(self) -> "ItemOffice":
        """What can be done with a single item beyond its line."""
        from pos_closeout.ui.item_office import ItemOffice  # noqa: PLC0415  (home comes up without it)

        return ItemOffice(self._store, self.clock)

    def delete(self, item_id: int) -> OpenItem:
        """Remove an item and return it."""
        return delete_item(self._store, item_id, self.clock())

    def restore(self, item: OpenItem) -> OpenItem:
        """Bring back a removed item."""
        return restore_item(self._store, item, self.clock())

    def reminder_settings(self) -> ReminderSettings:
        """Return how the owner wants to be reminded."""
        return read_reminder_settings(self._store)

    def keep_reminder_settings(self, settings: ReminderSettings) -> None:
        """Store how the owner wants to be reminded."""
        keep_reminder_settings(self._store, settings)

    def remind(self) -> DueReminders:
        """Return what is to be told now; it counts as told."""
        return remind_now(self._store, self.clock())

    def snooze(self, item_ids: Collection[int], until: datetime) -> tuple[ReminderState, ...]:
        """Put the reminders of items off and return what was known of them; the due dates stay."""
        return snooze(self._store, item_ids, until, self.clock())

    def put_back_reminders(self, states: Iterable[ReminderState]) -> None:
        """Make reminders what they were before they were put off."""
        put_back_reminders(self._store, states)

    def now(self) -> datetime:
        """Return the time on this machine."""
        return self.clock()

    def calendar(self, documents: "Documents", language: LetterLanguage) -> bytes:
        """Return every due date as a calendar file."""
        # Loaded when it is wanted: it brings the words of papers along.
        from pos_closeout.actions.papers.list_files import export_calendar  # noqa: PLC0415

        return export_calendar(self._store, documents, language, self.clock())

    def snooze_all(self, until: datetime) -> None:
        """Put every reminder off."""
        snooze_all(self._store, until, self.clock())

    def bills(self, resources: Path) -> "BillDesk":
        """Return the verbs about bills; ``resources`` holds what is known about platforms."""
        from pos_closeout.ui.bills.desk import BillDesk  # noqa: PLC0415  (the window opens without bills)

        return BillDesk(self._store, self.clock, resources)

    def history(self, case_id: int) -> tuple[TimelineEntry, ...]:
        """Return what happened to a case, oldest first."""
        return read_timeline(self._store, case_id)

    def attach_device_file(self, case: Case, terminal: int, task: "Task", source: Path) -> Case:
        """Copy a photo or slip into the data folder and return the case with it."""
        from pos_closeout.actions.device import attach_device_file  # noqa: PLC0415  (home comes up without it)

        return attach_device_file(self._store, case, terminal, task, source, now=self.clock())

    def detach_device_file(self, case: Case, file: "DeviceFile") -> Case:
        """Move a photo or slip to the bin and return the case without it."""
        from pos_closeout.actions.device import detach_device_file  # noqa: PLC0415  (home comes up without it)

        return detach_device_file(self._store, case, file, self.clock())

    def device_file_path(self, file: "DeviceFile") -> Path:
        """Return where a photo or slip lies, checked against its digest."""
        from pos_closeout.actions.device import device_file_path  # noqa: PLC0415  (home comes up without it)

        return device_file_path(self._store, file)

    def records_of(self, case: Case) -> "Records":
        """Return what goes into the bag of a case beside the case."""
        from pos_closeout.actions.backup.backup import records_of  # noqa: PLC0415  (home comes up without it)

        return records_of(self._store, case)

    def finder(self, context: "Context") -> "Searcher":
        """Return what searches everything there is now, from any thread."""
        from pos_closeout.actions.search import Searcher  # noqa: PLC0415  (home comes up without it)

        return Searcher(self._store.database.path, context.guidance, context.language)

    def history_teller(self, case_id: int, context: "Context") -> "Callable[[], tuple[HistoryEntry, ...]]":
        """Return what tells, from any thread, what happened to a case in sentences, oldest first."""
        from pos_closeout.actions.cases.case_history import read_history_beside  # noqa: PLC0415  (seldom wanted)

        return partial(read_history_beside, self._store.database.path, case_id, context.guidance, context.language)

    def copy_case(self, case_id: int) -> Case:
        """Open a new case for the same shop and return it."""
        from pos_closeout.actions.cases.cases import copy_case  # noqa: PLC0415  (seldom wanted)

        return copy_case(self._store, case_id, self.today, self.clock())

    def whole_months(self, case_id: int) -> tuple[date, ...]:
        """Return the first days of the months whose bills were imported whole, from any source."""
        from pos_closeout.actions.bills.bills import coverage_of  # noqa: PLC0415  (as above)

        return tuple(each.month for each in coverage_of(self._store, case_id, self.today) if each.complete)
