"""What an owner does in the steps of a case up to the acquirer's answer, all of it through the window."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QPushButton

from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.wizard.steps.contact.entry_editor import ContactEditor
from pos_closeout.ui.wizard.steps.eligibility.questions import Questions
from pos_closeout.ui.wizard.steps.identity.terminal_editor import TerminalEditor
from pos_closeout.ui.wizard.steps.review.event_editor import ReviewEditor
from tests.ui.owner import Owner
from tests.ui.words_in_chinese import paper_names

ACTIONS = {
    Action.SUSPEND: "Suspend",
    Action.SWAP: "Swap",
    Action.REMOVE: "Remove",
    Action.CLOSE_MERCHANT: "Close the merchant",
}
STOP = date(2026, 12, 20)


def say_what_is_to_stop(owner: Owner, action: Action) -> None:
    owner.go(Step.PURPOSE)
    owner.press("Sole trader")
    owner.press("Counter terminal")
    owner.press(ACTIONS[action])
    owner.press("Add a terminal")
    for count, (number, place) in enumerate((("10023456", "till"), ("10023457", "store room")), 1):
        owner.write(f"Terminal number {count}", number)
        owner.write(f"Where it stands {count}", place)
    owner.press("Lost or stolen")
    owner.write("Stop from", STOP.isoformat())
    assert owner.state(Step.PURPOSE) is StepState.DONE
    assert owner.reads(Step.PURPOSE, "done")


def say_who_asks(owner: Owner) -> None:
    owner.go_next()
    assert owner.window.workspace.wizard.step is Step.IDENTITY
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
    assert owner.state(Step.IDENTITY) is StepState.DONE
    assert owner.reads(Step.DEVICE, "locked")


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
    assert owner.word("Cash") in owner.print("Print this on one page")
    owner.press("I have gone through these risks")
    assert owner.state(Step.IMPACT) is StepState.DONE


def ask_the_acquirer(owner: Owner) -> None:
    """Answer the questions of the guard, write down a call, confirm who the acquirer is."""
    owner.go(Step.CONTACT)
    for asked, says in (("Did you find", "Yes"), ("Did somebody call", "No"), ("Did anybody ask", "No")):
        owner.press(f"{owner.word(says)}: {owner.word(asked) if owner.language == 'zh' else asked}")

    def fill(dialog: ContactEditor) -> None:
        owner.write("Number or address", "95016", dialog)
        owner.pick("Where the number is from", "card slip", dialog)

    with owner.filling(ContactEditor, fill):
        owner.press("Write down a contact")
    assert "822331054110001" in owner.print("Print")
    owner.press("I have checked the name")
    assert owner.state(Step.CONTACT) is StepState.DONE


def back_up(owner: Owner) -> None:
    """Keep a bill and what the program knows, in a bag that is read back; that unlocks the devices."""
    bill, bags = owner.home / "微信账单2025-01.csv", owner.home / "bags"
    bill.write_text("金额\n128.00\n", encoding="utf-8")
    bags.mkdir()
    owner.offers_files(bill)
    owner.saves_as(bags)
    owner.go(Step.BACKUP)
    owner.press("Add files")
    owner.press("Choose where it goes")
    owner.press("Make the backup")
    owner.qtbot.waitUntil(lambda: owner.state(Step.BACKUP) is StepState.DONE)
    assert any(bags.iterdir())
    assert owner.reads(Step.BACKUP, "done")
    assert owner.reads(Step.DEVICE, "to do")


def print_paper(owner: Owner, kind: PaperKind) -> str:
    """Print one of the papers that fit the case, in the language of the screen, and return what stands on it."""
    owner.go(Step.APPLICATION)
    owner.press("中文" if owner.language == "zh" else "English")
    owner.press(paper_names()[kind][owner.language])
    return owner.print("Print")


def tell_of_the_loss(owner: Owner) -> str:
    """Print the statement of the lost device; the number of the police report is asked for until it is given."""
    owner.go(Step.APPLICATION)
    owner.press(paper_names()[PaperKind.LOSS][owner.language])
    lacking = owner.word("Still missing, printed as a blank: %1").partition("%1")[0]
    missing = next(line for line in owner.said().splitlines() if line.startswith(lacking))
    owner.write("Missed on", "2026-11-20")
    owner.write("Police report number", "A3300-7")
    assert missing not in owner.said()
    return print_paper(owner, PaperKind.LOSS)


def note(owner: Owner, what: str, *reasons: str) -> None:
    """Note what happened to the application."""

    def fill(dialog: ReviewEditor) -> None:
        for reason in reasons:
            owner.press(reason, dialog)

    owner.go(Step.REVIEW)
    with owner.filling(ReviewEditor, fill):
        owner.press(what)


def mend(owner: Owner) -> None:
    """Tick off everything on the list of repairs, and change an answer."""
    owner.go(Step.REVIEW)
    assert owner.reads(Step.REVIEW, "blocked")
    names = [box.accessibleName() for box in owner.shown().findChildren(QCheckBox) if box.isVisibleTo(owner.shown())]
    for name in names[1:]:
        owner.press(name)
    owner.go(Step.IDENTITY)
    owner.write("Phone", "13900139000")
