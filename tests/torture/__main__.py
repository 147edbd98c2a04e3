"""Kills, damages, hostile inputs until time is up: ``python -m tests.torture [--seed N] [--minutes N] [NAME …]``.

Each subject is a module with ``run(seed, seconds) -> list[Row]``; exit code 1 when one of them failed. With ``--few``
each kind is tried a few times only, whatever time that takes: a subject then has ``run_few(seed) -> list[Row]``.
"""

import argparse
import importlib
import sys
import time
from pathlib import Path

LINE = "{:<34} {:>9} {:>7}  {}"
SHARES = {"kills": 4, "damages": 3, "hostile": 8, "card_numbers": 2}
"""Which part of the time each subject may take; those without a module here are left out."""


def subjects() -> list[str]:
    """Return the subjects there are."""
    return [name for name in SHARES if (Path(__file__).parent / f"{name}.py").exists()]


def main(arguments: list[str]) -> int:
    """Run the subjects named, or all, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--seed", type=int, default=20261129)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--few", action="store_true")
    parser.add_argument("names", nargs="*", choices=[[], *subjects()])
    given = parser.parse_args(arguments)
    names = given.names or subjects()
    whole = sum(SHARES[name] for name in names)
    print(f"seed {given.seed}, at most {given.minutes:g} minutes")
    print(LINE.format("what", "tried", "faults", ""))
    failed = 0
    for name in names:
        began = time.monotonic()
        subject, seconds = importlib.import_module(f"tests.torture.{name}"), given.minutes * 60 * SHARES[name] / whole
        rows = subject.run_few(given.seed) if given.few else subject.run(given.seed, seconds)
        for row in rows:
            print(LINE.format(row.what, row.tried, row.faults, row.note), flush=True)
            failed += row.faults
        print(LINE.format(f"({name} took)", "", "", f"{time.monotonic() - began:.0f} s"), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
