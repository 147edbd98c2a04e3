"""``case`` with new, show, list, close, reopen, archive, unarchive, copy and timeline."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from pos_closeout.actions.cases.archive import archive_case, unarchive_case
from pos_closeout.actions.cases.case_history import read_history, timeline_text
from pos_closeout.actions.cases.case_json import export_case, import_case
from pos_closeout.actions.cases.cases import copy_case, delete_case, list_cases, load_case
from pos_closeout.actions.cases.closing import close_case, reopen_case
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_files import facts_of_items
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.safety.deleting import Before, Erased, before_erasing, erase_case
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.cli.items import item_lines
from pos_closeout.domain.case.case import Case, is_closed, shop_name
from pos_closeout.domain.case.closing import CarriedItem
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_CASE_MB
from pos_closeout.domain.ledger.open_items import OpenItem, is_open
from pos_closeout.guidance.guidance import Guidance


@click.group("case")
@common_options
def case() -> None:
    """Open, show and list cases."""


@case.command("new")
@click.argument("file", type=click.Path(path_type=Path))
@verb
def new(context: VerbContext, file: Path) -> None:
    """Open a case from a JSON FILE, in the shape that "case show --json" prints."""
    text = _read(file)
    with context.open() as store:
        opened = import_case(store, text, context.today, context.now)
        _answer_case(context, store, opened, context.say(words.STORED))


@case.command("show")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@verb
def show(context: VerbContext, case_id: int) -> None:
    """Show a case with its open items."""
    with context.open() as store:
        _answer_case(context, store, load_case(store, case_id))


@case.command("list")
@verb
def list_all(context: VerbContext) -> None:
    """List all cases."""
    with context.open() as store:
        cases, items = list_cases(store), list_items(store)
    context.answer(
        [_summary(found, items) for found in cases],
        [_line(context, found) for found in cases] or [context.say(words.NO_CASES)],
    )


@case.command("close")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@click.option("--carry", "carried", multiple=True, metavar="ITEM=REASON", help="Leave an open item for later.")
@verb
def close(context: VerbContext, case_id: int, carried: tuple[str, ...]) -> None:
    """Close a case; every open item must be carried over with a reason."""
    kept = [_carried(given) for given in carried]
    with context.open() as store:
        closed = close_case(store, case_id, kept, context.now)
        _answer_case(context, store, closed, context.say(words.STORED))


@case.command("reopen")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@verb
def reopen(context: VerbContext, case_id: int) -> None:
    """Open a closed case again."""
    with context.open() as store:
        opened = reopen_case(store, case_id, context.now)
        _answer_case(context, store, opened, context.say(words.STORED))


@case.command("archive")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@verb
def archive(context: VerbContext, case_id: int) -> None:
    """Put a closed case away; nothing is deleted."""
    with context.open() as store:
        _answer_case(context, store, archive_case(store, case_id, context.now), context.say(words.STORED))


@case.command("unarchive")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@verb
def unarchive(context: VerbContext, case_id: int) -> None:
    """Take a case out of the archive."""
    with context.open() as store:
        _answer_case(context, store, unarchive_case(store, case_id, context.now), context.say(words.STORED))


@case.command("copy")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@verb
def copy(context: VerbContext, case_id: int) -> None:
    """Open a new case with the shop, acquirer, account and terminals of another one."""
    with context.open() as store:
        copied = copy_case(store, case_id, context.today, context.now)
        _answer_case(context, store, copied, context.say(words.STORED))


@case.command("delete")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@click.option("--for-good", is_flag=True, help="Out of attachments, log and every safety copy too.")
@click.option("--yes", is_flag=True, help="You have read what the law wants kept.")
@verb
def delete(context: VerbContext, case_id: int, *, for_good: bool, yes: bool) -> None:
    """Delete a case, after a safety copy; with --for-good it leaves the copies too, and nothing brings it back."""
    with context.open() as store:
        if not for_good:
            number = load_case(store, case_id).number
            delete_case(store, case_id, context.now)
            context.answer({"deleted": number}, [number])
            return
        before = before_erasing(store, case_id, context.today)
        if not yes:
            for line in _warnings(context, before):
                click.echo(line, err=True)
            raise BadInputError("erase.not_confirmed")
        erased = erase_case(store, case_id, context.now, context.paths.logs)
    context.answer(_exported(erased), _erased_lines(context, erased))
    if not erased.complete:
        click.get_current_context().exit(1)


@case.command("timeline")
@click.argument("case_id", metavar="ID", type=ROW_ID)
@verb
def timeline(context: VerbContext, case_id: int) -> None:
    """Tell what happened in a case; the JSON holds "at", "step" and "text" of each sentence, oldest first."""
    # Other verbs do without the words.

    guidance = Guidance(context.paths.resources / "guidance")
    with context.open() as store:
        told = read_history(store, case_id, guidance, context.language)
    context.answer([asdict(each) for each in told], timeline_text(told, context.language).splitlines())


def _warnings(context: VerbContext, before: Before) -> Iterator[str]:
    yield context.say(words.ERASE_WARNING).replace("{name}", f"{before.case.number} {shop_name(before.case)}".strip())
    for each in before.kept:
        told = context.say(words.KEEP_UNTIL).replace("{until}", str(each.until))
        yield told.replace("{what}", context.say(words.RECORDS[each.record]))
    if before.bag:
        yield context.say(words.ERASE_BAG).replace("{path}", before.bag)
    if before.place is not None:
        yield context.say(words.ERASE_LATER).replace("{path}", str(before.place))


def _exported(erased: Erased) -> dict[str, object]:
    return {
        "erased": erased.number,
        "complete": erased.complete,
        "copies": [{"path": str(each.path), "clean": each.done, "removed": each.removed} for each in erased.cleaned],
        "files": erased.files,
        "left": list(erased.left),
        "out_of_reach": None if erased.out_of_reach is None else str(erased.out_of_reach),
    }


def _erased_lines(context: VerbContext, erased: Erased) -> Iterator[str]:
    counts = {"{name}": erased.number, "{copies}": str(len(erased.cleaned)), "{files}": str(erased.files)}
    told = context.say(words.ERASED)
    for sign, value in counts.items():
        told = told.replace(sign, value)
    yield told
    left = [*erased.left, *(str(each.path) for each in erased.cleaned if not each.done)]
    if left or erased.traces:
        yield context.say(words.ERASED_IN_PART)
        yield from left
    if erased.out_of_reach is not None:
        yield context.say(words.ERASE_LATER).replace("{path}", str(erased.out_of_reach))


def _carried(given: str) -> CarriedItem:
    number, _, reason = given.partition("=")
    if not (number.strip().isascii() and number.strip().isdigit() and reason.strip()):
        raise BadInputError("carry.no_reason", text=given[:40])
    return CarriedItem(int(number.strip()[:18]), clean_text(reason))


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > MAX_CASE_MB * 2**20:
            raise BadInputError("file.too_big", path=str(file), limit=MAX_CASE_MB)
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise BadInputError("file.not_found", path=str(file)) from error
    except OSError as error:
        raise BadInputError("file.unreadable", path=str(file)) from error
    except UnicodeDecodeError as error:
        raise BadInputError("file.not_text", path=str(file)) from error


def _answer_case(context: VerbContext, store: Store, found: Case, before: str = "") -> None:
    items = list_items(store, found.id, cleared=True)
    facts = facts_of_items(store, items)
    context.answer(export_case(found, items, facts), _told(context, found, items, before))


def _told(context: VerbContext, found: Case, items: Sequence[OpenItem], before: str) -> Iterator[str]:
    yield before + _line(context, found)
    yield f"{context.say(words.TERMINALS)}: " + (", ".join(terminal.number for terminal in found.terminals) or "-")
    yield f"{context.say(words.OPEN_ITEMS)}: {sum(map(is_open, items))}"
    yield from item_lines(context, items)


def _summary(found: Case, items: Sequence[OpenItem]) -> dict[str, object]:
    return {
        "id": found.id,
        "number": found.number,
        "shop": shop_name(found),
        "acquirer": found.acquirer.name,
        "created_on": None if found.created_on is None else found.created_on.isoformat(),
        "closed_on": None if found.closing.closed_on is None else found.closing.closed_on.isoformat(),
        "archived_on": None if found.closing.archived_on is None else found.closing.archived_on.isoformat(),
        "sample": found.sample,
        "terminals": len(found.terminals),
        "open_items": sum(item.case_id == found.id for item in items),
    }


def _line(context: VerbContext, found: Case) -> str:
    mark = f"  [{context.say(words.SAMPLE)}]" if found.sample else ""
    mark += f"  [{context.say(words.CLOSED)}]" if is_closed(found) else ""
    mark += f"  [{context.say(words.ARCHIVED)}]" if found.closing.archived_on is not None else ""
    return f"{found.id}  {found.number}  {shop_name(found) or context.say(words.UNNAMED)}{mark}"
