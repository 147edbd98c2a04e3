"""Five more owners, unlike the ten, with what a competent adviser would say, written down before they were tried.

11. The licence is cancelled, the only device is lost, an agent came with it. The person who was the proprietor signs.
    Nothing can be handed over or accepted, so no refund waits for that; the loss is reported and stated; the function
    is closed at once. The letter goes to the licensed acquirer, never to the agent.
12. A tenant takes payments on the terminal of the landlord's company. Only the company can apply, the tenant comes with
    its authority. Nobody promises that the device was not lent; it is not used any more.
13. A partnership changes its acquirer with two holds open. A partnership is no company and has a managing partner, no
    legal representative. Holds are completed or released before the stop, and stand on the list.
14. Three terminals of two acquirers, one of each stays: a letter to one acquirer takes one terminal away, keeps the
    number, ends no agreement and says nothing of the other acquirer's.
15. A person with a pocket device; the acquirer left in 2025, no stop was asked. It is a claim: no day to come, nothing
    "before the stop" or "after"; records are kept from the day it left, the data fee taken since is objected to.
"""

from pos_closeout.actions.cases.case_json import read_case
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.ledger.open_items import OpenItem
from tests.domain.ten_cases import FOLDER, Adviser

FIVE = {
    "11": Adviser(
        13,
        "not_a_scam_call terminals_listed shared_merchant_number settlement_account pending_refunds"
        " unknown_transactions disputes fees_due contract_term deposit_proof device_present frozen history_exported",
        "licence_valid seal_and_representative replacement_ready staff_access mall_terminal preauthorisations"
        " instalments_recurring prepaid_balances tax invoices data_lines notices_sent",
        "",
        "licence_valid",
        "letter loss deposit retention",
        "cancellation representative_id settlement_account agreement deposit_proof last_settlement loss_statement",
        ("2026年10月20日办理注销登记", "系原经营者", "拉卡拉支付股份有限公司：", "立即关闭业务功能，并保持关闭",
         "核退押金¥300.00", "签名并按指印", "遗失的终端如找回，立即交还"),
        ("验收", "收回上列终端", "营业执照副本", "公章", "我店", "信息咨询部：", "机具照片"),
    ),
    "12": Adviser(
        14,
        "terminals_listed settlement_account fees_due contract_term licence_valid frozen history_exported"
        " replacement_ready staff_access notices_sent mall_terminal data_lines not_a_scam_call open_matters",
        "shared_merchant_number tax invoices deposit_proof seal_and_representative",
        "",
        "action_fits",
        "letter plan attorney retention",
        "licence representative_id handler_id authorisation settlement_account agreement device_photos"
        " last_settlement devices",
        ("合肥市包河区万顺商贸有限公司", "尹小满（受委托，授权范围和期限见委托书）", "终端有下列情况，如实说明：＿"),
        ("未出租、出借", "真实、完整", "注销商户", "申请人：尹小满", "核退押金"),
    ),
    "13": Adviser(
        19,
        "terminals_listed shared_merchant_number settlement_account pending_refunds unknown_transactions disputes"
        " instalments_recurring prepaid_balances contract_term licence_valid frozen history_exported invoices tax"
        " staff_access notices_sent mall_terminal data_lines not_a_scam_call",
        "unsettled_funds preauthorisations fees_due deposit_proof replacement_ready seal_and_representative",
        "unsettled_funds preauthorisations",
        "",
        "letter plan deposit retention",
        "open_items licence representative_id settlement_account agreement deposit_receipt device_photos"
        " last_settlement devices",
        ("我单位", "执行事务合伙人段听松", "执行事务合伙人（签字）", "执行事务合伙人身份证复印件", "预授权2笔",
         "清单附后", "停用前办结", "¥5,120.00"),
        ("我公司", "法定代表人", "未完成预授权"),
    ),
    "14": Adviser(
        12,
        "terminals_listed settlement_account contract_term licence_valid frozen history_exported staff_access"
        " notices_sent mall_terminal data_lines not_a_scam_call open_matters",
        "shared_merchant_number tax invoices replacement_ready fees_due deposit_proof seal_and_representative",
        "unsettled_funds",
        "",
        "letter plan retention",
        "licence representative_id settlement_account agreement device_photos last_settlement devices",
        ("撤除上列终端（终端号37020461）", "停止计收上列终端的租金"),
        ("注销商户", "解除通知", "停用其项下全部终端", "核退押金"),
    ),
    "15": Adviser(
        9,
        "settlement_account pending_refunds disputes deposit_proof not_a_scam_call termination_notice"
        " deposit_conditions",
        "frozen tax licence_valid seal_and_representative notices_sent replacement_ready history_exported",
        "",
        "fees_due action_fits deposit_due",
        "letter deposit fees retention",
        "open_items representative_id settlement_account agreement deposit_proof device_photos",
        ("已公告终止支付业务", "书面确认商户号845551072300917", "接收机构", "15个工作日内退还", "流量费1笔共¥72.00",
         "联系：白小楼"),
        ("停用前", "停用后", "营业终了", "自2026年", "吊销", "公章"),
    ),
}  # fmt: skip
"""What the adviser says, by case."""


def five_cases(number: str) -> tuple[Case, tuple[OpenItem, ...]]:
    """Return one of the five cases as its file gives it."""
    return read_case((FOLDER / f"{number}.json").read_text(encoding="utf-8"))
