"""More kinds of bills, made up after what banks, tills and acquirers export; the figures were added by hand."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.vocabulary import Vocabulary


class Kind(NamedTuple):
    """A bill with its rows, money in and out in fen, and kind, fen, row and state of what is open."""

    text: str
    rows: int
    income: int
    expense: int
    open: tuple[tuple[str, int, int, str], ...] = ()
    problems: tuple[tuple[int, str], ...] = ()
    footer: str = "none"


KINDS = {
    "a portal with a column of refunds": Kind(
        """\
清算时间,交易时间,终端号,交易类型,交易状态,卡号,交易金额,检索号,商户号,退款状态,退款金额
2026-06-04,2026-06-03 11:20:30,12345678,消费,成功,621226******0001,128.00,120304400001,898110053110001,,
2026-06-05,2026-06-04 11:20:30,12345678,消费,成功,621226******0002,30.00,120304400002,898110053110001,退款失败,30.00
2026-06-06,2026-06-05 11:20:30,12345678,消费,成功,621226******0003,50.00,120304400003,898110053110001,退款成功,20.00
""",
        3,
        208_00,
        20_00,
        (("refund", 30_00, 3, "refund_action"),),
    ),
    "names in two lines, subtotals, a reversal and brackets": Kind(
        """\
某某银行对公账户明细,,,,,,
账号：1234567890125566 户名：禾木小吃店,,,,,,
查询日期：2026年07月01日 至 2026年07月31日,,,,,,
交易日期,交易时间,发生额,,余额,对方,摘要
,,借方(出账),贷方(入账),,,
2026-07-03,09:30,,"1,200.00","5,200.00",银联商务,清算款
2026-07-04,10:30,36.00,,"5,164.00",青禾支付,POS通讯服务费
2026-07-04,10:31,-36.00,,"5,200.00",青禾支付,冲正
本日小计,,0.00,"1,200.00",,,
2026-07-05,11:00,(12.00),,"5,212.00",李四,错账冲正
2026-07-06,11:00,50.00,,"5,162.00",王五,货款
合计,,38.00,"1,200.00",,,
""",
        5,
        1248_00,
        86_00,
        (),
        (),
        "agrees",
    ),
    "a card statement in two currencies": Kind(
        """\
某某银行信用卡电子账单(2026年07月)
交易日期,记账日期,交易摘要,交易币种/金额,入账币种/金额,卡末四位
07/03,07/04,AMAZON.COM,USD 20.00 | CNY 144.60,USD 20.00 | CNY 144.60,1234
07/05,07/06,还款 财付通,CNY -500.00,CNY -500.00,1234
07/08,07/09,POS刷卡机服务费 青禾,CNY 99.00,CNY 99.00,1234
""",
        3,
        500_00,
        243_60,
        (),
        (),
        "none",
    ),
    "an acquirer in English": Kind(
        """\
Order ID,Created time,Amount,Fee rate,Fee,Status,Refund amount,Refund status
A100000000000001,2026-07-01 10:00:00,12.00 CNY,0.38%,0.05,PAID,0.00 CNY,
A100000000000002,2026-07-02 10:00:00,30.00 CNY,0.38%,0.11,PAID,30.00 CNY,REFUND_PENDING
A100000000000003,2026-07-03 10:00:00,40.00 CNY,0.38%,0.15,PAID,10.00 CNY,REFUND_FAILED
A100000000000004,2026-07-04 10:00:00,50.00 CNY,0.38%,0.19,CANCELLED,0.00 CNY,
A100000000000005,2026-07-05 10:00:00,60.00 CNY,0.38%,0.23,MYSTERY,0.00 CNY,
""",
        5,
        142_00,
        30_00,
        (
            ("refund", 30_00, 3, "refund_pending"),
            ("refund", 10_00, 4, "refund_action"),
            ("unfinished", 60_00, 6, "unknown"),
        ),
        (),
        "none",
    ),
    "a till with times of the afternoon": Kind(
        """\
下单时间,订单号,支付方式,实收金额,退款金额,订单状态,收银员
2026/7/1 下午3:05:00,S1,微信,18.00,0.00,收款成功,小王
2026/7/1 下午3:15:00,S2,支付宝,28.00,28.00,已退款,小王
2026/7/1 晚上8:00:00,S3,现金,38.00,8.00,部分退款,小王
2026/7/2 上午9:00:00,S4,微信,48.00,0.00,已取消,小王
2026/7/2 上午9:05:00,S5,微信,58.00,0.00,待支付,小王
2026/7/2 上午9:15:00,S6,微信,68.00,68.00,退款失败,小王
合计,,,258.00,104.00,,
""",
        6,
        210_00,
        36_00,
        (
            ("unfinished", 58_00, 6, "unfinished"),
            ("refund", 68_00, 7, "refund_action"),
        ),
        (),
        "agrees",
    ),
    "words of debit and credit, an exponent, a reversal and dollars": Kind(
        "日期\t摘要\t借贷标志\t交易金额\t币种\t对方户名\n2026-07-01\t结算\t贷\t1.2e3\t人民币\t银联商务\n2026-07-02\t服务费\t借\t36.00\t人民币\t青禾支付\n2026-07-03\t服务费冲正\t借\t-36.00\t人民币\t青禾支付\n2026-07-04\t货款\t借\t20.00\tUSD\t外商\n2026-07-05\t怪\t？\t5.00\t人民币\t张\n",
        4,
        1236_00,
        36_00,
        (),
        ((6, "side.unreadable"),),
        "none",
    ),
    "codes of a portal": Kind(
        """\
清算日期,交易日期时间,卡号,商编,终端,参考号,交易类型,交易状态,交易金额,手续费
20260709,20260708183005,621700******1111,898330054110009,87654321,130519500001,消费,0,66.00,0.25
20260709,20260708183105,621700******1111,898330054110009,87654321,130519500002,退货,5,-6.00,0
20260709,20260708183205,621700******1111,898330054110009,87654321,130519500003,消费,FF,16.00,0
20260709,20260708183305,621700******1111,898330054110009,87654321,130519500004,积分兑换,,5.00,0
20260709,20260708183305,621700******1111,898330054110009,87654321,130519500005,余额查询,,0.00,0
""",
        5,
        87_00,
        0_00,
        (
            ("refund", 6_00, 3, "refund_action"),
            ("unfinished", 16_00, 4, "unfinished"),
            ("unfinished", 5_00, 5, "unknown"),
        ),
        (),
        "none",
    ),
    "names in two languages in one cell": Kind(
        """\
"交易时间
Transaction Time","收支金额
Amount","账户余额
Balance","交易类型
Type","备注
Remarks"
2026-07-01 10:00:00,"+1,000.00","1,000.00",转入,工资
2026-07-02 10:00:00,-36.00,964.00,转出,青禾 流量费
""",
        2,
        1000_00,
        36_00,
        (),
        (),
        "none",
    ),
    "a company account with a closing balance": Kind(
        """\
交易日,借方发生额,贷方发生额,余额,对手名称,用途,回单编号
20260701,0.00,500.00,1500.00,银联商务,清算,1
20260702,36.00,0.00,1464.00,乙方代理公司,年度会员费,2
20260703,,,"1,464.00",期末余额,,
""",
        2,
        500_00,
        36_00,
        (),
        (),
        "none",
    ),
    "a bank in English with a reversal": Kind(
        """\
Date,Description,Withdrawals,Deposits,Balance
01/07/2026,SETTLEMENT QINGHE,,"1,000.00","2,000.00"
20/07/2026,POS TERMINAL RENTAL FEE QINGHE,88.00,,"1,912.00"
25/07/2026,REVERSAL RENTAL FEE,-88.00,,"2,000.00"
""",
        3,
        1088_00,
        88_00,
        (),
        (),
        "none",
    ),
    "columns called received and paid": Kind(
        """\
交易日期,交易类型,收款,付款,余额,对方
2026-07-01,转账,500.00,,500.00,银联商务
2026-07-02,代扣,,36.00,464.00,青禾支付
""",
        2,
        500_00,
        36_00,
        (),
        (),
        "none",
    ),
    "Chinese dates, full-width amounts": Kind(
        """\
记账日,交易时间,借/贷,金额（元）,币种,对方账户名称,交易渠道,用途/附言
2026年07月01日,09时30分00秒,贷,￥1，200.00,CNY,银联商务,网银,清算
2026年07月02日,21时30分00秒,借,￥48.00,CNY,青禾支付服务有限公司,代扣,增值服务
""",
        2,
        1200_00,
        48_00,
        (),
        (),
        "none",
    ),
    "a refund state without a state of the order": Kind(
        """\
订单编号,下单时间,支付方式,应收金额,实收金额,退款状态,退款金额,交易手续费,费率
D1,2026-07-01 10:00:00,微信支付,20.00,19.00,,0,0.07,0.38%
D2,2026-07-02 10:00:00,支付宝,30.00,30.00,退款中,30.00,0.11,0.38%
D3,2026-07-03 10:00:00,云闪付,40.00,40.00,部分退款成功,10.00,0.15,0.38%
D4,2026-07-04 10:00:00,云闪付,50.00,50.00,退款关闭,50.00,0.15,0.38%
""",
        4,
        139_00,
        40_00,
        (
            ("refund", 30_00, 3, "refund_pending"),
            ("refund", 50_00, 5, "refund_action"),
        ),
        (),
        "none",
    ),
    "a hold, its completion and a reversal at an acquirer": Kind(
        """\
商户号|终端号|交易日期|交易时间|交易类型|卡号|交易金额|手续费|参考号|支付方式|交易状态
822290059430BPM|B0001234|20260701|93005|消费|622202******0004|12.50|0.05|130519500001|刷卡|成功
822290059430BPM|B0001234|20260701|103005|退货|622202******0004|12.50|0.05|130519500002|刷卡|处理中
822290059430BPM|B0001234|20260702|113005|消费冲正|622202******0004|8.50|0.05|130519500003|刷卡|成功
822290059430BPM|B0001234|20260702|113005|预授权|622202******0004|100.00|0.00|130519500004|刷卡|成功
822290059430BPM|B0001234|20260702|123005|预授权完成|622202******0004|90.00|0.00|130519500005|刷卡|成功
""",
        5,
        102_50,
        21_00,
        (
            ("refund", 12_50, 3, "refund_pending"),
            ("preauth", 100_00, 5, "waiting"),
        ),
        (),
        "none",
    ),
    "a column that always writes its minus": Kind(
        """\
交易时间,收入(+),支出(-),余额,摘要
2026-07-01 10:00:00,+500.00,0.00,500.00,清算
2026-07-02 10:00:00,0.00,-36.00,464.00,青禾支付 终端费
2026-07-05 10:00:00,0.00,-12.00,452.00,货款
""",
        3,
        500_00,
        48_00,
        (),
        (),
        "none",
    ),
    "a till whose refunds have a type": Kind(
        """\
时间,类型,金额,状态,单号
2026-07-01 10:00:00,收款,18.00,已完成,1001
2026-07-01 11:00:00,退款,8.00,已完成,1002
2026-07-01 12:00:00,退款,5.00,失败,1003
2026-07-01 13:00:00,收款,28.00,未付款,1004
2026-07-01 14:00:00,收款,38.00,已关闭,1005
""",
        5,
        46_00,
        8_00,
        (
            ("refund", 5_00, 4, "refund_action"),
            ("unfinished", 28_00, 5, "unfinished"),
        ),
        (),
        "none",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_bill_of_another_kind_is_read(name: str, vocabulary: Vocabulary, today: date, tmp_path: Path) -> None:
    kind, path = KINDS[name], tmp_path / "bill.csv"
    path.write_text(kind.text, encoding="utf-8")
    found = inspect_file(path, vocabulary=vocabulary, today=today)
    assert (found["rows"], found["income_fen"], found["expense_fen"]) == (kind.rows, kind.income, kind.expense)
    told = [
        (each["kind"], each["amount_fen"], each["row"], each["reason"].split(":")[0]) for each in found["proposals"]
    ]
    assert tuple(told) == kind.open
    assert tuple((each["row"], each["reason"]) for each in found["problems"]) == kind.problems
    assert found["footer"] == kind.footer
