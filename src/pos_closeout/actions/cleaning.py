"""Takes out of foreign text what cannot be seen and could mislead: control characters and direction overrides."""

import re

# C0 and C1 controls, direction marks and overrides (Unicode TR 9), the byte order mark and half characters. The joiner
# U+200D stays: emoji and some scripts need it. Right-to-left letters need no marks to be shown in their own order.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\n\u2028\u2029\x85]")


def clean_text(text: str, *, keep_lines: bool = False) -> str:
    """Return the text without characters nobody can see, and trimmed.

    Args:
        text: any text.
        keep_lines: leave line breaks in, as line feeds, instead of writing a space for each.
    """
    lined = _BREAKS.sub("\n" if keep_lines else " ", text).replace("\t", " ")
    return _UNSEEN.sub("", lined).strip()
