"""Short phrases several screens share."""

from pos_closeout.domain.open_items import OpenItem
from pos_closeout.ui.kit import Kit


def item_line(kit: Kit, item: OpenItem) -> str:
    """Return an open item in a few words: its kind, with whom, how much."""
    parts = [kit.say(kit.guidance.kinds[item.kind].name), item.counterparty, kit.yuan(item.amount_fen)]
    return " ".join(part for part in parts if part)
