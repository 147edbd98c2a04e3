"""What a search is: the words asked for, how texts are compared with them, and what comes back."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pos_closeout.domain.dates.asked_dates import ASKED, AskedDate, date_in
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.money import parse_fen
from pos_closeout.domain.phases import Step

HISTORY, BILLS, LIBRARY = "history", "bills", "library"
"""The groups beside those that are named after a step."""
GROUPS = (*(step.value for step in Step), BILLS, HISTORY, LIBRARY)
"""Every group of what is found, in the order of the list."""
MOST_WORDS = 8
"""More words than these are not looked at: nobody types them, and each costs time."""
_DIGITS = re.compile(r"[\d/.-]+")
_AMOUNT = re.compile(r"[¥￥]?\d[\d,]*(?:\.\d{1,2})?元?")


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, and the way to it.

    Attributes:
        group: one of :data:`GROUPS`.
        where: what it is, such as ``Notice 3`` or ``Refund ¥128.00``, in the language asked for.
        text: what holds the words, with the names of its fields.
        case_id: the case it belongs to, 0 for the library.
        step: the step it stands in, ``None`` for history, bills and library.
        item_id: the open item, 0 for anything else.
        bill_id: the imported bill, 0 for anything else.
        entry: the entry of the library as ``shelf/key``, empty for anything else.
    """

    group: str
    where: str
    text: str
    case_id: int = 0
    step: Step | None = None
    item_id: int = 0
    bill_id: int = 0
    entry: str = ""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search brought.

    Attributes:
        hits: in the order of :data:`GROUPS`, the best known first in each.
        more: the groups of which only the first hits are here.
        whole: False when the time was up before everything had been looked through.
    """

    hits: tuple[Hit, ...] = ()
    more: tuple[str, ...] = ()
    whole: bool = True


def fold(text: str) -> str:
    """Return a text as it is compared: full width and half width alike, capitals and small letters alike."""
    return unicodedata.normalize("NFKC", text).casefold()


@dataclass(frozen=True, slots=True)
class Term:
    """A word that is asked for, folded, or a date of one or several words."""

    word: str
    date: AskedDate | None = None

    @property
    def plain(self) -> str:
        """The word to be found as it is; empty for a date in words: 2月1日 also stands in 12月1日."""
        return self.word if self.date is None or _DIGITS.fullmatch(self.word) else ""

    def place(self, text: str) -> int:
        """Return where it begins in a folded text, -1 where it is not."""
        at = text.find(self.plain) if self.plain else -1
        date = self.date
        # Most texts hold no date at all, which is seen faster than looked for.
        if at >= 0 or date is None or not any(hint in text for hint in date.hints):
            return at
        found = date.pattern.search(text)
        return -1 if found is None else found.start()


def terms_of(asked: str) -> tuple[Term, ...]:
    """Return the words and dates asked for, each once; all of them must be found."""
    folded, terms, at = fold(asked), list[Term](), 0
    for found in ASKED.finditer(folded):
        date = date_in(found)
        if date is not None:
            terms += [*map(Term, folded[at : found.start()].split()), Term(" ".join(found[0].split()), date)]
            at = found.end()
    terms += map(Term, folded[at:].split())
    return tuple(dict.fromkeys(terms))[:MOST_WORDS]


def fen_of(word: str) -> int | None:
    """Return the amount a word may mean, in fen: ``123.45``, ``¥1,234`` or ``128元``; ``None`` for other words."""
    if _AMOUNT.fullmatch(word) is None:
        return None
    try:
        return parse_fen(word.strip("¥￥元"))
    except BadInputError:
        return None


def holds(terms: Iterable[Term], text: str, context: str = "") -> bool:
    """Return whether every word is in a text or in what it belongs to, and one at least in the text itself.

    Args:
        terms: as :func:`terms_of` gives them.
        text: folded.
        context: folded, such as the name of the shop: ``和顺 退款`` finds the refunds of 和顺.
    """
    there = [(term.place(text) >= 0, term.place(context) >= 0) for term in terms]
    return any(in_text for in_text, _ in there) and all(map(any, there))
