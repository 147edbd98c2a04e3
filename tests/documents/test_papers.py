import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from pos_closeout.actions.papers.letter import Documents, open_documents
from pos_closeout.actions.papers.papers import draw_paper, issue_paper, offered_papers, paper_version
from pos_closeout.domain.case.backup import Backup
from pos_closeout.domain.case.case import Acquirer, Case, EntityType, Handler, LetterLanguage
from pos_closeout.domain.case.issued_papers import DRAWN_PAPERS, PaperAnswers, PaperKind
from pos_closeout.domain.case.moving import Move, Moved
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.papers.fitting_papers import issued_version
from tests.documents.sample_cases import CASE, TODAY, terminal, with_terminals
from tests.store.strategies import cases, items

CHINESE, ENGLISH = LetterLanguage
FURTHER = tuple(kind for kind in DRAWN_PAPERS if kind is not PaperKind.LETTER)
ANSWERS = PaperAnswers(
    operator="李店长",
    checker="王会计",
    collect_on=date(2026, 12, 3),
    attorney_until=date(2027, 2, 28),
    lost_on=date(2026, 11, 18),
    lost_where="文三路88号仓库",
    lost_how="盘点时发现不在",
    report_number="BJ-0001",
    deposit_paid_on=date(2023, 3, 18),
)
MOVE = Move(
    Moved.MEMBERS, "旧收银", "新收银", "李店长", count_before=126, count_after=125, fen_before=100_00, fen_after=50_00,
    note="一位会员已退款", signed_by="陈和顺", signed_on=date(2026, 11, 20),
)  # fmt: skip
FULL = replace(with_terminals(CASE, 3), paper_answers=ANSWERS, moves=(MOVE,))
FEE = OpenItem(id=1, case_id=1, kind=ItemKind.FEE, amount_fen=48_00, original_on=date(2026, 10, 9), note="流量费")
PREPAID = OpenItem(id=2, case_id=1, kind=ItemKind.PREPAID, amount_fen=560_00)
Read = Callable[[bytes], str]


@pytest.fixture(scope="module")
def documents(resources: Path) -> Documents:
    return open_documents(resources)


@pytest.fixture
def told(documents: Documents, read: Read) -> Callable[..., str]:
    def text(kind: PaperKind, case: Case = FULL, language: LetterLanguage = CHINESE, *found: OpenItem) -> str:
        return read(draw_paper(documents, kind, case, found or (FEE, PREPAID), language=language, today=TODAY))

    return text


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("kind", FURTHER)
def test_every_paper_names_the_case_the_version_and_its_pages(
    documents: Documents, kind: PaperKind, language: LetterLanguage
) -> None:
    pdf = draw_paper(documents, kind, FULL, [FEE, PREPAID], language=language, today=TODAY)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) == (2 if kind is PaperKind.PLAN else 1)
    for number, page in enumerate(pages, 1):
        assert "TJ-2026-0007" in page
        assert ("第 1 版" if language is CHINESE else "Version 1") in page
        assert (f"第 {number} 页" if language is CHINESE else f"Page {number} of") in page
    assert "〓" not in "".join(pages)
    assert "{" not in "".join(pages)


def test_the_plan_says_when_who_does_what_on_the_device(told: Callable[..., str]) -> None:
    text = told(PaperKind.PLAN)
    for fact in ("2026-11-24", "李店长操作，王会计复核", "签退", "预授权", "不恢复出厂", "2026-12-03", "10023458"):
        assert fact in text
    assert text.index("预授权") < text.index("签退") < text.index("关机，贴封条")
    assert "checkedby" in told(PaperKind.PLAN, FULL, ENGLISH)


def test_the_plan_of_a_suspension_keeps_the_device_and_of_a_swap_gets_a_new_one(told: Callable[..., str]) -> None:
    kept = told(PaperKind.PLAN, with_terminals(CASE, 1, Action.SUSPEND))
    assert "恢复使用前不再受理" in kept
    assert "交接单" not in kept
    assert "收新机" in told(PaperKind.PLAN, with_terminals(CASE, 1, Action.SWAP))


def test_a_lost_terminal_has_no_steps_on_the_device(told: Callable[..., str]) -> None:
    lost = replace(CASE, terminals=(replace(terminal(1), condition=Condition.LOST),))
    text = told(PaperKind.PLAN, lost)
    assert "签退" not in text.replace("不成功", "").split("三、停用后")[0].split("二、")[1]
    assert "遗失的终端10023456" in text


def test_the_power_of_attorney_names_both_sides_the_limits_and_the_term(told: Callable[..., str]) -> None:
    text = told(PaperKind.ATTORNEY)
    for fact in (
        "林小雨",
        "310101199001011234",
        "陈和顺",
        "2027年2月28日",
        "无权变更结算账户",
        "委托人（有公章的盖章）",
    ):
        assert fact in text
    assert "经办人（签字）" not in text


def test_the_loss_statement_names_the_lost_device_only(told: Callable[..., str]) -> None:
    text = told(PaperKind.LOSS)
    for fact in ("N7NL00123458", "2026年11月18日", "文三路88号仓库", "BJ-0001", "银发〔2021〕259号"):
        assert fact in text
    assert "N7NL00123456" not in text


def test_the_deposit_request_names_amount_receipt_and_account(told: Callable[..., str]) -> None:
    text = told(PaperKind.DEPOSIT)
    for fact in ("¥299.00", "贰佰玖拾玖元整", "YJ20230318-07", "2023年3月18日", "尾号0004", "第五百六十七条"):
        assert fact in text


def test_the_objection_quotes_the_regulations_to_a_payment_institution_and_not_to_a_bank(
    told: Callable[..., str],
) -> None:
    text = told(PaperKind.FEES)
    assert "不得收取任何未予标明的费用" in text
    assert "第三十四条" in text
    assert "流量费" in text
    assert "48.00" in text
    bank = told(PaperKind.FEES, replace(FULL, acquirer=Acquirer("示例银行", "杭州分行")))
    assert "第三十四条" not in bank
    assert "第四百九十六条" in bank


def test_a_company_keeps_its_books_for_thirty_years_and_a_sole_trader_for_ten(told: Callable[..., str]) -> None:
    company = replace(FULL, merchant=replace(FULL.merchant, entity_type=EntityType.COMPANY))
    assert "30年2056-12-31" in told(PaperKind.RETENTION, company)
    alone = told(PaperKind.RETENTION)
    assert "30年" not in alone
    assert "10年2036-12-31" in alone
    assert "3年2029-12-01" in alone
    assert "预付卡" in alone
    assert "预付卡" not in told(PaperKind.RETENTION, FULL, CHINESE, FEE)
    longer = replace(FULL, backup=Backup(keep_months=60))
    assert "5年2031-12-01" in told(PaperKind.RETENTION, longer)


def test_the_record_of_data_moved_shows_what_differs(told: Callable[..., str]) -> None:
    text = told(PaperKind.MIGRATION)
    for fact in ("126条", "125条", "-1条", "-50.00", "一位会员已退款", "2026-11-20"):
        assert fact in text
    assert "只交给完成迁移所必需的数据" not in text
    outside = replace(FULL, moves=(replace(MOVE, third_party=True, third_party_agreed=True),))
    assert "只交给完成迁移所必需的数据" in told(PaperKind.MIGRATION, outside)
    one_side = replace(FULL, moves=(replace(MOVE, count_after=None, fen_after=None, note=""),))
    assert "—" in told(PaperKind.MIGRATION, one_side)
    assert "—" not in text


def test_only_papers_that_fit_are_offered_and_what_they_lack_is_said(documents: Documents) -> None:
    offered = offered_papers(documents, FULL, [FEE], CHINESE)
    assert [each.kind for each in offered] == list(DRAWN_PAPERS)
    assert not any(each.missing for each in offered)
    plain = replace(
        CASE, handler=Handler(), terminals=(Terminal(number="1", place="x", ownership=Ownership.OWNED),),
        settlement=replace(CASE.settlement, deposit_fen=None, deposit_receipt=""),
    )  # fmt: skip
    assert [each.kind for each in offered_papers(documents, plain, [], CHINESE)] == [
        PaperKind.LETTER,
        PaperKind.PLAN,
        PaperKind.RETENTION,
    ]
    bare = replace(FULL, paper_answers=PaperAnswers())
    lacking = {each.kind: each.missing for each in offered_papers(documents, bare, [FEE], ENGLISH)}
    assert lacking[PaperKind.LOSS] == ("the day it was missed", "where it was lost", "how it was lost")


def test_each_paper_counts_its_own_versions(documents: Documents) -> None:
    case, first = issue_paper(documents, PaperKind.PLAN, FULL, [], language=CHINESE, today=TODAY)
    case, again = issue_paper(documents, PaperKind.PLAN, case, [], language=CHINESE, today=TODAY)
    assert (issued_version(case, PaperKind.PLAN), first) == (1, again)
    changed = replace(case, paper_answers=replace(ANSWERS, operator="赵店长"))
    assert paper_version(documents, PaperKind.PLAN, changed, []) == 2
    assert paper_version(documents, PaperKind.LOSS, changed, []) == 1
    assert case.letter.issued_version == 0
    case, _ = issue_paper(documents, PaperKind.LETTER, case, [], language=CHINESE, today=TODAY)
    assert (case.letter.issued_version, len(case.issued_papers)) == (1, 1)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases, item=items)
def test_every_paper_of_any_case_can_be_drawn(documents: Documents, case: Case, item: OpenItem) -> None:
    for offered in offered_papers(documents, case, [item], ENGLISH):
        for language in LetterLanguage:
            assert draw_paper(documents, offered.kind, case, [item], language=language, today=TODAY)[:4] == b"%PDF"
