"""Cases as an owner would write them; every number is made up, those with a check digit check."""

from dataclasses import replace
from datetime import date, timedelta

from pos_closeout.domain.case.case import (
    Acquirer,
    Agent,
    Case,
    EntityType,
    Handler,
    LetterChoices,
    Merchant,
    Reason,
    Request,
    Settlement,
)
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel

TODAY = date(2026, 11, 22)

MERCHANT = Merchant(
    registered_name="杭州市西湖区和顺便利店",
    trading_name="和顺便利店",
    entity_type=EntityType.SOLE_TRADER,
    identity_number="92310115MA1K3TE79M",
    merchant_number="822331054110001",
    other_numbers="微信1900000109",
    industry="5411 便利店",
    registered_address="浙江省杭州市西湖区文三路88号1层",
    representative="陈和顺",
    phone="13800000000",
    email="heshun@example.cn",
    agreement_number="SL-2023-04518",
    signed_on=date(2023, 3, 18),
)

SETTLEMENT = Settlement(
    account_name="杭州市西湖区和顺便利店",
    account_last4="0004",
    bank="中国工商银行杭州文三路支行",
    last_transaction_on=date(2026, 11, 30),
    last_batch_number="000127",
    last_batch_on=date(2026, 11, 30),
    unsettled_fen=268_050,
    unsettled_expected_on=date(2026, 12, 2),
    deposit_fen=29_900,
    deposit_receipt="YJ20230318-07",
    deposit_account="",
    fees_due_fen=0,
    stop_billing_on=date(2026, 12, 1),
)

CASE = Case(
    id=1,
    number="TJ-2026-0007",
    created_on=date(2026, 11, 20),
    merchant=MERCHANT,
    acquirer=Acquirer(name="示例支付股份有限公司", branch="浙江分公司", confirmed=True),
    agent=Agent(name="杭州某某科技有限公司", phone="0571-00000000"),
    handler=Handler(name="林小雨", id_number="310101199001011234", phone="13900000000"),
    settlement=SETTLEMENT,
    request=Request(reasons=(Reason.CHANGE_ACQUIRER,), stop_on=date(2026, 12, 1), stop_kinds="刷卡、扫码、预授权"),
    letter=LetterChoices(contact_after="陈和顺，13800000000，杭州市西湖区文三路88号"),
)


def terminal(place: int, action: Action | None = Action.REMOVE) -> Terminal:
    """Return the n-th terminal of the shop."""
    ownership = (Ownership.DEPOSIT, Ownership.RENTED, Ownership.OWNED, Ownership.UNKNOWN)[place % 4]
    return Terminal(
        id=place,
        number=f"100234{55 + place}",
        serial_number=f"N7NL00123{455 + place}",
        model="示例N7智能POS",
        sim="89860000000000000017" if place == 1 else "",
        place="西湖区文三路88号1层收银台" if place == 1 else f"文三路88号1层{place}号收银台",
        ownership=ownership,
        condition=(Condition.WORKING, Condition.WORKING, Condition.DAMAGED, Condition.LOST)[place % 4],
        accessories="电源、底座" if place % 2 else "",
        qr_codes="码牌QR-88017" if place == 2 else "",
        action=action,
    )


def with_terminals(case: Case, count: int, *actions: Action) -> Case:
    """Return the case with so many terminals, the actions going round."""
    chosen = actions or (Action.REMOVE,)
    return replace(
        case, terminals=tuple(terminal(place, chosen[(place - 1) % len(chosen)]) for place in range(1, count + 1))
    )


def open_item(place: int) -> OpenItem:
    """Return the n-th item of a ledger that has every kind and channel."""
    kind = tuple(ItemKind)[place % len(ItemKind)]
    amountless = kind in {ItemKind.DEVICE, ItemKind.INVOICE, ItemKind.RECEIPT}
    return OpenItem(
        id=place + 1,
        case_id=1,
        kind=kind,
        amount_fen=None if amountless else 12_850 + place * 7_919,
        original_on=TODAY - timedelta(days=3 + place),
        channel=tuple(PaymentChannel)[place % len(PaymentChannel)],
        terminal_number="10023456",
        masked_account="622202******0004" if place % 2 == 0 else "",
        reference=f"{331_122_000_000 + place * 7}",
        voucher=f"{1200 + place:06d}",
        counterparty=("陈女士", "李先生", "王记餐饮配送", "示例支付浙江分公司")[place % 4],
        contact="13700000000",
        due_on=None if place % 5 == 4 else TODAY + timedelta(days=place * 2 - 3),
    )


def ledger(count: int) -> tuple[OpenItem, ...]:
    """Return so many open items."""
    return tuple(open_item(place) for place in range(count))


REMOVAL = with_terminals(CASE, 2)
