"""Whether a file that is to be kept shows a whole card number, as far as text goes: what is drawn is not read."""

from collections.abc import Callable, Iterable
from pathlib import Path

from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.masking import card_in_bytes, mask_cards

_LOOKED_AT = 512 << 10
"""Bytes of the beginning that are looked at: a few milliseconds."""

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"RIFF", b"II*\x00", b"MM\x00*")


def shows_card_number(path: Path) -> bool:
    """Return whether the name of a file or the plain text at its beginning holds a whole card number.

    Texts, tables, web pages, e-mails and what a program has written into a picture as plain text are seen. A file that
    cannot be read shows nothing.
    """
    if mask_cards(path.name) != path.name:
        return True
    head = _head(path)
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = head.decode("utf-16", "replace")
        return mask_cards(text) != text
    return card_in_bytes(head)


def has_more_to_show(path: Path) -> bool:
    """Return whether a file may hold text that :func:`shows_card_number` does not see: packed, or far behind."""
    head = _head(path)
    packed = head.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or b"%PDF-" in head[:1024] or b"base64" in head
    return packed or (len(head) == _LOOKED_AT and not head.startswith(_PICTURES))


def files_with_cards(paths: Iterable[Path], cancelled: Callable[[], bool] | None = None) -> list[Path]:
    """Return the files that show a whole card number, also where their text is packed.

    Documents, workbooks, PDFs, e-mails and archives are opened by the process for files from outside.

    Args:
        paths: the files.
        cancelled: asked many times a second, from another thread; True ends the looking.

    Raises:
        CloseoutError: ``statement.cancelled``.
    """
    with FileReader() as reader:
        return [
            path
            for path in paths
            if shows_card_number(path) or (has_more_to_show(path) and _packed_shows(reader, path, cancelled))
        ]


def _packed_shows(reader: FileReader, path: Path, cancelled: Callable[[], bool] | None) -> bool:
    try:
        return reader.shows_card(path, cancelled)
    except BadInputError:
        # What cannot be read shows nothing.
        return False


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LOOKED_AT)
    except OSError:
        return b""
