from datetime import date
from pathlib import Path

import pytest

from pos_closeout.actions.bills.inspect_file import (
    bills_in,
    guess_columns,
    inspect_bill,
    named_columns,
    read_head,
    understood,
)
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.domain.bills.transactions import Transaction
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.statements.vocabulary import Vocabulary

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "statements"


@pytest.fixture(scope="module")
def vocabulary(resources: Path) -> Vocabulary:
    return load_words(resources)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wechat-merchant-all.csv", ("wechat_merchant", 45, date(2019, 2, 19), date(2019, 2, 19))),
        ("wechat-personal-2023.csv", ("wechat_personal", 27, date(2019, 8, 1), date(2019, 9, 30))),
        ("alipay-app-2023.csv", ("alipay_app", 10, date(2023, 2, 10), date(2023, 2, 13))),
        ("jd-2024.csv", ("jd", 26, date(2024, 12, 1), date(2024, 12, 31))),
        ("bank-icbc-debit.csv", ("table", 11, date(2023, 2, 8), date(2023, 5, 2))),
    ],
)
def test_says_what_a_sample_is(vocabulary: Vocabulary, name: str, expected: tuple[str, int, date, date]) -> None:
    sight = inspect_bill(SAMPLES / name, vocabulary=vocabulary)
    assert (sight.format, sight.rows, sight.first, sight.last) == expected
    assert sight.refusal is None


def test_a_refusal_is_an_answer(vocabulary: Vocabulary, tmp_path: Path) -> None:
    photo = tmp_path / "账单.csv"
    photo.write_bytes(b"\xff\xd8\xff\xe0 no bill")
    sight = inspect_bill(photo, vocabulary=vocabulary)
    assert sight.refusal is not None
    assert sight.refusal.message_id == "statement.wrong_kind"
    assert not sight.maybe_table


def test_stopping_is_no_answer(vocabulary: Vocabulary) -> None:
    with pytest.raises(CloseoutError) as caught:
        inspect_bill(SAMPLES / "jd-2024.csv", vocabulary=vocabulary, cancelled=lambda: True)
    assert caught.value.message_id == "statement.cancelled"


def test_a_table_that_nothing_can_be_guessed_of_may_still_be_one(vocabulary: Vocabulary, tmp_path: Path) -> None:
    table = tmp_path / "till.csv"
    table.write_text("甲,乙,丙\n2026-10-01 12:00:00,A1,12.50\n2026-10-02 12:00:00,A2,13.50\n", encoding="utf-8")
    sight = inspect_bill(table, vocabulary=vocabulary)
    assert sight.maybe_table
    head = read_head(table)
    assert head.likely_header == 1
    assert [shown for _, shown in named_columns(head, 1)] == ["甲", "乙", "丙"]
    blank = guess_columns(head, 1, vocabulary)
    assert not blank.columns
    blank.columns.update(when="甲", amount="丙", order="乙")
    read = understood(table, vocabulary=vocabulary, mapping=blank)
    assert [item.amount_fen for item in read if isinstance(item, Transaction)] == [12_50, 13_50]


def test_card_numbers_are_masked_in_the_first_rows(tmp_path: Path) -> None:
    table = tmp_path / "till.csv"
    table.write_text("日期,卡号,金额\n2026-10-01,6222021001000004,12.50\n", encoding="utf-8")
    assert read_head(table).rows[1].cells[1] == "622202******0004"


def test_a_text_is_no_table(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Milk, bread\nand so on\n", encoding="utf-8")
    with pytest.raises(BadInputError):
        read_head(note)


def test_folders_give_what_can_be_a_bill_and_files_are_taken_as_they_are(tmp_path: Path) -> None:
    for name in ("b.csv", "a.XLSX", "~$a.xlsx", "photo.jpg", "sub/c.zip"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = bills_in([tmp_path, tmp_path / "photo.jpg", tmp_path / "b.csv"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.XLSX", "b.csv", "sub/c.zip", "photo.jpg"]
