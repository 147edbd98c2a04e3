"""Spreadsheets with a password, unlocked in memory; the password is used and forgotten.

Formats: [MS-OFFCRYPTO] for both, read by msoffcrypto. A workbook that is only protected against changes is encrypted
as well, with a password that every spreadsheet program knows and tries by itself ([MS-XLS] 2.4.191).
"""

import io
import re
import struct
from typing import Any, cast
from xml.parsers.expat import ExpatError

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_LOCKED_XLS, MAX_ROUNDS
from pos_closeout.statements.ole import has_sound_chains

_DEFAULT = "VelvetSweatshop"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# The first record of a workbook, perhaps a write protection, and the record that says how it is encrypted.
_FILE_PASS = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06].{6}(?:.{8})?(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)


def is_locked(content: bytes) -> bool:
    """Tell whether an old Office file, or a new one inside such a file, is encrypted."""
    return _PACKAGE in content or _FILE_PASS.search(content) is not None


def unlocked(content: bytes, name: str, password: str | None) -> bytes:
    """Return the workbook inside an encrypted file; bytes of an .xls or .xlsx file.

    Raises:
        BadInputError: ``statement.password_needed``, ``statement.password_wrong``, ``statement.sheet_too_big``, or
            ``statement.not_a_workbook`` for a damaged file.
    """
    if not has_sound_chains(content):
        raise BadInputError("statement.not_a_workbook", name=name)
    if _PACKAGE not in content and len(content) > MAX_LOCKED_XLS:
        raise BadInputError("statement.sheet_too_big", name=name)
    found = _opened(content, _DEFAULT, name)
    if found is None and password:
        found = _opened(content, password, name)
    if found is None:
        raise BadInputError("statement.password_wrong" if password else "statement.password_needed", name=name)
    return found


def _opened(content: bytes, password: str, name: str) -> bytes | None:
    """Return what a password opens, None when it does not."""
    # Loaded here: the cryptography behind it is large, and hardly any bill needs it.
    import msoffcrypto
    from msoffcrypto import exceptions

    out = io.BytesIO()
    try:
        locked = msoffcrypto.OfficeFile(io.BytesIO(content))
        _refuse_slow_key(locked, name)
        # A new file has a check of its own for the password; an old one is always checked.
        locked.load_key(password=password, **({"verify_password": True} if locked.format == "ooxml" else {}))
        locked.decrypt(out)
    except exceptions.InvalidKeyError:
        return None
    except BadInputError:
        raise
    except (
        exceptions.FileFormatError, exceptions.ParseError, exceptions.DecryptionError, OSError, ValueError, KeyError,
        TypeError, IndexError, AttributeError, AssertionError, struct.error, MemoryError, ExpatError,
    ) as error:  # fmt: skip
        raise BadInputError("statement.not_a_workbook", name=name) from error
    return out.getvalue()


def _refuse_slow_key(locked: Any, name: str) -> None:  # msoffcrypto has no types
    info = cast("dict[str, Any]", getattr(locked, "info", {}))
    if int(info.get("spinValue", 0)) > MAX_ROUNDS:
        raise BadInputError("statement.not_a_workbook", name=name)
