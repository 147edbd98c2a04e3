"""The gate in front of the database, where many rows pass at once."""

import pytest

from pos_closeout.store.gate import Gate

SQL = "INSERT INTO proposals (identity, due_on, note) VALUES (?, ?, ?)"
CARD = "6222021234567890123"


@pytest.mark.parametrize("first", ["2026-11-22", None])
def test_a_column_may_be_empty_in_some_rows(first: str | None) -> None:
    rows = [("a", first, "n"), ("b", None, "n"), ("c", "2026-11-23", "n")]
    assert list(Gate().rows(SQL, rows)) == rows


def test_a_card_number_is_masked_below_an_empty_cell() -> None:
    kept = list(Gate().rows(SQL, [("a", None, None), ("b", None, f"card {CARD}")]))
    assert CARD not in str(kept)
