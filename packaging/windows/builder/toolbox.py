"""Runs a tool of the Debian folder, seeing only what it is given."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from builder.places import WINDOWS, BuildError, Places


def make_toolbox(places: Places) -> None:
    """Makes the Debian folder unless it is there.

    Raises:
        BuildError: it could not be made; the script has said why.
    """
    made = subprocess.run(["sh", WINDOWS / "tools" / "debian_root.sh", places.tools], check=False)
    if made.returncode != 0 or shutil.which("bwrap") is None:
        raise BuildError("the folder with the tools is not complete. Type: apt-get install mmdebstrap bubblewrap")


def try_toolbox(places: Places) -> str:
    """Makes the Debian folder unless it is there and returns the version of Wine that runs in it.

    Raises:
        BuildError: it could not be made, or this machine does not let a program run in it.
    """
    make_toolbox(places)
    return run_tool(places, places.build, ["wine", "--version"]).strip()


def inside(
    places: Places,
    readable: Iterable[tuple[Path, str]],
    writable: Iterable[tuple[Path, str]],
    *,
    network: bool = False,
) -> list[str]:
    """Returns the beginning of a command line that runs the rest inside the Debian folder.

    Folders are shown under fixed names, so that no path of this machine gets into what is built.

    Args:
        places: says where the folder is.
        readable: (folder here, name inside) that the tool may read.
        writable: (folder here, name inside) that it may change.
        network: lets it out, which only a time-stamping service is a reason for.
    """
    command = [
        "bwrap",
        *([] if network else ["--unshare-net"]),
        "--die-with-parent",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
    ]
    for name in ("tmp", "run"):
        command += ["--tmpfs", f"/{name}"]
    for name in ("usr", "etc", "var"):
        command += ["--ro-bind", str(places.tools / name), f"/{name}"]
    for name in ("bin", "sbin", "lib", "lib64"):
        command += ["--symlink", f"usr/{name}", f"/{name}"]
    for here, name in readable:
        command += ["--ro-bind", str(here), name]
    for here, name in writable:
        command += ["--bind", str(here), name]
    settings = {
        "HOME": "/run",
        "PATH": "/usr/bin:/usr/sbin",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": str(places.epoch),
        "PYTHONHASHSEED": "0",
    }
    command.append("--clearenv")
    for name, value in settings.items():
        command += ["--setenv", name, value]
    return command


def run_tool(
    places: Places, work: Path, command: list[str], readable: Iterable[tuple[Path, str]] = (), *, network: bool = False
) -> str:
    """Runs a tool with `work` as its current folder `/job` and returns what it printed.

    Raises:
        BuildError: the tool failed; the message holds the end of what it said.
    """
    begin = inside(places, readable, [(work, "/job")], network=network)
    done = subprocess.run([*begin, "--chdir", "/job", *command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-30:])
        raise BuildError(f"{command[0]} failed:\n{said}")
    return done.stdout
