"""What bills, states, reasons and columns are called on the screen."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from pos_closeout.domain.bills.transactions import BillChannel, Direction, TransactionState
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone

_CHANNELS = {
    BillChannel.WECHAT: QT_TRANSLATE_NOOP("BillWords", "WeChat"),
    BillChannel.ALIPAY: QT_TRANSLATE_NOOP("BillWords", "Alipay"),
    BillChannel.CARD: QT_TRANSLATE_NOOP("BillWords", "Card terminal"),
    BillChannel.UNIONPAY: QT_TRANSLATE_NOOP("BillWords", "UnionPay QR"),
    BillChannel.JD: QT_TRANSLATE_NOOP("BillWords", "JD"),
    BillChannel.MEITUAN: QT_TRANSLATE_NOOP("BillWords", "Meituan"),
    BillChannel.BANK: QT_TRANSLATE_NOOP("BillWords", "Bank account"),
    BillChannel.OTHER: QT_TRANSLATE_NOOP("BillWords", "Another platform"),
}
_REASONS = {
    TransactionState.UNFINISHED: (
        QT_TRANSLATE_NOOP("BillWords", "Payments that did not finish"),
        QT_TRANSLATE_NOOP(
            "BillWords", "The bill does not say that the money arrived. Ask the platform before you stop the terminal."
        ),
    ),
    TransactionState.REFUND_PENDING: (
        QT_TRANSLATE_NOOP("BillWords", "Refunds on their way"),
        QT_TRANSLATE_NOOP(
            "BillWords",
            "The bill was written while the refund was running and is never updated. It may be done: look again on the "
            "platform's own page.",
        ),
    ),
    TransactionState.REFUND_ACTION: (
        QT_TRANSLATE_NOOP("BillWords", "Refunds that need you"),
        QT_TRANSLATE_NOOP(
            "BillWords", "The platform could not pay the money back. Nothing happens until you do something."
        ),
    ),
    TransactionState.WAITING: (
        QT_TRANSLATE_NOOP("BillWords", "Waiting for the other side"),
        QT_TRANSLATE_NOOP("BillWords", "The other side has not confirmed or not taken the money yet."),
    ),
    TransactionState.UNKNOWN: (
        QT_TRANSLATE_NOOP("BillWords", "Words the program does not know"),
        QT_TRANSLATE_NOOP(
            "BillWords",
            "The platform uses a word that is not known here, so it is not counted as done. Please look yourself.",
        ),
    ),
}
_REASON_LOOKS = {
    TransactionState.UNFINISHED: ("hourglass", Tone.AMBER),
    TransactionState.REFUND_PENDING: ("clock-alert", Tone.AMBER),
    TransactionState.REFUND_ACTION: ("octagon-alert", Tone.SEAL),
    TransactionState.WAITING: ("hourglass", Tone.ACCENT),
    TransactionState.UNKNOWN: ("circle-help", Tone.NEUTRAL),
}
_STATES = {
    TransactionState.DONE: QT_TRANSLATE_NOOP("BillWords", "done"),
    TransactionState.UNFINISHED: QT_TRANSLATE_NOOP("BillWords", "not finished"),
    TransactionState.WAITING: QT_TRANSLATE_NOOP("BillWords", "waiting for the other side"),
    TransactionState.REFUND_PENDING: QT_TRANSLATE_NOOP("BillWords", "refund on its way"),
    TransactionState.REFUND_ACTION: QT_TRANSLATE_NOOP("BillWords", "refund needs action"),
    TransactionState.PART_REFUNDED: QT_TRANSLATE_NOOP("BillWords", "refunded in part"),
    TransactionState.REFUNDED: QT_TRANSLATE_NOOP("BillWords", "refunded"),
    TransactionState.CLOSED: QT_TRANSLATE_NOOP("BillWords", "closed without money"),
    TransactionState.UNKNOWN: QT_TRANSLATE_NOOP("BillWords", "not recognised"),
}
_DIRECTIONS = {
    Direction.IN: QT_TRANSLATE_NOOP("BillWords", "money in"),
    Direction.OUT: QT_TRANSLATE_NOOP("BillWords", "money out"),
    Direction.NEUTRAL: QT_TRANSLATE_NOOP("BillWords", "neither in nor out"),
}
_PROBLEMS = {
    "time.unreadable": QT_TRANSLATE_NOOP("BillWords", "The date or time cannot be read."),
    "time.missing": QT_TRANSLATE_NOOP("BillWords", "The date or time is missing."),
    "amount.unreadable": QT_TRANSLATE_NOOP("BillWords", "The amount cannot be read."),
    "amount.missing": QT_TRANSLATE_NOOP("BillWords", "The amount is missing."),
    "side.unreadable": QT_TRANSLATE_NOOP(
        "BillWords", "The word for money in or out is not known, so the row is in no sum."
    ),
    "row.too_many_cells": QT_TRANSLATE_NOOP("BillWords", "The row has far too many cells."),
    "text.undecodable": QT_TRANSLATE_NOOP("BillWords", "Some signs of this row are damaged; the rest was read."),
    "number.damaged": QT_TRANSLATE_NOOP(
        "BillWords", "A spreadsheet program has destroyed the order number; the rest was read."
    ),
    "pdf.balance_breaks": QT_TRANSLATE_NOOP(
        "BillWords", "The balance does not follow from the entry before: entries may be missing or misread here."
    ),
    "pdf.count_differs": QT_TRANSLATE_NOOP(
        "BillWords", "The statement itself counts another number of entries: some may be missing."
    ),
    "pdf.damaged": QT_TRANSLATE_NOOP(
        "BillWords", "The PDF was damaged on its way: entries may be missing or wrong. Please download it again."
    ),
    "pdf.page_without_rows": QT_TRANSLATE_NOOP("BillWords", "No entry could be read on this page."),
    "pdf.pages_missing": QT_TRANSLATE_NOOP("BillWords", "The statement itself counts more pages than the file has."),
    "amount.unit_assumed": QT_TRANSLATE_NOOP(
        "BillWords", "The file does not say whether amounts are yuan or fen. Please compare one amount with a slip."
    ),
}
_PROBLEM_ELSE = QT_TRANSLATE_NOOP("BillWords", "This could not be read.")
_FOOTER_DIFFERS = QT_TRANSLATE_NOOP(
    "BillWords", "the total at its end differs: perhaps a part is missing, please download it again"
)
_COUNT_DIFFERS = QT_TRANSLATE_NOOP("BillWords", "the file itself promises {count} rows: perhaps a part is missing")
_ROLES = {
    "when": QT_TRANSLATE_NOOP("BillWords", "Date (with or without time)"),
    "when_else": QT_TRANSLATE_NOOP("BillWords", "Second date, where the first is blank"),
    "clock": QT_TRANSLATE_NOOP("BillWords", "Time of day"),
    "amount": QT_TRANSLATE_NOOP("BillWords", "Amount"),
    "income": QT_TRANSLATE_NOOP("BillWords", "Money in"),
    "expense": QT_TRANSLATE_NOOP("BillWords", "Money out"),
    "side": QT_TRANSLATE_NOOP("BillWords", "In or out (word)"),
    "status": QT_TRANSLATE_NOOP("BillWords", "Payment status"),
    "type": QT_TRANSLATE_NOOP("BillWords", "Kind of payment"),
    "order": QT_TRANSLATE_NOOP("BillWords", "Order number"),
    "merchant_order": QT_TRANSLATE_NOOP("BillWords", "Your own order number"),
    "counterparty": QT_TRANSLATE_NOOP("BillWords", "The other side"),
    "payer": QT_TRANSLATE_NOOP("BillWords", "Who paid (beside who was paid)"),
    "account": QT_TRANSLATE_NOOP("BillWords", "Card or account number"),
    "summary": QT_TRANSLATE_NOOP("BillWords", "Note"),
    "refund_status": QT_TRANSLATE_NOOP("BillWords", "Refund status"),
    "refund_amount": QT_TRANSLATE_NOOP("BillWords", "Refunded amount"),
    "refund": QT_TRANSLATE_NOOP("BillWords", "Refund number"),
    "merchant_refund": QT_TRANSLATE_NOOP("BillWords", "Your own refund number"),
    "fee": QT_TRANSLATE_NOOP("BillWords", "Fee"),
    "terminal": QT_TRANSLATE_NOOP("BillWords", "Terminal number"),
    "merchant": QT_TRANSLATE_NOOP("BillWords", "Merchant number"),
    "paid_with": QT_TRANSLATE_NOOP("BillWords", "Paid with"),
    "currency": QT_TRANSLATE_NOOP("BillWords", "Currency"),
}
ROLES = tuple(_ROLES)
"""What a column can mean, in the order in which it is offered."""


def _say(text: object) -> str:
    return QCoreApplication.translate("BillWords", str(text))


def channel_name(channel: BillChannel) -> str:
    """Return what a way of paying is called."""
    return _say(_CHANNELS[channel])


def reason_name(reason: TransactionState) -> str:
    """Return the heading of the proposals with a reason."""
    return _say(_REASONS[reason][0])


def reason_text(reason: TransactionState) -> str:
    """Say in a sentence what a reason means for the owner."""
    return _say(_REASONS[reason][1])


def reason_icon(reason: TransactionState) -> tuple[str, Tone]:
    """Return icon and tone of a reason."""
    return _REASON_LOOKS[reason]


def state_name(state: TransactionState) -> str:
    """Return what a state of a line is called."""
    return _say(_STATES[state])


def direction_name(direction: Direction) -> str:
    """Return which way the money went."""
    return _say(_DIRECTIONS[direction])


def problem_name(reason: str) -> str:
    """Say in a sentence what is wrong with a row."""
    return _say(_PROBLEMS.get(reason, _PROBLEM_ELSE))


def truncation_notes(footer: str, rows: int, announced_rows: int | None) -> list[str]:
    """Say what a file says itself about something that is missing; nothing when it agrees or says nothing."""
    told = [_say(_FOOTER_DIFFERS)] if footer == "differs" else []
    if announced_rows is not None and announced_rows != rows:
        told.append(_say(_COUNT_DIFFERS).format(count=count_shown(announced_rows)))
    return told


def role_name(role: str) -> str:
    """Return what a meaning of a column is called."""
    return _say(_ROLES[role])


def span(context: Context, first: date | None, last: date | None) -> str:
    """Write the days from first to last as short as the language allows."""
    if first is None or last is None:
        return ""
    if first == last:
        return context.long_day(first)
    if context.language == "zh":
        return f"{context.long_day(first)}–{_zh_end(first, last)}"
    locale = QLocale("en_GB")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {locale.monthName(last.month)} {last.year}"
    start = context.long_day(first) if first.year != last.year else f"{first.day} {locale.monthName(first.month)}"
    return f"{start} – {context.long_day(last)}"


def _zh_end(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{last.year}年{last.month}月{last.day}日"
    return f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"


def count_shown(count: int) -> str:
    """Write a count with commas between thousands, as bills do."""
    return f"{count:,}"


def time_left(seconds: float) -> str:
    """Say about how long something still takes."""
    return Spans().left(seconds)


class Spans(QObject):
    """Words with a number in them: lupdate sees a plural in ``tr`` only."""

    def left(self, seconds: float) -> str:
        """Say about how long something still takes."""
        if seconds < 3:
            return self.tr("almost done")
        if seconds < 90:
            # Tens from there on: a figure that jumps about says less.
            shown = round(seconds) if seconds < 20 else round(seconds / 10) * 10
            return self.tr("about %n second(s) left", "", shown)
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

    def numbers_destroyed(self, count: int) -> str:
        """Say that a spreadsheet program has destroyed order numbers, and what to do."""
        return self.tr(
            "Excel has changed this file: %n order number(s) destroyed. Please download the bill again and import it "
            "without opening it first; nothing counts twice.",
            "",
            count,
        )

    def days_left(self, days: int) -> str:
        """Say how many days there are until a download closes."""
        return self.tr("%n day(s) left", "", days) if days else self.tr("today is the last day")
