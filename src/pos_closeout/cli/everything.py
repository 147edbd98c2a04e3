"""``everything write`` and ``everything take``: all data in one file, for a new computer."""

from pathlib import Path

import click

from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.safety.everything import take_in, write_everything
from pos_closeout.cli.context import VerbContext, common_options, verb


@click.group("everything")
@common_options
def everything() -> None:
    """Write all data into one file, or take it in on a new computer."""


@everything.command("write")
@click.argument("file", type=click.Path(path_type=Path))
@verb
def write(context: VerbContext, file: Path) -> None:
    """Write database, attachments and bags into FILE, usually "everything.closeout", and read it back."""
    with context.open() as store:
        done = write_everything(store, file.absolute(), context.now)
    context.answer(
        {"file": str(done.path), "files": done.files, "left_out": list(done.left_out)},
        [str(done.path), *(f"! {each}" for each in done.left_out)],
    )


@everything.command("take")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--instead", is_flag=True, help="Put it in the place of the data there is, which is renamed and kept.")
@verb
def take(context: VerbContext, file: Path, *, instead: bool) -> None:
    """Take everything in from FILE; nobody may have the program open."""
    done = take_in(context.paths.data, file, context.now, instead=instead)
    with open_data_folder(context.paths.data, context.now):
        pass
    cases = [{"number": each.number, "shop": each.shop} for each in done.contents.cases]
    context.answer(
        {"cases": cases, "files": done.files, "aside": None if done.aside is None else str(done.aside)},
        [f"{each.number}  {each.shop}" for each in done.contents.cases],
    )
