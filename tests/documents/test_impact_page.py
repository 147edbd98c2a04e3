"""The impact assessment stays one page, however much could go wrong."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.documents.impact_page import MOST_RISKS, ImpactWords, WordedReplacement, WordedRisk, impact_page_pdf
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.case.impact import Grade, Impact, Replacement, Risk, TakingsShare
from pos_closeout.domain.ledger.open_items import PaymentChannel
from tests.documents.sample_cases import CASE, TODAY

LONG = {
    LetterLanguage.CHINESE: ("顾客不知道已经停机，带着卡来付不了款", "门口和收银台贴告示，提前两周给老顾客发短信说明"),
    LetterLanguage.ENGLISH: (
        "Customers do not know and come with a card only",
        "Put up a notice, text regulars early",
    ),
}


def page(resources: Path, language: LetterLanguage, count: int) -> PdfReader:
    """Draw the page with as many risks, the last of them the gravest."""
    documents = open_documents(resources)
    what, measure = LONG[language]
    grades = (Grade.LOW,) * (count - 1) + (Grade.HIGH,)
    risks = tuple(
        WordedRisk(Risk(likelihood=grade, consequence=grade, who="李店长", until=TODAY), f"{number} {what}", measure)
        for number, grade in enumerate(grades, 1)
    )
    ways = (WordedReplacement(Replacement(), "微信收款码", "营业执照、结算账户、店面照片，约三个工作日"),) * 3
    part = TakingsShare(100_000_00, 60_000_00)
    months = tuple((date(2026, month, 1), part) for month in range(1, 12))
    impact = Impact(months, ((next(iter(PaymentChannel)), part),), part, estimated=False)
    told = ImpactWords(impact, ways, risks)
    pdf = impact_page_pdf(CASE, told, language=language, today=TODAY, fonts=documents.fonts, wording=documents.wording)
    return PdfReader(io.BytesIO(pdf))


@pytest.mark.parametrize("language", LetterLanguage)
@pytest.mark.parametrize("count", [5, MOST_RISKS, 40])
def test_it_is_one_page_and_says_how_many_risks_it_leaves_out(
    resources: Path, language: LetterLanguage, count: int
) -> None:
    read = page(resources, language, count)
    assert len(read.pages) == 1
    text = read.pages[0].extract_text()
    assert str(count) in text, "the gravest goes first"
    more = "另有 28 项" if language is LetterLanguage.CHINESE else "28 more risks"
    assert (more.replace(" ", "") in text.replace(" ", "")) is (count == 40)
