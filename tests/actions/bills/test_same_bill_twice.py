"""The same bill in another layout, or spoiled by a spreadsheet program, doubles nothing and mixes nothing up."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.actions.bills.bill_proposals import accept_proposal, list_proposals
from pos_closeout.actions.bills.bills import destroyed_numbers, forget_bill, list_bills, takings
from pos_closeout.actions.bills.import_report import FileReport
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.domain.bills.bills import ProposalState
from pos_closeout.domain.bills.transactions import BillChannel
from pos_closeout.statements.vocabulary import Vocabulary, load_vocabulary
from tests.statements.bills import Bill, Sale, fund_flow, trade_all, wechat_csv, wechat_xlsx
from tests.statements.by_excel import saved_as_csv, saved_as_workbook
from tests.statements.more_bills import alipay_app, alipay_app_2021, alipay_web

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
FIRST = datetime.fromisoformat("2026-11-01 10:00:00")
# Several at one price in one minute, refunds among them, some of them open.
SALES = tuple(
    Sale(at, FIRST + timedelta(days=at % 5, minutes=at % 3), 1000 + 100 * (at % 4), at % 3 == 0, at % 5 == 0)
    for at in range(1, 25)
)
Writer = Callable[[Sequence[Sale]], Bill]
Held = tuple[list[tuple[date, BillChannel, int, int]], int]


class Shelf:
    """A case to import into, with what it then holds."""

    def __init__(self, store: Store, vocabulary: Vocabulary, folder: Path) -> None:
        self.store, self._vocabulary, self._folder = store, vocabulary, folder
        self.case = open_case(store, TODAY, NOW)
        self._count = 0

    def take(self, content: bytes) -> FileReport:
        self._count += 1
        path = self._folder / f"{self._count}.bin"
        path.write_bytes(content)
        (report,) = import_statements(
            self.store, self.case.id, [path], vocabulary=self._vocabulary, today=TODAY, now=NOW
        ).files
        assert report.refusal is None
        return report

    def held(self) -> Held:
        """Return the takings and how many proposals there are."""
        sums = [(each.month, each.channel, each.count, each.income_fen) for each in takings(self.store, self.case.id)]
        return sums, len(list_proposals(self.store, self.case.id))

    def empty(self) -> None:
        for bill in list_bills(self.store, self.case.id):
            forget_bill(self.store, bill.id, NOW)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(Path(__file__).resolve().parents[3] / "resources" / "statements")


@pytest.fixture
def shelf(tmp_path: Path, vocabulary: Vocabulary) -> Iterator[Shelf]:
    with open_data_folder(tmp_path / "data", NOW) as store:
        yield Shelf(store, vocabulary, tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [(alipay_app, alipay_web), (alipay_app, alipay_app_2021), (wechat_csv, wechat_xlsx), (trade_all, fund_flow)],
    ids=lambda writer: writer.__name__,
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_layouts_of_the_same_bill_are_one(shelf: Shelf, one: Writer, other: Writer, turned: bool) -> None:
    shelf.take(one(SALES).content)
    alone = shelf.held()
    shelf.empty()
    first, second = (other, one) if turned else (one, other)
    shelf.take(first(SALES).content)
    again = shelf.take(second(SALES).content)
    assert shelf.held() == alone
    if other is not fund_flow:
        assert (again.new, again.known) == (0, len(SALES))


@pytest.mark.parametrize(
    ("writer", "encoding"),
    [(trade_all, "utf-8-sig"), (wechat_csv, "utf-8-sig"), (alipay_app, "gb18030")],
    ids=["merchant", "wechat", "alipay"],
)
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_bill_that_excel_spoiled_is_told_and_makes_room_for_the_whole_one(
    shelf: Shelf, writer: Writer, encoding: str, order: tuple[int, ...]
) -> None:
    whole = writer(SALES).content
    shelf.take(whole)
    alone = shelf.held()
    shelf.empty()
    files = (whole, saved_as_csv(whole, encoding), saved_as_workbook(whole, encoding))
    for at in order:
        report = shelf.take(files[at])
        assert report.bill_id is not None
        assert bool(destroyed_numbers(shelf.store, report.bill_id)) is (at != 0)
        assert shelf.held() == alone
    spoiled = [each for each in list_bills(shelf.store, shelf.case.id) if destroyed_numbers(shelf.store, each.id)]
    for bill in spoiled:
        forget_bill(shelf.store, bill.id, NOW)
        assert shelf.held() == alone


def test_what_was_accepted_from_a_spoiled_bill_is_not_proposed_by_the_whole_one(shelf: Shelf) -> None:
    pending = [Sale(3, FIRST, 700, refund=True, open=True), Sale(4, FIRST, 700, refund=True, open=True)]
    whole = trade_all(pending).content
    shelf.take(saved_as_csv(whole, "utf-8-sig"))
    first, _ = list_proposals(shelf.store, shelf.case.id)
    accept_proposal(shelf.store, first.id, None, NOW)
    shelf.take(whole)
    found = list_proposals(shelf.store, shelf.case.id)
    assert sorted(each.state for each in found) == [ProposalState.ACCEPTED, ProposalState.WAITING]
    assert not any(each.proposal.damaged for each in found)


@pytest.mark.parametrize("spoiled_first", [True, False])
def test_a_spoiled_older_bill_proposes_nothing_that_a_whole_newer_one_shows_as_done(
    shelf: Shelf, spoiled_first: bool
) -> None:
    older = [Sale(at, FIRST, 700, refund=True, open=True) for at in (3, 4)]
    newer = [Sale(at, FIRST, 700, refund=True) for at in (3, 4)]
    files = [saved_as_csv(trade_all(older).content, "utf-8-sig"), trade_all(newer).content]
    for content in files if spoiled_first else reversed(files):
        shelf.take(content)
    assert {each.state for each in list_proposals(shelf.store, shelf.case.id)} == {ProposalState.SETTLED}
    whole = next(bill for bill in list_bills(shelf.store, shelf.case.id) if not bill.problems)
    forget_bill(shelf.store, whole.id, NOW)
    assert [each.state for each in list_proposals(shelf.store, shelf.case.id)] == [ProposalState.WAITING] * 2


def test_a_spoiled_bill_of_one_merchant_number_is_not_mixed_up_with_a_whole_one_of_another(shelf: Shelf) -> None:
    whole = trade_all(SALES).content
    shelf.take(whole)
    (alone,), proposals = shelf.held()
    other = whole.replace(b"1921000401", b"1921000402")
    shelf.take(saved_as_csv(other, "utf-8-sig"))
    month, channel, sales, income = alone
    assert shelf.held() == ([(month, channel, 2 * sales, 2 * income)], 2 * proposals)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spoiled=st.sets(st.sampled_from(range(len(SALES))), min_size=1),
    whole=st.sets(st.sampled_from(range(len(SALES))), min_size=1),
)
def test_spoiled_and_whole_bills_of_overlapping_periods_add_up_to_every_sale_once(
    tmp_path_factory: pytest.TempPathFactory, vocabulary: Vocabulary, spoiled: set[int], whole: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("overlap")
    # A period is whole days: what lies in both is in both with all of its lines.
    days = {SALES[at].when.date() for at in spoiled}, {SALES[at].when.date() for at in whole}
    first, second = ([sale for sale in SALES if sale.when.date() in each] for each in days)
    with open_data_folder(folder / "data", NOW) as store:
        shelf = Shelf(store, vocabulary, folder)
        shelf.take(trade_all([sale for sale in SALES if sale.when.date() in days[0] | days[1]]).content)
        alone = shelf.held()
        shelf.empty()
        shelf.take(saved_as_csv(trade_all(first).content, "utf-8-sig"))
        shelf.take(trade_all(second).content)
        assert shelf.held() == alone
