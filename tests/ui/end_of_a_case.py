"""What an owner does until the last yuan is home: fees, deposit, report and evidence, all of it through the window."""

import zipfile
from collections.abc import Callable
from copy import copy
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.phases import Step
from tests.ui.bills_of_a_case import import_bill
from tests.ui.owner import Owner
from tests.ui.steps_of_a_case import STOP, print_paper
from tests.ui.stop_of_a_case import open_boxes

LATER = (
    "交易日期,摘要,对方户名,支出金额,收入金额,余额\r\n"
    "2027-01-15,POS服务费,拉卡拉支付股份有限公司,36.00,,864.00\r\n"
    "2027-01-20,管理费,,50.00,,814.00\r\n"
    "2027-01-21,押金退款,拉卡拉支付股份有限公司,,200.00,1014.00\r\n"
)
"""A statement of after the stop: a charge, one that only looks like it, and the deposit."""

Verified = Callable[[Path], tuple[int, dict[str, object]]]
"""Runs ``bundle verify --json`` on a file; returns its exit code and answer."""


def find_the_fee(owner: Owner) -> None:
    """Import the statement of the settlement account: the program finds what the acquirer took after the stop."""
    statement = owner.home / "bank-2027-01.csv"
    statement.write_text(LATER, encoding="utf-8-sig")
    page = import_bill(owner, statement)
    owner.press("Go back", page)
    owner.go(Step.FOLLOW_UP)
    # The statements are looked through beside the window.
    owner.qtbot.waitUntil(lambda: owner.said().count(owner.word("found in a statement")) == 2)
    said = owner.said()
    assert all(line in said for line in ("2027-01-15 · ¥36.00", "2027-01-20 · ¥50.00"))
    assert "200.00" in said, "the deposit is money that came back"
    leave_the_rent(owner)
    owner.sees(owner.word("Found in a statement, looked at and left"))


def leave_the_rent(owner: Owner) -> None:
    """Say of the one that only looks like a charge that it is none of theirs."""
    ways = owner.shown().findChildren(QPushButton)
    fitting = (each for each in ways if each.text().strip() == owner.word("Not one of theirs"))
    owner.space(next(each for each in fitting if "50.00" in each.accessibleDescription()))


def object_to_the_fee(owner: Owner) -> None:
    """Write down the fee that was found, print the objection to it, and note that it went out."""
    owner.press("It is a charge: write it down")
    owner.sees(owner.word("A charge after the stop has not come back."))
    owner.sees(owner.word("not objected to yet"))
    owner.press("Objection…")
    assert owner.window.workspace.wizard.step is Step.APPLICATION
    objection = print_paper(owner, PaperKind.FEES)
    assert "36.00" in objection
    owner.go(Step.FOLLOW_UP)
    owner.press("Objected today")
    owner.sees(owner.word("objected"))


def get_everything_back(owner: Owner) -> None:
    """The fee comes back, the deposit in part, and every statement has been looked through."""
    owner.go(Step.FOLLOW_UP)
    owner.write("Confirmed in writing on", owner.day.isoformat())
    owner.press("Came back today")
    assert owner.word("A charge after the stop has not come back.") not in owner.said()
    owner.write("Asked for on", STOP.isoformat())
    owner.write("Received on", owner.day.isoformat())
    owner.write("Received", "200")
    owner.sees(owner.word("The deposit is not settled yet."))
    owner.sees("¥99.00")
    owner.write("Deducted by them", "99")
    owner.write("Why they deducted it", "scratch")
    look_through_the_statements(owner)


def look_through_the_statements(owner: Owner) -> None:
    """Tick off every month whose statement was looked through, and nothing else."""
    head, _, tail = owner.word("Statement of %1 looked through").partition("%1")
    while boxes := [
        box
        for box in open_boxes(owner)
        if box.accessibleName().startswith(head) and box.accessibleName().endswith(tail)
    ]:
        owner.space(boxes[0])


def print_report(owner: Owner) -> None:
    """Print the closing report in the language of the screen."""
    told = owner.print("Print the closing report" if owner.language == "zh" else "Print the report in English")
    for fact in ("10023456", "36.00", "299.00", "200.00", "scratch"):
        assert fact in told, fact
    assert "50.00" not in told
    assert {"zh": "停机结案报告", "en": "Closing report"}[owner.language] in told


def make_bundle(owner: Owner) -> Path:
    """Save the evidence bundle, and have the window read it back."""
    owner.go(Step.FOLLOW_UP)
    made = owner.saves_as(owner.home / "evidence.zip")
    owner.press("Make the bundle…" if owner.language == "zh" else "Make it in English…")
    owner.qtbot.waitUntil(lambda: says(owner, "Saved: %1"))
    owner.offers_files(made)
    owner.press("Check a bundle…")
    owner.qtbot.waitUntil(lambda: says(owner, "%1 is whole: no byte has changed."))
    return made


def says(owner: Owner, words: str) -> bool:
    """Return whether the page reads out a line with these words, whatever stands for %1."""
    head, _, tail = owner.word(words).partition("%1")
    names = (each.accessibleName() for each in owner.shown().findChildren(QWidget))
    return any(each.startswith(head) and each.endswith(tail) and len(each) > len(head + tail) for each in names)


def the_evidence_holds(made: Path, verified: Verified) -> None:
    """The bundle verifies, and does not with a byte changed, wherever that is, nor with a file taken out."""
    data, changed = made.read_bytes(), made.with_name("changed.zip")
    names = zipfile.ZipFile(made).namelist()
    assert {"letters/v1-zh.pdf", "letters/v2-zh.pdf", "timeline.csv", "closing-report.pdf"} <= set(names)
    assert any(name.startswith("proofs/") for name in names)
    code, told = verified(made)
    assert (code, told["good"], told["faults"]) == (0, True, [])
    for at in range(0, len(data), max(1, len(data) // 40)):
        changed.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        code, told = verified(changed)
        assert code, at
        assert not told.get("good"), at
    without(made, changed, "")
    assert verified(changed)[1]["good"] is True
    for gone in {*names[:: max(1, len(names) // 8)], next(name for name in names if name.startswith("proofs/"))}:
        without(made, changed, gone)
        code, told = verified(changed)
        assert code, gone
        assert not told.get("good"), gone


def without(made: Path, changed: Path, gone: str) -> None:
    """Copy a zip without one of its files."""
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(changed, "w") as lacking:
        for info in whole.infolist():
            if info.filename != gone:
                # Writing changes where it says that the file lies.
                lacking.writestr(copy(info), whole.read(info))
