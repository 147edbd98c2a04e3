"""What an owner brings in and takes out of a case at the window: bills, printed papers, the bundle of proof."""

import io
import zipfile
from copy import copy
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from pos_closeout.domain.errors import EvidenceError
from pos_closeout.domain.phases import Step
from pos_closeout.evidence.bundle import verify_bundle
from pos_closeout.ui import papers
from pos_closeout.ui.bills.columns import ColumnsDialog
from tests.ui.owner import Owner

SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "statements"
LATER = (
    "交易日期,摘要,对方户名,支出金额,收入金额,余额\r\n"
    "2027-01-15,POS服务费,拉卡拉支付股份有限公司,36.00,,864.00\r\n"
    "2027-01-20,场地管理费,某某物业,50.00,,814.00\r\n"
    "2027-01-21,押金退款,拉卡拉支付股份有限公司,,200.00,1014.00\r\n"
)
"""A statement of after the stop: a charge, one that only looks like it, and the deposit."""


def catch_prints(patch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts of what is printed from now on."""
    sheets: list[str] = []

    def keep(document: QPdfDocument, _title: str, _window: QWidget) -> bool:
        sheets.append("".join(document.getAllText(at).text() for at in range(document.pageCount())))
        return True

    patch.setattr(papers, "print_pdf", keep)
    return sheets


def printed(owner: Owner, sheets: list[str], name: str, within: QWidget | None = None) -> str:
    """Press what prints and return what stands on the paper, without spaces."""
    before = len(sheets)
    owner.press(name, within)
    owner.qtbot.waitUntil(lambda: len(sheets) > before, timeout=20_000)
    return "".join(sheets[-1].split())


def bring_in(owner: Owner, bill: Path, patch: pytest.MonkeyPatch) -> None:
    """Import a bill by the buttons of the page about bills."""
    patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(bill)], ""))
    owner.go(Step.OPEN_ITEMS)
    owner.press("Import bills…")
    page = owner.window.workspace.bills
    owner.press("Choose files…", page)
    owner.qtbot.waitUntil(lambda: not page.choose.looking, timeout=20_000)
    if not page.choose._import.isEnabled():
        # A table of a bank: what the program takes its columns for is right.
        with owner.filling(ColumnsDialog, lambda _dialog: None):
            owner.press("Name the columns…", page.choose)
        owner.qtbot.waitUntil(page.choose._import.isEnabled, timeout=20_000)
    owner.space(page.choose._import)
    owner.qtbot.waitUntil(lambda: not page.importing.running, timeout=20_000)


def accept_finds(owner: Owner) -> None:
    """Put everything that was found in the bills on the outstanding list."""
    page = owner.window.workspace.bills
    owner.press("2 Finds to decide", page)
    while page.finds.waiting:
        owner.press("Accept", page.finds)


def leave_bills(owner: Owner) -> None:
    """Go back to the case."""
    owner.press("Go back", owner.window.workspace.bills)
    assert owner.window.workspace.shows_wizard


def make_bundle(owner: Owner, path: Path, patch: pytest.MonkeyPatch) -> bytes:
    """Save the bundle of proof, have it checked at the window, and return it."""
    patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    owner.go(Step.FOLLOW_UP)
    owner.press("Make the bundle…" if owner.language == "zh" else "Make it in English…")
    hears(owner, owner.word("Saved: %1").replace("%1", str(path)))
    owner.press("Check a bundle…")
    hears(owner, owner.word("%1 is whole: no byte has changed.").replace("%1", path.name))
    return path.read_bytes()


def hears(owner: Owner, sentence: str) -> None:
    """Wait until a screen reader would say a sentence."""
    page = owner.shown()
    owner.qtbot.waitUntil(
        lambda: sentence in {each.accessibleName() for each in page.findChildren(QWidget)}, timeout=30_000
    )


def holds_against_changes(bundle: bytes) -> bool:
    """Return whether the bundle verifies, and neither with a byte changed, wherever it is, nor with a file less."""
    if not is_whole(bundle):
        return False
    places = range(0, len(bundle), max(1, len(bundle) // 40))
    changed = (bundle[:at] + bytes([bundle[at] ^ 1]) + bundle[at + 1 :] for at in places)
    with zipfile.ZipFile(io.BytesIO(bundle)) as told:
        names = told.namelist()
        less = (without(told, name) for name in names[:: max(1, len(names) // 8)])
        packed_again = is_whole(without(told, ""))
        return packed_again and not any(map(is_whole, changed)) and not any(map(is_whole, less))


def without(told: zipfile.ZipFile, left_out: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as fewer:
        for info in told.infolist():
            if info.filename != left_out:
                # Writing changes where it says that the file lies.
                fewer.writestr(copy(info), told.read(info))
    return made.getvalue()


def is_whole(bundle: bytes) -> bool:
    try:
        return not verify_bundle(bundle).faults
    except EvidenceError:
        return False
