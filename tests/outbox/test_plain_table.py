import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.outbox.plain_table import table_csv

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=20)


def read_back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_formulas_stay_text() -> None:
    data = table_csv(("文件", "原文"), [("账单.csv", "=cmd|'/c calc'!A1"), ("b", "-1"), ("c", "@x"), ("d", "¥1.00")])
    assert [row[1] for row in read_back(data)] == ["原文", "'=cmd|'/c calc'!A1", "'-1", "'@x", "¥1.00"]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=8))
def test_every_cell_comes_back(rows: list[tuple[str, str]]) -> None:
    back = read_back(table_csv(("a", "b"), rows))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
