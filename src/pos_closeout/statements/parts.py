"""The tables inside one chosen file: the text itself, the sheets of a workbook, the bills inside an archive."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from python_calamine import CalamineSheet

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_OLE_BYTES, MAX_SHEET_BYTES
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
from pos_closeout.statements.ole import is_other_document
from pos_closeout.statements.rows import Row, split_rows
from pos_closeout.statements.sniff import Container, container_of, digest_text, hash_file, sniff
from pos_closeout.statements.workbook import check_size, load_sheet, open_workbook, sheet_rows

DELIMITERS = (",", "\t", "|", ";")
"""Separators of text bills, in the order in which they are tried."""

WORKBOOK_ENCODING = "workbook"
"""What stands for the encoding of a sheet."""

_STEP_ROWS = 256
_PASSING = ("statement.wrong_kind", "statement.empty_file", "statement.binary_file", "statement.not_a_workbook")


class OpenRows(Protocol):
    """Opens the rows of a table anew with a separator and a rule about quotation marks; sheets need neither."""

    def __call__(self, delimiter: str, *, quotes: bool) -> Iterator[Row]:
        """Yield the rows from the first."""


class Part(NamedTuple):
    """One table of a file.

    ``undecodable`` says that the text does not decode as a whole, so that some cells may hold U+FFFD.
    """

    name: str
    encoding: str
    delimiters: tuple[str, ...]
    rows: OpenRows
    undecodable: bool = False


class Opened(NamedTuple):
    """A chosen file: its hash, its size in bytes, and its parts."""

    sha256: str
    size: int
    parts: list[Part]


Step = Callable[[int], None]


def open_parts(path: Path, password: str | None, step: Step, stack: ExitStack) -> Opened:
    """Open a chosen file and list its tables; ``stack`` closes what stays open.

    Raises:
        BadInputError: every refusal of ``sniff``, ``archive`` and ``workbook``.
    """
    container, size = sniff(path), path.stat().st_size
    if container is Container.TEXT:
        with path.open("rb") as stream:
            digest = digest_text(stream, path.name, step)
        part = text_part("", digest.encoding, lambda: path.open("rb"), step)
        return Opened(digest.sha256, digest.size, [part])
    if container is Container.OLE:
        if size > MAX_OLE_BYTES:
            raise BadInputError("statement.sheet_too_big", name=path.name)
        content = path.read_bytes()
        if is_other_document(content):
            raise BadInputError("statement.wrong_kind", name=path.name, kind="document")
        return Opened(hash_file(path), size, _workbook_parts(content, path.name, ""))
    archive = stack.enter_context(open_archive(path, path.name))
    if kind_of_package(archive, path.name) == "workbook":
        check_size(archive, path.name)
        return Opened(hash_file(path), size, _workbook_parts(path, path.name, ""))
    parts = list(_archive_parts(path, archive, password, step))
    if not parts:
        raise BadInputError("statement.empty_archive", name=path.name)
    return Opened(hash_file(path), size, parts)


def text_part(name: str, encoding: str, opener: Callable[[], BinaryIO], step: Step) -> Part:
    """Make a part of a text; without an encoding that fits all of it, the one that shows more known signs is taken."""
    chosen = encoding or _likelier_encoding(opener)
    rows = partial(_text_rows, opener, chosen, step)
    return Part(name, chosen, DELIMITERS, rows, undecodable=not encoding)


def _likelier_encoding(opener: Callable[[], BinaryIO]) -> str:
    with opener() as stream:
        head = stream.read(1 << 16)
    lost = {encoding: head.decode(encoding, "replace").count("\ufffd") for encoding in ("utf-8", "gb18030")}
    return min(lost, key=lambda encoding: lost[encoding])


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
        sheet = load_sheet(workbook, title)
        if sheet is not None:
            rows = partial(_sheet_rows, sheet)
            parts.append(Part(f"{prefix}{title}", WORKBOOK_ENCODING, (",",), rows))
    if not parts:
        raise BadInputError("statement.empty_file", name=name)
    return parts


def _sheet_rows(sheet: CalamineSheet, _delimiter: str, *, quotes: bool) -> Iterator[Row]:
    del quotes
    return sheet_rows(sheet)


def _archive_parts(path: Path, archive: zipfile.ZipFile, password: str | None, step: Step) -> Iterator[Part]:
    for member in bill_members(archive, path.name):
        opener = _member_opener(path, archive, member, password)
        name = member_name(member)
        try:
            with opener() as stream:
                container = container_of(stream.read(64), member.file_size, name)
            if container is Container.TEXT:
                with opener() as stream:
                    digest = digest_text(stream, name, step)
                yield text_part(name, digest.encoding, opener, step)
            else:
                yield from _inner_workbook(opener, container, name)
        except BadInputError as error:
            # A picture or a leaflet beside the bill is no reason to refuse the bill.
            if not error.message_id.startswith(_PASSING):
                raise
        except ARCHIVE_ERRORS as error:
            raise BadInputError("statement.broken_archive", name=path.name) from error


def _member_opener(
    path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, password: str | None
) -> Callable[[], BinaryIO]:
    if is_encrypted(member):
        content = unlock_member(path, member, password)
        return lambda: io.BytesIO(content)
    return partial(open_member, path, archive, member)


def _inner_workbook(opener: Callable[[], BinaryIO], container: Container, name: str) -> list[Part]:
    with opener() as stream:
        content = stream.read(MAX_SHEET_BYTES + 1)
    if len(content) > MAX_SHEET_BYTES:
        raise BadInputError("statement.archive_bomb", name=name, bytes=len(content))
    if container is Container.ZIP:
        with open_archive(io.BytesIO(content), name) as inner:
            if kind_of_package(inner, name) != "workbook":
                raise BadInputError("statement.wrong_kind", name=name, kind="archive")
            check_size(inner, name)
    return _workbook_parts(content, name, f"{name} / ")
