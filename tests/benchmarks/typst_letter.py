"""The same letter in Typst's markup: the same text, sizes, margins and fonts, set by somebody else's typesetter.

Everything our letter sets is here: boxed forms, the terminal table and the annex whose heads every page repeats, the
numbered points, blanks to sign on, what is kept together, and the footer with the numbers of the pages.
"""

from collections.abc import Iterable, Iterator

from pos_closeout.documents.content import (
    AcquirerPart,
    Align,
    Annex,
    Block,
    Bullets,
    EntryGrid,
    GridEntry,
    Letter,
    Points,
    Prose,
    Signature,
    Table,
    half_widths,
)
from pos_closeout.documents.letter_styles import looks
from pos_closeout.domain.case.case import LetterLanguage

HEAD = """
#set page(paper: "a4", margin: (left: 28mm, right: 26mm, top: 25mm, bottom: 28mm), footer-descent: 6mm)
#set page(footer: context {
  set text(size: 9pt)
  line(length: 100%, stroke: 0.5pt + luma(72%))
  %FOOTER% + h(1fr) + text("第 " + str(counter(page).get().first()) + " 页　共 "
    + str(counter(page).final().first()) + " 页")
})
#set document(title: %TITLE%, author: %AUTHOR%)
#set text(font: ("Closeout Roman", "Noto Serif SC"), size: 14pt, lang: "zh", region: "cn",
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 12pt, spacing: 12pt)
#set table(stroke: 0.5pt, inset: (x: 3pt, y: 2.5pt))
#show strong: set text(font: ("Closeout Roman", "Closeout Song"), weight: 400)
#let small(body) = text(size: 10.5pt, par(leading: 6.5pt, body))
#show table: set text(size: 10.5pt)
#show table: set par(leading: 3pt, justify: false)
"""
INDENTED = "#par(first-line-indent: (amount: 2em, all: true), {})"
SPOKEN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def quoted(text: str) -> str:
    """Return a text as an expression of Typst that prints it as it stands."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'text("{escaped}")'


def bold(text: str) -> str:
    """Return a text as an expression that prints it in bold."""
    return f"strong({quoted(text)})"


def boxes(row: tuple[GridEntry, ...]) -> Iterator[str]:
    """Yield the cells of one row of a form; a single entry takes the whole width."""
    for entry in row:
        yield f"table.cell(fill: luma(95.5%), align: center, {quoted(entry.label)})"
        yield f"table.cell(colspan: {3 if len(row) == 1 else 1}, {quoted(entry.value)})"


def grid(block: EntryGrid, height: float = 18.5) -> str:
    """Return a boxed form; rows are at least so many points high."""
    cells = ", ".join(cell for row in block.rows for cell in boxes(row))
    sizes = f"columns: (16.5%, 33.5%, 16.5%, 33.5%), rows: {height}pt, align: horizon"
    return f"table({sizes}, {cells})" if height > 18.5 else f"table({sizes.replace('18.5pt', 'auto')}, {cells})"


def table(block: Table) -> str:
    """Return a ruled table whose head stands on every page it runs over."""
    shares = ", ".join(f"{column.share}fr" if column.share else "auto" for column in block.columns)
    aligns = ", ".join(SPOKEN[column.align] for column in block.columns)
    head = ", ".join(bold(column.head) for column in block.columns)
    cells = [*(quoted(cell) for row in block.rows for cell in row), *map(bold, block.foot)]
    return f"table(columns: ({shares}), align: ({aligns},), table.header({head}), {', '.join(cells)})"


def paragraphs(block: Block) -> Iterator[str]:
    """Yield the markup of one block."""
    match block:
        case Prose(text):
            yield INDENTED.format(quoted(text))
        case Points(texts):
            mark = looks(LetterLanguage.CHINESE).mark
            yield from (INDENTED.format(quoted(mark(place) + text)) for place, text in enumerate(texts, 1))
        case Bullets(texts, note):
            numbered = [f"{place}. {text}" for place, text in enumerate(texts, 1)]
            half = -(-len(numbered) // 2)
            beside = zip(numbered[:half], [*numbered[half:], ""], strict=False)
            cells = ", ".join(quoted(text) for row in beside for text in row)
            yield f"#text(size: 10.5pt, grid(columns: (1fr, 1fr), row-gutter: 6.5pt, {cells}))"
            yield f"#small({quoted(note)})"
        case EntryGrid():
            yield f"#{grid(block)}"
        case Table():
            yield f"#{table(block)}"


def signed(signature: Signature) -> str:
    """Return the signature block with its blanks to sign on."""
    widest = max(half_widths(line.label + line.value) for line in signature.lines)
    lines = [
        f"{line.label}{line.value or '＿' * min(max((widest - half_widths(line.label)) // 2, 8), 16)}"
        for line in signature.lines
    ]
    texts = ", ".join(map(quoted, (*lines, signature.day)))
    return f"#block(breakable: false, align(right, align(left, stack(spacing: 12pt, {texts}))))"


def office(part: AcquirerPart) -> str:
    """Return what the acquirer fills in and the slip, kept on one page."""
    parts = (
        f"align(center, {bold(part.title)})",
        grid(part.grid, 25),
        grid(part.checks, 25),
        f"align(center, text(size: 9pt, {quoted(part.cut)}))",
        f"align(center, {bold(part.receipt_title)})",
        f"par(first-line-indent: (amount: 2em, all: true), {quoted(part.receipt_text)})",
        grid(part.receipt_grid, 25),
    )
    return f"#block(breakable: false, text(size: 10.5pt, {' + '.join(parts)}))"


def annexed(annex: Annex) -> Iterator[str]:
    """Yield the list of open items, which starts a page."""
    yield "#pagebreak()"
    yield f"#{quoted(annex.mark)}"
    yield f"#align(center, text(size: 18pt, {bold(annex.title)}))"
    yield f"#align(center, small({quoted(annex.caption)}))"
    yield f"#text(size: 9pt, {table(annex.table)})"
    yield f"#small({bold(' '.join(annex.sums))})"
    yield f"#text(size: 9pt, {quoted(annex.note)})"


def body(letter: Letter) -> Iterator[str]:
    """Yield the paragraphs of a letter."""
    yield f"#align(center, text(size: 22pt, {bold(letter.title)}))"
    yield f"#align(right, small({quoted(letter.number)}))"
    yield f"#{quoted(letter.addressee)}"
    yield INDENTED.format(quoted(letter.opening))
    for part in letter.sections:
        yield INDENTED.format(bold(part.heading))
        for block in part.blocks:
            yield from paragraphs(block)
    yield signed(letter.signature)
    yield office(letter.office)
    if letter.annex is not None:
        yield from annexed(letter.annex)


def markup(letter: Letter) -> bytes:
    """Return a Chinese letter as the source of a Typst document, UTF-8."""
    named: Iterable[tuple[str, str]] = (
        ("%FOOTER%", quoted(letter.footer)),
        ("%TITLE%", f'"{letter.title}"'),
        ("%AUTHOR%", f'"{letter.author}"'),
    )
    head = HEAD
    for name, value in named:
        head = head.replace(name, value)
    return "\n\n".join([head, *body(letter)]).encode()
