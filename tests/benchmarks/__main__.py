"""Prints the comparisons as a table; exit code 1 when one is over its limit: ``python -m tests.benchmarks [NAME]``."""

import sys
from collections.abc import Callable

from tests.benchmarks.ledger import ledger_of_a_busy_shop
from tests.benchmarks.letter import letter_after_an_edit
from tests.benchmarks.pdf import statement_of_a_hundred_pages
from tests.benchmarks.startup import start_with_a_full_database
from tests.benchmarks.statements import import_of_a_million_rows
from tests.benchmarks.timing import RUNS, Result, machine
from tests.screen import pin_screen

COMPARISONS: dict[str, Callable[[], tuple[Result, ...]]] = {
    "startup": start_with_a_full_database,
    "letter": letter_after_an_edit,
    "ledger": ledger_of_a_busy_shop,
    "pdf": statement_of_a_hundred_pages,
    "statements": import_of_a_million_rows,
}
ROW = "{:<44} {:<34} {:>9} {:>9} {:>6} {:>6}  {}"


def line(result: Result) -> str:
    """Return a row of the table."""
    times = f"{result.ours * 1000:.1f}", f"{result.theirs * 1000:.1f}"
    limit = "" if result.limit is None else f"{result.limit:.2f}"
    verdict = ("pass" if result.passed else "FAIL") if limit else ""
    row = ROW.format(result.name, result.yardstick, *times, f"{result.ratio:.2f}", limit, verdict)
    return f"{row}\n  {result.notes}" if result.notes else row


def main(names: list[str]) -> int:
    """Run the comparisons named, or all."""
    pin_screen()
    print(machine())
    print(ROW.format(f"median of {RUNS} runs", "yardstick", "ours ms", "its ms", "ratio", "limit", ""))
    passed = True
    for name in names or COMPARISONS:
        for result in COMPARISONS[name]():
            print(line(result), flush=True)
            passed = passed and result.passed
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
