"""A whole case of two months, and what comes after it, through the window day by day: each action, each language.

Every one meets a rejection, a lost device, a deposit that comes back in part, and a fee charged after the stop.
"""

import json
from collections.abc import Generator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_closeout.cli import run
from pos_closeout.domain.device import Task
from pos_closeout.domain.phases import State, Step
from pos_closeout.domain.terminal import Action
from pos_closeout.ui.closing_dialog import CloseCaseDialog
from tests.ui import papers_of_a_case as papers
from tests.ui import steps_of_a_case as steps
from tests.ui.owner import Owner

OF_ACTION = {
    Action.SUSPEND: ({Task.STORE_SAFE, Task.TRY_OLD, Task.RESUME_TRY}, {Task.HAND_OVER, Task.CHECK_NEW}),
    Action.SWAP: ({Task.CHECK_NEW, Task.TRY_NEW, Task.HAND_OVER}, {Task.STORE_SAFE, Task.RESUME_ASK}),
    Action.REMOVE: ({Task.HAND_OVER, Task.TRY_OLD, Task.SIM}, {Task.CHECK_NEW, Task.RESUME_ASK}),
    Action.CLOSE_MERCHANT: ({Task.HAND_OVER, Task.TRY_OLD, Task.SIM}, {Task.CHECK_NEW, Task.RESUME_ASK}),
}
"""What is done with the terminal that is there for each action, and what is not."""


@pytest.fixture
def owner(qapp: QApplication, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Generator[Owner]:
    made = Owner(qapp, qtbot, tmp_path / "data", request.param)
    yield made
    made.leave()


def reminded(owner: Owner) -> str:
    """Return what the window says of due dates when it opens."""
    owner.window.tell_due()
    return owner.said()


def refused(owner: Owner) -> None:
    """Ask to close the case while something is open: the dialog lists it and stays."""
    owner.leave_page()
    owner.choose_on_card("Close this case…")
    gate = owner.window.findChildren(CloseCaseDialog)[-1]
    gate.accept()
    assert gate.isVisible()
    assert "128.00" in owner.said(gate)
    gate.done(0)


def stopped_in_order(owner: Owner, action: Action) -> None:
    """Stop both devices: each has what fits it, and the lost one nothing that needs a device."""
    done = steps.stop_the_devices(owner)

    def told(tasks: set[Task]) -> set[str]:
        return {owner.window.kit.say(owner.window.kit.guidance.device[task].name) for task in tasks}

    there, lost = done["10023456"], done["10023457"]
    needed, left_out = OF_ACTION[action]
    assert told(needed) <= set(there)
    assert not told(left_out | {Task.REPORT_LOSS}) & set(there)
    assert told({Task.REPORT_LOSS, Task.REMOTE_STOP, Task.SETTLE_BY_ACQUIRER}) <= set(lost)
    assert not told({Task.POWER_OFF, Task.PHOTOS, Task.HAND_OVER, Task.SETTLE}) & set(lost)
    (settle,), (off,) = told({Task.SETTLE}), told({Task.SIGN_OFF})
    assert there.index(settle) < there.index(off)


@pytest.mark.parametrize(("action", "owner"), list(product(Action, ("zh", "en"))), indirect=["owner"])
def test_a_case_goes_from_the_wish_to_stop_to_the_last_yuan(
    action: Action, owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    sheets = papers.catch_prints(monkeypatch)
    zh = owner.language == "zh"
    owner.start()
    steps.say_what_is_to_stop(owner, action)
    steps.say_who_asks(owner)
    steps.write_down(owner, "Refund", "128", date(2026, 11, 24))
    steps.write_down(owner, "Refund", "66.5", date(2026, 11, 30))
    steps.write_down(owner, "Unfinished transaction", "35", date(2026, 12, 1))
    papers.bring_in(owner, papers.SAMPLES / "alipay-app-2023.csv", monkeypatch)
    papers.accept_finds(owner)
    papers.leave_bills(owner)
    steps.look_ahead(owner)
    with owner.qtbot.waitSignal(owner.window.session.saved, timeout=2_000):
        pass  # two seconds after the last keystroke nothing can be lost any more
    owner.lose_power()
    assert [item.amount_fen for item in owner.window.ledger.items()] == [20_00, 128_00, 66_50, 35_00]
    steps.ask_the_acquirer(owner)
    steps.answer_questions(owner)
    assert owner.state(Step.ELIGIBILITY) is State.BLOCKED
    assert owner.stands(Step.ELIGIBILITY, "blocked")
    assert owner.stands(Step.DEVICE, "locked")

    owner.come_back(date(2026, 11, 25))
    assert "20.00" in reminded(owner)
    assert "148.00" in owner.said(owner.window.home)
    steps.back_up(owner, tmp_path, monkeypatch)
    refused(owner)
    assert "249.50" in papers.printed(owner, sheets, "Print", owner.window.home)
    owner.go_on()
    proof = tmp_path / "proof.png"
    proof.write_bytes(b"\x89PNG\r\n\x1a\n a picture")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: ([str(proof)], ""))
    steps.clear_first(owner, "it was received")
    steps.clear_first(owner, "original card", proof)
    for how in ("original card", "reversed by the acquirer"):
        steps.clear_first(owner, how)
    assert owner.state(Step.ELIGIBILITY) is State.DONE
    assert "10023457" in steps.print_letter(owner, sheets)
    steps.note(owner, "I have handed it in…")

    owner.come_back(date(2026, 11, 30))
    assert owner.word("Nothing is due today.") in owner.said(owner.window.home)
    steps.note(owner, "It came back…", "the person in charge must sign")
    assert owner.stands(Step.REVIEW, "blocked")
    steps.mend(owner)
    assert "13900139000" in steps.print_letter(owner, sheets)
    assert owner.window.session.case.letter.issued_version == 2
    steps.note(owner, "I have handed it in…")
    steps.note(owner, "They accepted it…")
    steps.tell_everybody(owner)
    poster = papers.printed(owner, sheets, "Print the poster" if zh else "Print it in English")
    assert "WeChat" in poster
    assert ("2026年12月20日" if zh else "20December2026") in poster

    owner.come_back(date(2026, 12, 20))
    steps.hear_back(owner)
    steps.note(owner, "It was approved…")
    steps.note(owner, "The receipt is here…")
    assert owner.state(Step.REVIEW) is State.DONE
    stopped_in_order(owner, action)

    owner.come_back(date(2027, 4, 2))
    assert owner.window.workspace.wizard.step is Step.FOLLOW_UP
    later = tmp_path / "later.csv"
    later.write_text(papers.LATER, encoding="utf-8-sig")
    papers.bring_in(owner, later, monkeypatch)
    papers.leave_bills(owner)
    steps.object_to_fee(owner)
    steps.follow_up(owner)
    assert {step: owner.state(step) for step in Step} == dict.fromkeys(Step, State.DONE)
    report = papers.printed(owner, sheets, "Print the closing report" if zh else "Print the report in English")
    for fact in ("36.00", "10023456", "200.00", "scratch"):
        assert fact in report
    assert "50.00" not in report
    bundle = tmp_path / "evidence.zip"
    assert papers.holds_against_changes(papers.make_bundle(owner, bundle, monkeypatch))
    capfd.readouterr()
    assert run(["bundle", "verify", str(bundle), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)
    owner.leave_page()
    owner.choose_on_card("Close this case…")
    owner.window.findChildren(CloseCaseDialog)[-1].accept()
    QApplication.processEvents()
    assert owner.word("Closed on {day}").partition("{")[0] in owner.said(owner.window.home)
