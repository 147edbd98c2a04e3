"""A bill written in any layout reads back to the same money."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.domain.bills.transactions import OPEN_STATES, Direction, Transaction
from pos_closeout.statements.reading import Reading, read
from pos_closeout.statements.totals import Verdict
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.bills import Bill, Sale, trade_all, trade_success
from tests.statements.more_bills import WRITERS

_MOMENTS = st.datetimes(datetime.fromisoformat("2019-01-01"), datetime.fromisoformat("2026-11-30")).map(
    lambda when: when.replace(microsecond=0)
)
_SALES = st.lists(
    st.builds(
        Sale,
        number=st.integers(0, 999_999),
        when=_MOMENTS,
        fen=st.integers(1, 999_999_99),
        refund=st.booleans(),
        open=st.booleans(),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda sale: sale.number,
)
_SAME_FOLDER = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_all(path: Path, vocabulary: Vocabulary) -> tuple[list[Transaction], Reading]:
    reading = read(path, vocabulary=vocabulary)
    items = list(reading)
    problems = [item for item in items if not isinstance(item, Transaction)]
    assert not problems
    return [item for item in items if isinstance(item, Transaction)], reading


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
@_SAME_FOLDER
@given(sales=_SALES)
def test_every_layout_gives_back_times_amounts_and_directions(
    writer: Callable[[Sequence[Sale]], Bill], sales: list[Sale], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    bill = writer(sales)
    path = tmp_path / "holiday.jpg"
    path.write_bytes(bill.content)
    lines, reading = read_all(path, vocabulary)
    assert reading.format == bill.format
    assert reading.footer is not Verdict.DIFFERS
    assert [(line.when, line.amount_fen, line.direction) for line in lines] == [
        (sale.when, sale.fen, Direction.OUT if sale.refund else Direction.IN) for sale in sales
    ]
    assert [line.state in OPEN_STATES for line in lines] == bill.open
    assert not any("6222021001000004" in cell for line in lines for cell in line.raw)


@_SAME_FOLDER
@given(sales=_SALES)
def test_the_columns_of_success_read_like_those_of_all(
    sales: list[Sale], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    paid = [sale._replace(refund=False, open=False) for sale in sales]
    names = []
    for writer in (trade_all, trade_success):
        path = tmp_path / writer.__name__
        path.write_bytes(writer(paid).content)
        names.append([(line.identity, line.amount_fen, line.when) for line in read_all(path, vocabulary)[0]])
    assert names[0] == names[1]
