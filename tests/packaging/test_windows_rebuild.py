"""When the Windows build has to be made anew, and which Python goes into it."""

import dataclasses
import sys
import zipfile
from pathlib import Path

import pytest

TREE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "packaging" / "windows"))

from builder.behind import outdated_lines  # noqa: E402 - the build is no installed package
from builder.files import sha256  # noqa: E402
from builder.places import BuildError, Places, find_places  # noqa: E402
from builder.portable import portable_of  # noqa: E402
from builder.runtime import carried_versions, unpack_official  # noqa: E402
from builder.unchanged import is_built, remember_build  # noqa: E402


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A small tree with what would have been built from it; nothing of the environment counts."""
    for name in ("POS_CLOSEOUT_ADDRESS", "POS_CLOSEOUT_PYTHON_ZIP"):
        monkeypatch.delenv(name, raising=False)
    places = dataclasses.replace(find_places(), program=tmp_path, build=tmp_path / "build", cache=tmp_path / "cache")
    made = (places.payload / "POS Closeout.exe", places.installer, portable_of(places))
    for file in (*made, tmp_path / "src" / "a.py", places.tools / ".stamp"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(file.name, "utf-8")
    remember_build(places, quick=False)
    return places


def test_what_nothing_has_changed_in_is_not_built_again(built: Places) -> None:
    assert is_built(built, quick=False)
    (built.program / "src" / "__pycache__").mkdir()
    (built.program / "src" / "__pycache__" / "a.cpython-311.pyc").write_text("made by a run", "utf-8")
    assert is_built(built, quick=False)


@pytest.mark.parametrize("changed", ["src/a.py", "src/new.py", "cache/debian-13/.stamp", "installer", "zip", "payload"])
def test_whatever_has_changed_since_is_built_again(built: Places, changed: str) -> None:
    inside = built.payload / "POS Closeout.exe"
    own = {"installer": built.installer, "zip": portable_of(built), "payload": inside}
    file = own.get(changed, built.program / changed)
    if changed == "payload":
        file.unlink()
    else:
        file.write_text("another", "utf-8")
    assert not is_built(built, quick=False)


def test_a_lightly_packed_installer_is_not_proved_as_the_real_one(built: Places) -> None:
    remember_build(built, quick=True)
    assert not is_built(built, quick=False)


def test_what_was_built_with_an_address_is_proved_without_naming_it_again(
    built: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POS_CLOSEOUT_ADDRESS", "https://example.org/pos")
    assert not is_built(built, quick=False)
    remember_build(built, quick=False)
    monkeypatch.delenv("POS_CLOSEOUT_ADDRESS")
    assert is_built(built, quick=False)


def test_another_python_is_taken_by_its_hash_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "python.zip", "w") as packed:
        packed.writestr("python313.dll", "\0003.13.99\0")
    for wrong in ("", "0" * 64):
        with pytest.raises(BuildError, match="SHA-256"):
            unpack_official(tmp_path / "python.zip", wrong, tmp_path / "python")
    unpack_official(tmp_path / "python.zip", sha256(tmp_path / "python.zip").upper(), tmp_path / "python")
    assert (tmp_path / "python" / "python313.dll").exists()


def test_what_is_carried_says_its_own_version(tmp_path: Path) -> None:
    said = {
        "python313.dll": b"..\0003.13.2\0..",
        "libcrypto-3.dll": b"..OpenSSL 3.0.15 3 Sep 2024\0..",
        "sqlite3.dll": b"@@3.45.3\0",
    }
    for name, content in said.items():
        (tmp_path / name).write_bytes(content)
    assert carried_versions(tmp_path) == {"CPython": "3.13.2", "OpenSSL": "3.0.15", "SQLite": "3.45.3"}
    (tmp_path / "sqlite3.dll").write_bytes(b"")
    with pytest.raises(BuildError, match=r"sqlite3\.dll does not say"):
        carried_versions(tmp_path)


def test_only_what_is_shipped_is_called_behind() -> None:
    listed = """[{"name": "pip", "version": "25.0", "latest_version": "25.1"},
        {"name": "python-stdnum", "version": "2.1", "latest_version": "2.2"}]"""
    assert outdated_lines(listed, {"python_stdnum", "pillow"}) == ["python-stdnum 2.1: 2.2 is there"]
    assert outdated_lines("[]", {"pillow"}) == ["every package is the newest"]
