"""An aggregator's bill carries a refund in the line of its order: whatever comes first, nothing open looks done."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise, permutations
from pathlib import Path

import pytest

from pos_closeout.actions.bills.bill_proposals import list_proposals
from pos_closeout.actions.bills.bills import forget_bill, list_bills, takings, takings_of_day
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.domain.bills.bills import ProposalState, stronger
from pos_closeout.domain.bills.transactions import TransactionState
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.statements.vocabulary import load_vocabulary

NOW, TODAY = datetime(2026, 11, 22, 10, 0, tzinfo=UTC), date(2026, 11, 22)
NAMES = "付款完成时间,支付单号,商户编号,支付状态,付款总金额,结算手续费,退款单号,退款金额,退款状态"
ROW = "2026-11-02 12:02:06,4200000123202611020000000002,53990001,支付成功,48.00,0.18,"
SNAPSHOTS = {
    "paid": ",0,",
    "pending": "RF2,8.00,退款处理中",
    "failed": "RF2,8.00,退款失败",
    "back": "RF2,8.00,退款成功",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_data_folder(tmp_path / "data", NOW) as opened:
        open_case(opened, TODAY, NOW)
        yield opened


def take(store: Store, folder: Path, resources: Path, name: str) -> None:
    path = folder / f"{name}.csv"
    path.write_text(f"{NAMES}\n{ROW}{SNAPSHOTS[name]}\n", encoding="utf-8")
    words = load_vocabulary(resources / "statements")
    (report,) = import_statements(store, 1, [path], vocabulary=words, today=TODAY, now=NOW).files
    assert report.refusal is None


@pytest.mark.parametrize("order", list(permutations(("paid", "pending", "failed"))), ids="-".join)
def test_a_refund_that_did_not_go_through_waits_in_any_order(
    store: Store, tmp_path: Path, resources: Path, order: tuple[str, ...]
) -> None:
    for name in order:
        take(store, tmp_path, resources, name)
    (kept,) = list_proposals(store, 1)
    assert (kept.state, kept.proposal.kind, kept.proposal.amount_fen) == (ProposalState.WAITING, ItemKind.REFUND, 8_00)
    assert kept.proposal.reason is TransactionState.REFUND_ACTION
    (month,) = takings(store, 1)
    assert (month.income_fen, month.refund_fen, month.count) == (48_00, 0, 1), "the sale was paid, nothing went back"


@pytest.mark.parametrize("order", list(permutations(("paid", "pending", "back"))), ids="-".join)
def test_a_refund_that_went_through_settles_what_waits_and_counts_as_money_back(
    store: Store, tmp_path: Path, resources: Path, order: tuple[str, ...]
) -> None:
    for name in order:
        take(store, tmp_path, resources, name)
    assert not [each for each in list_proposals(store, 1) if each.state is ProposalState.WAITING]
    (month,) = takings(store, 1)
    assert (month.income_fen, month.refund_fen, month.count) == (48_00, 8_00, 1)
    day = takings_of_day(store, 1, date(2026, 11, 2))
    assert (day.income_fen, day.refund_fen, day.refund_count) == (48_00, 8_00, 1)


def test_taking_the_newer_bill_back_brings_the_older_view_back(store: Store, tmp_path: Path, resources: Path) -> None:
    take(store, tmp_path, resources, "paid")
    take(store, tmp_path, resources, "back")
    forget_bill(store, list_bills(store, 1)[-1].id, NOW)
    (month,) = takings(store, 1)
    assert (month.income_fen, month.refund_fen) == (48_00, 0)


def test_of_two_views_of_a_line_the_later_one_holds() -> None:
    state = TransactionState
    ranks = (
        state.UNKNOWN,
        state.WAITING,
        state.UNFINISHED,
        state.DONE,
        state.REFUND_PENDING,
        state.REFUND_ACTION,
        state.REFUNDED,
    )
    for weak, strong in pairwise(ranks):
        assert stronger(weak, strong) is stronger(strong, weak) is strong
    assert stronger(state.CLOSED, state.DONE) is state.CLOSED
    assert stronger(state.PART_REFUNDED, state.REFUNDED) is state.PART_REFUNDED
