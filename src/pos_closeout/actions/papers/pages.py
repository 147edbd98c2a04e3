"""Pages that are no letter: the call script, the poster, the closing report and the quick guide."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.documents.closing_report import closing_report_pdf
from pos_closeout.documents.content import PlainPage, Words
from pos_closeout.documents.drawings import draw_plain_page
from pos_closeout.documents.poster import poster_pdf
from pos_closeout.documents.quick_guide import quick_guide_pdf
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.phases import Step


def draw_text_page(
    documents: Documents, case: Case, title: str, text: str, *, language: LetterLanguage, today: date
) -> bytes:
    """Return a page with a title and lines of text about a case, as a PDF.

    Args:
        documents: fonts and words.
        case: names the shop above the text.
        title: of the page, in its language.
        text: one paragraph a line; an empty line leaves room.
        language: of the page.
        today: the day it is printed.
    """
    say = documents.wording.phrases(language)
    page = PlainPage(
        title=title,
        caption="　".join(part for part in (shop_name(case).strip(), case.number, say.day(today)) if part),
        parts=tuple(Words(line.strip()) for line in text.split("\n")),
        sample=say("terms.text.sample") if case.sample else "",
    )
    return draw_plain_page(page, language, today, documents.fonts)


def draw_poster(
    documents: Documents, case: Case, items: Iterable[OpenItem], language: LetterLanguage, today: date
) -> bytes:
    """Return the poster that tells customers of the stop, as a PDF of one page in large type."""
    return poster_pdf(case, items, language=language, today=today, fonts=documents.fonts, wording=documents.wording)


def draw_closing_report(
    documents: Documents, case: Case, items: Sequence[OpenItem], language: LetterLanguage, today: date
) -> bytes:
    """Return the closing report of a case, as a PDF; it tells where the case stands, finished or not."""
    return closing_report_pdf(
        case, items, language=language, today=today, fonts=documents.fonts, wording=documents.wording
    )


def draw_quick_guide(
    documents: Documents, steps: Mapping[Step, str], folder: Path, language: LetterLanguage, today: date
) -> bytes:
    """Return the quick guide of the program, as a PDF of two pages.

    Args:
        documents: fonts and words.
        steps: what the screen calls each step, in the language of the guide.
        folder: where the data of this owner lies.
        language: of the guide.
        today: the day it is printed.
    """
    return quick_guide_pdf(
        steps, str(folder), language=language, today=today, fonts=documents.fonts, wording=documents.wording
    )
