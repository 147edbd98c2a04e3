"""How to get the bill of a platform: only what the platforms' own pages and real files say."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_WECHAT_MERCHANT = (
    QT_TRANSLATE_NOOP(
        "BillGuides", "Open pay.weixin.qq.com, sign in as the merchant, and go to the trade bill (交易账单)."
    ),
    QT_TRANSLATE_NOOP("BillGuides", "Choose all trades (全部), not only the successful ones or only the refunds."),
    QT_TRANSLATE_NOOP("BillGuides", "A day's bill is ready on the next day, after nine or ten o'clock."),
    QT_TRANSLATE_NOOP("BillGuides", "Only the last three months can be downloaded. What is older is gone."),
    QT_TRANSLATE_NOOP(
        "BillGuides", "A micro merchant (小微商户) gets no bill of its own: ask the one who set up your code."
    ),
)
_WECHAT_FUND = (
    QT_TRANSLATE_NOOP(
        "BillGuides", "Open pay.weixin.qq.com, sign in as the merchant, and go to the fund bill (资金账单)."
    ),
    QT_TRANSLATE_NOOP("BillGuides", "Only the last three months can be downloaded. What is older is gone."),
)
_WECHAT_PERSONAL = (
    QT_TRANSLATE_NOOP("BillGuides", "In WeChat, ask for your bill as a file. It comes as a ZIP with a password."),
    QT_TRANSLATE_NOOP("BillGuides", "The password comes inside WeChat. Drop the ZIP here as it is and type it then."),
)
_ALIPAY_APP = (
    QT_TRANSLATE_NOOP("BillGuides", "In Alipay, ask for the details of your trades (交易明细) as a file."),
    QT_TRANSLATE_NOOP("BillGuides", "Do not open and save it in Excel first: that destroys the long numbers."),
)
_ALIPAY_MERCHANT = (
    QT_TRANSLATE_NOOP("BillGuides", "Download the trade details (业务明细) as a ZIP from the Alipay merchant pages."),
    QT_TRANSLATE_NOOP(
        "BillGuides", "Drop the ZIP here as it is: it holds details and a summary (汇总); only details count."
    ),
    QT_TRANSLATE_NOOP(
        "BillGuides",
        "The query page shows successful trades only, and 31 days at most: choose all (全部) before you export.",
    ),
)
_UMS = (
    QT_TRANSLATE_NOOP("BillGuides", "Download the reconciliation data (对账数据) from the China UMS merchant portal."),
    QT_TRANSLATE_NOOP(
        "BillGuides",
        "It holds cleared payments only: a payment without a result never stands in it. Look at your slips.",
    ),
    QT_TRANSLATE_NOOP("BillGuides", "Close the file in Excel first; a file named ~$… beside it is not the bill."),
)
_LAKALA = (
    QT_TRANSLATE_NOOP("BillGuides", "Ask Lakala for the daily trade file (JY) of the months you need."),
    QT_TRANSLATE_NOOP("BillGuides", "Compare one amount with a slip: the file may count in yuan or in fen."),
)
_ACQUIRER = (
    QT_TRANSLATE_NOOP(
        "BillGuides",
        "Ask your acquirer for the trades of every month as CSV or Excel, and how long it gives them out.",
    ),
    QT_TRANSLATE_NOOP(
        "BillGuides",
        "It holds cleared payments only: a payment without a result never stands in it. Look at your slips.",
    ),
    QT_TRANSLATE_NOOP("BillGuides", "The program asks what the columns mean the first time, and remembers it."),
)
_OTHER = (
    QT_TRANSLATE_NOOP("BillGuides", "Export the trades as CSV or Excel, month by month if the file would get big."),
    QT_TRANSLATE_NOOP("BillGuides", "Choose all trades where the page asks, not only the successful ones."),
    QT_TRANSLATE_NOOP("BillGuides", "The program asks what the columns mean the first time, and remembers it."),
)
_KNOWN = (QT_TRANSLATE_NOOP("BillGuides", "Export the bill in the app or on the web page, and drop it here as it is."),)
_GUIDES = {
    "wechat-merchant": _WECHAT_MERCHANT,
    "wechat-fund": _WECHAT_FUND,
    "wechat": _WECHAT_PERSONAL,
    "alipay": _ALIPAY_APP,
    "alipay-merchant": _ALIPAY_MERCHANT,
    "alipay-ledger": _ALIPAY_MERCHANT,
    "ums": _UMS,
    "lakala": _LAKALA,
    "lakala-payout": _LAKALA,
    "acquirer": _ACQUIRER,
    "jd": _KNOWN,
    "meituan": _KNOWN,
}
GUIDED = (
    "wechat-merchant",
    "alipay-merchant",
    "ums",
    "lakala",
    "acquirer",
    "wechat",
    "alipay",
    "wechat-fund",
    "jd",
    "meituan",
    "table",
)
"""Families of bills there is a guide for, those of merchants first."""


def guide(family: str) -> tuple[str, ...]:
    """Return what to do, one sentence after the other, to get a bill of a family of layouts."""
    return tuple(QCoreApplication.translate("BillGuides", str(line)) for line in _GUIDES.get(family, _OTHER))
