"""What an owner does in each of the twelve steps of a case, all of it through the window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QPushButton

from pos_closeout.domain.phases import State, Step
from pos_closeout.domain.terminal import Action
from pos_closeout.ui.open_items.clearing import ClearDialog
from pos_closeout.ui.open_items.editor import ItemEditor
from pos_closeout.ui.steps.contact_editor import ContactEditor
from pos_closeout.ui.steps.notice_editor import NoticeEditor
from pos_closeout.ui.steps.questions import Questions
from pos_closeout.ui.steps.review_editor import ReviewEditor
from pos_closeout.ui.steps.terminal_editor import TerminalEditor
from tests.ui.owner import Owner

ACTIONS = {
    Action.SUSPEND: "Suspend",
    Action.SWAP: "Swap",
    Action.REMOVE: "Remove",
    Action.CLOSE_MERCHANT: "Close the merchant",
}
STOP = date(2026, 12, 20)


def say_what_is_to_stop(owner: Owner, action: Action) -> None:
    owner.go(Step.PURPOSE)
    owner.press(ACTIONS[action])
    owner.press("Add a terminal")
    for count, (number, place) in enumerate((("10023456", "till"), ("10023457", "store room")), 1):
        owner.write(f"Terminal number {count}", number)
        owner.write(f"Where it stands {count}", place)
    owner.press("Lost or stolen")
    owner.write("Stop from", STOP.isoformat())
    assert owner.state(Step.PURPOSE) is State.DONE


def say_who_asks(owner: Owner) -> None:
    owner.go(Step.IDENTITY)
    answers = {
        "Registered name": "Heshun",
        "Credit code": "92310115MA1K3TE79M",
        "Merchant number": "822331054110001",
        "Person in charge": "Zhang",
        "Phone": "13800138000",
        "Full name of the acquirer": "Lakala Payment",
        "Settlement account in the name of": "Heshun",
        "Deposit paid": "299",
    }
    for name, text in answers.items():
        owner.write(name, text)
    edit = owner.word("Edit terminal %1").replace("%1", "10023457")
    with owner.filling(TerminalEditor, lambda dialog: owner.pick("State", "lost or stolen", dialog)):
        owner.press(edit)
    assert owner.state(Step.IDENTITY) is State.DONE
    assert owner.state(Step.DEVICE) is State.LOCKED


def write_down(owner: Owner, kind: str, amount: str, due: date) -> None:
    """Add an open item."""

    def fill(dialog: QDialog) -> None:
        owner.pick("What is open", kind, dialog)
        owner.write("Amount", amount, dialog)
        owner.write("Who it is with", "Wang", dialog)
        owner.write("Due date", due.isoformat(), dialog)
        owner.write("Why this date", "as promised", dialog)

    owner.go(Step.OPEN_ITEMS)
    with owner.filling(ItemEditor, fill):
        owner.press("Add an entry")


def clear_first(owner: Owner, how: str, proof: Path | None = None) -> None:
    """Say of the item that is chosen in the list that its money came, with a proof if there is one."""

    def fill(dialog: QDialog) -> None:
        owner.write("How it was cleared", how, dialog)
        if proof is not None:
            owner.press("Add proof…", dialog)

    owner.go(Step.OPEN_ITEMS)
    with owner.filling(ClearDialog, fill):
        try:
            owner.press("Refund has arrived…")
        except LookupError:
            owner.press("Cleared…")


def answer_questions(owner: Owner) -> None:
    """Answer every question of the eligibility step with the answer that lets it pass."""
    owner.go(Step.ELIGIBILITY)
    questions = owner.shown().findChildren(Questions)[0]
    for _ in range(40):
        if not any(found.unanswered for found in owner.window.workspace.situation().findings):
            return
        first = next(each for each in questions.findChildren(QPushButton) if each.isVisibleTo(questions))
        owner.press(first.accessibleName() or first.text(), questions)
    raise AssertionError("never out of questions")


def look_ahead(owner: Owner) -> None:
    """Choose how customers pay afterwards, and go through the risks."""
    owner.go(Step.IMPACT)
    cash = [box for box in owner.shown().findChildren(QCheckBox) if box.accessibleName() == owner.word("Cash")]
    owner.space(cash[-1])
    owner.press(f"{owner.word('It works already')}: {owner.word('Cash')}")
    owner.press("I have gone through these risks")
    assert owner.state(Step.IMPACT) is State.DONE


def ask_the_acquirer(owner: Owner) -> None:
    """Answer the questions of the guard, write down a call, confirm who the acquirer is."""
    owner.go(Step.CONTACT)
    for asked, says in (("Did you find", "Yes"), ("Did somebody call", "No"), ("Did anybody ask", "No")):
        owner.press(f"{owner.word(says)}: {owner.word(asked) if owner.language == 'zh' else asked}")

    def fill(dialog: QDialog) -> None:
        owner.write("Number or address", "95016", dialog)
        owner.pick("Where the number is from", "card slip", dialog)

    with owner.filling(ContactEditor, fill):
        owner.press("Write down a contact")
    owner.press("I have checked the name")
    assert owner.state(Step.CONTACT) is State.DONE


def back_up(owner: Owner, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Keep a bill and what the program knows, in a bag that is read back."""
    bill, bags = folder / "微信账单2025-01.csv", folder / "bags"
    bill.write_text("金额\n128.00\n", encoding="utf-8")
    bags.mkdir()
    patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(bill)], ""))
    patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(bags))
    owner.go(Step.BACKUP)
    owner.press("Add files")
    owner.press("Choose where it goes")
    owner.press("Make the backup")
    owner.qtbot.waitUntil(lambda: owner.state(Step.BACKUP) is State.DONE)
    assert owner.state(Step.DEVICE) is State.TO_DO


def print_letter(owner: Owner, printed: list[str]) -> str:
    """Print the letter and return what stands on it."""
    owner.go(Step.APPLICATION)
    before = len(printed)
    owner.press("Print")
    owner.qtbot.waitUntil(lambda: len(printed) > before)
    assert owner.state(Step.APPLICATION) is State.DONE
    return printed[-1]


def note(owner: Owner, what: str, *reasons: str) -> None:
    """Note what happened to the application."""

    def fill(dialog: QDialog) -> None:
        for reason in reasons:
            owner.press(reason, dialog)

    owner.go(Step.REVIEW)
    with owner.filling(ReviewEditor, fill):
        owner.press(what)


def mend(owner: Owner) -> None:
    """Tick off everything on the list of repairs, and change an answer."""
    owner.go(Step.REVIEW)
    assert owner.state(Step.REVIEW) is State.BLOCKED
    names = [box.accessibleName() for box in owner.shown().findChildren(QCheckBox) if box.isVisibleTo(owner.shown())]
    for name in names[1:]:
        owner.press(name)
    owner.go(Step.IDENTITY)
    owner.write("Phone", "13900139000")


def tell_everybody(owner: Owner) -> None:
    """Note everybody who is usually told, and that each was told today."""
    owner.go(Step.NOTICES)
    owner.write("How customers pay afterwards", "WeChat")
    owner.press("Add who is usually told")
    assert owner.state(Step.NOTICES) is State.TO_DO
    for name in notices(owner):
        with owner.filling(NoticeEditor, lambda dialog: owner.write("Told on", owner.day.isoformat(), dialog)):
            owner.press(name)
    assert owner.state(Step.NOTICES) is State.DONE


def notices(owner: Owner) -> list[str]:
    """Return the names of the pencils beside the notices."""
    begin = owner.word("Edit %1").replace("%1", "")
    pencils = [each.accessibleName() for each in owner.shown().findChildren(QPushButton)]
    return [name for name in pencils if name.startswith(begin)]


def hear_back(owner: Owner) -> None:
    """Note that the first who was told has confirmed it."""
    owner.go(Step.NOTICES)
    with owner.filling(NoticeEditor, lambda dialog: owner.write("Confirmed on", owner.day.isoformat(), dialog)):
        owner.press(notices(owner)[0])
    assert any(each.acknowledged_on == owner.day for each in owner.window.session.case.notices)


def stop_the_devices(owner: Owner) -> dict[str, list[str]]:
    """Tick off every task of every terminal as soon as it may be; return the tasks done of each terminal."""
    owner.go(Step.DEVICE)
    done: dict[str, list[str]] = {}
    for terminal in ("10023456", "10023457"):
        owner.press(terminal)
        tasks = done[terminal] = []
        while boxes := open_boxes(owner):
            tasks.append(boxes[0].accessibleName())
            owner.space(boxes[0])
    assert owner.state(Step.DEVICE) is State.DONE
    return done


def open_boxes(owner: Owner) -> list[QCheckBox]:
    """Return the boxes of the page that can be ticked."""
    page = owner.shown()
    boxes = page.findChildren(QCheckBox)
    return [box for box in boxes if box.isVisibleTo(page) and box.isEnabled() and not box.isChecked()]


def object_to_fee(owner: Owner) -> None:
    """Take what was found on a statement for a charge, leave what is none, and see the charge come back."""
    owner.go(Step.FOLLOW_UP)
    owner.press("Not one of theirs")
    owner.press("It is a charge: write it down")
    assert owner.word("A charge after the stop has not come back.") in owner.said()
    owner.press("Objected today")
    owner.press("Came back today")
    assert owner.word("A charge after the stop has not come back.") not in owner.said()


def follow_up(owner: Owner) -> None:
    """Look through the statements, and settle for a part of the deposit."""
    owner.go(Step.FOLLOW_UP)
    owner.write("Confirmed in writing on", owner.day.isoformat())
    owner.write("Asked for on", STOP.isoformat())
    owner.write("Received on", owner.day.isoformat())
    owner.write("Received", "200")
    assert owner.word("The deposit is not settled yet.") in owner.said()
    owner.write("Deducted by them", "99")
    owner.write("Why they deducted it", "scratch")
    while "watch" in owner.window.workspace.situation().statuses[Step.FOLLOW_UP].missing:
        # The lines are drawn anew after each tick.
        owner.qtbot.waitUntil(lambda: bool(months_to_look_through(owner)))
        owner.space(months_to_look_through(owner)[0])


def months_to_look_through(owner: Owner) -> list[QCheckBox]:
    """Return the boxes of the months whose statements have not been looked through."""
    before, _, after = owner.word("Statement of %1 looked through").partition("%1")
    names = {box: box.accessibleName() for box in open_boxes(owner)}
    return [box for box, name in names.items() if name.startswith(before) and name.endswith(after)]
