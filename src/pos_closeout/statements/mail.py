"""What an e-mail encloses (RFC 5322, MIME): attached files, and the tables that stand in its text."""

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from html.parser import HTMLParser
from typing import NamedTuple

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_COLUMNS, MAX_ENCLOSED, MAX_MAIL_BYTES, MAX_MAIL_ROWS, MAX_MAIL_TABLES
from pos_closeout.statements.cells import read_when
from pos_closeout.statements.rows import Row

_FEWEST_COLUMNS = 3
_TEXTS_ABOVE = 200
_SKIPPED = frozenset({"script", "style", "head", "title"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_ANY_YEAR = 2000
_HEAD = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_MALFORMED = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


class Enclosed(NamedTuple):
    """An attached file: its name and its bytes."""

    name: str
    content: bytes


class HtmlTable(NamedTuple):
    """A table: its rows, numbered from 1, and the end of the text that stands above it."""

    rows: list[Row]
    above: str


class MailContents(NamedTuple):
    """What an e-mail holds: attached files, and tables."""

    files: list[Enclosed]
    tables: list[HtmlTable]


def open_letter(content: bytes, name: str) -> MailContents:
    """Take an e-mail apart; forwarded e-mails inside it count as part of it.

    Raises:
        BadInputError: ``statement.mail_broken``, ``statement.too_big``, ``statement.too_many_members``.
    """
    if len(content) > MAX_MAIL_BYTES:
        raise BadInputError("statement.too_big", name=name, limit=MAX_MAIL_BYTES)
    try:
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except _MALFORMED as error:
        raise BadInputError("statement.mail_broken", name=name) from error
    if len(parts) > MAX_ENCLOSED:
        raise BadInputError("statement.too_many_members", name=name, limit=MAX_ENCLOSED)
    letter = MailContents([], [])
    for number, part in enumerate(parts, 1):
        try:
            _take(part, number, letter)
        except _MALFORMED as error:
            raise BadInputError("statement.mail_broken", name=name) from error
    return letter


def _take(part: Message, number: int, letter: MailContents) -> None:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return
    name = _file_name(part)
    kind = part.get_content_type()
    if name or kind not in {"text/plain", "text/html"}:
        letter.files.append(Enclosed(name or f"{number}", content))
    elif kind == "text/html":
        letter.tables.extend(tables_of(_text(part, content)))


def _file_name(part: Message) -> str:
    """Return the name of an attached file, which mail programs write in three ways."""
    told = part.get_filename()
    if not told:
        return ""
    pieces = email.header.decode_header(told)
    words = (
        piece.decode(_charset(charset), "replace") if isinstance(piece, bytes) else piece for piece, charset in pieces
    )
    return "".join(words).replace("\\", "/").rpartition("/")[2].strip()


def _text(part: Message, content: bytes) -> str:
    return content.decode(_charset(part.get_content_charset()), "replace")


def _charset(told: str | None) -> str:
    charset = (told or "utf-8").lower()
    return "gb18030" if charset in {"gb2312", "gbk", "cp936"} else charset


def page_tables(content: bytes) -> list[HtmlTable]:
    """Return the tables of a page as it lies on the disk, in the encoding that it names, or that decodes it."""
    named = _CHARSET.search(content[:_HEAD])
    tried = ("utf-16",) if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ("utf-8-sig", "gb18030")
    for encoding in (*((_charset(named[1].decode("ascii")),) if named else ()), *tried):
        try:
            return tables_of(content.decode(encoding))
        except (LookupError, UnicodeDecodeError):
            continue
    return tables_of(content.decode("gb18030", "replace"))


def tables_of(html: str) -> list[HtmlTable]:
    """Return the tables of a page that can be bills: at least two rows and three columns.

    A bank may set every line as a table of its own: tables of one row that are as wide as their neighbour belong to it.
    """
    parser = _Tables()
    parser.feed(html)
    parser.close()
    joined: list[tuple[list[list[str]], str]] = []
    for rows, above in parser.tables():
        if _width(rows) < _FEWEST_COLUMNS:
            continue
        before = joined[-1][0] if joined else []
        if _width(before) == _width(rows) and (len(rows) == 1 or len(before) == 1):
            before += rows
        else:
            joined.append((rows, above))
    return [
        HtmlTable([Row(number, cells) for number, cells in enumerate(rows, 1)], above)
        for rows, above in joined
        if len(rows) > 1
    ]


def _width(rows: list[list[str]]) -> int:
    return max(map(len, rows), default=0)


class _Tables(HTMLParser):
    """Collects the cells of all tables; a table inside a cell of another is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[tuple[list[list[str]], int]] = []
        self._open: list[list[list[str]]] = []
        self._cells: list[list[str] | None] = []
        self._skip = self._rows = 0
        self._wide = self._tall = 1
        self._said: list[str] = []
        self._begun: list[int] = []
        self._reaching: list[dict[int, tuple[int, str]]] = []

    def tables(self) -> Iterator[tuple[list[list[str]], str]]:
        """Yield the rows of the tables that were closed, or left open at the end, and the text above each.

        Blank rows are left out.
        """
        for table, begun in (*self._done, *zip(self._open, self._begun, strict=True)):
            rows = [[" ".join(cell.split()) for cell in row] for row in table]
            above = " ".join(" ".join(self._said[max(0, begun - _TEXTS_ABOVE) : begun]).split())
            yield [cells for cells in rows if any(cells)], above

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag in _SKIPPED:
            self._skip += 1
        elif tag == "table" and len(self._done) + len(self._open) < MAX_MAIL_TABLES:
            self._open.append([])
            self._cells.append(None)
            self._reaching.append({})
            self._begun.append(len(self._said))
        elif not self._open:
            return
        elif tag == "tr":
            self._end_cell()
            self._rows += 1
            if self._rows <= MAX_MAIL_ROWS:
                self._open[-1].append([])
        elif tag in {"td", "th"} and self._open[-1]:
            self._end_cell()
            self._cells[-1] = []
            self._wide, self._tall = _span(attrs, "colspan", MAX_COLUMNS), _span(attrs, "rowspan", MAX_MAIL_ROWS)
            self._fill()
        elif tag in _BREAKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what is open."""
        if tag in _SKIPPED:
            self._skip = max(0, self._skip - 1)
        elif not self._open:
            return
        elif tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag == "table":
            self._end_cell()
            self._done.append((self._open.pop(), self._begun.pop()))
            self._cells.pop()
            self._reaching.pop()

    def handle_data(self, data: str) -> None:
        """Add a text to the cell it stands in."""
        cell = self._cells[-1] if self._cells else None
        if self._skip:
            return
        if cell is not None:
            cell.append(data)
        if not data.isspace():
            self._said.append(data)

    def _end_cell(self) -> None:
        cell = self._cells[-1]
        if cell is None:
            return
        row, text = self._open[-1][-1], "".join(cell)
        if len(row) <= MAX_COLUMNS:
            if self._tall > 1:
                self._reaching[-1].update((len(row) + at, (self._tall - 1, text)) for at in range(self._wide))
            row += [text, *[""] * (self._wide - 1)]
        self._cells[-1] = None

    def _fill(self) -> None:
        """Fill the places of a row that cells of rows above reach into: with the day they give, otherwise blank."""
        row, reaching = self._open[-1][-1], self._reaching[-1]
        while len(row) in reaching and len(row) <= MAX_COLUMNS:
            left, text = reaching.pop(len(row))
            if left > 1:
                reaching[len(row)] = (left - 1, text)
            row.append(text if read_when(text, year=_ANY_YEAR) else "")


def _span(attrs: list[tuple[str, str | None]], name: str, most: int) -> int:
    told = next((value for key, value in attrs if key == name), None) or "1"
    return max(1, min(int(told), most)) if told.isdecimal() and told.isascii() else 1
