"""Which name belongs to which empty cell of a table: the one to its left, else the head of its column."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from pos_closeout.domain.forms.form import Cell, Grid
from pos_closeout.domain.forms.marks import PlaceMark, marks, whole_mark
from pos_closeout.domain.forms.names import FormVocabulary, meaning, plain

_INDEX = re.compile(r"^(?:终端|第|no|#)?(?:\d{1,3}|[一二三四五六七八九十]{1,2})(?:台|号|行)?$")
_NUMBERED = re.compile(r"^(?:终端|设备|机具|机器|pos机?|terminal|第)([1-9一二三四五六七八九])(?:台|号)?$")
_FIGURES = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an empty cell, and where it came from.

    Attributes:
        text: the name; empty when there is none.
        head: the head of its column, where the name stands to the left.
        entry: number of the line below the head of a list, from 0; -1 for a cell that is named from the left.
        nth: number of the empty cell among those behind one name, from 0.
        many: how many empty cells stand behind the name.
        head_row: the row of the head of a list; -1 for a cell that is named from the left.
    """

    text: str = ""
    head: str = ""
    entry: int = -1
    nth: int = 0
    many: int = 1
    head_row: int = -1


@dataclass
class FormTable:
    """A table with what its cells are; cells are named by row and column."""

    grid: Grid
    vocabulary: FormVocabulary
    at: dict[tuple[int, int], Cell] = field(default_factory=dict)
    _names: dict[tuple[int, int], tuple[Cell | None, int]] = field(default_factory=dict)
    _heads: dict[tuple[int, int], tuple[Cell | None, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for cell in self.grid.cells:
            for row in range(cell.row, cell.bottom):
                for column in range(cell.column, cell.end):
                    self.at[row, column] = cell

    @cached_property
    def marks(self) -> dict[tuple[int, int], tuple[PlaceMark, ...]]:
        """The places of every cell; a cell that is itself one has its mark only."""
        return {(cell.row, cell.column): self._marks(cell) for cell in self.grid.cells}

    @cached_property
    def _open(self) -> set[tuple[int, int]]:
        return {key for key, found in self.marks.items() if found and not found[0].names and not _has_word(found)}

    def _marks(self, cell: Cell) -> tuple[PlaceMark, ...]:
        whole = whole_mark(cell.passage)
        if whole is not None:
            return (whole,)
        found = marks(cell.passage)
        right = self.at.get((cell.row, cell.end))
        only = len(found) == 1 and found[0].end >= len(cell.passage.text.rstrip()) and bool(found[0].names)
        named_cell = only and cell.passage.text.rstrip().endswith((":", "：")) and "\n" not in cell.passage.text.strip()
        if named_cell and right is not None and whole_mark(right.passage) is not None:
            return ()
        return found

    def is_open(self, cell: Cell | None) -> bool:
        """Tell whether a cell waits for a value whose name stands outside of it."""
        return cell is not None and (cell.row, cell.column) in self._open

    def is_index(self, cell: Cell) -> bool:
        """Tell whether a cell holds the number of a line."""
        return (cell.row, cell.column) in self._numbers

    @cached_property
    def _numbers(self) -> set[tuple[int, int]]:
        return {(cell.row, cell.column) for cell in self.grid.cells if _INDEX.match(plain(cell.passage.text))}

    def is_text(self, cell: Cell | None) -> bool:
        """Tell whether a cell holds words and no place."""
        return cell is not None and (cell.row, cell.column) in self._texts

    @cached_property
    def _texts(self) -> set[tuple[int, int]]:
        """The cells that hold words and no place, found once: every cell is asked for by all of its row."""
        return {
            (cell.row, cell.column)
            for cell in self.grid.cells
            if cell.passage.text.strip() and not (
                self.marks[cell.row, cell.column] or self.is_open(cell) or self.is_index(cell)
            )
        }  # fmt: skip

    def row(self, number: int) -> list[Cell]:
        """Return the cells of a row from left to right, with those that reach into it."""
        found = {id(cell): cell for (row, _), cell in self.at.items() if row == number}
        return sorted(found.values(), key=lambda cell: cell.column)

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The cells of every row, in order; a cell over several rows stands in each."""
        found: dict[int, dict[int, Cell]] = {}
        for (row, _), cell in sorted(self.at.items()):
            found.setdefault(row, {})[id(cell)] = cell
        return {row: list(cells.values()) for row, cells in found.items()}

    def is_head(self, cell: Cell) -> bool:
        """Tell whether a cell names the column below it: a row of words only, with an empty cell below."""
        if not self._is_word(cell) or cell.rows > 1:
            return False
        count, only_words = self._one_high[cell.row]
        return only_words and (count > 1 or meaning(cell.passage.text, self.vocabulary).sure)

    @cached_property
    def _one_high(self) -> dict[int, tuple[int, bool]]:
        """How many cells of each row are one row high, and whether all of these are words."""
        inner = {row: [each for each in cells if each.rows == 1] for row, cells in self.rows.items()}
        return {row: (len(cells), all(map(self._is_word, cells))) for row, cells in inner.items()}

    def _is_word(self, cell: Cell) -> bool:
        """Tell whether a cell may stand in a row of heads; 终端1 may, a bare number may not."""
        return self.is_text(cell) or terminal_number(cell.passage.text) >= 0

    def label(self, cell: Cell) -> Label:
        """Return the name of an open cell."""
        left = self.at.get((cell.row, cell.column - 1))
        if left is not None and left.rows > cell.rows:
            left = None
        head, lines = self._head(cell)
        far, nth = self._name_to_the_left(cell)
        behind = self._behind(far) if far is not None else 1
        above = head.passage.text if head is not None else ""
        if far is not None and (self.is_text(left) or self._tells_which(above) or head is None):
            return Label(far.passage.text, above, nth=nth, many=behind)
        if head is not None and far is None:
            return Label(above, entry=lines, head_row=head.row)
        return Label()

    def _tells_which(self, head: str) -> bool:
        text = plain(head)
        words = self.vocabulary.words
        return bool(_NUMBERED.match(text)) or any(word in text for kind in ("after", "before") for word in words[kind])

    def _name_to_the_left(self, cell: Cell) -> tuple[Cell | None, int]:
        """Return the name that a row of empty cells stands behind, and how many of them come before this one."""
        waiting = []
        found: tuple[Cell | None, int] = (None, 0)
        while (cell.row, cell.column) not in self._names:
            waiting.append(cell)
            left = self.at.get((cell.row, cell.column - 1))
            if left is None or left.rows > cell.rows or not (self.is_open(left) or self.is_text(left)):
                break
            if self.is_text(left):
                self._names[cell.row, cell.column] = (left, 0)
                break
            cell = left
        found = self._names.get((cell.row, cell.column), found)
        for each in reversed(waiting):
            key = (each.row, each.column)
            if key not in self._names:
                self._names[key] = found if each is cell else (found[0], found[1] + 1)
            found = self._names[key]
        return found

    def _behind(self, name: Cell) -> int:
        column, count = name.end, 0
        while self.is_open(cell := self.at.get((name.row, column))) and cell is not None:
            count, column = count + 1, cell.end
        return count

    def _head(self, cell: Cell) -> tuple[Cell | None, int]:
        """Return the head of a cell's column and the number of lines of the list between them."""
        key = (cell.row, cell.column)
        if key not in self._heads:
            # Rows are asked for from the top, so that what stands above is known already.
            self._heads[key] = self._head_by(cell)
        return self._heads[key]

    def _head_by(self, cell: Cell) -> tuple[Cell | None, int]:
        above = self.at.get((cell.row - 1, cell.column))
        if above is None or (above.column, above.end) != (cell.column, cell.end):
            return None, 0
        if self.is_head(above):
            return above, 0
        named = self.is_text(self._name_to_the_left(above)[0])
        if not (self.is_open(above) or self.is_index(above)) or (not named and above.row in self.wordy):
            return None, 0
        known = (above.row, above.column) in self._heads or above.row == 0
        head, lines = self._head(above) if known else self._climb(above)
        return head, lines + 1 if head is not None else 0

    def _climb(self, cell: Cell) -> tuple[Cell | None, int]:
        """Fill in the heads from the top of a column down to a cell."""
        column = [each for row in range(cell.row) if (each := self.at.get((row, cell.column))) is not None]
        for each in column:
            key = (each.row, each.column)
            if key not in self._heads:
                self._heads[key] = self._head_by(each)
        return self._head(cell)

    @cached_property
    def wordy(self) -> set[int]:
        """The rows that hold words, which end a list."""
        return {
            row
            for row, cells in self.rows.items()
            if any(each.rows == 1 and not self.is_open(each) and not self.is_index(each) for each in cells)
        }


def terminal_number(head: str) -> int:
    """Return the number of the terminal that a head such as 终端1 names, from 0; -1 for any other head."""
    found = _NUMBERED.match(plain(head))
    if found is None:
        return -1
    sign = found[1]
    return _FIGURES.index(sign) if sign in _FIGURES else int(sign) - 1


def _has_word(found: tuple[PlaceMark, ...]) -> bool:
    return any(mark.word or mark.names for mark in found)
