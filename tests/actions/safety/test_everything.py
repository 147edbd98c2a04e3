"""All data in one file: written, read back, taken in elsewhere; hostile files change nothing."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.items.items import add_item
from pos_closeout.actions.items.proofs import attach_proof, proof_path
from pos_closeout.actions.safety.everything import MANIFEST, look_into, take_in, write_everything
from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from tests.actions.conftest import NOW


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The file of a data folder with a case and a file kept with an item of it."""
    (tmp_path / "slip.jpg").write_bytes(b"slip" * 1000)
    with open_data_folder(tmp_path / "old", NOW) as store:
        case = store.cases.add(Case(merchant=Merchant(trading_name="好味道")), NOW)
        item = add_item(store, OpenItem(case_id=case.id, kind=ItemKind.DEVICE), NOW)
        attach_proof(store, item.id, tmp_path / "slip.jpg", NOW)
        done = write_everything(store, tmp_path / "all.closeout", NOW)
    assert (done.files, done.left_out) == (1, ())
    return done.path


def test_a_new_computer_has_all_of_it(tmp_path: Path, written: Path) -> None:
    assert [case.shop for case in look_into(written).cases] == ["好味道"]
    done = take_in(tmp_path / "new", written, NOW)
    assert (done.files, done.aside) == (1, None)
    with open_data_folder(tmp_path / "new", NOW) as store, open_data_folder(tmp_path / "old", NOW) as old:
        assert store.cases.all() == old.cases.all()
        (item,) = store.items.all()
        (proof,) = store.item_files.proofs(item.id)
        assert proof_path(store, item.id, proof.id).read_bytes() == b"slip" * 1000
    assert not list((tmp_path / "new").glob(".incoming*"))


def test_data_that_is_there_is_kept_and_only_replaced_when_asked(tmp_path: Path, written: Path) -> None:
    with open_data_folder(tmp_path / "new", NOW) as store:
        store.cases.add(Case(merchant=Merchant(trading_name="另一家")), NOW)
    with pytest.raises(BadInputError, match=r"everything\.has_data"):
        take_in(tmp_path / "new", written, NOW)
    done = take_in(tmp_path / "new", written, NOW, instead=True)
    assert done.aside is not None
    assert done.aside.exists()
    with open_data_folder(tmp_path / "new", NOW) as store:
        assert [case.merchant.trading_name for case in store.cases.all()] == ["好味道"]


def test_a_folder_that_has_gone_can_still_be_written_out(tmp_path: Path, written: Path) -> None:
    with open_data_folder(tmp_path / "old", NOW) as store:
        shutil.rmtree(tmp_path / "old")
        write_everything(store, tmp_path / "rescued.closeout", NOW)
    assert [case.shop for case in look_into(tmp_path / "rescued.closeout").cases] == ["好味道"]
    assert written.exists()


def _changed(source: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    target = source.with_name("changed.closeout")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


def _manifest(change: Callable[[dict[str, object]], object]) -> Callable[[dict[str, bytes]], None]:
    def changed(members: dict[str, bytes]) -> None:
        manifest = json.loads(members[MANIFEST])
        change(manifest)
        members[MANIFEST] = json.dumps(manifest).encode()

    return changed


def _other_content(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name.startswith("attachments/"))
    members[name] = members[name][:-1] + b"!"


def _named(name: str) -> Callable[[dict[str, bytes]], None]:
    def changed(members: dict[str, bytes]) -> None:
        manifest = json.loads(members[MANIFEST])
        manifest["files"].append({"path": name, "sha256": "0" * 64, "size": 1})
        members[MANIFEST] = json.dumps(manifest).encode()
        members[name] = b"x"

    return changed


@pytest.mark.parametrize(
    ("change", "message_id"),
    [
        (_other_content, "everything.damaged"),
        (_named("../outside"), "everything.damaged"),
        (_named("/outside"), "everything.damaged"),
        (_named("attachments/../../outside"), "everything.damaged"),
        (_named("attachments/C:evil"), "everything.damaged"),
        (_named("closeout-folder.json"), "everything.damaged"),
        (lambda members: members.pop("closeout.db"), "everything.damaged"),
        (lambda members: members.pop(MANIFEST), "everything.not_ours"),
        (_manifest(lambda manifest: manifest.update(format="x")), "everything.not_ours"),
        (_manifest(lambda manifest: manifest.update(version=2)), "everything.newer"),
        (_manifest(lambda manifest: manifest.update(files=[{"path": 1}])), "everything.damaged"),
        (_manifest(lambda manifest: manifest.update(files=[7])), "everything.damaged"),
    ],
)
def test_a_file_that_is_not_right_changes_nothing(
    tmp_path: Path, written: Path, change: Callable[[dict[str, bytes]], object], message_id: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        take_in(tmp_path / "new", _changed(written, change), NOW)
    assert refused.value.message_id == message_id
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), b"not a zip"])
def test_what_is_no_such_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.closeout").write_bytes(content)
    with pytest.raises(BadInputError, match=r"everything\.(damaged|not_ours)"):
        take_in(tmp_path / "new", tmp_path / "x.closeout", NOW)
    with pytest.raises(BadInputError, match=r"file\.not_found"):
        take_in(tmp_path / "new", tmp_path / "nowhere.closeout", NOW)
