"""What a case has imported: its bills, the months they cover, what came in, and how unknown tables are read."""

from datetime import date, datetime

from pos_closeout.actions.bills.bill_proposals import kept_item, list_proposals
from pos_closeout.domain.bills.bills import Bill, DayTakings, Forgotten, KeptProposal, ProposalState, Takings
from pos_closeout.domain.bills.coverage import MonthCover, add_months, coverage
from pos_closeout.domain.bills.transactions import DESTROYED, Problem
from pos_closeout.domain.case.expected_bills import expected_bills
from pos_closeout.store import Store
from pos_closeout.store.bill_closing import BillClosing
from pos_closeout.store.bills import BillRepository
from pos_closeout.store.safety import make_copy

_DOWNLOADABLE_MONTHS = 3


def list_bills(store: Store, case_id: int) -> tuple[Bill, ...]:
    """Return the bills of a case, oldest import first.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    return BillRepository(store.database).for_case(case_id)


def list_problems(store: Store, bill_id: int) -> tuple[Problem, ...]:
    """Return the rows of a bill that could not be used, at most the first thousand, in the order of the file.

    Raises:
        NotFoundError: ``bill.not_found``.
    """
    bills = BillRepository(store.database)
    bills.get(bill_id)
    return bills.problems(bill_id)


def destroyed_numbers(store: Store, bill_id: int) -> int:
    """Return how many order numbers of a bill a spreadsheet program has destroyed, counted among the kept problems.

    Raises:
        NotFoundError: ``bill.not_found``.
    """
    return sum(each.reason == DESTROYED for each in list_problems(store, bill_id))


def forget_bill(store: Store, bill_id: int, now: datetime) -> Forgotten:
    """Take an import back; the file itself is not touched, and importing it again brings everything back.

    A safety copy of the database is made first. Lines that another bill shows as well stay. Open items that came from
    its proposals stay with their proof, and so do proposals the owner rejected; those that nobody decided on go.

    Raises:
        NotFoundError: ``bill.not_found``.
        DataFolderError: ``store.import_running``, or no safety copy can be made; nothing is taken back then.
    """
    bills = BillRepository(store.database)
    bill = bills.get(bill_id)
    with bills.importing():
        copy = make_copy(store.database, now)
        before = list_proposals(store, bill.case_id)
        BillClosing(store.database).forget(bill.case_id, bill_id)
        store.timeline.append(bill.case_id, [("bill.forgotten", bill.name, "")], now)
        left = {each.id for each in list_proposals(store, bill.case_id)}
    return Forgotten(
        bill,
        copy.name,
        undecided=sum(each.id not in left for each in before),
        kept_items=len(items_from(store, bill)),
    )


def items_from(store: Store, bill: Bill) -> tuple[KeptProposal, ...]:
    """Return the accepted proposals of a bill whose open items are still on the list.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    return tuple(
        each
        for each in list_proposals(store, bill.case_id)
        if each.state is ProposalState.ACCEPTED
        and each.proposal.source.file_sha256 == bill.sha256
        and kept_item(store, each) is not None
    )


def coverage_of(store: Store, case_id: int, today: date, since: date | None = None) -> tuple[MonthCover, ...]:
    """Return which months of which source the bills of a case cover, and what can soon no longer be downloaded.

    A way of paying that the owner has and of which nothing was imported yet stands in it as well.

    Args:
        store: the open data folder.
        case_id: the case.
        today: the day the map is for.
        since: first day of the map; when left out, the first imported day, and at the least the month in which three
            months ago falls.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    periods = BillRepository(store.database).periods(case_id)
    begins = [add_months(today, -_DOWNLOADABLE_MONTHS).replace(day=1), *(period.first for period in periods)]
    expected = expected_bills(case, store.items.for_case(case_id))
    return coverage(periods, today, since or min(begins), expected)


def whole_months(store: Store, case_id: int, today: date) -> tuple[date, ...]:
    """Return the first days of the months whose bills were imported whole, from any source."""
    return tuple(each.month for each in coverage_of(store, case_id, today) if each.complete)


def source_names(store: Store, case_id: int) -> dict[str, str]:
    """Return the name of the last file of each source of the coverage: unknown tables are told apart by it.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    return BillRepository(store.database).source_names(case_id)


def takings(store: Store, case_id: int) -> tuple[Takings, ...]:
    """Return what came in and went back by month and channel, from all bills of a case; amounts in fen.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    return BillRepository(store.database).takings(case_id)


def takings_of_day(store: Store, case_id: int, day: date) -> DayTakings:
    """Return what came in and went back on one day, from all bills of a case; amounts in fen.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    return BillRepository(store.database).takings_of_day(case_id, day)
