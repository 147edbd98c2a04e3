"""A case that is deleted for good is nowhere any more, and comes back from nowhere."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.items.items import add_item
from pos_closeout.actions.items.proofs import attach_proof, remove_proof
from pos_closeout.actions.safety.copies import list_copies, make_safety_copy, restore_safety_copy, set_second_place
from pos_closeout.actions.safety.deleting import before_erasing, erase_case
from pos_closeout.domain.case.case import Case, Handler, Merchant
from pos_closeout.domain.case.retention import Ground
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from tests.actions.conftest import NOW
from tests.actions.safety.test_copies import stick

__all__ = ["stick"]

SHOP, OWNER, OTHER = "好味道小吃店有限公司", "欧阳明月", "另一家便利店"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two cases; the first has files, copies, and a database that was put aside."""
    (tmp_path / "slip.jpg").write_bytes(b"slip of " + SHOP.encode())
    (tmp_path / "other.jpg").write_bytes(b"slip of " + OTHER.encode())
    with open_data_folder(tmp_path / "data", NOW) as store:
        merchant = Merchant(registered_name=SHOP, representative=OWNER, phone="13912345678")
        case = store.cases.add(Case(merchant=merchant, handler=Handler(name=OWNER)), NOW)
        other = store.cases.add(Case(merchant=Merchant(registered_name=OTHER)), NOW)
        for owner, name in ((case, "slip.jpg"), (case, "slip.jpg"), (other, "other.jpg")):
            item = add_item(store, OpenItem(case_id=owner.id, kind=ItemKind.DEVICE, note=SHOP[:3]), NOW)
            proof = attach_proof(store, item.id, tmp_path / name, NOW)
        remove_proof(store, 2, store.item_files.proofs(2)[0].id, NOW)
        assert proof.name == "other.jpg"
        made = make_safety_copy(store, NOW)
    restore_safety_copy(tmp_path / "data", made.copy, NOW)
    return tmp_path / "data"


def _holding(folder: Path, text: str) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if text.encode() in path.read_bytes()]


def test_nothing_of_it_is_left_and_nothing_else_is_gone(folder: Path) -> None:
    (folder / "logs").mkdir()
    (folder / "logs" / "closeout.log").write_text(f"opened {SHOP}")
    assert _holding(folder, SHOP)
    with open_data_folder(folder, NOW) as store:
        done = erase_case(store, 1, NOW, folder / "logs")
    assert done.complete
    assert done.files == 2
    assert len(done.cleaned) == 2
    for text in (SHOP, OWNER, "13912345678"):
        assert _holding(folder, text) == []
    with open_data_folder(folder, NOW) as store:
        assert [case.merchant.registered_name for case in store.cases.all()] == [OTHER]
        assert len(store.item_files.proofs(3)) == 1
    assert len(_holding(folder / "attachments", OTHER)) == 1
    (copy,) = list_copies(folder)
    assert copy.contents.good
    assert [case.shop for case in copy.contents.cases] == [OTHER]


def test_a_copy_that_was_out_of_reach_is_named_and_done_when_it_is_back(folder: Path, stick: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        set_second_place(store, stick, NOW)
        away = stick.rename(stick.with_name("away"))
        assert before_erasing(store, 1, NOW.date()).place is not None
        done = erase_case(store, 1, NOW)
        assert done.out_of_reach is not None
        assert _holding(away, SHOP)
        away.rename(stick)
        make_safety_copy(store, NOW + timedelta(minutes=1))
    assert _holding(stick, SHOP) == []


def test_a_copy_from_elsewhere_does_not_bring_it_back(folder: Path, tmp_path: Path) -> None:
    (copy,) = list_copies(folder)
    outside = tmp_path / copy.path.name
    outside.write_bytes(copy.path.read_bytes())
    with open_data_folder(folder, NOW) as store:
        erase_case(store, 1, NOW)
    restore_safety_copy(folder, outside, NOW)
    with open_data_folder(folder, NOW) as store:
        assert [case.merchant.registered_name for case in store.cases.all()] == [OTHER]
    assert not [name for name in _holding(folder, SHOP) if not name.startswith("closeout-damaged")]


def test_a_later_case_with_the_same_number_is_another_one(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        number = store.cases.get(1).number
        erase_case(store, 1, NOW)
        store.database.run("DELETE FROM serials")
        again = store.cases.add(Case(merchant=Merchant(registered_name="新店")), NOW + timedelta(days=1))
        assert again.number == number
        made = make_safety_copy(store, NOW + timedelta(days=1))
    restore_safety_copy(folder, made.copy, NOW)
    with open_data_folder(folder, NOW) as store:
        assert "新店" in [case.merchant.registered_name for case in store.cases.all()]


def test_a_damaged_database_that_was_put_aside_and_names_it_goes(folder: Path) -> None:
    (aside,) = folder.glob("closeout-damaged-*.db")
    content = bytearray(aside.read_bytes())
    content[0:16] = bytes(16)
    aside.write_bytes(content)
    with open_data_folder(folder, NOW) as store:
        done = erase_case(store, 1, NOW)
    assert [each.path for each in done.cleaned if each.removed] == [aside]
    assert not aside.exists()


def test_what_the_law_wants_kept_is_said_first(folder: Path) -> None:
    with open_data_folder(folder, NOW) as store:
        case = store.cases.get(1)
        store.cases.save(replace(case, request=replace(case.request, stop_on=date(2026, 12, 1))), NOW)
        before = before_erasing(store, 1, NOW.date())
        assert before.kept
        assert {each.ground for each in before.kept} == {Ground.LAW}
        assert all(each.until is not None and each.until >= NOW.date() for each in before.kept)
        assert before_erasing(store, 1, date(2080, 1, 1)).kept == ()
