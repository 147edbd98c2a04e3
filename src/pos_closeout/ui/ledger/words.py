"""What the outstanding list calls things: channels, groups, due dates, and what an item needs before it can be kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from pos_closeout.domain.ledger.open_items import Due, ItemKind, ItemState, OpenItem, PaymentChannel, due_group
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.phrases import days_overdue

_CHANNELS = {
    PaymentChannel.CARD: QT_TRANSLATE_NOOP("ItemWords", "Card"),
    PaymentChannel.WECHAT: QT_TRANSLATE_NOOP("ItemWords", "WeChat"),
    PaymentChannel.ALIPAY: QT_TRANSLATE_NOOP("ItemWords", "Alipay"),
    PaymentChannel.UNIONPAY_QR: QT_TRANSLATE_NOOP("ItemWords", "UnionPay QR"),
    PaymentChannel.CASH: QT_TRANSLATE_NOOP("ItemWords", "Cash"),
    PaymentChannel.OTHER: QT_TRANSLATE_NOOP("ItemWords", "Other"),
}
_GROUPS = {
    Due.OVERDUE: QT_TRANSLATE_NOOP("ItemWords", "Overdue"),
    Due.TODAY: QT_TRANSLATE_NOOP("ItemWords", "Due today"),
    Due.THIS_WEEK: QT_TRANSLATE_NOOP("ItemWords", "Within seven days"),
    Due.LATER: QT_TRANSLATE_NOOP("ItemWords", "Later"),
    Due.NO_DATE: QT_TRANSLATE_NOOP("ItemWords", "No date"),
    None: QT_TRANSLATE_NOOP("ItemWords", "Cleared"),
}
_LOOKS = {
    Due.OVERDUE: ("clock-alert", Tone.SEAL),
    Due.TODAY: ("bell", Tone.AMBER),
    Due.THIS_WEEK: ("calendar", Tone.ACCENT),
    Due.LATER: ("calendar-days", Tone.NEUTRAL),
    Due.NO_DATE: ("circle-help", Tone.NEUTRAL),
    None: ("circle-check", Tone.OK),
}
_WAYS_REFUND = (
    QT_TRANSLATE_NOOP("ItemWords", "The platform says: refund successful"),
    QT_TRANSLATE_NOOP("ItemWords", "The customer confirmed that the money arrived"),
)
_WAYS_MONEY_IN = (
    QT_TRANSLATE_NOOP("ItemWords", "The money is on my account"),
    QT_TRANSLATE_NOOP("ItemWords", "The acquirer confirmed in writing"),
)
_WAYS_MONEY_OUT = (
    QT_TRANSLATE_NOOP("ItemWords", "Paid, receipt kept"),
    QT_TRANSLATE_NOOP("ItemWords", "The acquirer confirmed in writing"),
)
_WAYS_CUSTOMER = (
    QT_TRANSLATE_NOOP("ItemWords", "Paid back, the customer confirmed"),
    QT_TRANSLATE_NOOP("ItemWords", "Agreed with the customer in writing"),
)
_WAYS_TRADE = (
    QT_TRANSLATE_NOOP("ItemWords", "Looked up: it went through"),
    QT_TRANSLATE_NOOP("ItemWords", "Looked up: reversed, the customer has the money"),
)
_WAYS_PAPER = (
    QT_TRANSLATE_NOOP("ItemWords", "Handed over, receipt kept"),
    QT_TRANSLATE_NOOP("ItemWords", "Received and filed"),
)
_WAYS = {
    ItemKind.REFUND: _WAYS_REFUND,
    ItemKind.UNFINISHED: _WAYS_TRADE,
    ItemKind.PREAUTH: _WAYS_TRADE,
    ItemKind.SETTLEMENT: _WAYS_MONEY_IN,
    ItemKind.DEPOSIT: _WAYS_MONEY_IN,
    ItemKind.FEE: _WAYS_MONEY_OUT,
    ItemKind.CHARGEBACK: _WAYS_MONEY_OUT,
    ItemKind.PREPAID: _WAYS_CUSTOMER,
    ItemKind.COMPLAINT: _WAYS_CUSTOMER,
    ItemKind.RETRIEVAL: _WAYS_PAPER,
    ItemKind.DEVICE: _WAYS_PAPER,
    ItemKind.INVOICE: _WAYS_PAPER,
    ItemKind.RECEIPT: _WAYS_PAPER,
}
_WAYS_ELSE = (QT_TRANSLATE_NOOP("ItemWords", "The acquirer confirmed in writing"),)


@dataclass(frozen=True, slots=True)
class Tag:
    """An icon and a word in a tone."""

    icon: str
    text: str
    tone: Tone


def channel_name(channel: PaymentChannel) -> str:
    """Return what a channel is called."""
    return _say(_CHANNELS[channel])


def group_tag(due: Due | None) -> Tag:
    """Return the heading of a group; ``None`` stands for the cleared items."""
    icon, tone = _LOOKS[due]
    return Tag(icon, _say(_GROUPS[due]), tone)


def due_tag(context: Context, item: OpenItem, today: date) -> Tag:
    """Return how an item stands to its date: days overdue, today, the day itself, or when it was cleared."""
    if item.state is ItemState.CLEARED:
        day = "" if item.cleared_on is None else f" {short_day(context, item.cleared_on, today)}"
        return Tag("circle-check", _say(_GROUPS[None]) + day, Tone.OK)
    group = due_group(item, today)
    icon, tone = _LOOKS[group]
    if item.due_on is None or group is Due.TODAY:
        return Tag(icon, _say(_GROUPS[group]), tone)
    if group is Due.OVERDUE:
        return Tag(icon, days_overdue((today - item.due_on).days), tone)
    near = abs((item.due_on - today).days) < 300
    return Tag(icon, context.day(item.due_on) if near else short_day(context, item.due_on, today), tone)


def short_day(context: Context, day: date, today: date) -> str:
    """Write a day without its weekday, and with its year unless that is this year."""
    if context.language == "zh":
        return f"{day:%m-%d}" if day.year == today.year else day.isoformat()
    month = QLocale("en_GB").monthName(day.month, QLocale.FormatType.ShortFormat)
    return f"{day.day} {month}" if day.year == today.year else f"{day.day} {month} {day.year}"


def account_shown(account: str) -> str:
    """Write a masked card number in groups of four, as on a card."""
    return " ".join(account[at : at + 4] for at in range(0, len(account), 4))


def number_shown(number: str) -> str:
    """Shorten a long platform number to its ends, which is what people compare."""
    return number if len(number) <= 12 else f"{number[:4]}…{number[-4:]}"


def original_shown(context: Context, item: OpenItem, today: date) -> str:
    """Describe the original payment in a few words: its day, channel, and the number it is known by."""
    channel = "" if item.channel is PaymentChannel.OTHER else channel_name(item.channel)
    known_by = account_shown(item.masked_account) or number_shown(item.reference) or item.voucher
    day = "" if item.original_on is None else short_day(context, item.original_on, today)
    if not (known_by or day):
        return ""
    return "  ".join(part for part in (day, channel, known_by) if part)


def clearing_suggestions(kind: ItemKind) -> tuple[str, ...]:
    """Return how items of a kind usually come to an end, to be chosen instead of typed."""
    return tuple(_say(way) for way in _WAYS.get(kind, _WAYS_ELSE))


def searched_names(context: Context, shops: Mapping[int, str]) -> Callable[[str, str, int], tuple[str, ...]]:
    """Return what gives the words the list shows for an item that are not in it: kind, channel and shop."""
    kinds = {kind.value: context.say(text.name) for kind, text in context.guidance.kinds.items()}
    channels = {channel.value: channel_name(channel) for channel in PaymentChannel}
    return lambda kind, channel, case_id: (kinds[kind], channels[channel], shops.get(case_id, ""))


def _say(text: object) -> str:
    return QCoreApplication.translate("ItemWords", str(text))
