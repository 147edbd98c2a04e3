"""Short phrases several screens share."""

from unicodedata import east_asian_width

from PySide6.QtCore import QObject

from pos_closeout.domain.ledger.open_items import ItemDirection, ItemTotals, OpenItem
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


def direction_name(direction: ItemDirection) -> str:
    """Say which way money goes, seen from the shop; empty for neither."""
    return Counted().direction(direction)


def neither_words(count: int) -> str:
    """Say how many items belong to neither sum."""
    return Counted().neither(count)


def sums_line(context: Context, totals: ItemTotals) -> str:
    """Say what is to be paid and what is to be got, each for itself; what belongs to neither is counted."""
    parts = [f"{direction_name(direction)} {context.yuan(one.fen)} ({one.count})" for direction, one in totals.owed]
    return " · ".join([*parts, neither_words(totals.neither.count)] if totals.neither.count else parts)


class Counted(QObject):
    """Sentences with a number in them: lupdate sees a plural in ``tr`` only."""

    def finds(self, count: int) -> str:
        """Say how many finds in bills nobody has decided about yet."""
        return self.tr("To review: %n row(s) of your bills", "", count)

    def direction(self, direction: ItemDirection) -> str:
        """Say which way money goes."""
        names = {
            ItemDirection.TO_PAY: self.tr("To pay"),
            ItemDirection.TO_GET: self.tr("To get"),
            ItemDirection.NEITHER: "",
        }
        return names[direction]

    def neither(self, count: int) -> str:
        """Say how many items belong to neither sum."""
        return self.tr("%n more in neither sum", "", count)

    def days_overdue(self, days: int) -> str:
        """Say for how many days a date has passed."""
        return self.tr("%n day(s) late", "", days)
