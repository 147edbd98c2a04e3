"""A year of a bank account as PDF: a hundred pages for each way of ruling them, read to the last line.

pdfium itself, asked for nothing but the plain text of every page, is the yardstick: no columns, no rows, no checks.
Every reading runs in a process of its own, as its peak of memory is that of the process. Seconds are those of the
processor.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.statements.reading import read
from tests.benchmarks.timing import Result

ROOT = Path(__file__).resolve().parents[2]
PAGES = 100
TIMES = 3
SECONDS, MEGABYTES = 4, 130
"""What a hundred full pages may take: reading takes no longer than leafing through them, beside a small program."""
NAMES = ("交易日期", "交易时间", "摘要", "交易金额", "账户余额", "对方户名", "对方账号")
WIDTHS = (56.0, 50.0, 60.0, 70.0, 80.0, 110.0, 90.0)


def write_statement(path: Path, rules: str) -> int:
    """Write a statement of ``PAGES`` pages and return how many entries it has."""
    # Loaded here: what writes the file is no part of what reads it.
    from tests.statements.pdf_writing import Look, write_pdf

    rows, balance = [], 100_000_00
    look = Look(widths=WIDTHS, rules=rules, middle=rules == "none")
    partners = ("青禾支付有限公司", "支付宝（中国）网络技术有限公司", "李红", "银联商务支付股份有限公司四川分公司")
    for at in range(4_000):
        fen = (at * 7919 % 900_000 + 1) * (1 if at % 3 else -1)
        balance += fen
        day = f"2026-{at // 28 % 12 + 1:02d}-{at % 28 + 1:02d}"
        clock = f"{at % 24:02d}:{at % 60:02d}:00"
        money = f"{fen / 100:+,.2f}", f"{balance / 100:,.2f}"
        rows.append((day, clock, "银联消费", *money, partners[at % 4], f"62178500{at:011d}"))
    pages = write_pdf(path, NAMES, rows, look)
    count = sum(page <= PAGES for page in pages)
    write_pdf(path, NAMES, rows[:count], look, below=())
    return count


def take(path: Path, rows: int) -> None:
    """Read a statement as the program does.

    Raises:
        RuntimeError: not every entry came out, or something does not agree.
    """
    items = list(read(path, vocabulary=load_words(ROOT / "resources")))
    if len(items) != rows:
        raise RuntimeError(f"{len(items)} in place of {rows}: {items[-1]}")


def plain_text(path: Path) -> None:
    """Do what the yardstick does: the text of every page."""
    document = pypdfium2.PdfDocument(path)
    for index in range(len(document)):
        document[index].get_textpage().get_text_range()
    document.close()


def alone(*arguments: str | Path) -> tuple[float, float]:
    """Run one side in a process of its own; return its seconds and its peak of memory in MB."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.pdf", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE
    ).stdout.split()
    return float(told[0]), float(told[1])


def statement_of_a_hundred_pages() -> tuple[Result, ...]:
    """Compare the reading of a statement with its plain text, for each way of ruling it."""
    results = []
    with tempfile.TemporaryDirectory() as name:
        for rules in ("grid", "cells", "lines", "none"):
            path = Path(name) / f"{rules}.pdf"
            rows = write_statement(path, rules)
            ours = min(alone("take", path, str(rows)) for _ in range(TIMES))
            bare = min(alone("text", path, "0") for _ in range(TIMES))
            told = f"PDF of {PAGES} pages, {rows:,} entries, {rules}"
            results.append(Result(told, "pdfium, plain text", ours[0], bare[0], None))
            results.append(Result(f"{told}: seconds", f"{SECONDS} s", ours[0], SECONDS, 1.0))
            results.append(
                Result(f"{told}: peak of memory, MB / 1000", f"{MEGABYTES} MB", ours[1] / 1000, MEGABYTES / 1000, 1.0)
            )
    return tuple(results)


def main(arguments: list[str]) -> None:
    """Run one side and print its seconds of processor and its peak of memory in MB."""
    side, path, rows = arguments
    start = time.process_time()
    if side == "take":
        take(Path(path), int(rows))
    else:
        plain_text(Path(path))
    print(time.process_time() - start, _peak_kib() / 1024)


def _peak_kib() -> int:
    """Return the peak of memory of this process alone: ``ru_maxrss`` begins with what its parent held."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    main(sys.argv[1:])
