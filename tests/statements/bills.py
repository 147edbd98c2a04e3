"""Writes bills in the layouts of the platforms, by hand from their descriptions and apart from the readers."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape


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


def workbook(sheets: dict[str, Sequence[Sequence[str | float]]]) -> bytes:
    """Write the smallest .xlsx that carries texts and numbers."""
    out = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        numbers = range(1, len(sheets) + 1)
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{links}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        listed = "".join(
            f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}"/>'
            for at, name in zip(numbers, sheets, strict=True)
        )
        book.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>{listed}</sheets></workbook>'
        )
        targets = "".join(
            f'<Relationship Id="r{at}" Type="{links}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in numbers
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">{targets}</Relationships>'
        )
        for at, rows in zip(numbers, sheets.values(), strict=True):
            lines = "".join(_sheet_row(number, row) for number, row in enumerate(rows, 1))
            book.writestr(
                f"xl/worksheets/sheet{at}.xml", f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
            )
    return out.getvalue()


def _sheet_row(number: int, row: Sequence[str | float]) -> str:
    cells = ""
    for column, value in enumerate(row):
        name = f"{chr(65 + column // 26 - 1) if column > 25 else ''}{chr(65 + column % 26)}{number}"
        if isinstance(value, str):
            cells += f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
        else:
            cells += f'<c r="{name}"><v>{value}</v></c>'
    return f'<row r="{number}">{cells}</row>'


WECHAT_NAMES = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"


def _wechat_rows(sales: Sequence[Sale]) -> list[list[str]]:
    rows = []
    for sale in sales:
        side, kind = ("收入", "二维码收款") if not sale.refund else ("支出", "商户消费-退款")
        state = "已转账" if sale.open else "已全额退款" if sale.refund else "已收钱"
        number = refund_number(sale) if sale.refund else order_number(sale)
        rows.append([f"{sale.when}", kind, "某顾客", "/", side, f"¥{sale.fen // 100:,}.{sale.fen % 100:02d}", "零钱",
                     state, f"{number}\t", f"M{sale.number}\t", "/"])  # fmt: skip
    return rows


def _preamble(sales: Sequence[Sale], lines: int) -> list[list[str]]:
    notes = [[f"{at}. 说明"] for at in range(1, lines - 6)]
    return [["微信支付账单明细"], ["微信昵称：[测试]"], ["起始时间：[2019-01-01 00:00:00] 终止时间：[2026-12-31 23:59:59]"],
            ["导出类型：[全部]"], ["导出时间：[2026-12-31 16:05:22]"], [f"共{len(sales)}笔记录"], *notes,
            ["----------------------微信支付账单明细列表--------------------"]]  # fmt: skip


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
        "交易时间": f"{sale.when}", "公众账号ID": "wxab8acd895ab1638a", "商户号": "1921000401", "特约商户号": "0",
        "子商户号": "0", "微信订单号": order_number(sale), "商户订单号": f"T{sale.number}", "用户标识": "oHkLxtx0vUqe",
        "交易类型": "JSAPI", "交易状态": "REFUND" if sale.refund else "SUCCESS", "付款银行": "OTHERS", "货币种类": "CNY",
        "应结订单金额": paid, "订单金额": paid, "总金额": paid, "代金券金额": "0.00", "代金券或立减优惠金额": "0.00",
        "微信退款单号": refund_number(sale) if sale.refund else "0", "退款状态": state, "商品名称": "包子\\ 两个",
        "商户退款单号": f"R{sale.number}" if sale.refund else "0", "退款金额": back, "申请退款金额": back,
        "充值券退款金额": "0.00", "代金券或立减优惠退款金额": "0.00", "退款类型": "ORIGINAL" if sale.refund else "",
        "手续费": "0.00000", "费率": "0.60%", "退款申请时间": f"{sale.when}", "退款成功时间": "",
    }  # fmt: skip


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
        values = [f"{sale.when}", order_number(sale), f"4200000846202101{sale.number:012d}", kind, kind, side,
                  yuan(sale.fen), "1.00", "API", "备注", f"S{sale.number}"]  # fmt: skip
        lines.append(",".join(f"`{value}" for value in values))
    came, went = [s.fen for s in sales if not s.refund], [s.fen for s in sales if s.refund]
    lines += ["资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额",
              f"`{len(sales)},`{len(came)},`{yuan(sum(came))},`{len(went)},`{yuan(sum(went))}"]  # fmt: skip
    return Bill("wechat_fund_flow", "\n".join(lines).encode(), [False] * len(sales))


def _app_values(sale: Sale) -> dict[str, str]:
    state = "等待确认收货" if sale.open else "退款成功" if sale.refund else "交易成功"
    number = f"20230212220011{sale.number:014d}" + ("_88" if sale.refund else "")
    return {
        "交易时间": f"{sale.when}", "交易分类": "退款" if sale.refund else "收入", "交易对方": '"老王"面馆', "对方账号": "/",
        "商品说明": "收款", "收/支": "支出" if sale.refund else "收入", "金额": yuan(sale.fen), "收/付款方式": "余额",
        "交易状态": state, "交易订单号": f"{number}\t", "商家订单号": f"T{sale.number}\t", "备注": "",
    }  # fmt: skip


def alipay_app(sales: Sequence[Sale]) -> Bill:
    names = [
        "交易时间",
        "交易分类",
        "交易对方",
        "对方账号",
        "商品说明",
        "收/支",
        "金额",
        "收/付款方式",
        "交易状态",
        "交易订单号",
        "商家订单号",
        "备注",
    ]
    lines = [
        "-" * 60,
        "导出信息：",
        "姓名：某",
        "起始时间：[2019-01-01 00:00:00]    终止时间：[2026-12-31 23:59:59]",
        "共66笔记录",
    ]
    lines += ["说明"] * 18 + [
        "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------"
    ]
    lines.append(",".join(f"{name:20}" for name in names) + ",")
    lines += [",".join(f"{_app_values(sale)[name]:18}" for name in names) + "," for sale in sales]
    return Bill("alipay_app", "\n".join(lines).encode("gb18030") + b"\n", [sale.open for sale in sales])


def alipay_app_2021(sales: Sequence[Sale]) -> Bill:
    names = [
        "收/支",
        "交易对方",
        "对方账号",
        "商品说明",
        "收/付款方式",
        "金额",
        "交易状态",
        "交易分类",
        "交易订单号",
        "商家订单号",
        "交易时间",
    ]
    lines = ["-" * 30 + "支付宝（中国）网络技术有限公司  电子客户回单" + "-" * 30, ",".join(names) + ","]
    lines += [",".join(f"{_app_values(sale)[name]:12}" for name in names) + "," for sale in sales]
    lines += ["-" * 80, "导出信息：", "姓名：某", f"共{len(sales) + 3}笔记录", "收入：1笔 28.50元"]
    return Bill("alipay_app", "\n".join(lines).encode("gb18030") + b"\n", [sale.open for sale in sales])


def alipay_web(sales: Sequence[Sale]) -> Bill:
    names = (
        "交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,"
        "资金状态"
    )
    lines = ["支付宝交易记录明细查询", "账号:[x]", "起始日期:[2019-01-01 00:00:00]    终止日期:[2026-12-31 00:00:00]",
             "---------------------------------交易记录明细列表------------------------------------", names + ","]  # fmt: skip
    for sale in sales:
        app = _app_values(sale)
        state = "退款成功" if sale.refund else "交易成功"
        lines.append(",".join([app["交易订单号"].strip() + "\t", app["商家订单号"], f"{sale.when}", f"{sale.when}",
                               f"{sale.when}", "其他", "即时到账", "某", "收款", f"{yuan(sale.fen):>8}", app["收/支"], state,
                               "0.00", "0.00", "", "待收入" if sale.open else "已收入", ""]))  # fmt: skip
    lines += ["-" * 80, f"共{len(sales)}笔记录", "已收入:1笔,1.00元", "导出时间:[2026-12-31 10:00:00]"]
    return Bill("alipay_web", "\n".join(lines).encode("gb18030"), [sale.open and not sale.refund for sale in sales])


def alipay_trade(sales: Sequence[Sale]) -> Bill:
    names = (
        "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,"
        "集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注"
    )
    lines = ["#支付宝业务明细查询", "#账号：[20880000000000000156]",
             "#起始日期：[2026年06月05日 00:00:00]   终止日期：[2026年06月06日 00:00:00]",
             "#-----------------------------------------业务明细列表----------------------------------------", names]  # fmt: skip
    for sale in sales:
        fen = f"-{yuan(sale.fen)}" if sale.refund and sale.number % 2 else yuan(sale.fen)
        lines.append(",".join([f"20260605220014{sale.number:014d}\t", f"T{sale.number}\t", "退款" if sale.refund else "交易",
                               "商品", f"{sale.when}", f"{sale.when}", "\t", "\t", "\t", "\t", "*某(156***)\t", fen, fen,
                               *["0.00"] * 5, "", "0.00\t", "0.00", f"REF{sale.number}\t" if sale.refund else "\t", "0.00",
                               "0.00", ""]))  # fmt: skip
    paid, back = [s.fen for s in sales if not s.refund], [s.fen for s in sales if s.refund]
    lines += ["#-----------------------------------------业务明细列表结束------------------------------------",
              f"#交易合计：{len(paid)}笔，商家实收共{yuan(sum(paid))}元，商家优惠共0.00元",
              f"#退款合计：{len(back)}笔，商家实收退款共-{yuan(sum(back))}元，商家优惠退款共0.00元",
              "#导出时间：[2026年06月06日 07:27:37]"]  # fmt: skip
    return Bill("alipay_merchant_trade", "\n".join(lines).encode("gbk"), [False] * len(sales))


def alipay_ledger(sales: Sequence[Sale]) -> Bill:
    lines = ["#支付宝账务明细查询", "#账号：[20880000000000000156]",
             "#起始日期：[2012年12月29日 00:00:00]   终止日期：[2012年12月30日 00:00:00]",
             "#-----------------------------------------账务明细列表----------------------------------------",
             "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注"]  # fmt: skip
    for sale in sales:
        came, went = ("0.00", f"-{yuan(sale.fen)}") if sale.refund else (yuan(sale.fen), "0.00")
        lines.append(f"5463244653{sale.number:06d}\t,2012122923922029\t,{sale.number}\t,机票\t,{sale.when},某 (k@x.com)\t,"
                     f"{came},{went},14533.03,支付宝,在线支付,")  # fmt: skip
    came_fen, went_fen = [s.fen for s in sales if not s.refund], [s.fen for s in sales if s.refund]
    lines += ["#-----------------------------------------账务明细列表结束------------------------------------",
              f"#支出合计：{len(went_fen)}笔，共-{yuan(sum(went_fen))}元",
              f"#收入合计：{len(came_fen)}笔，共{yuan(sum(came_fen))}元"]  # fmt: skip
    return Bill("alipay_merchant_ledger", "\n".join(lines).encode("gbk"), [False] * len(sales))


UMS_NAMES = (
    "清算时间,交易时间,终端号,交易类型,卡号,交易金额,清算金额,手续费,T0手续费,D1手续费,流水号,检索号,卡类型,发卡行,商户号,商户名称,分店简称,商户订单号,"
    "银商订单号,交易方式,分店,优惠金额,分期手续费,付款附言,备注,买家ID"
)


def ums_xlsx(sales: Sequence[Sale]) -> Bill:
    rows: list[list[str | float]] = [["汇总：交易笔数2，交易金额3.00"], list(UMS_NAMES.split(","))]
    for sale in sales:
        kind = ("联机退货", "消费撤消", "消费撤销")[sale.number % 3] if sale.refund else "消费"
        rows.append([f"{sale.when:%Y-%m-%d}", f"{sale.when}", "30501234", kind, "6222021001000004", sale.fen / 100,
                     sale.fen / 100, 0.0, 0.0, 0.0, f"{sale.number:06d}", f"{sale.number:012d}", "借记卡", "工行",
                     "898440379930020", "某店", "某店", f"M{sale.number}", f"U{sale.number}", "刷卡", "", 0.0, 0.0, "", "",
                     ""])  # fmt: skip
    rows.append(["请注意：D1手续费字段为预估数据，仅供参考"])
    return Bill("unionpay_merchant", workbook({"对账数据": rows}), [False] * len(sales))


def lakala(sales: Sequence[Sale]) -> Bill:
    lines = ["商户号|终端号|交易日期|交易时间|交易类型|卡号|交易金额|手续费|参考号|支付方式"]
    lines += [f"822290059430BPM|B0001234|{sale.when:%Y%m%d}|{sale.when:%H%M%S}|{'退货' if sale.refund else '消费'}|"
              f"622202******0004|{yuan(sale.fen)}|0.38|{sale.number:012d}|刷卡" for sale in sales]  # fmt: skip
    return Bill("lakala", "\n".join(lines).encode(), [False] * len(sales))


def jd(sales: Sequence[Sale]) -> Bill:
    lines = ["导出信息：", "京东账号名：jd_x", "日期区间：2019-01-01 至 2026-12-31", "共：26笔记录"] + ["说明"] * 17
    lines.append("交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注")
    for sale in sales:
        text, state = ("退款-某物", "退款成功") if sale.refund else ("某物", "等待付款" if sale.open else "交易成功")
        lines.append(f"{sale.when}\t,京东,{text},{yuan(sale.fen)},余额,{state},{'支出' if sale.refund else '收入'},网购,"
                     f"{1_000_000_000_000_000 + sale.number}\t,{sale.number}\t, ,")  # fmt: skip
    return Bill("jd", "\n".join(lines).encode("utf-8-sig"), [sale.open and not sale.refund for sale in sales])


def meituan(sales: Sequence[Sale]) -> Bill:
    lines = ["美团交易账单明细", "起始时间：[2019-01-01] 终止时间：[2026-12-31]", '""', "共：29笔记录"] + [
        "特别提示："
    ] * 15
    lines.append("交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注")
    for sale in sales:
        kind, side = ("退款", "支出") if sale.refund else ("支付", "收入")
        lines.append(f'{sale.when},{sale.when},{kind},某店,{side},微信支付,¥{yuan(sale.fen)},¥{yuan(sale.fen)},'
                     f'"250228111004016700{sale.number:014d}\t","{sale.number}\t",/')  # fmt: skip
    return Bill("meituan", "\r\n".join(lines).encode("utf-8-sig"), [False] * len(sales))


def bank(sales: Sequence[Sale]) -> Bill:
    lines = ["某银行交易流水明细单", "记账日期,记账时间,币别,金额,余额,交易名称,附言,对方账户名"]
    for sale in sales:
        sign = "-" if sale.refund else ""
        lines.append(f'{sale.when:%Y-%m-%d},{sale.when:%H:%M:%S},人民币,"{sign}{sale.fen // 100:,}.{sale.fen % 100:02d}",'
                     f'"3,240.28",收单结算,第{sale.number}笔,某店')  # fmt: skip
    return Bill("table", "\n".join(lines).encode("utf-16"), [False] * len(sales))


WRITERS: tuple[Callable[[Sequence[Sale]], Bill], ...] = (
    wechat_csv, wechat_xlsx, trade_all, trade_refund, trade_old, fund_flow, alipay_app, alipay_app_2021, alipay_web,
    alipay_trade, alipay_ledger, ums_xlsx, lakala, jd, meituan, bank,
)  # fmt: skip
"""Every layout that carries sales and refunds; ``trade_success`` carries sales only."""
