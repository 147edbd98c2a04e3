"""What an e-mail encloses (RFC 5322, MIME): attached files, and the tables that stand in its text."""

import email
import email.policy
from collections.abc import Iterator
from email.message import Message
from html.parser import HTMLParser
from typing import NamedTuple

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_COLUMNS, MAX_ENCLOSED, MAX_MAIL_BYTES, MAX_MAIL_ROWS, MAX_MAIL_TABLES
from pos_closeout.statements.rows import Row

_FEWEST_COLUMNS = 3
_SKIPPED = frozenset({"script", "style", "head", "title"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_MALFORMED = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


class Enclosed(NamedTuple):
    """An attached file: its name and its bytes."""

    name: str
    content: bytes


class MailContents(NamedTuple):
    """What an e-mail holds: attached files, and tables as rows numbered from 1."""

    files: list[Enclosed]
    tables: list[list[Row]]


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


def tables_of(html: str) -> list[list[Row]]:
    """Return the tables of a page that can be bills: at least two rows and three columns."""
    parser = _Tables()
    parser.feed(html)
    parser.close()
    return [
        rows for rows in parser.tables() if len(rows) > 1 and max(len(row.cells) for row in rows) >= _FEWEST_COLUMNS
    ]


class _Tables(HTMLParser):
    """Collects the cells of all tables; a table inside a cell of another is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[list[list[str]]] = []
        self._open: list[list[list[str]]] = []
        self._cells: list[list[str] | None] = []
        self._skip = self._rows = 0
        self._wide = 1

    def tables(self) -> Iterator[list[Row]]:
        """Yield the tables that were closed, or left open at the end."""
        for table in (*self._done, *self._open):
            rows = [[" ".join(cell.split()) for cell in row] for row in table]
            yield [Row(number, cells) for number, cells in enumerate(rows, 1) if any(cells)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag in _SKIPPED:
            self._skip += 1
        elif tag == "table" and len(self._done) + len(self._open) < MAX_MAIL_TABLES:
            self._open.append([])
            self._cells.append(None)
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
            wide = next((value for key, value in attrs if key == "colspan"), None) or "1"
            self._wide = min(int(wide), MAX_COLUMNS) if wide.isdecimal() and wide.isascii() else 1
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
            self._done.append(self._open.pop())
            self._cells.pop()

    def handle_data(self, data: str) -> None:
        """Add a text to the cell it stands in."""
        cell = self._cells[-1] if self._cells else None
        if cell is not None and not self._skip:
            cell.append(data)

    def _end_cell(self) -> None:
        cell = self._cells[-1]
        if cell is None:
            return
        row = self._open[-1][-1]
        if len(row) <= MAX_COLUMNS:
            row += ["".join(cell), *[""] * (self._wide - 1)]
        self._cells[-1] = None
