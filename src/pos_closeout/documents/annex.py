"""The annex of the letter: the list of open items with its sums in figures and in capitals."""

from datetime import date

from pos_closeout.documents.content import Align, Annex, Column, Table, lines
from pos_closeout.documents.item_sums import amount, owed_in_capitals, uncounted
from pos_closeout.documents.letter_draft import Draft
from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.ledger.open_items import OpenItem, totals
from pos_closeout.domain.papers.attachments import Paper


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
        table=_table(draft, added.count),
        sums=tuple(filter(None, (*owed_in_capitals(added, say), uncounted(added, say)))),
        note=say("annex.annex.note"),
    )


def _table(draft: Draft, count: int) -> Table:
    say = draft.say
    columns = (
        Column(say("annex.column.position"), Align.CENTRE, share=24),
        Column(say("annex.column.kind"), share=66),
        Column(say("annex.column.original"), share=70),
        Column(say("annex.column.account"), share=98),
        Column(say("annex.column.counterparty"), share=56),
        Column(say("annex.column.due"), share=52),
        Column(say("annex.column.amount"), Align.RIGHT, share=76),
    )
    rows = tuple(_row(say, place, item) for place, item in enumerate(draft.items, 1))
    foot = ("", "", "", say("annex.annex.total", count=count), "", "", "")
    return Table(columns, rows, foot)


def _row(say: Phrases, place: int, item: OpenItem) -> tuple[str, ...]:
    references = (item.reference.strip(), item.voucher.strip())
    return (
        str(place),
        lines(say(f"terms.kind.{item.kind}"), say(f"terms.channel.{item.channel}")),
        lines(_day(item.original_on), item.terminal_number),
        lines(item.masked_account, "/".join(part for part in references if part)),
        item.counterparty.strip(),
        _day(item.due_on),
        lines(*amount(item, say)),
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
