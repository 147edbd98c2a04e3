"""Proves the installer under Wine, from a clean prefix to the last file: `python prove.py [STEP …]`.

Needs no more than the build has made: the folder of tools, the installer and what lies in build/windows.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from builder.files import fresh_folder, size_of
from builder.places import WINDOWS, BuildError, find_places
from builder.portable import portable_of
from builder.toolbox import inside, make_toolbox


def main() -> int:
    """Runs the proof inside the tools and returns its exit code; pictures and report stay in build/proof."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, help="another tree than this one, as for the build")
    parser.add_argument("--build", type=Path, help="another folder than build, as for the build")
    parser.add_argument("--minutes", type=float, default=30, help="after which it has failed (30)")
    parser.add_argument("steps", nargs="*", help="only these, by the names of their functions, while working on them")
    given = parser.parse_args()
    places = find_places(given.program, given.build)
    for file in (places.installer, portable_of(places)):
        if not file.exists():
            print(f"{file} is not there. Type: make installer", file=sys.stderr)
            return 1
    try:
        make_toolbox(places)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    work = fresh_folder(places.build.parent / "proof")
    readable = [(WINDOWS, "/windows"), (places.build, "/build"), (places.installer, "/setup.exe")]
    readable += [(portable_of(places), "/portable.zip")]
    begin = inside(places, readable, [(work, "/job")])
    # A disk that one version fits on, and not two.
    begin += ["--size", str(size_of(places.payload) * 3 // 2), "--tmpfs", "/small"]
    command = ["python3", "-B", "-m", "proof", places.version, f"{given.minutes:g}", *given.steps]
    return subprocess.run([*begin, "--chdir", "/windows", *command], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
