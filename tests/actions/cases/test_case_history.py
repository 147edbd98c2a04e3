"""The history reads as sentences in both languages, and no name of a field or of a choice is left in it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.cases.case_history import (
    by_day,
    folded_entries,
    matching_entries,
    read_history,
    timeline_text,
)
from pos_closeout.actions.cases.cases import open_case, save_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.item_files import add_note
from pos_closeout.actions.items.items import add_item, change_item
from pos_closeout.domain.case.filled_forms import FilledForm
from pos_closeout.domain.case.notices import Audience, Notice, NoticeChannel
from pos_closeout.domain.errors import NotFoundError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.guidance import Guidance
from pos_closeout.store.cases import _LISTS, _PARTS

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def guidance(resources: Path) -> Guidance:
    return Guidance(resources / "guidance")


def _texts(store: Store, case_id: int, guidance: Guidance, language: str = "en") -> list[str]:
    return [each.text for each in read_history(store, case_id, guidance, language)]


def test_every_part_of_a_case_has_words(guidance: Guidance) -> None:
    words = guidance.case_words
    assert set(words.parts) == {*_PARTS, *_LISTS, "own", "items", "terminals"}
    for part, told in words.parts.items():
        assert set(told.fields) <= set(words.types[part]), part
        assert set(told.named_by) <= set(told.fields), part


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sample_is_told_without_a_name_of_a_field_or_a_bare_choice(
    store: Store, guidance: Guidance, language: str
) -> None:
    case = add_sample_case(store, NOW.date(), NOW)
    told = "\n".join(_texts(store, case.id, guidance, language))
    assert not re.search(r"[a-z]+_[a-z]+|\d{4}-\d\d-\d\d|\{", told)
    assert "¥258.50" in told
    assert ("2026年12月6日" if language == "zh" else "6 December 2026") in told
    assert ("终端（10023456）" if language == "zh" else "Terminal (10023456)") in told
    if language == "zh":
        assert not re.search(r"“[a-z]+”", told)


def test_typing_is_one_change_and_a_change_taken_back_is_none(store: Store, guidance: Guidance) -> None:
    case = open_case(store, NOW.date(), NOW)
    for seconds, name in ((0, "杭"), (2, "杭州"), (4, "杭州和顺")):
        case = replace(case, merchant=replace(case.merchant, trading_name=name))
        case = save_case(store, case, NOW + HOUR + timedelta(seconds=seconds))
    assert _texts(store, case.id, guidance)[-1] == "Shop: trading name “杭州和顺”."
    for hours, name in ((2, "别的"), (3, "杭州和顺")):
        case = replace(case, merchant=replace(case.merchant, trading_name=name))
        case = save_case(store, case, NOW + hours * HOUR)
    assert _texts(store, case.id, guidance, "zh")[-1] == "店铺：店招名称由“别的”改为“杭州和顺”。"
    before = len(_texts(store, case.id, guidance))
    for seconds, phone in ((0, "123"), (3, "")):
        case = replace(case, merchant=replace(case.merchant, phone=phone))
        case = save_case(store, case, NOW + 5 * HOUR + timedelta(seconds=seconds))
    assert len(_texts(store, case.id, guidance)) == before


def test_an_entry_that_only_moves_is_not_told_and_one_that_goes_is(store: Store, guidance: Guidance) -> None:
    first, second = (
        Notice(Audience.STAFF, "小王", way=NoticeChannel.IN_PERSON),
        Notice(Audience.LANDLORD, "王房东", way=NoticeChannel.SMS),
    )
    case = save_case(store, replace(open_case(store, NOW.date(), NOW), notices=(first,)), NOW + HOUR)
    assert _texts(store, case.id, guidance)[-1] == "Notice (Staff 小王) added: way “in person”."
    case = save_case(store, replace(case, notices=(second, first)), NOW + 2 * HOUR)
    assert _texts(store, case.id, guidance)[-1] == "Notice (Landlord or mall 王房东) added: way “text message”."
    told = replace(first, sent_on=date(2026, 11, 22))
    case = save_case(store, replace(case, notices=(second, told)), NOW + 3 * HOUR)
    assert _texts(store, case.id, guidance)[-1] == "Notice (Staff 小王): told on “22 November 2026”."
    case = save_case(store, replace(case, notices=(told,)), NOW + 4 * HOUR)
    assert _texts(store, case.id, guidance)[-1] == "Notice (Landlord or mall 王房东) taken out."


def test_items_are_named_by_what_they_are(store: Store, guidance: Guidance) -> None:
    case = open_case(store, NOW.date(), NOW)
    item = add_item(store, OpenItem(case_id=case.id, kind=ItemKind.FEE, amount_fen=9900), NOW + HOUR)
    change_item(store, replace(item, due_on=date(2026, 12, 1), amount_fen=8800), NOW + 2 * HOUR)
    add_note(store, item.id, "已打电话", NOW + 3 * HOUR)
    told = read_history(store, case.id, guidance, "en")
    name = guidance.kinds[ItemKind.FEE].name.en
    assert [each.text for each in told[-3:]] == [
        f"Open item written down: {name} ¥99.00 (no. {item.id}).",
        f"{name} ¥99.00 (no. {item.id}): amount changed from “¥99.00” to “¥88.00”; due on “1 December 2026”.",
        f"Note on {name} ¥99.00 (no. {item.id}): “已打电话”",
    ]
    assert matching_entries(told, folded_entries(told), Step.OPEN_ITEMS) == told[-3:]
    assert matching_entries(told, folded_entries(told), None, "DECEMBER ¥88") == told[-2:-1]


def test_the_text_goes_by_day_and_a_case_that_is_not_there_is_refused(store: Store, guidance: Guidance) -> None:
    case = open_case(store, NOW.date(), NOW)
    save_case(store, replace(case, nothing_open=True), NOW + 24 * HOUR)
    told = read_history(store, case.id, guidance, "zh")
    assert [day for day, _ in by_day(told, "zh")] == ["2026年11月22日", "2026年11月23日"]
    assert timeline_text(told, "zh").endswith("2026年11月23日\n10:00  申请：勾选“没有未结事项”。\n")
    with pytest.raises(NotFoundError):
        read_history(store, 9, guidance, "zh")


def test_files_are_told_by_their_names_each_with_its_own_sentence(store: Store, guidance: Guidance) -> None:
    case = open_case(store, NOW.date(), NOW)
    forms = tuple(
        FilledForm(name, "a" * 64, "b" * 64, 1, f"TJ-2026-0001/forms/{name[:2]}-{name}", "c" * 64, 10, NOW.date(), 7)
        for name in ("撤机申请表.v2.docx", "S6.pdf")
    )
    case = save_case(store, replace(case, filled_forms=forms), NOW + HOUR)
    save_case(store, replace(case, filled_forms=forms[1:]), NOW + 2 * HOUR)
    told = [each for each in _texts(store, case.id, guidance) if "form" in each]
    assert len(told) == 3
    assert ["撤机申请表.v2.docx" in each for each in told] == [True, False, True]
    assert "S6.pdf" in told[1]
    assert "taken out" in told[2]
    assert not any("TJ-2026-0001/forms" in each for each in told)
