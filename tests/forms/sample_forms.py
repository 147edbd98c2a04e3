"""The sample forms with their right answers, and the values of the case they were made for."""

import json
from collections.abc import Mapping
from pathlib import Path

from pos_closeout.domain.forms.form import Entry, Form, Grid, PlaceKind, passage_of
from pos_closeout.domain.forms.names import FormVocabulary, plain
from pos_closeout.domain.forms.values import Values
from pos_closeout.forms.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests/fixtures/forms"
EXPECTED: Mapping[str, Mapping[str, str]] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
FILLED = [name for name, wanted in EXPECTED.items() if wanted]


def vocabulary() -> FormVocabulary:
    """The names that come with the program."""
    return load_vocabulary(ROOT / "resources/forms/names.toml")


def sample_values() -> Values:
    """What the case of the samples knows."""
    told = json.loads((SAMPLES / "values.json").read_text(encoding="utf-8"))
    single = {key: value for key, value in told.items() if isinstance(value, str) and not key.startswith("choice.")}
    return Values(
        single | {"handler.phone_or_merchant": told["handler.phone"]},
        tuple(told["terminals"]),
        {key: (value,) for key, value in told.items() if key.startswith("choice.")},
        told["settlement.account_last4"],
    )


def place_named(form: Form, entries: Mapping[str, Entry], name: str, sheet: Mapping[str, str]) -> list[Entry]:
    """Return the entries that a place of ``expected.json`` may mean."""
    grids = [number for number, block in enumerate(form.blocks) if isinstance(block, Grid)]
    cell, _, _ = name.partition("#")
    if cell[:1] == "r" and cell[1:2].isdigit():
        row, column = map(int, cell[1:].split("c"))
        boxes = "#" in name
        return [
            each for each in entries.values()
            if grids and each.place.block == grids[0] and (each.place.row, each.place.column) == (row, column)
            and (not boxes or each.place.kind is PlaceKind.BOX)
        ]  # fmt: skip
    parts = {"y": PlaceKind.YEAR, "m": PlaceKind.MONTH, "d": PlaceKind.DAY}
    if name.rstrip("ymd") in sheet:
        found = [
            each for each in entries.values() if sheet[name.rstrip("ymd")] == f"{each.place.row},{each.place.column}"
        ]
        return [each for each in found if each.place.kind is parts[name[-1]]] if name[-1] in parts else found
    if name[:-1] in {"停", "申"} and name[-1] in parts:
        field = {"停": "request.stop_on", "申": "request.applied_on"}[name[:-1]]
        return [each for each in entries.values() if each.field == field and each.place.kind is parts[name[-1]]]
    columns = {"t": "terminal.number", "m": "terminal.model", "s": "terminal.serial_number"}
    if name[0] in columns and name[1:].isdigit():
        return [
            each for each in entries.values() if (each.field, each.terminal) == (columns[name[0]], int(name[1:]) - 1)
        ]
    if name == "box":
        return [each for each in entries.values() if each.place.kind is PlaceKind.BOX]
    return [each for each in entries.values() if plain(name) in plain(each.place.label)]


def sheet_cells(form: Form) -> dict[str, str]:
    """Return row and column of every cell of a sheet by its name."""
    return {
        f"{chr(ord('A') + cell.column)}{cell.row + 1}": f"{cell.row},{cell.column}"
        for block in form.blocks
        if isinstance(block, Grid)
        for cell in block.cells
    }


def word_beside(form: Form, entry: Entry) -> str:
    """Return what stands behind a box."""
    return passage_of(form, entry.place).text[entry.place.end :].strip()
