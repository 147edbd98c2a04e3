"""Word files (.docx): their lines and tables with the bytes every character stands in, and values spliced in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.forms.form import FIELD, OTHER, Cell, Form, FormKind, Grid, Line, Passage
from pos_closeout.forms.offsets import Node, Splice, escaped, read_xml, splice
from pos_closeout.forms.package import open_package, read_part, with_part
from pos_closeout.forms.placing import Change, changes, pieces

_PART = "word/document.xml"
_EMPTY_BOXES = {"f0a8": "\u25a1", "f06f": "\u25a1", "f071": "\u25a1", "f072": "\u25a1"}
_TICKED_BOXES = {"f0fe": "\u2611", "f0fd": "\u2612", "f0fc": "\u2713"}
_PLACEHOLDERS = ("单击", "点击", "click", "请输入", "输入文字")
_SKIPPED = {"del", "moveFrom", "drawing", "pict", "AlternateContent", "object", "instrText", "delText"}
_MOST_COLUMNS = 63


@dataclass(slots=True)
class SignSource:
    """Where one character of a passage comes from.

    Attributes:
        start: its first byte.
        end: the byte after it.
        node: the element: ``t``, ``tab``, ``br``, ``sym``, ``sdt``, or the start of a form field.
        run: the run it stands in.
        parts: for a form field: the runs between its marks.
    """

    start: int
    end: int
    node: Node
    run: Node | None = None
    parts: tuple[Node, ...] = ()


@dataclass(slots=True)
class PassageSource:
    """The signs of a passage and the paragraphs they stand in."""

    signs: list[SignSource] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    ruled: list[bool] = field(default_factory=list)
    paragraphs: list[Node] = field(default_factory=list)
    cell: Node | None = None

    def add(self, text: str, sign: SignSource, *, ruled: bool = False) -> None:
        """Add one character."""
        self.texts.append(text)
        self.signs.append(sign)
        self.ruled.append(ruled)

    def passage(self) -> Passage:
        """Return what is read of it."""
        spans: list[tuple[int, int]] = []
        for at, ruled in enumerate(self.ruled):
            if ruled and spans and spans[-1][1] == at:
                spans[-1] = (spans[-1][0], at + 1)
            elif ruled:
                spans.append((at, at + 1))
        return Passage("".join(self.texts), tuple(spans))


@dataclass(slots=True)
class WordForm:
    """A Word file that was read."""

    form: Form
    data: bytes
    content: bytes
    sources: Mapping[tuple[int, int, int], PassageSource]


def read_word(data: bytes) -> WordForm:
    """Return what a .docx file holds, as far as forms go.

    Raises:
        BadInputError: ``form.damaged``.
    """
    with open_package(data) as package:
        content = read_part(package, _PART)
    root = read_xml(content)
    body = root.child("body")
    if body is None:
        raise BadInputError("form.damaged", reason=_PART)
    blocks: list[Grid | Line] = []
    sources: dict[tuple[int, int, int], PassageSource] = {}
    for node in _blocks(body):
        number = len(blocks)
        if node.tag == "p":
            source = _source([node], None)
            sources[number, -1, -1] = source
            blocks.append(Line(source.passage()))
        else:
            grid, found = _grid(node)
            if grid.cells:
                sources |= {(number, *key): source for key, source in found.items()}
                blocks.append(grid)
    return WordForm(Form(FormKind.WORD, tuple(blocks)), data, content, sources)


def write_word(read: WordForm, values: Mapping[str, str]) -> bytes:
    """Return the file with values at places, by the keys of the places; only the text of the document changes."""
    wanted: list[Splice] = []
    for (block, row, column), found in changes(values).items():
        source = read.sources[block, row, column]
        for change in found:
            wanted += _splices(read.content, source, change)
    return with_part(read.data, _PART, splice(read.content, dict.fromkeys(wanted)))


def _blocks(node: Node) -> Iterator[Node]:
    for each in node.children:
        if each.tag in {"p", "tbl"}:
            yield each
        elif each.tag in {"sdt", "sdtContent", "customXml", "ins", "smartTag"}:
            yield from _blocks(each)


def _grid(table: Node) -> tuple[Grid, dict[tuple[int, int], PassageSource]]:
    cells: dict[tuple[int, int], Cell] = {}
    sources: dict[tuple[int, int], PassageSource] = {}
    above: dict[int, tuple[int, int]] = {}
    for row, line in enumerate(_inner(table, "tr")):
        column = _number(line, "trPr", "gridBefore", 0)
        for node in _inner(line, "tc"):
            columns = max(1, min(_number(node, "tcPr", "gridSpan", 1), _MOST_COLUMNS))
            if _continues(node) and column in above:
                key = above[column]
                cell = cells[key]
                cells[key] = Cell(cell.row, cell.column, row + 1 - cell.row, cell.columns, cell.passage)
            else:
                source = _source(list(_blocks(node)), node)
                cells[row, column] = Cell(row, column, 1, columns, source.passage())
                sources[row, column] = source
                above[column] = (row, column)
            column += columns
        if row > 1000:
            break
    return Grid(tuple(cells.values())), sources


def _inner(node: Node, tag: str) -> Iterator[Node]:
    """Give the rows of a table or the cells of a row, also those inside of content controls."""
    for each in node.children:
        if each.tag == tag:
            yield each
        elif each.tag in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _inner(each, tag)


def _number(node: Node, properties: str, name: str, default: int) -> int:
    held = node.child(properties)
    found = held.child(name) if held is not None else None
    text = found.attributes.get("val", "") if found is not None else ""
    return int(text) if text.isascii() and text.isdigit() else default


def _continues(cell: Node) -> bool:
    held = cell.child("tcPr")
    merged = held.child("vMerge") if held is not None else None
    return merged is not None and merged.attributes.get("val") != "restart"


def _source(paragraphs: list[Node], cell: Node | None) -> PassageSource:
    source = PassageSource(cell=cell)
    for number, node in enumerate(paragraphs):
        if number:
            source.add("\n", SignSource(node.start, node.start, node))
        if node.tag == "p":
            source.paragraphs.append(node)
            _Paragraph(source).read(node, None)
        else:
            source.add(OTHER, SignSource(node.start, node.start, node))
    return source


class _Paragraph:
    """Reads the runs of a paragraph; form fields begin in one run and end in a later one."""

    def __init__(self, source: PassageSource) -> None:
        self._source = source
        self._field: SignSource | None = None
        self._inside = False
        self._parts: list[Node] = []

    def read(self, node: Node, run: Node | None) -> None:
        for each in node.children:
            if each.tag == "sdt":
                self._control(each)
            elif each.tag == "fldChar":
                self._mark(each, run)
            elif self._field is not None:
                if each.tag == "r":
                    if self._inside:
                        self._parts.append(each)
                    self.read(each, each)
            elif each.tag == "r":
                self.read(each, each)
            elif each.tag in {"hyperlink", "ins", "smartTag", "fldSimple", "customXml", "moveTo"}:
                self.read(each, run)
            elif run is not None:
                self._sign(each, run)

    def _sign(self, node: Node, run: Node) -> None:
        ruled = _is_ruled(run)
        if node.tag == "t":
            for text, start, end in node.signs:
                self._source.add(
                    " " if text == "\n" else text,
                    SignSource(start, end, node, run),
                    ruled=ruled and text in " \u3000\u00a0",
                )
        elif node.tag in {"tab", "ptab"}:
            self._source.add("\t", SignSource(node.start, node.end, node, run), ruled=ruled)
        elif node.tag in {"br", "cr"}:
            self._source.add("\n", SignSource(node.start, node.end, node, run))
        elif node.tag == "sym":
            code = node.attributes.get("char", "").lower()
            text = _EMPTY_BOXES.get(code) or _TICKED_BOXES.get(code) or OTHER
            self._source.add(text, SignSource(node.start, node.end, node, run))
        elif node.tag == "noBreakHyphen":
            self._source.add("-", SignSource(node.start, node.end, node, run))
        elif node.tag in {"drawing", "pict", "object", "AlternateContent"}:
            # A picture or a drawn shape; what is written in it is not read.
            return

    def _mark(self, node: Node, run: Node | None) -> None:
        kind = node.attributes.get("fldCharType")
        if kind == "begin":
            self._field, self._inside, self._parts = SignSource(node.start, node.end, node, run), False, []
        elif kind == "separate":
            self._inside = True
            if self._field is not None and run is not None:
                self._field.run = run
        elif kind == "end" and self._field is not None:
            sign, self._field = self._field, None
            data = sign.node.child("ffData")
            sign.parts = tuple(self._parts)
            if data is not None and data.child("checkBox") is not None:
                box = data.child("checkBox")
                self._source.add("\u2611" if box is not None and _is_checked(box) else "\u2610", sign)
            elif data is not None and data.child("textInput") is not None:
                text = "".join(t.text for part in self._parts for t in part.all("t"))
                if text.strip():
                    for letter in text:
                        self._source.add(letter, SignSource(sign.start, sign.start, sign.node))
                else:
                    self._source.add(FIELD, sign)
            elif data is not None:
                self._source.add(OTHER, sign)
            else:
                self._plain_field()

    def _plain_field(self) -> None:
        """Read what a field that nobody fills in shows, such as a page number."""
        for part in self._parts:
            for node in part.all("t"):
                for text, _, _ in node.signs:
                    self._source.add(text, SignSource(part.start, part.start, part))

    def _control(self, node: Node) -> None:
        properties, content = node.child("sdtPr"), node.child("sdtContent")
        if content is None:
            return
        text = "".join(each.text for each in content.all("t"))
        kinds = {each.tag for each in properties.children} if properties is not None else set()
        sign = SignSource(node.start, node.end, node)
        if "checkbox" in kinds and properties is not None:
            box = properties.child("checkbox")
            checked = box.child("checked") if box is not None else None
            on = checked is not None and checked.attributes.get("val") in {"1", "true", "on"}
            self._source.add("\u2611" if on else "\u2610", sign)
        elif kinds & {"dropDownList", "comboBox", "picture", "docPartObj", "docPartList"}:
            self._source.add(OTHER if "showingPlcHdr" in kinds or not text else text[0], sign)
            for letter in text[1:] if "showingPlcHdr" not in kinds else "":
                self._source.add(letter, SignSource(sign.start, sign.start, node))
        elif "showingPlcHdr" in kinds or not text.strip() or text.strip().lower().startswith(_PLACEHOLDERS):
            self._source.add(FIELD, sign)
        else:
            self.read(content, None)


def _is_ruled(run: Node) -> bool:
    look = run.child("rPr")
    rule = look.child("u") if look is not None else None
    return rule is not None and rule.attributes.get("val", "single") != "none"


def _is_checked(box: Node) -> bool:
    checked = box.child("checked") or box.child("default")
    return checked is not None and checked.attributes.get("val", "1") not in {"0", "false", "off"}


def _splices(content: bytes, source: PassageSource, change: Change) -> list[Splice]:
    covered = source.signs[change.start : change.end]
    if len(covered) == 1 and covered[0].node.tag in {"sdt", "fldChar", "sym"}:
        return _fill(content, covered[0], change)
    if any(sign.node.tag in {"t", "tab"} and sign.end > sign.start for sign in covered):
        return _over_text(content, covered, change)
    before = source.signs[change.start - 1] if change.start else None
    if before is not None and before.node.tag == "t" and before.end > before.start:
        return [Splice(before.end, before.end, escaped(change.value)), *_keeps_spaces(content, before.node)]
    after = source.signs[change.end] if change.end < len(source.signs) else None
    if after is not None and after.node.tag == "t" and after.end > after.start:
        return [Splice(after.start, after.start, escaped(change.value)), *_keeps_spaces(content, after.node)]
    return [_new_run(content, source, change.value)]


def _over_text(content: bytes, covered: list[SignSource], change: Change) -> list[Splice]:
    """Put a value over characters: into the first of them, the others go."""
    text = [sign for sign in covered if sign.node.tag in {"t", "tab"} and sign.end > sign.start]
    old = "".join("\t" if sign.node.tag == "tab" else content[sign.start : sign.end].decode() for sign in text)
    first = text[0]
    if first.node.tag == "tab":
        prefix = first.node.prefix
        put = f'<{prefix}t xml:space="preserve">'.encode() + escaped(change.value) + f"</{prefix}t>".encode()
        # The tabulator stays behind the value, so that the rule goes on to where it ended.
        return [Splice(first.start, first.start, put)]
    done = [Splice(first.start, first.end, escaped(pieces(old, change.value)))]
    done += [Splice(sign.start, sign.end, b"") for sign in text[1:] if sign.node.tag == "t"]
    nodes = {id(sign.node): sign.node for sign in text if sign.node.tag == "t"}
    return [*done, *(each for node in nodes.values() for each in _keeps_spaces(content, node))]


def _keeps_spaces(content: bytes, node: Node) -> list[Splice]:
    if b"space=" in content[node.start : node.inner]:
        return []
    at = node.start + 1 + len((node.prefix + node.tag).encode())
    return [Splice(at, at, b' xml:space="preserve"')]


def _fill(content: bytes, sign: SignSource, change: Change) -> list[Splice]:
    node = sign.node
    if node.tag == "sym":
        put = content[node.start : node.end].replace(node.attributes["char"].encode(), b"F0FE")
        return [Splice(node.start, node.end, put)]
    if node.tag == "fldChar":
        return _fill_field(sign, change)
    properties, held = node.child("sdtPr"), node.child("sdtContent")
    if held is None:
        return []
    box = properties.child("checkbox") if properties is not None else None
    if box is not None:
        return _tick_control(box, held)
    told = properties.children if properties is not None else []
    done = [Splice(each.start, each.end, b"") for each in told if each.tag == "showingPlcHdr"]
    return done + _replace_text(held, change.value)


def _tick_control(box: Node, held: Node) -> list[Splice]:
    state, checked = box.child("checkedState"), box.child("checked")
    code = state.attributes.get("val", "2612") if state is not None else "2612"
    try:
        glyph = chr(int(code, 16))
    except ValueError:
        glyph = "\u2612"
    done = _replace_text(held, glyph)
    if checked is not None:
        put = f'<{checked.prefix}checked {checked.prefix}val="1"/>'.encode()
        done.append(Splice(checked.start, checked.end, put))
    elif not box.single:
        done.append(Splice(box.inner, box.inner, f'<{box.prefix}checked {box.prefix}val="1"/>'.encode()))
    return done


def _replace_text(held: Node, value: str) -> list[Splice]:
    """Put a value in place of all text of a content control, and take away the look of its hint."""
    texts = list(held.all("t"))
    done = [
        Splice(style.start, style.end, b"")
        for style in held.all("rStyle")
        if "laceholder" in style.attributes.get("val", "")
    ]
    if texts:
        first, *rest = texts
        tag = f"{first.prefix}t"
        put = f'<{tag} xml:space="preserve">'.encode() + escaped(value) + f"</{tag}>".encode()
        done.append(Splice(first.start, first.end, put))
        return done + [Splice(each.start, each.end, b"") for each in rest]
    paragraph = next(iter(held.all("p")), None)
    prefix = held.prefix
    run = _run(prefix, b"", value)
    if paragraph is None:
        return [*done, _inside(held, run)]
    return [*done, _inside(paragraph, run)]


def _fill_field(sign: SignSource, change: Change) -> list[Splice]:
    data = sign.node.child("ffData")
    box = data.child("checkBox") if data is not None else None
    if box is not None:
        checked = box.child("checked")
        put = f"<{box.prefix}checked/>".encode()
        if checked is not None:
            return [Splice(checked.start, checked.end, put)]
        return [Splice(box.close, box.close, put)] if not box.single else []
    texts = [text for part in sign.parts for text in part.all("t")]
    if not texts:
        run = sign.run
        return [Splice(run.end, run.end, _run(run.prefix, b"", change.value))] if run is not None else []
    first, *rest = texts
    tag = f"{first.prefix}t"
    put = f'<{tag} xml:space="preserve">'.encode() + escaped(change.value) + f"</{tag}>".encode()
    return [Splice(first.start, first.end, put), *(Splice(each.start, each.end, b"") for each in rest)]


def _new_run(content: bytes, source: PassageSource, value: str) -> Splice:
    """Put a run of its own into a cell or line that has no text."""
    if not source.paragraphs:
        cell = source.cell
        if cell is None:
            raise BadInputError("form.damaged", reason="paragraph")
        prefix = cell.prefix
        return _inside(cell, f"<{prefix}p>".encode() + _run(prefix, b"", value) + f"</{prefix}p>".encode())
    paragraph = source.paragraphs[0]
    properties = paragraph.child("pPr")
    mark = properties.child("rPr") if properties is not None else None
    look = b"".join(
        content[each.start : each.end]
        for each in (mark.children if mark is not None else ())
        if each.tag in {"rFonts", "color", "sz", "szCs", "lang", "spacing", "kern"}
    )
    return _inside(paragraph, _run(paragraph.prefix, look, value))


def _run(prefix: str, look: bytes, value: str) -> bytes:
    properties = f"<{prefix}rPr>".encode() + look + f"</{prefix}rPr>".encode() if look else b""
    text = f'<{prefix}t xml:space="preserve">'.encode() + escaped(value) + f"</{prefix}t>".encode()
    return f"<{prefix}r>".encode() + properties + text + f"</{prefix}r>".encode()


def _inside(node: Node, put: bytes) -> Splice:
    """Put bytes at the end of an element, which may be one tag as yet."""
    if node.single:
        name = (node.prefix + node.tag).encode()
        return Splice(node.end - 2, node.end, b">" + put + b"</" + name + b">")
    return Splice(node.close, node.close, put)
