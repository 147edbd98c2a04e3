"""What CI runs: the tests, then the proof of the installer wherever Wine can be had."""

import shutil
import subprocess
from pathlib import Path

import pytest

TREE = Path(__file__).resolve().parents[2]


def _script(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    file.chmod(0o755)


def _run(tree: Path, *, tools: int, broken: str = "none") -> tuple[int, str, str]:
    """Runs CI in a tree where making the tools ends with `tools`; returns exit code, targets made, and complaints."""
    (tree / ".ci").mkdir()
    shutil.copy(TREE / ".ci" / "run", tree / ".ci")
    (tree / "packaging" / "windows").mkdir(parents=True)
    _script(tree / ".venv" / "bin" / "python", f"exit {tools}")
    _script(tree / "bin" / "make", f'echo "$1"; test "$1" != {broken}')
    done = subprocess.run(
        [tree / ".ci" / "run"],
        env={"PATH": f"{tree / 'bin'}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_where_wine_can_be_had_the_installer_is_proved(tmp_path: Path) -> None:
    assert _run(tmp_path, tools=0) == (0, "test\ninstaller-test\n", "")


def test_a_machine_without_wine_says_loudly_what_was_not_proved(tmp_path: Path) -> None:
    code, made, said = _run(tmp_path, tools=75)
    assert (code, made) == (0, "test\n")
    assert said.startswith("NOT PROVED: the Windows installer.")


@pytest.mark.parametrize(("tools", "broken"), [(1, "none"), (0, "installer-test"), (75, "test")])
def test_whatever_else_goes_wrong_fails_the_run(tmp_path: Path, tools: int, broken: str) -> None:
    assert _run(tmp_path, tools=tools, broken=broken)[0] != 0
