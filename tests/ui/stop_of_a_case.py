"""What an owner does to stop: tells everybody, and takes each terminal through its last tasks, in the window."""

from email import message_from_bytes
from email.policy import default

from PySide6.QtWidgets import QCheckBox, QPushButton

from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.wizard.steps.notices.notice_editor import NoticeEditor
from pos_closeout.ui.wizard.steps.notices.words_dialog import NoticeWords
from tests.ui.owner import Owner

STANDS, LOST = "10023456", "10023457"

FIRST, REFUNDS, PRINT = (
    "Take no more cards and put up the notice",
    "Submit every refund",
    "Print details and totals",
)
SETTLE, COMPARE, SIGN_OFF = "Settle the batch on the terminal", "Compare with the till and the bills", "Sign off"
POWER_OFF, HAND_OVER, RECEIPT = "Switch off and seal", "Hand it over against a paper", "Get it in writing"
STORE, TRY_OLD, STATUS = "Lock it away and note where", "Try it the day after: it should refuse", "Look at the status"
CHECK_NEW, TRY_NEW = "Check the new device", "Try the new device and see the credit next day"
RESUME = (
    "To use it again: ask for it to be resumed",
    "Check device, place and settlement account",
    "Try a payment and see the credit",
)
REPORT, SWITCHED_OFF, MISUSE, BY_ACQUIRER = (
    "Report the loss at once",
    "Have the acquirer switch off its transactions",
    "Look for transactions after the loss",
    "Have the acquirer settle for you",
)
ORDER = (FIRST, REFUNDS, PRINT, SETTLE, COMPARE, SIGN_OFF, POWER_OFF)
ENDS = {
    Action.SUSPEND: (STORE, TRY_OLD, RECEIPT),
    Action.SWAP: (CHECK_NEW, TRY_NEW, HAND_OVER, RECEIPT),
    Action.REMOVE: (HAND_OVER, TRY_OLD, STATUS, RECEIPT),
    Action.CLOSE_MERCHANT: (HAND_OVER, TRY_OLD, STATUS, RECEIPT),
}
NEVER = {
    Action.SUSPEND: (HAND_OVER, CHECK_NEW, STATUS),
    Action.SWAP: (STORE, TRY_OLD, STATUS),
    Action.REMOVE: (STORE, CHECK_NEW),
    Action.CLOSE_MERCHANT: (STORE, CHECK_NEW),
}


def tell_everybody(owner: Owner) -> str:
    """Note everybody who is usually told, and that each was told; return the name of the one who gets an e-mail."""
    owner.go(Step.NOTICES)
    owner.write("How customers pay afterwards", "WeChat")
    owner.press("Add who is usually told")
    assert owner.reads(Step.NOTICES, "current")
    owner.sees(owner.word("planned"))
    mailed = names_of(owner, "Words for %1")[-1]
    write_to(owner, mailed)
    for name in names_of(owner, "Edit %1"):
        if name != mailed:
            note_day(owner, name, "Told on")
    assert owner.reads(Step.NOTICES, "done")
    poster = owner.print("Print the poster" if owner.language == "zh" else "Print it in English")
    told = ("13900139000", "WeChat", "2026年12月21日" if owner.language == "zh" else "21 December 2026")
    assert all(fact in poster for fact in told)
    return mailed


def note_day(owner: Owner, name: str, what: str) -> None:
    """Write today into one of the days of a notice."""
    with owner.filling(NoticeEditor, lambda dialog: owner.write(what, owner.day.isoformat(), dialog)):
        owner.press(owner.word("Edit %1").replace("%1", name))


def names_of(owner: Owner, button: str) -> list[str]:
    """Return who the buttons of the page that are called so are for."""
    head, _, tail = owner.word(button).partition("%1")
    names = [each.accessibleName() for each in owner.shown().findChildren(QPushButton)]
    return [each[len(head) : len(each) - len(tail)] for each in names if each.startswith(head) and each.endswith(tail)]


def write_to(owner: Owner, name: str) -> None:
    """Save the words for somebody as an e-mail, and say that it went out today."""
    mail = owner.saves_as(owner.home / "notice.eml")

    def fill(dialog: NoticeWords) -> None:
        owner.press("E-mail", dialog)
        owner.press("中文" if owner.language == "zh" else "English", dialog)
        owner.press("Save as e-mail…", dialog)
        assert "notice.eml" in owner.said(dialog)

    with owner.filling(NoticeWords, fill, keep="Told today"):
        owner.press(owner.word("Words for %1").replace("%1", name))
    message = message_from_bytes(mail.read_bytes(), policy=default)
    assert message["Subject"]
    owner.sees(owner.word("told"))


def hear_back(owner: Owner, name: str) -> None:
    """Note that somebody confirmed the notice today."""
    owner.go(Step.NOTICES)
    note_day(owner, name, "Confirmed on")
    owner.sees(owner.word("confirmed"))


def find_devices_locked(owner: Owner) -> None:
    """Look at the devices before the backup: only what destroys nothing may be done."""
    owner.go(Step.DEVICE)
    assert owner.reads(Step.DEVICE, "locked")
    owner.sees(owner.word("Locked until your backup has been checked:").rstrip())
    assert waits(owner, SETTLE) == owner.word("First check your backup.")
    assert not waits(owner, FIRST)
    owner.press(LOST)
    assert not waits(owner, REPORT)
    assert waits(owner, BY_ACQUIRER)


def stop_the_devices(owner: Owner, action: Action) -> None:
    """Do every task of both terminals as soon as it may be done."""
    owner.go(Step.DEVICE)
    owner.press(STANDS)
    stop_the_one_that_stands(owner, action)
    owner.press(LOST)
    stop_the_lost_one(owner)
    assert owner.state(Step.DEVICE) is StepState.DONE
    assert owner.reads(Step.DEVICE, "done")


def stop_the_one_that_stands(owner: Owner, action: Action) -> None:
    """Every task in its order, with those that belong to the action; a suspended one has a way back."""
    offered = task_names(owner)
    for name in (*ORDER, *ENDS[action]):
        assert owner.word(name) in offered, name
    for name in (*NEVER[action], REPORT, BY_ACQUIRER, *RESUME):
        assert owner.word(name) not in offered, name
    assert owner.word(REFUNDS) in waits(owner, SETTLE)
    assert owner.word(SIGN_OFF) in waits(owner, POWER_OFF)
    done = do_all(owner, until=len(offered))
    assert sorted(done) == sorted(offered)
    order = [done.index(owner.word(each)) for each in ORDER]
    assert order == sorted(order)
    if action is Action.SUSPEND:
        ask, check, attempt = RESUME
        assert [owner.word(each) for each in RESUME] == task_names(owner)[-3:]
        assert not waits(owner, ask)
        assert owner.word(ask) in waits(owner, check)
        assert owner.word(check) in waits(owner, attempt)
    else:
        assert task_names(owner) == offered
    if HAND_OVER in ENDS[action]:
        assert done.index(owner.word(POWER_OFF)) < done.index(owner.word(HAND_OVER))


def stop_the_lost_one(owner: Owner) -> None:
    """The loss is reported first, and the acquirer does what cannot be done without the device."""
    offered = task_names(owner)
    assert offered[:3] == [owner.word(each) for each in (REPORT, SWITCHED_OFF, MISUSE)]
    assert owner.word(BY_ACQUIRER) in offered
    for name in (SETTLE, SIGN_OFF, POWER_OFF, STORE, HAND_OVER, TRY_OLD):
        assert owner.word(name) not in offered, name
    # The number that the police and the acquirer give is asked for where the loss is reported.
    owner.write("Note: who, number, place", "A3300-7")
    assert any("A3300-7" in each.note for each in owner.window.session.case.device_tasks)
    assert sorted(do_all(owner, until=len(offered))) == sorted(offered)


def do_all(owner: Owner, until: int) -> list[str]:
    """Tick off tasks as soon as each may be, so many; return them in that order."""
    done: list[str] = []
    while len(done) < until:
        box = open_boxes(owner)[0]
        done.append(box.accessibleName())
        owner.space(box)
    return done


def boxes_shown(owner: Owner) -> list[QCheckBox]:
    """Return the boxes on the page."""
    page = owner.shown()
    return [box for box in page.findChildren(QCheckBox) if box.isVisibleTo(page)]


def task_names(owner: Owner) -> list[str]:
    """Return the tasks of the terminal on the page, from top to bottom."""
    return [box.accessibleName() for box in boxes_shown(owner)]


def waits(owner: Owner, task: str) -> str:
    """Return what a task has to wait for, as it is read out; empty when it may be done."""
    box = next(each for each in boxes_shown(owner) if each.accessibleName() == owner.word(task))
    assert box.isEnabled() is not bool(box.accessibleDescription())
    return box.accessibleDescription()


def open_boxes(owner: Owner) -> list[QCheckBox]:
    """Return the boxes of the page that can be ticked."""
    return [box for box in boxes_shown(owner) if box.isEnabled() and not box.isChecked()]
