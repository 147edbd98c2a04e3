"""Writes down what every locked package asks for in its turn: `needs.json`, by which a test proves the locks closed.

The package index is asked through pip for exactly the locked files, once for every system and Python that a lock is
for; nothing is installed. A package that has no wheel for one of them stops the run.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDS = Path(__file__).with_name("needs.json")
PYTHONS = ("3.11", "3.12", "3.13")
LINUX = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
LOCKS = {
    "requirements.txt": (LINUX, ("win_amd64",)),
    "requirements-dev.txt": (LINUX,),
    "packaging/linux/requirements-build.txt": (LINUX,),
    "packaging/windows/tools/requirements.txt": (LINUX,),
    "packaging/fonts/requirements.txt": (LINUX,),
}
"""Each lock file with the tags of the systems that it is installed on."""


def main() -> int:
    """Ask for every lock, and write the table."""
    needs: dict[str, dict[str, object]] = {}
    for lock, systems in LOCKS.items():
        for system in systems:
            for python in PYTHONS:
                needs |= ask(lock, system, python)
    NEEDS.write_text(json.dumps(needs, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def ask(lock: str, system: tuple[str, ...], python: str) -> dict[str, dict[str, object]]:
    """Return "name==version" → Python and requirements of every package of a lock, as one system and Python gets it.

    Raises:
        subprocess.CalledProcessError: a package has no such wheel; pip has said which.
    """
    with tempfile.TemporaryDirectory() as folder:
        # The markers would be judged by the Python that runs this; every line counts here.
        plain = Path(folder) / "requirements.txt"
        plain.write_text(re.sub(r"(?m) ;[^\\\n]*", " ", (ROOT / lock).read_text("utf-8")), "utf-8")
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--dry-run"]
        command += ["--ignore-installed", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
        command += [part for tag in system for part in ("--platform", tag)]
        command += ["--python-version", python, "--target", folder, "--report", str(report), "-r", str(plain)]
        subprocess.run(command, check=True)
        answer = json.loads(report.read_text("utf-8"))
    return {_key(entry["metadata"]): _need(entry["metadata"]) for entry in answer["install"]}


def _key(package: dict[str, str]) -> str:
    return f"{re.sub(r'[-_.]+', '-', package['name']).lower()}=={package['version']}"


def _need(package: dict[str, object]) -> dict[str, object]:
    return {"python": package.get("requires_python") or "", "asks": package.get("requires_dist") or []}


if __name__ == "__main__":
    sys.exit(main())
