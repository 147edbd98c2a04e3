"""``copies list``, ``make``, ``restore``, ``place``, ``check``: the safety copies of the data folder."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.safety.copies import (
    Listed,
    check_files,
    find_copy,
    list_copies,
    make_safety_copy,
    place_of,
    restore_safety_copy,
    second_place,
    set_second_place,
)
from pos_closeout.cli import words
from pos_closeout.cli.context import VerbContext, common_options, verb

_NUMBER = click.argument("number", type=click.IntRange(0, 10**9))


@click.group("copies")
@common_options
def copies() -> None:
    """Make, list and restore safety copies."""


@copies.command("list")
@verb
def show(context: VerbContext) -> None:
    """List the safety copies with what is inside, newest first; works when the data itself cannot be opened."""
    listed = list_copies(context.paths.data, place_of(context.paths.data))
    context.answer(
        [_exported(each) for each in listed], [_line(context, each) for each in listed] or [context.say(words.NONE)]
    )


@copies.command("make")
@verb
def make(context: VerbContext) -> None:
    """Make a safety copy now, with attachments and bags, and read it back."""
    with context.open() as store:
        made = make_safety_copy(store, context.now)
    data = {"copy": str(made.copy), "files": made.files, "left_out": list(made.left_out), "place": made.place}
    lines = [str(made.copy), *(f"! {each}" for each in made.left_out)]
    context.answer(data, [*lines, *([context.say(words.PLACE_ABSENT)] if made.place == "absent" else [])])


@copies.command("restore")
@_NUMBER
@verb
def restore(context: VerbContext, number: int) -> None:
    """Put the safety copy NUMBER in the place of the data; what was there is renamed and kept."""
    copy = find_copy(context.paths.data, number)
    done = restore_safety_copy(context.paths.data, copy, context.now)
    # Opened once, so that what the copy is old for is brought up to date now and not at the next start.
    with open_data_folder(context.paths.data, context.now):
        pass
    aside = str(done.aside) if done.aside.exists() else None
    data = {"restored": str(copy), "aside": aside, "lacking": list(done.lacking)}
    context.answer(data, [str(copy), *([aside] if aside else []), *(f"! {each}" for each in done.lacking)])


@copies.command("check")
@_NUMBER
@verb
def check(context: VerbContext, number: int) -> None:
    """Read the safety copy NUMBER and all its files; exit code 1 when something in it is damaged."""
    copy = find_copy(context.paths.data, number)
    listed = list_copies(context.paths.data, place_of(context.paths.data))
    found = next(each for each in listed if each.path == copy)
    damaged = check_files(copy)
    context.answer(_exported(found) | {"damaged": damaged}, [_line(context, found), *(f"! {each}" for each in damaged)])
    if damaged or not found.contents.good:
        click.get_current_context().exit(1)


@copies.command("place")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--none", "no_place", is_flag=True, help="Use no second place any more.")
@verb
def place(context: VerbContext, folder: Path | None, *, no_place: bool) -> None:
    """Name FOLDER, on another disk, as a second place for safety copies; show the one there is without it."""
    with context.open() as store:
        state = ""
        if folder is not None or no_place:
            state = set_second_place(store, None if no_place else folder, context.now)
        now = second_place(store)
    context.answer(
        {"place": None if now is None else str(now), "state": state},
        [context.say(words.NONE) if now is None else str(now)],
    )


def _exported(each: Listed) -> dict[str, object]:
    return {
        "number": each.number,
        "at": _stamp(each.at),
        "path": str(each.path),
        "second_place": each.second,
        "bytes": each.size,
        "good": each.contents.good,
        "last_entry": each.contents.last_entry,
        "files": each.files,
        "cases": [
            {"number": case.number, "shop": case.shop, "open_items": case.open_items} for case in each.contents.cases
        ],
    }


def _line(context: VerbContext, each: Listed) -> str:
    return "  ".join(_parts(context, each))


def _parts(context: VerbContext, each: Listed) -> Iterator[str]:
    yield f"{each.number:>4}"
    yield _stamp(each.at)
    if not each.contents.good:
        yield context.say(words.DAMAGED)
    if each.second:
        yield context.say(words.SECOND_PLACE)
    yield ", ".join(f"{case.number} {case.shop} ({case.open_items})".replace("  ", " ") for case in each.contents.cases)


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}"
