"""Whatever happens to the bytes of a bill, the reader answers with lines, problems or one refusal."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.domain.bills.transactions import Problem, Transaction
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.bills import Sale
from tests.statements.more_bills import WRITERS

_SALES = [
    Sale(
        number,
        datetime.fromisoformat(f"2026-03-0{1 + number}T09:30:05"),
        1234 * (number + 1),
        refund=number % 3 == 0,
        open=number == 3,
    )
    for number in range(6)
]
_BYTES = {writer.__name__: writer(_SALES).content for writer in WRITERS}
_SNIPPETS = (
    b'"',
    b",",
    b"\n",
    b"\r",
    b"`",
    b"\0",
    b"\xff",
    b"\t",
    b"/",
    "￥".encode(),
    b"1e999",
    b"=cmd|'/c calc'!A0",
    b"",
)


def _spoil(content: bytes, seed: int) -> bytes:
    random = Random(seed)  # noqa: S311 - a repeatable mess, no secret
    spoiled = bytearray(content)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(spoiled) + 1)
        match random.randrange(4):
            case 0:
                spoiled[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                spoiled[at:at] = random.choice(_SNIPPETS)
            case 2:
                del spoiled[at : at + random.randrange(60)]
            case _:
                other = random.randrange(len(spoiled) + 1)
                spoiled[at:at] = spoiled[other : other + random.randrange(60)]
    return bytes(spoiled)


def _read_or_refuse(path: Path, vocabulary: Vocabulary) -> None:
    items: list[Transaction | Problem] = []
    with suppress(CloseoutError):
        items = list(read(path, vocabulary=vocabulary))
    assert all(item.amount_fen >= 0 for item in items if isinstance(item, Transaction))


@pytest.mark.parametrize("name", _BYTES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_spoiled_bill_never_breaks_the_reader(name: str, seed: int, vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "spoiled.csv"
    path.write_bytes(_spoil(_BYTES[name], seed))
    _read_or_refuse(path, vocabulary)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_spoiled_old_workbook_never_breaks_the_reader(
    seed: int, samples: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / "spoiled.xls"
    path.write_bytes(_spoil((samples / "bank-citic-credit.xls").read_bytes(), seed))
    _read_or_refuse(path, vocabulary)


def test_a_time_with_a_zone_is_a_problem_and_no_crash(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "zone.csv"
    for name in ("trade_all", "wechat_csv"):
        path.write_bytes(_BYTES[name].replace(b"2026-03-02 09:30:05", b"2026-03-02 09+08:00"))
        _read_or_refuse(path, vocabulary)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_any_bytes_at_all_are_answered(content: bytes, vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "anything"
    path.write_bytes(content)
    _read_or_refuse(path, vocabulary)
