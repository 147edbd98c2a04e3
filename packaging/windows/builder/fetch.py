"""Fetches what pip and uv bring: themselves in a virtual environment, the Python for Windows, the wheels."""

import os
import subprocess
import sys
from pathlib import Path

from builder.files import fresh_folder, sha256
from builder.places import WINDOWS, BuildError, Places

_DOWNLOAD = WINDOWS / "tools" / "download_sdist.py"
_OWN_REQUIREMENTS = WINDOWS / "tools" / "requirements.txt"


def fetch_runtime_archive(places: Places) -> Path:
    """Returns the archive with the Python for Windows, from the cache or from the package index.

    Raises:
        BuildError: it could not be fetched, or it is another file than the pinned one.
    """
    pin = places.pins["runtime"]
    return fetch_archive(places, pin["project"], pin["version"], pin["sha256"])


def fetch_archive(places: Places, project: str, version: str, pinned: str) -> Path:
    """Returns a source archive by its SHA-256, from the cache or from the package index; nothing in it is run.

    Raises:
        BuildError: it could not be fetched, or it is another file than the pinned one.
    """
    archive = places.cache / "downloads" / f"{pinned}.tar.gz"
    if not archive.exists():
        _run([str(tool_python(places)), str(_DOWNLOAD), project, version, str(archive)])
    if sha256(archive) != pinned:
        archive.unlink()
        raise BuildError(f"{project} {version} is not the pinned file; it has been thrown away")
    return archive


def fetch_wheels(places: Places, requirements: Path, target: Path) -> None:
    """Installs pinned and hashed requirements, as Windows would get them, into an empty folder.

    Args:
        places: says where the tools are and which Windows it is for.
        requirements: names every package with its hashes; what a package asks for besides is not followed.
        target: the folder.

    Raises:
        BuildError: a wheel is missing or has another hash.
    """
    pin = places.pins["wheels"]
    uv = tool_python(places).with_name("uv")
    command = [uv, "pip", "install", "--quiet", "--target", target, "--link-mode", "copy", "--no-compile-bytecode"]
    command += ["--python-platform", pin["platform"], "--python-version", pin["python"]]
    # The certificates the machine trusts, as pip and apt do: a mirror behind a proxy has one of its own.
    command += ["--system-certs", "--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", requirements]
    _run([str(part) for part in command], UV_CACHE_DIR=str(places.cache / "uv"))


def tool_python(places: Places) -> Path:
    """Returns the Python of a virtual environment with the pinned pip and uv, made when it is not there."""
    folder = places.cache / f"venv-{sha256(_OWN_REQUIREMENTS)[:12]}"
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        fresh_folder(folder)
        _run([sys.executable, "-m", "venv", str(folder)])
        command = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
        _run([*command, "--require-hashes", "-r", str(_OWN_REQUIREMENTS)])
        (folder / "complete").touch()
    return python


def _run(command: list[str], **settings: str) -> None:
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BuildError(f"{Path(command[0]).name} failed:\n{(done.stdout + done.stderr)[-3000:]}")
