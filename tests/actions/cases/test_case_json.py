import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from pos_closeout.actions.cases.case_json import export_case, import_case, read_case
from pos_closeout.actions.cases.sample import sample_case, sample_items
from pos_closeout.actions.cases.strict_json import parse_json, read_dataclass
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import OpenItem
from tests.store.strategies import items


def test_an_exported_case_can_be_imported_as_a_new_one(store: Store, today: date, now: datetime) -> None:
    text = json.dumps(export_case(sample_case(today), sample_items(today)), ensure_ascii=False)
    case = import_case(store, text, today, now)
    again = replace(case, id=0, number="", terminals=tuple(replace(each, id=0) for each in case.terminals))
    assert again == sample_case(today)
    stored = store.items.for_case(case.id)
    assert tuple(replace(item, id=0, case_id=0) for item in stored) == sample_items(today)


def test_an_empty_object_is_an_empty_case(store: Store, today: date, now: datetime) -> None:
    assert import_case(store, "{}", today, now).number == "TJ-2026-0001"


def test_ids_and_issued_letters_of_the_file_are_not_taken_over() -> None:
    given: dict[str, Any] = {
        "id": 7,
        "number": "TJ-1999-0001",
        "letter": {"issued_version": 3, "issued_digest": "x"},
        "terminals": [{"id": 9}],
        "items": [{"id": 4, "case_id": 7, "amount_fen": 1}],
    }
    case, (item,) = read_case(json.dumps(given))
    assert (case.id, case.number, case.letter.issued_version, case.letter.issued_digest) == (0, "", 0, "")
    assert (case.terminals[0].id, item.id, item.case_id) == (0, 0, 0)


BAD = [
    ("{", "json.not_json", None),
    ("", "json.not_json", None),
    ("[" * 100_000, "json.not_json", None),
    ('{"sample": NaN}', "json.not_json", None),
    ('{"letter": {"issued_version": ' + "9" * 5000 + "}}", "json.not_json", None),
    ("[]", "json.needs_object", "$"),
    ('{"sample": true, "sample": false}', "json.duplicate_key", "sample"),
    ('{"shop": "x"}', "json.unknown_key", "shop"),
    ('{"merchant": {"name": "x"}}', "json.unknown_key", "merchant.name"),
    ('{"merchant": []}', "json.needs_object", "merchant"),
    ('{"terminals": {}}', "json.needs_list", "terminals"),
    ('{"items": null}', "json.needs_list", "items"),
    ('{"terminals": [{}, {"number": 10023456}]}', "json.needs_text", "terminals[1].number"),
    ('{"terminals": [{"number": null}]}', "json.needs_text", "terminals[0].number"),
    ('{"terminals": [{"action": "burn"}]}', "json.not_a_choice", "terminals[0].action"),
    ('{"request": {"reasons": ["fees", "whim"]}}', "json.not_a_choice", "request.reasons[1]"),
    ('{"answers": [{"check": "nonsense", "answer": "fine"}]}', "json.not_a_choice", "answers[0].check"),
    ('{"answers": [{"check": "tax"}]}', "json.missing_key", "answers[0].answer"),
    ('{"sample": 1}', "json.needs_flag", "sample"),
    ('{"settlement": {"deposit_fen": true}}', "json.needs_number", "settlement.deposit_fen"),
    ('{"settlement": {"deposit_fen": "299"}}', "json.needs_number", "settlement.deposit_fen"),
    ('{"settlement": {"deposit_fen": 1.5}}', "json.needs_number", "settlement.deposit_fen"),
    ('{"settlement": {"deposit_fen": -1}}', "json.amount_out_of_range", "settlement.deposit_fen"),
    ('{"settlement": {"deposit_fen": 10000000000}}', "json.amount_out_of_range", "settlement.deposit_fen"),
    ('{"items": [{"amount_fen": 0}]}', "json.amount_out_of_range", "items[0].amount_fen"),
    ('{"items": [{"amount_fen": 1}, {}]}', "item.amount_missing", "items[1]"),
    ('{"items": [{"amount_fen": 1, "state": "cleared"}]}', "item.cleared_without_date", "items[0]"),
    ('{"request": {"stop_on": 20261122}}', "json.needs_date", "request.stop_on"),
    ('{"request": {"stop_on": "2026-02-30"}}', "json.impossible_date", "request.stop_on"),
    ('{"request": {"stop_on": "2026-W01-1"}}', "json.impossible_date", "request.stop_on"),
    ('{"request": {"stop_on": "20261122"}}', "json.impossible_date", "request.stop_on"),
    ('{"request": {"stop_on": "0001-01-01"}}', "json.impossible_date", "request.stop_on"),
    ('{"merchant": {"phone": "6222 0210 0100 0004"}}', "json.card_number", "merchant.phone"),
    ('{"items": [{"amount_fen": 1, "note": "6222021001000004"}]}', "json.card_number", "items[0].note"),
    ('{"settlement": {"account_last4": "66881"}}', "json.text_too_long", "settlement.account_last4"),
    ('{"merchant": {"phone": "' + "1" * 2001 + '"}}', "json.text_too_long", "merchant.phone"),
]


@pytest.mark.parametrize(("text", "message_id", "field"), BAD, ids=range(len(BAD)))
def test_what_does_not_fit_is_refused_by_its_field_and_nothing_is_stored(
    store: Store, now: datetime, text: str, message_id: str, field: str | None
) -> None:
    with pytest.raises(BadInputError) as refused:
        import_case(store, text, now.date(), now)
    assert refused.value.message_id == message_id
    assert refused.value.facts.get("field") == field
    assert store.cases.all() == ()


@pytest.mark.parametrize("name", ["张䶮", "𬱖𠅤", "名" * 200, "👩‍👧 Café", "متجر", "חנות"])
def test_rare_and_foreign_names_stay_as_they_are(name: str) -> None:
    case, _ = read_case(json.dumps({"merchant": {"registered_name": name}}))
    assert case.merchant.registered_name == name


def test_characters_nobody_sees_are_taken_out_and_lines_kept_where_lines_belong() -> None:
    unseen = "和\u202e\x00\u2066顺\ufeff\x85店\ud800\t A"
    text = json.dumps({"merchant": {"trading_name": unseen}, "request": {"reason_note": "一\r\n二\u2028三"}})
    case, _ = read_case(text)
    assert case.merchant.trading_name == "和顺 店  A"
    assert case.request.reason_note == "一\n二\n三"


@given(item=items)
@settings(max_examples=30, deadline=None)
def test_whatever_an_item_holds_it_is_exported_as_json(item: OpenItem) -> None:
    told = parse_json(json.dumps(export_case(sample_case(date(2026, 1, 1)), [item])))
    assert isinstance(told, dict)
    assert told["items"][0].keys() == set(OpenItem.__dataclass_fields__)


def test_identity_and_device_numbers_that_look_like_cards_are_fine() -> None:
    sim = "8986012345678901232"
    assert read_dataclass(OpenItem, {"reference": "1" * 28}, "").reference == "1" * 28
    case, _ = read_case(json.dumps({"terminals": [{"sim": sim, "serial_number": "6222021001000004"}]}))
    assert case.terminals[0].sim == sim


def test_extra_fields_of_items_come_along(store: Store, now: datetime) -> None:
    item = {"kind": "deposit", "amount_fen": 1, "facts": {"receipt_number": " 12\u202e3 ", "returned_on": "2026-11-20"}}
    case = import_case(store, json.dumps({"items": [item]}), now.date(), now)
    (kept,) = store.items.for_case(case.id)
    facts = store.item_files.facts_of([kept.id])
    told = export_case(case, [kept], facts)["items"]
    assert isinstance(told, list)
    assert told[0]["facts"] == {"returned_on": "2026-11-20", "receipt_number": "123"}


def test_an_extra_field_of_another_kind_is_refused_with_its_place(store: Store, now: datetime) -> None:
    item = {"kind": "deposit", "amount_fen": 1, "facts": {"auth_code": "1"}}
    with pytest.raises(BadInputError, match=r"fact\.unknown") as refused:
        import_case(store, json.dumps({"items": [item]}), now.date(), now)
    assert refused.value.facts["field"] == "items[0]"
    assert store.cases.all() == ()
