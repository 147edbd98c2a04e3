from dataclasses import replace
from datetime import date, datetime

import pytest

from pos_closeout.actions.cases.case_history import read_timeline
from pos_closeout.actions.cases.cases import delete_case, list_cases, load_case, open_case, save_case
from pos_closeout.actions.cases.closing import close_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.settings import read_setting, read_settings, write_setting
from pos_closeout.domain.case.case import LetterChoices, Merchant, Request, Settlement
from pos_closeout.domain.errors import BadInputError, NotFoundError

CARD = "6222021001000004"


def test_a_case_is_opened_saved_listed_and_deleted(store: Store, today: date, now: datetime) -> None:
    opened = open_case(store, today, now)
    assert (opened.number, opened.created_on) == ("TJ-2026-0001", today)
    saved = save_case(store, replace(opened, merchant=replace(opened.merchant, registered_name="和顺")), now)
    assert load_case(store, opened.id) == saved
    assert list_cases(store) == (saved,)
    assert read_timeline(store, opened.id)[-1].what == "merchant.registered_name"
    delete_case(store, opened.id, now)
    assert list_cases(store) == ()
    with pytest.raises(NotFoundError):
        load_case(store, opened.id)


def test_no_card_number_an_owner_writes_reaches_the_file(store: Store, today: date, now: datetime) -> None:
    case = replace(
        open_case(store, today, now),
        settlement=Settlement(account_name=CARD, bank=CARD, deposit_receipt=CARD, deposit_account=f"工行 {CARD}"),
        request=Request(reason_note=CARD, stop_kinds=CARD),
        letter=LetterChoices(contact_after=f"卡 {CARD}"),
    )
    saved = save_case(store, case, now)
    assert saved.settlement.deposit_account == "工行 622202******0004"
    assert CARD not in repr(load_case(store, case.id))
    assert CARD not in repr(read_timeline(store, case.id))


def test_an_identity_number_is_kept_whole(store: Store, today: date, now: datetime) -> None:
    opened = open_case(store, today, now)
    merchant = Merchant(identity_number="310101199001011234", merchant_number="898330154110001")
    assert save_case(store, replace(opened, merchant=merchant), now).merchant == merchant


def test_settings_are_kept(store: Store) -> None:
    assert read_setting(store, "language", "zh") == "zh"
    write_setting(store, "language", "en")
    assert read_settings(store) == {"language": "en"}


def test_one_answer_is_kept_with_one_look_at_its_case_all_in_one_transaction(
    store: Store, today: date, now: datetime
) -> None:
    opened = open_case(store, today, now)
    said: list[str] = []
    store.database.connection.set_trace_callback(said.append)
    save_case(store, replace(opened, merchant=Merchant(phone="13800138000")), now)
    store.database.connection.set_trace_callback(None)
    assert (said[0], said[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    assert sum("FROM cases" in each for each in said) == 1
    # SQLite names the statement again for each trigger that it sets off.
    assert len({each for each in said if each.startswith("UPDATE")}) == 1


def test_a_closed_case_is_not_changed(store: Store, today: date, now: datetime) -> None:
    opened = open_case(store, today, now)
    close_case(store, opened.id, (), now)
    with pytest.raises(BadInputError, match=r"case\.closed"):
        save_case(store, replace(opened, merchant=Merchant(phone="13800138000")), now)
    assert load_case(store, opened.id).merchant.phone == ""
    with pytest.raises(NotFoundError):
        save_case(store, replace(opened, id=99), now)
