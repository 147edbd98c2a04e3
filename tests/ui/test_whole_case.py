"""A whole case of two months, and what comes after it, through the window day by day: each action, each language.

Every one meets a rejection, a lost device, a deposit that comes back in part, and a fee charged after the stop.
"""

from collections.abc import Generator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.actions.bundle import make_bundle
from pos_closeout.actions.letter import open_documents
from pos_closeout.domain.case import LetterLanguage
from pos_closeout.domain.errors import EvidenceError
from pos_closeout.domain.phases import State, Step
from pos_closeout.domain.terminal import Action
from pos_closeout.evidence.bundle import verify_bundle
from pos_closeout.ui import papers
from pos_closeout.ui.closing_dialog import CloseCaseDialog
from tests.ui import steps_of_a_case as steps
from tests.ui.owner import Owner


@pytest.fixture
def owner(qapp: QApplication, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Generator[Owner]:
    made = Owner(qapp, qtbot, tmp_path / "data", request.param)
    yield made
    made.leave()


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of what was printed."""
    sheets: list[str] = []

    def keep(document: QPdfDocument, _title: str, _window: QWidget) -> bool:
        sheets.append("".join(document.getAllText(at).text() for at in range(document.pageCount())))
        return True

    monkeypatch.setattr(papers, "print_pdf", keep)
    return sheets


def reminded(owner: Owner) -> str:
    """Return what the window says of due dates when it opens."""
    owner.window.tell_due()
    return owner.said()


def refused(owner: Owner) -> None:
    """Ask to close the case while something is open: the dialog lists it and stays."""
    owner.window.close_case(owner.window.session.case.id)
    gate = owner.window.findChildren(CloseCaseDialog)[-1]
    gate.accept()
    assert gate.isVisible()
    assert "128.00" in owner.said(gate)
    gate.done(0)


@pytest.mark.parametrize(("action", "owner"), list(product(Action, ("zh", "en"))), indirect=["owner"])
def test_a_case_goes_from_the_wish_to_stop_to_the_last_yuan(
    action: Action, owner: Owner, printed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.window.new_case()
    steps.say_what_is_to_stop(owner, action)
    steps.say_who_asks(owner)
    steps.write_down(owner, "Refund", "128", date(2026, 11, 24))
    steps.look_ahead(owner)
    with owner.qtbot.waitSignal(owner.window.session.saved, timeout=2_000):
        pass  # two seconds after the last keystroke nothing can be lost any more
    owner.lose_power()
    steps.ask_the_acquirer(owner)
    steps.answer_questions(owner)
    assert owner.state(Step.ELIGIBILITY) is State.BLOCKED

    owner.come_back(date(2026, 11, 25))
    assert "128.00" in reminded(owner)
    steps.back_up(owner, tmp_path, monkeypatch)
    refused(owner)
    owner.go_on()
    steps.clear_first(owner, "original card")
    assert owner.state(Step.ELIGIBILITY) is State.DONE
    assert "10023457" in steps.print_letter(owner, printed)
    steps.note(owner, "I have handed it in…")

    owner.come_back(date(2026, 11, 30))
    assert "128.00" not in reminded(owner)
    steps.note(owner, "It came back…", "the person in charge must sign")
    steps.mend(owner)
    assert "13900139000" in steps.print_letter(owner, printed)
    assert owner.window.session.case.letter.issued_version == 2
    steps.note(owner, "I have handed it in…")
    steps.note(owner, "They accepted it…")
    steps.tell_everybody(owner)

    owner.come_back(date(2026, 12, 20))
    steps.note(owner, "It was approved…")
    steps.note(owner, "The receipt is here…")
    assert owner.state(Step.REVIEW) is State.DONE
    done = steps.stop_the_devices(owner)
    assert done["10023456"] != done["10023457"]

    owner.come_back(date(2027, 4, 2))
    assert owner.window.workspace.wizard.step is Step.FOLLOW_UP
    steps.follow_up(owner)
    assert {step: owner.state(step) for step in Step} == dict.fromkeys(Step, State.DONE)
    owner.press("Print the closing report")
    owner.qtbot.waitUntil(lambda: "36.00" in printed[-1])
    assert "10023456" in printed[-1]
    number = owner.window.session.case.id
    owner.window.close_case(number)
    owner.window.findChildren(CloseCaseDialog)[-1].accept()
    QApplication.processEvents()
    assert owner.word("Closed on {day}").partition("{")[0] in owner.said(owner.window.home)
    the_evidence_holds(owner, number)


def the_evidence_holds(owner: Owner, number: int) -> None:
    """The bundle of the case verifies, and does not with a byte changed, wherever that is."""
    documents = open_documents(owner.paths.resources)
    data = make_bundle(owner.store, documents, number, LetterLanguage(owner.language), owner.now()).data
    assert is_whole(data)
    for at in range(0, len(data), max(1, len(data) // 40)):
        assert not is_whole(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])


def is_whole(bundle: bytes) -> bool:
    try:
        return not verify_bundle(bundle).faults
    except EvidenceError:
        return False
