"""Text as it is handed in: spans without markup, so that nothing an owner types can ever be markup."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

#: Red, green, blue, each 0 to 1.
Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.4, 0.4, 0.4)
LIGHT_GREY: Colour = (0.72, 0.72, 0.72)

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
#: Controls, soft hyphen, zero-width and direction marks, variation selectors, tags, lone surrogates, non-characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_COMBINED = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
_ODD_SPACES = re.compile("[\t\u2000-\u200a\u202f\u205f]")
#: Text without any of these is clean as it is, which nearly all text is.
_SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2011"
    "\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look.

    Args:
        text: plain characters; a newline ends the line.
        bold: set in the bold cut.
        colour: of the ink; ``None`` takes the style's.
    """

    text: str
    bold: bool = False
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Spans one after the other; ``Text.of("到期日", Span("五月", bold=True))`` is the short way to write one."""

    parts: tuple[Span, ...]

    @classmethod
    def of(cls, *parts: "str | Span | Text") -> Self:
        """Return a text from strings, spans and texts in reading order."""
        return cls(tuple(span for part in parts for span in _spans(part)))

    def bolded(self) -> "Text":
        """Return the same text with every span in bold."""
        return Text(tuple(replace(span, bold=True) for span in self.parts))

    @property
    def plain(self) -> str:
        """The characters alone."""
        return "".join(span.text for span in self.parts)


def _spans(part: str | Span | Text) -> Iterable[Span]:
    if isinstance(part, Text):
        return part.parts
    return (part,) if isinstance(part, Span) else (Span(part),)


def cleaned(text: str) -> str:
    """Return the text without what cannot be seen: controls, zero-width and direction marks, variation selectors.

    Line ends become newlines, odd spaces a plain space, a letter with combining accents one letter where there is one.
    Ideographs are left exactly as typed: normalising them would change names.
    """
    if not _SUSPECT.search(text):
        return text
    text = _INVISIBLE.sub("", _ODD_SPACES.sub(" ", _LINE_ENDS.sub("\n", text))).replace("\u2011", "-")
    return _COMBINED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
