"""The retention table and the record of data moved."""

from pos_closeout.documents.content import Align, Block, Column, Prose, Section, Table, lines
from pos_closeout.documents.letter_draft import Draft
from pos_closeout.documents.paper_words import merchant
from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.case.moving import Move, counted, differences, needs_warning
from pos_closeout.domain.case.retention import Ground, RecordKind, RetentionPeriod, counted_from, retention
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.money import format_yuan


def retention_opening(draft: Draft) -> str:
    """Return for whom the table is, and from when it counts."""
    say = draft.say
    said = draft.case.merchant.entity_type
    entity = say("papers.retention.any_entity" if said is EntityType.UNSAID else f"terms.entity.{said}")
    return say("papers.retention.opening", entity=entity, day=say.day(counted_from(draft.case, draft.today)))


def retention_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the table and its note."""
    say = draft.say
    prepaid = any(item.kind is ItemKind.PREPAID for item in draft.items)
    columns = (
        Column(say("papers.retention.column.what"), share=150),
        Column(say("papers.retention.column.long"), share=56),
        Column(say("papers.retention.column.until"), share=66),
        Column(say("papers.retention.column.ground"), share=170),
    )
    rows = tuple(_kept_row(draft, kept) for kept in retention(draft.case, draft.today, prepaid=prepaid))
    table = Table(columns, rows)
    return (Section(say("papers.retention.heading"), (table, Prose(say("papers.retention.note")))),)


def migration_opening(draft: Draft) -> str:
    """Return whose data it is."""
    return draft.say("papers.migration.opening", merchant=merchant(draft))


def migration_sections(draft: Draft) -> tuple[Section, ...]:
    """Return what was moved with both counts, and what is to be said about it."""
    say = draft.say
    columns = (
        Column(say("papers.migration.column.what"), share=62),
        Column(say("papers.migration.column.way"), share=86),
        Column(say("papers.migration.column.who"), share=60),
        Column(say("papers.migration.column.before"), Align.RIGHT, share=72),
        Column(say("papers.migration.column.after"), Align.RIGHT, share=72),
        Column(say("papers.migration.column.difference"), Align.RIGHT, share=66),
        Column(say("papers.migration.column.signed"), Align.CENTRE, share=68),
    )
    moves = draft.case.moves
    table = Table(columns, tuple(_move_row(draft, move) for move in moves))
    third = (say("papers.migration.third_note"),) if any(move.third_party for move in moves) else ()
    told = (*(move.note.strip() for move in moves if move.note.strip()), *third)
    notes: tuple[Block, ...] = tuple(map(Prose, told or (say("papers.migration.no_note"),)))
    return (
        Section(say("papers.migration.heading"), (table,)),
        Section(say("papers.migration.notes_heading"), notes),
    )


def _kept_row(draft: Draft, kept: RetentionPeriod) -> tuple[str, ...]:
    say = draft.say
    years, rest = divmod(kept.months, 12)
    if not kept.months:
        long = say("papers.retention.need")
    else:
        long = say.plural(f"papers.retention.{'months' if rest else 'years'}", kept.months if rest else years)
    return (
        say(f"papers.retention.what.{kept.record}"),
        long,
        say("papers.retention.never") if kept.until is None else kept.until.isoformat(),
        say(f"papers.retention.ground.{_ground(kept)}"),
    )


def _ground(kept: RetentionPeriod) -> str:
    """Return which words name the ground: the statute of the record, or where else the period comes from."""
    if kept.ground is Ground.LAW:
        by_record = {
            RecordKind.INVOICES: "invoices",
            RecordKind.PREPAID: "prepaid",
            RecordKind.CUSTOMERS: "customers",
        }
        return by_record.get(kept.record, "tax")
    if kept.record in {RecordKind.BOOKS, RecordKind.STATEMENTS}:
        return "books"
    return kept.ground.value


def _move_row(draft: Draft, move: Move) -> tuple[str, ...]:
    say = draft.say
    entries, fen = differences(move)
    who = f"{move.who.strip()}{say('papers.migration.third')}" if move.third_party else move.who.strip()
    # Nothing is said to agree that was counted on one side only.
    whole = counted(move)
    signed = "" if move.signed_on is None or needs_warning(move) else move.signed_on.isoformat()
    return (
        say(f"papers.migration.what.{move.what}"),
        lines(move.source, f"→ {move.target.strip()}" if move.target.strip() else ""),
        who,
        _amounts(draft, move.count_before, move.fen_before),
        _amounts(draft, move.count_after, move.fen_after),
        _amounts(draft, entries or None, fen or None, signed=True) or (say("papers.migration.none") if whole else "—"),
        lines(move.signed_by, signed),
    )


def _amounts(draft: Draft, entries: int | None, fen: int | None, *, signed: bool = False) -> str:
    plus = "+" if signed else ""
    told = "" if entries is None else draft.say("papers.migration.entries", count=f"{entries:{plus}}")
    sign = "" if fen is None or not signed else "+" if fen > 0 else "-"
    return lines(told, "" if fen is None else f"{sign}{format_yuan(abs(fen))}")
