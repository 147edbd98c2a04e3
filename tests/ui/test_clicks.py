"""From the first start to a printed, true letter for one terminal: every click and every field is counted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pos_closeout.domain.case.case import EntityType, Reason
from pos_closeout.domain.device.terminal import Action, DeviceKind
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.papers.paper_dialog import PaperDialog
from pos_closeout.ui.wizard.steps.identity.terminal_editor import TerminalEditor
from tests.ui.owner import Owner

MOST_CLICKS = 14
MOST_FIELDS = 12
ANSWERS = {
    "Registered name": "Heshun",
    "Credit code": "92310115MA1K3TE79M",
    "Merchant number": "822331054110001",
    "Person in charge": "Zhang",
    "Phone": "13800138000",
    "Full name of the acquirer": "Lakala Payment",
    "Settlement account in the name of": "Heshun",
}


class Counted:
    """An owner with a mouse: clicks what can be seen and types what stands under the cursor."""

    def __init__(self, owner: Owner) -> None:
        self.owner, self.clicks, self.fields = owner, 0, 0

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click a button, or tick a box, where it is on the screen."""
        self._press(self.owner.find(QAbstractButton, name, within))

    def _press(self, found: QWidget) -> None:
        """Click a widget; what lies further down is scrolled to with the wheel, which is no click."""
        self.clicks += 1
        _scroll_to(found)
        middle = QPoint(min(found.width() // 2, 12), found.height() // 2)
        assert found.isEnabled(), found.accessibleName()
        assert not found.visibleRegion().isEmpty(), found.accessibleName()
        self.owner.qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=middle)
        QApplication.processEvents()

    def type(self, name: str, text: str, within: QWidget | None = None) -> None:
        """Type into a line; the press that puts the cursor there belongs to the field."""
        self.fields += 1
        line = self.owner.find(QLineEdit, name, within)
        _scroll_to(line)
        self.owner.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
        self.owner.qtbot.keyClicks(line, text)


def _scroll_to(found: QWidget) -> None:
    area = found.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea) and found.visibleRegion().isEmpty():
        area.ensureWidgetVisible(found)
        QApplication.processEvents()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_true_letter_for_one_terminal_takes_few_clicks_and_fields(
    language: str, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = Owner(qapp, qtbot, tmp_path, language, monkeypatch)
    hand = Counted(owner)
    try:
        hand.click("Start", owner.window.home)
        _say_what_stops(hand)
        hand.click("Next", owner.window)
        _say_who_asks(hand)
        paper = _print(hand)
    finally:
        owner.leave()
    assert hand.clicks <= MOST_CLICKS, hand.clicks
    assert hand.fields <= MOST_FIELDS, hand.fields
    _is_true(paper)


def _say_what_stops(hand: Counted) -> None:
    owner = hand.owner
    for name in ("Sole trader", "Counter terminal", "Closing down", "Choose this"):
        hand.click(name)
    hand.type("Terminal number 1", "10023456")
    hand.type("Where it stands 1", "till")
    owner.qtbot.waitUntil(lambda: _offered(owner) is not None)
    day = _offered(owner)
    assert day is not None
    hand.click(day)
    assert owner.state(Step.PURPOSE) is StepState.DONE
    case = owner.window.session.case
    assert case.merchant.entity_type is EntityType.SOLE_TRADER
    assert case.request.reasons == (Reason.CLOSING_DOWN,)
    assert [(each.kind, each.action) for each in case.terminals] == [(DeviceKind.COUNTER, Action.CLOSE_MERCHANT)]


def _offered(owner: Owner) -> str | None:
    """Return the words of the first day that is proposed."""
    ending = owner.word("%1, in %2 days").split("%2")[1]
    chips = (each.text() for each in owner.shown().findChildren(QAbstractButton) if each.isVisibleTo(owner.shown()))
    return next((text for text in chips if text.endswith(ending)), None)


def _say_who_asks(hand: Counted) -> None:
    owner = hand.owner
    for name, text in ANSWERS.items():
        hand.type(name, text)
    hand.click("I have checked the name")
    edit = owner.word("Edit terminal %1").replace("%1", "10023456")

    def fill(dialog: TerminalEditor) -> None:
        hand.type("Serial number (SN)", "N7NL00123456", dialog)

    # The key that keeps the dialog counts as a click.
    hand.clicks += 1
    _scroll_to(owner.find(QAbstractButton, edit))
    with owner.filling(TerminalEditor, fill):
        hand.click(edit)
    assert owner.state(Step.IDENTITY) is StepState.DONE


def _print(hand: Counted) -> str:
    owner = hand.owner
    hand.click("See the letter")
    assert owner.window.workspace.wizard.step is Step.APPLICATION
    # The printer of the tests asks nothing; a real one shows a dialog, whose button is one click more.
    hand.clicks += 1
    paper = owner.print_by(lambda: hand.click("Print"))
    assert not owner.window.findChildren(PaperDialog), "a dialog was answered that nobody counted"
    return paper


def _is_true(paper: str) -> None:
    """What was answered stands there, and what was not is a box or a blank: claimed neither way."""
    told = "".join(paper.split())
    for answered in (*ANSWERS.values(), "10023456", "N7NL00123456", "因停业", "注销商户号822331054110001"):
        assert "".join(answered.split()) in told, answered
    for left_open in (
        "受理协议编号：＿",
        "☐属贵公司，请收回",
        "☐没有☐交过¥＿",
        "以贵公司系统为准",
        "☐没有欠费☐欠¥＿",
        "代扣：☐无☐有，明细＿",
        "☐未改装、未出租出借转让☐有下列情况",
        "☐营业执照副本☐注销登记通知书",
        "（有公章的盖章）",
    ):
        assert left_open in told, left_open
    for claim in ("没有待退款", "没有未结事项", "签有银行卡受理协议", "未经改装", "真实、完整", "同意扣", "核退押金"):
        assert claim not in told, claim
