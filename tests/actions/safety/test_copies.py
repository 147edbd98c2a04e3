"""Safety copies with their files, in both places, and what restores them."""

import os
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.cases.cases import save_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.items import add_item
from pos_closeout.actions.items.proofs import attach_proof, proof_path
from pos_closeout.actions.safety.copies import (
    check_files,
    complete_copies,
    find_copy,
    list_copies,
    make_safety_copy,
    place_of,
    restore_safety_copy,
    set_second_place,
)
from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.errors import BadInputError, DataFolderError, NotFoundError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.store.copy_files import stored
from tests.actions.conftest import NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a case, an item and a file kept with it."""
    (tmp_path / "slip.jpg").write_bytes(b"slip" * 1000)
    with open_data_folder(tmp_path / "data", NOW) as store:
        case = store.cases.add(Case(merchant=Merchant(trading_name="好味道", phone="1")), NOW)
        item = add_item(store, OpenItem(case_id=case.id, kind=ItemKind.DEVICE), NOW)
        attach_proof(store, item.id, tmp_path / "slip.jpg", NOW)
    return tmp_path / "data"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that counts as another volume as long as it is there."""
    place = tmp_path / "stick"
    place.mkdir()
    real = Path.stat

    def with_stick(path: Path, **kwargs: bool) -> os.stat_result:
        found = real(path, **kwargs)
        if path == place or place in path.parents:
            return os.stat_result((*found[:2], found.st_dev + 1, *found[3:]))
        return found

    monkeypatch.setattr(Path, "stat", with_stick)
    return place


def _the_slip(store: Store) -> Path:
    (item,) = store.items.all()
    (proof,) = store.item_files.proofs(item.id)
    return proof_path(store, item.id, proof.id)


def test_a_copy_has_attachments_and_takes_no_second_room_for_them(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        first = make_safety_copy(store, NOW)
        second = make_safety_copy(store, NOW + timedelta(minutes=1))
    assert (first.files, first.left_out, second.files) == (1, (), 1)
    (kept,) = (folder / "backups" / "files").glob("??/*")
    assert kept.stat().st_nlink > 1 or kept.read_bytes() == b"slip" * 1000
    assert check_files(second.copy) == []


def test_a_restore_brings_back_the_case_and_a_file_that_was_lost(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        made = make_safety_copy(store, NOW)
        slip = _the_slip(store)
        case = store.cases.all()[0]
        save_case(store, replace(case, merchant=replace(case.merchant, phone="2")), NOW)
    slip.unlink()
    done = restore_safety_copy(folder, made.copy, NOW)
    assert done.lacking == ()
    assert done.aside.exists()
    with open_data_folder(folder, NOW) as store:
        assert store.cases.all()[0].merchant.phone == "1"
        assert _the_slip(store).read_bytes() == b"slip" * 1000


def test_a_damaged_file_of_a_copy_is_named_and_not_put_back(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        made, slip = make_safety_copy(store, NOW), _the_slip(store)
    slip.unlink()
    (kept,) = (folder / "backups" / "files").glob("??/*")
    kept.write_bytes(b"something else")
    (name,) = check_files(made.copy)
    assert name.startswith("attachments/")
    assert restore_safety_copy(folder, made.copy, NOW).lacking == (name,)


def test_the_list_says_what_is_inside_each(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        make_safety_copy(store, NOW)
    broken = find_copy(folder, 1)
    broken.write_bytes(broken.read_bytes()[:9000])
    newest, oldest = list_copies(folder)
    assert (newest.number, newest.files, newest.contents.good) == (2, 1, True)
    assert [(case.shop, case.open_items) for case in newest.contents.cases] == [("好味道", 1)]
    assert (oldest.number, oldest.contents.good) == (1, False)
    with pytest.raises(NotFoundError):
        find_copy(folder, 7)


def test_a_second_place_must_be_on_another_volume(folder: Path, tmp_path: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        with pytest.raises(BadInputError, match=r"copies\.same_volume"):
            set_second_place(store, tmp_path, NOW)
        with pytest.raises(BadInputError, match=r"copies\.no_place"):
            set_second_place(store, tmp_path / "nowhere", NOW)
        assert place_of(folder) is None


def test_copies_and_files_come_to_the_second_place_when_it_is_there(folder: Path, stick: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        assert set_second_place(store, stick, NOW) == "done"
        away = stick.rename(stick.with_name("away"))
        assert make_safety_copy(store, NOW).place == "absent"
        stick.mkdir()
        stick.rmdir()
        away.rename(stick)
    place = place_of(folder)
    assert place is not None
    assert complete_copies(folder / "closeout.db", NOW) == "done"
    there = [each for each in list_copies(folder, place) if each.second]
    assert [each.number for each in there] == [2, 1]
    assert all(each.contents.good for each in there)
    assert check_files(there[0].path) == []
    shutil.rmtree(folder / "backups")
    assert restore_safety_copy(folder, find_copy(folder, 1), NOW).lacking == ()


def test_a_second_place_survives_the_restore_of_an_older_copy(folder: Path, stick: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        before = make_safety_copy(store, NOW)
        set_second_place(store, stick, NOW)
    restore_safety_copy(folder, before.copy, NOW)
    assert place_of(folder) is not None


def test_a_window_that_stays_open_has_a_copy_of_each_day(folder: Path) -> None:
    with open_data_folder(folder, NOW):
        for day in (0, 1, 1, 2):
            complete_copies(folder / "closeout.db", NOW + timedelta(days=day))
    assert [each.at.day - NOW.day for each in list_copies(folder)] == [2, 1, 0]


def test_a_copy_that_cannot_be_read_back_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pos_closeout.store.safety.is_good", lambda _: False)
    with open_data_folder(folder, NOW) as store:
        assert store.copy_failed is not None
        with pytest.raises(DataFolderError, match=r"store\.copy_damaged"):
            make_safety_copy(store, NOW)
    assert not list((folder / "backups").glob("*.part"))


def test_a_content_has_one_place_whatever_a_list_says(tmp_path: Path) -> None:
    assert stored(tmp_path, "../../etc/passwd").parent.parent == tmp_path / "files"


def test_nothing_is_removed_while_a_list_cannot_be_understood(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        first = make_safety_copy(store, NOW)
        first.copy.with_suffix(".json").write_text("{")
        _the_slip(store).unlink()
        make_safety_copy(store, datetime(2026, 11, 30, tzinfo=NOW.tzinfo))
    assert len(list((folder / "backups" / "files").glob("??/*"))) == 1
