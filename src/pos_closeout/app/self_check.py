"""``--self-check``: proves on this machine that what an installation needs is there and works."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QTranslator, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument, QPdfSelection
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QSystemTrayIcon

from pos_closeout import __version__
from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.cases.sample import add_sample_case
from pos_closeout.actions.data_folder import open_data_folder
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.papers.letter import Documents, draw_letter, open_documents
from pos_closeout.app.window import local_now, make_application
from pos_closeout.app.window_failure import TABLE, has_screen, missing_packages
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.guidance import load_guidance
from pos_closeout.paths import Paths, own_command, package_folder

PLATFORM_VERB = "name-platform"
"""First argument of the process that says on which platform a window comes up; it is no verb for people."""

RARE = "停机 䶮 𬱖 𠅤 ☐ ☑ ABC 0123"
"""What the fonts must hold: everyday and rare characters, boxes to tick, Latin and figures."""


@dataclass(frozen=True, slots=True)
class SelfCheckResult:
    """One thing that was tried: its name, whether it worked, and what was seen."""

    name: str
    passed: bool
    seen: str


def self_check(paths: Paths) -> tuple[SelfCheckResult, ...]:
    """Try everything an installation needs and return what was seen, in the order it was tried."""
    app = make_application(paths, [])
    today = local_now().date()
    with TemporaryDirectory(prefix="pos-closeout-", ignore_cleanup_errors=True) as folder:
        found = [_versions(), *_database_and_letter(paths, Path(folder), today)]
    found += [_guidance(paths), _translations(app, paths), _printing(), _tray(), _window(app, paths)]
    return tuple(found)


def _versions() -> SelfCheckResult:
    return SelfCheckResult(
        "versions", passed=True, seen=f"POS Closeout {__version__}, PySide6 {pyside_version}, Qt {qVersion()}"
    )


def _database_and_letter(paths: Paths, folder: Path, today: date) -> Iterator[SelfCheckResult]:
    """Store the sample case, read it back, set its letter and read that back."""
    stored: list[tuple[Case, tuple[OpenItem, ...]]] = []

    def round_trip() -> str:
        with open_data_folder(folder / "data", local_now()) as store:
            case = add_sample_case(store, today, local_now())
        with open_data_folder(folder / "data", local_now()) as store:
            again, items = load_case(store, case.id), list_items(store, case.id)
        if again != case:
            raise CloseoutError("check.database_differs")
        stored.append((again, items))
        return f"{len(items)} items"

    yield _tried("database", round_trip)
    if not stored:
        return
    case, items = stored[0]
    documents = open_documents(paths.resources)
    yield _tried("fonts", lambda: _fonts(documents))
    for language in LetterLanguage:

        def read_back(language: LetterLanguage = language) -> str:
            text = pdf_text(draw_letter(documents, case, items, language, today))
            if case.merchant.merchant_number not in text or case.merchant.registered_name not in text:
                raise CloseoutError("check.letter_unreadable")
            return f"{len(text)} characters read back"

        yield _tried(f"letter-{language}", read_back)


def _fonts(documents: Documents) -> str:
    missing = documents.fonts.missing_characters(RARE)
    if missing:
        raise CloseoutError("check.characters_missing", characters="".join(missing))
    return RARE


def pdf_text(data: bytes) -> str:
    """Return the text of a PDF, without line ends."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages: list[QPdfSelection] = [document.getAllText(number) for number in range(document.pageCount())]
    text = "".join(page.text() for page in pages)
    document.close()
    return "".join(text.split())


def _guidance(paths: Paths) -> SelfCheckResult:
    return _tried("guidance", lambda: f"{len(load_guidance(paths.resources / 'guidance').checks)} checks")


def _translations(app: QCoreApplication, paths: Paths) -> SelfCheckResult:
    translator = QTranslator(app)
    loaded = translator.load("pos_closeout_zh_CN", str(paths.translations))
    return SelfCheckResult("translations", loaded and not translator.isEmpty(), "zh_CN" if loaded else "not found")


def _printing() -> SelfCheckResult:
    with TemporaryDirectory(prefix="pos-closeout-", ignore_cleanup_errors=True) as folder:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(Path(folder) / "test.pdf"))
        return SelfCheckResult("printing", printer.isValid(), f"{printer.resolution()} dpi")


def _tray() -> SelfCheckResult:
    """A desktop without a tray is no fault; the check is that asking works."""
    return SelfCheckResult("tray", passed=True, seen="yes" if QSystemTrayIcon.isSystemTrayAvailable() else "none here")


def _window(app: QGuiApplication, paths: Paths) -> SelfCheckResult:
    """Try the platform that a window needs; on Linux this check itself runs on one that needs no screen."""
    if sys.platform != "linux":
        return SelfCheckResult("window", passed=True, seen=app.platformName())
    packages = missing_packages(paths.resources / TABLE)
    if packages:
        return SelfCheckResult("window", passed=False, seen=f"missing: {' '.join(packages)}")
    if not has_screen():
        return SelfCheckResult("window", passed=True, seen="no screen here; the libraries for one are there")
    return platform_of_a_window({name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"})


def platform_of_a_window(environment: Mapping[str, str]) -> SelfCheckResult:
    """Try it in a process of its own, which Qt ends when there is no window to be had."""
    own = {**environment, "PYTHONPATH": str(package_folder().parent)}
    done = subprocess.run([*own_command(), PLATFORM_VERB], env=own, capture_output=True, text=True, check=False)  # noqa: S603  # this very program
    return SelfCheckResult(
        "window", done.returncode == 0, "; ".join((done.stdout or done.stderr).split("\n")).strip("; ")
    )


def name_platform() -> int:
    """Say on which platform a window comes up, as the process that was started for it; return its exit code."""
    sys.stdout.write(f"{QGuiApplication([]).platformName()}\n")
    return 0


def _tried(name: str, act: Callable[[], str]) -> SelfCheckResult:
    try:
        return SelfCheckResult(name, passed=True, seen=act())
    except CloseoutError as error:
        return SelfCheckResult(name, passed=False, seen=str(error))
