"""Tables no layout knows: banks, tills and other acquirers, read through guessed and remembered mappings.

The tables (tests/fixtures/statements/tables) have the columns of real exports of each bank, with lines of our own.
"""

from datetime import datetime
from pathlib import Path

import pytest

from pos_closeout.domain.bills.transactions import Direction, Problem, Transaction, TransactionState
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.reading import read
from pos_closeout.statements.recognising import detect
from pos_closeout.statements.vocabulary import Vocabulary

IN, OUT = Direction.IN, Direction.OUT

TABLES: dict[str, list[tuple[str, int, Direction]]] = {
    "abc.csv": [("2024-01-01 12:34:56", 1000000, IN), ("2024-01-03 00:00:00", 1234589, OUT)],
    "boc-credit.csv": [("2024-12-13 00:00:00", 5000, OUT), ("2024-12-20 00:00:00", 1, IN)],
    "bocom-debit.csv": [("2025-01-01 00:00:00", 123, IN), ("2024-02-02 13:15:12", 321, OUT)],
    "bocom-credit.csv": [("2025-01-10 00:00:00", 12318, IN), ("2025-01-11 00:00:00", 299, OUT)],
    "cmb-credit.csv": [("2023-12-29 00:00:00", 123, IN), ("2024-01-05 00:00:00", 800000, OUT)],
    "cgb-credit.csv": [("2025-01-05 00:00:00", 1590, OUT), ("2025-01-04 00:00:00", 9720, IN)],
    "icbc-credit.csv": [("2023-04-22 00:00:00", 1, OUT), ("2023-04-25 00:00:00", 162101, IN)],
    "hsbc-debit.csv": [("2025-03-24 00:00:00", 10000, OUT), ("2025-04-03 00:00:00", 1250000, IN)],
    "hsbc-credit.csv": [("2025-04-09 00:00:00", 109914, OUT), ("2025-03-31 00:00:00", 2500, IN)],
    "another-acquirer.csv": [("2026-05-06 16:33:45", 1850, IN), ("2026-05-07 16:33:45", 1850, OUT)],
}


@pytest.fixture
def tables(samples: Path) -> Path:
    return samples / "tables"


def lines_of(path: Path, vocabulary: Vocabulary, mapping: ColumnMapping | None = None) -> list[Transaction]:
    items = list(read(path, vocabulary=vocabulary, mapping=mapping))
    assert not [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Transaction)]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_columns_of_an_unknown_table_are_guessed(
    name: str, encoding: str, tables: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / "statement.txt"
    path.write_bytes((tables / name).read_text("utf-8").encode(encoding))
    found = [(str(line.when), line.amount_fen, line.direction) for line in lines_of(path, vocabulary)]
    assert found == TABLES[name]


def test_totals_of_a_bank_are_compared_with_its_rows(tables: Path, vocabulary: Vocabulary, tmp_path: Path) -> None:
    whole = (tables / "icbc-credit.csv").read_text("utf-8")
    path = tmp_path / "icbc.csv"
    for text, verdict in ((whole, "agrees"), (whole.replace("2023-04-22  ", "#", 1), "differs")):
        path.write_text(text, encoding="utf-8")
        reading = read(path, vocabulary=vocabulary)
        list(reading)
        assert str(reading.footer) == verdict


def test_other_currencies_are_named(tables: Path, vocabulary: Vocabulary) -> None:
    assert [line.currency for line in lines_of(tables / "hsbc-debit.csv", vocabulary)] == ["HKD", "CNY"]


def test_account_numbers_of_a_bank_are_masked(tables: Path, vocabulary: Vocabulary) -> None:
    assert lines_of(tables / "bocom-debit.csv", vocabulary)[0].raw[7] == "132313*********1313"


def test_a_guess_can_be_corrected_and_is_remembered_by_its_header(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("时间,应收金额,抹零,状态\n2026-05-06 10:00:00,1850,1800,未结账\n", encoding="utf-8")
    guessed = detect(path, vocabulary=vocabulary).mapping
    assert guessed is not None
    mapping = ColumnMapping(guessed.key, guessed.columns | {"amount": "抹零"}, unit="fen")
    (line,) = lines_of(path, vocabulary, mapping)
    assert (line.amount_fen, line.state, line.when) == (
        1800,
        TransactionState.UNFINISHED,
        datetime.fromisoformat("2026-05-06T10:00"),
    )
    other = tmp_path / "other.csv"
    other.write_text("时间,实收金额,状态\n2026-05-06 10:00:00,18.50,已结账\n", encoding="utf-8")
    assert detect(other, vocabulary=vocabulary).mapping != guessed


def test_fen_that_are_only_assumed_are_said_to_be(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "JY_20240101.txt"
    path.write_text(
        "商户号|终端号|交易日期|交易时间|交易类型|交易金额\n8222|B01|20240101|093015|消费|10000\n", encoding="utf-8"
    )
    line, remark = read(path, vocabulary=vocabulary)
    assert isinstance(line, Transaction)
    assert isinstance(remark, Problem)
    assert (line.amount_fen, remark.reason) == (100_00, "amount.unit_assumed")
