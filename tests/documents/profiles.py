"""Owners of every kind, each with nothing answered, with everything there, and with nothing of it there.

The shops are invented. :mod:`tests.documents.every_paper` draws all their papers to be looked at.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from pos_closeout.domain.case.case import (
    Acquirer,
    Agent,
    Answer,
    Case,
    EntityType,
    Handler,
    Merchant,
    Reason,
    Request,
    Settlement,
    with_answer,
)
from pos_closeout.domain.case.impact import Replacement, ReplacementKind
from pos_closeout.domain.case.issued_papers import PaperAnswers
from pos_closeout.domain.case.notices import NoticePlan
from pos_closeout.domain.case.profile import Applicant, Profile, Seal
from pos_closeout.domain.device.terminal import Action, Condition, DeviceKind, Ownership, Terminal
from pos_closeout.domain.eligibility.eligibility import QUESTIONS
from pos_closeout.domain.ledger.item_facts import Fact, Facts
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel

TODAY = date(2026, 11, 29)


class Said(StrEnum):
    """How much the owner has answered."""

    NOTHING = "nothing"
    YES = "yes"
    NO = "no"


def _shop(entity: EntityType, **told: object) -> Merchant:
    names = {
        EntityType.COMPANY: ("成都锦城拾味餐饮管理有限公司", "拾味小馆", "91510104MAD1TJ3Y9M", "程予安"),
        EntityType.SOLE_TRADER: ("杭州市西湖区和顺便利店", "和顺便利店", "92310115MA1K3TE79M", "陈和顺"),
        EntityType.MICRO: ("陈和顺", "和顺水果摊", "310101199001011234", "陈和顺"),
    }
    registered, trading, identity, person = names[entity]
    plain = Merchant(
        registered_name=registered,
        trading_name=trading,
        entity_type=entity,
        identity_number=identity,
        merchant_number="822331054110001",
        registered_address="浙江省杭州市西湖区文三路88号1层",
        representative=person,
        phone="13800000000",
    )
    return replace(plain, **told)  # type: ignore[arg-type]  # fields by name


def _device(order: int, action: Action | None, **told: object) -> Terminal:
    plain = Terminal(
        id=order,
        number=f"1002345{5 + order}",
        serial_number=f"N7NL0012345{5 + order}",
        model="示例N7",
        place="收银台" if order == 1 else "后厨",
        ownership=Ownership.DEPOSIT,
        kind=DeviceKind.SMART,
        action=action,
    )
    return replace(plain, **told)  # type: ignore[arg-type]  # fields by name


def _case(entity: EntityType, *devices: Terminal, reason: Reason, **told: object) -> Case:
    plain = Case(
        id=1,
        number="TJ-2026-0007",
        created_on=date(2026, 11, 20),
        merchant=_shop(entity),
        acquirer=Acquirer(name="示例支付股份有限公司", branch="浙江分公司", confirmed=True),
        request=Request(reasons=(reason,), stop_on=date(2026, 12, 18)),
        terminals=devices,
    )
    return replace(plain, **told)  # type: ignore[arg-type]  # fields by name


_COMPANY, _SOLE, _MICRO = EntityType.COMPANY, EntityType.SOLE_TRADER, EntityType.MICRO
_POCKET = _device(1, Action.CLOSE_MERCHANT, kind=DeviceKind.POCKET, model="4G电签POS", place="")

OWNERS: Mapping[str, Case] = {
    "pocket": _case(_MICRO, _POCKET, reason=Reason.FEES),
    "one_terminal": _case(_SOLE, _device(1, Action.REMOVE), reason=Reason.CHANGE_ACQUIRER),
    "swap": _case(_SOLE, _device(1, Action.SWAP, condition=Condition.DAMAGED), reason=Reason.FAULT),
    "closes": _case(
        _COMPANY,
        _device(1, Action.CLOSE_MERCHANT),
        _device(2, Action.CLOSE_MERCHANT, ownership=Ownership.OWNED, model="收款音箱", kind=DeviceKind.CODE),
        reason=Reason.CLOSING_DOWN,
        request=Request(reasons=(Reason.CLOSING_DOWN,), stop_on=date(2027, 1, 15)),
    ),
    "suspended": _case(_SOLE, _device(1, Action.SUSPEND), reason=Reason.IDLE),
    "former": _case(
        _SOLE,
        _device(1, Action.CLOSE_MERCHANT),
        reason=Reason.CLOSING_DOWN,
        profile=Profile(applicant=Applicant.FORMER, applicant_name="陈和顺", since=date(2026, 11, 10)),
    ),
    "heirs": _case(
        _SOLE,
        _device(1, Action.SUSPEND),
        reason=Reason.OTHER,
        profile=Profile(applicant=Applicant.HEIRS, since=date(2026, 11, 22)),
        handler=Handler("陈小顺", "310101199001011234", "13900000000"),
    ),
    "changed": _case(
        _COMPANY,
        _device(1, Action.SUSPEND),
        reason=Reason.TRANSFER,
        profile=Profile(applicant=Applicant.CHANGED, applicant_name="贺兰舟", since=date(2026, 11, 2)),
    ),
    "lost": _case(
        _SOLE,
        _device(1, Action.REMOVE, condition=Condition.LOST),
        _device(2, Action.REMOVE),
        reason=Reason.LOST,
    ),
    "not_opened": _case(
        _MICRO,
        reason=Reason.NOT_OPENED,
        merchant=_shop(_MICRO, registered_name="陈和顺", trading_name="", registered_address=""),
    ),
    "acquirer_left": _case(
        _SOLE,
        _device(1, Action.CLOSE_MERCHANT),
        reason=Reason.OTHER,
        profile=Profile(acquirer_left=True, acquirer_left_on=date(2024, 12, 9), successor="示例清算组"),
    ),
    "one_place": _case(
        _COMPANY,
        _device(1, Action.REMOVE, ownership=Ownership.RENTED),
        reason=Reason.CLOSING_DOWN,
        profile=Profile(one_place=True),
    ),
    "nothing_chosen": _case(_SOLE, reason=Reason.OTHER, request=Request(), merchant=Merchant(), acquirer=Acquirer()),
    "bank_mixed": _case(
        _COMPANY,
        _device(1, Action.SUSPEND),
        _device(2, Action.SWAP),
        _device(3, Action.REMOVE),
        _device(4, Action.REMOVE, ownership=Ownership.UNKNOWN, number=""),
        reason=Reason.CHANGE_ACQUIRER,
        acquirer=Acquirer(name="中国工商银行股份有限公司", branch="杭州分行", confirmed=True),
        merchant=_shop(_COMPANY, other_numbers="微信1900000109", email="office@example.cn", industry="5812 餐饮"),
    ),
}


def told(owner: str, said: Said) -> tuple[Case, tuple[OpenItem, ...], dict[int, Facts]]:
    """Return an owner's case, its ledger and the extra fields of the ledger, with so much answered."""
    case = OWNERS[owner]
    match said:
        case Said.NOTHING:
            return case, (), {}
        case Said.YES:
            return _everything(case), *_ledger()
        case Said.NO:
            return _without(case), (), {}


def _everything(case: Case) -> Case:
    for check in QUESTIONS:
        case = with_answer(case, check, Answer.FINE)
    problems = ("pending_refunds", "preauthorisations", "unknown_transactions", "disputes", "prepaid_balances")
    for check in problems:
        case = with_answer(case, check, Answer.PROBLEM)
    person = case.handler if case.handler.name else Handler("林小雨", "310101199001011234", "13900000000")
    return replace(
        case,
        merchant=replace(case.merchant, agreement_number="SL-2023-04518", signed_on=date(2023, 3, 18)),
        handler=person,
        agent=Agent("杭州某某科技有限公司", "0571-00000000"),
        settlement=Settlement(
            account_name=case.merchant.registered_name,
            account_last4="0004",
            bank="中国工商银行杭州文三路支行",
            last_transaction_on=date(2026, 11, 28),
            last_batch_number="000127",
            last_batch_on=date(2026, 11, 28),
            unsettled_fen=268_050,
            unsettled_expected_on=date(2026, 11, 30),
            deposit_fen=29_900,
            deposit_receipt="YJ20230318-07",
            fees_due_fen=4_800,
        ),
        profile=replace(case.profile, seal=Seal.HELD, untouched=True, loss_reported=True, debits_allowed=True),
        paper_answers=PaperAnswers(
            operator="李店长",
            checker="王会计",
            collect_on=date(2026, 12, 21),
            attorney_until=date(2027, 2, 28),
            lost_on=date(2026, 11, 18),
            lost_where="文三路88号仓库",
            lost_how="盘点时发现不在",
            report_number="BJ-0001",
            deposit_paid_on=date(2023, 3, 18),
        ),
        notice_plan=NoticePlan(refund_until=date(2026, 12, 15), pay_instead="现金、扫码", pay_instead_en="cash, QR"),
        replacements=(Replacement(ReplacementKind.QR_CODE, ready=True),),
    )


def _without(case: Case) -> Case:
    for check in QUESTIONS:
        case = with_answer(case, check, Answer.NOT_APPLICABLE)
    terminals = tuple(replace(each, ownership=Ownership.OWNED) for each in case.terminals)
    heirs = case.profile.applicant is Applicant.HEIRS
    return replace(
        case,
        handler=case.handler if heirs else Handler(),
        nothing_open=True,
        terminals=terminals,
        settlement=Settlement(unsettled_fen=0, deposit_fen=0, fees_due_fen=0, wants_clearance=False),
        profile=replace(case.profile, seal=Seal.NONE, untouched=False, loss_reported=False, debits_allowed=False),
    )


def _ledger() -> tuple[tuple[OpenItem, ...], dict[int, Facts]]:
    kinds = (
        (ItemKind.REFUND, 68_800, "陈女士"),
        (ItemKind.UNFINISHED, 18_600, ""),
        (ItemKind.PREPAID, 56_000, "李先生"),
        (ItemKind.COMPLAINT, None, "王先生"),
        (ItemKind.FEE, 7_200, ""),
        (ItemKind.FEE, 4_800, ""),
        (ItemKind.DEPOSIT, 29_900, ""),
    )
    items = tuple(
        OpenItem(
            id=place,
            case_id=1,
            kind=kind,
            amount_fen=fen,
            original_on=date(2026, 11, 20),
            channel=PaymentChannel.CARD,
            terminal_number="10023456",
            masked_account="622202******0004",
            reference=f"11281642037{place}",
            counterparty=who,
            due_on=date(2026, 12, 5),
        )
        for place, (kind, fen, who) in enumerate(kinds, 1)
    )
    return items, {5: {Fact.FEE_NAME: "流量费"}, 6: {Fact.FEE_NAME: "服务费"}}
