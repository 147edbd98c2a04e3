"""The pinned requirements say what pyproject.toml asks for, with hashes and without addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
GROUPS = PROJECT["dependency-groups"]
DEVELOPMENT = RUNTIME + GROUPS["build"] + [entry for entry in GROUPS["dev"] if isinstance(entry, str)]
LOCKS = [
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("requirements*.txt"), *ROOT.glob("packaging/**/requirements*.txt"))
]


def pins(file: str) -> dict[str, str]:
    """Return the pinned version of each package of a requirements file."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {canonicalize_name(name): version for name, version in re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", text)}


@pytest.mark.parametrize(("file", "wanted"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", DEVELOPMENT)])
def test_every_dependency_is_pinned_to_a_version_that_is_asked_for(file: str, wanted: list[str]) -> None:
    pinned = pins(file)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), str(requirement)


def test_tests_run_on_the_versions_that_are_shipped() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize("file", LOCKS)
def test_every_pin_has_hashes_and_no_line_has_an_address(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    entries = re.sub(r"\\\n", " ", text).splitlines()
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
