"""Damage is noticed, wherever it is, and undamaged databases never count as damaged."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.store import Store, open_store, restore_copy
from pos_closeout.store.safety import DATABASE_NAME
from pos_closeout.store.sums import verify
from tests.store.strategies import cases

SHOP = "好味道小吃店"


@pytest.fixture
def folder(tmp_path: Path, now: datetime) -> Path:
    """A data folder with a case, an item, and a safety copy of both."""
    with open_store(tmp_path / "data", now=now) as store:
        merchant = Merchant(registered_name=SHOP, phone="13800000001")
        case = store.cases.add(Case(merchant=merchant, terminals=(Terminal(number="10023456"),)), now)
        store.items.add(OpenItem(case_id=case.id, amount_fen=12_345, counterparty="王先生"), now)
    open_store(tmp_path / "data", now=now).close()
    return tmp_path / "data"


def _holds(store: Store) -> list[object]:
    found: list[object] = []
    store.database.run_bare(lambda connection: found.extend(verify(connection)))
    return found


def _add_and_fail(store: Store, now: datetime) -> None:
    store.cases.add(Case(), now)
    store.database.run("nonsense")


def _everything(folder: Path, now: datetime) -> object:
    with open_store(folder, now=now) as store:
        return store.cases.all(), store.items.all(), [store.timeline.for_case(case.id) for case in store.cases.all()]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases, other=cases)
def test_sums_follow_whatever_is_written(shared: Store, now: datetime, case: Case, other: Case) -> None:
    stored = shared.cases.add(case, now)
    item = shared.items.add(OpenItem(case_id=stored.id, amount_fen=1), now)
    shared.cases.save(replace(other, id=stored.id), now)
    shared.items.save(replace(item, amount_fen=2), now)
    shared.settings.set("language", stored.number)
    assert _holds(shared) == []


def test_sums_follow_deletions_and_what_goes_with_them(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now) as store:
        case = store.cases.add(Case(terminals=(Terminal(number="1"), Terminal(number="2"))), now)
        store.items.add(OpenItem(case_id=case.id, amount_fen=1), now)
        store.cases.delete(case.id, now)
        assert _holds(store) == []
        assert store.database.rows("SELECT count(*) FROM row_sums WHERE \"table\" = 'merchants'") == [(0,)]


def test_what_is_rolled_back_leaves_no_sum(tmp_path: Path, now: datetime) -> None:
    with open_store(tmp_path, now=now) as store:
        with pytest.raises(DataFolderError), store.database.writing():
            _add_and_fail(store, now)
        store.cases.add(Case(), now)
        assert _holds(store) == []


def test_a_text_that_changed_by_one_letter_is_noticed(folder: Path, now: datetime) -> None:
    path = folder / DATABASE_NAME
    content = path.read_bytes()
    at = content.index(SHOP.encode())
    path.write_bytes(content[:at] + "坏味道小吃店".encode() + content[at + len(SHOP.encode()) :])
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with pytest.raises(DataFolderError, match=r"store\.damaged") as caught:
        open_store(folder, now=now)
    assert caught.value.facts["kind"] == "nothing"


def test_what_the_copy_lacks_is_named_by_case(folder: Path, now: datetime) -> None:
    with open_store(folder, now=now) as store:
        (case,) = store.cases.all()
        store.cases.save(replace(case, merchant=replace(case.merchant, phone="13900000002", email="a@b.cn")), now)
    path = folder / DATABASE_NAME
    content = path.read_bytes()
    path.write_bytes(content.replace(SHOP.encode(), "坏味道小吃店".encode(), 1))
    with pytest.raises(DataFolderError, match=r"store\.damaged") as caught:
        open_store(folder, now=now)
    assert (caught.value.facts["lost"], caught.value.facts["kind"]) == (f"{case.number} (2)", "")


def _found(folder: Path, now: datetime) -> object:
    """Return everything in a folder, or what it says of itself and whether it offers a copy."""
    try:
        return _everything(folder, now)
    except DataFolderError as error:
        return error.message_id, bool(error.facts["copy"])


def _one_bit(content: bytearray, at: int, chance: random.Random) -> None:
    content[at] ^= 1 << chance.randrange(8)


def _invalid_text(content: bytearray, at: int, _: random.Random) -> None:
    content[at] = 0xFF


def _sector_of_zeros(content: bytearray, at: int, _: random.Random) -> None:
    content[at : at + 512] = bytes(len(content[at : at + 512]))


def _cut(content: bytearray, at: int, _: random.Random) -> None:
    del content[at:]


@pytest.mark.parametrize("damage", [_one_bit, _invalid_text, _sector_of_zeros, _cut])
def test_damage_anywhere_is_noticed_or_changes_nothing(
    tmp_path: Path, folder: Path, now: datetime, damage: Callable[[bytearray, int, random.Random], None]
) -> None:
    chance, before = random.Random(7), _everything(folder, now)  # noqa: S311  # the same damage every time
    content = (folder / DATABASE_NAME).read_bytes()
    for _ in range(12):
        broken = bytearray(content)
        damage(broken, chance.randrange(len(content)), chance)
        shutil.rmtree(tmp_path / "broken", ignore_errors=True)
        shutil.copytree(folder, tmp_path / "broken")
        (tmp_path / "broken" / DATABASE_NAME).write_bytes(broken)
        assert _found(tmp_path / "broken", now) in (before, ("store.damaged", True))


def test_a_byte_of_ff_in_the_tables_themselves_is_damage(folder: Path, now: datetime) -> None:
    path = folder / DATABASE_NAME
    content = path.read_bytes()
    at = content.index(b"registered_name")
    path.write_bytes(content[:at] + b"\xff" + content[at + 1 :])
    with pytest.raises(DataFolderError, match=r"store\.damaged") as caught:
        open_store(folder, now=now, check_later=True)
    # While the error is still held, as the window does when it asks: nothing may keep the file open.
    restore_copy(folder, Path(str(caught.value.facts["copy"])), now=now)
    with open_store(folder, now=now) as store:
        assert store.cases.all()[0].merchant.registered_name == SHOP


def test_a_damaged_log_costs_no_more_than_what_is_only_in_it(tmp_path: Path, folder: Path, now: datetime) -> None:
    killed = tmp_path / "killed"
    with open_store(folder, now=now) as store:
        (case,) = store.cases.all()
        for number in range(40):
            case = store.cases.save(replace(case, merchant=replace(case.merchant, phone=str(number))), now)
        shutil.copytree(folder, killed)
    log = killed / f"{DATABASE_NAME}-wal"
    content = bytearray(log.read_bytes())
    content[len(content) // 3] ^= 1
    log.write_bytes(content)
    (killed / f"{DATABASE_NAME}-shm").unlink()
    try:
        with open_store(killed, now=now) as store:
            phone = store.cases.all()[0].merchant.phone
    except DataFolderError as error:
        restore_copy(killed, Path(str(error.facts["copy"])), now=now)
        with open_store(killed, now=now) as store:
            phone = store.cases.all()[0].merchant.phone
    assert int(phone) > 20
