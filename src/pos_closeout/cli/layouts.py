"""``layouts list``, ``rename``, ``forget``, ``export``, ``take-in``: tables whose columns the owner has named.

With ``--json`` a layout is ``{"key", "name", "columns", "positive", "unit", "channel"}``; ``key`` stands for its header
line, ``columns`` lead from a meaning to the name of a column.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pos_closeout.actions.bills.table_layouts import (
    export_mapping,
    forget_mapping,
    known_mappings,
    rename_mapping,
    take_in_mapping,
)
from pos_closeout.cli import words
from pos_closeout.cli.context import VerbContext, common_options, verb

if TYPE_CHECKING:
    from pos_closeout.actions.bills.inspect_file import ColumnMapping


@click.group("layouts")
@common_options
def layouts() -> None:
    """Look at the layouts of tables that were named, rename them, hand them on."""


@layouts.command("list")
@verb
def list_all(context: VerbContext) -> None:
    """List the layouts that are remembered, by name."""
    with context.open() as store:
        found = known_mappings(store)
    lines = [_line(context, each) for each in found]
    context.answer([_told(each) for each in found], lines or [context.say(words.NO_LAYOUTS)])


@layouts.command("rename")
@click.argument("key")
@click.argument("name")
@verb
def rename(context: VerbContext, key: str, name: str) -> None:
    """Give a layout a name."""
    with context.open() as store:
        renamed = rename_mapping(store, key, name)
    context.answer(_told(renamed), [_line(context, renamed)])


@layouts.command("forget")
@click.argument("key")
@verb
def forget(context: VerbContext, key: str) -> None:
    """Forget a layout; the next table with its header is asked about again."""
    with context.open() as store:
        gone = forget_mapping(store, key)
    context.answer(_told(gone), [_line(context, gone)])


@layouts.command("export")
@click.argument("key")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@verb
def export(context: VerbContext, key: str, out: Path) -> None:
    """Write a layout to a small file for another computer; it holds names of columns and no money."""
    with context.open() as store:
        mapping = export_mapping(store, key, out)
    context.answer({**_told(mapping), "path": str(out)}, [str(out)])


@layouts.command("take-in")
@click.argument("file", type=click.Path(path_type=Path))
@verb
def take_in(context: VerbContext, file: Path) -> None:
    """Remember the layout of a file that another computer wrote."""
    with context.open() as store:
        mapping = take_in_mapping(store, file)
    context.answer(_told(mapping), [_line(context, mapping)])


def _told(mapping: "ColumnMapping") -> dict[str, Any]:
    return {
        "key": mapping.key,
        "name": mapping.name,
        "columns": mapping.columns,
        "positive": mapping.positive.value,
        "unit": mapping.unit,
        "channel": mapping.channel.value,
    }


def _line(context: VerbContext, mapping: "ColumnMapping") -> str:
    name = mapping.name or context.say(words.NO_NAME)
    return f"{mapping.key}  {name}  {', '.join(mapping.columns.values())}"
