"""Puts the program itself into the payload, laid out as its wheel would be."""

import shutil

from builder.files import fresh_folder
from builder.places import BuildError, Places
from builder.wheels import compile_all

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
    compile_all(places, target.parent, "app", keep_source=True)
