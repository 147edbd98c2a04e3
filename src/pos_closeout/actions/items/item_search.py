"""How a Chinese text is found by the first letters of its pinyin: 王女士 by ``wns``."""

import os
from collections.abc import Callable


def load_initials() -> Callable[[str], str]:
    """Return what gives the first letters of the pinyin of a text; empty where it has no Chinese.

    Loading the dictionary takes a tenth of a second, so it is done when first wanted, beside the window. The dictionary
    of phrases stays away: it takes three times as long, and names follow it rarely.
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    # Imported here for the reason above.
    from pypinyin import Style, lazy_pinyin

    known: dict[str, str] = {}

    def letter(character: str) -> str:
        found = known.get(character)
        if found is None:
            found = known[character] = "".join(lazy_pinyin(character, style=Style.FIRST_LETTER, errors="ignore"))
        return found

    def initials(text: str) -> str:
        return "" if text.isascii() else "".join(map(letter, text)).lower()

    return initials
