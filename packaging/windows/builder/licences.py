"""Writes one page with the licence of everything that is shipped, from what the parts say of themselves."""

import json
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from builder.files import all_files
from builder.places import TREE, WINDOWS, BuildError, Places
from builder.runtime import carried_versions
from builder.wheels import fetched_wheels

PAGE = "licences.txt"
_RULE = "=" * 100
_NAMES = ("licen", "copying", "notice", "authors", "ofl")
# Offered by the same publisher to paying customers; not the licence these parts are used under.
_NOT_USED = "LicenseRef-Qt-Commercial.txt"
# What a package in Rust was put together from, as its builder lists it.
_BILL = "*.cyclonedx.json"
_QT = "Qt and PySide6 (LGPL-3.0-only)"


def write_licences(places: Places) -> Path:
    """Writes the page beside the executable and, for the program to show, among its resources; returns the first.

    Order: the program, Python, every package that is shipped, fonts and icons, the installer's own parts, and the
    general licences that some of them refer to.

    Raises:
        BuildError: a package has no licence to show.
    """
    notices = WINDOWS / "notices"
    parts = [("POS Closeout (MIT)", _text(TREE / "LICENSE")), *_python(places)]
    parts += [part for folder in _shipped_metadata(places) for part in _package(folder)]
    parts += [(_QT, _text(notices / "qt.txt")), *_resources(places)]
    parts += [("Microsoft Visual C++ runtime", _text(notices / "microsoft.txt"))]
    parts += [("Launcher (start-up code)", _text(notices / "launcher.txt")), ("NSIS", _text(notices / "nsis.txt"))]
    common = places.tools / "usr" / "share" / "common-licenses"
    parts += [(name, _text(common / name)) for name in ("LGPL-3", "GPL-3", "LGPL-2.1", "Apache-2.0", "CC0-1.0")]
    page = places.payload / PAGE
    page.write_text(_page(_text(notices / "head.txt"), parts), "utf-8-sig", newline="\r\n")
    copy = places.payload / "app" / "pos_closeout" / "resources" / PAGE
    copy.write_bytes(page.read_bytes())
    return page


def _page(head: str, parts: list[tuple[str, str]]) -> str:
    contents = "\n".join(f"  {title}" for title, _ in parts)
    bodies = "".join(f"\n\n{_RULE}\n{title}\n{_RULE}\n\n{body}\n" for title, body in parts)
    return f"{head}\n\n{contents}\n{bodies}"


def _python(places: Places) -> list[tuple[str, str]]:
    version = carried_versions(places.payload / "runtime")["CPython"]
    title = f"Python {version} (PSF-2.0), with OpenSSL, SQLite, libffi, zlib and others"
    return [(title, _text(places.payload / "runtime" / "LICENSE.txt"))]


def _shipped_metadata(places: Places) -> list[Path]:
    """Returns the complete .dist-info folders, from the unpruned wheels, of every package in the payload."""
    shipped = sorted((places.payload / "lib").glob("*.dist-info"))
    return [fetched_wheels(places) / folder.name for folder in shipped]


def _package(folder: Path) -> list[tuple[str, str]]:
    about = HeaderParser().parsestr((folder / "METADATA").read_text("utf-8"))
    title = f"{about['Name']} {about['Version']} ({licence_name(about)})"
    texts = [_text(folder / name) for name in all_files(folder) if _tells_licence(name)]
    if list(folder.rglob(_NOT_USED)):
        texts.append(f"See {_QT} below.")
    texts += [compiled_in(bill) for bill in sorted(folder.rglob(_BILL))]
    ours = WINDOWS / "notices" / f"{about['Name'].lower()}.txt"
    if ours.exists():
        texts.append(_text(ours))
    if not texts:
        raise BuildError(f"{title} brings no licence. Find it and write notices/{ours.name}")
    return [(title, "\n\n".join(texts))]


def compiled_in(bill: Path) -> str:
    """Returns a sentence that names the parts, their authors and their licences from a CycloneDX bill of materials."""
    lines = []
    for part in json.loads(bill.read_text("utf-8"))["components"]:
        terms = " and ".join(each.get("expression") or each["license"]["id"] for each in part.get("licenses", []))
        author = f", {part['author']}" if part.get("author") else ""
        lines.append(f"  {part['name']} {part['version']} ({terms}){author}")
    return "\n".join(["Compiled in, each under the licence named:", "", *sorted(lines)])


def licence_name(about: Message) -> str:
    """Returns what a package's metadata calls its licence, in one line; empty when it says nothing."""
    classifiers = [line.rsplit(" :: ", 1)[-1] for line in about.get_all("Classifier", []) if line.startswith("License")]
    return str(about["License-Expression"] or about["License"] or ", ".join(classifiers)).split("\n")[0]


def _tells_licence(name: Path) -> bool:
    """A licence by its own name, or by that of a folder it lies in, as that of pypdfium2's parts does."""
    in_folder = any(part.lower().startswith("licen") for part in name.parts[:-1])
    return (in_folder or name.name.lower().startswith(_NAMES)) and name.name != _NOT_USED


def _resources(places: Places) -> list[tuple[str, str]]:
    folder = places.payload / "app" / "pos_closeout" / "resources"
    found = [name for name in all_files(folder) if _tells_licence(name) and name.name != PAGE]
    return [(f"resources: {name.parent.as_posix()}", _text(folder / name)) for name in found]


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace").replace("\r\n", "\n").replace("\f", "\n").strip()
