"""Whether a file that is to be kept shows a whole card number, as far as that can be seen without opening it."""

import re
from pathlib import Path

from pos_closeout.domain.masking import mask_cards

_LOOKED_AT = 512 << 10
"""Bytes of the beginning that are looked at: a few milliseconds."""

_DIGITS = re.compile(r"\d(?:[ \t.\u00b7_-]{0,3}\d){12,}", re.ASCII)


def shows_card_number(path: Path) -> bool:
    """Return whether the name or the plain text in a file holds a whole card number.

    Texts, tables, web pages, e-mails and what a program has written into a picture or a PDF as plain text are seen;
    what is drawn or packed is not. A file that cannot be read shows nothing.
    """
    if mask_cards(path.name) != path.name:
        return True
    try:
        with path.open("rb") as stream:
            head = stream.read(_LOOKED_AT)
    except OSError:
        return False
    text = head.decode("utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "latin-1", "replace")
    return any(mask_cards(found[0]) != found[0] for found in _DIGITS.finditer(text))
