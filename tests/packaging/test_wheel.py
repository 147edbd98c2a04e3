"""The wheel holds all that an installed program needs, and nothing it does not."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `pip wheel .` builds it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_every_tracked_resource_and_no_translation_source(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(
        ["git", "ls-files", "-z", "resources", "translations"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wanted = {f"pos_closeout/{name}" for name in listed.stdout.split("\0") if name and not name.endswith(".ts")}
    assert wanted <= held
    assert not [name for name in held if name.endswith(".ts")]


def test_wheel_brings_a_place_in_the_menu(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("share/applications/pos-closeout.desktop") for name in held)
    assert any(name.endswith("apps/pos-closeout.svg") for name in held)


def test_installed_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from pos_closeout.paths import find_paths; paths = find_paths(); print(paths.resources, paths.translations)"
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    inside = tmp_path / "pos_closeout"
    assert run.stdout.split() == [str(inside / "resources"), str(inside / "translations")]
