"""Writes the bills of Alipay, acquirers, shops and banks; those of WeChat are in ``bills``."""

from collections.abc import Callable, Sequence

from tests.statements.bills import (
    Bill,
    Sale,
    fund_flow,
    trade_all,
    trade_old,
    trade_refund,
    wechat_csv,
    wechat_xlsx,
    yuan,
)
from tests.statements.sheets import workbook


def _app_values(sale: Sale) -> dict[str, str]:
    state = "等待确认收货" if sale.open else "退款成功" if sale.refund else "交易成功"
    number = f"20230212220011{sale.number:014d}" + ("_88" if sale.refund else "")
    return {
        "交易时间": f"{sale.when}",
        "交易分类": "退款" if sale.refund else "收入",
        "交易对方": '"老王"面馆',
        "对方账号": "/",
        "商品说明": "收款",
        "收/支": "支出" if sale.refund else "收入",
        "金额": yuan(sale.fen),
        "收/付款方式": "余额",
        "交易状态": state,
        "交易订单号": f"{number}\t",
        "商家订单号": f"T{sale.number}\t",
        "备注": "",
    }


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
    lines = [
        "支付宝交易记录明细查询",
        "账号:[x]",
        "起始日期:[2019-01-01 00:00:00]    终止日期:[2026-12-31 00:00:00]",
        "---------------------交易记录明细列表---------------------",
        names + ",",
    ]
    for sale in sales:
        app = _app_values(sale)
        state = "退款成功" if sale.refund else "交易成功"
        lines.append(
            ",".join(
                [
                    app["交易订单号"].strip() + "\t",
                    app["商家订单号"],
                    f"{sale.when}",
                    f"{sale.when}",
                    f"{sale.when}",
                    "其他",
                    "即时到账",
                    "某",
                    "收款",
                    f"{yuan(sale.fen):>8}",
                    app["收/支"],
                    state,
                    "0.00",
                    "0.00",
                    "",
                    "待收入" if sale.open else "已收入",
                    "",
                ]
            )
        )
    lines += ["-" * 80, f"共{len(sales)}笔记录", "已收入:1笔,1.00元", "导出时间:[2026-12-31 10:00:00]"]
    return Bill("alipay_web", "\n".join(lines).encode("gb18030"), [sale.open and not sale.refund for sale in sales])


def alipay_trade(sales: Sequence[Sale]) -> Bill:
    names = (
        "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,"
        "集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注"
    )
    lines = [
        "#支付宝业务明细查询",
        "#账号：[20880000000000000156]",
        "#起始日期：[2026年06月05日 00:00:00]   终止日期：[2026年06月06日 00:00:00]",
        "#---------------------业务明细列表---------------------",
        names,
    ]
    for sale in sales:
        fen = f"-{yuan(sale.fen)}" if sale.refund and sale.number % 2 else yuan(sale.fen)
        lines.append(
            ",".join(
                [
                    f"20260605220014{sale.number:014d}\t",
                    f"T{sale.number}\t",
                    "退款" if sale.refund else "交易",
                    "商品",
                    f"{sale.when}",
                    f"{sale.when}",
                    "\t",
                    "\t",
                    "\t",
                    "\t",
                    "*某(156***)\t",
                    fen,
                    fen,
                    *["0.00"] * 5,
                    "",
                    "0.00\t",
                    "0.00",
                    f"REF{sale.number}\t" if sale.refund else "\t",
                    "0.00",
                    "0.00",
                    "",
                ]
            )
        )
    paid, back = [s.fen for s in sales if not s.refund], [s.fen for s in sales if s.refund]
    lines += [
        "#-----------------------------------------业务明细列表结束------------------------------------",
        f"#交易合计：{len(paid)}笔，商家实收共{yuan(sum(paid))}元，商家优惠共0.00元",
        f"#退款合计：{len(back)}笔，商家实收退款共-{yuan(sum(back))}元，商家优惠退款共0.00元",
        "#导出时间：[2026年06月06日 07:27:37]",
    ]
    return Bill("alipay_merchant_trade", "\n".join(lines).encode("gbk"), [False] * len(sales))


LEDGER_NAMES = (
    "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,"
    "业务类型,备注"
)


def alipay_ledger(sales: Sequence[Sale]) -> Bill:
    lines = [
        "#支付宝账务明细查询",
        "#账号：[20880000000000000156]",
        "#起始日期：[2012年12月29日 00:00:00]   终止日期：[2012年12月30日 00:00:00]",
        "#-----------------------------------------账务明细列表----------------------------------------",
        LEDGER_NAMES,
    ]
    for sale in sales:
        came, went = ("0.00", f"-{yuan(sale.fen)}") if sale.refund else (yuan(sale.fen), "0.00")
        lines.append(
            f"5463244653{sale.number:06d}\t,2012122923922029\t,{sale.number}\t,机票\t,{sale.when},某 (k@x.com)\t,"
            f"{came},{went},14533.03,支付宝,在线支付,"
        )
    came_fen, went_fen = [s.fen for s in sales if not s.refund], [s.fen for s in sales if s.refund]
    lines += [
        "#-----------------------------------------账务明细列表结束------------------------------------",
        f"#支出合计：{len(went_fen)}笔，共-{yuan(sum(went_fen))}元",
        f"#收入合计：{len(came_fen)}笔，共{yuan(sum(came_fen))}元",
    ]
    return Bill("alipay_merchant_ledger", "\n".join(lines).encode("gbk"), [False] * len(sales))


UMS_NAMES = (
    "清算时间,交易时间,终端号,交易类型,卡号,交易金额,清算金额,手续费,T0手续费,D1手续费,流水号,检索号,卡类型,发卡行,商户号,商户名称,分店简称,商户订单号,"
    "银商订单号,交易方式,分店,优惠金额,分期手续费,付款附言,备注,买家ID"
)


def ums_xlsx(sales: Sequence[Sale]) -> Bill:
    rows: list[list[str | float]] = [["汇总：交易笔数2，交易金额3.00"], list(UMS_NAMES.split(","))]
    for sale in sales:
        kind = ("联机退货", "消费撤消", "消费撤销")[sale.number % 3] if sale.refund else "消费"
        rows.append(
            [
                f"{sale.when:%Y-%m-%d}",
                f"{sale.when}",
                "30501234",
                kind,
                "6222021001000004",
                sale.fen / 100,
                sale.fen / 100,
                0.0,
                0.0,
                0.0,
                f"{sale.number:06d}",
                f"{sale.number:012d}",
                "借记卡",
                "工行",
                "898440379930020",
                "某店",
                "某店",
                f"M{sale.number}",
                f"U{sale.number}",
                "刷卡",
                "",
                0.0,
                0.0,
                "",
                "",
                "",
            ]
        )
    rows.append(["请注意：D1手续费字段为预估数据，仅供参考"])
    return Bill("unionpay_merchant", workbook({"对账数据": rows}), [False] * len(sales))


def lakala(sales: Sequence[Sale]) -> Bill:
    lines = ["商户号|终端号|交易日期|交易时间|交易类型|卡号|交易金额|手续费|参考号|支付方式"]
    lines += [
        f"822290059430BPM|B0001234|{sale.when:%Y%m%d}|{sale.when:%H%M%S}|{'退货' if sale.refund else '消费'}|"
        f"622202******0004|{yuan(sale.fen)}|0.38|{sale.number:012d}|刷卡"
        for sale in sales
    ]
    return Bill("lakala", "\n".join(lines).encode(), [False] * len(sales))


def jd(sales: Sequence[Sale]) -> Bill:
    lines = ["导出信息：", "京东账号名：jd_x", "日期区间：2019-01-01 至 2026-12-31", "共：26笔记录"] + ["说明"] * 17
    lines.append("交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注")
    for sale in sales:
        text, state = ("退款-某物", "退款成功") if sale.refund else ("某物", "等待付款" if sale.open else "交易成功")
        lines.append(
            f"{sale.when}\t,京东,{text},{yuan(sale.fen)},余额,{state},{'支出' if sale.refund else '收入'},网购,"
            f"{1_000_000_000_000_000 + sale.number}\t,{sale.number}\t, ,"
        )
    return Bill("jd", "\n".join(lines).encode("utf-8-sig"), [sale.open and not sale.refund for sale in sales])


def meituan(sales: Sequence[Sale]) -> Bill:
    lines = ["美团交易账单明细", "起始时间：[2019-01-01] 终止时间：[2026-12-31]", '""', "共：29笔记录"] + [
        "特别提示："
    ] * 15
    lines.append("交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注")
    for sale in sales:
        kind, side = ("退款", "支出") if sale.refund else ("支付", "收入")
        lines.append(
            f"{sale.when},{sale.when},{kind},某店,{side},微信支付,¥{yuan(sale.fen)},¥{yuan(sale.fen)},"
            f'"250228111004016700{sale.number:014d}\t","{sale.number}\t",/'
        )
    return Bill("meituan", "\r\n".join(lines).encode("utf-8-sig"), [False] * len(sales))


def bank(sales: Sequence[Sale]) -> Bill:
    lines = ["某银行交易流水明细单", "记账日期,记账时间,币别,金额,余额,交易名称,附言,对方账户名"]
    for sale in sales:
        sign = "-" if sale.refund else ""
        lines.append(
            f'{sale.when:%Y-%m-%d},{sale.when:%H:%M:%S},人民币,"{sign}{sale.fen // 100:,}.{sale.fen % 100:02d}",'
            f'"3,240.28",收单结算,第{sale.number}笔,某店'
        )
    return Bill("table", "\n".join(lines).encode("utf-16"), [False] * len(sales))


WRITERS: tuple[Callable[[Sequence[Sale]], Bill], ...] = (
    wechat_csv,
    wechat_xlsx,
    trade_all,
    trade_refund,
    trade_old,
    fund_flow,
    alipay_app,
    alipay_app_2021,
    alipay_web,
    alipay_trade,
    alipay_ledger,
    ums_xlsx,
    lakala,
    jd,
    meituan,
    bank,
)
"""Every layout that carries sales and refunds; ``trade_success`` carries sales only."""
