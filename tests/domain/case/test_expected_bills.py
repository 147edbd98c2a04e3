"""Which bills a shop should have."""

from dataclasses import replace
from pathlib import Path

import pytest

from pos_closeout.domain.case.case import Acquirer, Case
from pos_closeout.domain.case.expected_bills import WECHAT, expected_bills
from pos_closeout.domain.case.impact import ImpactChoices, TakingsEstimate
from pos_closeout.domain.device.terminal import Terminal
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel
from pos_closeout.statements.vocabulary import load_vocabulary


def sources(case: Case, *items: OpenItem) -> list[str]:
    return [offer.source for offer in expected_bills(case, items)]


def test_a_case_that_says_nothing_has_the_common_ways_of_paying() -> None:
    assert sources(Case()) == ["acquirer", "wechat-merchant", "alipay-merchant"]


@pytest.mark.parametrize(
    ("name", "source"),
    [("拉卡拉支付股份有限公司", "lakala"), ("银联商务", "ums"), ("ChinaUMS", "ums"), ("通联支付", "acquirer")],
)
def test_the_bill_of_cards_is_that_of_the_acquirer(name: str, source: str) -> None:
    assert sources(Case(acquirer=Acquirer(name)))[0] == source


def test_the_estimate_names_the_ways_and_what_else_the_case_says_joins_them() -> None:
    cards = Case(estimates=(TakingsEstimate(PaymentChannel.CARD, 100_00), TakingsEstimate(PaymentChannel.ALIPAY, 0)))
    assert sources(cards) == ["acquirer"]
    assert sources(cards, OpenItem(kind=ItemKind.REFUND, channel=PaymentChannel.WECHAT)) == [
        "acquirer",
        "wechat-merchant",
    ]
    stopping = replace(cards, impact=ImpactChoices((PaymentChannel.ALIPAY,), stopping_said=True))
    assert sources(stopping) == ["acquirer", "alipay-merchant"]
    assert sources(replace(cards, terminals=(Terminal(qr_codes="微信 支付宝"),))) == [
        "acquirer",
        "wechat-merchant",
        "alipay-merchant",
    ]


def test_the_three_months_are_those_of_the_layout() -> None:
    vocabulary = load_vocabulary(Path(__file__).resolve().parents[3] / "resources" / "statements")
    assert {layout.keep_months for layout in vocabulary.layouts if layout.family == WECHAT.source} == {
        WECHAT.keep_months
    }
