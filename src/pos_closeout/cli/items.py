"""``items add``, ``items list``, ``items clear``, ``items delete``."""

from collections.abc import Iterable, Iterator
from itertools import chain

import click

from pos_closeout.actions.case_json import export_item
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.items import add_item, clear_item, delete_item, list_items
from pos_closeout.cli import words
from pos_closeout.cli.desk import ROW_ID, Desk, common_options, verb
from pos_closeout.domain.dates import parse_date
from pos_closeout.domain.money import format_yuan, parse_fen
from pos_closeout.domain.open_items import Channel, ItemKind, OpenItem, due_group, is_open, totals
from pos_closeout.guidance import load_kinds

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


@click.group("items")
@common_options
def items() -> None:
    """Write down, list, clear and delete open items."""


def _text_options(command: click.decorators.FC) -> click.decorators.FC:
    for name in reversed(_TEXTS):
        command = click.option(f"--{name.replace('_', '-')}", name, default="")(command)
    return command


@items.command("add")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in ItemKind]))
@click.option("--amount", help="Yuan, such as 128.00.")
@click.option("--due", help="Date, such as 2026-11-30.")
@click.option("--original", help="Date of the original payment.")
@click.option("--channel", default=Channel.CARD.value, type=click.Choice([channel.value for channel in Channel]))
@_text_options
@verb
def add(desk: Desk, *, case_id: int, kind: str, channel: str, **given: str | None) -> None:
    """Write down an open item of a case."""
    amount, due, original = given["amount"], given["due"], given["original"]
    texts = {name: clean_text(given[name] or "") for name in _TEXTS}
    item = OpenItem(
        case_id=case_id,
        kind=ItemKind(kind),
        amount_fen=None if amount is None else parse_fen(amount),
        due_on=None if due is None else parse_date(due),
        original_on=None if original is None else parse_date(original),
        channel=Channel(channel),
        terminal_number=texts["terminal_number"],
        masked_account=texts["masked_account"],
        reference=texts["reference"],
        voucher=texts["voucher"],
        counterparty=texts["counterparty"],
        contact=texts["contact"],
        due_basis=texts["due_basis"],
        note=texts["note"],
    )
    with desk.open() as store:
        stored = add_item(store, item, desk.now)
    desk.answer(_exported(desk, stored), item_lines(desk, [stored], desk.say(words.STORED)))


@items.command("list")
@click.option("--case", "case_id", type=ROW_ID, help="Only this case.")
@click.option("--all", "cleared", is_flag=True, help="The cleared ones too.")
@verb
def list_all(desk: Desk, case_id: int | None, *, cleared: bool) -> None:
    """List open items, the most urgent first."""
    with desk.open() as store:
        found = list_items(store, case_id, cleared=cleared)
    total = _total(desk, found) if found else desk.say(words.NO_ITEMS)
    desk.answer([_exported(desk, item) for item in found], chain(item_lines(desk, found), [total]))


@items.command("clear")
@click.argument("item_id", metavar="ID", type=ROW_ID)
@click.option("--how", required=True, help="How it was cleared, in a few words.")
@click.option("--on", help="Date; today when left out.")
@verb
def clear(desk: Desk, item_id: int, how: str, on: str | None) -> None:
    """Mark an item as cleared."""
    day = desk.today if on is None else parse_date(on)
    with desk.open() as store:
        stored = clear_item(store, item_id, day, clean_text(how), desk.now)
    desk.answer(_exported(desk, stored), item_lines(desk, [stored], desk.say(words.STORED)))


@items.command("delete")
@click.argument("item_id", metavar="ID", type=ROW_ID)
@verb
def delete(desk: Desk, item_id: int) -> None:
    """Delete an item; what it was is printed and stays in the history of its case."""
    with desk.open() as store:
        removed = delete_item(store, item_id, desk.now)
    desk.answer(_exported(desk, removed), item_lines(desk, [removed], desk.say(words.DELETED)))


def item_lines(desk: Desk, found: Iterable[OpenItem], before: str = "") -> Iterator[str]:
    """Return each item in one line: id, state or due group, due date, amount, kind, who."""
    kinds = load_kinds(desk.paths.resources / "guidance")
    for item in found:
        state = words.DUE[due_group(item, desk.today)] if is_open(item) else words.STATES[item.state]
        amount = "-" if item.amount_fen is None else f"¥{format_yuan(item.amount_fen)}"
        due = "-" if item.due_on is None else item.due_on.isoformat()
        told = (str(item.id), desk.say(state), due, amount, desk.say(kinds[item.kind].name), item.counterparty)
        yield before + "  ".join(part for part in told if part)


def _total(desk: Desk, found: tuple[OpenItem, ...]) -> str:
    total = totals(found, desk.today)
    return desk.say(words.TOTAL).format(
        count=total.count,
        fen=format_yuan(total.fen),
        overdue_count=total.overdue_count,
        overdue_fen=format_yuan(total.overdue_fen),
    )


def _exported(desk: Desk, item: OpenItem) -> dict[str, object]:
    """Return the item for programs: the six keys every list has, then everything else."""
    told = export_item(item)
    first = {
        "id": item.id,
        "kind": item.kind.value,
        "amount_fen": item.amount_fen,
        "state": item.state.value,
        "due": told.pop("due_on"),
        "case": told.pop("case_id"),
        "due_group": due_group(item, desk.today).value if is_open(item) else None,
    }
    return first | told
