from datetime import date, datetime, timedelta

import pytest

from pos_closeout.domain.bills.proposals import Proposal, find_orders, propose
from pos_closeout.domain.bills.transactions import (
    BillChannel,
    Direction,
    Ids,
    Kind,
    RowSource,
    Transaction,
    TransactionState,
    twin_key,
)
from pos_closeout.domain.ledger.open_items import ItemKind, PaymentChannel

TODAY = date(2026, 11, 22)
STARTED = datetime.fromisoformat("2026-11-20T12:00:00")


def line(
    state: TransactionState, *, refund: bool = False, row: int = 2, when: datetime = STARTED, fen: int = 500
) -> Transaction:
    return Transaction(
        source=RowSource("f" * 64, "", row),
        platform="wechat_merchant",
        when=when,
        kind=Kind.REFUND if refund else Kind.PAYMENT,
        direction=Direction.OUT if refund else Direction.IN,
        amount_fen=fen,
        fee_fen=0,
        refunded_fen=0,
        state=state,
        status="REFUND" if refund else "SUCCESS",
        more_status="退款状态 PROCESSING" if refund else "",
        channel=BillChannel.WECHAT,
        ids=Ids(order="4200000263201902167700134212", refund="50000709672019011908420787722" if refund else ""),
        counterparty="某顾客",
        summary="包子",
        raw=(),
        identity=f"wechat-merchant:{'r' if refund else 'p'}:{row}:{fen}",
    )


def proposed(*lines: Transaction) -> list[Proposal]:
    return list(propose(lines, TODAY))


@pytest.mark.parametrize(
    "state", [TransactionState.DONE, TransactionState.CLOSED, TransactionState.REFUNDED, TransactionState.PART_REFUNDED]
)
def test_finished_lines_propose_nothing(state: TransactionState) -> None:
    assert proposed(line(state)) == []


@pytest.mark.parametrize(
    ("state", "refund", "kind"),
    [
        (TransactionState.UNFINISHED, False, ItemKind.UNFINISHED),
        (TransactionState.UNKNOWN, False, ItemKind.UNFINISHED),
        (TransactionState.WAITING, False, ItemKind.SETTLEMENT),
        (TransactionState.REFUND_PENDING, True, ItemKind.REFUND),
        (TransactionState.REFUND_ACTION, True, ItemKind.REFUND),
    ],
)
def test_every_open_line_becomes_an_item_of_its_kind_with_its_proof(
    state: TransactionState, refund: bool, kind: ItemKind
) -> None:
    (found,) = proposed(line(state, refund=refund, row=17))
    assert (found.kind, found.reason, found.source.row, found.amount_fen) == (kind, state, 17, 500)
    assert found.channel is PaymentChannel.WECHAT


def test_a_frozen_refund_is_looked_at_again_three_days_after_it_began() -> None:
    (found,) = proposed(line(TransactionState.REFUND_PENDING, refund=True))
    assert found.look_again == found.due == date(2026, 11, 23)


def test_an_old_frozen_refund_is_looked_at_today() -> None:
    (found,) = proposed(line(TransactionState.REFUND_PENDING, refund=True, when=STARTED.replace(year=2025)))
    assert found.look_again == TODAY


def test_the_calendar_of_working_days_decides_the_due_date() -> None:
    (found,) = propose(
        [line(TransactionState.UNFINISHED)], TODAY, add_working_days=lambda day, days: day + timedelta(9 * days)
    )
    assert found.due == date(2026, 12, 1)


def test_what_is_known_or_repeated_is_not_proposed_again() -> None:
    pending = line(TransactionState.REFUND_PENDING, refund=True)
    assert len(proposed(pending, pending)) == 1
    assert list(propose([pending], TODAY, known={pending.identity})) == []


def test_a_line_whose_number_a_spreadsheet_destroyed_is_known_by_its_twin() -> None:
    whole = line(TransactionState.REFUND_PENDING, refund=True)
    damaged = whole._replace(identity="wechat-merchant:r:~0:500", damaged=True)
    assert list(propose([damaged], TODAY, known={twin_key(whole)})) == []
    assert len(proposed(whole, damaged)) == 1


def test_a_refund_finds_its_order_in_another_file() -> None:
    order = line(TransactionState.DONE, row=9, when=STARTED - timedelta(days=364), fen=800)
    order = order._replace(source=RowSource("a" * 64, "", 9))
    (found,) = find_orders(
        proposed(line(TransactionState.REFUND_ACTION, refund=True)), [line(TransactionState.DONE, fen=1), order]
    )
    assert (found.order, found.order_amount_fen) == (order.source, 800)
    assert found.due == date(2026, 11, 21), "the window of a year closes before the next working day"


def test_a_refund_without_its_order_stays_as_it_is() -> None:
    (found,) = find_orders(proposed(line(TransactionState.REFUND_PENDING, refund=True)), [])
    assert found.order is None
