"""The annex of the letter: the list of open items with its sums in figures and in capitals."""

from datetime import date

from pos_closeout.documents.content import Align, Annex, Column, Table, lines
from pos_closeout.documents.item_sums import amount, owed_in_capitals, uncounted
from pos_closeout.documents.letter_draft import Draft
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.papers.answers import stance
from pos_closeout.domain.papers.attachments import Paper


def annex(draft: Draft) -> Annex | None:
    """Return the annex, or ``None`` when nothing is open or the owner left the list out."""
    if Paper.OPEN_ITEMS not in draft.papers:
        return None
    say = draft.say
    added = draft.owed
    rest = uncounted(added, say, fees=bool(draft.fees_in_question))
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
        sums=tuple(filter(None, (*owed_in_capitals(added, say), rest))),
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
    rows = tuple(_row(draft, place, item) for place, item in enumerate(draft.items, 1))
    foot = ("", "", "", say("annex.annex.total", count=count), "", "", "")
    return Table(columns, rows, foot)


def _row(draft: Draft, place: int, item: OpenItem) -> tuple[str, ...]:
    say = draft.say
    references = (item.reference.strip(), item.voucher.strip())
    return (
        str(place),
        lines(say(f"terms.kind.{item.kind}"), say(f"terms.channel.{item.channel}")),
        lines(_day(item.original_on), item.terminal_number),
        lines(item.masked_account, "/".join(part for part in references if part)),
        item.counterparty.strip(),
        _day(item.due_on),
        lines(*_amount(draft, item)),
    )


def _amount(draft: Draft, item: OpenItem) -> tuple[str, str]:
    """Return the amount of an item and which way it goes; a fee that may be objected to is not owed."""
    figures, way = amount(item, draft.say)
    return (figures, draft.say(f"terms.fee.{stance(draft.told, item)}") if item.kind is ItemKind.FEE and way else way)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
