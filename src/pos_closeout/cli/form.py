"""``form inspect``, ``form fill``, ``form export-layouts``, ``form take-in-layouts``: the acquirer's own form."""

from pathlib import Path

import click

from pos_closeout.actions.cases.cases import load_case, save_case
from pos_closeout.actions.files import write_file
from pos_closeout.actions.forms.forms import (
    InspectedForm,
    accept,
    answered,
    fill_form,
    inspect_form,
    keep_filled,
    rematched,
)
from pos_closeout.actions.forms.layouts import export_layouts, import_layouts, remember_layout, remembered_layouts
from pos_closeout.actions.forms.texts import FormTexts, open_texts
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.forms.form import Entry, Outcome

_FILE = click.argument("file", type=click.Path(path_type=Path))
_CASE = click.option("--case", "case_id", required=True, type=ROW_ID)
_MINE = click.option("--mine", "mine", multiple=True, help="A part that is the merchant's, as inspect names it.")


@click.group("form")
def form() -> None:
    """Fill in the acquirer's own form: Word, Excel or PDF."""


@form.command("inspect")
@_FILE
@_CASE
@_MINE
@verb
def inspect(context: VerbContext, *, file: Path, case_id: int, mine: tuple[str, ...]) -> None:
    """Say for every place of a form what would be written, what is proposed, and what is left to the pen."""
    texts = open_texts(context.paths.resources)
    found = _inspected(context, file, case_id, texts, mine)
    context.answer(_exported(context, found, texts), _lines(context, found, texts))


@form.command("fill")
@_FILE
@_CASE
@_MINE
@click.option("--out", type=click.Path(path_type=Path), help="The filled file; beside the form when left out.")
@click.option("--flat", type=click.Path(path_type=Path), help="For a PDF: also a copy to print, without fields.")
@click.option("--accept", "accepted", multiple=True, help="Key of a proposal to write; once for each.")
@click.option("--accept-all", is_flag=True, help="Write every proposal.")
@click.option("--set", "given", multiple=True, help="KEY=VALUE for a place of your choice; an empty value empties it.")
@verb
def fill(
    context: VerbContext, *, file: Path, case_id: int, mine: tuple[str, ...], out: Path | None, flat: Path | None,
    accepted: tuple[str, ...], accept_all: bool, given: tuple[str, ...],
) -> None:  # fmt: skip
    """Write a new file of the same kind with the places filled that are sure, and those you name."""
    texts = open_texts(context.paths.resources)
    found = _inspected(context, file, case_id, texts, mine)
    keys = [key for key, each in found.entries.items() if each.outcome is Outcome.PROPOSE] if accept_all else accepted
    found = accept(found, keys)
    for each in given:
        key, equals, value = each.partition("=")
        if not equals:
            raise BadInputError("form.no_such_place", place=each)
        found = answered(found, key, value)
    filled = fill_form(found, open_documents(context.paths.resources), context.today)
    target = out or file.with_name(f"{file.stem}-filled{found.read.suffix}")
    if target.exists() and target.resolve() == file.resolve():
        raise BadInputError("form.own_file", path=str(target))
    write_file(target, filled.data)
    if flat is not None and filled.flat is not None:
        write_file(flat, filled.flat)
    with context.open() as store:
        case = save_case(store, keep_filled(store, load_case(store, case_id), found, filled, context.now), context.now)
        remember_layout(store, found)
    told = _exported(context, found, texts) | {"out": str(target), "version": case.filled_forms[-1].version}
    context.answer(told, [str(target), *_lines(context, found, texts)])


@form.command("export-layouts")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@verb
def export(context: VerbContext, *, out: Path) -> None:
    """Write what was remembered of forms into a small file that helps somebody else; it holds no values."""
    with context.open() as store:
        write_file(out, export_layouts(store))
    context.answer({"out": str(out)}, [str(out)])


@form.command("take-in-layouts")
@_FILE
@verb
def take_in(context: VerbContext, *, file: Path) -> None:
    """Take in what somebody else remembered of forms; it is only proposed."""
    with context.open() as store:
        count = import_layouts(store, file, open_texts(context.paths.resources))
    context.answer({"layouts": count}, [str(count)])


def _inspected(
    context: VerbContext, file: Path, case_id: int, texts: FormTexts, mine: tuple[str, ...]
) -> InspectedForm:
    with context.open() as store:
        case, remembered = load_case(store, case_id), remembered_layouts(store)
    found = inspect_form(file, case, texts, context.today, remembered)
    return rematched(found, case, texts, context.today, mine) if mine else found


def _exported(context: VerbContext, found: InspectedForm, texts: FormTexts) -> dict[str, object]:
    counts = {each.value: sum(entry.outcome is each for entry in found.entries.values()) for each in Outcome}
    return {
        "file": str(found.path),
        "kind": found.read.form.kind.value,
        "sha256": found.sha256,
        "layout": found.layout,
        "signed": found.read.signed,
        "counts": counts,
        "places": [_place(context, found, key, entry, texts) for key, entry in found.entries.items()],
    }


def _place(context: VerbContext, found: InspectedForm, key: str, entry: Entry, texts: FormTexts) -> dict[str, object]:
    place = entry.place
    return {
        "key": key,
        "cell": found.cell_of(place),
        "block": place.block,
        "row": place.row,
        "column": place.column,
        "kind": place.kind.value,
        "label": place.label.replace("\n", " "),
        "outcome": entry.outcome.value,
        "value": entry.value,
        "field": entry.field,
        "terminal": None if entry.terminal < 0 else entry.terminal + 1,
        "why": entry.why.value,
        "reason": context.say(texts.why(entry.why)),
        "part": entry.part,
    }


def _lines(context: VerbContext, found: InspectedForm, texts: FormTexts) -> list[str]:
    lines = []
    for outcome in Outcome:
        entries = [each for each in found.entries.items() if each[1].outcome is outcome]
        lines.append(f"{context.say(texts.outcome(outcome))}: {len(entries)}")
        for key, each in entries:
            label = each.place.label.replace("\n", " ")
            lines.append(f"  {key}  {label}  {each.value}  ({context.say(texts.why(each.why))})")
    return lines
