from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.ledger.due_dates import DueDate, Terms, add_months, due_date
from pos_closeout.domain.ledger.due_rules import RULES, DueRule, Mark, Start
from pos_closeout.domain.ledger.item_facts import SPECS, Fact, FactType
from pos_closeout.domain.ledger.limits import DEFAULTS, Limit
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel
from pos_closeout.guidance.work_calendar import load_work_calendar

TERMS = Terms(load_work_calendar())
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def due(
    kind: ItemKind,
    *,
    original: str = "",
    stop: str = "",
    channel: PaymentChannel = PaymentChannel.CARD,
    terms: Terms = TERMS,
    **facts: str,
) -> DueDate:
    item = OpenItem(kind=kind, amount_fen=1, original_on=_day(original), channel=channel)
    return due_date(item, {Fact(name): value for name, value in facts.items()}, _day(stop), terms)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


REFUND, SETTLEMENT, PREAUTH = ItemKind.REFUND, ItemKind.SETTLEMENT, ItemKind.PREAUTH


@pytest.mark.parametrize(
    ("kind", "given", "on", "rule"),
    [
        # Around Spring Festival 2026 (free 15 to 23 February, Saturdays 14 and 28 worked).
        (SETTLEMENT, {"original": "2026-02-13"}, "2026-02-14", DueRule.SETTLEMENT),
        (SETTLEMENT, {"original": "2026-02-14"}, "2026-02-24", DueRule.SETTLEMENT),
        (SETTLEMENT, {"original": "2026-02-14", "cycle": "d1"}, "2026-02-15", DueRule.SETTLEMENT_NEXT_DAY),
        (SETTLEMENT, {"original": "2026-02-14", "cycle": "t0"}, "2026-02-14", DueRule.SETTLEMENT_SAME_DAY),
        (REFUND, {"stop": "2026-02-25", "original": "2026-02-01"}, "2026-02-13", DueRule.REFUND_BEFORE_STOP),
        (ItemKind.RECURRING, {"stop": "2026-02-28"}, "2026-02-14", DueRule.RECURRING),
        (ItemKind.RETRIEVAL, {"notified_on": "2026-02-13"}, "2026-02-25", DueRule.RETRIEVAL),
        # Around National Day 2026 (free 1 to 7 October, Saturday 10 October worked).
        (SETTLEMENT, {"original": "2026-09-30"}, "2026-10-08", DueRule.SETTLEMENT),
        (ItemKind.UNFINISHED, {"found_on": "2026-09-30", "original": "2026-09-20"}, "2026-10-08", DueRule.UNFINISHED),
        (ItemKind.RECEIPT, {"accepted_on": "2026-09-28"}, "2026-10-10", DueRule.RECEIPT),
        (ItemKind.DEPOSIT, {"returned_on": "2026-09-18"}, "2026-10-15", DueRule.DEPOSIT),
        (REFUND, {"stop": "2026-10-12", "original": "2026-10-01"}, "2026-10-08", DueRule.REFUND_BEFORE_STOP),
        # Ordinary days.
        (REFUND, {"original": "2026-11-01", "stop": "2026-11-30"}, "2026-11-25", DueRule.REFUND_BEFORE_STOP),
        (REFUND, {"original": "2026-11-20", "channel": PaymentChannel.WECHAT}, "2027-11-20", DueRule.WECHAT_WINDOW),
        (REFUND, {"original": "2026-08-31", "channel": PaymentChannel.ALIPAY}, "2027-08-31", DueRule.ALIPAY_WINDOW),
        (REFUND, {"original": "2026-11-20", "agreed_on": "2026-11-24"}, "2026-11-24", DueRule.AGREED),
        (PREAUTH, {"original": "2026-11-01"}, "2026-12-01", DueRule.PREAUTH),
        (PREAUTH, {"original": "2026-11-01", "added_on": "2026-11-10"}, "2026-12-10", DueRule.PREAUTH),
        (PREAUTH, {"original": "2026-11-01", "stop": "2026-11-30"}, "2026-11-29", DueRule.PREAUTH_BEFORE_STOP),
        (
            ItemKind.RETRIEVAL,
            {"notified_on": "2026-11-20", "notice_due_on": "2026-12-20"},
            "2026-12-20",
            DueRule.NOTICE,
        ),
        (ItemKind.CHARGEBACK, {"notified_on": "2026-11-20"}, "2026-12-10", DueRule.CHARGEBACK),
        (ItemKind.COMPLAINT, {"notified_on": "2026-11-20"}, "2026-11-25", DueRule.COMPLAINT),
        (
            ItemKind.DEPOSIT,
            {"returned_on": "2026-11-20", "contract_due_on": "2026-12-01"},
            "2026-12-01",
            DueRule.CONTRACT,
        ),
        (ItemKind.FEE, {"stop": "2026-11-30"}, "2026-11-30", DueRule.FEE),
        (ItemKind.PREPAID, {"applied_on": "2026-11-01"}, "2026-11-16", DueRule.PREPAID),
        (ItemKind.PREPAID, {"applied_on": "2026-11-01", "unused": "yes"}, "2026-11-06", DueRule.PREPAID_UNUSED),
        (ItemKind.INSTALMENT, {"original": "2026-01-31"}, "2026-02-28", DueRule.INSTALMENT),
        (ItemKind.DEVICE, {"accepted_on": "2026-11-20"}, "2026-11-27", DueRule.DEVICE),
        # The 15th of November 2026 is a Sunday.
        (ItemKind.INVOICE, {"original": "2026-10-20"}, "2026-11-16", DueRule.INVOICE),
    ],
)
def test_the_usual_date_of_every_kind(kind: ItemKind, given: dict[str, str], on: str, rule: DueRule) -> None:
    found = due(kind, **given)  # type: ignore[arg-type]  # a channel among texts
    assert found.decided is not None
    assert (found.on, found.decided.rule) == (date.fromisoformat(on), rule)


def test_a_distance_sale_is_refunded_within_seven_days_by_law_and_by_nothing_else() -> None:
    sold = due(REFUND, original="2026-11-01", distance_sale="yes", goods_back_on="2026-11-10")
    assert sold.decided is not None
    assert (sold.on, sold.decided.mark, sold.decided.limit) == (date(2026, 11, 17), Mark.LAW, None)
    in_shop = due(REFUND, original="2026-11-01", distance_sale="no", goods_back_on="2026-11-10")
    assert in_shop.on == date(2026, 12, 1)


def test_only_the_law_on_distance_sales_counts_as_law() -> None:
    marked = {spec.rule for specs in RULES.values() for spec in specs if spec.mark is Mark.LAW}
    assert marked == {DueRule.DISTANCE_SALE}


def test_the_other_dates_and_the_days_left_out_are_told() -> None:
    found = due(REFUND, original="2026-11-01", stop="2026-11-30")
    assert found.decided is not None
    assert found.decided.skipped == (date(2026, 11, 28), date(2026, 11, 29))
    assert [(step.rule, step.on) for step in found.others] == [(DueRule.CARD_WINDOW, date(2026, 12, 1))]


def test_what_to_do_when_nothing_happens_comes_after_the_due_date() -> None:
    found = due(SETTLEMENT, original="2026-11-20")
    assert [(step.rule, step.on) for step in found.late] == [(DueRule.SETTLEMENT_LATE, date(2026, 11, 25))]
    assert found.on == date(2026, 11, 23)


def test_an_accepted_refund_is_due_when_it_is_worth_another_look() -> None:
    found = due(REFUND, original="2026-11-01", progress="accepted", look_again_on="2026-11-27")
    assert found.decided is not None
    assert (found.on, found.decided.rule) == (date(2026, 11, 27), DueRule.LOOK_AGAIN)
    assert due(REFUND, original="2026-11-01", progress="failed", look_again_on="2026-11-27").on == date(2026, 12, 1)


def test_nothing_is_due_before_it_came_up() -> None:
    found = due(REFUND, original="2026-11-29", stop="2026-11-30")
    assert found.decided is not None
    assert found.on == date(2026, 11, 29)
    assert found.decided.lifted


def test_without_a_day_to_count_from_it_says_which_is_missing() -> None:
    assert due(ItemKind.RECEIPT).missing == (Fact.ACCEPTED_ON,)
    assert due(ItemKind.FEE).missing == (Start.STOP,)
    assert due(ItemKind.RECEIPT).on is None


def test_a_year_without_published_holidays_is_uncertain() -> None:
    assert due(SETTLEMENT, original="2027-01-29").uncertain
    assert not due(SETTLEMENT, original="2026-11-20").uncertain
    assert not due(ItemKind.DEVICE, accepted_on="2027-01-29").uncertain


def test_the_owners_limits_count() -> None:
    terms = replace(TERMS, limits={**DEFAULTS, Limit.DEVICE: 14})
    assert due(ItemKind.DEVICE, accepted_on="2026-11-20", terms=terms).on == date(2026, 12, 4)


def test_beyond_the_calendar_nothing_is_due() -> None:
    assert due(SETTLEMENT, original="2099-12-31").on is None


@pytest.mark.parametrize(
    ("day", "months", "on"),
    [("2026-01-31", 1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-11-30", 3, "2027-02-28")],
)
def test_a_month_too_short_ends_on_its_last_day(day: str, months: int, on: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(on)


def test_every_day_a_rule_counts_from_is_a_field_of_its_kind() -> None:
    for kind, specs in RULES.items():
        known = {spec.fact for spec in SPECS[kind] if spec.type is FactType.DATE}
        assert {start for spec in specs for start in spec.starts if isinstance(start, Fact)} <= known, kind


@given(st.sampled_from(ItemKind), st.sampled_from(PaymentChannel), days, st.none() | days, st.data())
def test_a_due_date_is_never_before_what_it_counts_from(
    kind: ItemKind, channel: PaymentChannel, original: date, stop: date | None, data: st.DataObject
) -> None:
    dates = [spec.fact for spec in SPECS[kind] if spec.type is FactType.DATE]
    facts = {fact: data.draw(days).isoformat() for fact in dates if data.draw(st.booleans())}
    item = OpenItem(kind=kind, amount_fen=1, original_on=original, channel=channel)
    found = due_date(item, facts, stop, TERMS)
    for step in (*((found.decided,) if found.decided else ()), *found.others, *found.late):
        assert step.on >= original if step.back else step.on >= step.from_on
        assert found.on is not None or step in found.late
    assert all(found.on is not None and step.on >= found.on for step in found.others)


@given(days, st.integers(0, 60))
def test_a_later_stop_never_makes_a_refund_due_earlier(stop: date, later: int) -> None:
    def on(day: date) -> date:
        found = due_date(OpenItem(amount_fen=1), {}, day, TERMS).on
        assert found is not None
        return found

    assert on(stop) <= on(stop + timedelta(days=later))
