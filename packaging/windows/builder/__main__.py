"""Builds the installer: `python -m builder [--tools | --sign | --sign-throw-away | --release | --behind …] …`.

Exit codes: 0 done, 1 failed, 75 with --tools where this machine cannot have them.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from builder.behind import what_is_behind
from builder.bill import write_bill
from builder.files import fresh_folder, sha256, size_of
from builder.installer import make_installer
from builder.launcher import add_launcher
from builder.libraries import check_libraries
from builder.licences import write_licences
from builder.places import BuildError, Places, find_places
from builder.portable import make_portable
from builder.program import add_program
from builder.release import make_release
from builder.runtime import add_runtime
from builder.signing import (
    Signer,
    check_signatures,
    forget_certificate,
    given_signer,
    sign_payload,
    throw_away_signer,
)
from builder.toolbox import try_toolbox
from builder.unchanged import is_built, remember_build
from builder.wheels import add_wheels

_NO_TOOLS = 75  # sysexits.h, EX_TEMPFAIL: nothing is wrong with what was asked for

_STEPS: tuple[tuple[str, Callable[[Places], object]], ...] = (
    ("Python for Windows, signatures verified", add_runtime),
    ("packages by hash, pruned, compiled", add_wheels),
    ("the program", add_program),
    ("launcher", add_launcher),
    ("licences", write_licences),
    ("no library missing", check_libraries),
)


def build(places: Places, signer: Signer | None, *, quick: bool = False) -> None:
    """Runs every step and says what came of it."""
    fresh_folder(places.payload)
    for title, step in _STEPS:
        started = time.monotonic()
        step(places)
        print(f"{time.monotonic() - started:6.1f} s  {title}", flush=True)
    if signer is not None:
        print(f"         {sign_payload(places, signer)} binaries signed that had no signature")
    started = time.monotonic()
    write_bill(places)
    installer = make_installer(places, signer, quick=quick)
    portable = make_portable(places)
    print(f"{time.monotonic() - started:6.1f} s  installer, and {portable.name} of {portable.stat().st_size:,} bytes")
    print(f"{installer}\n  {installer.stat().st_size:,} bytes, installed {size_of(places.payload):,} bytes")
    print(f"  SHA-256 {sha256(installer)}")
    if signer is None:
        print("  NOT SIGNED: Windows will warn of an unknown publisher (see owner.md). `make installer-sign` signs.")


def _build_as_asked(places: Places, given: argparse.Namespace) -> None:
    if given.if_changed and is_built(places, quick=given.quick):
        print(f"{places.installer}\n  nothing that goes into it has changed: it is proved as it is")
        return
    try:
        if given.sign_throw_away:
            build(places, throw_away_signer(places), quick=given.quick)
            check_signatures(places, places.build / "throw-away" / "cert.pem")
        else:
            build(places, given_signer(places) if given.sign else None, quick=given.quick)
        remember_build(places, quick=given.quick)
    finally:
        forget_certificate(places)


def main() -> int:
    """Reads the command line and builds; returns the exit code."""
    parser = argparse.ArgumentParser(prog="builder", description=__doc__)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--tools", action="store_true", help="only make the folder with the tools and try it")
    how.add_argument(
        "--sign", action="store_true", help="sign with the command or certificate named in the environment"
    )
    how.add_argument("--sign-throw-away", action="store_true", help="sign with a new certificate nobody trusts")
    how.add_argument("--release", action="store_true", help="lay out what was built in build/release, to publish")
    how.add_argument("--rehearse-release", action="store_true", help="the same without a tag; not for publishing")
    how.add_argument("--behind", action="store_true", help="say what that is shipped has a newer version")
    parser.add_argument("--if-changed", action="store_true", help="only if anything that goes into it has changed")
    parser.add_argument("--quick", action="store_true", help="pack lightly, to try the installer; not for publishing")
    parser.add_argument("--program", type=Path, help="another tree with src, resources and translations")
    parser.add_argument("--build", type=Path, help="another folder for what is built")
    given = parser.parse_args()
    try:
        places = find_places(given.program, given.build)
        places.build.mkdir(parents=True, exist_ok=True)
        if given.release or given.rehearse_release:
            print(make_release(places, rehearsal=given.rehearse_release))
            return 0
        if given.behind:
            print(what_is_behind(places))
            return 0
        wine = try_toolbox(places)
        if given.tools:
            print(f"{places.tools}: {wine}")
        else:
            _build_as_asked(places, given)
    except BuildError as error:
        print(error, file=sys.stderr)
        return _NO_TOOLS if given.tools else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
