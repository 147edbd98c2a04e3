"""A hundred thousand open items: opening the list, typing into its search, reminding, and rows on paper."""

import gc
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import typst

from pos_closeout.actions.reminders.reminders import remind_now
from pos_closeout.app.self_check import pdf_text
from pos_closeout.documents.open_items_list import list_content, open_items_pdf
from pos_closeout.documents.typesetting.fonts import load_fonts
from pos_closeout.documents.wording import load_wording
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.reminders.reminders import ReminderSettings, ReminderState, due_now
from pos_closeout.store import open_store
from tests.benchmarks.startup import start
from tests.benchmarks.timing import RUNS, Result, medians
from tests.benchmarks.typst_list import write_list
from tests.documents.sample_cases import CASE, REMOVAL, TODAY, ledger

FEW, MANY, PRINTED = 100, 100_000, 10_000
CASES = 50
TIMES, PLUS_S = 1.5, 0.3
KEYSTROKE_S, REMINDERS_S = 0.1, 0.1
OF_TYPST, MOST_MB = 0.5, 150.0
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
OPEN_LIST = Path(__file__).with_name("open_list.py")
PRINT_LIST = "tests.benchmarks.print_list"


def due_within_a_year(count: int, today: datetime) -> Iterator[OpenItem]:
    """Give items of every kind, one in six overdue."""
    for place, item in enumerate(ledger(count)):
        yield replace(item, due_on=today.date() + timedelta(days=place % 360 - 60) if item.due_on else None)


def fill(folder: Path, count: int) -> None:
    """Write cases and open items into a new data folder, as the program itself would."""
    now = datetime.now().astimezone()
    with open_store(folder, now=now) as store:
        cases = [store.cases.add(replace(REMOVAL, id=0, number=""), now) for _ in range(CASES)]
        store.items.add_many(
            (
                replace(item, id=0, case_id=cases[place % CASES].id)
                for place, item in enumerate(due_within_a_year(count, now))
            ),
            now,
        )


def list_of_a_hundred_thousand() -> tuple[Result, ...]:
    """Open the list with few and with many items, type, and remind."""
    with tempfile.TemporaryDirectory() as name:
        few, many = Path(name) / "few", Path(name) / "many"
        fill(few, FEW)
        fill(many, MANY)
        ours, theirs = medians(lambda: start([OPEN_LIST, many]), lambda: start([OPEN_LIST, few]))
        return (
            Result(
                f"window with the list, {MANY:,} items",
                f"the same with {FEW} items",
                ours,
                theirs,
                TIMES + PLUS_S / theirs,
                f"the limit is {TIMES} times and {PLUS_S * 1000:.0f} ms",
            ),
            _keystroke(many),
            *_reminders(many),
        )


def _keystroke(folder: Path) -> Result:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, OPEN_LIST, folder, "type"], capture_output=True, text=True, check=True, env=environment
    )
    slowest = float(told.stdout.split()[-1])
    return Result(f"slowest keystroke, {MANY:,} items", "100 ms on the thread of the window", slowest, KEYSTROKE_S, 1.0)


def _reminders(folder: Path) -> tuple[Result, ...]:
    """Work out what is due among all items, half of them told before; and the look every quarter of an hour."""
    now = datetime.now().astimezone().replace(hour=12)
    items = [replace(item, id=place) for place, item in enumerate(due_within_a_year(MANY, now), 1)]
    settings = ReminderSettings()
    states = {item.id: ReminderState(item.id, now, item.due_on, now.date()) for item in items[: MANY // 2]}
    with open_store(folder, now=now) as store:
        remind_now(store, now)
        worked_out, looked = medians(lambda: due_now(items, states, settings, now), lambda: remind_now(store, now))
    yardstick = "100 ms"
    return (
        Result(f"reminders worked out, {MANY:,} items", yardstick, worked_out, REMINDERS_S, 1.0),
        Result("a look every quarter of an hour, on disk", yardstick, looked, REMINDERS_S, 1.0),
    )


def printed_list() -> tuple[Result, ...]:
    """Compare our list with Typst's of the same rows; other amounts every time, because Typst remembers."""
    wording, fonts, chinese = (
        load_wording(RESOURCES / "letters"),
        load_fonts(RESOURCES / "fonts"),
        LetterLanguage.CHINESE,
    )
    lists = [
        tuple(replace(item, voucher=f"{turn}{item.voucher}", masked_account="", reference=f"{turn}{item.reference}")
        for item in ledger(PRINTED))
        for turn in range(RUNS + 3)
    ]  # fmt: skip
    # The lists of all turns belong to the benchmark: the program would not look through them for garbage.
    gc.collect()
    gc.freeze()
    our_turn, their_turn = itertools.count(), itertools.count()

    def ours() -> bytes:
        return open_items_pdf(
            lists[next(our_turn)], {1: CASE}, language=chinese, today=TODAY, fonts=fonts, wording=wording
        )

    with tempfile.TemporaryDirectory() as name:
        sources = []
        for turn, items in enumerate(lists):
            folder = Path(name) / str(turn)
            folder.mkdir()
            sources.append(write_list(list_content(items, {1: CASE}, TODAY, wording.phrases(chinese)), folder))

        def theirs() -> bytes:
            compiler = typst.Compiler(
                sources[next(their_turn)], font_paths=[RESOURCES / "fonts"], ignore_system_fonts=True
            )
            # Ours tags a row as a paragraph; Typst would tag every cell, so it need not tag at all.
            pdf = compiler.compile(format="pdf", pdf_tags=False)
            if not isinstance(pdf, bytes):
                raise TypeError("no PDF")
            return pdf

        for pdf in (ours(), theirs()):
            text = pdf_text(pdf)
            if not all(item.reference in text for item in lists[0]):
                raise RuntimeError("a row is missing")
        taken, other = medians(ours, theirs)
    peak = subprocess.run([sys.executable, "-m", PRINT_LIST], capture_output=True, text=True, check=True)
    return (
        Result(f"list of {PRINTED:,} rows on paper", "Typst, the same rows and columns", taken, other, OF_TYPST),
        Result("its peak memory in MB", "150 MB", float(peak.stdout) / 1000, MOST_MB / 1000, 1.0),
    )


def ledger_of_a_busy_shop() -> tuple[Result, ...]:
    """Run all comparisons of the outstanding list."""
    return (*list_of_a_hundred_thousand(), *printed_list())
