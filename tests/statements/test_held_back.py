"""Tables of kinds that no sample has come out right: rows, sums by direction, proposals, problems."""

from datetime import date
from pathlib import Path

import pytest

from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.held_back import TABLES, HeldBack


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_read_to_the_fen(vocabulary: Vocabulary, tmp_path: Path, table: HeldBack) -> None:
    path = tmp_path / table.name
    path.write_bytes(table.text.encode(table.encoding))
    found = inspect_file(path, vocabulary=vocabulary, today=date(2026, 8, 1))
    proposals = tuple((each["amount_fen"], each["reason"].partition(":")[0]) for each in found["proposals"])
    assert (found["rows"], found["income_fen"], found["expense_fen"]) == (
        table.rows,
        table.income_fen,
        table.expense_fen,
    )
    assert (proposals, len(found["problems"])) == (table.proposals, table.problems)
