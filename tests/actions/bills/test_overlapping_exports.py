"""Exports of one account that overlap, taken in one after the other: no line is counted twice and none is lost."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count, permutations
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pos_closeout.actions.bills.bill_proposals import list_proposals
from pos_closeout.actions.bills.bills import forget_bill, list_bills
from pos_closeout.actions.bills.import_report import FileReport
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.statements.vocabulary import Vocabulary, load_vocabulary
from tests.statements.bills import yuan

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
FIRST = datetime.fromisoformat("2026-07-01 09:00:00")
DAYS = 6
_FILES = count(1)


class Entry(NamedTuple):
    """One movement: its day from 0, its fen, and whether it went out."""

    day: int
    fen: int
    out: bool


Numbered = Sequence[tuple[int, Entry]]
Writer = Callable[[Numbered], str]


def when(at: int, entry: Entry) -> datetime:
    return FIRST + timedelta(days=entry.day, minutes=at)


def named(entries: Numbered) -> str:
    rows = ["卡号: 6214********5566", "记账日期,记账时间,金额,余额,对方户名,附言"]
    rows += [
        f"{when(at, each):%Y-%m-%d,%H:%M:%S},{'-' if each.out else ''}{yuan(each.fen)},1.00,客户{at},第{at}笔"
        for at, each in entries
    ]
    return "\n".join(rows)


def bare_columns(entries: Numbered) -> str:
    rows = ["交易日,转入金额,转出金额,对方名称,摘要"]
    rows += [
        f"{when(at, each):%Y%m%d},{'' if each.out else yuan(each.fen)},{yuan(each.fen) if each.out else ''},"
        f"客户{at},转账"
        for at, each in entries
    ]
    return "\n".join(rows)


def bare_words(entries: Numbered) -> str:
    rows = ["交易日期,交易时间,借贷标志,发生额,用途"]
    rows += [
        f"{when(at, each):%Y/%m/%d},{when(at, each):%H:%M:%S},{'借' if each.out else '贷'},{yuan(each.fen)},"
        for at, each in entries
    ]
    return "\n".join(rows)


ACCOUNTS = (named, bare_columns, bare_words)


class Shelf:
    """A case to import into, with what it then holds."""

    def __init__(self, store: Store, vocabulary: Vocabulary, folder: Path) -> None:
        self.store, self._vocabulary, self._folder = store, vocabulary, folder
        self.case = open_case(store, TODAY, NOW)

    def take(self, text: str) -> FileReport:
        path = self._folder / f"{next(_FILES)}.csv"
        path.write_text(text, encoding="utf-8")
        (report,) = import_statements(
            self.store, self.case.id, [path], vocabulary=self._vocabulary, today=TODAY, now=NOW
        ).files
        assert report.refusal is None
        assert report.problems == 0
        return report

    def lines(self) -> Counter[tuple[str, int, str]]:
        """Return how many lines there are of each day, amount and direction."""
        rows = self.store.database.rows(
            "SELECT substr(at, 1, 10), amount_fen, direction FROM bill_lines WHERE case_id = ? AND hidden = 0",
            (self.case.id,),
        )
        return Counter((str(day), int(fen or 0), str(side)) for day, fen, side in rows)

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


def right(entries: Numbered) -> Counter[tuple[str, int, str]]:
    return Counter((f"{when(at, each):%Y-%m-%d}", each.fen, "out" if each.out else "in") for at, each in entries)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    # Twins of one day among them, and no two movements of a price that comes every day.
    prices=st.lists(st.integers(1, 50_000), min_size=3, max_size=12, unique=True),
    twins=st.sets(st.integers(0, 11), max_size=2),
    data=st.data(),
)
def test_the_union_of_two_layouts_holds_every_movement_once(
    prices: list[int], twins: set[int], data: st.DataObject, shelf: Shelf
) -> None:
    made = [Entry(at % DAYS, fen, out=at % 3 == 0) for at, fen in enumerate(prices)]
    made += [made[at] for at in twins if at < len(made)]
    entries = sorted(enumerate(made), key=lambda pair: pair[1].day)
    one, other = data.draw(st.sampled_from(list(permutations(ACCOUNTS, 2))))
    cut, start = data.draw(st.tuples(st.integers(1, DAYS), st.integers(0, DAYS - 1)))
    early = [pair for pair in entries if pair[1].day < max(cut, start)]
    late = [pair for pair in reversed(entries) if pair[1].day >= start]
    shared = [pair for pair in early if pair in late]
    assume(early and late)
    try:
        shelf.take(one(early))
        report = shelf.take(other(late))
        assert shelf.lines() == right(entries)
        assert (report.rows, report.known) == (len(late), len(shared))
        for bill in list_bills(shelf.store, shelf.case.id)[:1]:
            forget_bill(shelf.store, bill.id, NOW)
        assert shelf.lines() == right(late)
        shelf.take(one(early) + "\n")
        assert shelf.lines() == right(entries)
    finally:
        shelf.empty()


BOUGHT = tuple(enumerate([Entry(0, 36_00, out=True), Entry(2, 1088_00, out=False), Entry(3, 99_00, out=True)]))
OTHERS = tuple(enumerate([Entry(0, 35_00, out=True), Entry(2, 1088_00, out=False), Entry(3, 98_00, out=True)], 7))


def test_three_exports_of_an_account_are_one_whichever_comes_first(shelf: Shelf) -> None:
    for order in permutations(ACCOUNTS):
        for writer in order:
            shelf.take(writer(BOUGHT))
        assert shelf.lines() == right(BOUGHT), order
        shelf.empty()


@pytest.mark.parametrize(("one", "other"), list(permutations(ACCOUNTS, 2)))
def test_two_accounts_with_an_amount_in_common_stay_two(shelf: Shelf, one: Writer, other: Writer) -> None:
    shelf.take(one(BOUGHT))
    assert shelf.take(other(OTHERS)).known == 0
    assert shelf.lines() == right(BOUGHT) + right(OTHERS)


def till(entries: Sequence[tuple[str, str]], names: str = "收款时间,金额") -> str:
    return "\n".join([f"{names},收银员", *(f"2026-07-0{day} {clock},5.00,甲" for day, clock in entries)])


def test_two_tills_that_sell_at_one_price_stay_two(shelf: Shelf) -> None:
    morning = [(str(day), f"08:{minute:02d}:00") for day in (1, 2) for minute in range(5)]
    shelf.take(till(morning))
    shelf.take(till([(day, clock.replace("08:", "17:")) for day, clock in morning], "交易时间,交易金额"))
    assert shelf.lines().total() == 20


REFUNDS = ["交易时间,交易类型,订单号,交易金额,终端号,商户号"]
ORDER = "4200002600202607010123456789"


def refunds(*clocks: str) -> str:
    rows = [f"2026-07-01 08:00:00,消费,{ORDER},100.00,12345678,898110053110001"] if "08:00" in clocks else []
    rows += [
        f"2026-07-01 {clock}:10,退货,{ORDER},10.00,12345678,898110053110001" for clock in clocks if clock != "08:00"
    ]
    return "\n".join([*REFUNDS, *rows])


@pytest.mark.parametrize(
    "exports",
    list(permutations([("08:00", "09:30"), ("09:30", "15:00"), ("15:00", "15:00", "16:10")])),
    ids=str,
)
def test_several_refunds_of_one_order_are_as_many_lines(shelf: Shelf, exports: tuple[tuple[str, ...], ...]) -> None:
    for clocks in exports:
        shelf.take(refunds(*clocks))
    assert shelf.lines() == {("2026-07-01", 100_00, "in"): 1, ("2026-07-01", 10_00, "out"): 4}


def test_an_order_that_stands_in_two_rows_for_two_refunds_is_sold_once(shelf: Shelf) -> None:
    head = "交易时间,订单号,支付状态,订单金额,退款状态,退款金额,终端号\n"
    rows = [f"2026-07-01 08:00:00,{ORDER},支付成功,100.00,{state},{back},12345678" for state, back in (
        ("退款成功", "30.00"), ("退款处理中", "20.00"))]  # fmt: skip
    report = shelf.take(head + "\n".join(rows))
    assert (report.rows, report.known) == (2, 0)
    assert shelf.lines() == {("2026-07-01", 100_00, "in"): 1, ("2026-07-01", 20_00, "out"): 1}
    (proposal,) = list_proposals(shelf.store, shelf.case.id)
    assert (proposal.proposal.amount_fen, str(proposal.proposal.reason)) == (20_00, "refund_pending")


PORTAL = (
    "清算时间,交易时间,终端号,交易类型,卡号,交易金额,检索号,商户号\n"
    "2026-07-02,2026-07-01 09:30:00,12345678,消费,621226******0000,36.00,130519500001,898110053110001\n"
    "2026-07-02,2026-07-01 09:40:00,12345678,联机退货,621226******0000,-8.00,130519500002,898110053110001\n"
)


def as_before(shelf: Shelf, family: str) -> None:
    """Give the lines of a case the kind of names that earlier versions gave them."""
    shelf.store.database.run(
        "UPDATE bill_lines SET identity = ? || ':' || CASE kind WHEN 'refund' THEN 'r' ELSE 'p' END || ':~' || "
        "substr('00000000000000000000' || id, -20) || ':' || amount_fen WHERE case_id = ?",
        (family, shelf.case.id),
    )


def test_lines_that_an_earlier_version_took_in_are_found_again_by_the_next_bill(shelf: Shelf) -> None:
    shelf.take(PORTAL)
    as_before(shelf, "ums")
    assert shelf.take(PORTAL + "\n").known == 2
    assert shelf.lines().total() == 2
    shelf.empty()
    for writer in ACCOUNTS:
        shelf.take(writer(BOUGHT))
        as_before(shelf, "table-0123456789abcdef")
        assert shelf.take(writer(BOUGHT) + "\n").known == 3
        assert shelf.lines() == right(BOUGHT)
        assert shelf.take(writer(BOUGHT) + "\n\n").known == 3
        assert shelf.lines() == right(BOUGHT)
        shelf.empty()


def test_refunds_that_an_earlier_version_named_by_their_order_alone_are_found_again(shelf: Shelf) -> None:
    # The layout knows its words, so that no columns need be named.
    shelf.take(refunds("08:00", "09:30", "15:00"))
    shelf.store.database.run(
        "UPDATE bill_lines SET identity = substr(identity, 1, instr(identity, ':')) || 'r:reference-' || "
        "order_number || ':' || amount_fen || CASE row WHEN 3 THEN '' ELSE ':1' END "
        "WHERE kind = 'refund' AND case_id = ?",
        (shelf.case.id,),
    )
    assert shelf.take(refunds("15:00", "16:10")).known == 1
    assert shelf.lines() == {("2026-07-01", 100_00, "in"): 1, ("2026-07-01", 10_00, "out"): 3}
