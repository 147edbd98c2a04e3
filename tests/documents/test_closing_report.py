"""The closing report tells where a case stands, in either language, finished or hardly begun."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pos_closeout.documents.closing_report import closing_report_pdf
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Acquirer, Case, LetterLanguage, Merchant, Request, Settlement
from pos_closeout.domain.case.follow_up import FollowUp, LateCharge, LeftWhy
from pos_closeout.domain.device.tasks import LastPrint
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem

TODAY = date(2027, 3, 1)
CASE = Case(
    number="TJ-2026-0007",
    created_on=date(2026, 11, 1),
    merchant=Merchant(trading_name="和顺便利店"),
    acquirer=Acquirer("样例支付有限公司"),
    request=Request(stop_on=date(2026, 11, 30)),
    settlement=Settlement(deposit_fen=299_00),
    terminals=(Terminal(id=1, number="10023456", place="收银台", action=Action.REMOVE),),
    last_prints=(LastPrint(1, batch="000123"),),
    follow_up=FollowUp(
        confirmed_on=date(2026, 12, 8),
        confirmation_number="HZ-88",
        deposit_received_fen=200_00,
        deposit_deducted_fen=99_00,
        deposit_deducted_why="外壳破损",
        to_improve="早点导出账单",
    ),
    late_charges=(LateCharge(date(2027, 1, 5), 36_00, "流量费"),),
)


def test_every_fact_of_a_case_stands_in_the_report(
    fonts: Fonts, wording: Wording, read: Callable[[bytes], str]
) -> None:
    items = [OpenItem(kind=ItemKind.FEE, amount_fen=36_00)]
    said = read(
        closing_report_pdf(CASE, items, language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording)
    )
    facts = "TJ-2026-0007 10023456 000123 HZ-88 2026年12月8日 已退200.00元 外壳破损 还有未结事项1笔 2029年11月30日"
    for part in (*facts.split(), "36.00元（流量费），未退回", "早点导出账单"):
        assert part in said


@pytest.mark.parametrize("language", LetterLanguage)
def test_an_empty_case_has_a_report_too_and_the_same_one_twice(
    language: LetterLanguage, fonts: Fonts, wording: Wording, read: Callable[[bytes], str]
) -> None:
    first, second = (
        closing_report_pdf(Case(), [], language=language, today=TODAY, fonts=fonts, wording=wording) for _ in range(2)
    )
    assert first == second
    assert ("还没有" if language is LetterLanguage.CHINESE else "notyet") in read(first)


def test_what_was_left_is_no_charge_of_the_report(fonts: Fonts, wording: Wording, read: Callable[[bytes], str]) -> None:
    left = replace(CASE, late_charges=(replace(CASE.late_charges[0], left_on=TODAY, left_why=LeftWhy.NOT_THEIRS),))
    said = read(
        closing_report_pdf(left, [], language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording)
    )
    assert "流量费" not in said
