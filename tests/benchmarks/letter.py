"""The letter drawn again after one answer has changed, as the preview does it, against Typst with the same letter.

Judged against ``typst.compile`` as its page on PyPI shows it, which takes markup and gives a PDF, its fonts handed over
ready parsed. A ``typst.Compiler`` that is kept sets anew only what an edit touched; its ratio is printed beside.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import typst
from pypdf import PdfReader

from pos_closeout.documents.letter import letter_content, letter_pdf
from pos_closeout.documents.typesetting.fonts import load_fonts
from pos_closeout.documents.wording import load_wording
from pos_closeout.domain.case.case import Agent, Case, Handler, LetterLanguage, Reason, Request, Settlement
from pos_closeout.domain.ledger.open_items import OpenItem
from tests.benchmarks.timing import RUNS, Result, medians
from tests.benchmarks.typst_letter import markup
from tests.documents.sample_cases import CASE, MERCHANT, REMOVAL, TODAY, ledger

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CHINESE = LetterLanguage.CHINESE
LIMIT = 2.0
#: Two characters of these come into the address with each edit, so that no font can be kept from the edit before.
NEW = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥乾坤震巽坎离艮兑"

MERCHANT_OF_TWO_PAGES = replace(
    MERCHANT, other_numbers="", industry="", trading_name="", email="", agreement_number="", signed_on=None
)
TWO_PAGES = replace(
    CASE,
    merchant=MERCHANT_OF_TWO_PAGES,
    settlement=Settlement(account_name=MERCHANT.registered_name, account_last4="0004", bank="工商银行"),
    agent=Agent(),
    handler=Handler(),
    request=Request(reasons=(Reason.CHANGE_ACQUIRER,), stop_on=date(2026, 12, 1)),
)


def words(number: int) -> str:
    """Return what the n-th edit brings into the address."""
    return f"{number}号{NEW[2 * number : 2 * number + 2]}楼"


def edited(case: Case, number: int) -> Case:
    """Return the case with another house in its address."""
    address = f"浙江省杭州市西湖区文三路{words(number)}"
    return replace(case, merchant=replace(case.merchant, registered_address=address))


def text(pdf: object) -> tuple[int, str]:
    """Return how many pages a letter has, and its characters without blanks.

    Raises:
        TypeError: it is no PDF.
    """
    if not isinstance(pdf, bytes):
        raise TypeError("no PDF")
    pages = PdfReader(BytesIO(pdf)).pages
    return len(pages), "".join("".join(page.extract_text().split()) for page in pages)


def told(drawn: Mapping[int, object], whose: str) -> str:
    """Return pages and characters of what was drawn.

    Raises:
        ValueError: a drawing does not say what its edit brought.
    """
    for number, pdf in drawn.items():
        if words(number) not in text(pdf)[1]:
            raise ValueError(f"edit {number} is not in the letter of {whose}")
    pages, characters = text(drawn[max(drawn)])
    return f"{whose}: {pages} pages, {len(characters):,} characters"


class Drawings:
    """Draws one edit after the other and keeps what came of it, to be read when the clock has stopped."""

    def __init__(self, draw: Callable[[int], object], first: int) -> None:
        self.draw = draw
        self.number = first
        self.drawn: dict[int, object] = {}

    def next(self) -> None:
        """Draw the next edit."""
        self.drawn[self.number] = self.draw(self.number)
        self.number += 1


def compared(name: str, case: Case, items: Sequence[OpenItem]) -> Iterator[Result]:
    """Compare our letter with Typst's of the same words. Typst's markup is written before the clock starts."""
    wording, fonts = load_wording(RESOURCES / "letters"), load_fonts(RESOURCES / "fonts")
    edits = [edited(case, number) for number in range(2 * (RUNS + 1))]
    sources = [
        markup(letter_content(edit, items, language=CHINESE, today=TODAY, version=1, wording=wording)) for edit in edits
    ]
    parsed = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[RESOURCES / "fonts"])
    kept = typst.Compiler(font_paths=parsed)

    def ours(number: int) -> bytes:
        case = edits[number]
        return letter_pdf(case, items, language=CHINESE, today=TODAY, version=1, fonts=fonts, wording=wording)

    # Both write a structure tree.
    def once(number: int) -> object:
        return typst.compile(sources[number], font_paths=parsed, format="pdf", pdf_tags=True)

    def again(number: int) -> object:
        return kept.compile(sources[number], format="pdf", pdf_tags=True)

    yardsticks = (("typst.compile", once, LIMIT), ("a typst.Compiler that is kept", again, None))
    for turn, (yardstick, theirs, limit) in enumerate(yardsticks):
        # Never an edit that was drawn before.
        mine, other = (Drawings(draw, turn * (RUNS + 1)) for draw in (ours, theirs))
        times = medians(mine.next, other.next)
        yield Result(name, yardstick, *times, limit, f"{told(mine.drawn, 'ours')}; {told(other.drawn, 'Typst')}")


def letter_after_an_edit() -> tuple[Result, ...]:
    """Compare the letter of two pages, and one with terminals and the list of open items."""
    return (
        *compared("letter of two pages after an edit, warm", TWO_PAGES, ()),
        *compared("the same, with terminals and an annex", REMOVAL, ledger(5)),
    )
