"""The outstanding list for other programs: calendar, spreadsheet, comma-separated text, and plain text to paste."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.actions.reminders.dated_tasks import task_entries
from pos_closeout.actions.reminders.reminders import read_reminder_settings
from pos_closeout.documents.item_sums import owed
from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.ledger.open_items import (
    DIRECTIONS,
    ItemDirection,
    ItemTotals,
    OpenItem,
    due_group,
    is_open,
    totals,
)
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.reminders.reminders import Rhythm
from pos_closeout.guidance.names import load_names
from pos_closeout.outbox.calendar import CalendarEntry, calendar_file
from pos_closeout.outbox.sheet import SheetCell, SheetTable, csv_file, xlsx_file
from pos_closeout.store import Store
from pos_closeout.store.calendar_dates import HandedOut

_DOMAIN = "calendar.domain"
_COLUMNS = (
    "number", "state", "due", "kind", "direction", "amount", "who", "contact", "original", "channel", "terminal",
    "account", "reference", "voucher", "basis", "note", "case", "shop", "cleared_on", "cleared_how",
)  # fmt: skip


def export_calendar(store: Store, documents: Documents, language: LetterLanguage, now: datetime) -> bytes:
    """Return every item with a due date and every dated task as a calendar file; cleared items are cancelled in it.

    So is what an earlier file held and what has no date any more, because it was deleted, with its case or alone, or
    because its date was taken out: a file that merely left it out would leave it in the calendar for ever.

    The file is the same until something in the list changes, and an event keeps its identity for ever, so that a second
    import brings the calendar up to date. Neither account numbers nor telephone numbers are in it.
    """
    say, settings = documents.wording.phrases(language), read_reminder_settings(store)
    domain, revisions = _calendar_domain(store), store.timeline.item_revisions()
    cases = {case.id: case for case in store.cases.all()}
    own, usual = store.reminders.rhythms(), Rhythm(settings.days_before, settings.every_days)
    entries = []
    with store.database.writing():
        handed = store.calendar_dates.all()
        present: dict[int, HandedOut] = {}
        for item in sorted(store.items.all(), key=lambda item: item.id):
            if item.due_on is not None:
                revision, changed = revisions.get(item.id, (0, now))
                case = cases.get(item.case_id)
                shop = "" if case is None else shop_name(case)
                entry = _entry(item, item.due_on, shop, say, own.get(item.id, usual))
                entries.append(replace(entry, uid=f"item-{item.id}@{domain}", revision=revision, changed=changed))
                present[item.id] = HandedOut(item.id, item.due_on, revision, changed, gone=False)
        gone = [
            each if each.gone else _gone(each, revisions.get(each.item_id), now)
            for each in handed.values()
            if each.item_id not in present
        ]
        store.calendar_dates.keep((*present.values(), *gone))
    removed = say("list_files.calendar.removed")
    entries += [
        CalendarEntry(each.due_on, removed, "", "", "", open=False, revision=each.revision, changed=each.changed,
              uid=f"item-{each.item_id}@{domain}")
        for each in sorted(gone, key=lambda each: each.item_id)
    ]  # fmt: skip
    entries += task_entries(
        store, say, load_names(documents.resources / "guidance"), domain=domain, settings=settings, now=now
    )
    return calendar_file(entries, say("list_files.calendar.name"), settings.days_before, settings.every_days)


def export_list(
    items: Iterable[OpenItem],
    cases: Mapping[int, Case],
    documents: Documents,
    language: LetterLanguage,
    today: date,
    *,
    spreadsheet: bool,
) -> bytes:
    """Return items in their order as a spreadsheet (XLSX) or as comma-separated text for Excel.

    Args:
        items: open or cleared; account numbers are masked as they are in the store.
        cases: the cases they belong to, by id.
        documents: for the words.
        language: of heads and words.
        today: decides what is overdue.
        spreadsheet: XLSX, else CSV.
    """
    say = documents.wording.phrases(language)
    heads = [say(f"list_files.sheet.{name}") for name in _COLUMNS]
    added = ItemTotals()

    def rows() -> Iterator[Sequence[SheetCell]]:
        nonlocal added
        for item in items:
            added += totals([item], today)
            yield _cells(item, cases, say, today)

    def sums() -> Iterator[Sequence[SheetCell]]:
        for direction, one in added.owed:
            named: dict[str, SheetCell] = {"kind": say(f"list_files.sheet.{direction}"), "amount": one.fen}
            yield [named.get(name, "") for name in _COLUMNS]

    table = SheetTable(say("list_files.sheet.title"), heads, rows(), sums)
    return xlsx_file(table, today) if spreadsheet else csv_file(table)


def list_as_text(
    items: Sequence[OpenItem], cases: Mapping[int, Case], documents: Documents, language: LetterLanguage, today: date
) -> str:
    """Return items as a few lines to paste into a chat: one an item, the sum at the end."""
    say = documents.wording.phrases(language)
    shops = len({item.case_id for item in items}) > 1

    def lines() -> Iterator[str]:
        yield (
            f"{say('list_files.sheet.title')}（{today.isoformat()}）"
            if say.chinese
            else (f"{say('list_files.sheet.title')} ({today.isoformat()})")
        )
        for number, item in enumerate(items, 1):
            parts = [_state(item, say, today), _what(item, say)]
            if item.due_on is not None and is_open(item):
                parts.append(say("list_files.text.due", day=item.due_on.isoformat()))
            parts += [item.reference.strip()]
            if shops and item.case_id in cases:
                parts.append(shop_name(cases[item.case_id]))
            told = "，".join(filter(None, parts)) if say.chinese else ", ".join(filter(None, parts))
            yield say("list_files.text.line", number=number, parts=mask_cards(told))
        added = totals(items, today)
        both = "".join(say("terms.sum.gap") + part for part in owed(added, say))
        yield say("list_files.text.total", count=added.count, sums=both)

    return "\n".join(lines())


def _gone(handed: HandedOut, last: tuple[int, datetime] | None, now: datetime) -> HandedOut:
    """Return a date that is to be cancelled, in a higher revision; the history goes together with a deleted case."""
    revision, changed = last or (0, now)
    return replace(handed, revision=max(revision, handed.revision + 1), changed=changed, gone=True)


def _calendar_domain(store: Store) -> str:
    """Return what tells the events of this data folder from those of any other; made once."""
    with store.database.writing():
        kept = store.settings.get(_DOMAIN)
        if not kept:
            kept = f"{uuid4().hex}.pos-closeout"
            store.settings.set(_DOMAIN, kept)
    return kept


def _entry(item: OpenItem, due: date, shop: str, say: Phrases, rhythm: Rhythm) -> CalendarEntry:
    """Return what an event says."""
    what, waiting = mask_cards(_what(item, say)), is_open(item)
    notes = (
        shop,
        item.reference and f"{say('list_files.sheet.reference')}: {item.reference}",
        item.due_basis and f"{say('list_files.sheet.basis')}: {item.due_basis}",
    )
    return CalendarEntry(
        due=due,
        summary=say("list_files.calendar.due" if waiting else "list_files.calendar.cleared", what=what),
        notes=mask_cards("\n".join(filter(None, notes))),
        ahead=say("list_files.calendar.ahead", days=rhythm.days_before, what=what),
        late=say("list_files.calendar.late", what=what),
        open=waiting,
        days_before=rhythm.days_before,
        every_days=rhythm.every_days,
    )


def _what(item: OpenItem, say: Phrases) -> str:
    amount = "" if item.amount_fen is None else f"¥{format_yuan(item.amount_fen)}"
    return " ".join(part for part in (say(f"terms.kind.{item.kind}"), amount, item.counterparty.strip()) if part)


def _state(item: OpenItem, say: Phrases, today: date) -> str:
    return say(f"terms.due.{due_group(item, today)}") if is_open(item) else say("list_files.sheet.cleared")


def _direction(item: OpenItem, say: Phrases) -> str:
    direction = DIRECTIONS[item.kind]
    return "" if direction is ItemDirection.NEITHER else say(f"terms.direction.{direction}")


def _cells(item: OpenItem, cases: Mapping[int, Case], say: Phrases, today: date) -> tuple[SheetCell, ...]:
    case = cases.get(item.case_id)
    return (
        str(item.id), _state(item, say, today), item.due_on, say(f"terms.kind.{item.kind}"),
        _direction(item, say), item.amount_fen, item.counterparty, item.contact, item.original_on,
        say(f"terms.channel.{item.channel}"), item.terminal_number, item.masked_account, item.reference,
        item.voucher, item.due_basis, item.note, "" if case is None else case.number,
        "" if case is None else shop_name(case), item.cleared_on, item.cleared_how,
    )  # fmt: skip
