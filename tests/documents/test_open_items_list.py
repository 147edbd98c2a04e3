import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader

from pos_closeout.documents.open_items_list import list_content, open_items_pdf
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem
from tests.documents.sample_cases import CASE, TODAY, ledger

Draw = Callable[..., bytes]
CASES = {1: CASE, 2: replace(CASE, id=2, number="TJ-2026-0008")}


@pytest.fixture(scope="module")
def draw(fonts: Fonts, wording: Wording) -> Draw:
    def pdf(*items: OpenItem, language: LetterLanguage = LetterLanguage.CHINESE, sample: bool = False) -> bytes:
        cases: dict[int, Case] = {number: replace(case, sample=sample) for number, case in CASES.items()}
        return open_items_pdf(items, cases, language=language, today=TODAY, fonts=fonts, wording=wording)

    return pdf


@pytest.fixture(scope="module")
def say(wording: Wording) -> Phrases:
    return wording.phrases(LetterLanguage.CHINESE)


@pytest.mark.parametrize("language", LetterLanguage)
def test_every_open_item_can_be_read_in_the_list(
    draw: Draw, language: LetterLanguage, read: Callable[..., str]
) -> None:
    items = ledger(16)
    text = read(draw(*items, language=language))

    assert not [item.reference for item in items if item.reference not in text]
    assert not [item.contact for item in items if item.contact not in text]


def test_totals_come_first_in_figures_and_capitals(say: Phrases) -> None:
    listed = list_content(ledger(12), CASES, TODAY, say)

    assert listed.totals == (
        "共 12 笔　合计 ¥6,768.54",
        "人民币陆仟柒佰陆拾捌元伍角肆分",
        "已逾期 2 笔，¥336.19",
    )


def test_groups_follow_the_due_date_and_add_up(say: Phrases) -> None:
    listed = list_content(ledger(12), CASES, TODAY, say)

    assert [group.heading for group in listed.groups] == [
        "已逾期　2 笔　¥336.19",
        "七天内到期　3 笔　¥1,177.40",
        "以后到期　5 笔　¥3,968.48",
        "未定日期　2 笔　¥1,286.47",
    ]


def test_what_is_cleared_is_not_listed(say: Phrases) -> None:
    cleared = replace(ledger(1)[0], state=ItemState.CLEARED)

    assert list_content([cleared], CASES, TODAY, say).totals == ("没有未结事项。",)


def test_the_case_has_a_column_only_when_there_are_several(say: Phrases) -> None:
    one, two = ledger(2)
    alone = list_content([one], CASES, TODAY, say)
    both = list_content([one, replace(two, case_id=2)], CASES, TODAY, say)

    assert "TJ-2026-0007" in alone.caption
    assert len(both.groups[0].table.columns) == len(alone.groups[0].table.columns) + 1


def test_a_list_with_sample_items_says_so(draw: Draw, read: Callable[..., str]) -> None:
    assert "SAMPLE" in read(draw(*ledger(2), sample=True))
    assert "SAMPLE" not in read(draw(*ledger(2)))


def test_a_dozen_items_fit_one_page(draw: Draw) -> None:
    assert len(PdfReader(io.BytesIO(draw(*ledger(12)))).pages) == 1


def test_a_long_list_keeps_every_row(draw: Draw) -> None:
    pages = PdfReader(io.BytesIO(draw(*ledger(400)))).pages
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in pages))

    assert not [item.reference for item in ledger(400) if item.reference not in text]


def test_equal_lists_are_equal_files(draw: Draw) -> None:
    assert draw(*ledger(5)) == draw(*ledger(5))
