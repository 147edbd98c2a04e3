"""Takes out of foreign text what cannot be seen and could mislead: control characters and direction overrides."""

import re

from pos_closeout.domain.kept_text import seen_text

_HALF = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\n\u2028\u2029\x85]")


def clean_text(text: str, *, keep_lines: bool = False) -> str:
    """Return the text without characters nobody can see, and trimmed.

    Args:
        text: any text.
        keep_lines: leave line breaks in, as line feeds, instead of writing a space for each.
    """
    lined = _BREAKS.sub("\n" if keep_lines else " ", text).replace("\t", " ")
    return seen_text(_HALF.sub("", lined)).strip()
