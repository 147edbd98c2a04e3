"""A made-up bill for the sample case: fifty days of sales up to yesterday, a refund that runs and one that failed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from pos_closeout.domain.errors import DataFolderError

_DAYS = 50
_HEAD = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,"
    "代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,"
    "申请退款金额,费率备注"
)
_FOOT = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额"
_PRICES = (12_80, 35_00, 8_50, 66_00, 21_90)


def sample_bill(today: date) -> bytes:
    """Return a WeChat merchant trade bill whose totals agree; shop, numbers and people do not exist."""
    sales = [(day, at) for day in range(_DAYS, 0, -1) for at in range(2)]
    refunds = (
        _refund(today - timedelta(days=2), sales.index((9, 0)), 30_00, "PROCESSING"),
        _refund(today - timedelta(days=5), sales.index((12, 1)), 21_90, "CHANGE"),
    )
    rows = [tuple(_sale(today - timedelta(days=day), at, number)) for number, (day, at) in enumerate(sales)]
    sold = sum(_price(number) for number in range(len(sales)))
    back = 30_00 + 21_90
    totals = (f"{len(rows) + len(refunds)}", *map(_yuan, (sold, back, 0, 0, sold, back)))
    lines = (_HEAD, *map(_line, (*rows, *refunds)), _FOOT, _line(totals))
    return "\r\n".join((*lines, "")).encode("utf-8-sig")


def write_sample_bill(folder: Path, today: date) -> Path:
    """Write the sample bill beside the data and return where it is.

    Raises:
        DataFolderError: ``store.folder_unwritable``.
    """
    path = folder / "微信交易账单（样例）.csv"
    try:
        path.write_bytes(sample_bill(today))
    except OSError as error:
        raise DataFolderError("store.folder_unwritable", path=str(folder)) from error
    return path


def _price(number: int) -> int:
    return _PRICES[number % len(_PRICES)]


def _sale(day: date, at: int, number: int) -> Iterator[str]:
    amount = _yuan(_price(number))
    yield from (f"{day} {9 + 7 * at:02d}:{number % 60:02d}:00", "wx00000000sample", "1900000109", "0", "")
    yield from (_order(number), f"HS{number:06d}", "sample", "NATIVE", "SUCCESS", "OTHERS", "CNY", amount, "0.00")
    yield from ("0", "0", "0.00", "0.00", "", "", "日用百货", "", "0.00000", "0.60%", amount, "0.00", "")


def _refund(day: date, number: int, fen: int, state: str) -> tuple[str, ...]:
    when = (f"{day} 15:20:00", "wx00000000sample", "1900000109", "0", "")
    order = (_order(number), f"HS{number:06d}", "sample", "NATIVE", "REFUND", "OTHERS", "CNY", "0.00", "0.00")
    back = (f"50000000{number:020d}", f"TK{number:06d}", _yuan(fen), "0.00", "ORIGINAL", state)
    return (*when, *order, *back, "日用百货", "", "0.00000", "0.60%", "0.00", _yuan(fen), "")


def _order(number: int) -> str:
    return f"42000000{number:020d}"


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def _line(cells: Iterable[str]) -> str:
    return ",".join(f"`{cell}" for cell in cells)
