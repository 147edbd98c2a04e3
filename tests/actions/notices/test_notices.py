"""The words of the notices are whole in every form and language, and promise nothing the law forbids."""

import re
from datetime import date
from pathlib import Path

import pytest

from pos_closeout.actions.notices.notices import write_notice
from pos_closeout.domain.case.case import Case, Merchant, Request
from pos_closeout.domain.case.notices import Audience, Notice, NoticePlan
from pos_closeout.domain.case.sms import count_sms
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.guidance import load_guidance
from pos_closeout.guidance.filling import MessageForm

TODAY = date(2026, 11, 23)
CASE = Case(
    merchant=Merchant(trading_name="和顺便利店", phone="13800000000"),
    request=Request(stop_on=date(2026, 11, 30)),
    notice_plan=NoticePlan(refund_until=date(2026, 11, 25), pay_instead="现金或微信、支付宝商户码"),
)
ITEM = OpenItem(id=7, kind=ItemKind.PREPAID, amount_fen=560_00, counterparty="王女士", original_on=date(2026, 11, 2))


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", [CASE, Case()], ids=["answered", "empty"])
def test_every_notice_is_whole_in_every_form(resources: Path, audience: Audience, language: str, case: Case) -> None:
    guidance = load_guidance(resources / "guidance")
    for form in MessageForm:
        for item in (ITEM, None):
            kind = None if item is None else guidance.kinds[item.kind]
            written = write_notice(
                guidance.notices[audience],
                case,
                Notice(audience, name="王女士"),
                item,
                kind,
                form=form,
                language=language,
                today=TODAY,
            )
            said = written.subject + written.text
            assert written.text.strip()
            assert bool(written.subject) == (form is MessageForm.EMAIL)
            assert not re.search(r"[{}\[\]]|概不退款|no refunds", said)


@pytest.mark.parametrize("audience", Audience)
def test_a_text_message_to_an_audience_fits_into_one_or_says_what_it_costs(resources: Path, audience: Audience) -> None:
    guidance = load_guidance(resources / "guidance")
    text = guidance.notices[audience]
    sms = write_notice(
        text, CASE, Notice(audience), ITEM, guidance.kinds[ITEM.kind], form=MessageForm.SMS, language="zh", today=TODAY
    ).text
    assert sms.startswith("【和顺便利店】")
    assert count_sms(sms).messages <= 2


def test_a_notice_to_customers_is_the_known_one(resources: Path) -> None:
    text = load_guidance(resources / "guidance").notices[Audience.CUSTOMERS]
    sms = write_notice(text, CASE, Notice(), None, None, form=MessageForm.SMS, language="zh", today=TODAY).text
    told = "【和顺便利店】本店刷卡机自12月1日起停用，之后可用现金或微信、支付宝商户码付款。"
    assert sms == f"{told}如需退款请于11月25日前联系13800000000。"
    assert count_sms(sms).messages == 1
