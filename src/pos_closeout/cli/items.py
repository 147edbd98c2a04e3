"""``items add``, ``change``, ``list``, ``clear``, ``reopen``, ``delete``; the rest stands in ``item_files.py``."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import click

from pos_closeout.actions.cases.case_json import export_item
from pos_closeout.actions.cases.cases import list_cases
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.clearing import clear_with_proof, note_accepted, recheck_day
from pos_closeout.actions.items.due import due_of
from pos_closeout.actions.items.item_files import item_file, keep_facts
from pos_closeout.actions.items.items import add_item, change_item, delete_item, list_items, load_item, reopen_item
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import Fact, check_facts, read_fact, spec_of
from pos_closeout.domain.ledger.item_file import described
from pos_closeout.domain.ledger.open_items import (
    DIRECTIONS,
    Due,
    ItemKind,
    ItemState,
    ItemTotals,
    OpenItem,
    PaymentChannel,
    due_group,
    is_open,
    totals,
    with_kind,
)
from pos_closeout.domain.money import format_yuan, parse_fen
from pos_closeout.guidance.loading import load_kinds

_TEXTS = (
    "terminal_number",
    "masked_account",
    "reference",
    "voucher",
    "counterparty",
    "contact",
    "due_basis",
    "note",
)
_BY_RULE = "rule"
_WAYS = ("success", "proof", "accepted", "other")


@click.group("items")
@common_options
def items() -> None:
    """Write down, list, clear and delete open items."""


def _field_options(command: click.decorators.FC) -> click.decorators.FC:
    """Add the options for every field of an item."""
    for name in reversed(_TEXTS):
        command = click.option(f"--{name.replace('_', '-')}", name)(command)
    for add in (
        click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="An extra field of its kind."),
        click.option("--channel", type=click.Choice([channel.value for channel in PaymentChannel])),
        click.option("--original", help="Date of the original payment."),
        click.option("--due", help='Date, such as 2026-11-30, or "rule" for the usual one.'),
        click.option("--amount", help="Yuan, such as 128.00."),
    ):
        command = add(command)
    return command


@items.command("add")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in ItemKind]))
@_field_options
@verb
def add(context: VerbContext, *, case_id: int, kind: str, facts: tuple[str, ...], **given: str | None) -> None:
    """Write down an open item of a case; without --due it gets the usual date of its kind."""
    told = _told_facts(ItemKind(kind), facts)
    with context.open() as store:
        item = _changed(OpenItem(case_id=case_id, kind=ItemKind(kind)), given)
        item = _dated(store, item, told, given["due"] or _BY_RULE)
        with store.database.writing():
            stored = add_item(store, item, context.now)
            keep_facts(store, stored.id, told, context.now)
        _answer(context, store, stored)


@items.command("change")
@click.argument("item_id", metavar="ID", type=ROW_ID)
@click.option("--kind", type=click.Choice([kind.value for kind in ItemKind]))
@_field_options
@verb
def change(
    context: VerbContext, item_id: int, kind: str | None, *, facts: tuple[str, ...], **given: str | None
) -> None:
    """Change what is said about an item; an extra field is emptied with NAME=."""
    # In one go, so that nobody else's change comes between what is read and what is written.
    with context.open() as store, store.database.writing():
        before, wanted = load_item(store, item_id), None if kind is None else ItemKind(kind)
        item = with_kind(before, wanted or before.kind)
        # Extra fields of another kind mean nothing to this one.
        kept = item_file(store, item_id).facts if item.kind is before.kind else {}
        told = check_facts(item.kind, dict(kept) | _told_facts(item.kind, facts))
        # The date of another kind means nothing either: the rules of the new one give it, where they can.
        due = _BY_RULE if given["due"] is None and item.kind is not before.kind else given["due"]
        item = _dated(store, _changed(item, given), told, due)
        stored = change_item(store, item, context.now)
        keep_facts(store, item_id, told, context.now)
        _answer(context, store, stored)


@items.command("list")
@click.option("--case", "case_id", type=ROW_ID, help="Only this case.")
@click.option("--all", "cleared", is_flag=True, help="The cleared ones too.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in ItemKind]))
@click.option("--state", type=click.Choice([state.value for state in ItemState]), help="Only open or only cleared.")
@click.option("--due", "groups", multiple=True, type=click.Choice([due.value for due in Due]), help="Only this group.")
@click.option("--search", default="", help="Only items with these words in them.")
@verb
def list_all(
    context: VerbContext,
    case_id: int | None,
    *,
    cleared: bool,
    state: str | None,
    kinds: tuple[str, ...],
    groups: tuple[str, ...],
    search: str,
) -> None:
    """List open items, the most urgent first."""
    with context.open() as store:
        found = list_items(store, case_id, cleared=cleared or state == ItemState.CLEARED)
        samples = frozenset(case.id for case in list_cases(store) if case.sample)
    wanted = _filter(context.today, state, kinds, groups, search)
    found = tuple(item for item in found if wanted(item))
    # What is invented is shown, and never added to what is owed.
    real = [item for item in found if item.case_id not in samples] or found
    sums = _sums(context, real) if found else iter([context.say(words.NO_ITEMS)])
    told = [exported(context, item) | {"sample": item.case_id in samples} for item in found]
    context.answer(told, chain(item_lines(context, found, samples=samples), sums))


@items.command("clear")
@click.argument("item_id", metavar="ID", type=ROW_ID)
@click.option("--how", default="", help="How it was cleared, in a few words.")
@click.option("--on", help="Date; today when left out.")
@click.option("--way", type=click.Choice(_WAYS), help="accepted: a refund stays open and is looked at again.")
@click.option("--look-again", help="Date to look again at an accepted refund.")
@click.option("--proof", "proofs", multiple=True, type=click.Path(path_type=Path), help="A file that proves it.")
@verb
def clear(
    context: VerbContext,
    item_id: int,
    *,
    how: str,
    on: str | None,
    way: str | None,
    look_again: str | None,
    proofs: tuple[Path, ...],
) -> None:
    """Mark an item as cleared; a refund only once it succeeded or with proof."""
    day = context.today if on is None else parse_date(on)
    with context.open() as store:
        if way == "accepted":
            again = recheck_day(store, context.today) if look_again is None else parse_date(look_again)
            stored = note_accepted(store, item_id, again, context.now)
        else:
            said = clean_text(how) or (context.say(words.WAYS[way]) if way and way in words.WAYS else "")
            stored = clear_with_proof(
                store, item_id, day, said, proofs=proofs, now=context.now, needed=way == "proof"
            ).item
        _answer(context, store, stored)


@items.command("reopen")
@click.argument("item_id", metavar="ID", type=ROW_ID)
@verb
def reopen(context: VerbContext, item_id: int) -> None:
    """Mark a cleared item as open again."""
    with context.open() as store:
        _answer(context, store, reopen_item(store, item_id, context.now))


@items.command("delete")
@click.argument("item_id", metavar="ID", type=ROW_ID)
@verb
def delete(context: VerbContext, item_id: int) -> None:
    """Delete an item; what it was is printed and stays in the history of its case."""
    with context.open() as store:
        removed = delete_item(store, item_id, context.now)
    context.answer(exported(context, removed), item_lines(context, [removed], context.say(words.DELETED)))


def item_lines(
    context: VerbContext, found: Iterable[OpenItem], before: str = "", *, samples: Collection[int] = ()
) -> Iterator[str]:
    """Return each item in one line: id, state or due group, due date, amount, kind, who; those of samples say so."""
    kinds = load_kinds(context.paths.resources / "guidance")
    for item in found:
        state = words.DUE[due_group(item, context.today)] if is_open(item) else words.STATES[item.state]
        amount = "-" if item.amount_fen is None else f"¥{format_yuan(item.amount_fen)}"
        due = "-" if item.due_on is None else item.due_on.isoformat()
        told = (str(item.id), context.say(state), due, amount, context.say(kinds[item.kind].name), item.counterparty)
        mark = f"  [{context.say(words.SAMPLE)}]" if item.case_id in samples else ""
        yield before + "  ".join(part for part in told if part) + mark


def exported(context: VerbContext, item: OpenItem) -> dict[str, object]:
    """Return the item for programs: the six keys every list has, then everything else."""
    told = export_item(item)
    first = {
        "id": item.id,
        "kind": item.kind.value,
        "amount_fen": item.amount_fen,
        "state": item.state.value,
        "due": told.pop("due_on"),
        "case": told.pop("case_id"),
        "direction": DIRECTIONS[item.kind].value,
        "due_group": due_group(item, context.today).value if is_open(item) else None,
    }
    return first | told


def _answer(context: VerbContext, store: Store, stored: OpenItem) -> None:
    facts = item_file(store, stored.id).facts
    context.answer(
        exported(context, stored) | {"facts": described(facts)},
        item_lines(context, [stored], context.say(words.STORED)),
    )


def _changed(item: OpenItem, given: Mapping[str, str | None]) -> OpenItem:
    """Return the item with the fields that were given on the command line; the due date is another matter."""
    fields: dict[str, object] = {name: clean_text(text) for name in _TEXTS if (text := given[name]) is not None}
    if (amount := given["amount"]) is not None:
        fields["amount_fen"] = parse_fen(amount) if amount else None
    if (original := given["original"]) is not None:
        fields["original_on"] = parse_date(original) if original else None
    if (channel := given["channel"]) is not None:
        fields["channel"] = PaymentChannel(channel)
    return replace(item, **fields)  # type: ignore[arg-type]  # fields by name


def _dated(store: Store, item: OpenItem, facts: Mapping[Fact, str], due: str | None) -> OpenItem:
    """Return the item with the date that was given, or with the one its rules come to.

    Raises:
        BadInputError: ``item.reason_missing`` for a date that differs from the rules without a reason.
    """
    if due is None:
        return item
    usual = due_of(store, item, facts).on
    if due == _BY_RULE:
        return replace(item, due_on=usual, due_basis="") if usual is not None else item
    day = parse_date(due) if due else None
    if day != usual and usual is not None and not item.due_basis.strip():
        raise BadInputError("item.reason_missing")
    return replace(item, due_on=day)


def _told_facts(kind: ItemKind, given: Iterable[str]) -> dict[Fact, str]:
    """Read NAME=VALUE pairs; an empty value stays, to empty the field."""
    told: dict[Fact, str] = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign:
            raise BadInputError("fact.no_value", text=pair[:40])
        spec = spec_of(kind, name.strip())
        told[spec.fact] = read_fact(spec, clean_text(value))
    return told


def _filter(
    today: date, state: str | None, kinds: tuple[str, ...], groups: tuple[str, ...], search: str
) -> Callable[[OpenItem], bool]:
    sought = search.casefold().split()

    def fits(item: OpenItem) -> bool:
        text = " ".join(str(getattr(item, name)) for name in ("kind", "amount_fen", *_TEXTS)).casefold()
        return (
            (not kinds or item.kind.value in kinds)
            and (state is None or item.state == state)
            and (not groups or (is_open(item) and due_group(item, today).value in groups))
            and all(word in text for word in sought)
        )

    return fits


def _sums(context: VerbContext, found: Iterable[OpenItem]) -> Iterator[str]:
    """Return how many items there are, and what is to be paid and to be got, each for itself."""
    added = totals(found, context.today)
    yield context.say(words.COUNT).format(count=added.count, overdue=added.overdue_count)
    yield from sum_lines(context, added)


def sum_lines(context: VerbContext, added: ItemTotals) -> Iterator[str]:
    """Return what is to be paid and what is to be got in a line each."""
    for direction, one in added.owed:
        yield context.say(words.SUM).format(
            direction=context.say(words.DIRECTIONS[direction]),
            count=one.count,
            fen=format_yuan(one.fen),
            overdue_count=one.overdue_count,
            overdue_fen=format_yuan(one.overdue_fen),
        )
