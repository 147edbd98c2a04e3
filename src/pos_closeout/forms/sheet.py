"""Excel files (.xlsx): the first visible sheet with words, the bytes of its cells, and values spliced in."""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_FORM_COLUMNS, MAX_FORM_ROWS
from pos_closeout.domain.forms.form import Cell, Form, FormKind, Grid, Passage
from pos_closeout.forms.offsets import Node, Splice, escaped, read_xml, splice
from pos_closeout.forms.package import open_package, read_part, with_part
from pos_closeout.forms.placing import Change, changes, pieces

_MOST_CELLS = MAX_FORM_ROWS * MAX_FORM_COLUMNS
_REFERENCE = re.compile(r"^([A-Z]{1,3})([1-9]\d{0,6})$")
_USUAL_WIDTH = 8.43
_MARGIN = 0.7


@dataclass(slots=True)
class CellSource:
    """Where a cell stands in the bytes of its sheet, if it does, and the bytes of its text."""

    reference: str
    node: Node | None
    row: Node | None
    text: tuple[tuple[str, int, int], ...] = ()
    content: bytes = b""
    inner: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class SheetForm:
    """An Excel file that was read."""

    form: Form
    data: bytes
    part: str
    content: bytes
    sources: Mapping[tuple[int, int], CellSource]
    rows: Mapping[int, Node]
    held: Node


def read_sheet(data: bytes) -> SheetForm:
    """Return what an .xlsx file holds, as far as forms go: the first visible sheet with words, at most 300 x 60 cells.

    Raises:
        BadInputError: ``form.damaged``.
    """
    with open_package(data) as package:
        shared_bytes, shared = _shared(package)
        read: SheetForm | None = None
        for part in _parts(package):
            found = _read_sheet(data, part, read_part(package, part), shared_bytes, shared)
            if read is None or (not _words(read.form) and _words(found.form)):
                read = found
            if _words(read.form):
                break
    if read is None:
        raise BadInputError("form.damaged", reason="xl/worksheets")
    return read


def write_sheet(read: SheetForm, values: Mapping[str, str]) -> bytes:
    """Return the file with values at places, by the keys of the places; only that one sheet changes."""
    wanted: list[Splice] = []
    missing: dict[int, list[tuple[int, bytes]]] = {}
    for (_, row, column), found in changes(values).items():
        source = read.sources[row, column]
        put = _cell_with(source, found)
        if source.node is not None:
            wanted.append(Splice(source.node.start, source.node.end, put))
        else:
            missing.setdefault(row, []).append((column, put))
    for row, cells in sorted(missing.items()):
        wanted += _added(read, row, sorted(cells))
    return with_part(read.data, read.part, splice(read.content, wanted))


def column_of(letters: str) -> int:
    """Return the number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def reference(row: int, column: int) -> str:
    """Return the name of a cell, such as ``B5``."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _parts(package: zipfile.ZipFile) -> list[str]:
    book = read_xml(read_part(package, "xl/workbook.xml"))
    links = read_xml(read_part(package, "xl/_rels/workbook.xml.rels"))
    targets = {each.attributes.get("Id"): each.attributes.get("Target", "") for each in links.children}
    found = []
    for sheet in book.all("sheet"):
        if sheet.attributes.get("state", "visible") != "visible":
            continue
        target = targets.get(sheet.attributes.get("id"), "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if "worksheets" in name and name in package.namelist():
            found.append(name)
    return found


def _shared(package: zipfile.ZipFile) -> tuple[bytes, list[Node]]:
    name = "xl/sharedStrings.xml"
    if name not in package.namelist():
        return b"", []
    content = read_part(package, name)
    return content, [each for each in read_xml(content).children if each.tag == "si"]


def _words(form: Form) -> int:
    return sum(
        bool(cell.passage.text.strip()) for block in form.blocks if isinstance(block, Grid) for cell in block.cells
    )


def _read_sheet(data: bytes, part: str, content: bytes, shared_bytes: bytes, shared: list[Node]) -> SheetForm:
    root = read_xml(content)
    held = root.child("sheetData")
    if held is None:
        raise BadInputError("form.damaged", reason=part)
    rows: dict[int, Node] = {}
    nodes: dict[tuple[int, int], CellSource] = {}
    number = -1
    for row in (each for each in held.children if each.tag == "row"):
        number = _whole(row.attributes.get("r"), number + 2) - 1
        if number >= MAX_FORM_ROWS:
            break
        rows[number] = row
        column = -1
        for node in (each for each in row.children if each.tag == "c"):
            match = _REFERENCE.match(node.attributes.get("r", "").strip().upper())
            column = column_of(match[1]) if match else column + 1
            if column < MAX_FORM_COLUMNS:
                nodes[number, column] = _cell_source(
                    node, row, (number, column), content=content, shared_bytes=shared_bytes, shared=shared
                )
    return _laid_out(data, part, content, root, held=held, rows=rows, nodes=nodes)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else default


def _cell_source(
    node: Node, row: Node, at: tuple[int, int], *, content: bytes, shared_bytes: bytes, shared: list[Node]
) -> CellSource:
    kind, value = node.attributes.get("t", "n"), node.child("v")
    text: Node | None = None
    held = content
    if kind == "s" and value is not None:
        index = _whole(value.text.strip(), -1)
        text, held = (shared[index], shared_bytes) if 0 <= index < len(shared) else (None, b"")
    elif kind == "inlineStr":
        text = node.child("is")
    if text is not None:
        signs = tuple(sign for each in _texts(text) for sign in each.signs)
        return CellSource(reference(*at), node, row, signs, held, (text.inner, text.close))
    if value is not None:
        return CellSource(reference(*at), node, row, tuple(value.signs))
    return CellSource(reference(*at), node, row)


def _texts(node: Node) -> list[Node]:
    """Return the texts of a string without what is only said of its sound."""
    found = []
    for each in node.children:
        if each.tag == "t":
            found.append(each)
        elif each.tag == "r":
            found += [text for text in each.children if text.tag == "t"]
    return found


def _laid_out(
    data: bytes, part: str, content: bytes, root: Node, *, held: Node, rows: dict[int, Node],
    nodes: dict[tuple[int, int], CellSource],
) -> SheetForm:  # fmt: skip
    merged = _merged(root)
    last_row = max((row for row, _ in nodes), default=-1)
    last_column = max((column for _, column in nodes), default=-1)
    for row, column, bottom, end in merged:
        if row <= last_row or column <= last_column:
            last_row, last_column = max(last_row, bottom - 1), max(last_column, end - 1)
    last_row, last_column = min(last_row, MAX_FORM_ROWS - 1), min(last_column, MAX_FORM_COLUMNS - 1)
    widths, hidden = _widths(root)
    covered = {
        (r, c): (row, column)
        for row, column, bottom, end in merged
        for r in range(row, min(bottom, MAX_FORM_ROWS))
        for c in range(column, min(end, MAX_FORM_COLUMNS))
    }
    spans = {
        (row, column): (min(bottom, MAX_FORM_ROWS), min(end, MAX_FORM_COLUMNS)) for row, column, bottom, end in merged
    }
    cells, sources = [], {}
    for row in range(last_row + 1):
        for column in range(last_column + 1):
            if covered.get((row, column), (row, column)) != (row, column):
                continue
            bottom, end = spans.get((row, column), (row + 1, column + 1))
            source = nodes.get((row, column)) or CellSource(reference(row, column), None, rows.get(row))
            node = source.node
            room = sum(widths.get(each, widths[-1]) for each in range(column, end)) - _MARGIN
            text = "".join(sign for sign, _, _ in source.text)
            usable = (node is None or node.child("f") is None) and not any(
                each in hidden for each in range(column, end)
            )
            out_of_sight = rows.get(row) is not None and rows[row].attributes.get("hidden") in {"1", "true"}
            sources[row, column] = source
            cells.append(
                Cell(
                    row, column, bottom - row, end - column, Passage(text.replace("\r", "")), max(0.0, room),
                    node is not None, usable and not out_of_sight,
                )
            )  # fmt: skip
    form = Form(FormKind.SHEET, (Grid(tuple(cells)),))
    return SheetForm(form, data, part, content, sources, rows, held)


def _merged(root: Node) -> list[tuple[int, int, int, int]]:
    """Return merged cells as row, column, row after, column after; none that overlaps another."""
    found: list[tuple[int, int, int, int]] = []
    taken: set[tuple[int, int]] = set()
    held = root.child("mergeCells")
    for node in held.children if held is not None else ():
        first, _, last = node.attributes.get("ref", "").partition(":")
        one, two = _REFERENCE.match(first), _REFERENCE.match(last or first)
        if one is None or two is None:
            continue
        row, column, bottom, end = int(one[2]) - 1, column_of(one[1]), int(two[2]), column_of(two[1]) + 1
        if row >= MAX_FORM_ROWS or column >= MAX_FORM_COLUMNS:
            continue
        inside = {
            (r, c) for r in range(row, min(bottom, MAX_FORM_ROWS)) for c in range(column, min(end, MAX_FORM_COLUMNS))
        }
        if inside and not inside & taken:
            taken |= inside
            found.append((row, column, bottom, end))
    return found


def _widths(root: Node) -> tuple[dict[int, float], set[int]]:
    """Return the widths of the columns in widths of a figure, that of all others under -1, and the hidden ones."""
    usual = root.child("sheetFormatPr")
    default = _number(usual.attributes.get("defaultColWidth") if usual is not None else None, _USUAL_WIDTH)
    widths: dict[int, float] = {-1: default}
    hidden: set[int] = set()
    held = root.child("cols")
    for node in held.children if held is not None else ():
        first, last = _whole(node.attributes.get("min"), 1) - 1, _whole(node.attributes.get("max"), 1)
        for column in range(first, min(last, MAX_FORM_COLUMNS)):
            widths[column] = _number(node.attributes.get("width"), default)
            if node.attributes.get("hidden") in {"1", "true"}:
                hidden.add(column)
    return widths, hidden


def _number(text: str | None, default: float) -> float:
    try:
        return min(max(float(text), 0.0), 255.0) if text else default
    except ValueError:
        return default


def _cell_with(source: CellSource, found: list[Change]) -> bytes:
    """Return a cell with values in its text, as text of its own with the look it had."""
    node = source.node
    prefix = node.prefix if node is not None else (source.row.prefix if source.row is not None else "")
    style = f' s="{node.attributes["s"]}"' if node is not None and node.attributes.get("s", "").isdigit() else ""
    text = _own_text(source, prefix, found) or _plain_text(source, prefix, found)
    tag = f"{prefix}c"
    return f'<{tag} r="{source.reference}"{style} t="inlineStr">'.encode() + text + f"</{tag}>".encode()


def _plain_text(source: CellSource, prefix: str, found: list[Change]) -> bytes:
    old = "".join(sign for sign, _, _ in source.text)
    parts, at = [], 0
    for change in found:
        parts += [old[at : change.start], pieces(old[change.start : change.end], change.value)]
        at = change.end
    text = escaped("".join((*parts, old[at:])))
    return f'<{prefix}is><{prefix}t xml:space="preserve">'.encode() + text + f"</{prefix}t></{prefix}is>".encode()


def _own_text(source: CellSource, prefix: str, found: list[Change]) -> bytes:
    """Return the text with its own looks kept, where it has several; empty where it has one."""
    start, end = source.inner
    held = source.content[start:end]
    if b"r>" not in held or b"<" + prefix.encode() + b"r>" not in held:
        return b""
    wanted = []
    for change in found:
        covered = source.text[change.start : change.end]
        if not covered:
            return b""
        old = "".join(sign for sign, _, _ in covered)
        wanted.append(Splice(covered[0][1] - start, covered[0][2] - start, escaped(pieces(old, change.value))))
        wanted += [Splice(one - start, two - start, b"") for _, one, two in covered[1:]]
    return f"<{prefix}is>".encode() + splice(held, wanted) + f"</{prefix}is>".encode()


def _added(read: SheetForm, row: int, cells: list[tuple[int, bytes]]) -> list[Splice]:
    """Put cells into a row that has none there, or a row of their own into the sheet."""
    node = read.rows.get(row)
    if node is None:
        prefix = read.held.prefix
        put = f'<{prefix}row r="{row + 1}">'.encode() + b"".join(cell for _, cell in cells) + f"</{prefix}row>".encode()
        after = [each for number, each in read.rows.items() if number > row]
        at = min((each.start for each in after), default=read.held.close)
        return [Splice(at, at, put)]
    if node.single:
        name = (node.prefix + "row").encode()
        return [Splice(node.end - 2, node.end, b">" + b"".join(cell for _, cell in cells) + b"</" + name + b">")]
    return [Splice(at, at, cell) for column, cell in cells for at in [_place_in_row(node, column)]]


def _place_in_row(row: Node, column: int) -> int:
    """Return where in a row a cell of a column belongs."""
    here = -1
    for each in row.children:
        if each.tag != "c":
            continue
        match = _REFERENCE.match(each.attributes.get("r", "").strip().upper())
        here = column_of(match[1]) if match else here + 1
        if here > column:
            return each.start
    return row.close
