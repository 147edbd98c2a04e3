"""Signs and strokes of a page, and the cells and lines they make. Points, the origin is the lower left corner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from pos_closeout.domain.file_limits import MAX_FORM_EDGES
from pos_closeout.domain.forms.form import Passage

NEAR = 2.5
"""Strokes nearer than this are one, in points."""
SMALLEST = 6.5
"""Smallest size that can be read, in points."""
_RULED = 0.8
_SHORTEST_RULE = 14.0
_SPACE = 0.25
_PADDING = 2.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One character, or a field, with the room it takes. ``name`` tells a field of the file."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    name: str = ""

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line along the page: ``at`` is its height or its distance from the left."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """A cell of a ruled table: its room and its place in the table."""

    box: Rectangle
    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Page:
    """A page as it is seen: turned upright, its lower left corner at 0, 0."""

    width: float
    height: float
    signs: list[Sign] = field(default_factory=list)
    across: list[Stroke] = field(default_factory=list)
    down: list[Stroke] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Laid:
    """The text of a cell or line, where each of its characters stands, and how far it may go."""

    passage: Passage
    signs: tuple[Sign, ...]
    box: Rectangle
    size: float


def tables(page: Page) -> list[list[Ruled]]:
    """Return the ruled tables of a page, the topmost first."""
    found = []
    for across, down in _together(page.across, page.down):
        cells = _cells(across, down)
        if len(cells) > 1:
            found.append(cells)
    return sorted(found, key=lambda cells: -max(cell.box.top for cell in cells))


def lay_out(signs: Iterable[Sign], box: Rectangle) -> Laid:
    """Return signs as text: lines from the top, with spaces for the gaps between them."""
    ordered: list[Sign] = []
    for line in lines(signs):
        if ordered:
            last = ordered[-1]
            ordered.append(Sign("\n", last.right, last.bottom, last.right, last.top))
        ordered += _spaced(line)
    size = _size(ordered)
    unit = SMALLEST / 2
    edges = [(sign.left - box.left) / unit for sign in ordered]
    edges.append((ordered[-1].right - box.left) / unit if ordered else _PADDING / unit)
    text = "".join(sign.text for sign in ordered)
    right = (box.right - _PADDING - box.left) / unit
    return Laid(Passage(text, (), tuple(edges), right), tuple(ordered), box, size)


def lines(signs: Iterable[Sign]) -> list[list[Sign]]:
    """Return signs by line, from the top, each from left to right."""
    found: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda each: (-each.middle, each.left)):
        line = next((each for each in reversed(found[-3:]) if _same_line(each, sign)), None)
        if line is None:
            found.append([sign])
        else:
            line.append(sign)
    return [sorted(line, key=lambda each: each.left) for line in found]


def rules(page: Page, ruled: Sequence[Sequence[Ruled]]) -> list[Sign]:
    """Return the rules to write on as signs: strokes along the page outside of tables, where no text stands on them."""
    boxes = [_around(cells) for cells in ruled]
    found = []
    for stroke in page.across:
        if stroke.end - stroke.start < _SHORTEST_RULE or any(
            box.bottom - NEAR <= stroke.at <= box.top + NEAR and stroke.start < box.right and stroke.end > box.left
            for box in boxes
        ):
            continue
        on = [
            sign
            for sign in page.signs
            if -NEAR <= sign.middle - stroke.at <= 12 and sign.left < stroke.end and sign.right > stroke.start
        ]
        for start, end in _free(stroke, on):
            count = int((end - start) / 5)
            found += [Sign("_", start + at * 5, stroke.at, start + at * 5 + 5, stroke.at + 10) for at in range(count)]
    return found


def clusters(values: Iterable[float]) -> list[float]:
    """Return the middles of values that lie near each other, in order."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _same_line(line: Sequence[Sign], sign: Sign) -> bool:
    other = line[0]
    shared = min(other.top, sign.top) - max(other.bottom, sign.bottom)
    return shared > 0.5 * max(min(other.top - other.bottom, sign.top - sign.bottom), 0.1)


def _spaced(line: Sequence[Sign]) -> list[Sign]:
    size = _size(line)
    found: list[Sign] = []
    for sign in line:
        if found:
            gap, last = sign.left - found[-1].right, found[-1]
            count = min(int(gap / (_SPACE * size) + 0.5), 400) if gap > 0.15 * size else 0
            step = gap / count if count else 0
            both_rule = sign.text == "_" and last.text == "_"
            for at in range(0 if both_rule and gap < size else count):
                start = last.right + at * step
                found.append(Sign(" ", start, last.bottom, start + step, last.top))
        found.append(sign)
    return found


def _size(signs: Iterable[Sign]) -> float:
    heights = [sign.top - sign.bottom for sign in signs if sign.text.strip() and not sign.name and sign.text != "_"]
    return min(max(median(heights), SMALLEST), 12.0) if heights else 10.0


def _free(stroke: Stroke, on: Iterable[Sign]) -> list[tuple[float, float]]:
    found, start = [], stroke.start
    for sign in sorted(on, key=lambda each: each.left):
        if sign.left - start >= _SHORTEST_RULE:
            found.append((start, sign.left))
        start = max(start, sign.right)
    if stroke.end - start >= _SHORTEST_RULE:
        found.append((start, stroke.end))
    return found


def _around(cells: Sequence[Ruled]) -> Rectangle:
    return Rectangle(
        min(cell.box.left for cell in cells),
        min(cell.box.bottom for cell in cells),
        max(cell.box.right for cell in cells),
        max(cell.box.top for cell in cells),
    )


def _together(across: Sequence[Stroke], down: Sequence[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Return strokes that touch each other, group by group."""
    boxes = [(stroke.start, stroke.at, stroke.end, stroke.at) for stroke in across]
    boxes += [(stroke.at, stroke.start, stroke.at, stroke.end) for stroke in down]
    parents = list(range(len(boxes)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    order = sorted(range(len(boxes)), key=lambda at: boxes[at][0])
    active: list[int] = []
    for at in order:
        left, bottom, _, top = boxes[at]
        active = [each for each in active if boxes[each][2] >= left - NEAR]
        for each in active:
            if boxes[each][1] <= top + NEAR and boxes[each][3] >= bottom - NEAR:
                parents[root(each)] = root(at)
        active.append(at)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for at in range(len(boxes)):
        group = groups.setdefault(root(at), ([], []))
        if at < len(across):
            group[0].append(across[at])
        else:
            group[1].append(down[at - len(across)])
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def _cells(across: Sequence[Stroke], down: Sequence[Stroke]) -> list[Ruled]:
    xs, ys = clusters(stroke.at for stroke in down), clusters(stroke.at for stroke in across)
    left, right = min(stroke.start for stroke in across), max(stroke.end for stroke in across)
    down = list(down)
    for edge, first in ((left, True), (right, False)):
        outer = xs[0] if first else xs[-1]
        if abs(edge - outer) > 4 * NEAR and (edge < outer) == first:
            # Open at its side: the rows end where their rules end.
            xs = [edge, *xs] if first else [*xs, edge]
            down.append(Stroke(edge, ys[0], ys[-1]))
    if not (1 < len(xs) <= MAX_FORM_EDGES and 1 < len(ys) <= MAX_FORM_EDGES):
        return []
    return _joined(xs, ys, _by_edge(across, ys), _by_edge(down, xs))


def _by_edge(strokes: Iterable[Stroke], edges: Sequence[float]) -> list[list[Stroke]]:
    found: list[list[Stroke]] = [[] for _ in edges]
    for stroke in strokes:
        at = min(range(len(edges)), key=lambda each: abs(edges[each] - stroke.at))
        found[at].append(stroke)
    return found


def _joined(
    xs: Sequence[float], ys: Sequence[float], across: list[list[Stroke]], down: list[list[Stroke]]
) -> list[Ruled]:
    """Join the atoms between all edges wherever no stroke parts them."""
    columns, rows = len(xs) - 1, len(ys) - 1
    parents = list(range(columns * rows))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for row in range(rows):
        for column in range(columns):
            atom = row * columns + column
            if column + 1 < columns and not _is_ruled(down[column + 1], ys[row], ys[row + 1]):
                parents[root(atom + 1)] = root(atom)
            if row + 1 < rows and not _is_ruled(across[row + 1], xs[column], xs[column + 1]):
                parents[root(atom + columns)] = root(atom)
    groups: dict[int, list[tuple[int, int]]] = {}
    for atom in range(columns * rows):
        groups.setdefault(root(atom), []).append(divmod(atom, columns))
    return _rectangles(groups.values(), xs, ys)


def _rectangles(groups: Iterable[list[tuple[int, int]]], xs: Sequence[float], ys: Sequence[float]) -> list[Ruled]:
    """Return the groups of atoms that make a rectangle as cells, from the top."""
    rows, found = len(ys) - 1, []
    for atoms in groups:
        bottom, top = min(row for row, _ in atoms), max(row for row, _ in atoms) + 1
        left, right = min(column for _, column in atoms), max(column for _, column in atoms) + 1
        if len(atoms) == (top - bottom) * (right - left):
            box = Rectangle(xs[left], ys[bottom], xs[right], ys[top])
            found.append(Ruled(box, rows - top, left, top - bottom, right - left))
    return sorted(found, key=lambda cell: (cell.row, cell.column))


def _is_ruled(strokes: Iterable[Stroke], start: float, end: float) -> bool:
    spans = sorted((max(stroke.start, start), min(stroke.end, end)) for stroke in strokes)
    covered, at = 0.0, start
    for one, two in spans:
        if two > max(at, one):
            covered += two - max(at, one)
            at = two
    return covered >= _RULED * (end - start)
