"""The list for other programs, from a real data folder."""

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from pos_closeout.actions.cases.cases import delete_case, list_cases, open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.items import add_item, change_item, clear_item, delete_item, list_items, restore_item
from pos_closeout.actions.papers.letter import Documents, open_documents
from pos_closeout.actions.papers.list_files import export_calendar, export_list, list_as_text
from pos_closeout.actions.reminders.reminders import move_due
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.ledger.open_items import OpenItem

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
CHINESE, ENGLISH = LetterLanguage.CHINESE, LetterLanguage.ENGLISH
CARD = "6222020000000004"


@pytest.fixture
def documents(resources: Path) -> Documents:
    return open_documents(resources)


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with open_data_folder(tmp_path, NOW) as opened:
        open_case(opened, TODAY, NOW)
        refund = OpenItem(case_id=1, amount_fen=128_50, counterparty="王女士", contact="13700000000", due_on=TODAY)
        add_item(opened, refund, NOW)
        add_item(opened, replace(refund, due_on=None, note=f"卡 {CARD}", reference="=1+1"), NOW)
        yield opened


def by_uid(data: bytes) -> dict[str, Any]:
    return {str(event["UID"]): event for event in Calendar.from_ical(data).walk("VEVENT")}


def test_a_second_import_finds_the_same_event_in_a_higher_revision(store: Store, documents: Documents) -> None:
    first = export_calendar(store, documents, CHINESE, NOW)
    assert export_calendar(store, documents, CHINESE, NOW + timedelta(days=3)) == first
    move_due(store, 1, TODAY + timedelta(days=5), "机构要求", NOW + timedelta(hours=1))
    second = export_calendar(store, documents, CHINESE, NOW)
    ((uid, old),), ((same, new),) = by_uid(first).items(), by_uid(second).items()
    assert uid == same
    assert new["SEQUENCE"] > old["SEQUENCE"]
    assert new["DTSTART"].dt == TODAY + timedelta(days=5)
    clear_item(store, 1, TODAY, "退款成功", NOW)
    ((_, gone),) = by_uid(export_calendar(store, documents, CHINESE, NOW)).items()
    assert gone["STATUS"] == "CANCELLED"


def test_what_has_gone_is_cancelled_in_a_calendar_that_held_it(store: Store, documents: Documents) -> None:
    def event(when: datetime = NOW) -> Any:
        ((_, only),) = by_uid(export_calendar(store, documents, CHINESE, when)).items()
        return only

    held = event()
    item = delete_item(store, 1, NOW + timedelta(hours=1))
    gone = event(NOW + timedelta(hours=2))
    assert (gone["UID"], gone["STATUS"], gone["DTSTART"].dt) == (held["UID"], "CANCELLED", TODAY)
    assert gone["SEQUENCE"] > held["SEQUENCE"]
    assert gone.walk("VALARM") == []
    assert event(NOW + timedelta(days=9)).to_ical() == gone.to_ical()
    restore_item(store, item, NOW + timedelta(hours=3))
    back = event()
    assert (back["UID"], back["STATUS"]) == (held["UID"], "CONFIRMED")
    assert back["SEQUENCE"] > gone["SEQUENCE"]


def test_so_is_an_item_whose_date_was_taken_out_and_one_whose_case_was_deleted(
    store: Store, documents: Documents
) -> None:
    first = by_uid(export_calendar(store, documents, CHINESE, NOW))
    change_item(store, replace(store.items.get(1), due_on=None), NOW)
    second = by_uid(export_calendar(store, documents, CHINESE, NOW))
    change_item(store, replace(store.items.get(1), due_on=TODAY), NOW)
    third = by_uid(export_calendar(store, documents, CHINESE, NOW))
    delete_case(store, 1, NOW)
    fourth = by_uid(export_calendar(store, documents, CHINESE, NOW))
    (uid,) = first
    told = [files[uid] for files in (first, second, third, fourth)]
    assert [event["STATUS"] for event in told] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED"]
    revisions = [event["SEQUENCE"] for event in told]
    assert revisions == sorted(set(revisions))
    fifth = by_uid(export_calendar(store, documents, CHINESE, NOW + timedelta(days=1)))
    assert fifth[uid].to_ical() == fourth[uid].to_ical()


def test_what_no_calendar_ever_held_is_not_cancelled_in_one(store: Store, documents: Documents) -> None:
    delete_item(store, 1, NOW)
    assert by_uid(export_calendar(store, documents, CHINESE, NOW)) == {}


def test_a_calendar_holds_neither_account_nor_telephone_numbers(store: Store, documents: Documents) -> None:
    add_item(
        store,
        OpenItem(
            case_id=1, amount_fen=1, masked_account=CARD, contact="13700000000", due_on=TODAY, reference=f"x {CARD}"
        ),
        NOW,
    )
    for language in LetterLanguage:
        data = export_calendar(store, documents, language, NOW).replace(b"\r\n ", b"")
        assert CARD.encode() not in data
        assert b"622202******0004" not in data.split(b"DESCRIPTION")[0]
        assert b"13700000000" not in data


@pytest.mark.parametrize("language", LetterLanguage)
@pytest.mark.parametrize("spreadsheet", [True, False])
def test_every_item_is_in_the_file(
    store: Store, documents: Documents, language: LetterLanguage, spreadsheet: bool
) -> None:
    items, cases = list_items(store), {case.id: case for case in list_cases(store)}
    data = export_list(items, cases, documents, language, TODAY, spreadsheet=spreadsheet)
    if not spreadsheet:
        text = data.decode("utf-8-sig")
        assert text.count("王女士") == 2
        assert "'=1+1" in text
        assert CARD not in text
        assert ("Due" in text) is (language is ENGLISH)
    assert data == export_list(items, cases, documents, language, TODAY, spreadsheet=spreadsheet)


def test_the_text_to_paste_has_a_line_an_item_and_the_sum(store: Store, documents: Documents) -> None:
    items, cases = list_items(store), {case.id: case for case in list_cases(store)}
    told = list_as_text(items, cases, documents, CHINESE, TODAY).split("\n")
    assert told[0] == "未结事项（2026-11-22）"
    assert told[1] == "1. 今天到期，待退款 ¥128.50 王女士，2026-11-22 到期"
    assert told[-1] == "共 2 笔，应付 2 笔　¥257.00"
    assert list_as_text(items, cases, documents, ENGLISH, TODAY).endswith("2 item(s); To pay: 2 items, CNY 257.00")
