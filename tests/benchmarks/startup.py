"""From the start of the process to a window that can be used, with the database of a busy shop."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pos_closeout.store import open_store
from tests.benchmarks.timing import Result, medians
from tests.documents.sample_cases import REMOVAL, ledger

CASES, ITEMS = 50, 10_000
TIMES, PLUS_S = 2.0, 0.1
"""A tenth of a second is what a hand feels. The rooms of the program are not hidden from its start for less."""
RUNS = 21
"""Three times as many as elsewhere: a process starts in a fraction of a second, which any neighbour disturbs."""
BARE_WIZARD = Path(__file__).with_name("bare_wizard.py")


def fill(folder: Path) -> None:
    """Write the cases and open items into a new data folder, as the program itself would."""
    # Now, so that the first start finds the safety copy of the day made.
    now = datetime.now().astimezone()
    with open_store(folder, now=now) as store:
        cases = [store.cases.add(replace(REMOVAL, id=0, number=""), now) for _ in range(CASES)]
        items = ledger(ITEMS)
        store.items.add_many(
            (replace(item, id=0, case_id=cases[place % CASES].id) for place, item in enumerate(items)), now
        )


def start(arguments: Sequence[str | Path]) -> None:
    """Start a Python process, wait until it says that it is ready, and see it off.

    Raises:
        RuntimeError: it ended without saying so.
    """
    environment = os.environ | {"POS_CLOSEOUT_READY": "1", "QT_QPA_PLATFORM": "offscreen"}
    # An installed program has its modules compiled; the first start, which does not count, sees to that here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, env=environment) as process:
        if process.stdout is None or process.stdout.readline().strip() != "ready":
            raise RuntimeError(f"never ready: {arguments}")
        process.kill()


def start_with_a_full_database() -> tuple[Result, ...]:
    """Compare the start of the program with that of a bare QWizard."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        fill(folder)
        ours, theirs = medians(
            lambda: start(["-m", "pos_closeout", "--data", folder]),
            lambda: start([BARE_WIZARD]),
            runs=RUNS,
        )
    return (
        Result(
            f"start, {ITEMS:,} items in {CASES} cases, {RUNS} runs",
            "PySide6 process with one QWizard",
            ours,
            theirs,
            TIMES + PLUS_S / theirs,
            f"the limit is {TIMES:.0f} times and {PLUS_S * 1000:.0f} ms",
        ),
    )
