"""Ten cases of owners with what a competent adviser asks, finds, prints and writes; shops and persons are invented.

The files are the shape of ``case new``. What stands there only in words is given as typed answers here.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pos_closeout.actions.cases.case_json import read_case
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.profile import Applicant, Profile, Seal
from pos_closeout.domain.device.terminal import DeviceKind
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.open_items import OpenItem

READ_ON = date(2026, 11, 29)
FOLDER = Path(__file__).parents[1] / "fixtures" / "cases"

TYPED = {
    "06": Profile(applicant=Applicant.FORMER, applicant_name="于海涛", since=date(2026, 11, 10), seal=Seal.NONE),
    "07": Profile(applicant=Applicant.CHANGED, applicant_name="贺兰舟"),
    "08": Profile(acquirer_left=True, acquirer_left_on=date(2024, 12, 9)),
    "09": Profile(applicant=Applicant.HEIRS, since=date(2026, 11, 22)),
    "10": Profile(one_place=True),
}
OBJECTED = {"02": (1, 2)}
"""Fees on the list that the owner objects to, by place."""
KINDS = {
    "01": DeviceKind.POCKET,
    "02": DeviceKind.POCKET,
}


@dataclass(frozen=True)
class Adviser:
    """What the adviser says; ids of checks, papers and attachments, and pieces of the Chinese letter.

    Attributes:
        blocking: checks that are found blocking, unanswered ones aside.
        letter: the letter is printed; ``False`` where it is held back.
    """

    most: int
    asks: str
    never: str
    blocking: str
    warning: str
    papers: str
    attachments: str
    says: tuple[str, ...] = ()
    says_not: tuple[str, ...] = ()
    letter: bool = True


def ten_cases(number: str) -> tuple[Case, tuple[OpenItem, ...]]:
    """Return one of the ten cases with its typed answers."""
    case, items = read_case((FOLDER / f"{number}.json").read_text(encoding="utf-8"))
    kind = KINDS.get(number)
    terminals = tuple(replace(each, kind=kind) for each in case.terminals)
    numbered = tuple(replace(each, id=place) for place, each in enumerate(items, 1))
    return replace(case, profile=TYPED.get(number, Profile()), terminals=terminals), numbered


def ten_facts(number: str) -> dict[int, dict[Fact, str]]:
    """Return the extra fields of the items of one of the ten cases, by id."""
    written = json.loads((FOLDER / f"{number}.json").read_text(encoding="utf-8")).get("items", [])
    facts = {
        place: {Fact(name): str(value) for name, value in each.get("facts", {}).items()}
        for place, each in enumerate(written, 1)
    }
    for place in OBJECTED.get(number, ()):
        facts[place][Fact.DISPUTED] = "yes"
    return facts


ADVICE = {
    "01": Adviser(
        8,
        "terminals_listed settlement_account pending_refunds disputes fees_due contract_term deposit_proof frozen",
        "licence_valid seal_and_representative shared_merchant_number preauthorisations instalments_recurring"
        " prepaid_balances invoices tax staff_access notices_sent mall_terminal data_lines replacement_ready",
        "",
        "idle_service",
        "letter deposit retention",
        "representative_id settlement_account agreement deposit_proof device_photos devices",
        ("自愿申请", "不再使用该商户号", "关闭终端业务功能", "259号一（一）3", "收回上列终端",
         "¥299.00", "2024年5月11日收取", "书面说明退还条件和结果"),
        ("公章", "法定代表人", "刷满10万", "三倍", "本人于停用前办结"),
    ),
    "02": Adviser(
        9,
        "not_a_scam_call terminals_listed settlement_account pending_refunds unknown_transactions disputes"
        " contract_term"
        " frozen replacement_ready",
        "fees_due deposit_proof licence_valid seal_and_representative prepaid_balances preauthorisations"
        " instalments_recurring tax invoices staff_access mall_terminal data_lines shared_merchant_number",
        "",
        "fees_due terminal_numbers stop_day",
        "letter fees deposit retention",
        "open_items representative_id settlement_account agreement deposit_proof device_photos last_settlement devices",
        ("对流量费2笔共¥144.00", "有异议：请书面指明在何处标明", "停止计收", "任何费用", "SXF-MP35-0091826",
         "按机身序列号查明并补全"),
        ("业务员（已失联）：", "同意以押金抵扣", "承认欠费", "应付¥", "会付清", "停用前办结"),
    ),
    "03": Adviser(
        10,
        "not_a_scam_call unsettled_funds disputes preauthorisations contract_term fees_due history_exported"
        " replacement_ready",
        "terminals_listed shared_merchant_number licence_valid seal_and_representative prepaid_balances notices_sent"
        " tax"
        " invoices mall_terminal frozen settlement_account instalments_recurring data_lines deposit_proof",
        "unknown_transactions",
        "device_present stop_day",
        "letter plan retention",
        "licence representative_id device_photos open_items last_settlement devices",
        ("保留商户号、结算账户和费率", "解除旧机序列号的绑定", "登记新机序列号后交付", "旧机当面验收并签字",
         "¥186.00", "查询并书面答复"),
        ("解除协议", "注销商户", "核退押金", "停止计收"),
    ),
    "04": Adviser(
        4,
        "scam_replied scam_device_sent slip_acquirer device_works",
        "terminals_listed settlement_account fees_due contract_term licence_valid seal_and_representative frozen tax"
        " notices_sent history_exported replacement_ready invoices",
        "acquirer_confirmed not_a_scam_call addressee",
        "action_fits",
        "",
        "",
        ("收单机构未核实",),
        ("升级中心：",),
        letter=False,
    ),
    "05": Adviser(
        14,
        "terminals_listed shared_merchant_number settlement_account unknown_transactions preauthorisations fees_due"
        " contract_term licence_valid seal_and_representative frozen history_exported invoices notices_sent"
        " not_a_scam_call",
        "unsettled_funds pending_refunds disputes prepaid_balances deposit_proof replacement_ready mall_terminal"
        " instalments_recurring data_lines staff_access tax",
        "unsettled_funds pending_refunds disputes prepaid_balances",
        "closing_notice other_numbers",
        "letter plan attorney deposit retention",
        "open_items licence representative_id handler_id authorisation settlement_account agreement deposit_receipt"
        " device_photos last_settlement devices",
        ("自2027年1月15日营业终了时起注销商户号821651058120563", "并停用其项下全部终端", "¥1,000.00", "TL-2022-0318",
         "验收后核退押金", "清单附后", "停用后联系：程予安，电话13800005563", "罗青（受委托，授权范围和期限见委托书）",
         "直接签约的商户号，由我公司另行办理"),
        ("没有未结事项", "我公司没有待退款", "概不退款", "关联收款码（微信"),
    ),
    "06": Adviser(
        11,
        "not_a_scam_call terminals_listed shared_merchant_number settlement_account pending_refunds"
        " unknown_transactions"
        " disputes fees_due contract_term frozen history_exported",
        "licence_valid seal_and_representative replacement_ready staff_access mall_terminal preauthorisations"
        " instalments_recurring prepaid_balances tax invoices data_lines notices_sent",
        "unsettled_funds",
        "licence_valid deposit_proof",
        "letter deposit retention",
        "cancellation representative_id settlement_account agreement deposit_proof device_photos last_settlement"
        " devices",
        ("2026年11月10日办理注销登记", "系原经营者", "¥4,120.00", "受理后结清至结算账户（尾号3096）", "签名并按指印"),
        ("营业执照副本", "公章", "我店", "盖章）"),
    ),
    "07": Adviser(
        8,
        "what_was_sold back_office_access settlement_account disputes pending_refunds fees_due contract_term"
        " not_a_scam_call",
        "deposit_proof prepaid_balances notices_sent licence_valid tax mall_terminal preauthorisations"
        " replacement_ready"
        " data_lines history_exported",
        "seal_and_representative",
        "action_fits",
        "",
        "licence representative_id change_notice agreement",
        ("保留商户号和终端资料", "变更登记正在贵公司办理"),
        ("核退押金", "解除通知", "葛明远（签"),
        letter=False,
    ),
    "08": Adviser(
        9,
        "termination_notice disputes deposit_conditions fees_due settlement_account history_exported licence_valid"
        " not_a_scam_call",
        "pending_refunds preauthorisations instalments_recurring prepaid_balances replacement_ready notices_sent"
        " staff_access tax mall_terminal data_lines shared_merchant_number",
        "",
        "action_fits deposit_due",
        "letter deposit retention",
        "licence representative_id agreement deposit_receipt device_photos settlement_account",
        ("已公告终止支付业务", "书面确认商户号840588052510833", "已经注销", "身份资料和交易记录的接收机构",
         "押金¥500.00（人民币伍佰元整），请于收到本函之日起15个工作日内退还"),
        ("营业终了时起", "复机", "吊销"),
    ),
    "09": Adviser(
        9,
        "heirs_agree device_in_use shop_goes_on settlement_account disputes unknown_transactions contract_term"
        " prepaid_balances not_a_scam_call",
        "seal_and_representative licence_valid tax staff_access mall_terminal preauthorisations instalments_recurring"
        " data_lines notices_sent",
        "seal_and_representative unsettled_funds pending_refunds",
        "action_fits seal_and_representative",
        "letter attorney",
        "death kinship heirs_id handler_id licence settlement_account agreement open_items devices",
        ("冉德厚已于2026年11月22日去世", "立即关闭终端业务功能", "继承人（遗产管理人）", "未结算款属遗产",
         "¥8,635.00", "勿变更结算账户"),
        ("经营者（签", "冉一川（受委托，", "继续由本店使用", "联系：冉德厚"),
    ),
    "10": Adviser(
        12,
        "terminals_listed unknown_transactions disputes prepaid_balances fees_due contract_term deposit_proof"
        " seal_and_representative history_exported frozen notices_sent not_a_scam_call",
        "shared_merchant_number settlement_account licence_valid replacement_ready mall_terminal instalments_recurring"
        " tax invoices preauthorisations",
        "shared_merchant_number pending_refunds",
        "closing_notice action_fits",
        "letter plan retention",
        "licence representative_id settlement_account agreement open_items device_photos last_settlement devices",
        ("撤除上列终端（终端号12901055）", "保留商户号898290059921055以及其他门店的终端、收款码",
         "停止计收上列终端的租金", "收回上列终端，当面核对序列号"),
        ("注销商户号", "解除通知", "停用其项下全部终端"),
    ),
}  # fmt: skip
"""What the adviser says, by case; the letter of case 10 is the one for the action the adviser names."""
