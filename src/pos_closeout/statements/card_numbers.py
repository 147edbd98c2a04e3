"""Whether a file shows a whole card number in text that is packed: documents, workbooks, PDFs, e-mails and archives.

What is drawn is not read: a photo of a card shows nothing here.
"""

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import BinaryIO

import pypdfium2

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_ENCLOSED, MAX_GLYPHS, MAX_MEMBERS, MAX_PAGES, MAX_SEEN_BYTES
from pos_closeout.domain.masking import card_in_bytes, mask_cards, shows_card
from pos_closeout.statements.archive import ARCHIVE_ERRORS
from pos_closeout.statements.sniff import HEAD_BYTES, Container, container_of

_PIECE = 1 << 20
_OVERLAP = 8 << 10
"""What is looked at once more with the next piece: a number in a document may be cut into many runs."""

_DEEPEST = 2
_BLOCK_ENDS = re.compile(r"</(?:\w+:)?(?:p|si|c|tc|row|h|tr|td|th|li|div)>|<(?:\w+:)?(?:br|tab)\b[^>]*>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_CUT_TAGS = re.compile(r"\A[^<>]*>|<[^<>]*\Z")
_POWERS = re.compile(r"<v>(\d(?:\.\d+)?)E\+?(1[2-8])</v>")
_MALFORMED = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


def file_shows_card(path: Path, got_on: Callable[[], None]) -> bool:
    """Return whether the text of a file, or of one packed in it, holds a whole card number.

    A file that is locked, broken or of another kind shows nothing.

    Args:
        path: the file.
        got_on: called with every piece that was looked at.
    """
    with path.open("rb") as stream:
        return _Look(got_on).file(stream, path.name, 0)


class _Look:
    """Looks through files until ``MAX_SEEN_BYTES`` of their content have been seen."""

    def __init__(self, got_on: Callable[[], None]) -> None:
        self._got_on, self._room = got_on, MAX_SEEN_BYTES

    def file(self, stream: BinaryIO, name: str, depth: int) -> bool:
        """Return whether a file shows a number."""
        if mask_cards(name) != name:
            return True
        kind = _kind(stream, name)
        if kind is Container.ZIP and depth < _DEEPEST:
            return any(self.file(member, title, depth + 1) for title, member in self._members(stream))
        if kind is Container.PDF:
            return any(_in_lines(text) for text in self._pages(stream))
        if kind is Container.MAIL and depth < _DEEPEST:
            parts = self._enclosed(stream)
            return any(self.file(io.BytesIO(content), title, depth + 1) for title, content in parts)
        return any(map(_in_piece, self._pieces(stream)))

    def _members(self, stream: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
        try:
            with zipfile.ZipFile(stream) as archive:
                for member in archive.infolist()[:MAX_MEMBERS]:
                    if self._room <= 0 or member.is_dir():
                        continue
                    with archive.open(member) as packed:
                        # Not as long as it says it is, but as long as it may be.
                        yield member.filename.rpartition("/")[2], io.BytesIO(packed.read(max(self._room, 0)))
        except (*ARCHIVE_ERRORS, RuntimeError):
            return

    def _pages(self, stream: BinaryIO) -> Iterator[str]:
        try:
            document = pypdfium2.PdfDocument(stream)
            for number in range(min(len(document), MAX_PAGES)):
                text = document[number].get_textpage()
                if text.count_chars() <= MAX_GLYPHS:
                    yield text.get_text_range()
                self._got_on()
        except pypdfium2.PdfiumError:
            return

    def _enclosed(self, stream: BinaryIO) -> Iterator[tuple[str, bytes]]:
        try:
            message = email.message_from_bytes(stream.read(self._room), policy=email.policy.compat32)
            for part in [each for each in message.walk() if not each.is_multipart()][:MAX_ENCLOSED]:
                content = part.get_payload(decode=True)
                if isinstance(content, bytes):
                    yield "", content
        except _MALFORMED:
            return

    def _pieces(self, stream: BinaryIO) -> Iterator[bytes]:
        before = b""
        while self._room > 0 and (piece := stream.read(_PIECE)):
            self._room -= len(piece)
            yield before + piece
            before = piece[-_OVERLAP:]
            self._got_on()


def _kind(stream: BinaryIO, name: str) -> Container:
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    try:
        return container_of(head, len(head), name)
    except BadInputError:
        # Pictures, programs, and whatever else is no bill: looked through as it is.
        return Container.TEXT


def _in_piece(piece: bytes) -> bool:
    if piece.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in_lines(piece.decode("utf-16", "replace"))
    if b"\0" in piece:
        return card_in_bytes(piece) or card_in_bytes(piece.replace(b"\0", b""))
    text = piece.decode("utf-8", "replace")
    if text.count("\ufffd") > 8:
        text = piece.decode("gb18030", "replace")
    return _in_lines(_untagged(text) if text.count("<") > 8 else text)


def _untagged(text: str) -> str:
    """Return what a page or a document says, a line for each paragraph and cell, whatever runs it is cut into."""
    text = _POWERS.sub(lambda found: f"<v>{int(Decimal(found[1]).scaleb(int(found[2])))}</v>", _CUT_TAGS.sub("", text))
    return unescape(_TAGS.sub("", _BLOCK_ENDS.sub("\n", text)))


def _in_lines(text: str) -> bool:
    return any(map(shows_card, text.splitlines()))
