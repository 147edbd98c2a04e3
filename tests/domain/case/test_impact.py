"""What stops with the terminal, from bills or from an estimate, and when the step is done."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.bills import transactions
from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.case.impact import (
    LAST_MONTHS,
    ImpactChoices,
    Replacement,
    ReplacementKind,
    Risk,
    TakingsEstimate,
    impact_missing,
    percent,
    stopping_channels,
    work_out,
)
from pos_closeout.domain.ledger.open_items import PaymentChannel

MONTHS = [date(2025 + month // 12, month % 12 + 1, 1) for month in range(18)]
ROWS = st.lists(
    st.builds(
        Takings,
        month=st.sampled_from(MONTHS),
        channel=st.sampled_from(transactions.BillChannel),
        income_fen=st.integers(0, 10**9),
        refund_fen=st.just(0),
        count=st.just(1),
    ),
    max_size=30,
)
CHOICES = st.builds(ImpactChoices, st.lists(st.sampled_from(PaymentChannel), unique=True).map(tuple), st.booleans())


@given(ROWS, CHOICES)
def test_months_and_channels_add_up_to_the_whole(rows: list[Takings], choices: ImpactChoices) -> None:
    found = work_out(rows, (), choices)
    assert found.estimated is not bool(rows)
    kept = sorted({row.month for row in rows})[-LAST_MONTHS:]
    assert [month for month, _ in found.months] == kept
    whole = sum(row.income_fen for row in rows if row.month in kept)
    assert sum(part.fen for _, part in found.months) == sum(part.fen for _, part in found.channels) == whole
    stopping = [sum(part.stopping_fen for _, part in parts) for parts in (found.months, found.channels)]
    assert stopping == [found.whole.stopping_fen] * 2
    assert all(0 <= part.percent <= 100 for _, part in found.channels)
    assert [part.fen for _, part in found.channels] == sorted((part.fen for _, part in found.channels), reverse=True)


def test_card_and_unionpay_codes_stop_until_the_owner_says_otherwise_and_cash_never_does() -> None:
    assert stopping_channels(ImpactChoices()) == {PaymentChannel.CARD, PaymentChannel.UNIONPAY_QR}
    assert stopping_channels(ImpactChoices((PaymentChannel.WECHAT, PaymentChannel.CASH), stopping_said=True)) == {
        PaymentChannel.WECHAT
    }
    assert stopping_channels(ImpactChoices((), stopping_said=True)) == frozenset()


def test_an_estimate_counts_only_without_bills() -> None:
    said = (
        TakingsEstimate(PaymentChannel.CARD, 30_000),
        TakingsEstimate(PaymentChannel.CASH, 10_000),
        TakingsEstimate(),
    )
    found = work_out((), said, ImpactChoices())
    assert (found.whole.fen, found.whole.stopping_fen, found.whole.percent) == (40_000, 30_000, 75)
    bill = Takings(date(2026, 11, 1), transactions.BillChannel.MEITUAN, 100, 0, 1)
    assert work_out((bill,), said, ImpactChoices()).channels[0][0] is PaymentChannel.OTHER


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_a_share_is_rounded_half_up(part: int, whole: int) -> None:
    assert abs(percent(part, whole) - 100 * part / whole) <= 0.5000001
    assert percent(1, 8) == 13
    assert percent(5, 0) == 0


def test_the_step_says_what_is_missing() -> None:
    assert impact_missing(ImpactChoices(), (), (), goes_on=True) == ("replacement", "accepted")
    assert impact_missing(ImpactChoices(), (), (), goes_on=False) == ("accepted",)
    code = Replacement(ReplacementKind.QR_CODE)
    accepted = ImpactChoices(accepted=True)
    assert impact_missing(accepted, (code,), (Risk(),), goes_on=True) == ("ready_by", "risk")
    ready = Replacement(ReplacementKind.QR_CODE, ready=True)
    assert impact_missing(accepted, (ready,), (Risk("fraud"), Risk(what="x")), goes_on=True) == ()
