"""Pages that are no letter: the call script, the poster and the closing report."""

from collections.abc import Iterable, Sequence
from datetime import date

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.documents.closing_report import closing_report_pdf
from pos_closeout.documents.content import PlainPage, Words
from pos_closeout.documents.drawings import draw_plain_page
from pos_closeout.documents.poster import poster_pdf
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.ledger.open_items import OpenItem


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
