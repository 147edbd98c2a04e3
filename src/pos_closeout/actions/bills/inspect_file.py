"""Look at a chosen file before anything is stored: what it is, or why it is no bill, and what its columns mean."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.domain.bills.transactions import Problem, Transaction
from pos_closeout.statements.detect import continues, joined
from pos_closeout.statements.guessing import guess
from pos_closeout.statements.inspecting import Inspection
from pos_closeout.statements.mapping import ColumnMapping, header_key
from pos_closeout.statements.preview import Head, HeadRow, comparable_names
from pos_closeout.statements.reading import Cancelled, OnProgress, Progress
from pos_closeout.statements.rows import Row
from pos_closeout.statements.vocabulary import UNMARKED, Vocabulary

__all__ = [
    "UNMARKED",
    "Cancelled",
    "ColumnMapping",
    "FileReader",
    "Head",
    "HeadRow",
    "Inspection",
    "OnProgress",
    "Progress",
    "Vocabulary",
    "bills_in",
    "column_samples",
    "guess_columns",
    "inspect_bill",
    "named_columns",
    "read_head",
    "understood",
]

MAX_FILES = 500
"""Files taken from chosen folders: more than a year of daily bills."""

_BILL_ENDINGS = frozenset({".csv", ".txt", ".xls", ".xlsx", ".xlsm", ".ods", ".zip", ".pdf", ".eml", ".html", ".htm"})


def bills_in(chosen: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that were chosen, and of chosen folders those that can be bills by their ending.

    Files chosen one by one are kept whatever they are called; at most ``MAX_FILES`` come back.
    """
    found: dict[Path, None] = {}
    for path in chosen:
        inside = sorted(path.rglob("*")) if path.is_dir() else (path,)
        for each in inside:
            if each == path or _may_be_bill(each):
                found.setdefault(each)
    return tuple(islice(found, MAX_FILES))


def _may_be_bill(path: Path) -> bool:
    return path.suffix.lower() in _BILL_ENDINGS and not path.name.startswith(("~$", ".")) and path.is_file()


def inspect_bill(
    path: Path,
    *,
    vocabulary: Vocabulary,
    password: str | None = None,
    mapping: ColumnMapping | None = None,
    remembered: Sequence[ColumnMapping] = (),
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
    reader: FileReader | None = None,
) -> Inspection:
    """Read a file to its end and say what it is; a refusal is part of the answer.

    Args:
        path: the file.
        vocabulary: what is known about platforms.
        password: of an archive.
        mapping: the confirmed meaning of the columns.
        remembered: what was confirmed for other tables.
        on_progress: told several times a second.
        cancelled: asked many times a second, from another thread.
        reader: reads many files without being started for each.

    Raises:
        CloseoutError: ``statement.cancelled``.
    """
    with ExitStack() as stack:
        return (reader or stack.enter_context(FileReader())).look(
            path,
            vocabulary=vocabulary,
            password=password,
            mapping=mapping,
            remembered=remembered,
            on_progress=on_progress,
            cancelled=cancelled,
        )


def read_head(path: Path, password: str | None = None, names: Collection[str] = ()) -> Head:
    """Return the first lines of the table in a file.

    ``names`` are comparable names of columns, by which the table of a PDF is found.

    Raises:
        BadInputError: why there is none.
    """
    with FileReader() as reader:
        return reader.head(path, password, names)


def guess_columns(head: Head, header: int, vocabulary: Vocabulary) -> ColumnMapping:
    """Guess what the columns below a header line mean; an empty mapping for that line when nothing can be guessed."""
    line, below = _header(head, header)
    names = comparable_names(tuple(line.cells))
    above = [cell for row in head.rows if row.number < header for cell in row.cells if cell]
    return guess(names, above, vocabulary, below) or ColumnMapping(header_key(names))


def named_columns(head: Head, header: int) -> tuple[tuple[str, str], ...]:
    """Return the columns of a header line as (comparable name, name as it stands); columns without a name are left."""
    line, _ = _header(head, header)
    named = zip(comparable_names(tuple(line.cells)), line.cells, strict=True)
    return tuple({comparable: (comparable, shown) for comparable, shown in named if comparable}.values())


def column_samples(head: Head, header: int, limit: int) -> dict[str, tuple[str, ...]]:
    """Return the first different texts of each column by comparable name, at most ``limit`` of each."""
    line, below = _header(head, header)
    found: dict[str, tuple[str, ...]] = {}
    for at, name in enumerate(comparable_names(tuple(line.cells))):
        if name and name not in found:
            texts = dict.fromkeys(row[at] for row in below if at < len(row) and row[at])
            found[name] = tuple(texts)[:limit]
    return found


def _header(head: Head, header: int) -> tuple[Row, list[tuple[str, ...]]]:
    """Return the names at a header line, with those of a second line below it, and the cells of the rows after them."""
    rows = [row for row in head.rows if row.number >= header]
    if not rows or rows[0].number != header:
        return Row(header, []), [row.cells for row in rows]
    line, *below = [Row(row.number, list(row.cells)) for row in rows]
    if below and continues(line, below[0]):
        line, below = joined(line, below[0]), below[1:]
    return line, [tuple(row.cells) for row in below]


def understood(
    path: Path, *, vocabulary: Vocabulary, mapping: ColumnMapping, password: str | None = None, limit: int = 6
) -> tuple[Transaction | Problem, ...]:
    """Return how the first rows would be read with a mapping.

    Raises:
        CloseoutError: a refusal of the whole file.
    """
    with FileReader() as reader:
        return reader.first_lines(path, vocabulary=vocabulary, mapping=mapping, password=password, limit=limit)
