"""The poster is one page that says what it must, in either language, with embedded fonts only."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from pos_closeout.documents.poster import poster_pdf
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, Merchant, Reason, Request
from pos_closeout.domain.case.notices import NoticePlan
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem

TODAY = date(2026, 11, 23)
LONG = Case(
    merchant=Merchant(trading_name="杭州市西湖区文三路和顺二十四小时便民生活超市旗舰店", phone="0571-88001234"),
    request=Request(stop_on=date(2026, 12, 28)),
    notice_plan=NoticePlan(date(2026, 12, 20), "现金、微信或支付宝商户码、云闪付、银行转账"),
)


def _text(data: bytes) -> str:
    pages = PdfReader(BytesIO(data)).pages
    assert len(pages) == 1
    return "".join(pages[0].extract_text().split())


@pytest.mark.parametrize("language", LetterLanguage)
@pytest.mark.parametrize("case", [LONG, Case()], ids=["long", "empty"])
def test_a_poster_is_one_page_whatever_was_answered(
    language: LetterLanguage, case: Case, fonts: Fonts, wording: Wording
) -> None:
    items = [OpenItem(kind=ItemKind.PREPAID, amount_fen=100)]
    said = _text(poster_pdf(case, items, language=language, today=TODAY, fonts=fonts, wording=wording))
    assert ("验证码" if language is LetterLanguage.CHINESE else "fraud") in said
    assert ("储值会员" if language is LetterLanguage.CHINESE else "Storedvalue") in said


def test_the_poster_names_day_ways_refunds_and_phone(fonts: Fonts, wording: Wording) -> None:
    said = _text(poster_pdf(LONG, [], language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording))
    for part in ("2026年12月29日起停用刷卡机", "云闪付", "2026年12月20日", "0571-88001234", "旗舰店"):
        assert part in said
    assert "储值会员" not in said
    assert "概不退款" not in said


def test_letter_and_poster_mean_one_day(fonts: Fonts, wording: Wording) -> None:
    def said(case: Case) -> str:
        return _text(poster_pdf(case, [], language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording))

    assert "2026年12月29日起停用刷卡机" in said(LONG)
    in_the_morning = replace(LONG, request=replace(LONG.request, after_close_of_business=False))
    assert "2026年12月28日起停用刷卡机" in said(in_the_morning)


def test_a_shop_that_closes_announces_that_and_how_to_be_reached(fonts: Fonts, wording: Wording) -> None:
    closing = replace(LONG, request=replace(LONG.request, reasons=(Reason.CLOSING_DOWN,)))
    said = _text(poster_pdf(closing, [], language=LetterLanguage.CHINESE, today=TODAY, fonts=fonts, wording=wording))
    assert "停业公告" in said
    assert "2026年12月28日营业终了后停业" in said
    assert "0571-88001234" in said
    assert "怎么付款" not in said


def test_chinese_words_of_the_owner_stay_out_of_the_english_poster(fonts: Fonts, wording: Wording) -> None:
    def said(plan: NoticePlan, language: LetterLanguage) -> str:
        case = Case(request=LONG.request, notice_plan=plan)
        return _text(poster_pdf(case, [], language=language, today=TODAY, fonts=fonts, wording=wording))

    both = NoticePlan(pay_instead="现金或微信", pay_instead_en="Cash or WeChat Pay")
    assert "CashorWeChatPay" in said(both, LetterLanguage.ENGLISH)
    assert "现金或微信" in said(both, LetterLanguage.CHINESE)
    alone = NoticePlan(pay_instead="现金或微信")
    assert "现金" not in said(alone, LetterLanguage.ENGLISH)
    assert "☐cash☐QRcode" in said(alone, LetterLanguage.ENGLISH)
