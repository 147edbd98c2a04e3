"""Charges after the stop are found in statements, counted once, and stand in the objection until they come back."""

from dataclasses import replace
from datetime import date

import pytest

from pos_closeout.domain.case.case import Acquirer, Agent, Case
from pos_closeout.domain.case.follow_up import LateCharge, LeftWhy
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.papers.fitting_papers import disputed_fees, fitting
from pos_closeout.domain.papers.late_fees import looks_like_charge, new_charges
from tests.domain.papers.charge_lines import CHARGES, OTHERS

CASE = Case(acquirer=Acquirer(name="拉卡拉支付股份有限公司"), agent=Agent(name="杭州某某网络科技有限公司"))
QINGHE = Case(acquirer=Acquirer(name="青禾支付有限公司"), agent=Agent(name="武汉瑞和嘉信息科技有限公司"))
CHARGE = LateCharge(date(2026, 12, 20), 36_00, "流量费")


@pytest.mark.parametrize(
    ("who", "what", "charge"),
    [
        ("拉卡拉支付股份有限公司", "代扣", True),
        ("拉卡拉", "", True),
        ("杭州某某", "扣款", True),
        ("未知商户", "POS流量费", True),
        ("", "通讯费", True),
        ("深圳市财付通支付科技有限公司", "消费", False),
        ("王女士", "转账", False),
    ],
)
def test_what_the_acquirer_takes_is_told_from_other_payments(who: str, what: str, charge: bool) -> None:
    assert looks_like_charge(CASE, who, what) is charge


@pytest.mark.parametrize("line", CHARGES)
def test_every_charge_that_was_ever_seen_is_found(line: str) -> None:
    who, what = line.split("|")
    assert looks_like_charge(QINGHE, who, what)


@pytest.mark.parametrize("line", OTHERS)
def test_what_somebody_else_charges_is_no_charge(line: str) -> None:
    who, what = line.split("|")
    assert not looks_like_charge(QINGHE, who, what)


def test_without_names_only_the_words_count() -> None:
    assert not looks_like_charge(Case(), "王女士", "转账")


def test_a_charge_that_was_written_down_is_not_found_again_but_a_second_one_is() -> None:
    known = replace(CASE, late_charges=(CHARGE,))
    assert new_charges(known, (CHARGE, CHARGE)) == (CHARGE,)
    assert new_charges(known, (CHARGE,)) == ()


def test_of_two_charges_of_a_day_and_an_amount_the_one_that_was_left_stays_away() -> None:
    other = replace(CHARGE, what="年费")
    for left, still in ((CHARGE, other), (other, CHARGE)):
        known = replace(CASE, late_charges=(replace(left, left_on=date(2027, 1, 4), left_why=LeftWhy.OWED),))
        assert new_charges(known, (CHARGE, other)) == (still,)
    typed = replace(CASE, late_charges=(replace(CHARGE, what="in the owner's words"),))
    assert new_charges(typed, (CHARGE, other)) == (other,)


def test_the_objection_speaks_of_each_charge_once_until_it_comes_back() -> None:
    known = replace(CASE, late_charges=(CHARGE,))
    (fee,) = disputed_fees(known, ())
    assert (fee.kind, fee.amount_fen, fee.note) == (ItemKind.FEE, 36_00, "流量费")
    assert PaperKind.FEES in {each.kind for each in fitting(known, ())}
    same = OpenItem(id=3, kind=ItemKind.FEE, amount_fen=36_00, original_on=date(2026, 12, 20))
    assert disputed_fees(known, (same,)) == (same,)
    back = replace(known, late_charges=(replace(CHARGE, returned_on=date(2027, 1, 4)),))
    assert disputed_fees(back, ()) == ()


def test_what_was_left_is_neither_found_again_nor_objected_to() -> None:
    left = replace(CASE, late_charges=(replace(CHARGE, left_on=date(2027, 1, 4), left_why=LeftWhy.OWED),))
    assert new_charges(left, (CHARGE,)) == ()
    assert disputed_fees(left, ()) == ()
    assert PaperKind.FEES not in {each.kind for each in fitting(left, ())}


def test_a_fee_the_owner_said_is_owed_needs_no_objection_and_one_nobody_spoke_of_may_need_it() -> None:
    fees = tuple(OpenItem(id=place, case_id=1, kind=ItemKind.FEE, amount_fen=7_200) for place in (1, 2, 3))
    facts = {1: {Fact.DISPUTED: "no"}, 2: {Fact.DISPUTED: "yes"}}
    assert [each.id for each in disputed_fees(Case(), fees, facts)] == [2, 3]
    assert PaperKind.FEES in {each.kind for each in fitting(Case(), fees, facts)}
    assert PaperKind.FEES not in {each.kind for each in fitting(Case(), fees[:1], facts)}
