"""Which tables a chosen file holds, and what is shown of it before it is read from end to end."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import dropwhile, islice
from pathlib import Path
from typing import NamedTuple

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_COLUMNS
from pos_closeout.domain.masking import mask_cards
from pos_closeout.statements.detect import find_table
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.parts import Part, open_parts
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

FIRST_ROWS = 20
"""Rows that are shown for a table whose columns are to be named."""


class Recognised(NamedTuple):
    """One table of the file and how it was read."""

    part: Part
    table: StatementTable


@dataclass(frozen=True, slots=True)
class Detected:
    """What a file is.

    Attributes:
        format: id of the first recognised layout, ``table`` for one that a mapping reads.
        encoding: encoding of the text, ``workbook`` for sheets.
        header_row: row of the header line, from 1.
        columns: the names as they stand.
        parts: names of the recognised sheets or members.
        mapping: the mapping that reads an unknown table, for the owner to confirm.
        first_rows: the first rows below the header line as they stand, card numbers masked.
    """

    format: str
    encoding: str
    header_row: int
    columns: tuple[str, ...]
    parts: tuple[str, ...]
    mapping: ColumnMapping | None
    first_rows: tuple[tuple[str, ...], ...]


def detect(
    path: Path,
    *,
    vocabulary: Vocabulary,
    password: str | None = None,
    mapping: ColumnMapping | None = None,
    remembered: Sequence[ColumnMapping] = (),
) -> Detected:
    """Tell what a file is, without reading all its rows; ``mapping`` and ``remembered`` as in ``reading.read``.

    Raises:
        BadInputError: the refusals of ``reading.read``.
    """
    with ExitStack() as stack:
        opened = open_parts(path, password, lambda _bytes: None, stack, vocabulary.header_names)
        found = recognise(path.name, opened.parts, vocabulary, by_header(mapping, remembered))
        first = found[0]
        return Detected(
            format=first.table.layout.id,
            encoding=first.part.encoding,
            header_row=first.table.header_row,
            columns=first.table.header,
            parts=tuple(each.part.name for each in found),
            mapping=first.table.mapping,
            first_rows=tuple(_first_rows(first)),
        )


def _first_rows(recognised: Recognised) -> Iterator[tuple[str, ...]]:
    part, table = recognised
    rows = part.rows(table.delimiter, quotes=table.quotes)
    below = dropwhile(lambda row: row.number <= table.header_row, rows)
    for row in islice(below, FIRST_ROWS):
        yield tuple(mask_cards(cell) for cell in row.cells[:MAX_COLUMNS])


def by_header(mapping: ColumnMapping | None, remembered: Sequence[ColumnMapping]) -> dict[str, ColumnMapping]:
    """Return the mappings by the header they belong to; the one for this reading before remembered ones."""
    return {each.key: each for each in (*remembered, *([mapping] if mapping else []))}


def recognise(
    name: str, parts: list[Part], vocabulary: Vocabulary, mappings: dict[str, ColumnMapping]
) -> list[Recognised]:
    """Recognise the tables of a file. Beside a known layout, unknown tables and summaries are passed over."""
    found, refusal = [], None
    for part in parts:
        try:
            table = find_table(part, vocabulary, mappings)
        except BadInputError as error:
            named = {"name": error.facts.get("name") or name}
            refusal = BadInputError(error.message_id, **{**error.facts, **named})
            continue
        if table is not None:
            found.append(Recognised(part, table))
    known = [each for each in found if each.table.layout.id != UNMARKED] or found
    if not known:
        raise refusal or BadInputError("statement.not_recognised", name=name)
    return known
