"""How an owner installs on Linux: what is said when packages are missing, and that nothing is lost on the way."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALL = ROOT / "packaging" / "linux" / "install.sh"
SET_UP = ROOT / "packaging" / "linux" / "setup.sh"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a program that was installed before, and with records."""
    program = tmp_path / ".local" / "share" / "pos-closeout-program" / "bin" / "pos-closeout"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    links = tmp_path / ".local" / "bin"
    links.mkdir()
    (links / "pos-closeout").symlink_to(program)
    records = tmp_path / ".local" / "share" / "POS Closeout"
    records.mkdir()
    (records / "closeout.db").write_text("records", "utf-8")
    return tmp_path


def _run(script: Path, home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PIP_", "SUDO_", "LC_"))}
    return subprocess.run(
        ["sh", script, *arguments],
        env=kept | {"HOME": str(home), "LANG": "en_GB.UTF-8", **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _files(home: Path) -> list[str]:
    folder = home / ".local"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_an_installation_that_fails_leaves_the_version_before(home: Path) -> None:
    before = _files(home)
    done = _run(INSTALL, home, PIP_NO_INDEX="1")
    assert done.returncode != 0
    assert "check the network" in done.stderr
    assert _files(home) == before


def test_removing_takes_the_program_and_leaves_the_records(home: Path) -> None:
    done = _run(INSTALL, home, "--remove", LANG="zh_CN.UTF-8")
    assert done.returncode == 0, done.stderr
    assert "您的记录还在" in done.stderr
    assert _files(home) == ["share/POS Closeout/closeout.db"]


@pytest.mark.parametrize("script", [INSTALL, SET_UP])
@pytest.mark.parametrize(
    ("language", "words"), [("zh_CN.UTF-8", "只有管理员"), ("en_GB.UTF-8", "only root can install")]
)
def test_without_root_a_sentence_says_what_to_type(tmp_path: Path, script: Path, language: str, words: str) -> None:
    for name, lines in {"id": "echo 1000", "ldconfig": "true", "apt-get": "exit 9", "sudo": "exit 9"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    tree = tmp_path / "tree"
    for part in ("packaging/linux", "resources/system-packages.txt", "requirements-dev.txt", "pyproject.toml"):
        (tree / part).parent.mkdir(parents=True, exist_ok=True)
        (tree / part).symlink_to(ROOT / part)
    # In a tree of its own: in this one the set-up has been done.
    way = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = _run(tree / script.relative_to(ROOT), tmp_path, LANG=language, PATH=way)
    assert done.returncode == 1
    sentence, line = done.stderr.strip().splitlines()
    assert words in sentence
    assert line.startswith("sudo apt-get update && sudo apt-get install ")
    assert "libxcb-cursor0" in line.split()
    assert ("poppler-utils" in line.split()) is False
