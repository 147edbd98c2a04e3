"""Bills are imported once, whatever file, layout or period they come in."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_closeout.actions.bills.bill_proposals import accept_proposal, frozen_proposals, list_proposals, reject_proposal
from pos_closeout.actions.bills.bills import coverage_of, forget_bill, list_bills, list_problems, takings
from pos_closeout.actions.bills.import_report import ImportProgress, ImportReport
from pos_closeout.actions.bills.import_statement import import_statements
from pos_closeout.actions.cases.cases import open_case
from pos_closeout.actions.data_folder import Store, open_data_folder
from pos_closeout.actions.items.clearing import note_accepted
from pos_closeout.actions.items.items import clear_item
from pos_closeout.actions.reminders.reminders import remind_now
from pos_closeout.domain.bills.bills import ProposalState
from pos_closeout.domain.bills.transactions import BillChannel, Transaction
from pos_closeout.domain.errors import CloseoutError, DataFolderError, NotFoundError
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary, load_vocabulary
from pos_closeout.statements.wechat_merchant import WechatMerchantReader
from pos_closeout.store.bill_lines import LineWriter
from pos_closeout.store.bills import BillRepository
from tests.statements.bills import Sale, order_number, trade_all, trade_old, trade_refund, with_transfers

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "statements"

# name: rows, proposals; counted with awk and by eye, as in tests/statements/test_samples.py
FIGURES = {
    "wechat-personal-2019.csv": (2, 0),
    "wechat-personal-2023.csv": (27, 0),
    "wechat-personal-2019.xlsx": (31, 0),
    "wechat-merchant-all.csv": (45, 0),
    "wechat-merchant-refund.txt": (1, 0),
    "alipay-app-2023.csv": (10, 1),
    "jd-2024.csv": (26, 0),
    "bank-boc-debit.csv": (17, 0),
    "bank-cmb-debit.csv": (5, 0),
    "bank-icbc-debit.csv": (11, 0),
    "bank-citic-credit.xls": (13, 0),
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(Path(__file__).resolve().parents[3] / "resources" / "statements")


class ImportCase:
    """A case to import into."""

    def __init__(self, store: Store, vocabulary: Vocabulary) -> None:
        self.store, self.vocabulary = store, vocabulary
        self.case = open_case(store, TODAY, NOW)

    def take(self, *paths: Path, password: str | None = None) -> ImportReport:
        return import_statements(
            self.store, self.case.id, paths, vocabulary=self.vocabulary, today=TODAY, now=NOW, password=password
        )

    def lines(self) -> int:
        return int(self.store.database.rows("SELECT count(*) FROM bill_lines WHERE hidden = 0")[0][0] or 0)


@pytest.fixture
def desk(tmp_path: Path, vocabulary: Vocabulary) -> Iterator[ImportCase]:
    with open_data_folder(tmp_path / "data", NOW) as store:
        yield ImportCase(store, vocabulary)


@pytest.mark.parametrize("name", FIGURES)
def test_a_real_export_brings_its_rows_and_proposals_once(desk: ImportCase, tmp_path: Path, name: str) -> None:
    rows, proposals = FIGURES[name]
    (first,) = desk.take(SAMPLES / name).files
    assert (first.rows, first.new, first.known, len(first.proposals)) == (rows, rows, 0, proposals)
    (again,) = desk.take(SAMPLES / name).files
    assert (again.imported_before, again.rows, again.new, again.proposals) == (True, rows, 0, ())
    renamed = tmp_path / f"copy of {name}"
    shutil.copy(SAMPLES / name, renamed)
    if not name.endswith(("xls", "xlsx")):
        # One more blank line: another file to the hash, the same bill to its owner.
        renamed.write_bytes(renamed.read_bytes() + b"\n")
        (other,) = desk.take(renamed).files
        assert (other.imported_before, other.rows, other.new, other.known) == (False, rows, 0, rows)
    assert desk.lines() == rows
    assert len(list_proposals(desk.store, desk.case.id)) == proposals


def test_one_bad_file_among_several_is_named_and_the_others_are_imported(desk: ImportCase, tmp_path: Path) -> None:
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    report = desk.take(SAMPLES / "jd-2024.csv", photo, SAMPLES / "alipay-app-2023.csv")
    assert [file.refusal.message_id if file.refusal else "" for file in report.files] == [
        "",
        "statement.wrong_kind",
        "",
    ]
    assert [bill.name for bill in list_bills(desk.store, desk.case.id)] == ["jd-2024.csv", "alipay-app-2023.csv"]


def test_a_case_that_is_not_there_is_refused(desk: ImportCase) -> None:
    with pytest.raises(NotFoundError, match=r"case\.not_found"):
        import_statements(desk.store, 99, [SAMPLES / "jd-2024.csv"], vocabulary=desk.vocabulary, today=TODAY, now=NOW)


def test_takings_are_the_sales_and_refunds_of_a_month(desk: ImportCase) -> None:
    desk.take(SAMPLES / "wechat-merchant-all.csv")
    (found,) = takings(desk.store, desk.case.id)
    assert (found.month, found.channel) == (date(2019, 2, 1), BillChannel.WECHAT)
    assert (found.income_fen, found.refund_fen, found.count) == (47, 14, 31)


def test_a_bill_that_is_taken_back_leaves_nothing(desk: ImportCase) -> None:
    desk.take(SAMPLES / "wechat-personal-2023.csv")
    (bill,) = list_bills(desk.store, desk.case.id)
    assert coverage_of(desk.store, desk.case.id, TODAY)
    forget_bill(desk.store, bill.id, NOW)
    assert list_bills(desk.store, desk.case.id) == list_proposals(desk.store, desk.case.id) == ()
    assert desk.lines() == 0


def test_what_was_accepted_and_turned_down_stays_when_its_bill_is_taken_back(desk: ImportCase, tmp_path: Path) -> None:
    desk.take(with_transfers(tmp_path))
    first, second, _ = list_proposals(desk.store, desk.case.id)
    item = accept_proposal(desk.store, first.id, None, NOW)
    reject_proposal(desk.store, second.id, "朋友已收", NOW)
    (bill,) = list_bills(desk.store, desk.case.id)
    gone = forget_bill(desk.store, bill.id, NOW)
    assert (gone.bill, gone.undecided, gone.kept_items) == (bill, 1, 1)
    assert "wechat-personal-2023.csv" in desk.store.items.get(item.id).note
    with sqlite3.connect(desk.store.database.path.parent / "backups" / gone.copy) as copy:
        assert copy.execute("SELECT count(*) FROM bill_lines").fetchone() == (27,), "the copy is of before"
    copy.close()
    (again,) = desk.take(with_transfers(tmp_path)).files
    assert (again.new, len(again.proposals)) == (27, 1)
    states = {each.id: each.state for each in list_proposals(desk.store, desk.case.id)}
    assert (states[first.id], states[second.id]) == (ProposalState.ACCEPTED, ProposalState.REJECTED)
    assert len(states) == 3


def test_an_accepted_frozen_refund_is_told_on_the_day_to_look_again(desk: ImportCase, tmp_path: Path) -> None:
    started = datetime.fromisoformat("2026-11-20 10:00:00")
    path = tmp_path / "refund.csv"
    path.write_bytes(trade_all([Sale(1, started, 30_00, refund=True, open=True)]).content)
    desk.take(path)
    ((day, kept),) = frozen_proposals(desk.store, desk.case.id, TODAY)
    assert day == date(2026, 11, 25), "three working days after Friday the 20th"
    item = accept_proposal(desk.store, kept.id, None, NOW)
    assert desk.store.item_files.facts(item.id)[Fact.LOOK_AGAIN_ON] == "2026-11-25"
    assert item.due_on == day
    assert item.id in remind_now(desk.store, datetime(2026, 11, 25, 10, tzinfo=UTC)).ids
    assert [each.id for _, each in frozen_proposals(desk.store, desk.case.id, TODAY)] == [kept.id]
    note_accepted(desk.store, item.id, date(2026, 12, 1), NOW)
    still = frozen_proposals(desk.store, desk.case.id, TODAY)
    assert [day for day, _ in still] == [date(2026, 12, 1)], "still running then"
    clear_item(desk.store, item.id, TODAY, "查过，已退", NOW)
    assert frozen_proposals(desk.store, desk.case.id, TODAY) == ()


def test_cancel_leaves_no_trace(desk: ImportCase) -> None:
    asked = count()
    with pytest.raises(CloseoutError, match=r"statement\.cancelled"):
        import_statements(
            desk.store,
            desk.case.id,
            [SAMPLES / "jd-2024.csv", SAMPLES / "wechat-personal-2023.csv"],
            vocabulary=desk.vocabulary,
            today=TODAY,
            now=NOW,
            cancelled=lambda: next(asked) > 1,
        )
    for table in ("bills", "bill_lines", "bill_periods", "bill_problems", "bill_repeats", "proposals"):
        assert desk.store.database.rows(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608  # own names


def test_a_second_import_at_the_same_time_is_refused(desk: ImportCase, tmp_path: Path) -> None:
    with (
        open_data_folder(tmp_path / "data", NOW) as other,
        BillRepository(other.database).importing(),
        pytest.raises(DataFolderError, match=r"import_running"),
    ):
        desk.take(SAMPLES / "jd-2024.csv")


def test_rows_that_cannot_be_used_are_kept_with_their_cells(desk: ImportCase, tmp_path: Path) -> None:
    text = (SAMPLES / "jd-2024.csv").read_text(encoding="utf-8-sig").splitlines()
    text[22] = text[22].replace(text[22].split(",")[0], "gestern 6222021234567890123", 1)
    bill = tmp_path / "bill.csv"
    bill.write_text("\n".join(text), encoding="utf-8")
    (report,) = desk.take(bill).files
    assert (report.rows, report.problems) == (25, 1)
    (problem,) = list_problems(desk.store, report.bill_id or 0)
    assert (problem.source.row, problem.column, problem.reason) == (23, "交易时间", "time.unreadable")
    assert "622202*********0123" in problem.raw[0]


def merchant_bill(path: Path, *sales: Sale) -> Path:
    path.write_bytes(trade_all(sales).content)
    return path


ORDER = Sale(1, datetime(2026, 11, 2, 9, 30), 128_00)  # noqa: DTZ001  # a bill names no zone
REFUND = Sale(2, datetime(2026, 11, 20, 9, 30), 28_00, refund=True, open=True)  # noqa: DTZ001


def refund_of_the_order(path: Path, *, done: bool = False) -> Path:
    text = trade_all([REFUND._replace(open=not done)]).content.decode("utf-8-sig")
    path.write_text(text.replace(order_number(REFUND), order_number(ORDER)), encoding="utf-8")
    return path


@pytest.mark.parametrize("order_first", [True, False])
def test_a_refund_finds_its_order_in_another_file(desk: ImportCase, tmp_path: Path, order_first: bool) -> None:
    files = [merchant_bill(tmp_path / "orders.csv", ORDER), refund_of_the_order(tmp_path / "refunds.csv")]
    for file in files if order_first else reversed(files):
        desk.take(file)
    (kept,) = list_proposals(desk.store, desk.case.id)
    assert (kept.order_file, kept.proposal.order_amount_fen) == ("orders.csv", 128_00)
    assert kept.proposal.order_when == ORDER.when
    assert (kept.proposal.amount_fen, kept.proposal.look_again) == (28_00, date(2026, 11, 25))


def test_a_refund_whose_order_bill_is_taken_back_finds_it_in_another_bill(desk: ImportCase, tmp_path: Path) -> None:
    other = Sale(3, datetime(2026, 11, 3, 9, 30), 5_00)  # noqa: DTZ001  # as above
    desk.take(refund_of_the_order(tmp_path / "refunds.csv"))
    desk.take(merchant_bill(tmp_path / "november.csv", ORDER))
    desk.take(merchant_bill(tmp_path / "quarter.csv", ORDER, other))
    (kept,) = list_proposals(desk.store, desk.case.id)
    assert kept.order_file == "november.csv"
    november, quarter = (bill for bill in list_bills(desk.store, desk.case.id) if bill.name != "refunds.csv")
    forget_bill(desk.store, november.id, NOW)
    (kept,) = list_proposals(desk.store, desk.case.id)
    assert (kept.order_file, kept.proposal.order_when) == ("quarter.csv", ORDER.when)
    forget_bill(desk.store, quarter.id, NOW)
    (kept,) = list_proposals(desk.store, desk.case.id)
    assert (kept.order_file, kept.proposal.order) == ("", None)


def test_a_later_bill_settles_what_waits_and_tells_of_what_was_accepted(desk: ImportCase, tmp_path: Path) -> None:
    desk.take(refund_of_the_order(tmp_path / "frozen.csv"))
    (waiting,) = list_proposals(desk.store, desk.case.id)
    report = desk.take(refund_of_the_order(tmp_path / "done.csv", done=True))
    assert [each.id for each in report.settled] == [waiting.id]
    (settled,) = list_proposals(desk.store, desk.case.id)
    assert settled.settled is not None
    assert (settled.state, settled.settled.file_name, settled.settled.source.row) == ("settled", "done.csv", 2)
    done = list_bills(desk.store, desk.case.id)[1]
    forget_bill(desk.store, done.id, NOW)
    (again,) = list_proposals(desk.store, desk.case.id)
    assert (again.state, again.settled) == ("waiting", None)
    item = accept_proposal(desk.store, again.id, None, NOW)
    assert "frozen.csv" in item.note
    told = desk.take(tmp_path / "done.csv")
    assert [each.item_id for each in told.may_be_cleared] == [item.id]
    assert desk.store.items.get(item.id).state == "open"


def test_an_older_bill_imported_later_opens_nothing_again(desk: ImportCase, tmp_path: Path) -> None:
    desk.take(refund_of_the_order(tmp_path / "done.csv", done=True))
    report = desk.take(refund_of_the_order(tmp_path / "frozen.csv"))
    assert report.files[0].proposals == ()
    assert {each.state for each in list_proposals(desk.store, desk.case.id)} == {"settled"}


def test_the_same_sales_in_other_layouts_of_a_bill_count_once(desk: ImportCase, tmp_path: Path) -> None:
    sales = [Sale(at, datetime(2026, 11, at, 10), 100 * at, refund=at % 3 == 0) for at in range(1, 9)]  # noqa: DTZ001
    for name, layout in (("all", trade_all), ("refund", trade_refund), ("old", trade_old)):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(layout(sales).content)
        desk.take(path)
    (found,) = takings(desk.store, desk.case.id)
    assert (found.count, found.income_fen, found.refund_fen) == (6, 2700, 900)
    for bill in list_bills(desk.store, desk.case.id)[:2]:
        forget_bill(desk.store, bill.id, NOW)
    assert takings(desk.store, desk.case.id) == (found,)


def test_the_window_saves_while_an_import_is_running(desk: ImportCase, tmp_path: Path) -> None:
    sales = [Sale(at, datetime(2026, 11, 1, 10), at) for at in range(1, 4000)]  # noqa: DTZ001
    saved = []

    def save(_progress: ImportProgress) -> None:
        with open_data_folder(tmp_path / "data", NOW) as window:
            saved.append(open_case(window, TODAY, NOW).id)

    bill = merchant_bill(tmp_path / "bill.csv", *sales)
    words = desk.vocabulary
    import_statements(desk.store, desk.case.id, [bill], vocabulary=words, today=TODAY, now=NOW, on_progress=save)
    assert len(saved) > 3
    assert desk.lines() == 3999


def test_a_bill_whose_taking_back_was_cut_off_is_gone_and_its_decisions_stay(
    desk: ImportCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sales = [Sale(at, datetime(2026, 11, 1, 10), at, refund=at % 9 == 0, open=at % 9 == 0) for at in range(1, 100)]  # noqa: DTZ001
    desk.take(merchant_bill(tmp_path / "bill.csv", *sales))
    first, second, *_ = list_proposals(desk.store, desk.case.id)
    accept_proposal(desk.store, first.id, None, NOW)
    reject_proposal(desk.store, second.id, "查过", NOW)
    (bill,) = list_bills(desk.store, desk.case.id)
    monkeypatch.setattr("pos_closeout.store.bill_closing._SOME_LINES_AWAY", "power is gone")
    with pytest.raises(DataFolderError):
        forget_bill(desk.store, bill.id, NOW)
    monkeypatch.undo()
    with open_data_folder(tmp_path / "data", NOW) as again:
        assert list_bills(again, desk.case.id) == ()
        states = {each.state for each in list_proposals(again, desk.case.id)}
        assert states == {ProposalState.ACCEPTED, ProposalState.REJECTED}
        assert again.database.rows("SELECT count(*) FROM bill_lines") == [(0,)]
    (report,) = desk.take(tmp_path / "bill.csv").files
    assert (report.new, len(report.proposals)) == (99, 9)


@given(st.integers(0, 60))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_cancel_at_any_moment_leaves_no_trace(desk: ImportCase, tmp_path: Path, moment: int) -> None:
    bill = tmp_path / "bill.csv"
    if not bill.exists():
        at_ten = datetime(2026, 11, 1, 10)  # noqa: DTZ001
        merchant_bill(bill, *(Sale(at, at_ten, at, refund=at % 9 == 0, open=True) for at in range(1, 3000)))
    asked = iter(range(moment))
    with suppress(CloseoutError):
        report = import_statements(
            desk.store,
            desk.case.id,
            [SAMPLES / "jd-2024.csv", bill],
            vocabulary=desk.vocabulary,
            today=TODAY,
            now=NOW,
            cancelled=lambda: next(asked, None) is None,
        )
        for file in report.files:
            forget_bill(desk.store, file.bill_id or 0, NOW)
    for table in ("bills", "bill_lines", "bill_periods", "bill_problems", "bill_repeats", "proposals"):
        assert desk.store.database.rows(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608  # own names


def test_what_a_crash_left_is_gone_at_the_next_opening(desk: ImportCase, tmp_path: Path) -> None:
    bills = BillRepository(desk.store.database)
    number = bills.begin(desk.case.id, "0" * 64, "bill.csv", NOW)
    assert number is not None
    lines = [
        line for line in read(SAMPLES / "jd-2024.csv", vocabulary=desk.vocabulary) if isinstance(line, Transaction)
    ]
    writer = LineWriter(desk.store.database, desk.case.id, number)
    writer.take(lines)
    writer.write()
    assert desk.lines() == 26
    assert list_bills(desk.store, desk.case.id) == takings(desk.store, desk.case.id) == ()
    with open_data_folder(tmp_path / "data", NOW) as opened:
        assert opened.database.rows("SELECT count(*) FROM bill_lines") == [(0,)]


def test_blocks_and_single_rows_give_the_same_lines(
    desk: ImportCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sales = [
        Sale(at, datetime(2026, 11, 1, 10, at % 60), at * 7, refund=at % 9 == 0, open=at % 27 == 0)  # noqa: DTZ001
        for at in range(1, 700)
    ]
    bill = tmp_path / "bill.csv"
    text = trade_all(sales).content.replace("包子\\ 两个".encode(), "包子 6222021234567890123".encode(), 300)
    bill.write_bytes(text)
    at_once, kept_at_once = list(read(bill, vocabulary=desk.vocabulary)), _kept(desk, bill)
    monkeypatch.setattr(WechatMerchantReader, "read_block", lambda _self, _first, _texts: None)
    assert list(read(bill, vocabulary=desk.vocabulary)) == at_once
    assert len(at_once) == len(kept_at_once) == 699
    assert _kept(desk, bill) == kept_at_once


def _kept(desk: ImportCase, bill: Path) -> list[tuple[object, ...]]:
    """Return the lines as they are kept of a bill that a new case imports."""
    case = open_case(desk.store, TODAY, NOW)
    import_statements(desk.store, case.id, [bill], vocabulary=desk.vocabulary, today=TODAY, now=NOW)
    columns = desk.store.database.rows("SELECT name FROM pragma_table_info('bill_lines')")
    names = ", ".join(str(name) for (name,) in columns if name not in ("id", "bill_id", "case_id"))
    sql = f"SELECT {names} FROM bill_lines WHERE case_id = ? ORDER BY row"  # noqa: S608  # own names
    return list(desk.store.database.rows(sql, (case.id,)))
