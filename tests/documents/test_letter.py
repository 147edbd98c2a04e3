import io
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import Destination

from pos_closeout.documents.content import Letter
from pos_closeout.documents.letter import content_digest, letter_content, letter_pdf
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import (
    Acquirer,
    Agent,
    Answer,
    Case,
    EntityType,
    Handler,
    LetterChoices,
    LetterLanguage,
    Merchant,
    Reason,
    Request,
    Settlement,
    with_answer,
)
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.ledger.open_items import ItemKind, ItemState, OpenItem, PaymentChannel
from tests.documents.sample_cases import CASE, REMOVAL, TODAY, ledger, with_terminals

CHINESE, ENGLISH = LetterLanguage.CHINESE, LetterLanguage.ENGLISH
TITLES = {
    Action.SUSPEND: "POS终端停用申请书",
    Action.SWAP: "POS终端换机申请书",
    Action.REMOVE: "POS终端撤机申请书",
    Action.CLOSE_MERCHANT: "特约商户注销申请书",
}
Read = Callable[[bytes], str]
Say = Callable[..., Letter]
Draw = Callable[..., bytes]


@pytest.fixture(scope="module")
def said(wording: Wording) -> Say:
    def content(case: Case, *items: OpenItem, language: LetterLanguage = CHINESE) -> Letter:
        return letter_content(case, items, language=language, today=TODAY, version=1, wording=wording)

    return content


@pytest.fixture(scope="module")
def draw(fonts: Fonts, wording: Wording) -> Draw:
    def pdf(case: Case, *items: OpenItem, language: LetterLanguage = CHINESE, version: int = 1) -> bytes:
        return letter_pdf(case, items, language=language, today=TODAY, version=version, fonts=fonts, wording=wording)

    return pdf


def answers(value: object) -> Iterator[str]:
    """Yield every text the owner typed."""
    if isinstance(value, tuple):
        for part in value:
            yield from answers(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from answers(getattr(value, part.name))
    elif isinstance(value, str) and value and not isinstance(value, Enum):
        yield value


def whole(letter: Letter) -> str:
    return repr(letter)


@pytest.mark.parametrize("language", LetterLanguage)
def test_every_answer_can_be_read_in_the_letter(draw: Draw, read: Read, language: LetterLanguage) -> None:
    text = read(draw(REMOVAL, *ledger(16), language=language))
    missing = [answer for answer in answers(REMOVAL) if re.sub(r"\s", "", answer) not in text]

    assert not missing


@pytest.mark.parametrize("language", LetterLanguage)
def test_every_open_item_can_be_read_in_the_annex(draw: Draw, read: Read, language: LetterLanguage) -> None:
    items = ledger(40)
    text = read(draw(REMOVAL, *items, language=language))
    told = [(item.masked_account, item.reference, item.voucher, item.counterparty) for item in items]

    assert not [part for parts in told for part in parts if part.replace(" ", "") not in text]


def test_money_and_days_can_be_read_in_the_letter(draw: Draw, read: Read) -> None:
    text = read(draw(REMOVAL))

    assert "¥2,680.50（人民币贰仟陆佰捌拾元零伍角整）" in text
    assert "¥299.00（人民币贰佰玖拾玖元整）" in text
    assert "预计2026年12月2日到账" in text
    assert "2023年3月18日签订" in text
    assert "自2026年12月1日起停止计收" in text


@pytest.mark.parametrize("action", Action)
def test_the_title_follows_the_action(said: Say, action: Action) -> None:
    case = with_terminals(CASE, 2, action)

    assert said(case).title == TITLES[action]
    assert said(case, language=ENGLISH).subtitle == TITLES[action]


def test_the_furthest_reaching_action_names_a_letter_of_several(said: Say) -> None:
    letter = said(with_terminals(CASE, 3, Action.SUSPEND, Action.REMOVE, Action.SWAP))
    points = "".join(letter.sections[2].blocks[0].texts)  # type: ignore[union-attr]

    assert letter.title == TITLES[Action.REMOVE]
    assert "撤除上表第2号终端" in points
    assert "更换上表第3号终端（终端号10023458）的机具" in points
    assert "停用上表第1号终端" in points


def test_runs_of_terminals_are_drawn_together(said: Say) -> None:
    actions = (Action.REMOVE, Action.SUSPEND, Action.REMOVE, Action.REMOVE, Action.REMOVE)

    assert "撤除上表第1、3–5号终端" in whole(said(with_terminals(CASE, 5, *actions)))


def test_nothing_is_kept_under_a_merchant_number_that_closes(said: Say) -> None:
    text = whole(said(with_terminals(CASE, 3, Action.CLOSE_MERCHANT, Action.SUSPEND, Action.SWAP)))

    assert not re.search("保留商户号|恢复使用|复机", text)


def test_the_five_bound_items_are_spelt_out_once(said: Say) -> None:
    letter = said(with_terminals(CASE, 2, Action.REMOVE, Action.CLOSE_MERCHANT))

    assert whole(letter).count("259号一（一）2") == 1


def test_only_a_closure_gives_notice_of_the_agreement(said: Say) -> None:
    assert "第五百六十三条" in whole(said(with_terminals(CASE, 1, Action.CLOSE_MERCHANT)))
    assert "第五百六十三条" not in whole(said(REMOVAL))


@pytest.mark.parametrize(
    ("entity", "name", "identity", "label", "us"),
    [
        (EntityType.COMPANY, "杭州和顺商贸有限公司", "91310115MA1K3TE79Q", "信用代码", "我公司"),
        (EntityType.COMPANY, "和顺商行（普通合伙）", "91310115MA1K3TE79Q", "信用代码", "我单位"),
        (EntityType.COMPANY, "杭州和顺商贸有限公司文三路分公司", "91310115MA1K3TE79Q", "信用代码", "我单位"),
        (EntityType.COMPANY, "和顺果园农场", "91310115MA1K3TE79Q", "信用代码", "我单位"),
        (EntityType.SOLE_TRADER, "和顺便利店", "310115600123458", "执照注册号", "我店"),
        (EntityType.MICRO, "陈和顺", "310101199001011234", "身份证号", "本人"),
    ],
)
def test_a_merchant_is_identified_and_speaks_as_what_it_is(
    said: Say, *, entity: EntityType, name: str, identity: str, label: str, us: str
) -> None:
    merchant = replace(CASE.merchant, registered_name=name, entity_type=entity, identity_number=identity)
    text = whole(said(replace(REMOVAL, merchant=merchant)))

    assert f"label='{label}', value='{identity}'" in text
    assert f"{us}与贵公司" in text


def test_a_bank_is_spoken_to_as_a_bank(said: Say) -> None:
    assert "我店与贵行" in said(replace(REMOVAL, acquirer=Acquirer(name="示例银行股份有限公司"))).opening


@pytest.mark.parametrize(
    ("written", "name", "branch", "addressee"),
    [
        ("", "示例支付股份有限公司", "浙江分公司", "示例支付股份有限公司浙江分公司："),
        ("", "示例支付浙江分公司", "浙江分公司", "示例支付浙江分公司："),
        ("", "示例银行", "示例银行杭州支行", "示例银行杭州支行："),
        ("示例支付商户部", "示例支付", "浙江分公司", "示例支付商户部："),
        ("", "", "", "＿＿＿＿＿＿＿＿＿＿＿＿＿＿："),
    ],
)
def test_the_addressee_is_what_the_owner_wrote_or_the_acquirer(
    said: Say, written: str, name: str, branch: str, addressee: str
) -> None:
    case = replace(CASE, acquirer=Acquirer(name, branch), letter=LetterChoices(addressee=written))

    assert said(case).addressee == addressee


def test_without_open_items_the_letter_says_so_and_has_no_annex(said: Say) -> None:
    declared, unsaid = said(replace(REMOVAL, nothing_open=True)), said(REMOVAL)

    assert declared.annex is None
    assert "我店没有待退款" in whole(declared)
    assert "没有待退款" not in whole(unsaid)
    assert "待退款、未完成交易、调单、退单、投诉、未完成预授权、分期、代扣：☐无" in whole(unsaid)


def test_the_statement_counts_what_is_still_open(said: Say) -> None:
    cleared = replace(ledger(1)[0], state=ItemState.CLEARED, cleared_on=TODAY, cleared_how="原路退回")
    text = whole(said(REMOVAL, cleared, *ledger(2)))

    assert (
        "尚有未结事项2笔（待退款1笔、未完成交易1笔），应付¥128.50（人民币壹佰贰拾捌元伍角整），应收¥207.69（人民币贰佰零柒元陆角玖分），清单附后"
        in text
    )


def test_the_annex_adds_up_and_puts_the_most_urgent_first(said: Say) -> None:
    annex = said(REMOVAL, *reversed(ledger(5))).annex

    assert annex is not None
    assert [row[5] for row in annex.table.rows] == ["2026-11-19", "2026-11-21", "2026-11-23", "2026-11-25", ""]
    assert annex.table.foot[3] == "合计 5 笔"
    assert annex.sums == (
        "应付 1 笔　¥128.50（人民币壹佰贰拾捌元伍角整）",
        "应收 3 笔　¥939.83（人民币玖佰叁拾玖元捌角叁分）",
        "另有 1 笔不计入以上金额（预授权、投诉、机具、票据等）",
    )
    assert annex.table.rows[0][-1] == "128.50\n应付"


def test_a_list_the_owner_leaves_out_is_not_promised(said: Say) -> None:
    letter = said(replace(REMOVAL, letter=LetterChoices(left_out=("open_items",))), *ledger(2))

    assert letter.annex is None
    assert "清单附后" not in whole(letter)


def test_what_was_not_said_about_money_is_left_to_the_acquirer_or_to_be_ticked(said: Say) -> None:
    text = whole(said(replace(with_terminals(CASE, 1), settlement=Settlement())))

    assert "以贵公司系统为准" in text
    assert "label='押金', value='☐ 没有交过" in text
    assert "label='应缴未缴费用', value='☐ 没有欠费" in text
    assert not re.search("最后交易日|批次号", text)


def test_a_deposit_is_asked_back_only_where_one_was_paid(said: Say) -> None:
    unpaid = replace(CASE, settlement=Settlement())
    rented = with_terminals(unpaid, 1)

    assert "是否交过押金：☐没有" in whole(said(rented))
    assert "核退押金" not in whole(said(with_answer(rented, "deposit_proof", Answer.NOT_APPLICABLE)))
    assert "核退押金" in whole(said(with_terminals(CASE, 1)))


def test_a_swap_stops_neither_fees_nor_kinds_of_payment(said: Say) -> None:
    text = whole(said(with_terminals(CASE, 2, Action.SWAP)))

    assert not re.search("停止计收|停止的交易类型|费用结清单|停用前", text)
    assert "换机前发生的交易" in text


def test_fees_end_only_for_the_terminals_that_stop(said: Say) -> None:
    assert "停止计收所撤除终端的" in whole(said(with_terminals(CASE, 2, Action.SWAP, Action.REMOVE)))


def test_a_suspension_leaves_the_deposit_where_it_is(said: Say) -> None:
    text = whole(said(with_terminals(CASE, 2, Action.SUSPEND)))

    assert "label='押金', value='¥299.00" in text
    assert not re.search("请退至|核退", text)


def test_a_handler_signs_only_when_there_is_one(said: Say) -> None:
    assert "经办人" in whole(said(REMOVAL))
    assert "经办人" not in whole(said(replace(REMOVAL, handler=Handler())))


def test_a_missing_contact_is_the_person_in_charge(said: Say) -> None:
    assert "停用后联系：陈和顺，电话13800000000。" in whole(said(replace(REMOVAL, letter=LetterChoices())))


def test_an_empty_case_leaves_blanks_and_never_says_none(draw: Draw, said: Say, read: Read) -> None:
    assert "None" not in read(draw(Case()))
    assert "☐停用" in said(Case()).opening


@pytest.mark.parametrize("language", LetterLanguage)
def test_number_version_and_page_stand_in_the_footer(draw: Draw, read: Read, language: LetterLanguage) -> None:
    text = read(draw(REMOVAL, language=language, version=3))

    assert re.search(
        {CHINESE: "TJ-2026-0007第3版第1页共[34]页", ENGLISH: "TJ-2026-0007·Version3Page1of[34]"}[language], text
    )


@pytest.mark.parametrize("language", LetterLanguage)
def test_a_sample_says_so_on_every_page(draw: Draw, language: LetterLanguage) -> None:
    pdf = draw(replace(REMOVAL, sample=True), *ledger(3), language=language)

    assert all("SAMPLE" in page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("language", LetterLanguage)
def test_the_office_grid_and_the_slip_stand_on_one_page(draw: Draw, language: LetterLanguage) -> None:
    names = {CHINESE: ("以下由收单机构填写", "回 执 联"), ENGLISH: ("For the acquirer to fill in", "cut here")}[
        language
    ]
    for count in range(1, 9):
        pdf = draw(with_terminals(CASE, count), language=language)
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
        assert any(all(name in page for name in names) for page in pages)


def test_the_file_says_what_it_is(draw: Draw) -> None:
    reader = PdfReader(io.BytesIO(draw(REMOVAL, *ledger(3))))

    assert reader.metadata is not None
    assert reader.metadata.title == "POS终端撤机申请书"
    assert reader.metadata.author == "杭州市西湖区和顺便利店"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == TODAY
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert "附件　未结事项清单" in [entry.title for entry in reader.outline if isinstance(entry, Destination)]


def test_every_font_is_embedded(draw: Draw) -> None:
    for page in PdfReader(io.BytesIO(draw(REMOVAL, *ledger(3)))).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]


def test_equal_letters_are_equal_files(draw: Draw) -> None:
    assert draw(REMOVAL, *ledger(12)) == draw(REMOVAL, *ledger(12))


def test_rare_names_are_read_back_as_typed(draw: Draw, read: Read) -> None:
    name = "䶮㛃𬱖𠅤喆犇堃𣲗㵘"

    assert name in read(draw(replace(REMOVAL, merchant=replace(CASE.merchant, representative=name))))


def test_a_digest_changes_with_the_answers_and_with_nothing_else(wording: Wording) -> None:
    digest = content_digest(REMOVAL, ledger(3), wording)

    assert content_digest(replace(REMOVAL, created_on=date(2020, 1, 1)), ledger(3), wording) == digest
    assert content_digest(REMOVAL, ledger(2), wording) != digest
    assert content_digest(with_terminals(CASE, 2, Action.SUSPEND), ledger(3), wording) != digest


texts = st.text(max_size=60)
amounts = st.none() | st.integers(0, 99_999_999_99)
days = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))
terminals = st.builds(
    Terminal,
    number=texts,
    serial_number=texts,
    model=texts,
    sim=texts,
    place=texts,
    accessories=texts,
    qr_codes=texts,
    ownership=st.sampled_from(Ownership),
    condition=st.sampled_from(Condition),
    action=st.none() | st.sampled_from(Action),
)
cases = st.builds(
    Case,
    number=texts,
    sample=st.booleans(),
    nothing_open=st.booleans(),
    merchant=st.builds(
        Merchant,
        **dict.fromkeys(("registered_name", "identity_number", "merchant_number", "representative", "phone"), texts),
        **dict.fromkeys(("other_numbers", "email", "agreement_number", "registered_address"), texts),
        entity_type=st.sampled_from(EntityType),
        signed_on=days,
    ),
    acquirer=st.builds(Acquirer, name=texts, branch=texts),
    agent=st.builds(Agent, name=texts, phone=texts),
    handler=st.builds(Handler, name=texts, id_number=texts, phone=texts),
    settlement=st.builds(
        Settlement,
        **dict.fromkeys(("account_name", "account_last4", "bank", "last_batch_number", "deposit_account"), texts),
        **dict.fromkeys(("unsettled_fen", "deposit_fen", "fees_due_fen"), amounts),
        **dict.fromkeys(("last_transaction_on", "last_batch_on", "unsettled_expected_on", "stop_billing_on"), days),
        wants_clearance=st.booleans(),
    ),
    request=st.builds(
        Request,
        reasons=st.lists(st.sampled_from(Reason), max_size=3).map(tuple),
        reason_note=texts,
        stop_on=days,
        stop_kinds=texts,
        after_close_of_business=st.booleans(),
    ),
    letter=st.builds(LetterChoices, addressee=texts, contact_after=texts),
    terminals=st.lists(terminals, max_size=4).map(tuple),
)


items = st.builds(
    OpenItem,
    **dict.fromkeys(("terminal_number", "masked_account", "reference", "voucher", "counterparty"), texts),
    kind=st.sampled_from(ItemKind),
    channel=st.sampled_from(PaymentChannel),
    amount_fen=st.none() | st.integers(1, 99_999_999_99),
    original_on=days,
    due_on=days,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(case=cases, language=st.sampled_from(LetterLanguage), found=st.lists(items, max_size=6))
def test_no_case_stops_the_letter(draw: Draw, case: Case, language: LetterLanguage, found: list[OpenItem]) -> None:
    assert draw(case, *found, language=language).startswith(b"%PDF")
