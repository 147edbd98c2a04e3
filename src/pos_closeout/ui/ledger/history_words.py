"""Puts the history of an item into words."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.item_file import Event, TalkChannel
from pos_closeout.domain.ledger.open_items import ItemKind, PaymentChannel
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.words import channel_name

_VERBS = {
    "added": QT_TRANSLATE_NOOP("HistoryWords", "Written down"),
    "removed": QT_TRANSLATE_NOOP("HistoryWords", "Deleted"),
    "restored": QT_TRANSLATE_NOOP("HistoryWords", "Brought back"),
    "noted": QT_TRANSLATE_NOOP("HistoryWords", "Note: {new}"),
    "talked": QT_TRANSLATE_NOOP("HistoryWords", "Logged: {new}"),
    "attached": QT_TRANSLATE_NOOP("HistoryWords", "Proof added: {new}"),
    "detached": QT_TRANSLATE_NOOP("HistoryWords", "Proof taken off: {old}"),
}
_FIELDS = {
    "kind": QT_TRANSLATE_NOOP("HistoryWords", "Kind"),
    "amount_fen": QT_TRANSLATE_NOOP("HistoryWords", "Amount"),
    "original_on": QT_TRANSLATE_NOOP("HistoryWords", "Date of the original payment"),
    "channel": QT_TRANSLATE_NOOP("HistoryWords", "Paid by"),
    "terminal_number": QT_TRANSLATE_NOOP("HistoryWords", "Terminal"),
    "masked_account": QT_TRANSLATE_NOOP("HistoryWords", "Card number"),
    "reference": QT_TRANSLATE_NOOP("HistoryWords", "Reference number"),
    "voucher": QT_TRANSLATE_NOOP("HistoryWords", "Voucher number"),
    "counterparty": QT_TRANSLATE_NOOP("HistoryWords", "Who it is with"),
    "contact": QT_TRANSLATE_NOOP("HistoryWords", "Phone or address"),
    "due_on": QT_TRANSLATE_NOOP("HistoryWords", "Due date"),
    "due_basis": QT_TRANSLATE_NOOP("HistoryWords", "Why this date"),
    "note": QT_TRANSLATE_NOOP("HistoryWords", "Note"),
    "state": QT_TRANSLATE_NOOP("HistoryWords", "State"),
    "cleared_on": QT_TRANSLATE_NOOP("HistoryWords", "Cleared on"),
    "cleared_how": QT_TRANSLATE_NOOP("HistoryWords", "How it was cleared"),
}
_STATES = {
    "open": QT_TRANSLATE_NOOP("HistoryWords", "open"),
    "cleared": QT_TRANSLATE_NOOP("HistoryWords", "cleared"),
}
_WAYS = {
    TalkChannel.CALL: QT_TRANSLATE_NOOP("HistoryWords", "Call"),
    TalkChannel.MESSAGE: QT_TRANSLATE_NOOP("HistoryWords", "Message"),
    TalkChannel.VISIT: QT_TRANSLATE_NOOP("HistoryWords", "Visit"),
    TalkChannel.LETTER: QT_TRANSLATE_NOOP("HistoryWords", "Letter"),
}
_CHANGED = QT_TRANSLATE_NOOP("HistoryWords", "{field}: {old} → {new}")
_SET = QT_TRANSLATE_NOOP("HistoryWords", "{field}: {new}")
_EMPTIED = QT_TRANSLATE_NOOP("HistoryWords", "{field} emptied, was {old}")


def talk_channel_name(way: TalkChannel) -> str:
    """Return what a way of reaching somebody is called."""
    return _say(_WAYS[way])


def event_text(context: Context, event: Event) -> str:
    """Say what happened, with fields and values named as on the screen."""
    old, new = (_value(context, event.what, text) for text in (event.old, event.new))
    if event.what in _VERBS:
        return _say(_VERBS[event.what]).replace("{old}", old).replace("{new}", new)
    pattern = _CHANGED if old and new else _SET if new else _EMPTIED
    return _say(pattern).replace("{field}", _field(context, event.what)).replace("{old}", old).replace("{new}", new)


def _field(context: Context, what: str) -> str:
    fact = what.removeprefix("facts.")
    if fact != what and fact in set(Fact):
        return context.say(context.guidance.facts[Fact(fact)].label)
    return _say(_FIELDS[what]) if what in _FIELDS else what


def _value(context: Context, what: str, text: str) -> str:
    """Write a stored value as the screen does."""
    name = what.removeprefix("facts.")
    if not text:
        return ""
    if name.endswith("_fen") and text.isdigit():
        return context.yuan(int(text))
    if name.endswith("_on"):
        return _day(context, text)
    if what == "talked":
        way, _, rest = text.partition(" · ")
        return f"{talk_channel_name(TalkChannel(way))} · {rest}" if way in set(TalkChannel) else text
    if what == "kind" and text in set(ItemKind):
        return context.say(context.guidance.kinds[ItemKind(text)].name)
    if what == "channel" and text in set(PaymentChannel):
        return channel_name(PaymentChannel(text))
    if what == "state" and text in _STATES:
        return _say(_STATES[text])
    choices = context.guidance.facts[Fact(name)].choices if name != what and name in set(Fact) else {}
    return context.say(choices[text]) if text in choices else text


def _day(context: Context, text: str) -> str:
    try:
        return context.long_day(date.fromisoformat(text))
    except ValueError:
        return text


def _say(text: object) -> str:
    return QCoreApplication.translate("HistoryWords", str(text))
