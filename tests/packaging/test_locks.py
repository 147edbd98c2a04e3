"""What a set-up installs is written down to the last package, so that no newer version of anything can change it."""

import importlib.util
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
NEEDS = json.loads((ROOT / "packaging" / "requirements" / "needs.json").read_text("utf-8"))
PYTHONS = ("3.11.0", "3.11.2", "3.12.3", "3.13.0", "3.13.5")
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
}


class Wish(NamedTuple):
    """A requirement that holds on one system, with who has it."""

    asker: str
    requirement: Requirement


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ask_index", ROOT / "packaging" / "requirements" / "ask_index.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LOCKS = tuple(_tool().LOCKS)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _wanted(lock: str) -> list[str]:
    """Return what people wrote down for a lock file."""
    groups = PROJECT["dependency-groups"]
    plain = [entry for entry in groups["dev"] if isinstance(entry, str)]
    written = {
        "requirements.txt": PROJECT["project"]["dependencies"],
        "requirements-dev.txt": [*PROJECT["project"]["dependencies"], *groups["build"], *plain],
        "packaging/linux/requirements-build.txt": [*groups["build"], *PROJECT["build-system"]["requires"]],
    }
    return written.get(lock) or (ROOT / lock).with_suffix(".in").read_text("utf-8").split()


def _environment(system: str, python: str) -> dict[str, str]:
    python_is = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    implementation = {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    usual = {name: str(value) for name, value in default_environment().items()}
    return {**usual, **SYSTEMS[system], **python_is, **implementation, "extra": ""}


def _locked(lock: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Return name → version of what pip installs of a lock file in an environment."""
    lines = re.sub(r"\\\n", " ", (ROOT / lock).read_text("utf-8")).splitlines()
    requirements = (Requirement(line.split("--hash")[0]) for line in lines)
    return {
        canonicalize_name(entry.name): str(entry.specifier).removeprefix("==")
        for entry in requirements
        if entry.marker is None or entry.marker.evaluate(dict(environment))
    }


def _wishes(lock: str, locked: Mapping[str, str], environment: Mapping[str, str]) -> Iterator[Wish]:
    """Yield every requirement that holds: of people, and of each locked package with the extras somebody asks of it."""
    open_wishes = [Wish("people", Requirement(text)) for text in _wanted(lock)]
    open_wishes += [Wish(name, Requirement(text)) for name in locked for text in _asks(name, locked)]
    seen: set[tuple[str, str]] = set()
    while open_wishes:
        wish = open_wishes.pop()
        name = canonicalize_name(wish.requirement.name)
        if wish.requirement.marker is not None and not wish.requirement.marker.evaluate(dict(environment)):
            continue
        yield wish
        for extra in wish.requirement.extras - {extra for known, extra in seen if known == name}:
            seen.add((name, extra))
            open_wishes += _of_extra(name, extra, locked, environment)


def _of_extra(name: str, extra: str, locked: Mapping[str, str], environment: Mapping[str, str]) -> list[Wish]:
    """Return what an extra of a package adds to its requirements."""
    given = dict(environment) | {"extra": extra}
    held = (Requirement(text) for text in _asks(name, locked))
    added = [entry for entry in held if entry.marker is not None and entry.marker.evaluate(given)]
    for entry in added:
        entry.marker = None
    return [Wish(f"{name}[{extra}]", entry) for entry in added]


def _asks(name: str, locked: Mapping[str, str]) -> list[str]:
    asks: list[str] = NEEDS[f"{name}=={locked[name]}"]["asks"] if name in locked else []
    return asks


@pytest.mark.parametrize(("lock", "system", "python"), list(product(LOCKS, SYSTEMS, PYTHONS)))
def test_whatever_a_locked_package_asks_for_is_locked(lock: str, system: str, python: str) -> None:
    environment = _environment(system, python)
    locked = _locked(lock, environment)
    unmet = [
        f"{wish.asker}: {wish.requirement}"
        for wish in _wishes(lock, locked, environment)
        if (version := locked.get(canonicalize_name(wish.requirement.name))) is None
        or not wish.requirement.specifier.contains(version, prereleases=True)
    ]
    assert unmet == []
    assert [name for name in locked if python not in SpecifierSet(NEEDS[f"{name}=={locked[name]}"]["python"])] == []


def test_an_extra_that_is_not_locked_is_noticed() -> None:
    environment = _environment("linux", "3.11.2")
    locked = _locked("requirements-dev.txt", environment)
    del locked["coverage"]
    missing = [wish for wish in _wishes("requirements-dev.txt", locked, environment) if wish.requirement.extras]
    assert ("pytest-cov", "coverage") in [(wish.asker, wish.requirement.name) for wish in missing]


def test_an_extra_brings_its_requirements() -> None:
    environment = _environment("linux", "3.11.2")
    locked = _locked("packaging/fonts/requirements.txt", environment)
    assert [wish.requirement.name for wish in _of_extra("fonttools", "lxml", locked, environment)] == ["lxml"]


def test_every_line_that_installs_takes_a_lock_and_looks_nothing_up() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    kinds = {".sh", ".py", ".mk", ".md", ""}
    files = [
        name for name in tracked.split("\0") if name and Path(name).suffix in kinds and "tests" not in Path(name).parts
    ]
    installing = [
        (name, command)
        for name in files
        if (ROOT / name).is_file()
        for command in _commands(name, (ROOT / name).read_text("utf-8"))
        if re.search(r"""\bpip"?,? "?(install|wheel)\b""", command)
        or re.search(r"(npm|pipx) (install|run)|npx", command)
    ]
    assert {name for name, _ in installing} >= {
        "Makefile",
        "packaging/linux/setup.sh",
        "packaging/windows/builder/fetch.py",
        "packaging/fonts/README.md",
    }
    for name, command in installing:
        # The program itself has no hash; its build tools are those of the lock.
        assert "--no-deps" in command, (name, command)
        assert "--require-hashes" in command or "--no-build-isolation" in command, (name, command)


def _commands(name: str, text: str) -> list[str]:
    """Return the command lines of a file; of Python each paragraph, since a command may be put together in steps."""
    if name.endswith(".py"):
        return text.split("\n\n")
    joined = re.sub(r"\\\n\s*", " ", text)
    return [line for line in joined.splitlines() if not line.startswith("#")]
