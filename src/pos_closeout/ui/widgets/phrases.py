"""Short phrases several screens share."""

from unicodedata import east_asian_width

from PySide6.QtCore import QObject

from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context


def item_line(context: Context, item: OpenItem) -> str:
    """Return an open item in a few words: its kind, with whom, how much."""
    parts = [context.say(context.guidance.names.kinds[item.kind]), item.counterparty, context.yuan(item.amount_fen)]
    return " ".join(part for part in parts if part)


def shortened(text: str, columns: int) -> str:
    """Return a text cut to a number of columns, two for a Chinese character and one for a Latin one."""
    left = columns
    for place, character in enumerate(text):
        left -= 2 if east_asian_width(character) in "WF" else 1
        if left < 0:
            return f"{text[: place - 1].rstrip()}…"
    return text


def proposals_text(count: int) -> str:
    """Say how many finds in bills nobody has decided about yet."""
    return Counted().finds(count)


def days_overdue(days: int) -> str:
    """Say for how many days a date has passed."""
    return Counted().days_overdue(days)


class Counted(QObject):
    """Sentences with a number in them: lupdate sees a plural in ``tr`` only."""

    def finds(self, count: int) -> str:
        """Say how many finds in bills nobody has decided about yet."""
        return self.tr("For your decision: %n find(s) in your bills", "", count)

    def days_overdue(self, days: int) -> str:
        """Say for how many days a date has passed."""
        return self.tr("%n day(s) late", "", days)
