"""Statements as PDF: the rows of every sample as they are read by eye, and where each of them stands."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pos_closeout.domain.bills.transactions import Problem, Transaction
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.file_limits import MAX_PAGES
from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.pdf import read_pages
from pos_closeout.statements.pdf_table import read_table
from pos_closeout.statements.preview import read_head
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.pdf_writing import Look, write_pdf

NAMES = ("交易日期", "交易金额", "账户余额", "对方户名")
LOOK = Look(widths=(70, 80, 90, 120))
READ = [
    "cmb-no-rules-bilingual.pdf",
    "boc-grid-password-123456.pdf",
    "icbc-grid-watermark.pdf",
    "icbc-grid-watermark-rotated-page.pdf",
    "wechat-header-once.pdf",
    "abc-horizontal-rules-cidfont.pdf",
]


@pytest.fixture(scope="module")
def answers(samples: Path) -> dict[str, dict[str, Any]]:
    told = (samples / "pdf" / "answers.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(told)
    return found


def chained(count: int, opening: int = 100_000) -> list[tuple[str, str, str, str]]:
    """Return entries whose balance follows from the one before."""
    rows, balance = [], opening
    for at in range(count):
        fen = (at % 7 + 1) * 1234 * (1 if at % 3 else -1)
        balance += fen
        rows.append((f"2026-03-{at % 28 + 1:02d}", f"{fen / 100:+,.2f}", f"{balance / 100:,.2f}", "青禾支付有限公司"))
    return rows


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("name", READ)
def test_the_rows_are_those_on_the_paper(
    name: str, named: bool, samples: Path, answers: dict[str, dict[str, Any]], vocabulary: Vocabulary
) -> None:
    answer = answers[name]
    pages, damaged = read_pages(samples / "pdf" / name, name, answer.get("password"), lambda _share: None)
    # The table is found by its look as well, where no column is called by a known name.
    table = read_table(pages, vocabulary.header_names if named else ())
    assert [row.cells for row in table.rows if row.entry] == answer["rows"]
    assert table.header_at is not None
    assert table.rows[table.header_at].cells == answer["header"]
    assert len(pages) == answer["pages"]
    assert (damaged, table.empty_pages) == (False, [])


# rows, income and expense in fen, added up from answers.json
SUMS = {
    "cmb-no-rules-bilingual.pdf": ("table", 150, 395_468_16, 333_489_49),
    "boc-grid-password-123456.pdf": ("table", 120, 318_300_24, 278_097_34),
    "abc-horizontal-rules-cidfont.pdf": ("table", 140, 363_449_60, 288_370_28),
    "icbc-grid-watermark.pdf": ("table", 110, 258_451_48, 225_242_90),
    "icbc-grid-watermark-rotated-page.pdf": ("table", 110, 258_451_48, 225_242_90),
    "wechat-header-once.pdf": ("wechat_proof", 130, 187_371_85, 177_150_62),
}


@pytest.mark.parametrize("name", SUMS)
def test_a_statement_is_read_like_a_table(
    name: str, samples: Path, answers: dict[str, dict[str, Any]], vocabulary: Vocabulary, today: date
) -> None:
    password = answers[name].get("password")
    found = inspect_file(samples / "pdf" / name, vocabulary=vocabulary, today=today, password=password)
    assert (found["format"], found["rows"], found["income_fen"], found["expense_fen"]) == SUMS[name]
    assert (found["problems"], found["encoding"], found["refused"]) == ([], "pdf", None)


def test_a_line_is_proved_by_its_page_and_entry(samples: Path, vocabulary: Vocabulary) -> None:
    reading = read(samples / "pdf" / "wechat-header-once.pdf", vocabulary=vocabulary)
    lines = [item for item in reading if isinstance(item, Transaction)]
    first = next(line for line in lines if line.source.page == 2)
    assert lines[0].source[1:] == ("#page=1", 1)
    assert first.source.row == 1
    assert first.source.inner == ""
    assert lines[-1].source.page == 5
    # The proof holds the cells of the row, with the number that runs over two lines put together again.
    assert lines[0].raw[0] == "4200042269312163761820916601"


def test_a_scan_is_told_as_one(samples: Path, vocabulary: Vocabulary) -> None:
    assert refusal(samples / "pdf" / "scan-no-text.pdf", vocabulary).message_id == "statement.pdf_scan"


@pytest.mark.parametrize(("password", "told"), [(None, "password_needed"), ("12345", "password_wrong")])
def test_a_password_is_asked_for(password: str | None, told: str, samples: Path, vocabulary: Vocabulary) -> None:
    path = samples / "pdf" / "boc-grid-password-123456.pdf"
    assert refusal(path, vocabulary, password).message_id == f"statement.{told}"


def test_a_cut_file_is_refused(samples: Path, vocabulary: Vocabulary, tmp_path: Path) -> None:
    content = (samples / "pdf" / "cmb-no-rules-bilingual.pdf").read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(content[: len(content) * 2 // 3])
    assert refusal(path, vocabulary).message_id == "statement.pdf_broken"


def test_too_many_pages_are_refused(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for _ in range(MAX_PAGES + 1):
        canvas.showPage()
    canvas.save()
    assert refusal(path, vocabulary).facts == {"name": "long.pdf", "limit": MAX_PAGES, "pages": MAX_PAGES + 1}


def test_reading_stops_between_two_pages(samples: Path, vocabulary: Vocabulary) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) == 3

    path = samples / "pdf" / "icbc-grid-watermark.pdf"
    with pytest.raises(CloseoutError, match="cancelled"):
        list(read(path, vocabulary=vocabulary, cancelled=cancelled))
    assert len(asked) == 3


def problems(path: Path, vocabulary: Vocabulary) -> list[tuple[str, int, int, str]]:
    items = [item for item in read(path, vocabulary=vocabulary) if isinstance(item, Problem)]
    return [(item.reason, item.source.page, item.source.row, item.text) for item in items]


def test_a_missing_entry_is_told_with_its_page_and_row(vocabulary: Vocabulary, tmp_path: Path) -> None:
    rows = chained(100)
    path = tmp_path / "bill.pdf"
    pages = write_pdf(path, NAMES, rows[:60] + rows[61:], LOOK)
    expected = f"{_yuan(rows[59][2], rows[61][1])} ≠ {rows[61][2]}"
    row = pages[:61].count(pages[60])
    assert problems(path, vocabulary) == [("pdf.balance_breaks", pages[60], row, expected)]


def test_the_newest_entry_may_come_first(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, chained(40)[::-1], LOOK)
    assert problems(path, vocabulary) == []


def test_entries_in_two_currencies_have_a_balance_each(vocabulary: Vocabulary, tmp_path: Path) -> None:
    yuan, dollars = chained(10), chained(10, 7_000_00)
    mixed = [
        (*row, money)
        for pair in zip(yuan, dollars, strict=True)
        for row, money in zip(pair, ("人民币", "USD"), strict=True)
    ]
    path = tmp_path / "bill.pdf"
    write_pdf(path, (*NAMES, "币种"), mixed, Look(widths=(70, 80, 90, 120, 50)))
    assert problems(path, vocabulary) == []


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("共12笔", []),
        ("共13笔", [("pdf.count_differs", 0, 0, "13 ≠ 12")]),
        ("合计收入 8 笔 合计支出 4 笔", []),
        ("合计收入 9 笔 合计支出 4 笔", [("pdf.count_differs", 0, 0, "9 ≠ 12")]),
        ("期初余额：1,000.00", []),
        ("期初余额：900.00", [("pdf.balance_breaks", 1, 1, "887.66 ≠ 987.66")]),
        ("本页共12笔", []),
    ],
)
def test_what_a_statement_announces_is_compared(
    note: str, told: list[tuple[str, int, int, str]], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, chained(12), LOOK, above=("某某银行交易流水", note))
    assert problems(path, vocabulary) == told


def test_an_announced_count_is_kept_with_the_bill(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, chained(12), LOOK, above=("交易流水", "共15笔"))
    reading = read(path, vocabulary=vocabulary)
    list(reading)
    assert (reading.rows, reading.announced_rows) == (12, 15)


def test_missing_pages_are_told(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, chained(12), LOOK, page_number=lambda number, count: f"第{number}页/共{count + 2}页")
    assert problems(path, vocabulary) == [("pdf.pages_missing", 0, 0, "2")]


def test_a_statement_without_entries_is_a_day_without_sales(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, [], LOOK)
    reading = read(path, vocabulary=vocabulary)
    assert (list(reading), reading.rows) == ([], 0)


def test_two_statements_with_one_account_after_the_other_are_one_table(vocabulary: Vocabulary, tmp_path: Path) -> None:
    """The table may begin behind a cover page."""
    path = tmp_path / "bill.pdf"
    write_pdf(path, NAMES, chained(30), LOOK, above=[f"封面第{at}行" for at in range(12)])
    assert [item.source.row for item in read(path, vocabulary=vocabulary)][:3] == [1, 2, 3]


def test_the_columns_of_an_unknown_statement_can_be_named(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bill.pdf"
    write_pdf(path, ("甲日", "乙额", "丙余", "丁名"), chained(12), LOOK)
    assert refusal(path, vocabulary).message_id == "statement.not_recognised"
    head = read_head(path, None, vocabulary.header_names)
    header = next(row for row in head.rows if row.number == head.likely_header)
    assert header.cells == ("甲日", "乙额", "丙余", "丁名")
    assert head.rows[head.likely_header].cells[0] == "2026-03-01"


def test_text_hidden_behind_a_scan_is_not_believed(vocabulary: Vocabulary, tmp_path: Path) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    text = canvas.beginText(40, 700)
    text.setTextRenderMode(3)
    text.textLine("2026-03-01 100.00 guessed by a machine")
    canvas.drawText(text)
    canvas.save()
    assert refusal(path, vocabulary).message_id == "statement.pdf_scan"


def refusal(path: Path, vocabulary: Vocabulary, password: str | None = None) -> BadInputError:
    with pytest.raises(BadInputError) as caught:
        list(read(path, vocabulary=vocabulary, password=password))
    return caught.value


def _yuan(balance: str, amount: str) -> str:
    return f"{float(balance.replace(',', '')) + float(amount.replace(',', '')):,.2f}"


@pytest.mark.parametrize("rules", ["none", "lines", "grid"])
@pytest.mark.parametrize(
    ("pattern", "above"),
    [
        ("%Y-%m-%d", "某某银行交易流水"),
        ("%Y.%m.%d", "某某银行交易流水"),
        ("%Y年%m月%d日", "某某银行交易流水"),
        ("%Y%m%d", "某某银行交易流水"),
        ("%d/%m/%Y", "某某银行交易流水"),
        ("%d-%m-%Y", "某某银行交易流水"),
        ("%d.%m.%Y", "某某银行交易流水"),
        ("%m/%d", "2026年03月账单"),
        ("%m月%d日", "2026年03月账单"),
    ],
)
def test_days_are_found_however_they_are_written(
    rules: str, pattern: str, above: str, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / "bill.pdf"
    entries = [(date.fromisoformat(day).strftime(pattern), *rest) for day, *rest in chained(20)]
    write_pdf(path, NAMES, entries, Look(widths=(100, 80, 90, 120), rules=rules), above=(above,))
    lines = [item for item in read(path, vocabulary=vocabulary) if isinstance(item, Transaction)]
    assert [f"{line.when:%Y-%m-%d}" for line in lines] == [day for day, *_ in chained(20)]
