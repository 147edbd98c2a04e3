"""The words of the platforms mean what the table says, and no word that the program knows is missing in it."""

import pytest

from pos_closeout.domain.bills.line_states import LineFacts, LineKind, Meaning, decide
from pos_closeout.domain.bills.transactions import Direction, TransactionState
from pos_closeout.statements.cells import word
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.state_table import COLUMNS, ROWS


@pytest.mark.parametrize(("text", "states"), ROWS, ids=[text for text, _ in ROWS])
def test_a_word_means_what_the_table_says(
    text: str, states: tuple[TransactionState, ...], vocabulary: Vocabulary
) -> None:
    family, _, own = text.rpartition(":")
    told = []
    for kind, direction in COLUMNS:
        meaning = vocabulary.meaning_of(family, own, kind)
        told.append(decide(LineFacts(kind, direction, meaning, amount_fen=100)).state)
    assert tuple(told) == states


def test_the_table_holds_every_word_the_program_knows(vocabulary: Vocabulary) -> None:
    known = {
        text if family == "any" else f"{family}:{text}"
        for family, meanings in vocabulary.meanings.items()
        for text, meaning in meanings.items()
        if meaning is not Meaning.NONE
    }
    assert known <= {text for text, _ in ROWS}


KINDS = {
    LineKind.PAYMENT: "消费 分期消费 预授权完成 交易 支付 扫二维码付款 二维码收款 商户消费 MICROPAY 零钱充值",
    LineKind.REFUND: (
        "退货 联机退货 消费退货 消费撤销 消费撤消 分期撤销 预授权完成撤销 消费冲正 退款 退货退款 商户消费-退款 "
        "预授权完成冲正 REFUND"
    ),
    LineKind.REFUND_UNDONE: "消费撤销冲正 退货撤销 退款冲正 预授权完成撤销冲正",
    LineKind.HOLD: "预授权 预授权撤销冲正",
    LineKind.HOLD_UNDONE: "预授权撤销 预授权冲正",
    LineKind.TRANSFER: "转账",
    LineKind.WITHDRAWAL: "零钱提现",
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, words in KINDS.items() for text in words.split()])
def test_a_type_says_what_a_line_is_about(kind: LineKind, text: str, vocabulary: Vocabulary) -> None:
    assert vocabulary.kinds.of_type(text) == (kind, True)


def test_a_type_nobody_knows_is_a_payment_nobody_knows(vocabulary: Vocabulary) -> None:
    assert vocabulary.kinds.of_type("积分兑换") == (LineKind.PAYMENT, False)
    assert vocabulary.kinds.of_type("交易未知") == (LineKind.PAYMENT, False)


def test_words_are_the_same_in_any_case_and_width(vocabulary: Vocabulary) -> None:
    for text in ("success", "Success", "ＳＵＣＣＥＳＳ", " `SUCCESS"):
        assert vocabulary.meaning_of("any", text) == vocabulary.meaning_of("any", "SUCCESS")
    assert word("提现失败，已退回零钱") == "提现失败,已退回零钱"


def test_a_word_that_says_itself_that_something_failed_is_never_finished(vocabulary: Vocabulary) -> None:
    facts = LineFacts(LineKind.REFUND, Direction.OUT, amount_fen=100)
    for text in ("退款失败(余额不足)", "银行卡退回失败", "出账失败"):
        meaning = vocabulary.meaning_of("any", text, LineKind.REFUND)
        assert decide(facts._replace(status=meaning)).state is TransactionState.REFUND_ACTION
