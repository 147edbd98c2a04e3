"""The sample case of the first run: a shop that does not exist, with dates that are always near the day it is made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from pos_closeout.actions.items.item_files import keep_facts
from pos_closeout.actions.items.items import add_items
from pos_closeout.domain.case.case import (
    Acquirer,
    Agent,
    Answer,
    Case,
    CheckAnswer,
    EntityType,
    Merchant,
    Reason,
    Request,
    Settlement,
)
from pos_closeout.domain.case.contact import ContactEntry, ContactGuard, KnownNumber, NumberSource
from pos_closeout.domain.case.impact import ImpactChoices, Replacement, ReplacementKind, TakingsEstimate
from pos_closeout.domain.case.issued_papers import Delivery, DeliveryChannel, PaperAnswers
from pos_closeout.domain.case.moving import Move, Moved
from pos_closeout.domain.case.notices import Audience, NoticePlan, sorted_notices
from pos_closeout.domain.case.review import EventKind, ReturnReason, ReviewEvent, repairs_for
from pos_closeout.domain.device.terminal import Action, Ownership, Terminal
from pos_closeout.domain.eligibility.concerns import suggested_notices
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel
from pos_closeout.store import Store

# The credit code passes its check and belongs to nobody; numbers and names are made up.
_MERCHANT = Merchant(
    registered_name="杭州和顺便利店",
    trading_name="和顺便利店",
    entity_type=EntityType.SOLE_TRADER,
    identity_number="92310115MA1K3TE79M",
    merchant_number="822331054110001",
    industry="5411 便利店",
    registered_address="浙江省杭州市西湖区文三路 100 号",
    representative="张䶮",
    phone="13800138000",
    email="heshun@example.com",
    agreement_number="XY-2021-0315",
    signed_on=date(2021, 3, 15),
)


def add_sample_case(store: Store, today: date, now: datetime) -> Case:
    """Store the sample case with its open items, one of them overdue and one due today, and return it."""
    case = _handed_in(sample_case(today), today)
    with store.database.writing():
        stored = store.cases.add(case, now)
        items = add_items(store, [replace(item, case_id=stored.id) for item in sample_items(today)], now)
        for item, facts in zip(items, sample_facts(today), strict=False):
            keep_facts(store, item.id, facts, now)
        return store.cases.save(_with_notices(stored, items, today), now)


def _with_notices(case: Case, items: Sequence[OpenItem], today: date) -> Case:
    """Return the case with everybody who is usually told; the customers have been."""
    plan = NoticePlan(
        refund_until=today + timedelta(days=10),
        pay_instead="现金或微信、支付宝",
        pay_instead_en="Cash, WeChat Pay or Alipay",
    )
    notices = tuple(
        replace(notice, sent_on=today) if notice.audience is Audience.CUSTOMERS else notice
        for notice in suggested_notices(case, items, today)
    )
    return replace(case, notice_plan=plan, notices=sorted_notices(notices))


def sample_case(today: date) -> Case:
    """Return the sample case, not stored: two terminals, one of them without a serial number."""
    return Case(
        created_on=today,
        sample=True,
        merchant=_MERCHANT,
        acquirer=Acquirer(name="拉卡拉支付股份有限公司", branch="浙江分公司", confirmed=True),
        agent=Agent(name="杭州某某网络科技有限公司", phone="0571-00000000"),
        settlement=_settlement(today),
        request=Request(reasons=(Reason.CHANGE_ACQUIRER,), stop_on=today + timedelta(days=14), stop_kinds="全部交易"),
        terminals=(
            Terminal(
                number="10023456",
                serial_number="N7NL00123456",
                model="新大陆 N7",
                place="文三路店 收银台",
                ownership=Ownership.DEPOSIT,
                accessories="电源适配器、底座",
                action=Action.REMOVE,
            ),
            Terminal(number="10023457", place="文三路店 仓库", ownership=Ownership.RENTED, action=Action.REMOVE),
        ),
        answers=(
            CheckAnswer("settlement_account", Answer.FINE),
            CheckAnswer("licence_valid", Answer.FINE),
            CheckAnswer("frozen", Answer.FINE),
        ),
        impact=ImpactChoices(accepted=True),
        estimates=(
            TakingsEstimate(PaymentChannel.CARD, 26_800_00),
            TakingsEstimate(PaymentChannel.WECHAT, 18_500_00),
            TakingsEstimate(PaymentChannel.ALIPAY, 9_200_00),
            TakingsEstimate(PaymentChannel.UNIONPAY_QR, 2_400_00),
            TakingsEstimate(PaymentChannel.CASH, 3_100_00),
        ),
        replacements=(
            Replacement(ReplacementKind.QR_CODE, ready=True),
            Replacement(ReplacementKind.CASH, today + timedelta(days=7)),
        ),
        guard=ContactGuard(
            slip_name="拉卡拉",
            agreement_name="拉卡拉支付股份有限公司",
            payer_name="拉卡拉支付股份有限公司",
            own_number=True,
            called_first=False,
            secret_asked=False,
        ),
        numbers=(KnownNumber("95016", "拉卡拉客服", NumberSource.SLIP, today - timedelta(days=3)),),
        contacts=_contacts(today),
        moves=_moves(today),
        paper_answers=PaperAnswers(operator="李店长", checker="王会计", deposit_paid_on=date(2021, 3, 15)),
        deliveries=(
            Delivery(
                version=1,
                channel=DeliveryChannel.EMS,
                to="拉卡拉浙江分公司",
                number="1098765432100",
                sent_on=today - timedelta(days=2),
                arrived_on=today - timedelta(days=2),
                proof="EMS签收记录截图",
            ),
        ),
    )


def _moves(today: date) -> tuple[Move, ...]:
    """Return the data of the sample case on its way: one set signed off, one still to be counted."""
    return (
        Move(
            Moved.MEMBERS,
            source="旧收银软件",
            target="新收银软件",
            who="李店长",
            count_before=126,
            count_after=126,
            fen_before=12_345_00,
            fen_after=12_345_00,
            signed_by="张䶮",
            signed_on=today - timedelta(days=1),
        ),
        Move(Moved.STATEMENTS, source="商户后台", target="移动硬盘", who="王会计", count_before=36),
    )


def _handed_in(case: Case, today: date) -> Case:
    """Return the case with its first letter handed in and sent back: what the review step is there for."""
    back = ReviewEvent(
        EventKind.RETURNED,
        today - timedelta(days=1),
        1,
        reasons=(ReturnReason.INCOMPLETE, ReturnReason.SIGNATURE),
        note="缺营业执照副本复印件，负责人没有签字",
    )
    events = (
        ReviewEvent(EventKind.SUBMITTED, today - timedelta(days=2), 1, DeliveryChannel.EMS, "1098765432100"),
        ReviewEvent(EventKind.ACCEPTED, today - timedelta(days=2), 1, number="GD20260001"),
        back,
    )
    first, *others = repairs_for(back)
    return replace(
        case,
        letter=replace(case.letter, issued_version=1),
        reviews=events,
        repairs=(replace(first, done=True), *others),
    )


def sample_items(today: date) -> tuple[OpenItem, ...]:
    """Return the open items of the sample case, without ids."""
    return (
        OpenItem(
            kind=ItemKind.REFUND,
            amount_fen=128_00,
            original_on=today - timedelta(days=9),
            channel=PaymentChannel.CARD,
            terminal_number="10023456",
            masked_account="622202******0004",
            reference="112233445566",
            voucher="000123",
            counterparty="顾客陈女士",
            contact="13900139000",
            due_on=today - timedelta(days=2),
            due_basis="收到退货后 7 日内",
            note="收单机构已受理，款还没有退到",
        ),
        OpenItem(
            kind=ItemKind.REFUND,
            amount_fen=258_50,
            original_on=today - timedelta(days=6),
            channel=PaymentChannel.WECHAT,
            counterparty="顾客刘先生",
            due_on=today,
            due_basis="与顾客约定的日期",
        ),
        OpenItem(
            kind=ItemKind.UNFINISHED,
            amount_fen=66_00,
            original_on=today - timedelta(days=1),
            channel=PaymentChannel.CARD,
            terminal_number="10023457",
            voucher="000087",
            counterparty="收单机构",
            due_on=today + timedelta(days=1),
            due_basis="发现后 1 个工作日内查询",
            note="机器显示失败，顾客说已扣款",
        ),
        OpenItem(
            kind=ItemKind.DEPOSIT,
            amount_fen=299_00,
            original_on=date(2021, 3, 15),
            channel=PaymentChannel.OTHER,
            terminal_number="10023456",
            reference="YJ20210315",
            counterparty="收单机构",
            due_on=today + timedelta(days=30),
            due_basis="归还验收后 15 个工作日（提醒，以合同为准）",
        ),
    )


def sample_facts(today: date) -> tuple[dict[str, str], ...]:
    """Return the extra fields of the first items of the sample case, in their order."""
    return (
        {"distance_sale": "yes", "goods_back_on": (today - timedelta(days=9)).isoformat()},
        {"agreed_on": today.isoformat()},
    )


def _contacts(today: date) -> tuple[ContactEntry, ...]:
    """One call to the number on the slip, and one that came in and was not believed."""
    return (
        ContactEntry(
            spoken_on=today - timedelta(days=4),
            spoken_at="10:05",
            number="400-000-0000",
            source=NumberSource.CALLED_ME,
            clerk="自称“银联客服”",
            note="说要退押金，叫我扫码，已挂断",
        ),
        ContactEntry(
            spoken_on=today - timedelta(days=3),
            spoken_at="14:30",
            number="95016",
            source=NumberSource.SLIP,
            clerk="王女士",
            staff_number="0317",
            ticket="GD20260001",
            agreed_fees="没有欠费，停机后不再收流量费",
            agreed_deposit="验收后退 299 元",
            agreed_data="明细停机前自己导出",
            agreed_stop_on=today + timedelta(days=14),
            next_step="把盖章的申请函寄到浙江分公司",
            next_on=today - timedelta(days=2),
            next_done=True,
        ),
        ContactEntry(
            spoken_on=today - timedelta(days=1),
            spoken_at="09:20",
            number="95016",
            source=NumberSource.SLIP,
            clerk="李先生",
            staff_number="0422",
            ticket="GD20260001",
            next_step="补好执照复印件，负责人签字，再寄一次",
            next_on=today + timedelta(days=3),
        ),
    )


def _settlement(today: date) -> Settlement:
    return Settlement(
        account_name="杭州和顺便利店",
        account_last4="6688",
        bank="中国工商银行杭州文三路支行",
        last_transaction_on=today - timedelta(days=1),
        last_batch_number="000456",
        last_batch_on=today - timedelta(days=1),
        unsettled_fen=0,
        deposit_fen=299_00,
        deposit_receipt="YJ20210315",
        deposit_account="中国工商银行 尾号 6688",
        fees_due_fen=0,
        stop_billing_on=today + timedelta(days=14),
    )
