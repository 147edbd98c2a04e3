"""Prints the comparisons as a table; exit code 1 when one is over its limit: ``python -m tests.benchmarks [NAME]``."""

import subprocess
import sys
from collections.abc import Callable

from tests.benchmarks.ledger import ledger_of_a_busy_shop
from tests.benchmarks.letter import letter_after_an_edit
from tests.benchmarks.pdf import statement_of_a_hundred_pages
from tests.benchmarks.printing import printing_of_a_long_list
from tests.benchmarks.startup import start_with_a_full_database
from tests.benchmarks.statements import import_of_a_million_rows
from tests.benchmarks.timing import RUNS, Result, machine
from tests.screen import pin_screen

COMPARISONS: dict[str, Callable[[], tuple[Result, ...]]] = {
    "startup": start_with_a_full_database,
    "letter": letter_after_an_edit,
    "ledger": ledger_of_a_busy_shop,
    "pdf": statement_of_a_hundred_pages,
    "printing": printing_of_a_long_list,
    "statements": import_of_a_million_rows,
}
ALONE = "--alone"
"""Comes before the name where this process is the one to measure in."""
ROW = "{:<44} {:<34} {:>9} {:>9} {:>6} {:>6}  {}"


def line(result: Result) -> str:
    """Return a row of the table."""
    times = f"{result.ours * 1000:.1f}", f"{result.theirs * 1000:.1f}"
    limit = "" if result.limit is None else f"{result.limit:.2f}"
    verdict = ("pass" if result.passed else "FAIL") if limit else ""
    row = ROW.format(result.name, result.yardstick, *times, f"{result.ratio:.2f}", limit, verdict)
    return f"{row}\n  {result.notes}" if result.notes else row


def compare(name: str) -> bool:
    """Run one comparison in this process and return whether every limit is kept."""
    passed = True
    for result in COMPARISONS[name]():
        print(line(result), flush=True)
        passed = passed and result.passed
    return passed


def main(names: list[str]) -> int:
    """Run the comparisons named, or all; each in a process of its own, so that its memory is its own."""
    unknown = [name for name in names if name not in COMPARISONS]
    if unknown:
        print(f"no such comparison: {', '.join(unknown)}; there are {', '.join(COMPARISONS)}", file=sys.stderr)
        return 2
    print(machine())
    print(ROW.format(f"median of {RUNS} runs", "yardstick", "ours ms", "its ms", "ratio", "limit", ""), flush=True)
    command = [sys.executable, "-m", "tests.benchmarks", ALONE]
    codes = [subprocess.run([*command, name], check=False).returncode for name in names or COMPARISONS]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    if sys.argv[1:2] == [ALONE]:
        pin_screen()
        sys.exit(0 if compare(sys.argv[2]) else 1)
    sys.exit(main(sys.argv[1:]))
