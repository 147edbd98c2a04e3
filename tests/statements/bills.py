"""Writes bills in the layouts of the platforms, by hand from their descriptions and apart from the readers."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tests.statements.sheets import workbook


class Sale(NamedTuple):
    """One line to write: money came in, or a refund of it went out."""

    number: int
    when: datetime
    fen: int
    refund: bool = False
    open: bool = False


class Bill(NamedTuple):
    """A written bill: what the file is, and for each sale whether its line leaves money open in this layout."""

    format: str
    content: bytes
    open: list[bool]


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def order_number(sale: Sale) -> str:
    return f"4200000263201902{sale.number:012d}"


def refund_number(sale: Sale) -> str:
    return f"5030000726201902{sale.number:012d}"


def with_transfers(folder: Path) -> Path:
    """Write the sample of 2023 with its three payments by code as transfers that nobody has taken yet."""
    sample = Path(__file__).resolve().parents[1] / "fixtures" / "statements" / "wechat-personal-2023.csv"
    path = folder / sample.name
    path.write_text(sample.read_text("utf-8").replace("扫二维码付款", "转账"), encoding="utf-8")
    return path


PERIOD = "起始时间：[2019-01-01 00:00:00] 终止时间：[2026-12-31 23:59:59]"
WECHAT_NAMES = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"


def _wechat_rows(sales: Sequence[Sale]) -> list[list[str]]:
    rows = []
    for sale in sales:
        side, kind = ("收入", "转账" if sale.open else "二维码收款") if not sale.refund else ("支出", "商户消费-退款")
        state = ("退款中" if sale.refund else "已转账") if sale.open else "已全额退款" if sale.refund else "已收钱"
        number = refund_number(sale) if sale.refund else order_number(sale)
        rows.append(
            [
                f"{sale.when}",
                kind,
                "某顾客",
                "/",
                side,
                f"¥{sale.fen // 100:,}.{sale.fen % 100:02d}",
                "零钱",
                state,
                f"{number}\t",
                f"M{sale.number}\t",
                "/",
            ]
        )
    return rows


def _preamble(sales: Sequence[Sale], lines: int) -> list[list[str]]:
    notes = [[f"{at}. 说明"] for at in range(1, lines - 6)]
    return [
        ["微信支付账单明细"],
        ["微信昵称：[测试]"],
        [PERIOD],
        ["导出类型：[全部]"],
        ["导出时间：[2026-12-31 16:05:22]"],
        [f"共{len(sales)}笔记录"],
        *notes,
        ["----------------------微信支付账单明细列表--------------------"],
    ]


def wechat_csv(sales: Sequence[Sale]) -> Bill:
    lines = [",".join([*row, *[""] * 8]) for row in _preamble(sales, 16)] + [WECHAT_NAMES]
    lines += [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in _wechat_rows(sales)]
    return Bill("wechat_personal", "\n".join(lines).encode() + b"\n", [sale.open for sale in sales])


def wechat_xlsx(sales: Sequence[Sale]) -> Bill:
    rows: list[Sequence[str | float]] = [*_preamble(sales, 17), WECHAT_NAMES.split(",")]
    for row, sale in zip(_wechat_rows(sales), sales, strict=True):
        rows.append([*row[:5], sale.fen / 100, *row[6:]])
    return Bill("wechat_personal", workbook({"Sheet1": rows}), [sale.open for sale in sales])


TRADE_ALL = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
    "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注"
)
TRADE_SUCCESS = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
    "商品名称,商户数据包,手续费,费率,订单金额,费率备注"
)
TRADE_REFUND = TRADE_ALL.replace("代金券金额,微信", "代金券金额,退款申请时间,退款成功时间,微信")
TRADE_OLD = (
    "交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,总金额,代金券或立减优惠金额,"
    "微信退款单号,商户退款单号,退款金额,代金券或立减优惠退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率"
)


def trade_values(sale: Sale) -> dict[str, str]:
    paid, back = ("0.00", yuan(sale.fen)) if sale.refund else (yuan(sale.fen), "0.00")
    state = ("PROCESSING" if sale.open else "SUCCESS") if sale.refund else ""
    return {
        "交易时间": f"{sale.when}",
        "公众账号ID": "wxab8acd895ab1638a",
        "商户号": "1921000401",
        "特约商户号": "0",
        "子商户号": "0",
        "微信订单号": order_number(sale),
        "商户订单号": f"T{sale.number}",
        "用户标识": "oHkLxtx0vUqe",
        "交易类型": "JSAPI",
        "交易状态": "REFUND" if sale.refund else "SUCCESS",
        "付款银行": "OTHERS",
        "货币种类": "CNY",
        "应结订单金额": paid,
        "订单金额": paid,
        "总金额": paid,
        "代金券金额": "0.00",
        "代金券或立减优惠金额": "0.00",
        "微信退款单号": refund_number(sale) if sale.refund else "0",
        "退款状态": state,
        "商品名称": "包子\\ 两个",
        "商户退款单号": f"R{sale.number}" if sale.refund else "0",
        "退款金额": back,
        "申请退款金额": back,
        "充值券退款金额": "0.00",
        "代金券或立减优惠退款金额": "0.00",
        "退款类型": "ORIGINAL" if sale.refund else "",
        "手续费": "0.00000",
        "费率": "0.60%",
        "退款申请时间": f"{sale.when}",
        "退款成功时间": "",
    }


def _trade(names: str, sales: Sequence[Sale], *, seven: bool = True) -> Bill:
    rows = [",".join(f"`{trade_values(sale).get(name, '')}" for name in names.split(",")) for sale in sales]
    paid = yuan(sum(sale.fen for sale in sales if not sale.refund))
    back = yuan(sum(sale.fen for sale in sales if sale.refund))
    if seven:
        footer = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额"
        totals = f"`{len(sales)},`{paid},`{back},`0.00,`0.00,`{paid},`{back}"
    else:
        footer = "总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额"
        totals = f"`{len(sales)}.0,`{paid},`{back},`0.00,`0.00000"
    # Unpaid orders never appear in this bill, and the sets without 退款状态 cannot say how far a refund is.
    shown = [sale.open and sale.refund for sale in sales]
    text = "\r\n".join([names, *rows, footer, totals]) + "\r\n"
    return Bill("wechat_merchant", text.encode("utf-8-sig"), shown)


def trade_all(sales: Sequence[Sale]) -> Bill:
    return _trade(TRADE_ALL, sales)


def trade_success(sales: Sequence[Sale]) -> Bill:
    return _trade(TRADE_SUCCESS, sales)


def trade_refund(sales: Sequence[Sale]) -> Bill:
    return _trade(TRADE_REFUND, sales)


def trade_old(sales: Sequence[Sale]) -> Bill:
    return _trade(TRADE_OLD, sales, seven=False)


def fund_flow(sales: Sequence[Sale]) -> Bill:
    lines = [
        "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号"
    ]
    for sale in sales:
        kind, side = ("退款", "支出") if sale.refund else ("交易", "收入")
        values = [
            f"{sale.when}",
            order_number(sale),
            f"4200000846202101{sale.number:012d}",
            kind,
            kind,
            side,
            yuan(sale.fen),
            "1.00",
            "API",
            "备注",
            f"S{sale.number}",
        ]
        lines.append(",".join(f"`{value}" for value in values))
    came, went = [s.fen for s in sales if not s.refund], [s.fen for s in sales if s.refund]
    lines += [
        "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额",
        f"`{len(sales)},`{len(came)},`{yuan(sum(came))},`{len(went)},`{yuan(sum(went))}",
    ]
    return Bill("wechat_fund_flow", "\n".join(lines).encode(), [False] * len(sales))
