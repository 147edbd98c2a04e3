"""The printed outstanding list: every open item of one case or all of them, the two sums first, then shop by shop.

It is worked through with a pen: each row has a box to tick and room for a note.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from pos_closeout.documents.content import Align, Column, ItemGroup, ItemList, Table, lines
from pos_closeout.documents.drawings import draw_list
from pos_closeout.documents.item_sums import amount, overdue, owed, owed_in_capitals, uncounted
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.ledger.open_items import (
    Due,
    ItemKind,
    OpenItem,
    PaymentChannel,
    due_group,
    is_open,
    totals,
    urgency,
)

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts

_BOX, _TICKED = "☐", "☑"


def open_items_pdf(
    items: Iterable[OpenItem],
    cases_by_id: Mapping[int, Case],
    *,
    language: LetterLanguage,
    today: date,
    fonts: "Fonts",
    wording: Wording,
    cleared: bool = False,
) -> bytes:
    """Return the list of open items as a PDF; the same input gives the same bytes.

    Args:
        items: items of any state.
        cases_by_id: the cases they belong to; an item of an unknown case is listed without one.
        language: of the list.
        today: decides what is overdue, and is printed.
        fonts: the fonts.
        wording: the words.
        cleared: list the cleared ones too, after the open ones; else they are left aside.
    """
    listed = list_content(items, cases_by_id, today, wording.phrases(language), cleared=cleared)
    return draw_list(listed, language, today, fonts)


def list_content(
    items: Iterable[OpenItem], cases_by_id: Mapping[int, Case], today: date, say: Phrases, *, cleared: bool = False
) -> ItemList:
    """Return what the list says: a group for each shop in the order of its most urgent item, then what is cleared."""
    asked = list(items)
    waiting = sorted(filter(is_open, asked), key=urgency)
    done = _by_clearing(asked) if cleared else []
    grouped: dict[int, list[OpenItem]] = {}
    for item in waiting:
        grouped.setdefault(item.case_id, []).append(item)
    listed = dict.fromkeys((*grouped, *(item.case_id for item in done)))
    concerned = [cases_by_id[case_id] for case_id in listed if case_id in cases_by_id]
    several = len(listed) > 1
    day, name = say.day(today), "title" if waiting or not done else "title_cleared"
    told = tuple(_totals(waiting, today, say)) if waiting or not done else ()
    return ItemList(
        title=say(f"open_items_list.list.{name}"),
        caption="　".join((day, *_shops(concerned, say))),
        totals=told,
        groups=(
            *(
                ItemGroup(
                    _heading(cases_by_id.get(case_id), group, today, say) if several else "", _table(group, today, say)
                )
                for case_id, group in grouped.items()
            ),
            *_cleared(done, cases_by_id if several else {}, today, say),
        ),
        footer=say(
            "open_items_list.list.footer" if waiting or not done else "open_items_list.list.footer_cleared", day=day
        ),
        sample=say("terms.text.sample") if any(case.sample for case in concerned) else "",
    )


def _by_clearing(items: Iterable[OpenItem]) -> list[OpenItem]:
    """Return the cleared items, those cleared last first."""
    done = [item for item in items if not is_open(item)]
    return sorted(done, key=lambda item: (item.cleared_on or date.min, item.id), reverse=True)


def _cleared(done: list[OpenItem], cases_by_id: Mapping[int, Case], today: date, say: Phrases) -> Iterable[ItemGroup]:
    """Return the group of the cleared items of all shops; with several, each row names its own."""
    if done:
        heading = say.plural("open_items_list.list.cleared", len(done))
        yield ItemGroup(heading, _table(done, today, say, cases_by_id))


def _shops(cases: list[Case], say: Phrases) -> tuple[str, ...]:
    """Name the shop when the list is about one case."""
    if len(cases) != 1:
        return (say("open_items_list.list.cases", count=len(cases)),) if cases else ()
    return _named(cases[0])


def _named(case: Case) -> tuple[str, ...]:
    return tuple(part for part in (shop_name(case).strip(), case.number) if part)


def _totals(waiting: list[OpenItem], today: date, say: Phrases) -> Iterable[str]:
    added = totals(waiting, today)
    if not added.count:
        yield say("open_items_list.list.none")
        return
    yield from owed_in_capitals(added, say)
    yield from filter(None, (overdue(added, say), uncounted(added, say)))


def _heading(case: Case | None, group: list[OpenItem], today: date, say: Phrases) -> str:
    name = _named(case) if case else (say("open_items_list.list.no_case"),)
    return "　".join((*name, *owed(totals(group, today), say)))


def _table(group: list[OpenItem], today: date, say: Phrases, shops: Mapping[int, Case] = MappingProxyType({})) -> Table:
    columns = (
        Column("", Align.CENTRE, share=18),
        Column(say("open_items_list.column.due"), share=60),
        Column(say("open_items_list.column.kind"), share=66),
        Column(say("open_items_list.column.who"), share=88),
        Column(say("open_items_list.column.original"), share=66),
        Column(say("open_items_list.column.reference"), share=94),
        Column(say("open_items_list.column.amount"), Align.RIGHT, share=70),
        Column(say("open_items_list.column.note"), Align.CENTRE, share=56),
    )
    kinds = {kind: say(f"terms.kind.{kind}") for kind in ItemKind}
    channels = {channel: say(f"terms.channel.{channel}") for channel in PaymentChannel}
    return Table(
        columns,
        tuple(
            (
                _BOX if is_open(item) else _TICKED,
                _due(item, today, say),
                lines(kinds[item.kind], channels[item.channel]),
                lines(item.counterparty, item.contact, *_shop(item, shops)),
                lines(_day(item.original_on), item.terminal_number),
                lines(item.masked_account, item.reference.strip() or item.voucher),
                lines(*amount(item, say)),
                item.cleared_how,
            )
            for item in group
        ),
    )


def _shop(item: OpenItem, shops: Mapping[int, Case]) -> tuple[str, ...]:
    return _named(shops[item.case_id])[:1] if item.case_id in shops else ()


def _due(item: OpenItem, today: date, say: Phrases) -> str:
    """Return the day an item is due, and how it stands to it where that is pressing; of a cleared one that day."""
    if not is_open(item):
        return lines(_day(item.cleared_on), say("list_files.sheet.cleared"))
    match due_group(item, today):
        case Due.OVERDUE if item.due_on is not None:
            return lines(_day(item.due_on), say.plural("open_items_list.list.late", (today - item.due_on).days))
        case Due.TODAY:
            return lines(_day(item.due_on), say("terms.due.today"))
        case _:
            return _day(item.due_on)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
