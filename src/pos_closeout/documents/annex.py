"""The annex of the letter: the list of open items with its total in figures and in capitals."""

from pos_closeout.documents.content import Align, Annex, Column, Table
from pos_closeout.documents.letter_draft import Draft
from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.attachments import Paper
from pos_closeout.domain.money import format_yuan, in_capitals
from pos_closeout.domain.open_items import OpenItem, totals


def annex(draft: Draft) -> Annex | None:
    """Return the annex, or ``None`` when nothing is open or the owner left the list out."""
    if Paper.OPEN_ITEMS not in draft.papers:
        return None
    say = draft.say
    added = totals(draft.items, draft.today)
    return Annex(
        mark=say("annex.annex.mark"),
        title=say("annex.annex.title"),
        caption=say(
            "annex.annex.caption",
            merchant_number=draft.merchant_number,
            merchant=draft.case.merchant.registered_name.strip(),
            day=say.day(draft.today),
        ),
        table=_table(draft, added.count, added.fen),
        capitals=say("annex.annex.capitals", capitals=in_capitals(added.fen)) if added.fen else "",
        note=say("annex.annex.note"),
    )


def _table(draft: Draft, count: int, fen: int) -> Table:
    say = draft.say
    columns = (
        Column(say("annex.column.position"), 24, Align.CENTRE),
        Column(say("annex.column.kind"), 50),
        Column(say("annex.column.original"), 52),
        Column(say("annex.column.channel"), 38),
        Column(say("annex.column.terminal"), 46),
        Column(say("annex.column.account"), 82),
        Column(say("annex.column.counterparty"), 62),
        Column(say("annex.column.due"), 52),
        Column(say("annex.column.amount"), 60, Align.RIGHT),
    )
    rows = tuple(_row(say, place, item) for place, item in enumerate(draft.items, 1))
    foot = ("", say("annex.annex.total", count=count), "", "", "", "", "", "", format_yuan(fen) if fen else "")
    return Table(columns, rows, (foot,))


def _row(say: Phrases, place: int, item: OpenItem) -> tuple[str, ...]:
    account = (item.masked_account.strip(), item.reference.strip(), item.voucher.strip())
    return (
        str(place),
        say(f"terms.kind.{item.kind}"),
        "" if item.original_on is None else item.original_on.isoformat(),
        say(f"terms.channel.{item.channel}"),
        item.terminal_number.strip(),
        "\n".join(part for part in account if part),
        item.counterparty.strip(),
        "" if item.due_on is None else item.due_on.isoformat(),
        "" if item.amount_fen is None else format_yuan(item.amount_fen),
    )
