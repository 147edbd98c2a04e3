"""Whose part of a form a place stands in: the merchant's, another's, or nobody knows."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from pos_closeout.domain.forms.form import Cell, Form, Grid, Line
from pos_closeout.domain.forms.marks import marks
from pos_closeout.domain.forms.names import FormVocabulary, choice_of, meaning, plain
from pos_closeout.domain.forms.tables import FormTable

_OWN_TITLE = re.compile(r"(?:表|单|书|函|凭证)(?:[(（\[【].*[)）\]】])?(?:[a-z ]+)?$")
_SENTENCE = re.compile(r"[。，；！？,;!?]")
_NOTE = re.compile(r"^(?:填表|填写|注|说明|备注|须知|附|温馨|请|致)")
_LONGEST_TITLE = 24
_LONGEST_SIGN = 24


@dataclass(frozen=True, slots=True)
class Standing:
    """How a place stands.

    Attributes:
        forbidden: it belongs to somebody else.
        unknown: nobody knows whose part it is.
        signed: it stands behind the merchant's signature.
        beside_signature: it stands in the same text as a place to sign.
        part: where the title of the part stands, where it is not the merchant's.
    """

    forbidden: bool = False
    unknown: bool = False
    signed: bool = False
    part: str = ""


@dataclass
class _PartReader:
    vocabulary: FormVocabulary
    mine: Collection[str]
    part: str = ""
    theirs: bool = False
    unknown: bool = False
    signed: bool = False
    titled: bool = False
    begun: bool = False
    found: dict[tuple[int, int, int], Standing] = field(default_factory=dict)

    def open(self, key: str, *, theirs: bool) -> None:
        """Begin a part that is not the merchant's."""
        if key in self.mine:
            self.close()
            return
        if self.theirs and not theirs:
            return
        self.part, self.theirs, self.unknown = key, theirs, not theirs

    def close(self) -> None:
        """Begin a part of the merchant's."""
        self.part, self.theirs, self.unknown = "", False, False

    def standing(self, forbidden: str = "", unknown: str = "", *, signed: bool = False) -> Standing:
        """Return how a place stands here, with what only its row or cell says."""
        theirs = self.theirs or (bool(forbidden) and forbidden not in self.mine)
        doubt = self.unknown or (bool(unknown) and unknown not in self.mine)
        part = self.part or (forbidden if theirs else unknown if doubt else "")
        return Standing(theirs, doubt, self.signed or signed, part)


def standings(
    form: Form, tables: dict[int, FormTable], vocabulary: FormVocabulary, mine: Collection[str] = ()
) -> dict[tuple[int, int, int], Standing]:
    """Return how the places of every cell and line stand, by block, row and column.

    Args:
        form: the form.
        tables: its tables by block.
        vocabulary: the words of other people's parts.
        mine: parts that the owner said are the merchant's.
    """
    reader = _PartReader(vocabulary, mine)
    for number, block in enumerate(form.blocks):
        if isinstance(block, Line):
            _read_line(reader, number, block)
        else:
            _read_grid(reader, number, block, tables[number])
    return reader.found


def is_signature(text: str, vocabulary: FormVocabulary) -> bool:
    """Tell whether a text asks for a signature or a seal, as against one that speaks of it."""
    return any(
        vocabulary.has("sign", clause) and len(plain(clause)) <= _LONGEST_SIGN
        for clause in re.split(r"[。！;；\n]", text)
        if not _NOTE.match(clause.strip())
    )


def _read_line(reader: _PartReader, number: int, line: Line) -> None:
    text, words, key = line.passage.text, reader.vocabulary, f"{number}.-1"
    found = marks(line.passage)
    only_here = ""
    if text.strip():
        if words.has("part", text) and not _NOTE.match(text.strip()):
            reader.open(key, theirs=True)
        elif not found and is_mine(text, words):
            reader.close()
        elif not found and _is_title(text) and not meaning(text, words).field:
            _read_title(reader, text, key)
        elif words.has("row", text):
            only_here = key
    reader.found[number, -1, -1] = reader.standing(only_here)
    reader.begun = reader.begun or bool(found)
    if (found or text.rstrip().endswith((":", "："))) and is_signature(text, words):
        reader.signed = True


def _read_title(reader: _PartReader, text: str, key: str) -> None:
    own = bool(_OWN_TITLE.search(text.strip().lower().rstrip()))
    if own and not reader.begun and not reader.titled:
        reader.titled = True
        reader.close()
    elif reader.vocabulary.has("row", text):
        reader.open(key, theirs=True)
    elif reader.titled or reader.begun:
        reader.open(key, theirs=False)


def _read_grid(reader: _PartReader, number: int, grid: Grid, table: FormTable) -> None:
    below: dict[int, str] = {}
    for row, cells in table.rows.items():
        title = _title_of(cells, grid, table)
        if title is not None:
            _read_wide(reader, number, title, below)
            if title.row == row:
                reader.found[number, title.row, title.column] = reader.standing()
            continue
        _read_row(reader, number, row, table, below)


def _title_of(cells: list[Cell], grid: Grid, table: FormTable) -> Cell | None:
    """Return the cell that is a title over the whole width of a table."""
    first = next((cell for cell in cells if cell.passage.text.strip()), None)
    if first is None or table.marks[first.row, first.column]:
        return None
    known = meaning(first.passage.text, table.vocabulary).field or choice_of(first.passage.text, table.vocabulary)
    if known:
        return None
    if first.column == 0 and first.end >= grid.columns:
        return first
    others = [cell for cell in cells if cell is not first]
    return first if others and all(not cell.drawn for cell in others) else None


def _read_wide(reader: _PartReader, number: int, cell: Cell, below: dict[int, str]) -> None:
    text, key, words = cell.passage.text, f"{number}.{cell.row}.{cell.column}", reader.vocabulary
    if words.has("part", text) and not _NOTE.match(text.strip()):
        reader.open(key, theirs=True)
    elif is_mine(text, words):
        reader.close()
        below.clear()
    elif is_signature(text, words):
        reader.signed = True
    elif _is_title(text):
        _read_title(reader, text, key)


def _read_row(reader: _PartReader, number: int, row: int, table: FormTable, below: dict[int, str]) -> None:
    words, cells = reader.vocabulary, table.rows[row]
    forbidden = unknown = ""
    signed = False
    for place, cell in enumerate(cells):
        text, key = cell.passage.text, f"{number}.{cell.row}.{cell.column}"
        known = _is_known(text, words)
        if words.has("row", text) and not known:
            forbidden = forbidden or key
        elif words.has("part", text) and not known:
            if table.is_head(cell) and cell.row == row:
                below.update(dict.fromkeys(range(cell.column, cell.end), key))
            else:
                forbidden = forbidden or key
        elif _is_side_title(cell, cells, place, table) and not is_mine(text, words):
            unknown = unknown or key
    row_words = [
        cell for cell in cells if words.has("row", cell.passage.text) and not _is_known(cell.passage.text, words)
    ]
    first = min((cell.column for cell in cells if f"{number}.{cell.row}.{cell.column}" == forbidden), default=0)
    for cell in cells:
        here = forbidden if row_words or cell.column >= first else ""
        column = next((below[at] for at in range(cell.column, cell.end) if at in below), "")
        if cell.row == row:
            reader.found[number, cell.row, cell.column] = reader.standing(column or here, unknown, signed=signed)
        reader.begun = reader.begun or bool(table.marks[cell.row, cell.column])
        if is_signature(cell.passage.text, words) and not _is_known(cell.passage.text, words):
            signed = True
    reader.signed = reader.signed or signed


def _is_side_title(cell: Cell, cells: list[Cell], place: int, table: FormTable) -> bool:
    """Tell whether a cell is a title beside the names of its row or rows."""
    if not table.is_text(cell):
        return False
    following = cells[place + 1 :]
    if table.is_head(cell):
        return False
    if cell.rows > 1 and len(following) > 0:
        return True
    if not following:
        return False
    named = table.marks[following[0].row, following[0].column]
    if named and named[0].names and not named[0].word:
        return True
    return table.is_text(following[0]) and any(table.marks[each.row, each.column] for each in following)


def _is_known(text: str, vocabulary: FormVocabulary) -> bool:
    return meaning(text, vocabulary).sure


def is_mine(text: str, vocabulary: FormVocabulary) -> bool:
    """Tell whether a text is a title of the merchant's own part."""
    found = re.sub(r"[-—=─_]", "", plain(text))
    bare = re.sub(r"[(\[【][^()\[\]【】]*[)\]】]", "", found)
    inside = re.findall(r"[(\[【]([^()\[\]【】]*)[)\]】]", found)
    titles = vocabulary.words["mine"]
    chinese = re.sub(r"[a-z]+$", "", bare)
    named = any(each.removesuffix("栏") in titles for each in (bare, chinese) if each)
    by = all(
        any(inner.endswith(title) for title in titles) or inner in {"必填", "正楷填写", "请用正楷填写"}
        for inner in inside
    )
    endings = ("商户填写", "申请人填写", "客户填写", "申请单位填写", "申请商户填写")
    return (
        (named and by)
        or (bool(inside) and by and not vocabulary.has("row", bare))
        or (bare.removeprefix("以下由").removeprefix("由") in endings)
    )


def _is_title(text: str) -> bool:
    stripped = text.strip()
    return (
        len(stripped) > 1
        and len(plain(stripped)) <= _LONGEST_TITLE * (1 + stripped.isascii())
        and not _SENTENCE.search(stripped)
        and not _NOTE.match(stripped)
        and ":" not in stripped.replace("：", ":")
    )
