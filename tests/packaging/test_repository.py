"""What is committed says nothing of the machine it was written on, and parses."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Spelled in pieces, or this file would find itself.
FOLDERS = ("wor" + "k", "roo" + "t", "hom" + "e", "tm" + "p")
HOSTS = ("py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.(?:org|com)", "deb" + r"\.debian")
MACHINE = re.compile(rf"(?<![\w.~/$}}-])/(?:{'|'.join(FOLDERS)})/\w")
REGISTRIES = re.compile("|".join(HOSTS))


def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    """Return the tracked files that are text, with their text."""
    found = []
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            found.append((path.relative_to(ROOT), content.decode("utf-8", errors="replace")))
    return found


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRIES], ids=["machine", "registry"])
def test_no_file_names_this_machine_or_a_package_registry(pattern: re.Pattern[str]) -> None:
    found = [f"{path}: {match.group()}" for path, text in texts() for match in pattern.finditer(text)]
    assert not found


def test_every_toml_file_parses() -> None:
    for path, text in texts():
        if path.suffix == ".toml":
            tomllib.loads(text)
