"""The same letter in Typst's markup: the same text, tables, sizes and fonts, set by somebody else's typesetter."""

from collections.abc import Iterable, Iterator

from pos_closeout.documents.content import Block, Bullets, Grid, Letter, Line, Points, Prose, Section, Table

HEAD = """
#set page(paper: "a4", margin: (x: 28mm, y: 20mm), numbering: "1 / 1")
#set text(font: ("Closeout Roman", "Noto Serif SC"), size: 9.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.5em, spacing: 0.65em)
#set table(stroke: 0.5pt, inset: 2.5pt)
#show strong: set text(font: ("Closeout Roman", "Closeout Song"))
"""


def quoted(text: str) -> str:
    """Return a text as an expression of Typst that prints it as it stands."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'text("{escaped}")'


def table(columns: int, cells: Iterable[str]) -> str:
    """Return a table of equal columns."""
    return f"#table(columns: ({'1fr, ' * columns}), {', '.join(map(quoted, cells))})"


def grid(block: Grid) -> str:
    """Return a form grid as a table of labels and values."""
    return table(2, (cell for row in block.rows for entry in row for cell in (entry.label, entry.value)))


def paragraphs(block: Block) -> Iterator[str]:
    """Yield the markup of one block."""
    match block:
        case Prose(text):
            yield f"#par(first-line-indent: (amount: 2em, all: true), {quoted(text)})"
        case Points(texts) | Bullets(texts):
            yield from (f"+ #{quoted(text)}" for text in texts)
        case Grid():
            yield grid(block)
        case Table(columns, rows, foot):
            heads = [column.head for column in columns]
            yield table(len(columns), [*heads, *(cell for row in (*rows, *foot) for cell in row)])


def section(part: Section) -> Iterator[str]:
    """Yield the markup of a numbered part."""
    yield f"#strong({quoted(part.heading)})"
    for block in part.blocks:
        yield from paragraphs(block)


def signed(lines: Iterable[Line], day: str) -> str:
    """Return the signature block."""
    return f"#align(right, {quoted(chr(10).join([*(f'{line.label}{line.value}' for line in lines), day]))})"


def markup(letter: Letter) -> bytes:
    """Return the whole letter as the source of a Typst document, UTF-8."""
    office = letter.office
    parts = [
        HEAD,
        f"#align(center, text(size: 18pt, strong({quoted(letter.title)})))",
        f"#align(right, {quoted(letter.number)})",
        f"#{quoted(letter.addressee)}",
        *paragraphs(Prose(letter.opening)),
        *(text for part in letter.sections for text in section(part)),
        signed(letter.signature.lines, letter.signature.day),
        f"#strong({quoted(office.title)})",
        grid(office.grid),
        f"#strong({quoted(office.receipt_title)})",
        f"#{quoted(office.receipt_text)}",
        grid(office.receipt_grid),
    ]
    return "\n\n".join(parts).encode()
