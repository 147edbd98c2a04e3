"""The tables inside one chosen file: the text itself, the sheets of a workbook, the bills inside an archive."""

import io
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from python_calamine import CalamineSheet

from pos_closeout.domain.bills.transactions import RowSource, page_part
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_MAIL_BYTES, MAX_OLE_BYTES, MAX_PAGE_BYTES, MAX_SHEET_BYTES
from pos_closeout.statements.archive import (
    ARCHIVE_ERRORS,
    bill_members,
    is_encrypted,
    kind_of_package,
    member_name,
    open_archive,
    open_member,
    unlock_member,
)
from pos_closeout.statements.locked_workbook import is_locked, unlocked
from pos_closeout.statements.mail import open_letter, page_tables
from pos_closeout.statements.ole import kind_of_other
from pos_closeout.statements.pdf_part import PDF_ENCODING, Paged, read_pdf
from pos_closeout.statements.rows import Row, split_rows
from pos_closeout.statements.sniff import HEAD_BYTES, OLE_MAGIC, Container, container_of, digest_text, hash_file, sniff
from pos_closeout.statements.workbook import check_size, load_sheet, open_workbook, sheet_rows

DELIMITERS = (",", "\t", "|", ";")
"""Separators of text bills, in the order in which they are tried."""

MAIL_ENCODING = "mail"
"""What stands for the encoding of a table in the text of an e-mail."""

PAGE_ENCODING = "page"
"""What stands for the encoding of a table of a page."""

WORKBOOK_ENCODING = "workbook"
"""What stands for the encoding of a sheet."""

_LIMITS = {Container.OLE: MAX_OLE_BYTES, Container.MAIL: MAX_MAIL_BYTES, Container.PAGE: MAX_PAGE_BYTES}
_STEP_ROWS = 256
_TELLING = ("statement.pdf_scan", "statement.pdf_no_text", "statement.pdf_broken")
_PASSING = (
    "statement.wrong_kind", "statement.empty_file", "statement.binary_file", "statement.not_a_workbook", *_TELLING,
)  # fmt: skip


class OpenRows(Protocol):
    """Opens the rows of a table anew with a separator and a rule about quotation marks; sheets need neither."""

    def __call__(self, delimiter: str, *, quotes: bool) -> Iterator[Row]:
        """Yield the rows from the first."""


class OpenTexts(Protocol):
    """Opens the lines of a text anew."""

    def __call__(self, count: int, /) -> Iterator[list[str]]:
        """Yield all lines with their ends, so many at a time."""


class Part(NamedTuple):
    """One table of a file.

    ``undecodable`` says that the text does not decode as a whole, so that some cells may hold U+FFFD; ``paged`` is what
    is known of a table that runs over the pages of a PDF; ``above`` is text above the table,
    in none of its rows; ``texts`` opens the lines of a text as they stand.
    """

    name: str
    encoding: str
    delimiters: tuple[str, ...]
    rows: OpenRows
    undecodable: bool = False
    paged: Paged | None = None
    above: str = ""
    texts: OpenTexts | None = None

    def source(self, sha256: str, number: int) -> RowSource:
        """Return where the row with this number stands in the file with this hash."""
        if self.paged is None:
            return RowSource(sha256, self.name, number)
        page, entry = self.paged.places[number - 1] if 0 < number <= len(self.paged.places) else (1, 0)
        return RowSource(sha256, page_part(self.name, page), entry)


class Opened(NamedTuple):
    """A chosen file: its hash, its size in bytes, and its parts."""

    sha256: str
    size: int
    parts: list[Part]


Step = Callable[[int], None]


def open_parts(path: Path, password: str | None, step: Step, stack: ExitStack, names: Collection[str] = ()) -> Opened:
    """Open a chosen file and list its tables; ``stack`` closes what stays open.

    ``names`` are comparable names of columns, by which the table of a PDF is found.

    Raises:
        BadInputError: every refusal of ``sniff``, ``archive``, ``workbook`` and ``pdf``.
    """
    container, size = sniff(path), path.stat().st_size
    if container is Container.TEXT:
        with path.open("rb") as stream:
            digest = digest_text(stream, path.name, step)
        part = text_part("", digest.encoding, lambda: path.open("rb"), step)
        return Opened(digest.sha256, digest.size, [part])
    inside = _Inside(password, step, stack, names)
    if container is Container.ZIP:
        archive = stack.enter_context(open_archive(path, path.name))
        if kind_of_package(archive, path.name) == "workbook":
            check_size(archive, path.name)
            return Opened(hash_file(path), size, _workbook_parts(path, path.name, ""))
        return Opened(hash_file(path), size, _archive_parts(path, archive, path.name, "", inside))
    if container is Container.PDF:
        rows, paged = read_pdf(path, path.name, password, partial(_share, step, size), names)
        return Opened(hash_file(path), size, [_pdf_part("", rows, paged)])
    limit = _LIMITS[container]
    if size > limit:
        raise BadInputError("statement.too_big", name=path.name, limit=limit)
    parts = _parts_of(path.read_bytes(), container, path.name, "", inside)
    return Opened(hash_file(path), size, parts)


class _Inside(NamedTuple):
    """What is needed to open a file inside another; ``around`` are the archives and e-mails around it."""

    password: str | None
    step: Step
    stack: ExitStack
    names: Collection[str]
    around: frozenset[Container] = frozenset()

    def within(self, container: Container, name: str) -> "_Inside":
        """Go into an archive or an e-mail.

        Bills are wrapped once, or in an archive that is attached to an e-mail; what is wrapped again is a trap.

        Raises:
            BadInputError: ``statement.wrong_kind``.
        """
        if container in self.around:
            raise BadInputError("statement.wrong_kind", name=name, kind="archive")
        return self._replace(around=self.around | {container})


def _parts_of(content: bytes, container: Container, name: str, prefix: str, inside: _Inside) -> list[Part]:
    """List the tables of a file that lies in memory; ``prefix`` is its place inside the chosen file."""
    if container is Container.TEXT:
        digest = digest_text(io.BytesIO(content), name, inside.step)
        return [text_part(prefix, digest.encoding, lambda: io.BytesIO(content), inside.step)]
    if container is Container.PDF:
        rows, paged = read_pdf(content, name, inside.password, partial(_share, inside.step, len(content)), inside.names)
        return [_pdf_part(prefix, rows, paged)]
    if container is Container.PAGE:
        return _page_parts(content, name, prefix)
    if container is Container.MAIL:
        return _mail_parts(content, name, prefix, inside)
    if container is Container.OLE:
        kind = kind_of_other(content)
        if kind:
            raise BadInputError("statement.wrong_kind", name=name, kind=kind)
        content = unlocked(content, name, inside.password) if is_locked(content) else content
    if content.startswith(OLE_MAGIC):
        return _workbook_parts(content, name, f"{prefix} / " if prefix else "")
    archive = inside.stack.enter_context(open_archive(io.BytesIO(content), name))
    if kind_of_package(archive, name) == "workbook":
        check_size(archive, name)
        return _workbook_parts(content, name, f"{prefix} / " if prefix else "")
    return _archive_parts(content, archive, name, prefix, inside)


def _share(step: Step, size: int, share: float) -> None:
    step(int(size * share))


def _pdf_part(name: str, rows: list[Row], paged: Paged) -> Part:
    return Part(name, PDF_ENCODING, (",",), partial(_read_rows, rows), paged=paged)


def _read_rows(rows: list[Row], _delimiter: str, *, quotes: bool) -> Iterator[Row]:
    del quotes
    return iter(rows)


def text_part(name: str, encoding: str, opener: Callable[[], BinaryIO], step: Step) -> Part:
    """Make a part of a text; without an encoding that fits all of it, the one that shows more known signs is taken."""
    chosen = encoding or _likelier_encoding(opener)
    rows = partial(_text_rows, opener, chosen, step)
    texts = partial(_texts, opener, chosen, step)
    return Part(name, chosen, DELIMITERS, rows, undecodable=not encoding, texts=texts)


def _likelier_encoding(opener: Callable[[], BinaryIO]) -> str:
    with opener() as stream:
        head = stream.read(1 << 16)
    lost = {encoding: head.decode(encoding, "replace").count("\ufffd") for encoding in ("utf-8", "gb18030")}
    return min(lost, key=lambda encoding: lost[encoding])


def _texts(opener: Callable[[], BinaryIO], encoding: str, step: Step, count: int) -> Iterator[list[str]]:
    with opener() as stream, io.TextIOWrapper(stream, encoding, "replace", newline="") as text:
        while some := list(islice(text, count)):
            step(stream.tell())
            yield some


def _text_rows(
    opener: Callable[[], BinaryIO], encoding: str, step: Step, delimiter: str, *, quotes: bool
) -> Iterator[Row]:
    with opener() as stream, io.TextIOWrapper(stream, encoding, "replace", newline="") as text:
        yield from chain.from_iterable(_in_steps(split_rows(text, delimiter, quotes=quotes), stream, step))


def _in_steps(rows: Iterator[Row], stream: BinaryIO, step: Step) -> Iterator[list[Row]]:
    while some := list(islice(rows, _STEP_ROWS)):
        step(stream.tell())
        yield some


def _workbook_parts(source: Path | bytes, name: str, prefix: str) -> list[Part]:
    """List the sheets that hold something; ``prefix`` is the name of the workbook inside an archive."""
    workbook = open_workbook(source, name)
    parts = []
    for title in workbook.sheet_names:
        sheet = load_sheet(workbook, title, name)
        if sheet is not None:
            rows = partial(_sheet_rows, sheet)
            parts.append(Part(f"{prefix}{title}", WORKBOOK_ENCODING, (",",), rows))
    if not parts:
        raise BadInputError("statement.empty_file", name=name)
    return parts


def _sheet_rows(sheet: CalamineSheet, _delimiter: str, *, quotes: bool) -> Iterator[Row]:
    del quotes
    return sheet_rows(sheet)


def _archive_parts(
    source: Path | bytes, archive: zipfile.ZipFile, name: str, prefix: str, inside: _Inside
) -> list[Part]:
    inside = inside.within(Container.ZIP, name)

    def members() -> Iterator[Enclosure]:
        for member in bill_members(archive, name):
            opener = _member_opener(source, archive, name, member, inside.password)
            yield member_name(member), member.file_size, opener

    try:
        return _enclosed_parts(members(), prefix, inside) or _nothing(name, "statement.empty_archive")
    except ARCHIVE_ERRORS as error:
        raise BadInputError("statement.broken_archive", name=name) from error


def _mail_parts(content: bytes, name: str, prefix: str, inside: _Inside) -> list[Part]:
    inside = inside.within(Container.MAIL, name)
    letter = open_letter(content, name)
    files = ((file.name, len(file.content), partial(io.BytesIO, file.content)) for file in letter.files)
    parts = _enclosed_parts(files, prefix, inside)
    for number, table in enumerate(letter.tables, 1):
        place = f"{prefix} / {number}" if prefix else (str(number) if len(letter.tables) > 1 or parts else "")
        parts.append(Part(place, MAIL_ENCODING, (",",), partial(_read_rows, table.rows), above=table.above))
    return parts or _nothing(name, "statement.mail_empty")


def _page_parts(content: bytes, name: str, prefix: str) -> list[Part]:
    """List the tables of a page.

    Raises:
        BadInputError: ``statement.wrong_kind`` for a page without one that can be a bill.
    """
    tables = page_tables(content)
    if not tables:
        raise BadInputError("statement.wrong_kind", name=name, kind="page")
    parts = []
    for number, table in enumerate(tables, 1):
        place = " / ".join(filter(None, (prefix, str(number) if len(tables) > 1 else "")))
        parts.append(Part(place, PAGE_ENCODING, (",",), partial(_read_rows, table.rows), above=table.above))
    return parts


Enclosure = tuple[str, int, Callable[[], BinaryIO]]
"""A file inside another: its name, its size in bytes, and what opens it."""


def _enclosed_parts(files: Iterable[Enclosure], prefix: str, inside: _Inside) -> list[Part]:
    """List the tables of enclosed files; what is no bill is passed over, unless nothing else is there."""
    parts: list[Part] = []
    refusals: list[BadInputError] = []
    for name, size, opener in files:
        place = f"{prefix} / {name}" if prefix else name
        try:
            parts += _enclosed(name, place, size, opener, inside)
        except BadInputError as error:
            # A picture or a leaflet beside the bill is no reason to refuse the bill.
            if not error.message_id.startswith(_PASSING):
                raise
            refusals.append(error)
    telling = next((error for error in refusals if error.message_id.startswith(_TELLING)), None)
    if not parts and telling is not None:
        raise telling
    return parts


def _enclosed(name: str, place: str, size: int, opener: Callable[[], BinaryIO], inside: _Inside) -> list[Part]:
    with opener() as stream:
        container = container_of(stream.read(HEAD_BYTES), size, name)
    if container is Container.TEXT:
        with opener() as stream:
            digest = digest_text(stream, name, inside.step)
        return [text_part(place, digest.encoding, opener, inside.step)]
    with opener() as stream:
        content = _whole(stream, name)
    return _parts_of(content, container, name, place, inside)


def _whole(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(MAX_SHEET_BYTES + 1)
    if len(content) > MAX_SHEET_BYTES:
        raise BadInputError("statement.archive_bomb", name=name, bytes=len(content))
    return content


def _nothing(name: str, message_id: str) -> list[Part]:
    raise BadInputError(message_id, name=name)


def _member_opener(
    source: Path | bytes, archive: zipfile.ZipFile, name: str, member: zipfile.ZipInfo, password: str | None
) -> Callable[[], BinaryIO]:
    if is_encrypted(member):
        content = unlock_member(source, name, member, password)
        return lambda: io.BytesIO(content)
    return partial(open_member, name, archive, member)
