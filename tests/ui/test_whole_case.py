"""A whole case of two months, and what comes after it, through the window day by day: each action, in either language.

Every one meets a rejection, a lost device, a deposit that comes back in part, and a fee charged after the stop.
"""

import json
from collections.abc import Generator
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_closeout.cli import run
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.phases import Step, StepState
from tests.ui import bills_of_a_case as bills
from tests.ui import end_of_a_case as end
from tests.ui import steps_of_a_case as steps
from tests.ui import stop_of_a_case as stop
from tests.ui.owner import Owner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of offscreen windows and menus

HAS_THE_MONEY = "It says “refund successful”, or the customer has the money"
OTHER_PROOF = "There is other proof, such as a bank record or a signed slip"
ON_ITS_WAY = "Accepted or under way: leave it open and look again"


@pytest.fixture
def owner(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Generator[Owner]:
    made = Owner(qapp, qtbot, tmp_path, request.param, monkeypatch)
    yield made
    made.leave()


@pytest.fixture
def verified(owner: Owner, capfd: pytest.CaptureFixture[str]) -> end.Verified:
    """Runs ``bundle verify --json`` on a file."""

    def verify(file: Path) -> tuple[int, dict[str, object]]:
        code = run(["--data", str(owner.folder), "bundle", "verify", str(file), "--json"], clock=owner.now)
        told = capfd.readouterr()
        return code, json.loads(told.out or told.err)

    return verify


@pytest.mark.parametrize(("action", "owner"), list(zip(Action, cycle(("zh", "en")))), indirect=["owner"])
def test_a_case_goes_from_the_wish_to_stop_to_the_last_yuan(
    action: Action, owner: Owner, verified: end.Verified
) -> None:
    prepare(owner, action)
    clear_what_is_open(owner)
    mailed = apply(owner, action)
    stop_and_hand_over(owner, action, mailed)
    get_the_rest(owner)
    end.the_evidence_holds(end.make_bundle(owner), verified)
    bills.write_down(owner, "Fee to settle", "12", "Lakala", date(2027, 5, 1))
    bills.close_with_one_left(owner, "12.00", "they send it in May")


def prepare(owner: Owner, action: Action) -> None:
    """The first day: everything the owner knows, with a power cut."""
    owner.press("Start", owner.window.home)
    steps.say_what_is_to_stop(owner, action)
    steps.say_who_asks(owner)
    bills.write_down(owner, "Refund", "128", "Wang", date(2026, 11, 24))
    bills.write_down(owner, "Refund", "256.50", "Chen", date(2026, 11, 24))
    bills.write_down(owner, "Unfinished transaction", "60", "Liu", date(2026, 11, 26))
    steps.look_ahead(owner)
    with owner.qtbot.waitSignal(owner.window.session.saved):
        pass  # two seconds after the last keystroke nothing can be lost any more
    owner.lose_power()
    steps.ask_the_acquirer(owner)
    steps.answer_questions(owner)
    assert owner.reads(Step.ELIGIBILITY, "blocked")
    stop.find_devices_locked(owner)


def clear_what_is_open(owner: Owner) -> None:
    """Some days: each thing that is open is settled in its own way, and reminded of until it is."""
    owner.come_back(date(2026, 11, 25))
    told = owner.reminded()
    assert all(amount in told for amount in ("128.00", "256.50"))
    bills.take_find(owner, "20.00")
    listed = owner.print_by(lambda: owner.choose("Print…"))
    assert all(amount in listed for amount in ("128.00", "256.50", "60.00", "20.00"))
    owner.go_home()
    assert "384.50" in owner.said(owner.window.home)  # what is overdue
    listed = owner.print("Print", owner.window.home)
    assert "384.50" in listed  # to pay
    assert "80.00" in listed  # to get
    owner.go_on()
    bills.is_refused(owner, "128.00", "256.50", "60.00", "20.00")
    steps.back_up(owner)
    bills.remind_later(owner, "256.50", "In a week")
    bills.clear(owner, "128", "", way=ON_ITS_WAY)
    bills.clear(owner, "20", "the buyer confirmed")
    assert owner.state(Step.ELIGIBILITY) is StepState.BLOCKED

    owner.come_back(date(2026, 11, 26))
    told = owner.reminded()
    assert "60.00" in told
    assert not any(amount in told for amount in ("256.50", "20.00"))
    bills.clear(owner, "128", "original card", way=HAS_THE_MONEY)
    slip = owner.home / "slip.jpg"
    slip.write_bytes(b"a photo of the bank's slip")
    bills.clear(owner, "256.50", "paid back by transfer", way=OTHER_PROOF, proof=slip)
    bills.clear(owner, "60", "cancelled by the acquirer")
    assert not owner.reminded()
    owner.go(Step.ELIGIBILITY)
    assert owner.reads(Step.ELIGIBILITY, "done")


def apply(owner: Owner, action: Action) -> str:
    """The letter goes out, comes back, is mended and accepted; return who got the notice by e-mail."""
    assert "10023457" in steps.print_paper(owner, PaperKind.LETTER)
    assert "10023456" in steps.print_paper(owner, PaperKind.PLAN)
    if action in {Action.REMOVE, Action.CLOSE_MERCHANT}:  # who keeps a device leaves the deposit where it is
        assert "299.00" in steps.print_paper(owner, PaperKind.DEPOSIT)
    assert "A3300-7" in steps.tell_of_the_loss(owner)
    steps.note(owner, "I have handed it in…")

    owner.come_back(date(2026, 11, 30))
    assert owner.word("Nothing is due today.") in owner.said(owner.window.home)
    steps.note(owner, "It came back…", "the person in charge must sign")
    steps.mend(owner)
    assert "13900139000" in steps.print_paper(owner, PaperKind.LETTER)
    assert owner.window.session.case.letter.issued_version == 2
    owner.go(Step.REVIEW)
    assert "13900139000" in owner.print("Print this note")
    steps.note(owner, "I have handed it in…")
    steps.note(owner, "They accepted it…")
    return stop.tell_everybody(owner)


def stop_and_hand_over(owner: Owner, action: Action, mailed: str) -> None:
    """The day of the stop."""
    owner.come_back(date(2026, 12, 20))
    steps.note(owner, "It was approved…")
    steps.note(owner, "The receipt is here…")
    assert owner.reads(Step.REVIEW, "done")
    stop.hear_back(owner, mailed)
    stop.stop_the_devices(owner, action)


def get_the_rest(owner: Owner) -> None:
    """Weeks later: a fee that may not be taken, the deposit, the report."""
    owner.come_back(date(2027, 2, 10))
    assert owner.window.workspace.wizard.step is Step.FOLLOW_UP
    end.find_the_fee(owner)
    end.object_to_the_fee(owner)

    owner.come_back(date(2027, 4, 2))
    end.get_everything_back(owner)
    assert all(owner.reads(step, "done") for step in Step)
    end.print_report(owner)
