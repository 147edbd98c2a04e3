"""Everything a case is spared is named with its reason, and comes back where it belongs when the owner wants it."""

from datetime import date

from pos_closeout.domain.case.case import EntityType, Reason
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.case.notices import Audience
from pos_closeout.domain.device.tasks import Task, tasks
from pos_closeout.domain.device.terminal import Action, DeviceKind
from pos_closeout.domain.eligibility.concerns import Circumstance, bring_back, suggested_notices, tasks_back
from pos_closeout.domain.eligibility.eligibility import evaluate, open_questions
from pos_closeout.domain.papers.attachments import Paper, documents_to_bring
from pos_closeout.domain.papers.fitting_papers import fitting
from pos_closeout.domain.papers.left_out import LeftOut, spared
from tests.domain.eligibility.test_concerns import owner

TODAY = date(2026, 11, 29)
PERSON = owner(EntityType.MICRO, DeviceKind.POCKET, Reason.IDLE, Action.CLOSE_MERCHANT)


def test_a_person_is_spared_what_a_shop_is_asked() -> None:
    found = {each.concern: each.why for each in spared(PERSON, (), TODAY)}
    for concern in ("tax", "paper.plan", "notice.landlord", "notice.staff", "task.settle", "task.sign_off"):
        assert found[concern] is Circumstance.PERSONAL, concern
    assert not {"scam_replied", "heirs_agree", "pending_refunds"} & set(found)


def test_a_swap_needs_no_proof_of_the_account() -> None:
    swap = owner(EntityType.COMPANY, DeviceKind.SMART, Reason.FAULT, Action.SWAP)
    found = {each.concern: each.why for each in spared(swap, (), TODAY)}
    assert found["attachment.settlement_account"] is Circumstance.SWAP
    assert not any(concern.startswith("task.") for concern in found)


def test_whatever_is_brought_back_is_there_again_and_stays_on_the_list() -> None:
    wanted = ("tax", "paper.plan", "notice.landlord", "task.settle")
    case = PERSON
    for concern in wanted:
        case = bring_back(case, concern)
    found = {each.concern: each for each in spared(case, (), TODAY)}
    assert all(found[concern] == LeftOut(concern, Circumstance.PERSONAL, back=True) for concern in wanted)
    assert "tax" in open_questions(evaluate(case, (), TODAY))
    assert PaperKind.PLAN in {each.kind for each in fitting(case, ())}
    assert Audience.LANDLORD in {each.audience for each in suggested_notices(case, (), TODAY)}
    back = tasks_back(case)
    assert back == {Task.SETTLE}
    assert Task.SETTLE in tasks(case.terminals[0], back)
    assert Task.SIGN_OFF not in tasks(case.terminals[0], back)


def test_an_attachment_comes_back() -> None:
    swap = owner(EntityType.COMPANY, DeviceKind.SMART, Reason.FAULT, Action.SWAP)
    back = bring_back(swap, "attachment.settlement_account")
    assert Paper.SETTLEMENT_ACCOUNT not in {each.id for each in documents_to_bring(swap, ())}
    assert Paper.SETTLEMENT_ACCOUNT in {each.id for each in documents_to_bring(back, ())}
