import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

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


def test_what_is_owed_either_way_comes_first_and_is_never_added_up(say: Phrases) -> None:
    listed = list_content(ledger(12), CASES, TODAY, say)

    assert listed.totals == (
        "应付 3 笔　¥1,731.73（人民币壹仟柒佰叁拾壹元柒角叁分）",
        "应收 5 笔　¥2,147.11（人民币贰仟壹佰肆拾柒元壹角壹分）",
        "其中已逾期 2 笔，应付 ¥128.50，应收 ¥207.69",
        "另有 4 笔不计入以上金额（预授权、投诉、机具、票据等）",
    )


def test_a_shop_stands_together_with_its_own_sums(say: Phrases) -> None:
    one, two, three = ledger(3)
    listed = list_content([one, replace(two, case_id=2), three], CASES, TODAY, say)

    assert [len(group.table.rows) for group in listed.groups] == [2, 1]
    assert "TJ-2026-0007" in listed.groups[0].heading
    assert "应付 1 笔　¥128.50" in listed.groups[0].heading
    assert "TJ-2026-0008" in listed.groups[1].heading
    assert "应收 1 笔　¥207.69" in listed.groups[1].heading


def test_the_list_of_one_shop_names_it_once(say: Phrases) -> None:
    listed = list_content(ledger(2), CASES, TODAY, say)

    assert "TJ-2026-0007" in listed.caption
    assert [group.heading for group in listed.groups] == [""]


def test_each_row_has_a_box_to_tick_and_room_for_a_note(say: Phrases) -> None:
    (group,) = list_content(ledger(12), CASES, TODAY, say).groups

    assert {row[0] for row in group.table.rows} == {"☐"}
    assert {row[-1] for row in group.table.rows} == {""}
    assert group.table.columns[-1].head == "手写备注"


def test_an_overdue_row_says_the_day_and_its_age(say: Phrases) -> None:
    late = replace(ledger(1)[0], due_on=TODAY - timedelta(days=59))
    today = replace(ledger(2)[1], due_on=TODAY)
    (group,) = list_content([late, today], CASES, TODAY, say).groups

    assert [row[1] for row in group.table.rows] == [
        f"{(TODAY - timedelta(days=59)).isoformat()}\n逾期 59 天",
        f"{TODAY.isoformat()}\n今天到期",
    ]


def test_what_is_cleared_is_not_listed(say: Phrases) -> None:
    cleared = replace(ledger(1)[0], state=ItemState.CLEARED)

    assert list_content([cleared], CASES, TODAY, say).totals == ("清单上没有未结事项。",)


@pytest.mark.parametrize("language", LetterLanguage)
def test_cleared_items_that_are_asked_for_stand_after_the_open_ones(
    wording: Wording, fonts: Fonts, language: LetterLanguage, read: Callable[..., str]
) -> None:
    one, two, three = ledger(3)
    done = replace(two, case_id=2, state=ItemState.CLEARED, cleared_on=TODAY, cleared_how="已到账")
    listed = list_content([done, one, three], CASES, TODAY, wording.phrases(language), cleared=True)
    assert [row[0] for group in listed.groups for row in group.table.rows] == ["☐", "☐", "☑"]
    assert listed.groups[-1].table.rows[0][1].startswith(TODAY.isoformat())
    assert listed.groups[-1].table.rows[0][-1] == "已到账"
    # The sums are of what is open.
    assert listed.totals == list_content([one, three], CASES, TODAY, wording.phrases(language)).totals
    only = list_content([done], CASES, TODAY, wording.phrases(language), cleared=True)
    assert only.totals == ()
    assert only.title != listed.title
    pdf = open_items_pdf([done, one], CASES, language=language, today=TODAY, fonts=fonts, wording=wording, cleared=True)
    assert "已到账" in read(pdf)


def test_sixteen_items_of_two_shops_fit_one_page(draw: Draw) -> None:
    items = [replace(item, case_id=1 + number % 2) for number, item in enumerate(ledger(16))]
    for language in LetterLanguage:
        assert len(PdfReader(io.BytesIO(draw(*items, language=language))).pages) == 1


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
