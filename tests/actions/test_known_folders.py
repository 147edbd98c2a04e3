"""A folder that held data is known outside of it."""

import shutil
from pathlib import Path

import pytest

from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.known_folders import check_known, forget_folder, remember_folder
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import DataFolderError
from tests.actions.conftest import NOW


@pytest.mark.parametrize("left", ["nothing", "empty folder"])
def test_an_emptied_folder_is_not_new_until_the_owner_says_so(tmp_path: Path, left: str) -> None:
    folder, memory = tmp_path / "data", tmp_path / "config" / "known.json"
    with open_data_folder(folder, NOW) as store:
        remember_folder(store, folder, memory, NOW)
        assert not memory.exists()
        store.cases.add(Case(), NOW)
        remember_folder(store, folder, memory, NOW)
    check_known(folder, memory)
    shutil.rmtree(folder)
    if left == "empty folder":
        folder.mkdir()
    with pytest.raises(DataFolderError) as refused:
        check_known(folder, memory)
    assert refused.value.message_id == "store.emptied"
    assert str(folder) not in memory.read_text(encoding="utf-8")
    forget_folder(folder, memory)
    check_known(folder, memory)
