"""Names of columns that stand in two lines are named together, and the mapping is remembered by both."""

from pathlib import Path

from pos_closeout.actions.bills.inspect_file import (
    column_samples,
    guess_columns,
    inspect_bill,
    named_columns,
    read_head,
    understood,
)
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.domain.bills.transactions import Direction, Transaction

TABLE = (
    "某银行明细,,,,\n交易日期,发生额,,余额,摘要\n,借方(出账),贷方(入账),,\n2026-07-03,,1200.00,1300.00,清算款\n"
    "2026-07-04,36.00,,1264.00,POS通讯服务费\n"
)


def test_names_in_two_lines_are_one_header(resources: Path, tmp_path: Path) -> None:
    vocabulary, path = load_words(resources), tmp_path / "bank.csv"
    path.write_text(TABLE, encoding="utf-8")
    head = read_head(path)
    guessed = guess_columns(head, 2, vocabulary)
    assert (guessed.columns["income"], guessed.columns["expense"]) == ("发生额贷方(入账)", "发生额借方(出账)")
    assert [shown for _, shown in named_columns(head, 2)] == [
        "交易日期", "发生额 借方(出账)", "发生额 贷方(入账)", "余额", "摘要",
    ]  # fmt: skip
    assert column_samples(head, 2, 3)["发生额借方(出账)"] == ("36.00",)
    lines = understood(path, vocabulary=vocabulary, mapping=guessed)
    assert [(line.amount_fen, line.direction) for line in lines if isinstance(line, Transaction)] == [
        (1200_00, Direction.IN),
        (36_00, Direction.OUT),
    ]
    seen = inspect_bill(path, vocabulary=vocabulary, remembered=(guessed,))
    assert (seen.rows, seen.problems, seen.mapping) == (2, 0, guessed)
