"""What open items add up to as papers say it: what the shop owes and what it is owed, never added together."""

from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.ledger.open_items import DIRECTIONS, ItemDirection, ItemTotals, OpenItem
from pos_closeout.domain.money import format_yuan, in_capitals


def owed(added: ItemTotals, say: Phrases) -> tuple[str, ...]:
    """Return each sum with its direction and count."""
    return tuple(
        say.plural("terms.sum.owed", one.count, direction=_name(direction, say), figures=format_yuan(one.fen))
        for direction, one in added.owed
    )


def owed_in_capitals(added: ItemTotals, say: Phrases) -> tuple[str, ...]:
    """Return each sum with its direction and count, in figures and in capitals."""
    return tuple(
        say.plural(
            "terms.sum.capitals",
            one.count,
            direction=_name(direction, say),
            figures=format_yuan(one.fen),
            capitals=in_capitals(one.fen),
        )
        for direction, one in added.owed
    )


def owed_in_a_sentence(added: ItemTotals, say: Phrases) -> str:
    """Return both sums in figures and capitals, as a sentence has them."""
    parts = [say("terms.sum.sentence", direction=_name(way, say), money=say.money(one.fen)) for way, one in added.owed]
    return say("terms.sum.gap").join(parts)


def overdue(added: ItemTotals, say: Phrases) -> str:
    """Return how many are overdue, and what of each sum; empty when nothing is."""
    if not added.overdue_count:
        return ""
    parts = [
        say("terms.sum.part", direction=_name(direction, say), figures=format_yuan(one.overdue_fen))
        for direction, one in added.owed
        if one.overdue_count
    ]
    told = say.plural("terms.sum.overdue", added.overdue_count)
    return say("terms.sum.gap").join((told, *parts))


def uncounted(added: ItemTotals, say: Phrases, *, fees: bool = False) -> str:
    """Return how many belong to neither sum, fees that may be objected to among them; empty without any."""
    key = "terms.sum.neither_fees" if fees else "terms.sum.neither"
    return say.plural(key, added.neither.count) if added.neither.count else ""


def amount(item: OpenItem, say: Phrases) -> tuple[str, str]:
    """Return the amount of an item in figures, and which way it goes; empty without an amount."""
    if item.amount_fen is None:
        return ("", "")
    direction = DIRECTIONS[item.kind]
    return (format_yuan(item.amount_fen), "" if direction is ItemDirection.NEITHER else _name(direction, say))


def _name(direction: ItemDirection, say: Phrases) -> str:
    return say(f"terms.direction.{direction}")
