import re
from datetime import date
from pathlib import Path

import pytest

from pos_closeout.domain.ledger.due_dates import Terms, due_date
from pos_closeout.domain.ledger.due_rules import RULES, DueRule, Mark
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.limits import Limit
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.guidance import Guidance
from pos_closeout.guidance.filling import MessageForm
from pos_closeout.guidance.item_messages import Party
from pos_closeout.guidance.work_calendar import load_work_calendar

ASKS_FOR_SECRETS = re.compile(
    r"请(提供|告知|发送?)[^。]{0,8}(卡号|密码|验证码)|(tell|send|give) us your (card|password|code)"
)


@pytest.fixture(scope="module")
def guidance(resources: Path) -> Guidance:
    return Guidance(resources / "guidance")


@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("party", Party)
@pytest.mark.parametrize("words", [{}, {"shop": "和顺", "amount": "1.00", "original": "11月1日", "kind": "退款"}])
def test_every_message_reads_whole_with_much_or_little_known(
    guidance: Guidance, kind: ItemKind, party: Party, words: dict[str, str]
) -> None:
    for form in MessageForm:
        for language in ("zh", "en"):
            written = guidance.item_messages.write(party, form, kind, words, language)
            text = written.subject + written.text
            assert written.text.strip()
            assert bool(written.subject) is (form is MessageForm.EMAIL)
            assert not re.search(r"[\[\]{}|]", text), text
            assert not ASKS_FOR_SECRETS.search(text), text


def test_a_customer_is_always_told_that_no_code_is_asked_for(guidance: Guidance) -> None:
    for kind in ItemKind:
        for form in (MessageForm.SMS, MessageForm.EMAIL):
            assert "验证码" in guidance.item_messages.write(Party.CUSTOMER, form, kind, {}, "zh").text


def test_only_what_is_marked_as_law_stands_on_an_article(guidance: Guidance) -> None:
    marks = {spec.rule: spec.mark for specs in RULES.values() for spec in specs}
    assert {DueRule(name) for name in guidance.due_words.laws} == {
        rule for rule, mark in marks.items() if mark in (Mark.LAW, Mark.LOCAL)
    }


def test_a_date_explains_rule_basis_days_left_out_and_doubt(guidance: Guidance) -> None:
    terms = Terms(load_work_calendar())
    item = OpenItem(kind=ItemKind.DEPOSIT, amount_fen=1)
    due = due_date(item, {Fact.RETURNED_ON: "2026-12-28"}, None, terms)
    zh, en = (guidance.due_words.explained(due, language) for language in ("zh", "en"))
    assert "2026-12-28 归还验收" in zh[0]
    assert "跳过 01-01…01-03" in zh[0]
    assert "请向收单机构确认" in zh[1]
    assert zh[2].startswith("2027 年的放假安排还没有公布")
    assert len(zh) == len(en) == 4
    assert en[3].startswith("By 2027-02-15: ")


def test_a_law_is_named_with_its_article(guidance: Guidance) -> None:
    facts = {Fact.DISTANCE_SALE: "yes", Fact.GOODS_BACK_ON: "2026-11-10"}
    due = due_date(OpenItem(amount_fen=1), facts, date(2026, 12, 31), Terms(load_work_calendar()))
    assert guidance.due_words.explained(due, "zh")[1] == "《消费者权益保护法》第25条"
    assert guidance.due_words.explained(due, "en")[1] == "Consumer Protection Law, Art. 25"


def test_every_limit_has_a_label_and_a_unit(guidance: Guidance) -> None:
    assert set(guidance.limits) == set(Limit)
