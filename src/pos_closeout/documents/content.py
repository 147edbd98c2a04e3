"""What a paper says, apart from how it looks: the blocks every paper is made of.

An empty value of a :class:`GridEntry` and an empty :class:`SignatureLine` value are blanks to be filled in by hand.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered paragraphs, counted from 1."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A numbered list of short lines, such as the attachments; set small and in two columns."""

    texts: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class GridEntry:
    """A label and its value in a form grid; ``wide`` takes a whole row."""

    label: str
    value: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class EntryGrid:
    """A form grid: rows of one or two entries; ``seal`` labels a box for a seal to the right of all of them."""

    rows: tuple[tuple[GridEntry, ...], ...]
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``share`` is its part of the width against the others, 0 what its content needs."""

    head: str
    align: Align = Align.LEFT
    share: float = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with ruled head; a line break in a cell starts a line. ``foot`` closes it in bold."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()


Block = Prose | Points | Bullets | EntryGrid | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a letter."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line of the signature block."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Part H: who signs, the day, and whether a seal may be pressed over both."""

    lines: tuple[SignatureLine, ...]
    day: str
    sealed: bool = True


@dataclass(frozen=True, slots=True)
class AcquirerPart:
    """Part I: what the acquirer fills in, what it checks and seals, and the slip that goes back to the merchant."""

    title: str
    grid: EntryGrid
    checks: EntryGrid
    cut: str
    receipt_title: str
    receipt_text: str
    receipt_grid: EntryGrid


@dataclass(frozen=True, slots=True)
class Annex:
    """The list of open items that goes with the letter."""

    mark: str
    title: str
    caption: str
    table: Table
    sums: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The application, or a further paper: then parts that it does not have are empty.

    ``subtitle`` is the Chinese title under an English one.
    """

    title: str
    subtitle: str
    number: str
    addressee: str
    opening: str
    sections: tuple[Section, ...]
    signature: Signature
    office: AcquirerPart
    annex: Annex | None
    footer: str
    subject: str
    author: str
    sample: str


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """The items of one shop with its heading, counts and sums included; a list of one shop needs no heading."""

    heading: str
    table: Table


@dataclass(frozen=True, slots=True)
class ItemList:
    """The printed list of open items: sums first, then the shops in the order of their most urgent item."""

    title: str
    caption: str
    totals: tuple[str, ...]
    groups: tuple[ItemGroup, ...]
    footer: str
    sample: str


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says, top to bottom; ``blocks`` are pairs of a heading and a text."""

    title: str
    head: str
    blocks: tuple[tuple[str, str], ...]
    fraud: str
    signature: tuple[str, ...]
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a plain page."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a plain page; an empty one leaves a little room. ``small`` sets notes."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A title, short paragraphs, headings and tables, top to bottom: what is no letter.

    ``sample`` marks papers of the sample case.
    """

    title: str
    caption: str
    parts: tuple[Heading | Words | Table, ...]
    footer: str = ""
    sample: str = ""


@dataclass(frozen=True, slots=True)
class GuideTopic:
    """A heading of the quick guide with its points, one short paragraph each."""

    head: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuidePhase:
    """A phase of the way with its steps: pairs of a numbered name and what is done there."""

    name: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuickGuide:
    """What the quick guide says: ``moments`` and the way on its first page, ``topics`` on its second."""

    title: str
    caption: str
    moments_head: str
    moments: tuple[GuideTopic, ...]
    way_head: str
    way_note: str
    way: tuple[GuidePhase, ...]
    topics: tuple[GuideTopic, ...]
    footer: str


def half_widths(text: str) -> int:
    """Return how wide a text is, in half em: a Chinese character counts 2, a Latin one 1."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def packed(entries: Iterable[GridEntry], narrow: int = 30) -> EntryGrid:
    """Set entries in rows of two; what is wide or longer than ``narrow`` half em takes a row of its own.

    A narrow entry waits for the next narrow one, so the order changes only by letting a wide one pass.
    """
    rows: list[tuple[GridEntry, ...]] = []
    waiting: GridEntry | None = None
    for entry in entries:
        if entry.wide or half_widths(entry.value) > narrow:
            rows.append((entry,))
        elif waiting is None:
            waiting = entry
        else:
            rows.append((waiting, entry))
            waiting = None
    return EntryGrid(tuple(rows) if waiting is None else (*rows, (waiting,)))


def filled_entries(pairs: Iterable[tuple[str, str]]) -> tuple[GridEntry, ...]:
    """Return an entry for every pair whose value says something."""
    return tuple(GridEntry(label, value.strip()) for label, value in pairs if value.strip())


def spaced(parts: Iterable[str]) -> str:
    """Join what is not empty with a space of one em, as values of one box stand side by side."""
    return "　".join(part for part in parts if part)


def lines(*parts: str) -> str:
    """Stack what is not empty in one cell."""
    return "\n".join(part.strip() for part in parts if part.strip())
