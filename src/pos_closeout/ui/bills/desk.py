"""What the screens about bills can do to the data: the owner's verbs, bound to one open data folder and a clock."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from pos_closeout.actions.bills.bill_decisions import accept_proposals, reject_proposals, reopen_proposals
from pos_closeout.actions.bills.bill_proposals import accept_proposal, list_proposals, look_again, proposed_item
from pos_closeout.actions.bills.bills import (
    coverage_of,
    destroyed_numbers,
    forget_bill,
    items_from,
    known_mappings,
    list_bills,
    list_problems,
    remember_mapping,
    source_names,
)
from pos_closeout.actions.bills.import_report import ImportProgress
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.bills.inspect_file import Mapping, Vocabulary, bills_in
from pos_closeout.actions.bills.sample_bill import sample_bill
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.actions.bills.unpaid import ask_unpaid_again, say_none_unpaid, unpaid_answer
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.domain.bills.bills import Bill, KeptProposal, UnpaidAnswer
from pos_closeout.domain.bills.coverage import MonthCover
from pos_closeout.domain.bills.transactions import Problem
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.bills.chosen_files import ChosenFile, TableColumns, open_columns
from pos_closeout.ui.bills.inspection import inspect_all
from pos_closeout.ui.bills.job import Report, Task


class BillDesk:
    """Handed to the screens; every method raises :class:`CloseoutError` and nothing else.

    Args:
        store: the open data folder, for the window's thread.
        clock: the time, with its zone.
        resources: the folder with what is known about platforms.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], resources: Path) -> None:
        self._store, self.clock, self._resources = store, clock, resources

    @property
    def today(self) -> date:
        """The day it is on this machine."""
        return self.clock().date()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What is known about platforms; read when the first bill comes."""
        return load_words(self._resources)

    # Files on their way in

    def bills_in(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files chosen and those inside chosen folders."""
        return bills_in(paths)

    def sample_bill(self) -> Path:
        """Write the sample bill beside the data and return where it is.

        Raises:
            DataFolderError: ``store.folder_unwritable``.
        """
        path = self._store.database.path.with_name("微信交易账单（样例）.csv")
        try:
            path.write_bytes(sample_bill(self.today))
        except OSError as error:
            raise DataFolderError("store.folder_unwritable", path=str(path.parent)) from error
        return path

    def look_task(self, files: Sequence[ChosenFile]) -> Task:
        """Return the work of looking at files."""
        vocabulary, remembered = self.vocabulary, known_mappings(self._store)
        return lambda report, stopped: inspect_all(files, vocabulary, remembered, report, stopped)

    def columns(self, chosen: ChosenFile) -> TableColumns:
        """Read the head of a table."""
        return open_columns(chosen, self.vocabulary)

    def agreed(self, chosen: ChosenFile, mapping: Mapping) -> ChosenFile:
        """Remember what the columns of a table mean, and return the file to be looked at with it."""
        remember_mapping(self._store, mapping)
        return chosen.afresh(mapping=mapping)

    def import_task(self, case_id: int, files: Sequence[ChosenFile]) -> Task:
        """Return the work of importing files, with a store of its own: this one belongs to the window's thread."""
        folder, clock, vocabulary = self._store.database.path.parent, self.clock, self.vocabulary
        passwords = {each.path: each.password for each in files if each.password}

        def work(report: Report, stopped: Callable[[], bool]) -> object:
            def tell(progress: ImportProgress) -> None:
                report(progress)

            with open_data_folder(folder, clock()) as store:
                return import_statements(
                    store,
                    case_id,
                    [each.path for each in files],
                    vocabulary=vocabulary,
                    today=clock().date(),
                    now=clock(),
                    passwords=passwords,
                    on_progress=tell,
                    cancelled=stopped,
                )

        return work

    # What has been imported

    def bills(self, case_id: int) -> tuple[Bill, ...]:
        """Return the bills of a case, oldest import first."""
        return list_bills(self._store, case_id)

    def problems_of(self, bill_id: int) -> tuple[Problem, ...]:
        """Return the rows of a bill that could not be read, as far as they were kept."""
        return list_problems(self._store, bill_id)

    def destroyed_numbers(self, bill_id: int) -> int:
        """Return how many order numbers of a bill a spreadsheet program has destroyed."""
        return destroyed_numbers(self._store, bill_id)

    def forget_task(self, bill: Bill) -> Task:
        """Return the work of taking a bill back, with a store of its own; it answers with :class:`Forgotten`."""
        folder, clock = self._store.database.path.parent, self.clock

        def work(_report: Report, _stopped: Callable[[], bool]) -> object:
            with open_data_folder(folder, clock()) as store:
                return forget_bill(store, bill.id, clock())

        return work

    def accepted_from(self, bill: Bill) -> int:
        """Return how many open items were accepted from a bill and are still there."""
        return len(items_from(self._store, bill))

    def coverage(self, case_id: int) -> tuple[MonthCover, ...]:
        """Return which months of which source are there."""
        return coverage_of(self._store, case_id, self.today)

    def source_names(self, case_id: int) -> dict[str, str]:
        """Return the name of the last file of each source."""
        return source_names(self._store, case_id)

    # What was found in it

    def finds(self, case_id: int) -> tuple[KeptProposal, ...]:
        """Return everything that was found in the bills of a case."""
        return list_proposals(self._store, case_id)

    def look_again(self, case_id: int) -> tuple[tuple[date, KeptProposal], ...]:
        """Return the frozen ones with the day on which to look again."""
        return look_again(self._store, case_id, self.today)

    def unpaid_answer(self, case_id: int) -> UnpaidAnswer | None:
        """Return when the owner said that no payment is without a result."""
        return unpaid_answer(self._store, case_id)

    def say_none_unpaid(self, case_id: int) -> None:
        """Keep that no payment is without a result."""
        say_none_unpaid(self._store, case_id, self.clock())

    def ask_unpaid_again(self, case_id: int) -> None:
        """Open that question again."""
        ask_unpaid_again(self._store, case_id, self.clock())

    def suggested(self, find: KeptProposal, language: str) -> OpenItem:
        """Return the open item a find would become."""
        return proposed_item(find, language)

    def accept(self, find: KeptProposal, item: OpenItem) -> OpenItem:
        """Store a find as the open item the owner made of it."""
        return accept_proposal(self._store, find.id, item, self.clock())

    def accept_all(self, finds: Sequence[KeptProposal], language: str) -> list[OpenItem]:
        """Store finds as the open items they suggest; all of them or none."""
        return accept_proposals(self._store, [find.id for find in finds], self.clock(), language=language)

    def turn_down_all(self, finds: Sequence[KeptProposal], why: str) -> None:
        """Leave finds out; all of them or none."""
        reject_proposals(self._store, [find.id for find in finds], why, self.clock())

    def reopen_all(self, numbers: Sequence[int]) -> None:
        """Let finds wait for a decision again; the items they became go."""
        reopen_proposals(self._store, numbers, self.clock())
