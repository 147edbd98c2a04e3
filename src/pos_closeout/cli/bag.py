"""``bag make``, ``bag verify``, ``bag show``."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from pos_closeout.actions.backup.backup import (
    Checked,
    check_any,
    check_bag,
    copy_elsewhere,
    left_out_of,
    make_backup,
    records_of,
)
from pos_closeout.actions.cases.cases import load_case, save_case
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.backup import Backup, BackupSource, Material, is_month, proof, with_source
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import BadInputError


@click.group("bag")
@common_options
def bag() -> None:
    """Back up the records of a case as a BagIt bag, and check it."""


@bag.command("make")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1)
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--to", "folder", type=click.Path(path_type=Path), help="Where the bag is put; kept for the next time.")
@click.option("--kind", default=Material.OTHER.value, type=click.Choice([each.value for each in Material]))
@click.option("--first", help="First month the files cover, such as 2025-01; guessed from their names when left out.")
@click.option("--last", help="Last month.")
@click.option("--copy-to", type=click.Path(path_type=Path), help="Where a second copy is put.")
@click.option("--strict", is_flag=True, help="Make nothing when a file cannot be taken.")
@verb
def make(
    context: VerbContext,
    files: tuple[Path, ...],
    case_id: int,
    *,
    folder: Path | None,
    copy_to: Path | None,
    **given: str | bool,
) -> None:
    """Choose FILES and folders beside those chosen before, and make a bag of them all."""
    with context.open() as store:
        case = load_case(store, case_id)
        for path in files:
            months = _month(given["first"]), _month(given["last"])
            source = BackupSource(str(path.absolute()), Material(str(given["kind"])), *months)
            case = replace(case, backup_sources=with_source(case.backup_sources, source))
        if folder is not None:
            case = replace(case, backup=replace(case.backup, folder=str(folder.absolute())))
        done = make_backup(case, records_of(store, case), context.today, _silent, whole=bool(given["strict"]))
        case = done.case
        if copy_to is not None:
            case = copy_elsewhere(case, copy_to.absolute(), context.today, _silent)
        save_case(store, case, context.now)
    left_out = [{"path": each.path, "why": each.why.value} for each in done.left_out]
    lost = [f"! {each.path} ({each.why.value})" for each in done.left_out]
    context.answer(_exported(case) | {"left_out": left_out}, [*_lines(context, case.backup), *lost])


@bag.command("verify")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--case", "case_id", type=ROW_ID, help="Check the bag of this case and keep the result.")
@verb
def verify(context: VerbContext, path: Path | None, case_id: int | None) -> None:
    """Read every byte of a bag back: the one at PATH, or that of a case. Exit 1 when something is wrong."""
    if (path is None) == (case_id is None):
        raise BadInputError("usage", detail="PATH or --case")
    if path is not None:
        _answer_check(context, str(path), check_any(path, _silent), left_out_of(path))
    elif case_id is not None:
        with context.open() as store:
            case, checked = check_bag(load_case(store, case_id), context.today, _silent)
            save_case(store, case, context.now)
        _answer_check(context, case.backup.bag, checked, case.backup.bag_left_out or 0)


@bag.command("show")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def show(context: VerbContext, case_id: int) -> None:
    """Show what was chosen, the bag made last, when it was read back, and the second copy."""
    with context.open() as store:
        case = load_case(store, case_id)
    sources = (f"- {source.material.value}  {source.path}" for source in case.backup_sources)
    context.answer(_exported(case), [*_lines(context, case.backup), *sources])


def _answer_check(context: VerbContext, path: str, checked: Checked, left_out: int = 0) -> None:
    faults = [{"fault": found.fault.value, "path": found.path} for found in checked.faults]
    told = {"bag": path, "good": not faults, "files": checked.files, "bytes": checked.size, "id": checked.id}
    heading = context.say(words.BAG_BAD if faults else words.BAG_GOOD).format(files=checked.files, bytes=checked.size)
    lacks = [context.say(words.BAG_LACKS).format(count=left_out)] if left_out else []
    context.answer(
        told | {"left_out": left_out, "faults": faults},
        [heading, *lacks, path, *(f"! {found.fault.value}  {found.path}" for found in checked.faults)],
    )
    if faults:
        click.get_current_context().exit(1)


def _exported(case: Case) -> dict[str, object]:
    backup = case.backup
    return {
        "case": case.id,
        "state": proof(backup).value,
        "whole": bool(backup.bag) and not backup.bag_left_out,
        "bag": backup.bag,
        "id": backup.bag_id,
        "files": backup.bag_files,
        "bytes": backup.bag_bytes,
        "made": _day(backup.made_on),
        "checked": _day(backup.checked_on),
        "faults": backup.faults,
        "copy": backup.copy,
        "copy_on_other_volume": backup.copy_apart,
        "sources": [
            {
                "path": source.path,
                "kind": source.material.value,
                "first": _day(source.first_month),
                "last": _day(source.last_month),
            }
            for source in case.backup_sources
        ],
    }


def _lines(context: VerbContext, backup: Backup) -> Iterator[str]:
    yield context.say(words.PROOFS[proof(backup)])
    if backup.bag_left_out:
        yield context.say(words.BAG_LACKS).format(count=backup.bag_left_out)
    if backup.bag:
        yield f"{backup.bag}  {backup.bag_files}  {backup.bag_bytes} B  {_day(backup.checked_on) or '-'}"
    if backup.copy:
        yield f"{backup.copy}  {context.say(words.COPY_APART if backup.copy_apart else words.COPY_SAME)}"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _month(text: object) -> date | None:
    if not text:
        return None
    if not is_month(str(text)):
        raise BadInputError("backup.not_a_month", text=str(text))
    return date.fromisoformat(f"{text}-01")


def _silent(done: int, total: int, name: str) -> None:
    """Say nothing while files are read."""
    del done, total, name
