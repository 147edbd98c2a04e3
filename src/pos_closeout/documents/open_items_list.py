"""The printed outstanding list: every open item of one case or all of them, totals first, in groups by due date."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pos_closeout.documents.content import Align, Column, ItemGroup, ItemList, Table, lines
from pos_closeout.documents.drawings import draw_list
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.ledger.open_items import (
    Due,
    ItemKind,
    ItemTotals,
    OpenItem,
    PaymentChannel,
    due_group,
    is_open,
    totals,
    urgency,
)
from pos_closeout.domain.money import format_yuan, in_capitals

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts


def open_items_pdf(
    items: Iterable[OpenItem],
    cases_by_id: Mapping[int, Case],
    *,
    language: LetterLanguage,
    today: date,
    fonts: "Fonts",
    wording: Wording,
) -> bytes:
    """Return the list of open items as a PDF; the same input gives the same bytes.

    Args:
        items: items of any state; cleared ones are left aside.
        cases_by_id: the cases they belong to; an item of an unknown case is listed without one.
        language: of the list.
        today: decides what is overdue, and is printed.
        fonts: the fonts.
        wording: the words.
    """
    return draw_list(list_content(items, cases_by_id, today, wording.phrases(language)), language, today, fonts)


def list_content(items: Iterable[OpenItem], cases_by_id: Mapping[int, Case], today: date, say: Phrases) -> ItemList:
    """Return what the list says."""
    waiting = sorted(filter(is_open, items), key=urgency)
    concerned = [
        cases_by_id[case_id] for case_id in sorted({item.case_id for item in waiting}) if case_id in cases_by_id
    ]
    several = len(concerned) > 1
    grouped: dict[Due, list[OpenItem]] = {due: [] for due in Due}
    for item in waiting:
        grouped[due_group(item, today)].append(item)
    day = say.day(today)
    return ItemList(
        title=say("open_items_list.list.title"),
        caption="　".join((day, *_shops(concerned, say))),
        totals=tuple(_totals(totals(waiting, today), say)),
        groups=tuple(
            ItemGroup(_heading(due, group, today, say), _table(group, cases_by_id if several else {}, say))
            for due, group in grouped.items()
            if group
        ),
        footer=say("open_items_list.list.footer", day=day),
        sample=say("terms.text.sample") if any(case.sample for case in concerned) else "",
    )


def _shops(cases: list[Case], say: Phrases) -> tuple[str, ...]:
    """Name the shop when the list is about one case."""
    if len(cases) != 1:
        return (say("open_items_list.list.cases", count=len(cases)),) if cases else ()
    return tuple(part for part in (shop_name(cases[0]).strip(), cases[0].number) if part)


def _totals(added: ItemTotals, say: Phrases) -> Iterable[str]:
    if not added.count:
        yield say("open_items_list.list.none")
        return
    yield "　".join(
        (
            say.plural("open_items_list.list.count", added.count),
            say("open_items_list.list.figures", figures=format_yuan(added.fen)),
        )
    )
    yield say("open_items_list.list.capitals", capitals=in_capitals(added.fen))
    if added.overdue_count:
        figures = format_yuan(added.overdue_fen)
        yield say("open_items_list.list.overdue", count=added.overdue_count, figures=figures)


def _heading(due: Due, group: list[OpenItem], today: date, say: Phrases) -> str:
    added = totals(group, today)
    return say.plural(
        "open_items_list.list.group", added.count, due=say(f"terms.due.{due}"), figures=format_yuan(added.fen)
    )


def _table(group: list[OpenItem], cases_by_id: Mapping[int, Case], say: Phrases) -> Table:
    """Return the table of a group; the case has a column only when there are several."""
    columns = (
        Column(say("open_items_list.column.due"), share=56),
        Column(say("open_items_list.column.kind"), share=78),
        Column(say("open_items_list.column.who"), share=104),
        Column(say("open_items_list.column.original"), share=72),
        Column(say("open_items_list.column.reference"), share=96),
        *((Column(say("open_items_list.column.case"), share=70),) if cases_by_id else ()),
        Column(say("open_items_list.column.amount"), Align.RIGHT, share=72),
    )
    kinds = {kind: say(f"terms.kind.{kind}") for kind in ItemKind}
    channels = {channel: say(f"terms.channel.{channel}") for channel in PaymentChannel}
    return Table(columns, tuple(_row(item, cases_by_id, kinds, channels) for item in group))


def _row(
    item: OpenItem,
    cases_by_id: Mapping[int, Case],
    kinds: Mapping[ItemKind, str],
    channels: Mapping[PaymentChannel, str],
) -> tuple[str, ...]:
    case = cases_by_id.get(item.case_id)
    return (
        _day(item.due_on),
        lines(kinds[item.kind], channels[item.channel]),
        lines(item.counterparty, item.contact),
        lines(_day(item.original_on), item.terminal_number),
        lines(item.masked_account, item.reference.strip() or item.voucher),
        *((("" if case is None else case.number),) if cases_by_id else ()),
        "" if item.amount_fen is None else format_yuan(item.amount_fen),
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
