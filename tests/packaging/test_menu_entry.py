"""The entry in the menu of a Linux desktop, for a program that has been installed."""

import configparser
import subprocess
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
SCRIPT = TREE / "packaging" / "linux" / "menu.sh"


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    settings = {"HOME": str(home), "PATH": f"{home / 'my bin'}:/usr/bin:/bin"}
    return subprocess.run(["sh", SCRIPT, *arguments], env=settings, capture_output=True, text=True, check=False)


def _install_program(home: Path) -> Path:
    program = home / "my bin" / "pos-closeout"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    return program


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_menu_starts_the_program_by_its_whole_path(tmp_path: Path) -> None:
    program = _install_program(tmp_path)
    done = _run(tmp_path)
    assert done.returncode == 0, done.stderr
    file = configparser.ConfigParser(interpolation=None)
    file.read(done.stdout.strip(), "utf-8")
    entry = file["Desktop Entry"]
    assert entry["Exec"] == f'"{program}"'
    assert entry["Name[zh_CN]"] == "POS停机助手"
    assert (tmp_path / ".local/share/icons/hicolor/scalable/apps" / f"{entry['Icon']}.svg").is_file()


def test_a_program_that_pipx_has_just_installed_is_found_where_no_path_leads_yet(tmp_path: Path) -> None:
    program = tmp_path / ".local" / "bin" / "pos-closeout"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    done = _run(tmp_path)
    assert done.returncode == 0, done.stderr
    assert f'Exec="{program}"' in Path(done.stdout.strip()).read_text("utf-8").splitlines()


def test_removing_leaves_nothing(tmp_path: Path) -> None:
    _install_program(tmp_path)
    before = _files(tmp_path)
    _run(tmp_path)
    assert _files(tmp_path) != before
    assert _run(tmp_path, "--remove").returncode == 0
    assert _files(tmp_path) == before


def test_without_the_program_it_says_what_to_type(tmp_path: Path) -> None:
    done = _run(tmp_path)
    assert done.returncode == 1
    assert "packaging/linux/install.sh" in done.stderr
    assert _files(tmp_path) == []
