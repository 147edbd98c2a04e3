"""Puts the program itself into the payload, laid out as its wheel would be."""

import os
import re
import shutil
from pathlib import Path

from builder.files import fresh_folder
from builder.places import BuildError, Places
from builder.wheels import compile_all

ADDRESS_VARIABLE = "POS_CLOSEOUT_ADDRESS"
"""Names the publisher's page, which Windows shows among its apps and the program in its help menu."""
_UNWANTED = shutil.ignore_patterns("__pycache__", "*.pyc", "*.ts", ".*", "ORIGIN.md", "*.icns")


def add_program(places: Places) -> None:
    """Copies package, resources and translations to `payload/app` and compiles the package, its sources kept.

    The sources stay so that a report of an error quotes the line.

    Raises:
        BuildError: the compiled translations are missing.
    """
    target = fresh_folder(places.payload / "app") / "pos_closeout"
    shutil.copytree(places.program / "src" / "pos_closeout", target, ignore=_UNWANTED)
    for name in ("resources", "translations"):
        shutil.copytree(places.program / name, target / name, ignore=_UNWANTED)
    if not list((target / "translations").glob("*.qm")):
        raise BuildError("translations/ has no compiled .qm file. Type: make translations")
    write_address(target / "resources" / "guidance" / "edition.toml", publisher_address())
    compile_all(places, target.parent, "app", keep_source=True)


def publisher_address() -> str:
    """Returns the publisher's page, or nothing where none was given.

    Raises:
        BuildError: it is no https address, or has signs that neither NSIS nor TOML would take as they stand.
    """
    address = os.environ.get(ADDRESS_VARIABLE, "")
    if address and not re.fullmatch(r"https://[A-Za-z0-9./_~%?=&#:-]+", address):
        raise BuildError(f"{ADDRESS_VARIABLE} must be an https address, not {address}")
    return address


def write_address(file: Path, address: str) -> None:
    """Writes the publisher's page into the program's `edition.toml`.

    Raises:
        BuildError: the file has no empty address to fill.
    """
    text = file.read_text("utf-8")
    if text.count('address = ""') != 1:
        raise BuildError(f"{file.name} has no empty address")
    file.write_text(text.replace('address = ""', f'address = "{address}"'), "utf-8", newline="\n")
