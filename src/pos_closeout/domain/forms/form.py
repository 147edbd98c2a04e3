"""A form as any reader gives it: lines and tables of text, and the places in it that wait for a value.

Underlined room is not text: a reader marks it, so that the names beside it stay readable. A field of the file itself
(a content control, a form field, a widget) is one character of the text: :data:`FIELD`, or a box.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FIELD = "\ufffc"
"""Stands for a field for text."""
OTHER = "\ufffd"
"""Stands for something that is neither text nor a place: a picture, a list to choose from, a table in a cell."""


class FormKind(StrEnum):
    """What a form is as a file; decides how it is read, shown and written."""

    WORD = "docx"
    SHEET = "xlsx"
    PDF_FIELDS = "pdf_fields"
    PDF = "pdf"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one cell or one line.

    Attributes:
        text: as it is read; a new paragraph or a break is a line feed.
        ruled: spans of the text that are underlined and empty.
        edges: where each character begins and the last one ends, in widths of a figure at the smallest size that can
            be read; empty where the file lays itself out.
        right: how far a value may go behind the last character, in the same measure.
    """

    text: str = ""
    ruled: tuple[tuple[int, int], ...] = ()
    edges: tuple[float, ...] = ()
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        row: its first row, from 0.
        column: its first column, from 0.
        rows: how many it covers.
        columns: how many it covers.
        passage: what stands in it.
        room: how much fits, in widths of a figure; ``None`` where it grows.
        drawn: whether it stands in the file; a spreadsheet has cells that nobody made.
        writable: whether it may be written at all; a formula may not.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    passage: Passage = field(default_factory=Passage)
    room: float | None = None
    drawn: bool = True
    writable: bool = True

    @property
    def end(self) -> int:
        """The column after it."""
        return self.column + self.columns

    @property
    def bottom(self) -> int:
        """The row after it."""
        return self.row + self.rows


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; no two cells cover the same place."""

    cells: tuple[Cell, ...]

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max((cell.end for cell in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph outside of tables."""

    passage: Passage


Block = Grid | Line


@dataclass(frozen=True, slots=True)
class Form:
    """Everything read from a form, in reading order."""

    kind: FormKind
    blocks: tuple[Block, ...]


class PlaceKind(StrEnum):
    """What is written into a place."""

    TEXT = "text"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Place:
    """One place that waits for a value.

    Attributes:
        block: number of the block in the form.
        row: of the cell; -1 in a line.
        column: of the cell; -1 in a line.
        start: first character of the passage that the value takes the place of.
        end: the character after the last one.
        kind: what is written.
        label: the name beside it, as it is read; empty where none is known.
        room: how much fits, in widths of a figure; ``None`` where it grows.
    """

    block: int
    row: int
    column: int
    start: int
    end: int
    kind: PlaceKind = PlaceKind.TEXT
    label: str = ""
    room: float | None = None

    @property
    def key(self) -> str:
        """Names the place within its form."""
        return f"{self.block}.{self.row}.{self.column}:{self.start}-{self.end}"


class Outcome(StrEnum):
    """What becomes of a place."""

    WRITE = "write"
    PROPOSE = "propose"
    LEAVE = "leave"


class Why(StrEnum):
    """The reason for an outcome; ``resources/forms/words.toml`` words each one."""

    KNOWN = "known"
    CHOSEN = "chosen"
    REMEMBERED = "remembered"
    UNSURE_NAME = "unsure_name"
    UNKNOWN_PART = "unknown_part"
    BEHIND_SIGNATURE = "behind_signature"
    OUTSIDE = "outside"
    TWICE = "twice"
    PERSON = "person"
    BEFORE_CHANGE = "before_change"
    SEVERAL_TERMINALS = "several_terminals"
    NO_ROOM = "no_room"
    DIGITS = "digits"
    NOT_KNOWN = "not_known"
    NO_NAME = "no_name"
    OTHER_PART = "other_part"
    SIGNATURE = "signature"
    ACCOUNT = "account"
    ID_NUMBER = "id_number"
    NEW_VALUE = "new_value"
    DECLARATION = "declaration"
    OTHER_BOX = "other_box"
    NO_MORE = "no_more"
    TWO_THINGS = "two_things"
    EMPTIED = "emptied"


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of one place.

    Attributes:
        place: where.
        outcome: whether it is written.
        why: the reason.
        field: id of the field, as in ``names.toml``; empty where the name says nothing.
        value: what is written or proposed; for a box ``✓``.
        terminal: number of the terminal the value belongs to, from 0; -1 for all others.
        part: the title of the part it stands in, by its place, where that part is not known to be the merchant's.
    """

    place: Place
    outcome: Outcome
    why: Why
    field: str = ""
    value: str = ""
    terminal: int = -1
    part: str = ""


TICK = "✓"


def passage_of(form: Form, place: Place) -> Passage:
    """Return the text a place stands in."""
    block = form.blocks[place.block]
    if isinstance(block, Line):
        return block.passage
    return next(cell.passage for cell in block.cells if (cell.row, cell.column) == (place.row, place.column))


def passages(form: Form) -> Iterator[tuple[int, int, int, Passage]]:
    """Give every text with its block, row and column, in reading order."""
    for number, block in enumerate(form.blocks):
        if isinstance(block, Line):
            yield number, -1, -1, block.passage
        else:
            for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
                yield number, cell.row, cell.column, cell.passage


def written(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return what is to be written, by the key of the place."""
    return {key: entry.value for key, entry in entries.items() if entry.outcome is Outcome.WRITE and entry.value}
