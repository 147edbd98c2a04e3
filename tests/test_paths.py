import sys
from pathlib import Path

import pytest

from pos_closeout import paths
from pos_closeout.paths import find_paths


def test_a_source_checkout_finds_the_folders_beside_src(resources: Path) -> None:
    found = find_paths()
    assert found.resources == resources
    assert found.translations == resources.parent / "translations"


def test_an_installed_package_finds_the_folders_inside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "pos_closeout"
    (package / "resources").mkdir(parents=True)
    (package / "translations").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert find_paths().resources == package / "resources"
    assert find_paths().translations == package / "translations"


def test_the_usual_data_folder_bears_the_name_of_the_program_and_is_not_created(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    found = find_paths()
    assert found.data.name == "POS Closeout"
    assert not found.data.exists()


def test_a_given_data_folder_wins_and_holds_the_logs_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = find_paths(Path("mine"))
    assert found.data == tmp_path / "mine"
    assert found.logs == tmp_path / "mine" / "logs"


def test_a_copy_for_a_stick_keeps_its_records_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POS Closeout.exe", "pos-closeout-cli.exe"):
        monkeypatch.setattr(sys, "executable", str(tmp_path / name))
        assert find_paths().data != tmp_path / "data"
        (tmp_path / "portable.txt").touch()
        assert find_paths().data == tmp_path / "data"
        assert find_paths().usual
        (tmp_path / "portable.txt").unlink()
