"""The question for payments that no bill shows: answered once, and asked again after the next bill."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.bills.bills import forget_bill
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.actions.bills.unpaid import ask_unpaid_again, say_none_unpaid, unpaid_answer
from pos_closeout.actions.cases.case_history import read_timeline
from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.domain.bills.bills import UnpaidAnswer
from pos_closeout.domain.errors import NotFoundError

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ROOT = Path(__file__).resolve().parents[3]
ANSWERED = UnpaidAnswer(TODAY, ask_again=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_data_folder(tmp_path / "data", NOW) as opened:
        yield opened


def take(store: Store, case_id: int, name: str, now: datetime) -> int:
    paths = [ROOT / "tests" / "fixtures" / "statements" / name]
    words = load_words(ROOT / "resources")
    (file,) = import_statements(store, case_id, paths, vocabulary=words, today=TODAY, now=now).files
    assert file.bill_id is not None
    return file.bill_id


def test_the_answer_is_kept_for_its_case_and_can_be_taken_back(store: Store) -> None:
    case, other = open_case(store, TODAY, NOW), open_case(store, TODAY, NOW)
    assert unpaid_answer(store, case.id) is None
    say_none_unpaid(store, case.id, NOW)
    assert (unpaid_answer(store, case.id), unpaid_answer(store, other.id)) == (ANSWERED, None)
    assert "unpaid.none" in {entry.what for entry in read_timeline(store, case.id)}
    ask_unpaid_again(store, case.id, NOW)
    assert unpaid_answer(store, case.id) is None


def test_a_bill_from_before_the_answer_does_not_ask_again_and_a_later_one_does(store: Store) -> None:
    case = open_case(store, TODAY, NOW)
    bill = take(store, case.id, "jd-2024.csv", NOW)
    say_none_unpaid(store, case.id, NOW)
    assert unpaid_answer(store, case.id) == ANSWERED
    # The number of the bill that is taken back may be given to the next one.
    forget_bill(store, bill, NOW)
    assert unpaid_answer(store, case.id) == ANSWERED
    take(store, case.id, "alipay-app-2023.csv", NOW + timedelta(minutes=1))
    assert unpaid_answer(store, case.id) == UnpaidAnswer(TODAY, ask_again=True)
    say_none_unpaid(store, case.id, NOW + timedelta(days=1))
    assert unpaid_answer(store, case.id) == UnpaidAnswer(TODAY + timedelta(days=1), ask_again=False)


def test_a_case_that_is_not_there_is_refused(store: Store) -> None:
    for verb in (say_none_unpaid, ask_unpaid_again):
        with pytest.raises(NotFoundError, match=r"case\.not_found"):
            verb(store, 9, NOW)
